//! The reason, the two buttons, and what stood in their way.

use super::decide::Deciding;
use crate::{
    format,
    i18n::m,
    ui::{Button, ButtonKind, FieldText, Notice, TextArea, Tone},
};
use guichet_contract::types::Decision;
use leptos::prelude::*;

/// The reason and the two buttons.
pub(super) fn decision(deciding: Deciding) -> AnyView {
    let reason = deciding.reason;
    let field = reason.field(FieldText::new(m::approvals::reason()).hint(m::approvals::reason_hint()));
    let busy = |decision: Decision| Signal::derive(move || deciding.busy.get() == Some(decision));
    let press = |decision: Decision| Callback::new(move |()| deciding.decide(decision));
    // All of an order at once, unless some of it is set apart.
    let along = Memo::new(move |_| u32::try_from(deciding.also().len()).unwrap_or(u32::MAX));
    let approve = move || match along.get() {
        0 => m::approvals::approve(),
        n => m::approvals::approve_all(n.saturating_add(1)),
    };
    let refuse = move || match along.get() {
        0 => m::approvals::refuse(),
        n => m::approvals::refuse_all(n.saturating_add(1)),
    };
    let saved = move || deciding.saved.get().map(|at| m::common::saved_at(&format::time(at)));
    view! {
        <div class="decision">
            {reason.summary()}
            <TextArea field=field value=reason.text on_input=reason.type_in()/>
            <div class="decision__actions">
                <Button kind=ButtonKind::Primary busy=busy(Decision::Approve) on_press=press(Decision::Approve)>
                    {approve}
                </Button>
                <Button kind=ButtonKind::Danger busy=busy(Decision::Reject) on_press=press(Decision::Reject)>
                    {refuse}
                </Button>
            </div>
            <p class="muted">{m::approvals::for_good()}</p>
            <span class="saved" role="status">{saved}</span>
        </div>
    }
    .into_any()
}

/// What stood in the way of the decision.
pub(super) fn trouble(deciding: Deciding) -> AnyView {
    let overtaken = move || {
        deciding.overtaken.get().then(|| {
            view! {
                <Notice title=m::approvals::overtaken_title() tone=Tone::Warn><p>{deciding.happened()} " " {m::approvals::overtaken()}</p></Notice>
            }
        })
    };
    let problem = move || deciding.problem.get().map(|words| view! { <p class="field__error">{words}</p> });
    view! { <div role="alert">{overtaken} {problem}</div> }.into_any()
}

/// Whether a mistake is to be corrected, for the page's title.
pub(super) fn is_wrong(deciding: Deciding) -> Signal<bool> {
    Signal::derive(move || !deciding.reason.errors().is_empty())
}
