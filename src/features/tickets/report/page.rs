//! The page.

use super::{about::about, form::Form, severity::severity, what::what};
use crate::{
    draft, format,
    i18n::m,
    page::PageTitle,
    router::use_query_map,
    ui::{Button, ButtonKind, ErrorSummary, Notice, Tone},
};
use leptos::{ev, prelude::*};

/// Report a problem.
#[component]
pub fn ReportPage() -> impl IntoView {
    let title = use_query_map().with_untracked(|query| query.get("title")).unwrap_or_default();
    let form = Form::new(title.trim());
    let errors = form.errors();
    let wrong = Signal::derive(move || errors.with(|errors| !errors.is_empty()));
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        form.send();
    };
    let follow = Callback::new(move |key: String| {
        form.focus.focus(&key);
    });
    let saved = move || form.draft.saved_at.get().map(|at| m::common::saved_at(&format::time(at)));
    let problem =
        move || form.problem.get().map(|words| view! { <p class="field__error" role="alert">{words}</p> });
    view! {
        <div class="page">
            <PageTitle text=m::shell::report() error=wrong/>
            <p class="page__lead">{m::report::lead()}</p>
            <form class="form" novalidate="true" on:submit=send>
                <ErrorSummary title=m::common::problem_title() errors=errors attempt=form.attempt on_follow=follow/>
                {draft::notices(form.draft)}
                {other(form)}
                {what(form)}
                {severity(form)}
                {about(form)}
                {problem}
                {form.hold.view()}
                <div class="form__actions">
                    <Button kind=ButtonKind::Primary submit=true busy=form.busy disabled_reason=form.draft.reason()>{m::report::send()}</Button>
                    <span class="saved" role="status">{saved}</span>
                </div>
            </form>
        </div>
    }
    .into_any()
}

/// Something else was begun and not sent.
fn other(form: Form) -> AnyView {
    let begun = move || form.report.with(|report| m::report::other_text(report.title.trim()));
    (move || {
        form.other.get().map(|title| {
            let instead = Callback::new(move |()| form.begin_other());
            view! {
                <Notice title=m::report::other_title() tone=Tone::Info>
                    <p>{begun}</p>
                    <div class="cluster">
                        <Button small=true on_press=instead>{m::report::other_action(&title)}</Button>
                    </div>
                </Notice>
            }
        })
    })
    .into_any()
}
