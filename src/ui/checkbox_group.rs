//! Any of a few, and a single yes.

use super::{Choice, Choices, Field, FieldText, radio_group::choice_label};
use leptos::{html, prelude::*};

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
    let options = Memo::new(move |_| options.get());
    let first = NodeRef::<html::Input>::new();
    field.reach(first);
    let change = move |changed: &str, checked: bool| {
        let chosen = value.get_untracked();
        let kept = |v: &str| if v == changed { checked } else { chosen.iter().any(|c| c == v) };
        let all = options.get_untracked().into_iter().map(|o| o.value);
        on_change.run(all.filter(|v| kept(v)).collect());
    };
    let boxes = move || {
        let all = options.get().into_iter().enumerate();
        all.map(|(i, choice)| {
            let node = if i == 0 { first } else { NodeRef::new() };
            let (own, given) = (choice.value.clone(), choice.value.clone());
            choice_label(
                &choice,
                view! {
                    <input
                        node_ref=node
                        class="choice__input"
                        type="checkbox"
                        disabled=choice.disabled_reason.is_some()
                        prop:checked=move || value.with(|v| v.contains(&own))
                        on:change:target=move |ev| change(&given, ev.target().checked())
                    />
                }
                .into_any(),
            )
        })
        .collect_view()
    };
    view! {
        <Field field=field group=true>
            <div class=look.class() data-invalid=move || field.invalid()>{boxes}</div>
        </Field>
    }
    .into_any()
}
