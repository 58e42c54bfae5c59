//! The form: who, from when, until when, why.

use super::{
    form::Form,
    person::person_field,
    typed::{DELEGATE, FROM, REASON, UNTIL},
};
use crate::{
    format,
    i18n::m,
    session::use_session,
    ui::{Button, ButtonKind, DateInput, ErrorSummary, FieldText, Icon, IconName, TextInput},
};
use leptos::{ev, prelude::*};

/// The form with its heading, and what came of it last.
pub(super) fn fields(form: Form) -> AnyView {
    use m::approvals as t;
    let changing = Memo::new(move |_| form.changed.with(Option::is_some));
    // Of one that has begun only the end and the reason can change.
    let begun = Memo::new(move |_| form.changed.with(|changed| changed.as_ref().is_some_and(|c| c.begun)));
    let title = move || if changing.get() { t::delegation_change() } else { t::delegation_new() };
    let verb = move || if changing.get() { t::save() } else { t::arrange() };
    let cancel = move || {
        changing.get().then(|| {
            let press = Callback::new(move |()| {
                form.clear();
                form.focus_heading();
            });
            view! { <Button on_press=press>{t::cancel()}</Button> }
        })
    };
    let done = move || {
        form.done.get().map(|words| {
            view! { <p class="decided" data-state="approved"><Icon name=IconName::Check/> {words}</p> }
        })
    };
    let problem = move || form.problem.get().map(|words| view! { <p class="field__error">{words}</p> });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        form.send();
    };
    let follow = Callback::new(move |key: String| {
        form.focus.focus(&key);
    });
    let errors = Signal::derive(move || form.errors());
    let today = today();
    let until =
        FieldText::new(t::last_day()).hint(t::last_day_hint()).error(form.error(UNTIL)).at(form.focus, UNTIL);
    let why = FieldText::new(t::why())
        .hint(t::why_hint())
        .optional(m::common::optional())
        .error(form.error(REASON))
        .at(form.focus, REASON);
    view! {
        <section class="section">
            <h2 node_ref=form.heading class="section__title" tabindex="-1">{title}</h2>
            <div role="status">{done}</div>
            <form class="form" novalidate=true on:submit=submit>
                <ErrorSummary title=m::common::problem_title() errors=errors attempt=form.attempt on_follow=follow/>
                {move || if begun.get() { untrack(|| fixed(form)) } else { untrack(|| chosen(form)) }}
                <DateInput
                    field=until
                    value=Signal::derive(move || form.typed.with(|typed| typed.until.clone()))
                    on_input=Callback::new(move |text: String| form.change(|typed| typed.until = text))
                    min=today
                />
                <TextInput
                    field=why
                    value=Signal::derive(move || form.typed.with(|typed| typed.reason.clone()))
                    on_input=Callback::new(move |text: String| form.change(|typed| typed.reason = text))
                />
                <div role="alert">{problem}</div>
                <div class="form__actions">
                    <Button kind=ButtonKind::Primary submit=true busy=form.busy>{verb}</Button>
                    {cancel}
                </div>
            </form>
        </section>
    }
    .into_any()
}

/// The first day that can be named.
fn today() -> Signal<Option<String>> {
    let session = use_session();
    Signal::derive(move || Some(session.today().to_string()))
}

/// Who and from when, to choose.
fn chosen(form: Form) -> AnyView {
    let today = today();
    let from = FieldText::new(m::approvals::first_day()).error(form.error(FROM)).at(form.focus, FROM);
    view! {
        {person_field(form, DELEGATE)}
        <DateInput
            field=from
            value=Signal::derive(move || form.typed.with(|typed| typed.from.clone()))
            on_input=Callback::new(move |text: String| form.change(|typed| typed.from = text))
            min=today
        />
    }
    .into_any()
}

/// The same of one that has begun.
fn fixed(form: Form) -> AnyView {
    let who = move || {
        form.typed.with(|typed| {
            let from = typed.from.parse().map(format::date).unwrap_or_else(|_| typed.from.clone());
            format!("{} · {from}", typed.name)
        })
    };
    view! { <p><strong>{who}</strong></p> }.into_any()
}
