//! The wish list: what may be ordered another day.

use super::{kept::Line, ordering::Ordering};
use crate::{
    api::{Key, read},
    cart::Wish,
    i18n::m,
    routes,
};
use leptos::prelude::*;

/// The list; absent while it is empty.
pub fn wishes(ordering: Ordering) -> AnyView {
    let all = Memo::new(move |_| ordering.basket.wishes.get());
    (move || {
        let rows: Vec<_> =
            all.get().into_iter().enumerate().map(|(n, wish)| row(ordering, n, wish)).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="section">
                    <h2 class="section__title">{m::cart::wishes()}</h2>
                    <ul class="list">{rows}</ul>
                </section>
            }
        })
    })
    .into_any()
}

fn row(ordering: Ordering, place: usize, wish: Wish) -> AnyView {
    let of = format!(" {}", wish.name);
    let (title, href) = (wish.name.clone(), routes::service(&wish.item));
    let drop_it = move || {
        ordering.basket.wish(|wishes| {
            if place < wishes.len() {
                wishes.remove(place);
            }
        });
    };
    let line = read::<Line>(&wish.line).filter(|line| !line.item.is_empty());
    let action = match line {
        Some(line) => {
            let of = of.clone();
            let put = move |_| {
                let key = Key::fresh().to_string();
                drop_it();
                ordering.basket.put_back(None, Line { key, ..line.clone() });
            };
            view! {
                <button class="link-button" type="button" on:click=put>
                    {m::cart::to_cart()} <span class="visually-hidden">{of}</span>
                </button>
            }
            .into_any()
        }
        // Nothing was answered yet.
        None => {
            let of = of.clone();
            view! {
                <a class="link" href=routes::request(&wish.item)>{m::cart::begin()} <span class="visually-hidden">{of}</span></a>
            }
            .into_any()
        }
    };
    view! {
        <li class="list__row">
            <a class="row__title" href=href>{title}</a>
            <div class="row__actions cluster">
                {action}
                <button class="link-button" type="button" on:click=move |_| drop_it()>
                    {m::requests::remove()} <span class="visually-hidden">{of}</span>
                </button>
            </div>
        </li>
    }
    .into_any()
}
