//! What every control for typed text does, whatever element it is.

use super::FieldText;
use leptos::{attr::Attribute, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlDocument;

/// Ties the control to the words around it, shows `value`, and tells what is typed and that the control is left.
pub(super) fn typed(
    field: FieldText,
    value: Signal<String>,
    on_input: Callback<String>,
    on_leave: Option<Callback<()>>,
) -> impl Attribute {
    let left = move || {
        if let Some(on_leave) = on_leave {
            // The page may be going away with the field.
            let _ = on_leave.try_run(());
        }
    };
    view! {
        <{..}
            id=field.id()
            aria-describedby=move || field.described_by()
            aria-invalid=move || field.invalid()
            prop:value=move || value.get()
            on:input=move |ev| on_input.run(event_target_value(&ev))
            on:blur=move |_| left()
        />
    }
}

/// Puts `text` in the place of what is marked in the control that has the focus, as if it were typed: so it can be undone.
/// Browsers know no other way to do that.
pub fn insert_text(text: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(document) = document.and_then(|document| document.dyn_into::<HtmlDocument>().ok()) {
        // Where it is refused, nothing happens.
        let _ = document.exec_command_with_show_ui_and_value("insertText", false, text);
    }
}
