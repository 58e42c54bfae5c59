//! The `rules form` line: a form and answers in, what holds for them out.

use super::{Answers, Compiled, Context, Form, Prefill, QuestionState, Reason, lint, migrate};
use crate::{
    ids::GroupId,
    money::{Currency, Price},
};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value, json};

#[derive(Deserialize)]
struct Line {
    form: Form,
    #[serde(default)]
    answers: Answers,
    today: NaiveDate,
    #[serde(default)]
    groups: Vec<GroupId>,
    #[serde(default)]
    prefill: Prefill,
    currency: Option<Currency>,
}

/// Evaluates `{"form", "answers"?, "today", "groups"?, "prefill"?, "currency"?}`; gives what holds for the form and its
/// questions, what would be submitted, and what is wrong with the form itself. `matches` decides patterns, as in
/// [`Context::matches`].
pub fn cli(line: Value, matches: &dyn Fn(&str, &str) -> bool) -> Result<Value, serde_json::Error> {
    let line: Line = serde_json::from_value(line)?;
    let context = Context { today: line.today, groups: &line.groups, matches, prefill: &line.prefill };
    let faults: Vec<Value> = lint(&line.form)
        .iter()
        .map(|finding| json!({ "pointer": finding.pointer, "what": finding.what(), "remedy": finding.remedy() }))
        .collect();
    let left_behind: Vec<String> =
        migrate(&line.form, &line.answers).dropped.into_iter().map(|dropped| dropped.pointer).collect();
    let form = Compiled::new(line.form);
    let mut said = said(&form, &line.answers, &context, line.currency.unwrap_or(Currency::EUR));
    said["lint"] = faults.into();
    said["left_behind"] = left_behind.into();
    Ok(said)
}

/// What an evaluation says, as JSON.
pub(super) fn said(form: &Compiled, answers: &Answers, context: &Context<'_>, currency: Currency) -> Value {
    let evaluation = form.evaluate(answers, context);
    let ids = |keep: fn(&QuestionState) -> bool| {
        evaluation.questions.iter().filter(|q| keep(q)).map(|q| &q.id).collect::<Vec<_>>()
    };
    let each = |value: &dyn Fn(&QuestionState) -> Option<Value>| -> Value {
        let some = evaluation.questions.iter().filter_map(|q| Some((q.id.to_string(), value(q)?)));
        Value::Object(some.collect::<Map<String, Value>>())
    };
    let listed = |items: Vec<Value>| (!items.is_empty()).then_some(Value::Array(items));
    json!({
        "problems": evaluation.problems().collect::<Vec<_>>(),
        "visible": ids(|q| q.visible),
        "required": ids(|q| q.required),
        "read_only": ids(|q| q.read_only),
        "options": each(&|q| listed(q.options.iter().map(|o| o.as_str().into()).collect())),
        "waits_for": each(&|q| q.waits_for.as_ref().map(|id| id.as_str().into())),
        "defaults": each(&|q| q.default.clone()),
        "because": each(&|q| listed(q.because.iter().map(reason).collect())),
        "submitted": evaluation.submitted(answers),
        "price": Price::of(currency, evaluation.lines.clone()),
    })
}

fn reason(reason: &Reason) -> Value {
    json!({ "condition": *reason.condition, "holds": reason.holds })
}
