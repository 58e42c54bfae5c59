//! Why a question is asked.

use super::super::{asking::Asking, at::At};
use crate::i18n::m;
use guichet_rules::{
    form::{Form, Kind, Question, Reason},
    ids::QuestionId,
};
use leptos::prelude::*;

/// The longest answer that is named as a reason, in characters; a longer one would bury the question.
const LONGEST: usize = 60;

/// Why it is asked: in the form's words, or made from the earlier answers that it depends on.
pub fn why(asking: Asking, question: &Question, at: &At) -> Option<String> {
    if question.visible_when.is_none() || question.because.is_some() {
        return question.because.clone().filter(|_| question.visible_when.is_some());
    }
    let because = asking.evaluation.with(|e| at.state(e).map(|s| s.because.clone()))?;
    let mut earlier: Vec<At> = Vec::new();
    for question in because.iter().filter_map(Reason::question) {
        let place = asking.form.with_value(|form| place(form, at, question));
        if !earlier.contains(&place) {
            earlier.push(place);
        }
    }
    match earlier.as_slice() {
        // A group is all that there is, if anything.
        [] => (!because.is_empty()).then(m::requests::asked_because_group),
        [one] => {
            let (label, answer) = said(asking, one)?;
            Some(match answer {
                Said::Short(answer) => m::requests::asked_because(&answer, &label),
                Said::Long => m::requests::asked_because_of(&label),
                Said::Nothing => m::requests::asked_because_of(&m::requests::question_answer(
                    &m::requests::no_answer(),
                    &label,
                )),
            })
        }
        several => {
            let each = several.iter().filter_map(|at| {
                let (label, answer) = said(asking, at)?;
                Some(match answer {
                    Said::Short(answer) => m::requests::question_answer(&answer, &label),
                    Said::Long => label,
                    Said::Nothing => m::requests::question_answer(&m::requests::no_answer(), &label),
                })
            });
            Some(m::requests::asked_because_of(&each.collect::<Vec<_>>().join("; ")))
        }
    }
}

/// Where the earlier question is: in the same row, or in the form.
fn place(form: &Form, at: &At, earlier: &QuestionId) -> At {
    let columns = form.question(at.question.as_str()).map(|q| q.kind.columns()).unwrap_or_default();
    match &at.cell {
        Some((row, _)) if columns.iter().any(|column| column.id == *earlier) => at.cell(*row, earlier),
        _ => At::question(earlier),
    }
}

/// An answer, as far as it is fit to be a reason.
enum Said {
    Short(String),
    /// Too long, of several lines, or a secret.
    Long,
    Nothing,
}

/// The question there, and its answer.
fn said(asking: Asking, at: &At) -> Option<(String, Said)> {
    let question = asking.form.with_value(|form| at.find(form).cloned())?;
    let answer = match super::answer(asking, &question, at) {
        None => Said::Nothing,
        Some(_) if question.is_secret() || matches!(question.kind, Kind::Rows { .. }) => Said::Long,
        Some(answer) if answer.contains('\n') || answer.chars().count() > LONGEST => Said::Long,
        Some(answer) => Said::Short(answer),
    };
    Some((question.label, answer))
}
