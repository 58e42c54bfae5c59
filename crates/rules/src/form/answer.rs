//! Typed answers, and how they are read from JSON.

use super::{Kind, Question};
use crate::ids::QuestionId;
use chrono::NaiveDate;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Answers as they travel: a JSON value a question.
pub type Answers = BTreeMap<QuestionId, Value>;

/// An answer that fits its question's type.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Short and long text; never empty.
    Text(String),
    /// A finite number.
    Number(f64),
    /// Yes or no.
    YesNo(bool),
    /// The id of an option, person, service, asset or location.
    Id(String),
    /// Ids of options or files, each once; never empty.
    Ids(Vec<String>),
    /// A calendar date.
    Date(NaiveDate),
}

/// A JSON value that cannot answer the question: a text where a number is asked, and so on. A portal never sends one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the value does not have the type that the question asks for")]
pub struct Mistyped;

impl Answer {
    /// Reads the answer to `question`. `None` is no answer: `null`, an empty text or an empty list.
    pub fn read(question: &Question, value: &Value) -> Result<Option<Self>, Mistyped> {
        if value.is_null() {
            return Ok(None);
        }
        match &question.kind {
            Kind::ShortText { .. } | Kind::LongText { .. } => text(value).map(|t| t.map(Self::Text)),
            Kind::Number { .. } => match value {
                Value::Number(n) => {
                    n.as_f64().filter(|n| n.is_finite()).map(|n| Some(Self::Number(n))).ok_or(Mistyped)
                }
                _ => Err(Mistyped),
            },
            Kind::YesNo { .. } => value.as_bool().map(|b| Some(Self::YesNo(b))).ok_or(Mistyped),
            Kind::SingleChoice { .. }
            | Kind::Person { .. }
            | Kind::Service {}
            | Kind::Asset { .. }
            | Kind::Location {} => text(value).map(|t| t.map(Self::Id)),
            Kind::ManyChoice { .. } | Kind::File { .. } => {
                let Value::Array(items) = value else { return Err(Mistyped) };
                let ids = distinct(items)?;
                Ok((!ids.is_empty()).then_some(Self::Ids(ids)))
            }
            Kind::Date { .. } => match text(value)? {
                None => Ok(None),
                Some(t) => date(&t).map(|date| Some(Self::Date(date))).ok_or(Mistyped),
            },
            Kind::Heading {} | Kind::Paragraph { .. } | Kind::Notice { .. } | Kind::Unknown => Err(Mistyped),
        }
    }

    /// As it travels when it is sent: `value`, from which it was read, without what reading took away. What was checked is
    /// then what is kept.
    pub(super) fn to_sent(&self, value: &Value) -> Value {
        match self {
            Self::Text(text) | Self::Id(text) => text.as_str().into(),
            Self::Ids(ids) => ids.clone().into(),
            Self::Date(date) => date.to_string().into(),
            // As it came: 3 must not turn into 3.0.
            Self::Number(_) | Self::YesNo(_) => value.clone(),
        }
    }

    /// The text of a text or id.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Id(text) => Some(text),
            _ => None,
        }
    }
}

/// `2026-11-21` and nothing else. chrono alone would also take `2026-1-5`, blanks around the dashes and years of six
/// digits, which the format `date` of JSON Schema, and so a backend that validates with it, refuses.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let fits = |(n, b): (usize, u8)| if n == 4 || n == 7 { b == b'-' } else { b.is_ascii_digit() };
    if text.len() == 10 && text.bytes().enumerate().all(fits) { text.parse().ok() } else { None }
}

/// The same option twice is that option: it is chosen, and charged, once.
fn distinct(items: &[Value]) -> Result<Vec<String>, Mistyped> {
    let mut seen = BTreeSet::new();
    let mut ids = Vec::new();
    for item in items {
        let id = item.as_str().ok_or(Mistyped)?;
        if seen.insert(id) {
            ids.push(id.to_owned());
        }
    }
    Ok(ids)
}

/// Blanks around a text are not an answer: someone who hits the space bar has not answered.
fn text(value: &Value) -> Result<Option<String>, Mistyped> {
    let text = value.as_str().ok_or(Mistyped)?.trim();
    Ok((!text.is_empty()).then(|| text.to_owned()))
}
