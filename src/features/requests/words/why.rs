//! Why a question is asked.

use super::super::{asking::Asking, at::At};
use crate::{answered::answered, i18n::m};
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
    asking.track(at);
    let because = asking.evaluation.with_untracked(|e| at.state(e).map(|s| s.because.clone()))?;
    let mut earlier: Vec<At> = Vec::new();
    for question in because.iter().flat_map(Reason::questions) {
        let place = asking.form.with_value(|form| place(form, at, question));
        if !earlier.contains(&place) {
            earlier.push(place);
        }
    }
    match earlier.as_slice() {
        // A group is all that there is, if anything.
        [] => because.first().map(|reason| of_group(asking, reason)),
        [one] => {
            let (label, answer) = said(asking, one)?;
            Some(match answer {
                Said::Typed => m::requests::asked_because_typed(&label),
                Said::Short(answer) => m::requests::asked_because(&answer, &label),
                Said::Long => m::requests::asked_because_of(&label),
                Said::Nothing => m::requests::asked_because_none(&label),
            })
        }
        several => {
            let each = several.iter().filter_map(|at| {
                let (label, answer) = said(asking, at)?;
                Some(match answer {
                    Said::Short(answer) => answered(&label, &answer),
                    Said::Typed | Said::Long => label,
                    Said::Nothing => answered(&label, &m::requests::no_answer()),
                })
            });
            Some(m::requests::asked_because_of(&each.collect::<Vec<_>>().join("; ")))
        }
    }
}

/// Because of a group. Which groups somebody else belongs to is not for this device to know.
fn of_group(asking: Asking, reason: &Reason) -> String {
    match (asking.own.get(), reason.holds) {
        (false, _) => m::requests::asked_because_their_groups(),
        (true, true) => m::requests::asked_because_group(),
        (true, false) => m::requests::asked_because_no_group(),
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
    /// Free text: it stands above in the person's own words, and changes with each key under every question that hangs on it.
    Typed,
    Short(String),
    /// Too long, of several lines, or a secret.
    Long,
    Nothing,
}

/// The question there, and its answer.
fn said(asking: Asking, at: &At) -> Option<(String, Said)> {
    let question = asking.form.with_value(|form| at.find(form).cloned())?;
    if matches!(question.kind, Kind::ShortText { .. } | Kind::LongText { .. } | Kind::RichText { .. }) {
        return Some((question.label, Said::Typed));
    }
    let answer = super::answer(asking, &question, at).map(|answer| match question.kind {
        // Chosen together, they are one reason.
        Kind::ManyChoice { .. } => answer.replace('\n', ", "),
        _ => answer,
    });
    let answer = match answer {
        None => Said::Nothing,
        Some(_) if question.is_secret() || matches!(question.kind, Kind::Rows { .. }) => Said::Long,
        Some(answer) if answer.contains('\n') || answer.chars().count() > LONGEST => Said::Long,
        Some(answer) => Said::Short(answer),
    };
    Some((question.label, answer))
}
