//! What stands around a control: label above, hint, why it is asked, the mistake just before the control.

use super::{FocusMap, use_ids};
use leptos::{html::ElementType, prelude::*};
use wasm_bindgen::JsCast;

/// The words around a control, its id and how to focus it. A plain `String` is a label and nothing else.
#[derive(Clone, Copy)]
pub struct FieldText {
    label: Signal<String>,
    hint: Signal<Option<String>>,
    why: Signal<Option<String>>,
    error: Signal<Option<String>>,
    optional: Signal<Option<String>>,
    focus: Option<(FocusMap, StoredValue<String>)>,
    id: StoredValue<String>,
}

impl FieldText {
    /// A field with a label.
    pub fn new<M>(label: impl IntoReactiveValue<Signal<String>, M>) -> Self {
        Self {
            label: label.into_reactive_value(),
            hint: Signal::default(),
            why: Signal::default(),
            error: Signal::default(),
            optional: Signal::default(),
            focus: None,
            id: use_ids("field"),
        }
    }

    /// Help, below the label.
    pub fn hint<M>(mut self, text: impl IntoReactiveValue<Signal<Option<String>>, M>) -> Self {
        self.hint = text.into_reactive_value();
        self
    }

    /// Why this is asked: an earlier answer.
    pub fn why<M>(mut self, text: impl IntoReactiveValue<Signal<Option<String>>, M>) -> Self {
        self.why = text.into_reactive_value();
        self
    }

    /// The mistake, in the words of the error summary.
    pub fn error<M>(mut self, text: impl IntoReactiveValue<Signal<Option<String>>, M>) -> Self {
        self.error = text.into_reactive_value();
        self
    }

    /// The word "(optional)" behind the label.
    pub fn optional<M>(mut self, text: impl IntoReactiveValue<Signal<Option<String>>, M>) -> Self {
        self.optional = text.into_reactive_value();
        self
    }

    /// Under which key the error summary finds the control.
    pub fn at(mut self, map: FocusMap, key: impl Into<String>) -> Self {
        self.focus = Some((map, StoredValue::new(key.into())));
        self
    }

    /// The id of the control.
    pub fn id(self) -> String {
        self.id.get_value()
    }

    /// An id that belongs to the control, such as that of its list.
    pub fn part(self, name: &str) -> String {
        format!("{}-{name}", self.id())
    }

    /// For `aria-describedby`: those of hint, why and error that are there.
    pub fn described_by(self) -> Option<String> {
        let parts = [("hint", self.hint), ("why", self.why), ("error", self.error)];
        let ids: Vec<_> = parts
            .into_iter()
            .filter(|(_, text)| text.with(Option::is_some))
            .map(|(name, _)| self.part(name))
            .collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// For `aria-invalid`.
    pub fn invalid(self) -> Option<&'static str> {
        self.error.with(Option::is_some).then_some("true")
    }

    /// Lets the error summary reach this control.
    pub fn reach<E>(self, node: NodeRef<E>)
    where
        E: ElementType + 'static,
        E::Output: JsCast + Clone + 'static,
    {
        if let Some((map, key)) = self.focus {
            map.register(key, node);
        }
    }
}

impl From<String> for FieldText {
    fn from(label: String) -> Self {
        Self::new(label)
    }
}

impl From<&str> for FieldText {
    fn from(label: &str) -> Self {
        Self::new(label)
    }
}

impl From<Signal<String>> for FieldText {
    fn from(label: Signal<String>) -> Self {
        Self::new(label)
    }
}

/// The frame of a control. `group` makes it a `fieldset` with a `legend`, for controls of several parts.
#[component]
pub fn Field(
    /// The words.
    #[prop(into)]
    field: FieldText,
    /// Several inputs under one question.
    #[prop(optional)]
    group: bool,
    /// The control.
    children: Children,
) -> impl IntoView {
    let label = move || {
        let optional =
            move || field.optional.get().map(|t| view! { " " <span class="field__optional">{t}</span> });
        view! { {move || field.label.get()} {optional} }
    };
    let line = move |name: &'static str, text: Signal<Option<String>>| {
        move || text.get().map(|t| view! { <p class=format!("field__{name}") id=field.part(name)>{t}</p> })
    };
    let body = (line("hint", field.hint), line("why", field.why), line("error", field.error), children());
    if group {
        view! {
            <fieldset class="field" aria-describedby=move || field.described_by()>
                <legend class="field__label" id=field.part("label")>{label()}</legend>
                {body}
            </fieldset>
        }
        .into_any()
    } else {
        view! {
            <div class="field">
                <label class="field__label" id=field.part("label") for=field.id()>{label()}</label>
                {body}
            </div>
        }
        .into_any()
    }
}
