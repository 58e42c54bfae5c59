//! Nothing there: why, and what to do next.

use super::{Icon, IconName};
use leptos::prelude::*;

/// In the place of an empty list.
#[component]
pub fn Empty(
    /// What is not there.
    #[prop(into)]
    title: Signal<String>,
    /// Why, and what would be.
    #[prop(into)]
    text: Signal<String>,
    /// An icon before the title.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// The next step: a button or a link.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p class="empty__title">{icon.map(|name| view! { <Icon name=name/> })} {move || title.get()}</p>
            <p>{move || text.get()}</p>
            {children.map(|c| c())}
        </div>
    }
    .into_any()
}
