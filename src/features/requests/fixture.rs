//! Forms and answers for tests.

use super::kept::Kept;
use guichet_rules::form::{Answers, Form};
use serde_json::{Value, json};

/// The second version of a form of one page with these questions.
pub(super) fn form(questions: Value) -> Form {
    let form = json!({"id": "f", "version": 2, "pages": [{"id": "p", "title": "P", "questions": questions}]});
    serde_json::from_value(form).unwrap_or_else(|e| panic!("{e}"))
}

/// These answers, as somebody gave them to the first.
pub(super) fn kept(answers: Value) -> Kept {
    let answers: Answers = serde_json::from_value(answers).unwrap_or_else(|e| panic!("{e}"));
    Kept { own: answers.keys().cloned().collect(), answers, version: 1, ..Kept::default() }
}
