//! Typed answers, and how they are read from JSON.

use super::{Kind, Question};
use crate::ids::QuestionId;
use chrono::NaiveDate;
use serde_json::Value;
use std::collections::BTreeMap;

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
    /// Ids of options or files; never empty.
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
                Value::Number(n) => n.as_f64().filter(|n| n.is_finite()).map(|n| Some(Self::Number(n))).ok_or(Mistyped),
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
                let ids: Option<Vec<String>> = items.iter().map(|v| v.as_str().map(str::to_owned)).collect();
                let ids = ids.ok_or(Mistyped)?;
                Ok((!ids.is_empty()).then_some(Self::Ids(ids)))
            }
            Kind::Date { .. } => match text(value)? {
                None => Ok(None),
                Some(t) => t.parse().map(|date| Some(Self::Date(date))).map_err(|_| Mistyped),
            },
            Kind::Heading {} | Kind::Paragraph { .. } | Kind::Notice { .. } | Kind::Unknown => Err(Mistyped),
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

/// Blanks around a text are not an answer: someone who hits the space bar has not answered.
fn text(value: &Value) -> Result<Option<String>, Mistyped> {
    let text = value.as_str().ok_or(Mistyped)?.trim();
    Ok((!text.is_empty()).then(|| text.to_owned()))
}
