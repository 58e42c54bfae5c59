//! The `rules form` line: a form and answers in, what holds for them out.

use super::{Answers, Context, Form, evaluate};
use crate::{
    ids::GroupId,
    money::{Currency, Price},
};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Line {
    form: Form,
    #[serde(default)]
    answers: Answers,
    today: NaiveDate,
    #[serde(default)]
    groups: Vec<GroupId>,
    currency: Option<Currency>,
}

/// Evaluates `{"form", "answers", "today", "groups"?, "currency"?}`; gives `{"problems", "visible", "required", "price"}`.
/// `matches` decides patterns, as in [`Context::matches`].
pub fn cli(line: Value, matches: &dyn Fn(&str, &str) -> bool) -> Result<Value, serde_json::Error> {
    let line: Line = serde_json::from_value(line)?;
    let context = Context { today: line.today, groups: &line.groups, matches };
    let evaluation = evaluate(&line.form, &line.answers, &context);
    let ids = |keep: fn(&super::QuestionState) -> bool| {
        evaluation.questions.iter().filter(|q| keep(q)).map(|q| &q.id).collect::<Vec<_>>()
    };
    Ok(json!({
        "problems": evaluation.problems().collect::<Vec<_>>(),
        "visible": ids(|q| q.visible),
        "required": ids(|q| q.required),
        "price": Price::of(line.currency.unwrap_or(Currency::EUR), evaluation.lines.clone()),
    }))
}
