//! Days and times, by the browser's own controls: they know the reader's calendar, order and clock.

use super::{Field, FieldText, Width, typed::typed};
use leptos::{html, prelude::*};

/// What is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateKind {
    /// A day: `2026-11-21`.
    #[default]
    Day,
    /// A time of the day: `09:30`.
    Time,
    /// A day with a time: `2026-11-21T09:30`.
    Moment,
}

impl DateKind {
    const fn input_type(self) -> &'static str {
        match self {
            Self::Day => "date",
            Self::Time => "time",
            Self::Moment => "datetime-local",
        }
    }
}

/// A field for a day, a time or both. Values are ISO 8601, empty when nothing or only part is filled in.
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
    /// What is asked for.
    #[prop(optional)]
    kind: DateKind,
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
                    type=kind.input_type()
                    min=move || min.get()
                    max=move || max.get()
                    {..typed(field, value, on_input, on_leave)}
                />
            </div>
        </Field>
    }
    .into_any()
}
