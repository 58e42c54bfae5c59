//! Something could not be loaded: what happened, what still works, try again.

use super::{Button, Icon, IconName};
use leptos::prelude::*;

/// In the place of what failed.
#[component]
pub fn Failed(
    /// What happened.
    #[prop(into)]
    title: Signal<String>,
    /// Why, and what is still usable.
    #[prop(optional, into)]
    text: Signal<Option<String>>,
    /// On the button.
    #[prop(into)]
    retry_label: String,
    /// Called when the button is pressed.
    #[prop(into)]
    on_retry: Callback<()>,
    /// It is being tried again.
    #[prop(optional, into)]
    busy: Signal<bool>,
) -> impl IntoView {
    view! {
        <div class="failed" role="alert">
            <p class="failed__title"><Icon name=IconName::Alert/> {move || title.get()}</p>
            {move || text.get().map(|t| view! { <p>{t}</p> })}
            <Button busy=busy on_press=on_retry>{retry_label}</Button>
        </div>
    }
    .into_any()
}
