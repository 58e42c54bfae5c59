//! The pages of a long form in a row: where one is, what is done, what is wrong.

use super::{
    asking::Asking,
    stage::{Stage, point_out},
};
use crate::i18n::m;
use leptos::{ev, prelude::*};

/// The steps, where there is more than one.
pub(super) fn steps(asking: Asking, page: usize) -> AnyView {
    let titles: Vec<String> = asking.form.with_value(|f| f.pages.iter().map(|p| p.title.clone()).collect());
    if titles.len() < 2 {
        return ().into_any();
    }
    let all = titles.into_iter().enumerate().map(|(i, title)| step(asking, page, i, title)).collect_view();
    view! {
        <nav aria-label=m::requests::steps()>
            <ol class="form-nav">{all}</ol>
        </nav>
    }
    .into_any()
}

fn step(asking: Asking, page: usize, own: usize, title: String) -> AnyView {
    let asked = Memo::new(move |_| own == 0 || asking.asks_on(own));
    let href = asking.url(Stage::Page(own));
    let state = Memo::new(move |_| {
        let wrong = asking.wrong.with(|all| {
            let mut here = all.iter().filter(|w| w.page == own).peekable();
            here.peek().is_some().then(|| asking.shown.with(|s| here.any(|w| s.contains(&w.key))))
        });
        match wrong {
            Some(true) => Some("error"),
            None if own < page => Some("done"),
            _ => None,
        }
    });
    // Nobody gets past a page with mistakes; going back is always possible.
    let follow = move |ev: ev::MouseEvent| {
        if own > page
            && let Some(wrong) = point_out(asking, own - 1)
        {
            ev.prevent_default();
            if wrong != page {
                asking.go(Stage::Page(wrong));
            }
        }
    };
    let link = move || {
        let (href, title) = (href.clone(), title.clone());
        let current = (own == page).then_some("step");
        view! {
            <li>
                <a class="form-nav__link" href=href aria-current=current data-state=move || state.get() on:click=follow>
                    {title}
                </a>
            </li>
        }
    };
    (move || asked.get().then(&link)).into_any()
}
