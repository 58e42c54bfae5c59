//! The lines of the cart.

use super::{line::line, ordering::Ordering};
use crate::i18n::m;
use leptos::prelude::*;

/// The list. A line stays the same element while others come and go.
pub fn lines(ordering: Ordering) -> AnyView {
    let keys = Memo::new(move |_| {
        ordering.basket.cart.with(|cart| cart.lines.iter().map(|line| line.key.clone()).collect::<Vec<_>>())
    });
    let busy = Memo::new(move |_| {
        ordering.previewed.with(|previewed| previewed.refreshing && previewed.preview.is_some())
    });
    view! {
        <section>
            <h2 class="visually-hidden">{m::cart::lines()}</h2>
            <ul class="list" aria-busy=move || busy.get().then_some("true")>
                <For each=move || keys.get() key=String::clone children=move |key| line(ordering, key)/>
            </ul>
        </section>
    }
    .into_any()
}
