//! Whom the order is for: whoever orders, somebody else, or up to fifty people.

use super::{
    super::whom::{around, choice, person},
    kept::Whom,
    many::paste,
    ordering::{Ordering, WHOM},
};
use crate::{
    i18n::m,
    lookup::Suggestions,
    ui::{Choice, Choices, FieldText, RadioGroup},
};
use guichet_contract::types::{ORDER_PEOPLE_MAX, PersonRef};
use guichet_rules::form::SourceList;
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

fn one(ordering: Ordering) -> AnyView {
    let value = Signal::derive(move || ordering.basket.cart.with(|cart| cart.other.as_ref().map(choice)));
    let take = Callback::new(move |chosen: Option<Choice>| {
        let chosen = chosen.and_then(person);
        ordering.basket.change(|cart| cart.other = chosen);
    });
    let words = m::requests::whom_person();
    let field = around(words, move || ordering.at_field(WHOM)).at(ordering.focus, WHOM);
    Suggestions::on(SourceList::People).field(field, value, take)
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
    let suggestions = Suggestions::on(SourceList::People).except(move |id| {
        ordering.basket.cart.with(|cart| cart.people.iter().any(|person| person.id.as_str() == id))
    });
    let take = Callback::new(move |chosen: Choice| {
        if let (Some(person), true) = (person(chosen), has_room(ordering)) {
            add(ordering, vec![person]);
        }
    });
    let words = m::cart::add_person();
    let field = around(words, move || ordering.at_field(WHOM)).at(ordering.focus, WHOM);
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
            {suggestions.adder(field, take)}
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
