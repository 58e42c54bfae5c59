//! The field that finds a colleague as one types.

use super::form::Form;
use crate::{
    api::query,
    i18n::m,
    session::use_session,
    ui::{Choice, Combobox, FieldText},
};
use guichet_contract::{
    endpoints::{LookupPath, Lookups},
    types::LookupQuery,
};
use leptos::prelude::*;

/// As many as fit in the list without scrolling for long.
const SHOWN: u32 = 20;

/// The field. Nobody is offered themselves.
pub(super) fn person_field(form: Form, key: &'static str) -> AnyView {
    use m::approvals as t;
    let session = use_session();
    let asked = RwSignal::new(None::<String>);
    let found = query::<Lookups>(move || {
        let words = asked.get()?.trim().to_owned();
        let q = Some(words).filter(|words| !words.is_empty());
        let query = LookupQuery { q, limit: Some(SHOWN), ..LookupQuery::default() };
        Some((LookupPath { source: "people".to_owned() }, query))
    });
    let options = Memo::new(move |_| {
        let me = session.person();
        found.with(|all| {
            let others = all.into_iter().flatten().filter(|person| person.id != me);
            others
                .map(|person| Choice { hint: person.hint.clone(), ..Choice::new(&person.id, &person.label) })
                .collect::<Vec<_>>()
        })
    });
    let status = Signal::derive(move || {
        let there = found.with(|all| all.is_some());
        match (found.error(), options.with(Vec::len)) {
            (Some(error), _) => Some(error.words()),
            (None, _) if !there => Some(m::shell::loading()),
            (None, 0) => Some(m::ticket_page::nothing_found()),
            (None, count) => Some(t::delegate_found(u32::try_from(count).unwrap_or(u32::MAX))),
        }
    });
    let value = Signal::derive(move || form.delegate());
    let choose = Callback::new(move |choice: Option<Choice>| {
        form.change(|typed| {
            let choice = choice.unwrap_or_default();
            typed.delegate = choice.value;
            typed.name = choice.label;
        });
    });
    let field =
        FieldText::new(t::delegate()).hint(t::delegate_hint()).error(form.error(key)).at(form.focus, key);
    view! {
        <Combobox
            field=field
            value=value
            options=options
            on_query=Callback::new(move |words: String| asked.set(Some(words)))
            on_change=choose
            status=status
            change_label=t::delegate_change()
        />
    }
    .into_any()
}
