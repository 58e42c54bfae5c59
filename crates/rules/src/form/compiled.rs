//! A form made ready: every name is looked up once, every condition taken apart once, and none of it again on each key.

use super::{
    Answers, Context, Evaluation, Form, Question, QuestionState,
    default::default,
    facts::Facts,
    plan::Plan,
    scope::{Index, Scope},
};
use crate::ids::QuestionId;
use serde_json::{Map, Value};
use std::{collections::BTreeSet, ops::Deref, sync::Arc};

/// A form that is ready to be evaluated as often as somebody types. Conditions name earlier questions only, so the order of
/// the form is the order in which everything is known, and one pass over it is enough.
#[derive(Debug, Clone)]
pub struct Compiled {
    form: Form,
    pub(super) index: Arc<Index>,
    pub(super) plans: Vec<Plan>,
    /// Page and place on it of each question, by position.
    places: Vec<(usize, usize)>,
}

impl Compiled {
    /// Makes `form` ready. Never fails: what leads nowhere is as if it were unanswered, and the lint names it.
    pub fn new(form: Form) -> Self {
        let index = Arc::new(Index::of(&form));
        let plan = |(n, question): (usize, &Question)| Plan::new(question, Scope::at(&index, n), n);
        let plans = form.questions().enumerate().map(plan).collect();
        let pages = form.pages.iter().enumerate();
        let places = pages.flat_map(|(p, page)| (0..page.questions.len()).map(move |q| (p, q))).collect();
        Self { plans, places, index, form }
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.nth(*self.index.questions.get(id)?)
    }

    /// The question at this position of the form.
    pub(super) fn nth(&self, n: usize) -> Option<&Question> {
        let (page, n) = self.places.get(n)?;
        self.form.pages.get(*page)?.questions.get(*n)
    }

    /// The form.
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// What holds, given `answers`. Never fails: whatever is wrong is a problem in the result.
    pub fn evaluate(&self, answers: &Answers, context: &Context<'_>) -> Evaluation {
        Evaluation::of(self, answers, context)
    }

    /// `answers` with the defaults of every question that nobody has settled: answers to those in `own` stay as they are,
    /// everything else is what the form begins with, given the answers before it. So a default that comes from an earlier
    /// answer follows it until somebody says otherwise.
    pub fn prefilled(&self, answers: &Answers, own: &BTreeSet<QuestionId>, context: &Context<'_>) -> Answers {
        let mut filled = Answers::new();
        let mut done: Vec<QuestionState> = Vec::with_capacity(self.plans.len());
        for (question, plan) in self.form.questions().zip(&self.plans) {
            let value = if own.contains(&question.id) {
                answers.get(&question.id).cloned()
            } else {
                default(question, plan.default, &Facts { done: &done, row: &[], own: None, context })
            };
            let state = plan.evaluate(question, value.as_ref(), "", &done, &[], context);
            filled.extend(value.map(|value| (question.id.clone(), value)));
            done.push(state);
        }
        filled
    }

    /// A row of the rows question `rows` as it is when it is added: with the defaults of its questions.
    pub fn new_row(&self, rows: &str, evaluation: &Evaluation, context: &Context<'_>) -> Value {
        let mut row = Map::new();
        let at = self.index.questions.get(rows).copied();
        if let (Some(question), Some(plan)) = (self.question(rows), at.and_then(|n| self.plans.get(n))) {
            let done = at.and_then(|n| evaluation.questions.get(..n)).unwrap_or_default();
            for (column, plan) in question.kind.columns().iter().zip(&plan.columns) {
                let facts = Facts { done, row: &[], own: None, context };
                row.extend(default(column, plan.default, &facts).map(|value| (column.id.to_string(), value)));
            }
        }
        Value::Object(row)
    }
}

impl Deref for Compiled {
    type Target = Form;
    fn deref(&self) -> &Form {
        &self.form
    }
}

/// Everything else follows from the form.
impl PartialEq for Compiled {
    fn eq(&self, other: &Self) -> bool {
        self.form == other.form
    }
}

impl From<Form> for Compiled {
    fn from(form: Form) -> Self {
        Self::new(form)
    }
}
