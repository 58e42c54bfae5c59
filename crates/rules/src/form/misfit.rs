//! What can never be: values that a question cannot have, and limits that no answer can keep to.

use super::{
    Answer, Comparand, DateBound, Kind, Mistyped, Question,
    answer::date,
    model::{LONG_TEXT_MAX, SHORT_TEXT_MAX},
};
use serde_json::Value;

/// The lower limit that is greater than the upper one, and that upper one: no answer could keep to both.
pub(super) fn crossed(kind: &Kind) -> Option<(&'static str, &'static str)> {
    match kind {
        Kind::Number { min: Some(min), max: Some(max), .. } if min > max => Some(("min", "`max`")),
        Kind::ShortText { min_length: Some(min), max_length, .. }
            if *min > max_length.unwrap_or(SHORT_TEXT_MAX) =>
        {
            Some(("min_length", "`max_length`, which is 200 where unset"))
        }
        Kind::LongText { min_length: Some(min), max_length }
            if *min > max_length.unwrap_or(LONG_TEXT_MAX) =>
        {
            Some(("min_length", "`max_length`, which is 4000 where unset"))
        }
        Kind::ManyChoice { min_choices: Some(min), max_choices: Some(max), .. } if min > max => {
            Some(("min_choices", "`max_choices`"))
        }
        Kind::ManyChoice { min_choices: Some(min), options, .. }
            if usize::try_from(*min).is_ok_and(|n| n > options.len()) =>
        {
            Some(("min_choices", "the number of options"))
        }
        // Of a date and a number of days either may be the later one: it depends on the day.
        Kind::Date { earliest: Some(DateBound::Date(first)), latest: Some(DateBound::Date(last)) }
            if first > last =>
        {
            Some(("earliest", "`latest`"))
        }
        Kind::Date { earliest: Some(DateBound::Days(first)), latest: Some(DateBound::Days(last)) }
            if first > last =>
        {
            Some(("earliest", "`latest`"))
        }
        _ => None,
    }
}

/// Why `value` cannot be the answer that is there at first.
pub(super) fn default_misfit(question: &Question, value: &Value) -> Option<String> {
    let chosen = match (&question.kind, Answer::read(question, value)) {
        (_, Err(Mistyped)) => return Some("the default is no answer to this type of question".to_owned()),
        (Kind::SingleChoice { .. }, Ok(Some(Answer::Id(id)))) => vec![id],
        (Kind::ManyChoice { .. }, Ok(Some(Answer::Ids(ids)))) => ids,
        _ => return None,
    };
    chosen.into_iter().find_map(|id| misfit(question, &Comparand::Text(id)))
}

/// Why `question` can never have `value`.
pub(super) fn misfit(question: &Question, value: &Comparand) -> Option<String> {
    let id = &question.id;
    match (&question.kind, value) {
        (Kind::SingleChoice { options, .. } | Kind::ManyChoice { options, .. }, Comparand::Text(text)) => {
            (!options.iter().any(|o| o.id.as_str() == text)).then(|| format!("'{id}' has no option '{text}'"))
        }
        (Kind::YesNo { .. }, Comparand::Bool(_)) | (Kind::Number { .. }, Comparand::Number(_)) => None,
        (Kind::Date { .. }, Comparand::Text(text)) => {
            date(text).is_none().then(|| format!("'{text}' is no date such as 2026-11-21"))
        }
        (Kind::Date { .. }, _) => Some(format!("'{id}' is answered with a date such as 2026-11-21")),
        (Kind::YesNo { .. }, _) => Some(format!("'{id}' is answered with true or false")),
        (Kind::Number { .. }, _) => Some(format!("'{id}' is answered with a number")),
        (_, Comparand::Text(_)) => None,
        _ => Some(format!("'{id}' is answered with a text")),
    }
}
