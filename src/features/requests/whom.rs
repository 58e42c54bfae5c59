//! Whom the request is for, and how many.

use super::{
    asking::Asking,
    lookup::known,
    wrong::{QUANTITY, WHOM},
};
use crate::{
    format,
    i18n::m,
    lookup::Suggestions,
    ui::{Choice, Choices, FieldText, InputKind, RadioGroup, TextInput, Width},
};
use guichet_contract::types::{LookupQuery, PersonRef};
use guichet_rules::{entitlement::OrderFor, form::SourceList, ids::PersonId};
use leptos::prelude::*;

const ME: &str = "me";
const OTHER: &str = "other";

/// Whom it is for, where it can be for others.
pub(super) fn whom(asking: Asking) -> AnyView {
    let for_others = asking.item.with_value(|i| matches!(i.order_for, OrderFor::Reports | OrderFor::Anyone));
    if !for_others {
        return ().into_any();
    }
    let me = asking.me.with_value(|me| me.name.clone());
    let first = if asking.is_line() {
        Choice::new(ME, m::cart::whom_as_order())
    } else {
        Choice::new(ME, m::requests::whom_me()).with_hint(me)
    };
    let options = Signal::stored(vec![first, Choice::new(OTHER, m::requests::whom_other())]);
    let value =
        Signal::derive(move || Some(if asking.kept.with(|k| k.for_other) { OTHER } else { ME }.to_owned()));
    let take = Callback::new(move |chosen: String| asking.change(|kept| kept.for_other = chosen == OTHER));
    let other = Memo::new(move |_| asking.kept.with(|k| k.for_other));
    let field = FieldText::new(m::requests::whom());
    view! {
        <RadioGroup field=field options=options value=value on_change=take look=Choices::Inline/>
        {move || other.get().then(|| untrack(|| someone_else(asking)))}
    }
    .into_any()
}

fn someone_else(asking: Asking) -> AnyView {
    let facts = asking.fills_in.then_some(true);
    let suggestions =
        Suggestions::new(move |query| asking.find(SourceList::People, LookupQuery { facts, ..query }));
    let value = Signal::derive(move || asking.kept.with(|kept| kept.other.as_ref().map(choice)));
    let take = Callback::new(move |chosen: Option<Choice>| {
        let person = chosen.and_then(person);
        asking.change(|kept| {
            if let Some(person) = &person {
                let id = person.id.as_str();
                kept.remember(SourceList::People, id, known(suggestions, id));
            }
            kept.other = person;
        });
    });
    let field = around(m::requests::whom_person(), move || asking.mistake(WHOM)).at(asking.focus, WHOM);
    suggestions.field(field, value, take)
}

/// A person, as a choice from the list.
pub(super) fn choice(person: &PersonRef) -> Choice {
    Choice { hint: person.about.clone(), ..Choice::new(person.id.to_string(), person.name.clone()) }
}

/// The person of a choice from the list.
pub(super) fn person(choice: Choice) -> Option<PersonRef> {
    // An id from the backend is one.
    Some(PersonRef { id: PersonId::new(choice.value).ok()?, name: choice.label, about: choice.hint })
}

/// The words around the field that looks a person up.
pub(super) fn around(
    label: String,
    mistake: impl Fn() -> Option<String> + Send + Sync + 'static,
) -> FieldText {
    let hint = Signal::stored(Some(m::requests::whom_person_hint()));
    FieldText::new(label).hint(hint).error(Signal::derive(mistake))
}

/// How many, where it can be more than one.
pub(super) fn quantity(asking: Asking) -> AnyView {
    let most = asking.item.with_value(|i| i.max_quantity);
    if most < 2 {
        return ().into_any();
    }
    let value = Signal::derive(move || asking.kept.with(|k| k.quantity.clone()));
    let take = Callback::new(move |typed: String| asking.change(|kept| kept.quantity = typed));
    let mistake = Signal::derive(move || asking.mistake(QUANTITY));
    let hint = m::requests::quantity_hint(&format::number(f64::from(most)));
    let field = FieldText::new(m::requests::quantity())
        .hint(Signal::stored(Some(hint)))
        .error(mistake)
        .at(asking.focus, QUANTITY);
    view! { <TextInput field=field value=value on_input=take kind=InputKind::Whole width=Width::Short/> }
        .into_any()
}
