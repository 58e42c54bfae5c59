//! What was missing?

use super::feedback::Feedback;
use crate::{
    format,
    i18n::m,
    ui::{Button, ButtonKind, FieldText, TextArea},
};
use leptos::{ev, prelude::*};

/// The form after "no".
pub(super) fn reason_form(feedback: Feedback) -> AnyView {
    let field = FieldText::new(m::knowledge::reason())
        .hint(Some(m::knowledge::reason_hint()))
        .optional(Some(m::common::optional()));
    let busy = Signal::derive(move || feedback.sending.with(Option::is_some));
    let saved = move || feedback.saved.get().map(|at| m::common::saved_at(&format::time(at)));
    let submit = move |ev: ev::SubmitEvent| {
        ev.prevent_default();
        feedback.send_reason();
    };
    view! {
        <form class="form" on:submit=submit>
            <TextArea
                field=field
                value=feedback.reason
                on_input=Callback::new(move |text: String| feedback.type_in(text))
                on_send=Callback::new(move |()| feedback.send_reason())
                read_only=busy
            />
            <div class="form__actions">
                <Button submit=true busy=busy>{m::knowledge::reason_send()}</Button>
                <Button kind=ButtonKind::Quiet on_press=Callback::new(move |()| feedback.close())>
                    {m::knowledge::reason_close()}
                </Button>
                <span class="saved" role="status">{saved}</span>
            </div>
        </form>
    }
    .into_any()
}
