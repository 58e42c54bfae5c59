//! A surface.

use leptos::prelude::*;

/// A box with a hairline. Not inside another one.
#[component]
pub fn Card(
    /// What is on it.
    children: Children,
) -> impl IntoView {
    view! { <div class="card">{children()}</div> }.into_any()
}
