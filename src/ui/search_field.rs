//! Words that narrow the list below them.

use super::{Icon, IconName};
use leptos::prelude::*;

/// The field, with a name for screen readers. `on_input` is called at each key with all of the text.
pub fn search_field(label: String, value: RwSignal<String>, mut on_input: Box<dyn FnMut(String)>) -> AnyView {
    view! {
        <label class="filters__search">
            <span class="visually-hidden">{label}</span>
            <Icon name=IconName::Search/>
            <input
                class="input"
                type="search"
                autocomplete="off"
                enterkeyhint="search"
                prop:value=move || value.get()
                on:input=move |ev| on_input(event_target_value(&ev))
            />
        </label>
    }
    .into_any()
}
