//! Moving the focus to a field by its key. Looking an id up in the document fails in a shadow root, so every control
//! hands in its element.

use leptos::{html::ElementType, prelude::*};
use std::collections::HashMap;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The elements of a form by the key of their field.
#[derive(Clone, Copy)]
pub struct FocusMap(StoredValue<HashMap<String, HtmlElement>, LocalStorage>);

impl FocusMap {
    /// An empty map; it lives as long as its owner.
    pub fn new() -> Self {
        Self(StoredValue::new_local(HashMap::new()))
    }

    /// Moves the focus to the field of that key. False if it is not on the page.
    pub fn focus(self, key: &str) -> bool {
        let element = self.0.try_with_value(|map| map.get(key).cloned()).flatten();
        element.is_some_and(|e| e.is_connected() && e.focus().is_ok())
    }

    /// Remembers the element for the key, each time it is made.
    pub fn register<E>(self, key: StoredValue<String>, node: NodeRef<E>)
    where
        E: ElementType + 'static,
        E::Output: JsCast + Clone + 'static,
    {
        Effect::new(move |_| {
            if let Some(element) = node.get() {
                let element: HtmlElement = element.unchecked_into();
                self.0.try_update_value(|map| map.insert(key.get_value(), element));
            }
        });
    }
}

impl Default for FocusMap {
    fn default() -> Self {
        Self::new()
    }
}
