//! Keeping an item for another day.

use crate::{
    cart::{Wish, keep_wishes, wishes},
    i18n::m,
    session::{Feature, use_session},
};
use guichet_contract::types::Item;
use leptos::prelude::*;

/// The button; pressed, the item is on the wish list.
pub(super) fn wish(item: Signal<Item>) -> AnyView {
    let session = use_session();
    let offered = Memo::new(move |_| session.offers(Feature::Orders));
    let name = Memo::new(move |_| item.with(|i| (i.summary.id.to_string(), i.summary.name.clone())));
    // Counts the presses: what the browser keeps is no signal.
    let pressed = RwSignal::new(0_u32);
    let listed = Memo::new(move |_| {
        pressed.track();
        let (id, _) = name.get();
        wishes(&session.person()).iter().any(|wish| wish.item == id)
    });
    let press = move |_| {
        let (person, (item, name)) = (untrack(|| session.person()), name.get_untracked());
        let mut all = wishes(&person);
        if listed.get_untracked() {
            all.retain(|wish| wish.item != item);
        } else {
            all.insert(0, Wish { item, name, line: String::new() });
        }
        // A browser that keeps nothing shows that it does not.
        let _ = keep_wishes(&person, &all);
        pressed.update(|n| *n = n.wrapping_add(1));
    };
    let state = move || if listed.get() { "true" } else { "false" };
    let words = move || if listed.get() { m::cart::wished() } else { m::cart::wish() };
    (move || {
        offered.get().then(|| {
            view! {
                <button class="button button--quiet" type="button" aria-pressed=state on:click=press>{words}</button>
            }
        })
    })
    .into_any()
}
