//! A day, by the browser's own control: it knows the reader's calendar and order.

use super::{Field, FieldText, Width, typed::typed};
use leptos::{html, prelude::*};

/// A field for a day. Values are ISO 8601, empty when nothing or only part is filled in.
#[component]
pub fn DateInput(
    /// The words around it.
    #[prop(into)]
    field: FieldText,
    /// What is in it.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the new value.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called when the field is left.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
    /// The first that can be chosen.
    #[prop(optional, into)]
    min: Signal<Option<String>>,
    /// The last that can be chosen.
    #[prop(optional, into)]
    max: Signal<Option<String>>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    field.reach(node);
    view! {
        <Field field=field>
            <div class="field__control">
                <input
                    node_ref=node
                    class=format!("{} num", Width::Medium.class())
                    type="date"
                    min=move || min.get()
                    max=move || max.get()
                    {..typed(field, value, on_input, on_leave)}
                />
            </div>
        </Field>
    }
    .into_any()
}
