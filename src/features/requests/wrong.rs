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
    /// What to do, in words.
    pub words: String,
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
}

impl Look {
    /// Everything that is wrong, in the order of the form.
    pub fn all(&self, form: &Form, kept: &Kept, evaluation: &Evaluation) -> Vec<Wrong> {
        let mut all = Vec::new();
        let mut add = |key: String, page: usize, words: Option<String>| {
            let words = words.or_else(|| self.objection(kept, &key));
            all.extend(words.map(|words| Wrong { key, page, words }));
        };
        let nobody = kept.for_other && kept.other.is_none();
        add(WHOM.to_owned(), 0, nobody.then(m::requests::whom_required));
        let most = self.max_quantity;
        let odd = most > 1 && quantity(&kept.quantity, most).is_none();
        add(
            QUANTITY.to_owned(),
            0,
            odd.then(|| m::requests::quantity_wrong(&format::number(f64::from(most)))),
        );
        for (page, question) in
            form.pages.iter().enumerate().flat_map(|(i, p)| p.questions.iter().map(move |q| (i, q)))
        {
            let state = evaluation.question(question.id.as_str());
            if !state.is_some_and(|s| s.visible) && !self.forced.contains(&question.id) {
                continue;
            }
            let at = At::question(&question.id);
            match self.held.get(&question.id) {
                Some(Held::Going) => continue,
                Some(Held::Stuck(words)) => {
                    add(at.key(), page, Some(words.clone()));
                    continue;
                }
                None => add(at.key(), page, state.and_then(|s| self.mistake(question, s))),
            }
            for (n, row) in state.iter().flat_map(|s| &s.rows).enumerate() {
                for (column, cell) in question.kind.columns().iter().zip(&row.cells) {
                    let words = self.mistake(column, cell).map(|words| words::in_row(question, n, &words));
                    add(at.cell(n, &column.id).key(), page, words);
                }
            }
        }
        all
    }

    fn objection(&self, kept: &Kept, key: &str) -> Option<String> {
        let objection = self.objections.get(key)?;
        (objection.value == value_at(kept, key)).then(|| objection.words.clone())
    }

    fn mistake(&self, question: &Question, state: &QuestionState) -> Option<String> {
        state.problem.as_ref().map(|problem| words::mistake(question, problem, self.currency))
    }
}
