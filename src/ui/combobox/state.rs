//! What a combobox holds, and what becomes of it.

use super::Remark;
use crate::ui::{Choice, FieldText, picked::Swap};
use leptos::{html, prelude::*};

/// A combobox: what it was given, and how it stands.
#[derive(Clone, Copy)]
pub(super) struct Combo {
    pub field: FieldText,
    pub value: Signal<Option<Choice>>,
    pub options: Memo<Vec<Choice>>,
    pub on_query: Callback<String>,
    pub on_change: Callback<Option<Choice>>,
    pub remark: Signal<Option<Remark>>,
    pub busy: Signal<bool>,
    pub input: NodeRef<html::Input>,
    pub list: NodeRef<html::Ul>,
    /// What is being typed; none where the field shows the chosen one.
    pub typed: RwSignal<Option<String>>,
    pub open: RwSignal<bool>,
    /// The row that Enter chooses.
    pub active: RwSignal<Option<usize>>,
    pub swap: Swap,
}

impl Combo {
    /// What stands in the field.
    pub fn shown(self) -> String {
        self.typed.get().unwrap_or_else(|| self.value.get().map(|c| c.label).unwrap_or_default())
    }

    /// Whether the options could not be had.
    pub fn failed(self) -> bool {
        self.remark.with_untracked(|remark| remark.as_ref().is_some_and(|remark| remark.retry.is_some()))
    }

    /// Opens the list, and asks for what fits what is typed.
    pub fn again(self) {
        self.ask(self.typed.get_untracked().unwrap_or_default());
    }

    fn ask(self, words: String) {
        self.active.set(None);
        self.open.set(true);
        self.on_query.run(words);
    }

    /// Takes what was typed.
    pub fn type_in(self, words: String) {
        if words.is_empty() {
            self.on_change.run(None);
        }
        self.typed.set(Some(words.clone()));
        self.ask(words);
    }

    /// Takes a row of the list.
    pub fn choose(self, choice: Choice) {
        self.swap.moving.set_value(true);
        self.settle();
        self.on_change.run(Some(choice));
    }

    /// Closes the list and shows the chosen one, whatever was typed.
    pub fn settle(self) {
        self.open.set(false);
        self.typed.set(None);
        self.active.set(None);
        self.swap.editing.set(false);
    }

    /// Who is meant stays so while the list around them changes.
    pub fn keep_meant(self) {
        let Self { options, active, .. } = self;
        Effect::new(move |before: Option<Vec<Choice>>| {
            let now = options.get();
            if let (Some(i), Some(before)) = (active.get_untracked(), before) {
                let meant =
                    before.get(i).and_then(|old| now.iter().position(|choice| choice.value == old.value));
                active.set(meant);
            }
            now
        });
    }
}
