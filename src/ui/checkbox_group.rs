//! Any of a few, and a single yes.

use super::{
    Choice, Choices, FieldText,
    choice_group::{Take, choice_group},
};
use leptos::prelude::*;

/// Checkboxes under one question.
#[component]
pub fn CheckboxGroup(
    /// The words around it.
    #[prop(into)]
    field: FieldText,
    /// What there is to choose from.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// The `value`s of the chosen ones.
    #[prop(into)]
    value: Signal<Vec<String>>,
    /// Called with all that are chosen now, in the order of the options.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
    /// How it looks.
    #[prop(default = Choices::Plain)]
    look: Choices,
) -> impl IntoView {
    let change = Callback::new(move |(changed, checked): (String, bool)| {
        let chosen = value.get_untracked();
        let kept = |v: &String| if *v == changed { checked } else { chosen.contains(v) };
        let all = options.get_untracked().into_iter().map(|o| o.value);
        on_change.run(all.filter(kept).collect());
    });
    choice_group(field, options, value, change, Take::Any, look)
}
