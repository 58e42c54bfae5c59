//! What every control for typed text does, whatever element it is.

use super::FieldText;
use leptos::{attr::Attribute, prelude::*};

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
