//! A line of text.

use super::{Field, FieldText, typed::typed};
use leptos::{html, prelude::*};

/// How wide a control is: as wide as what is expected in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// The whole column.
    #[default]
    Full,
    /// About thirty characters.
    Medium,
    /// About twelve characters: codes, numbers.
    Short,
}

impl Width {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Full => "input",
            Self::Medium => "input input--medium",
            Self::Short => "input input--short",
        }
    }
}

/// What is typed: chooses the keyboard of a phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    /// Words.
    #[default]
    Text,
    /// An address for mail.
    Email,
    /// A telephone number.
    Phone,
    /// A web address.
    Url,
    /// Digits only.
    Whole,
    /// Digits with a decimal sign. Not `type=number`: a mouse wheel must not change an answer.
    Decimal,
    /// Not readable over a shoulder.
    Secret,
}

impl InputKind {
    const fn attributes(self) -> (&'static str, &'static str) {
        match self {
            Self::Text => ("text", "text"),
            Self::Email => ("email", "email"),
            Self::Phone => ("tel", "tel"),
            Self::Url => ("url", "url"),
            Self::Whole => ("text", "numeric"),
            Self::Decimal => ("text", "decimal"),
            Self::Secret => ("password", "text"),
        }
    }
}

/// A field for one line.
#[component]
pub fn TextInput(
    /// The words around it.
    #[prop(into)]
    field: FieldText,
    /// What is in it.
    #[prop(into)]
    value: Signal<String>,
    /// Called at each key with all of the text.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called when the field is left.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
    /// What is typed.
    #[prop(optional)]
    kind: InputKind,
    /// How wide it is.
    #[prop(optional)]
    width: Width,
    /// The browser's `autocomplete` token.
    #[prop(optional, into)]
    autocomplete: Option<String>,
    /// A sign before the text, such as a currency.
    #[prop(optional, into)]
    before: Option<String>,
    /// A unit behind the text.
    #[prop(optional, into)]
    after: Option<String>,
    /// Shown, not changed.
    #[prop(optional, into)]
    read_only: Signal<bool>,
    /// The element.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let (kind, inputmode) = kind.attributes();
    field.reach(node_ref);
    let affix = |text: Option<String>| text.map(|t| view! { <span class="muted">{t}</span> });
    view! {
        <Field field=field>
            <div class="field__control affix">
                {affix(before)}
                <input
                    node_ref=node_ref
                    class=width.class()
                    type=kind
                    inputmode=inputmode
                    autocomplete=autocomplete
                    readonly=move || read_only.get()
                    {..typed(field, value, on_input, on_leave)}
                />
                {affix(after)}
            </div>
        </Field>
    }
    .into_any()
}
