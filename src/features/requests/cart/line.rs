//! A line of the cart: what it is, what was answered, how many, what it costs, and what is wrong with it.

use super::{
    super::notes::behind,
    basket::misses_secrets,
    kept::Line,
    ordering::{Ordering, how_many, taking_out},
    removed::Taken,
};
use crate::{
    answered::answered,
    cart::Wish,
    format,
    i18n::m,
    routes,
    ui::{use_announcer, use_ids},
};
use guichet_contract::types::OrderLinePreview;
use leptos::{html, prelude::*};

/// The line with this key.
pub fn line(ordering: Ordering, key: String) -> AnyView {
    let key = StoredValue::new(key);
    let own = Memo::new(move |_| {
        key.with_value(|key| ordering.basket.cart.with(|cart| cart.line(key).cloned())).unwrap_or_default()
    });
    let told = Memo::new(move |_| key.with_value(|key| ordering.of_line(key)));
    let name = Memo::new(move |_| key.with_value(|key| ordering.name(key)));
    let answers = move || told.with(|told| told.as_ref().and_then(answers));
    // What is not answered yet may cost something.
    let unfinished = Memo::new(move |_| {
        key.with_value(|key| !(ordering.of(key).is_empty() && ordering.of(&how_many(key)).is_empty()))
    });
    let price = move || {
        let unfinished = unfinished.get();
        told.with(|told| told.as_ref().filter(|told| !(unfinished && told.price.total.is_free())).map(price))
    };
    let whom = move || {
        own.with(|own| own.kept.other.as_ref().filter(|_| own.kept.for_other).map(|other| other.name.clone()))
            .map(|name| view! { <span class="row__meta">{m::cart::for_person(&name)}</span> })
    };
    let of_quantity = OfQuantity {
        words: Memo::new(move |_| key.with_value(|key| ordering.of(&how_many(key)))),
        id: use_ids("quantity"),
    };
    view! {
        <li class="list__row">
            <h3 class="row__title">{move || name.get()}</h3>
            <span class="row__aside num">{price}</span>
            {whom}
            <div class="row__text">{answers}</div>
            {state(ordering, key, own, of_quantity)}
            <div class="row__actions cluster">
                {stepper(ordering, key, name, told, of_quantity)}
                {actions(ordering, key, name, own)}
            </div>
        </li>
    }
    .into_any()
}

/// What is wrong with how many there are.
#[derive(Clone, Copy)]
struct OfQuantity {
    words: Memo<Vec<String>>,
    /// The id of the element that says so.
    id: StoredValue<String>,
}

/// The answers in one line each.
fn answers(told: &OrderLinePreview) -> Option<AnyView> {
    let rows = told.answers.iter().map(|each| {
        view! { <li>{answered(&each.label, &each.value)}</li> }
    });
    (!told.answers.is_empty()).then(|| view! { <ul>{rows.collect_view()}</ul> }.into_any())
}

/// What it costs, one-off and recurring apart.
fn price(told: &OrderLinePreview) -> AnyView {
    let total = told.price.total;
    let people = (told.people > 1).then(|| view! { <br/> {m::cart::for_people(told.people)} });
    view! { {format::amounts(total, told.price.currency, false)} {people} }.into_any()
}

/// What is wrong with it, and what is to be looked at.
fn state(ordering: Ordering, key: StoredValue<String>, own: Memo<Line>, of_quantity: OfQuantity) -> AnyView {
    let mistakes = Memo::new(move |_| key.with_value(|key| ordering.of(key)));
    let changed = Memo::new(move |_| own.with(|own| own.changed));
    let again = Memo::new(move |_| own.with(|own| own.kept.again.clone()));
    let wrong = move || {
        let all = mistakes.get().into_iter().map(|words| view! { <p class="field__error">{words}</p> });
        all.collect_view()
    };
    let changed = move || changed.get().then(|| view! { <p class="muted">{m::cart::form_changed()}</p> });
    let forgotten = Memo::new(move |_| own.with(misses_secrets));
    let forgotten =
        move || forgotten.get().then(|| view! { <p class="muted">{m::cart::secrets_forgotten()}</p> });
    let again = move || {
        let again = again.get();
        (!again.is_empty()).then(|| view! { <p class="muted">{m::cart::filled_in_from(&again)}</p> })
    };
    let left = Memo::new(move |_| own.with(|own| own.kept.left.clone()));
    let left = move || left.with(|left| behind(left));
    // Last, just before the buttons that mend it.
    let quantity = move || {
        let words = of_quantity.words.get();
        (!words.is_empty())
            .then(|| view! { <p class="field__error" id=of_quantity.id.get_value()>{words.join(" ")}</p> })
    };
    view! { <div class="row__text">{again} {changed} {left} {forgotten} {wrong} {quantity}</div> }.into_any()
}

