//! One evaluation, the same in the browser and the backend.

use super::{
    Answers, Compiled, Condition, Form, Prefill, Problem, ProblemCode as Code, QuestionState,
    facts::Facts,
    price::lines,
    scope::{Index, Scope},
    test::Test,
};
use crate::{
    ids::{GroupId, QuestionId},
    money::PriceLine,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// What an evaluation needs to know beside the form and the answers.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Today where the person is; relative dates count from it.
    pub today: NaiveDate,
    /// The groups of the person it is for.
    pub groups: &'a [GroupId],
    /// Whether a text as a whole matches a regular expression. The browser has one of its own (`RegExp`), the backend
    /// uses a crate without backtracking; `check` refuses patterns that the two could read differently.
    pub matches: &'a dyn Fn(&str, &str) -> bool,
    /// What defaults may come from; [`Prefill::nothing`] for whoever does not ask about defaults.
    pub prefill: &'a Prefill,
}

/// What holds for a whole form.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// A state a question, in the order of the form.
    pub questions: Vec<QuestionState>,
    /// Answers to questions that the form does not have.
    pub strays: Vec<Problem>,
    /// What the answers add to the price of one unit.
    pub lines: Vec<PriceLine>,
    index: Arc<Index>,
}

impl Evaluation {
    pub(super) fn of(form: &Compiled, answers: &Answers, context: &Context<'_>) -> Self {
        let mut done: Vec<QuestionState> = Vec::with_capacity(form.plans.len());
        let mut all = Vec::new();
        for (question, plan) in form.questions().zip(&form.plans) {
            let state = plan.evaluate(question, answers.get(&question.id), "", &done, &[], context);
            lines(question, plan, &state, &mut all);
            done.push(state);
        }
        let stray = |id: &&QuestionId| !form.index.questions.contains_key(*id);
        let strays = answers.keys().filter(stray).map(|id| Problem {
            question: id.clone(),
            pointer: format!("/{id}"),
            code: Code::UnknownQuestion,
            message: None,
        });
        Self { strays: strays.collect(), questions: done, lines: all, index: Arc::clone(&form.index) }
    }

    /// The state of a question.
    pub fn question(&self, id: &str) -> Option<&QuestionState> {
        self.questions.get(*self.index.questions.get(id)?)
    }

    /// Every problem, in the order of the form.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.questions.iter().flat_map(QuestionState::problems).chain(&self.strays)
    }

    /// The answers that count: those of visible questions, and numbers that follow from them. What is not visible is not
    /// submitted.
    pub fn submitted(&self, answers: &Answers) -> Answers {
        let sent = |q: &QuestionState| Some((q.id.clone(), q.sent(answers.get(&q.id))?));
        self.questions.iter().filter_map(sent).collect()
    }

    /// Whether `condition` holds for these answers: what approvals ask once a form is filled in.
    pub fn holds(&self, condition: &Condition, context: &Context<'_>) -> bool {
        let facts = Facts { done: &self.questions, row: &[], own: None, context };
        Test::new(condition, Scope::after(&self.index)).holds(&facts)
    }
}

/// Evaluates `form` with `answers`. Never fails: whatever is wrong is a problem in the result. Whoever evaluates a form more
/// than once makes it ready first, see [`Compiled`].
pub fn evaluate(form: &Form, answers: &Answers, context: &Context<'_>) -> Evaluation {
    Compiled::new(form.clone()).evaluate(answers, context)
}
