//! What is wrong with a request, whether it is shown yet or not.

use super::{at::At, file::Held, kept::Kept, words};
use crate::{format, i18n::m};
use guichet_rules::{
    form::{Evaluation, Form, Question, QuestionState},
    ids::QuestionId,
    money::Currency,
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The key of the question whom it is for.
pub(super) const WHOM: &str = "/requested_for";
/// The key of the question how many.
pub(super) const QUANTITY: &str = "/quantity";

/// Something to correct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrong {
    /// The key of its field.
    pub key: String,
    /// On which page of the form it is.
    pub page: usize,
    /// What to do, in words; `None` while it is not shown.
    pub words: Option<String>,
}

/// What the backend said against an answer; it holds until the answer changes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Objection {
    /// The answer that it was said of.
    pub value: Value,
    /// What to do, in words.
    pub words: String,
}

/// The quantity that was typed, where it is one.
pub(super) fn quantity(typed: &str, most: u32) -> Option<u32> {
    typed.trim().parse().ok().filter(|n| (1..=most).contains(n))
}

/// What is answered in the field with `key`, to see whether it changed since the backend said something against it.
pub(super) fn value_at(kept: &Kept, key: &str) -> Value {
    match key {
        WHOM => json!([kept.for_other, kept.other.as_ref().map(|p| &p.id)]),
        QUANTITY => json!(kept.quantity),
        _ => At::read(key).and_then(|at| at.value(&kept.answers).cloned()).unwrap_or_default(),
    }
}

/// What it takes to see what is wrong.
pub(super) struct Look {
    /// How many may be asked for.
    pub max_quantity: u32,
    /// The currency of every amount.
    pub currency: Currency,
    /// Questions that are asked because the backend says so.
    pub forced: BTreeSet<QuestionId>,
    /// What the backend has against answers.
    pub objections: BTreeMap<String, Objection>,
    /// Questions whose files are not all there.
    pub held: BTreeMap<QuestionId, Held>,
    /// The keys of the fields whose mistakes are shown.
    pub shown: BTreeSet<String>,
}

impl Look {
    /// Everything that is wrong, in the order of the form.
    pub fn all(&self, form: &Form, kept: &Kept, evaluation: &Evaluation) -> Vec<Wrong> {
        let mut all = Vec::new();
        let nobody = kept.for_other && kept.other.is_none();
        let words: &dyn Fn() -> String = &m::requests::whom_required;
        all.extend(self.wrong(kept, 0, &|| WHOM.to_owned(), nobody.then_some(words)));
        let most = self.max_quantity;
        let odd = most > 1 && quantity(&kept.quantity, most).is_none();
        let words: &dyn Fn() -> String = &|| m::requests::quantity_wrong(&format::number(f64::from(most)));
        all.extend(self.wrong(kept, 0, &|| QUANTITY.to_owned(), odd.then_some(words)));
        for (page, question) in
            form.pages.iter().enumerate().flat_map(|(i, p)| p.questions.iter().map(move |q| (i, q)))
        {
            let state = evaluation.question(question.id.as_str());
            if !state.is_some_and(|s| s.visible) && !self.forced.contains(&question.id) {
                continue;
            }
            let key = || At::question(&question.id).key();
            match self.held.get(&question.id) {
                Some(Held::Going) => continue,
                Some(Held::Stuck(words)) => {
                    all.extend(self.wrong(kept, page, &key, Some(&|| words.clone())));
                    continue;
                }
                None => {
                    let mistake = state.and_then(|s| self.mistake(question, s));
                    let words = mistake.as_ref().map(|words| words as &dyn Fn() -> String);
                    all.extend(self.wrong(kept, page, &key, words));
                }
            }
            for (n, row) in state.iter().flat_map(|s| &s.rows).enumerate() {
                for (column, cell) in question.kind.columns().iter().zip(&row.cells) {
                    let mistake = self.mistake(column, cell);
                    let mistake = mistake.map(|words| move || words::in_row(question, n, &words()));
                    let words = mistake.as_ref().map(|words| words as &dyn Fn() -> String);
                    let key = || At::question(&question.id).cell(n, &column.id).key();
                    all.extend(self.wrong(kept, page, &key, words));
                }
            }
        }
        all
    }

    /// What is wrong at a field, by the rules if there are `words` for it, or else by what the backend said. A form that has
    /// just begun is wrong in many places and none of them is shown: words are made for those that are, keys for what is wrong.
    fn wrong(
        &self,
        kept: &Kept,
        page: usize,
        key: &dyn Fn() -> String,
        words: Option<&dyn Fn() -> String>,
    ) -> Option<Wrong> {
        if words.is_none() && self.objections.is_empty() {
            return None;
        }
        let key = key();
        let is_shown = self.shown.contains(&key);
        let words = match words {
            Some(words) => is_shown.then(words),
            None => {
                let objection = self.objection(kept, &key)?;
                is_shown.then(|| objection.to_owned())
            }
        };
        Some(Wrong { key, page, words })
    }

    fn objection(&self, kept: &Kept, key: &str) -> Option<&str> {
        let objection = self.objections.get(key)?;
        (objection.value == value_at(kept, key)).then_some(objection.words.as_str())
    }

    fn mistake<'a>(
        &self,
        question: &'a Question,
        state: &'a QuestionState,
    ) -> Option<impl Fn() -> String + use<'a>> {
        let currency = self.currency;
        state.problem.as_ref().map(|problem| move || words::mistake(question, problem, currency))
    }
}
