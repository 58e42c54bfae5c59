//! Why a question is asked, as data that a reader's language is found for.

use super::Condition;
use crate::ids::QuestionId;
use std::sync::Arc;

/// One of the operators that decided that a question is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// The operator as the form has it; never a connective.
    pub condition: Arc<Condition>,
    /// It holds. False: it does not, which is what the form wanted (`not`).
    pub holds: bool,
}

impl Reason {
    /// The earlier questions that the operator is about; none where it is about a group.
    pub fn questions(&self) -> impl Iterator<Item = &QuestionId> {
        let second = match &*self.condition {
            Condition::DaysBetween(_, to, _) => Some(to),
            _ => None,
        };
        self.condition.question().into_iter().chain(second)
    }
}
