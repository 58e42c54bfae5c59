//! What an article names of a list of the company's: each with a button that takes it away, and a field that finds more.

use super::{desk::Desk, typed::Typed};
use crate::{
    i18n::m,
    lookup::adder_among,
    ui::{self, Choice, FieldText},
};
use leptos::prelude::*;

/// Services that it is about, and items to request; nothing of a list that is not there.
pub(super) fn named(desk: Desk) -> AnyView {
    let (services, items) = desk.options.with_value(|options| {
        let services = options.services.iter().map(|it| Choice::new(it.id.as_str(), &it.name));
        let items = options.items.iter().map(|it| Choice::new(it.id.as_str(), &it.name));
        (services.collect::<Vec<_>>(), items.collect::<Vec<_>>())
    });
    let optional = || Some(m::common::optional());
    let about =
        FieldText::new(m::writing::services()).hint(Some(m::writing::services_hint())).optional(optional());
    let leads = FieldText::new(m::writing::items()).hint(Some(m::writing::items_hint())).optional(optional());
    let services =
        several(desk, about, "/content/services", services, |it| &it.services, |it| &mut it.services);
    let items = several(desk, leads, "/content/items", items, |it| &it.items, |it| &mut it.items);
    view! { {services} {items} }.into_any()
}

fn several(
    desk: Desk,
    field: FieldText,
    key: &'static str,
    all: Vec<Choice>,
    look: fn(&Typed) -> &Vec<String>,
    part: fn(&mut Typed) -> &mut Vec<String>,
) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let chosen = Memo::new(move |_| desk.text.with(|text| look(&text.typed).clone()));
    let all = StoredValue::new(all);
    let free = Signal::derive(move || {
        let free = |one: &&Choice| chosen.with(|own| !own.contains(&one.value));
        all.with_value(|all| all.iter().filter(free).cloned().collect::<Vec<_>>())
    });
    let add = Callback::new(move |choice: Choice| desk.change(|typed| part(typed).push(choice.value)));
    let remove = Callback::new(move |id: String| {
        desk.change(|typed| part(typed).retain(|own| *own != id));
        // The button that had the focus is gone.
        desk.focus.focus(key);
    });
    let named = Memo::new(move |_| {
        let known = |id: &str| {
            all.with_value(|all| all.iter().find(|one| one.value == id).map(|one| one.label.clone()))
        };
        let named = |id: String| (id.clone(), known(&id).unwrap_or(id));
        chosen.get().into_iter().map(named).collect::<Vec<_>>()
    });
    let finder = adder_among(FieldText::new(m::requests::add_choice()).at(desk.focus, key), free, add);
    Some(ui::several(field, named, m::requests::remove(), remove, finder))
}
