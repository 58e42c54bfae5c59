//! The mark: a window where you are served, with its counter.

use leptos::prelude::*;

/// The mark, in the accent colour of the text around it.
#[component]
pub fn BrandMark() -> impl IntoView {
    view! {
        <svg class="brand__mark" viewBox="0 0 24 28" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round">
            <path d={"M2 24V12a10 10 0 0 1 20 0v12a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3zM7 20.5h10"}></path>
        </svg>
    }
    .into_any()
}
