//! Typed answers, and how they are read from JSON.

use super::{FormOption, Kind, LocalMoment, Question, TimeOfDay};
use crate::ids::QuestionId;
use chrono::NaiveDate;
use serde_json::{Number, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Answers as they travel: a JSON value a question.
pub type Answers = BTreeMap<QuestionId, Value>;

/// The greatest whole number that every reader of JSON takes exactly, 2^53 - 1; see RFC 8259, section 6.
pub const WHOLE_MAX: i64 = 9_007_199_254_740_991;

/// An answer that fits its question's type.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// A text of any kind; never empty.
    Text(String),
    /// A finite number.
    Number(f64),
    /// An amount in minor units.
    Money(i64),
    /// Yes or no.
    YesNo(bool),
    /// The id of an option, person, group, service, asset or location.
    Id(String),
    /// Ids of options or files, each once; never empty.
    Ids(Vec<String>),
    /// An option of a tree behind those that it lies below; never empty.
    Path(Vec<String>),
    /// A calendar date.
    Date(NaiveDate),
    /// A time of the day.
    Time(TimeOfDay),
    /// A day with a time.
    Moment(LocalMoment),
    /// The first and the last day.
    Range(NaiveDate, NaiveDate),
    /// So many seconds.
    Seconds(i64),
    /// So many rows in which something is answered.
    Rows(u32),
}

/// A JSON value that cannot answer the question: a text where a number is asked, and so on. A portal never sends one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the value does not have the type that the question asks for")]
pub struct Mistyped;

impl Answer {
    /// Reads the answer to `question`. `None` is no answer: `null`, an empty text, an empty list, rows in which nothing is
    /// answered.
    pub fn read(question: &Question, value: &Value) -> Result<Option<Self>, Mistyped> {
        if value.is_null() {
            return Ok(None);
        }
        match &question.kind {
            Kind::ShortText { .. }
            | Kind::LongText { .. }
            | Kind::RichText { .. }
            | Kind::Masked { .. }
            | Kind::Email {}
            | Kind::Phone {}
            | Kind::Url {}
            | Kind::IpAddress { .. } => text(value).map(|t| t.map(Self::Text)),
            Kind::Number { .. } | Kind::Rating { .. } | Kind::Computed { money: false, .. } => {
                number(value).map(|n| Some(Self::Number(n)))
            }
            Kind::Currency { .. } | Kind::Computed { money: true, .. } => {
                whole(value).map(|n| Some(Self::Money(n)))
            }
            Kind::Duration { .. } => match whole(value)? {
                seconds if seconds < 0 => Err(Mistyped),
                seconds => Ok(Some(Self::Seconds(seconds))),
            },
            Kind::YesNo { .. } => value.as_bool().map(|b| Some(Self::YesNo(b))).ok_or(Mistyped),
            Kind::SingleChoice { .. }
            | Kind::Person { .. }
            | Kind::Group {}
            | Kind::Service {}
            | Kind::Asset { .. }
            | Kind::Location {} => text(value).map(|t| t.map(Self::Id)),
            Kind::Tree { options, .. } => text(value).map(|t| t.map(|id| path(options, id))),
            Kind::ManyChoice { .. } | Kind::File { .. } => {
                let Value::Array(items) = value else { return Err(Mistyped) };
                let ids = distinct(items)?;
                Ok((!ids.is_empty()).then_some(Self::Ids(ids)))
            }
            Kind::Date { .. } => parsed(value, date).map(|day| day.map(Self::Date)),
            Kind::Time { .. } => parsed(value, |t| t.parse().ok()).map(|time| time.map(Self::Time)),
            Kind::DateTime { .. } => parsed(value, LocalMoment::read).map(|moment| moment.map(Self::Moment)),
            Kind::DateRange { .. } => range(value),
            Kind::Rows { .. } => {
                let Value::Array(items) = value else { return Err(Mistyped) };
                if !items.iter().all(Value::is_object) {
                    return Err(Mistyped);
                }
                let answered = items.iter().filter(|item| !is_blank(item)).count();
                Ok((answered > 0).then(|| Self::Rows(u32::try_from(answered).unwrap_or(u32::MAX))))
            }
            Kind::Heading {}
            | Kind::Paragraph { .. }
            | Kind::Image { .. }
            | Kind::Notice { .. }
            | Kind::Unknown => Err(Mistyped),
        }
    }

    /// The answer that a text stands for, as a link or the record of a person has it: `true` or `yes`, `2.5`, ids with commas
    /// between them. Not every type of question can be answered with a text.
    pub fn from_text(question: &Question, text: &str) -> Option<Value> {
        let value = match &question.kind {
            Kind::Number { .. } | Kind::Rating { .. } => {
                let plain = text.trim().replace(',', ".");
                sent_number(plain.parse().ok().filter(|n: &f64| n.is_finite())?)
            }
            Kind::Currency { .. } | Kind::Duration { .. } => text.trim().parse::<i64>().ok()?.into(),
            Kind::YesNo { .. } => match text {
                "true" | "yes" => true.into(),
                "false" | "no" => false.into(),
                _ => return None,
            },
            Kind::ManyChoice { .. } => text.split(',').map(Value::from).collect(),
            Kind::DateRange { .. } => {
                let (from, to) = text.split_once('/')?;
                json!({ "from": from, "to": to })
            }
            Kind::File { .. } | Kind::Rows { .. } | Kind::Computed { .. } | Kind::Unknown => return None,
            kind if kind.is_display() => return None,
            _ => text.into(),
        };
        Some(value)
    }

