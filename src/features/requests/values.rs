//! Answers as JSON: where they come from, and whether they fit.

use crate::router::ParamsMap;
use guichet_rules::{
    form::{Answer, Answers, Form, Kind, Question},
    ids::QuestionId,
};
use serde_json::{Number, Value};

/// The query parameter that answers a question in a link, before the question's id.
const LINK_PREFIX: &str = "answer.";

/// The answers that are there at first.
pub(super) fn defaults(form: &Form) -> Answers {
    form.questions().filter_map(|q| Some((q.id.clone(), q.default.clone()?))).collect()
}

/// The answers that the link to the form brings along. Nothing sensitive is taken from an address, and nothing that does
/// not fit.
pub(super) fn from_link(form: &Form, query: &ParamsMap) -> Answers {
    let answer = |q: &Question| {
        let text = query.get_str(&format!("{LINK_PREFIX}{}", q.id))?;
        let value = from_text(q, text)?;
        (!q.sensitive && fits(q, &value)).then(|| (q.id.clone(), value))
    };
    form.questions().filter_map(answer).collect()
}

fn from_text(question: &Question, text: &str) -> Option<Value> {
    match &question.kind {
        Kind::Number { .. } => Some(number(text)),
        Kind::YesNo { .. } => match text {
            "true" | "yes" => Some(Value::Bool(true)),
            "false" | "no" => Some(Value::Bool(false)),
            _ => None,
        },
        Kind::ManyChoice { .. } => Some(list(text.split(',').map(str::to_owned))),
        Kind::File { .. } => None,
        _ => Some(Value::String(text.to_owned())),
    }
}

/// Whether `value` could answer `question`.
pub(super) fn fits(question: &Question, value: &Value) -> bool {
    let on_offer = |id: &str| question.kind.options().iter().any(|o| o.id.as_str() == id);
    match Answer::read(question, value) {
        Ok(Some(Answer::Id(id))) => !matches!(question.kind, Kind::SingleChoice { .. }) || on_offer(&id),
        Ok(Some(Answer::Ids(ids))) => {
            !matches!(question.kind, Kind::ManyChoice { .. }) || ids.iter().all(|id| on_offer(id))
        }
        Ok(Some(_)) => true,
        Ok(None) | Err(_) => false,
    }
}

/// A text; nothing where nothing is typed.
pub(super) fn text(typed: &str) -> Option<Value> {
    (!typed.is_empty()).then(|| Value::String(typed.to_owned()))
}

/// What was typed as a number, with a point or a comma; as it is where it is none, so that nothing typed gets lost.
pub(super) fn number(typed: &str) -> Value {
    let plain = typed.trim().replace(',', ".");
    if let Ok(whole) = plain.parse::<i64>() {
        return Value::Number(whole.into());
    }
    let number = plain.parse::<f64>().ok().and_then(Number::from_f64);
    number.map_or_else(|| Value::String(typed.to_owned()), Value::Number)
}

/// Ids.
pub(super) fn list(ids: impl IntoIterator<Item = String>) -> Value {
    Value::Array(ids.into_iter().map(Value::String).collect())
}

/// The ids in a list.
pub(super) fn ids(value: Option<&Value>) -> Vec<String> {
    let items = value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect()
}

/// What stands in a field that has `value`.
pub(super) fn typed(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(n)) => n.to_string(),
        _ => String::new(),
    }
}

/// The question whose answer a JSON Pointer into a request leads to: `/answers/model`, `/answers/files/0`.
pub(super) fn question_at(pointer: &str) -> Option<QuestionId> {
    let id = pointer.strip_prefix("/answers/")?.split('/').next()?;
    QuestionId::new(id).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn question(kind: Value) -> Question {
        serde_json::from_value(kind).unwrap_or_else(|e| panic!("{e}"))
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(number("12"), json!(12));
        assert_eq!(number(" 1,5 "), json!(1.5));
        assert_eq!(number("a dozen"), json!("a dozen"));
        assert_eq!(typed(Some(&number("a dozen"))), "a dozen");
    }

    #[test]
    fn only_what_is_on_offer_fits() {
        let q = question(
            json!({"id": "m", "type": "single_choice", "label": "M", "options": [{"id": "a", "label": "A"}]}),
        );
        assert!(fits(&q, &json!("a")));
        assert!(!fits(&q, &json!("b")));
        assert!(!fits(&q, &json!(true)));
    }

    #[test]
    fn pointers_lead_to_questions() {
        assert_eq!(question_at("/answers/model").map(|q| q.to_string()).as_deref(), Some("model"));
        assert_eq!(question_at("/answers/files/0").map(|q| q.to_string()).as_deref(), Some("files"));
        assert_eq!(question_at("/quantity"), None);
    }
}
