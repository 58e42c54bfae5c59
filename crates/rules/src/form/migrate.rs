//! Answers to one version of a form, carried over to another.

use super::{Answer, Answers, Form, Kind, Question};
use crate::ids::{OptionId, QuestionId};
use serde_json::{Map, Value};

/// What became of answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Migrated {
    /// Those that fit the new form.
    pub answers: Answers,
    /// Those that do not, whole or in part, in the order of the new form and then of the ids that it does not have.
    pub dropped: Vec<Dropped>,
}

/// An answer, or a part of one, that was left behind.
#[derive(Debug, Clone, PartialEq)]
pub struct Dropped {
    /// Which question.
    pub question: QuestionId,
    /// A JSON Pointer into the old answers: `/model`, in repeating rows `/people/0/name`.
    pub pointer: String,
    /// Why.
    pub why: Why,
}

/// Why an answer was left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The form does not ask this any more.
    Gone,
    /// It asks for another type of answer.
    OtherType,
    /// The option is no longer there.
    OptionGone(OptionId),
    /// It is a number that the form works out by itself now, or something that is only shown.
    NotAsked,
}

/// Carries `answers` over to `form`. What has the right type and names options that are there is kept: whether it also keeps
/// to the new constraints, the evaluation says, and nobody has to type a text anew because it is too long now. A choice that
/// became one of many, or the other way round, is kept where it can be. Answers to questions that were hidden come along.
pub fn migrate(form: &Form, answers: &Answers) -> Migrated {
    let mut migrated = Migrated { answers: Answers::new(), dropped: Vec::new() };
    for question in form.questions() {
        let Some(value) = answers.get(&question.id) else { continue };
        let pointer = format!("/{}", question.id);
        if let Some(kept) = carry(question, value, pointer, &mut migrated.dropped) {
            migrated.answers.insert(question.id.clone(), kept);
        }
    }
    for id in answers.keys().filter(|id| form.question(id.as_str()).is_none()) {
        migrated.dropped.push(Dropped { question: id.clone(), pointer: format!("/{id}"), why: Why::Gone });
    }
    migrated
}

/// What of `value` answers `question`.
fn carry(question: &Question, value: &Value, pointer: String, dropped: &mut Vec<Dropped>) -> Option<Value> {
    let mut drop = |why: Why| {
        dropped.push(Dropped { question: question.id.clone(), pointer: pointer.clone(), why });
        None
    };
    if !question.kind.is_asked() {
        return drop(Why::NotAsked);
    }
    let value = converted(question, value);
    match (&question.kind, Answer::read(question, &value)) {
        (_, Ok(None)) => None,
        (_, Err(_)) => drop(Why::OtherType),
        (Kind::Rows { questions, .. }, Ok(Some(_))) => rows(question, questions, &value, &pointer, dropped),
        (Kind::ManyChoice { .. }, Ok(Some(Answer::Ids(ids)))) => {
            let (there, gone): (Vec<String>, Vec<String>) =
                ids.into_iter().partition(|id| Answer::Ids(vec![id.clone()]).is_listed(question));
            for id in gone {
                drop(option_gone(&id));
            }
            (!there.is_empty()).then(|| there.into())
        }
        (_, Ok(Some(answer))) if answer.is_listed(question) => Some(value),
        (_, Ok(Some(answer))) => drop(option_gone(answer.as_str().unwrap_or_default())),
    }
}

fn option_gone(id: &str) -> Why {
    // What is no id at all never was an option.
    OptionId::new(id).map_or(Why::OtherType, Why::OptionGone)
}

/// One choice as a list of one, and the other way round.
fn converted(question: &Question, value: &Value) -> Value {
    match (&question.kind, value) {
        (Kind::ManyChoice { .. }, Value::String(id)) if !id.trim().is_empty() => {
            Value::Array(vec![Value::from(id.trim())])
        }
        (Kind::SingleChoice { .. } | Kind::Tree { .. }, Value::Array(items)) => match items.as_slice() {
            [only] => only.clone(),
            _ => value.clone(),
        },
        _ => value.clone(),
    }
}

/// The rows with what fits of each.
fn rows(
    question: &Question,
    columns: &[Question],
    value: &Value,
    pointer: &str,
    dropped: &mut Vec<Dropped>,
) -> Option<Value> {
    let mut kept = Vec::new();
    for (n, row) in value.as_array()?.iter().filter_map(Value::as_object).enumerate() {
        let mut cells = Map::new();
        for column in columns {
            let Some(value) = row.get(column.id.as_str()) else { continue };
            if let Some(value) = carry(column, value, format!("{pointer}/{n}/{}", column.id), dropped) {
                cells.insert(column.id.to_string(), value);
            }
        }
        let known = |key: &str| columns.iter().any(|column| column.id.as_str() == key);
        for key in row.keys().filter(|key| !known(key)) {
            let pointer = format!("{pointer}/{n}/{}", key.replace('~', "~0").replace('/', "~1"));
            dropped.push(Dropped { question: question.id.clone(), pointer, why: Why::Gone });
        }
        if !cells.is_empty() {
            kept.push(Value::Object(cells));
        }
    }
    (!kept.is_empty()).then_some(Value::Array(kept))
}