    /// As it travels when it is sent: `value`, from which it was read, without what reading took away. What was checked is
    /// then what is kept. Of rows, that is for whoever knows their cells.
    pub(super) fn to_sent(&self, value: Option<&Value>) -> Value {
        match self {
            Self::Text(text) | Self::Id(text) => text.as_str().into(),
            Self::Ids(ids) => ids.clone().into(),
            Self::Path(path) => path.last().map_or("", String::as_str).into(),
            Self::Date(date) => date.to_string().into(),
            Self::Time(time) => time.to_string().into(),
            Self::Moment(moment) => moment.to_string().into(),
            Self::Range(from, to) => json!({ "from": from.to_string(), "to": to.to_string() }),
            Self::Money(n) | Self::Seconds(n) => (*n).into(),
            Self::YesNo(yes) => (*yes).into(),
            // As it came: 3 must not turn into 3.0.
            Self::Number(n) => match value {
                Some(came) if came.as_f64() == Some(*n) => came.clone(),
                _ => sent_number(*n),
            },
            Self::Rows(_) => Value::Array(Vec::new()),
        }
    }

    /// The text of a text or id; of a tree, the id of the option itself.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Id(text) => Some(text),
            Self::Path(path) => path.last().map(String::as_str),
            _ => None,
        }
    }

    /// The number to calculate with: numbers, amounts in minor units, seconds.
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(n) => Some(*n),
            // Both are at most 2^53 - 1, which a double holds exactly.
            Self::Money(n) | Self::Seconds(n) => Some(*n as f64),
            _ => None,
        }
    }

    /// The day, the first one of a range.
    pub fn as_day(&self) -> Option<NaiveDate> {
        match self {
            Self::Date(day) | Self::Range(day, _) => Some(*day),
            Self::Moment(moment) => Some(moment.date),
            _ => None,
        }
    }

    /// How long it is: characters of a text, options or files that were chosen, rows, days of a range.
    pub fn length(&self) -> Option<i64> {
        match self {
            Self::Text(text) => i64::try_from(text.chars().count()).ok(),
            Self::Ids(ids) => i64::try_from(ids.len()).ok(),
            Self::Rows(n) => Some((*n).into()),
            Self::Range(from, to) => Some(to.signed_duration_since(*from).num_days().saturating_add(1)),
            _ => None,
        }
    }

    /// Whether every option in it is one that the form lists; true where the form lists none.
    pub fn is_listed(&self, question: &Question) -> bool {
        if question.kind.options_source().is_some() {
            return true;
        }
        let listed = |id: &str| question.kind.options().iter().any(|option| option.id.as_str() == id);
        match (&question.kind, self) {
            (Kind::SingleChoice { .. }, Self::Id(id)) => listed(id),
            (Kind::ManyChoice { .. }, Self::Ids(ids)) => ids.iter().all(|id| listed(id)),
            (Kind::Tree { options, .. }, Self::Path(path)) => {
                path.last().is_some_and(|id| !FormOption::path(options, id).is_empty())
            }
            _ => true,
        }
    }
}

/// `2026-11-21` and nothing else. chrono alone would also take `2026-1-5`, blanks around the dashes and years of six
/// digits, which the format `date` of JSON Schema, and so a backend that validates with it, refuses.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let fits = |(n, b): (usize, u8)| if n == 4 || n == 7 { b == b'-' } else { b.is_ascii_digit() };
    if text.len() == 10 && text.bytes().enumerate().all(fits) { text.parse().ok() } else { None }
}

/// Whether a value says nothing: `null`, blanks, an empty list, an object of nothing but such values.
pub(super) fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.values().all(is_blank),
        Value::Bool(_) | Value::Number(_) => false,
    }
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

fn parsed<T>(value: &Value, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, Mistyped> {
    match text(value)? {
        None => Ok(None),
        Some(text) => read(&text).map(Some).ok_or(Mistyped),
    }
}

fn number(value: &Value) -> Result<f64, Mistyped> {
    let Value::Number(n) = value else { return Err(Mistyped) };
    n.as_f64().filter(|n| n.is_finite()).ok_or(Mistyped)
}

/// A whole number, written as `3` or `3.0`: JSON does not tell them apart.
fn whole(value: &Value) -> Result<i64, Mistyped> {
    let Value::Number(n) = value else { return Err(Mistyped) };
    let fraction =
        || n.as_f64().filter(|f| f.fract() == 0.0 && f.abs() <= WHOLE_MAX as f64).map(|f| f as i64);
    n.as_i64().or_else(fraction).filter(|n| (-WHOLE_MAX..=WHOLE_MAX).contains(n)).ok_or(Mistyped)
}

/// Half a range is no range.
fn range(value: &Value) -> Result<Option<Answer>, Mistyped> {
    let Value::Object(ends) = value else { return Err(Mistyped) };
    let end = |key: &str| ends.get(key).filter(|v| !v.is_null()).map_or(Ok(None), |v| parsed(v, date));
    match (end("from")?, end("to")?) {
        (Some(from), Some(to)) => Ok(Some(Answer::Range(from, to))),
        (None, None) => Ok(None),
        _ => Err(Mistyped),
    }
}

/// The option behind those that it lies below; alone where the tree does not have it.
fn path(options: &[FormOption], id: String) -> Answer {
    let path = FormOption::path(options, &id);
    if path.is_empty() {
        return Answer::Path(vec![id]);
    }
    Answer::Path(path.into_iter().map(|option| option.id.to_string()).collect())
}

/// A number without a fraction is written without one.
pub(super) fn sent_number(n: f64) -> Value {
    if n.fract() == 0.0 && n.abs() <= WHOLE_MAX as f64 {
        return Value::from(n as i64);
    }
    Number::from_f64(n).map_or(Value::Null, Value::Number)
}
