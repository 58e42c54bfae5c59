//! Answers with a verdict, for whoever judges them by the schema of the form instead.

use super::{
    super::{Answers, Compiled},
    matches, numbered_answers, with_context,
};
use crate::ids::IdError;
use serde::Serialize;

/// Answers as somebody might send them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Case {
    /// The answers.
    pub answers: Answers,
    /// The rules take them just as they are: nothing is wrong with them, and nothing would be left out or written otherwise.
    pub right: bool,
}

/// Two cases for each of `sets` sets of answers to the form of `seed`: the answers as they came, and what the form makes of
/// them before they are sent.
pub fn cases(form: &Compiled, seed: u64, sets: u64) -> Result<Vec<Case>, IdError> {
    with_context(&matches, |context| {
        let mut all = Vec::new();
        for set in 0..sets {
            let came = numbered_answers(form, seed, set)?;
            let sent = form.evaluate(&came, context).submitted(&came);
            for answers in [came, sent] {
                let evaluation = form.evaluate(&answers, context);
                let right =
                    evaluation.problems().next().is_none() && evaluation.submitted(&answers) == answers;
                all.push(Case { answers, right });
            }
        }
        Ok(all)
    })
}
