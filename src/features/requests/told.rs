//! What the backend says of answers: where it belongs, and in words.

use super::{asking::Asking, at::At, words};
use crate::i18n::m;
use guichet_rules::form::Problem;
use leptos::prelude::*;

/// The place of the form that a pointer into the request leads to, if the form has it.
pub(super) fn place(asking: Asking, pointer: &str) -> Option<At> {
    let at = untrack(|| asking.evaluation.with(|e| At::sent(pointer, e)))?;
    asking.form.with_value(|form| at.find(form).is_some()).then_some(at)
}

/// The place that a problem is about. Not every backend says more than the question.
pub(super) fn place_of(asking: Asking, problem: &Problem) -> Option<At> {
    if problem.pointer.is_empty() {
        return place(asking, &At::question(&problem.question).key());
    }
    place(asking, &format!("/answers{}", problem.pointer))
}

/// What is wrong there; within rows, with the row.
pub(super) fn in_words(asking: Asking, at: &At, problem: &Problem) -> String {
    asking.form.with_value(|form| {
        let Some(question) = at.find(form) else { return m::requests::wrong_other() };
        let words = words::mistake(question, problem, asking.currency());
        match (&at.cell, form.question(at.question.as_str())) {
            (Some((row, _)), Some(rows)) => words::in_row(rows, *row, &words),
            _ => words,
        }
    })
}
