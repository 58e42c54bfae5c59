//! One of a few.

use super::{
    Choice, Choices, FieldText,
    choice_group::{Take, choice_group},
};
use leptos::prelude::*;

/// Radio buttons, each a card with a line of help and a note at its end.
#[component]
pub fn RadioGroup(
    /// The words around it.
    #[prop(into)]
    field: FieldText,
    /// What there is to choose from.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// The `value` of the chosen one.
    #[prop(into)]
    value: Signal<Option<String>>,
    /// Called with the `value` that is chosen.
    #[prop(into)]
    on_change: Callback<String>,
    /// How it looks.
    #[prop(optional)]
    look: Choices,
) -> impl IntoView {
    let chosen = Signal::derive(move || value.get().into_iter().collect::<Vec<_>>());
    let change = Callback::new(move |(value, _): (String, bool)| on_change.run(value));
    choice_group(field, options, chosen, change, Take::One, look)
}
