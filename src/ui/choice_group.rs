//! The choices under one question. Radio buttons and checkboxes differ in how many of them can be chosen, and in nothing
//! else.

use super::{Choice, Choices, Field, FieldText};
use leptos::{html, prelude::*};

/// How many of the choices can be chosen.
#[derive(Clone, Copy)]
pub(super) enum Take {
    /// One of them.
    One,
    /// Any of them.
    Any,
}

/// The choices. `chosen` holds the `value`s of those that are; `change` is called with the `value` of the one that was
/// clicked, and whether it is chosen now.
pub(super) fn choice_group(
    field: FieldText,
    options: Signal<Vec<Choice>>,
    chosen: Signal<Vec<String>>,
    change: Callback<(String, bool)>,
    take: Take,
    look: Choices,
) -> AnyView {
    // A form gives the same options at every key; the inputs stay as they are, or the focus would be lost.
    let options = Memo::new(move |_| options.get());
    let first = NodeRef::<html::Input>::new();
    field.reach(first);
    let inputs = move || {
        let all = options.get().into_iter().enumerate();
        all.map(|(i, choice)| {
            let node = if i == 0 { first } else { NodeRef::new() };
            let (own, given) = (choice.value.clone(), choice.value.clone());
            let (kind, name) = match take {
                Take::One => ("radio", Some(field.id())),
                Take::Any => ("checkbox", None),
            };
            let input = view! {
                <input
                    node_ref=node
                    class="choice__input"
                    type=kind
                    name=name
                    disabled=choice.disabled_reason.is_some()
                    prop:checked=move || chosen.with(|all| all.contains(&own))
                    on:change:target=move |ev| change.run((given.clone(), ev.target().checked()))
                />
            };
            label(&choice, input.into_any())
        })
        .collect_view()
    };
    view! {
        <Field field=field group=true>
            <div class=look.class() data-invalid=move || field.invalid()>{inputs}</div>
        </Field>
    }
    .into_any()
}

/// The card around an input.
fn label(choice: &Choice, input: AnyView) -> AnyView {
    let note = choice.note.clone().map(|t| view! { <span class="choice__note">{t}</span> });
    let hint = choice.below().map(|t| view! { <span class="choice__hint">{t}</span> });
    view! {
        <label class="choice">
            {input} <span class="choice__label">{choice.label.clone()}</span> {note} {hint}
        </label>
    }
    .into_any()
}
