//! Whom the order is for: whoever orders, somebody else, or up to fifty people.

use super::{
    super::{lookup::Suggestions, trial::look_up},
    kept::Whom,
    many::paste,
    ordering::{Ordering, WHOM},
};
use crate::{
    i18n::m,
    ui::{Choice, Choices, Combobox, FieldText, RadioGroup},
};
use guichet_contract::types::{LookupQuery, ORDER_PEOPLE_MAX, PersonRef};
use guichet_rules::{form::SourceList, ids::PersonId};
use leptos::prelude::*;

const ME: &str = "me";
const OTHER: &str = "other";
const SEVERAL: &str = "several";

fn word(whom: Whom) -> &'static str {
    match whom {
        Whom::Me => ME,
        Whom::Other => OTHER,
        Whom::Several => SEVERAL,
    }
}

/// The question, and what it takes to answer it.
pub fn whom(ordering: Ordering) -> AnyView {
    let me = ordering.me.with_value(|me| me.name.clone());
    let options = Signal::stored(vec![
        Choice::new(ME, m::requests::whom_me()).with_hint(me),
        Choice::new(OTHER, m::requests::whom_other()),
        Choice::new(SEVERAL, m::cart::whom_several()),
    ]);
    let chosen = Memo::new(move |_| ordering.basket.cart.with(|cart| cart.whom));
    let value = Signal::derive(move || Some(word(chosen.get()).to_owned()));
    let take = Callback::new(move |word: String| {
        let whom = match word.as_str() {
            OTHER => Whom::Other,
            SEVERAL => Whom::Several,
            _ => Whom::Me,
        };
        ordering.basket.change(|cart| cart.whom = whom);
    });
    let field = FieldText::new(m::requests::whom());
    let more = move || {
        let whom = chosen.get();
        untrack(|| match whom {
            Whom::Me => ().into_any(),
            Whom::Other => one(ordering),
            Whom::Several => many(ordering),
        })
    };
    view! {
        <RadioGroup field=field options=options value=value on_change=take look=Choices::Plain/>
        {more}
    }
    .into_any()
}

/// A person, as a choice from the list.
fn choice(person: &PersonRef) -> Choice {
    Choice { hint: person.about.clone(), ..Choice::new(person.id.to_string(), person.name.clone()) }
}

fn person(choice: Choice) -> Option<PersonRef> {
    // An id from the backend is one.
    Some(PersonRef { id: PersonId::new(choice.value).ok()?, name: choice.label, about: choice.hint })
}

fn found() -> Suggestions {
    Suggestions::new(look_up, SourceList::People, LookupQuery::default)
}

fn one(ordering: Ordering) -> AnyView {
    let value = Signal::derive(move || ordering.basket.cart.with(|cart| cart.people.first().map(choice)));
    let take = Callback::new(move |chosen: Option<Choice>| {
        let chosen = chosen.and_then(person);
        ordering.basket.change(|cart| cart.people = chosen.into_iter().collect());
    });
    let field = FieldText::new(m::requests::whom_person())
        .hint(Signal::stored(Some(m::requests::whom_person_hint())))
        .error(Signal::derive(move || ordering.at_field(WHOM)))
        .at(ordering.focus, WHOM);
    found().field(field, value, take)
}

/// Whether there is room for one more.
fn has_room(ordering: Ordering) -> bool {
    ordering.basket.cart.with_untracked(|cart| cart.people.len()) < ORDER_PEOPLE_MAX
}

/// Adds people, each once and no more than there may be. Gives those for whom there was no room.
pub fn add(ordering: Ordering, people: Vec<PersonRef>) -> Vec<PersonRef> {
    let mut left = Vec::new();
    ordering.basket.change(|cart| {
        for person in people {
            if cart.people.iter().any(|known| known.id == person.id) {
                continue;
            }
            if cart.people.len() < ORDER_PEOPLE_MAX {
                cart.people.push(person);
            } else {
                left.push(person);
            }
        }
    });
    left
}

fn many(ordering: Ordering) -> AnyView {
    let suggestions = found();
    let options = Signal::derive(move || {
        let all = suggestions.options().get();
        let known = |choice: &Choice| {
            ordering.basket.cart.with(|cart| cart.people.iter().any(|p| p.id.as_str() == choice.value))
        };
        all.into_iter().filter(|choice| !known(choice)).collect::<Vec<_>>()
    });
    let take = Callback::new(move |chosen: Option<Choice>| {
        if let (Some(person), true) = (chosen.and_then(person), has_room(ordering)) {
            add(ordering, vec![person]);
        }
    });
    let field = FieldText::new(m::cart::add_person())
        .hint(Signal::stored(Some(m::requests::whom_person_hint())))
        .error(Signal::derive(move || ordering.at_field(WHOM)))
        .at(ordering.focus, WHOM);
    let add_me = move |_| {
        add(ordering, vec![ordering.me.get_value()]);
        // The button that had the focus is gone.
        ordering.focus.focus(WHOM);
    };
    let without_me = Memo::new(move |_| {
        let me = ordering.me.with_value(|me| me.id.clone());
        ordering.basket.cart.with(|cart| !cart.people.iter().any(|person| person.id == me))
    });
    let mine = move || {
        without_me.get().then(|| {
            view! { <p><button class="link-button" type="button" on:click=add_me>{m::cart::add_me()}</button></p> }
        })
    };
    let count = move || {
        let count = ordering.basket.cart.with(|cart| cart.people.len());
        m::cart::people(u32::try_from(count).unwrap_or(u32::MAX), &ORDER_PEOPLE_MAX.to_string())
    };
    view! {
        <div class="stack stack--small">
            <p class="muted" role="status">{count}</p>
            {people(ordering)}
            {mine}
            <Combobox
                field=field
                value=Signal::stored(None::<Choice>)
                options=options
                status=suggestions.status()
                on_query=suggestions.ask()
                on_change=take
            />
            {paste(ordering)}
        </div>
    }
    .into_any()
}

/// Those who are named, each with a button that takes them out.
fn people(ordering: Ordering) -> AnyView {
    let all = Memo::new(move |_| ordering.basket.cart.with(|cart| cart.people.clone()));
    let row = move |person: PersonRef| {
        let (id, of) = (person.id.clone(), format!(" {}", person.name));
        let words = [Some(person.name), person.about].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let remove = move |_| {
            ordering.basket.change(|cart| cart.people.retain(|known| known.id != id));
            // The button that had the focus is gone.
            ordering.focus.focus(WHOM);
        };
        view! {
            <li class="input picked">
                <span class="picked__text">{words}</span>
                <button class="link-button" type="button" on:click=remove>
                    {m::requests::remove()} <span class="visually-hidden">{of}</span>
                </button>
            </li>
        }
    };
    (move || {
        let rows: Vec<_> = all.get().into_iter().map(row).collect();
        (!rows.is_empty()).then(|| view! { <ul class="stack stack--small">{rows}</ul> })
    })
    .into_any()
}
