//! What is written with a decision. A refusal does not go without it.

use crate::{
    i18n::m,
    ui::{ErrorSummary, FieldError, FieldText, FocusMap},
};
use guichet_contract::types::Decision;
use leptos::prelude::*;

/// Under which the summary finds it.
const REASON: &str = "comment";

/// A reason, or a comment.
#[derive(Clone, Copy)]
pub(super) struct Reason {
    /// As it is being written.
    pub text: RwSignal<String>,
    /// How many times a refusal was tried.
    refusals: RwSignal<u32>,
    /// The field, for the summary.
    focus: FocusMap,
}

impl Reason {
    /// Nothing is written yet.
    pub fn new() -> Self {
        Self { text: RwSignal::new(String::new()), refusals: RwSignal::new(0), focus: FocusMap::new() }
    }

    /// As it is sent; nothing where nothing is written.
    pub fn said(self) -> Option<String> {
        Some(self.text.get_untracked().trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// Whether `decision` can go with it. Where it lacks, that is shown from now on.
    pub fn suffices(self, decision: Decision) -> bool {
        if decision != Decision::Reject {
            self.forgive();
            return true;
        }
        self.refusals.update(|n| *n += 1);
        self.said().is_some()
    }

    /// Shows nothing that is wrong, until a refusal is tried again.
    pub fn forgive(self) {
        self.refusals.set(0);
    }

    /// What is wrong with it, once a refusal was tried.
    pub fn errors(self) -> Vec<FieldError> {
        let missing = self.refusals.get() > 0 && self.text.with(|text| text.trim().is_empty());
        let error = FieldError { key: REASON.to_owned(), message: m::approvals::need_reason() };
        if missing { vec![error] } else { Vec::new() }
    }

    /// The summary of that.
    pub fn summary(self) -> AnyView {
        let errors = Signal::derive(move || self.errors());
        let follow = Callback::new(move |key: String| {
            self.focus.focus(&key);
        });
        view! { <ErrorSummary title=m::common::problem_title() errors=errors attempt=self.refusals on_follow=follow/> }
            .into_any()
    }

    /// The words around its field, with the mistake.
    pub fn field(self, words: FieldText) -> FieldText {
        let error = Signal::derive(move || self.errors().pop().map(|error| error.message));
        words.error(error).at(self.focus, REASON)
    }

    /// Takes what is typed.
    pub fn type_in(self) -> Callback<String> {
        Callback::new(move |text: String| self.text.set(text))
    }
}
