//! One of a few.

use super::{Choice, Choices, Field, FieldText};
use leptos::{html, prelude::*};

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
    // A form gives the same options at every key; the buttons stay as they are, or the focus would be lost.
    let options = Memo::new(move |_| options.get());
    let first = NodeRef::<html::Input>::new();
    field.reach(first);
    let buttons = move || {
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
                        type="radio"
                        name=field.id()
                        disabled=choice.disabled_reason.is_some()
                        prop:checked=move || value.with(|v| v.as_ref() == Some(&own))
                        on:change=move |_| on_change.run(given.clone())
                    />
                }
                .into_any(),
            )
        })
        .collect_view()
    };
    view! {
        <Field field=field group=true>
            <div class=look.class() data-invalid=move || field.invalid()>{buttons}</div>
        </Field>
    }
    .into_any()
}

/// The card around a radio button or a checkbox.
pub(super) fn choice_label(choice: &Choice, input: AnyView) -> AnyView {
    let note = choice.note.clone().map(|t| view! { <span class="choice__note">{t}</span> });
    let hint = choice.below().map(|t| view! { <span class="choice__hint">{t}</span> });
    view! {
        <label class="choice">
            {input} <span class="choice__label">{choice.label.clone()}</span> {note} {hint}
        </label>
    }
    .into_any()
}
