//! A key.

use leptos::prelude::*;

/// The name of a key, drawn as one.
#[component]
pub fn Kbd(
    /// What stands on it.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <kbd class={"kbd"}>{text}</kbd> }.into_any()
}