/// One more or less of it.
fn stepper(
    ordering: Ordering,
    key: StoredValue<String>,
    name: Memo<String>,
    told: Memo<Option<OrderLinePreview>>,
    wrong: OfQuantity,
) -> AnyView {
    let quantity = Memo::new(move |_| {
        key.with_value(|key| ordering.basket.cart.with(|cart| cart.line(key).map_or(1, Line::quantity)))
    });
    // Until it is told how many there may be, nobody asks for more.
    let most = Memo::new(move |_| told.with(|told| told.as_ref().map_or(1, |told| told.max_quantity)));
    let set = move |quantity: u32| {
        ordering.basket.change(|cart| {
            let key = key.get_value();
            if let Some(line) = cart.lines.iter_mut().find(|line| line.key == key) {
                line.kept.quantity = quantity.to_string();
            }
        });
    };
    let less = move |_| {
        let quantity = quantity.get_untracked();
        if quantity > 1 {
            set(quantity - 1);
        }
    };
    let more = move |_| {
        let quantity = quantity.get_untracked();
        if quantity < most.get_untracked() {
            set(quantity + 1);
        }
    };
    let none_less = move || (quantity.get() < 2).then_some("true");
    let none_more = move || (quantity.get() >= most.get()).then_some("true");
    let group = NodeRef::<html::Div>::new();
    ordering.focus.register(StoredValue::new(key.with_value(|key| how_many(key))), group);
    let described = move || wrong.words.with(|words| (!words.is_empty()).then(|| wrong.id.get_value()));
    let buttons = move || {
        view! {
            <div
                node_ref=group
                class="stepper"
                role="group"
                tabindex="-1"
                aria-label=move || m::cart::quantity(&name.get())
                aria-describedby=described
            >
                <button
                    class="button button--secondary button--small"
                    type="button"
                    aria-label=m::cart::less()
                    aria-disabled=none_less
                    on:click=less
                >
                    "−"
                </button>
                <output class="num stepper__number">{move || format::number(quantity.get().into())}</output>
                <button
                    class="button button--secondary button--small"
                    type="button"
                    aria-label=m::cart::one_more()
                    aria-disabled=none_more
                    on:click=more
                >
                    "+"
                </button>
            </div>
        }
        .into_any()
    };
    // Built once, so that a button keeps the focus while the number changes.
    let there = Memo::new(move |_| most.get() > 1 || quantity.get() != 1);
    (move || there.get().then(|| untrack(buttons))).into_any()
}

/// Change, take out, keep for another day.
fn actions(ordering: Ordering, key: StoredValue<String>, name: Memo<String>, own: Memo<Line>) -> AnyView {
    let announcer = use_announcer();
    let (edit, out) = (NodeRef::<html::A>::new(), NodeRef::<html::Button>::new());
    ordering.focus.register(key, edit);
    ordering.focus.register(StoredValue::new(key.with_value(|key| taking_out(key))), out);
    let gone = Memo::new(move |_| key.with_value(|key| ordering.is_gone(key)));
    let href = move || own.with(|own| routes::request_for(&own.item, "", &own.key, ""));
    let of = move || format!(" {}", name.get());
    let remove = move |_| {
        if let Some((place, line)) = ordering.basket.take(&key.get_value()) {
            ordering.removed.set(Some(Taken { place, line, solved: None }));
        }
    };
    let later = move |_| {
        let Some((_, line)) = ordering.basket.take(&key.get_value()) else { return };
        let text = serde_json::to_string(&line).unwrap_or_default();
        let name = name.get_untracked();
        ordering.basket.wish(|wishes| {
            wishes.insert(0, Wish { item: line.item.clone(), name: name.clone(), line: text });
        });
        announcer.say(m::cart::saved_for_later(&name));
    };
    let change = move || {
        let verb = move || if own.with(|own| own.open) { m::cart::complete() } else { m::requests::change() };
        (!gone.get()).then(|| {
            view! { <a node_ref=edit class="link" href=href>{verb} <span class="visually-hidden">{of}</span></a> }
        })
    };
    view! {
        {change}
        <button class="link-button" type="button" on:click=later>
            {m::cart::later()} <span class="visually-hidden">{of}</span>
        </button>
        <button node_ref=out class="link-button" type="button" on:click=remove>
            {m::requests::remove()} <span class="visually-hidden">{of}</span>
        </button>
    }
    .into_any()
}
