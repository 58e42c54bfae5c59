//! What holds for one question, and for the rows of one.

use super::{Answer, Problem, Reason};
use crate::ids::{OptionId, QuestionId};
use serde_json::Value;

/// What holds for one question, given the answers so far.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionState {
    /// Which question.
    pub id: QuestionId,
    /// It is asked.
    pub visible: bool,
    /// It needs an answer.
    pub required: bool,
    /// The person may not change its answer. No lock: what is sent is not compared with anything.
    pub read_only: bool,
    /// Which options are on offer, those of a tree level by level; empty where it has none of its own.
    pub options: Vec<OptionId>,
    /// The earlier answers that narrow what is on offer.
    pub given: Vec<(QuestionId, String)>,
    /// Nothing is on offer before this question is answered.
    pub waits_for: Option<QuestionId>,
    /// The answer that counts for conditions and the price: there where the question is visible and the answer is
    /// well-typed and on offer. An answer that breaks another constraint counts, so that a form does not jump about
    /// while somebody types.
    pub answer: Option<Answer>,
    /// The answer that it begins with, given the answers before it.
    pub default: Option<Value>,
    /// What is wrong with the answer. What is wrong within rows is in `rows`.
    pub problem: Option<Problem>,
    /// The conditions because of which it is asked; empty where it always is.
    pub because: Vec<Reason>,
    /// The rows as they came, those in which nothing is answered among them.
    pub rows: Vec<RowState>,
}

/// What holds for one row.
#[derive(Debug, Clone, PartialEq)]
pub struct RowState {
    /// Something in it is answered. What is not is neither sent nor counted.
    pub counts: bool,
    /// A state for each question of the row, in order.
    pub cells: Vec<QuestionState>,
    /// Answers to questions that the row does not have.
    pub strays: Vec<Problem>,
}

impl RowState {
    /// What is wrong within the row.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.cells.iter().filter_map(|cell| cell.problem.as_ref()).chain(&self.strays)
    }
}

impl QuestionState {
    /// The earlier questions because of whose answers it is asked, each once.
    pub fn because_of(&self) -> Vec<&QuestionId> {
        let mut questions: Vec<&QuestionId> = Vec::new();
        for question in self.because.iter().flat_map(Reason::questions) {
            if !questions.contains(&question) {
                questions.push(question);
            }
        }
        questions
    }

    /// What is wrong with the answer and within its rows.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.problem.iter().chain(self.rows.iter().flat_map(RowState::problems))
    }

    /// What holds for a question of a row, counted from 0.
    pub fn cell(&self, row: usize, column: &str) -> Option<&Self> {
        self.rows.get(row)?.cells.iter().find(|cell| cell.id.as_str() == column)
    }

    /// The answer as it is sent, given the value that it was read from.
    pub(super) fn sent(&self, value: Option<&Value>) -> Option<Value> {
        let answer = self.answer.as_ref()?;
        if !matches!(answer, Answer::Rows(_)) {
            return Some(answer.to_sent(value));
        }
        let items = value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let rows = self.rows.iter().zip(items).filter(|(row, _)| row.counts).map(|(row, item)| {
            let cell = |cell: &Self| Some((cell.id.to_string(), cell.sent(item.get(cell.id.as_str()))?));
            Value::Object(row.cells.iter().filter_map(cell).collect())
        });
        Some(rows.collect())
    }
}
