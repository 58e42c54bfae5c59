//! A field that finds people, groups or services as one types.

use crate::{
    api::query,
    i18n::m,
    ui::{Choice, Combobox, FieldText},
};
use guichet_contract::{
    endpoints::{LookupPath, Lookups},
    types::{Lookup, LookupQuery},
};
use leptos::prelude::*;

/// As many as fit in the list without scrolling for long.
const SHOWN: u32 = 20;

/// Something found, as something to choose.
pub fn choice(found: &Lookup) -> Choice {
    Choice { hint: found.hint.clone(), ..Choice::new(&found.id, &found.label) }
}

/// The field.
#[component]
pub fn LookupField(
    /// Where to look: a source of `/lookups`.
    source: &'static str,
    /// The words around it.
    field: FieldText,
    /// The chosen one.
    value: Signal<Option<Choice>>,
    /// Called with the chosen one; `None` when the field was emptied.
    on_change: Callback<Option<Choice>>,
) -> impl IntoView {
    let asked = RwSignal::new(None::<String>);
    let found = query::<Lookups>(move || {
        let words = asked.get()?.trim().to_owned();
        let query = LookupQuery {
            q: Some(words).filter(|w| !w.is_empty()),
            limit: Some(SHOWN),
            ..Default::default()
        };
        Some((LookupPath { source: source.to_owned() }, query))
    });
    let options = Signal::derive(move || {
        found.with(|all| all.map(|all| all.iter().map(choice).collect::<Vec<_>>()).unwrap_or_default())
    });
    let status = Signal::derive(move || {
        let count = found.with(|all| all.map(Vec::len));
        match (found.error(), count) {
            (Some(error), _) => Some(error.words()),
            (None, Some(0)) => Some(m::ticket_page::nothing_found()),
            (None, Some(count)) => Some(m::search::found(u32::try_from(count).unwrap_or(u32::MAX))),
            (None, None) => Some(m::shell::loading()),
        }
    });
    view! {
        <Combobox
            field=field
            value=value
            options=options
            on_query=Callback::new(move |words: String| asked.set(Some(words)))
            on_change=on_change
            status=status
            change_label=m::ticket_page::change()
        />
    }
    .into_any()
}
