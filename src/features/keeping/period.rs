//! A stretch of time up to today.

use crate::{
    i18n::m,
    router::{NavigateOptions, use_navigate},
};
use guichet_contract::types::Period;
use leptos::prelude::*;

const ALL: [Period; 4] = [Period::Week, Period::Month, Period::Quarter, Period::HalfYear];

/// From an address. The usual month stands in none.
pub(super) fn read(word: &str) -> Option<Period> {
    ALL.into_iter().find(|period| period.to_string() == word && *period != Period::Month)
}

fn words(period: Period) -> String {
    match period {
        Period::Week => m::learning::week(),
        Period::Quarter => m::learning::quarter(),
        Period::HalfYear => m::learning::half_year(),
        Period::Month | Period::Other => m::learning::month(),
    }
}

/// The list to choose from. `url` is the address of the page with another.
pub(super) fn choice(
    chosen: Signal<Option<Period>>,
    url: impl Fn(Option<Period>) -> String + 'static,
) -> AnyView {
    let navigate = use_navigate();
    let option = |period: Period| {
        let own = move || chosen.get().unwrap_or(Period::Month) == period;
        view! { <option value=period.to_string() prop:selected=own>{words(period)}</option> }
    };
    let change = move |ev: web_sys::Event| {
        let to = url(read(&event_target_value(&ev)));
        navigate(&to, NavigateOptions { replace: true, scroll: false });
    };
    view! {
        <label class="filters__choice">
            <span>{m::learning::period()}</span>
            <select class="input select" on:change=change>{ALL.map(option).into_iter().collect_view()}</select>
        </label>
    }
    .into_any()
}
