//! What can never be: values that a question cannot have, and limits that no answer can keep to.

use super::{
    Answer, Comparand, DateBound, FormOption, Kind, LocalMoment, Mistyped, Question, TimeOfDay,
    answer::date,
    kind::{LONG_TEXT_MAX, ROWS_MAX, SHORT_TEXT_MAX, greatest},
    option::is_empty_window,
};
use serde_json::Value;

/// The lower limit that is greater than the upper one, and that upper one: no answer could keep to both.
pub(super) fn crossed(kind: &Kind) -> Option<(&'static str, &'static str)> {
    let beyond = |min: &Option<u32>, max: u32| min.is_some_and(|min| min > max);
    match kind {
        Kind::Number { min: Some(min), max: Some(max), .. } if min > max => Some(("min", "`max`")),
        Kind::Number { min: Some(min), max, price, .. }
            if greatest(*max, *price).is_some_and(|max| *min > max) =>
        {
            Some(("min", "`max`, which is 10000 where unset and each has a price"))
        }
        Kind::Currency { min: Some(min), max: Some(max) } if min > max => Some(("min", "`max`")),
        Kind::Duration { min: Some(min), max: Some(max) } if min > max => Some(("min", "`max`")),
        Kind::ShortText { min_length, max_length, .. } | Kind::Masked { min_length, max_length, .. }
            if beyond(min_length, max_length.unwrap_or(SHORT_TEXT_MAX)) =>
        {
            Some(("min_length", "`max_length`, which is 200 where unset"))
        }
        Kind::LongText { min_length, max_length } | Kind::RichText { min_length, max_length }
            if beyond(min_length, max_length.unwrap_or(LONG_TEXT_MAX)) =>
        {
            Some(("min_length", "`max_length`, which is 4000 where unset"))
        }
        Kind::ManyChoice { min_choices: Some(min), max_choices: Some(max), .. } if min > max => {
            Some(("min_choices", "`max_choices`"))
        }
        Kind::ManyChoice { min_choices: Some(min), options, options_source: None, .. }
            if usize::try_from(*min).is_ok_and(|n| n > options.len()) =>
        {
            Some(("min_choices", "the number of options"))
        }
        Kind::Rows { min_rows, max_rows, .. } if beyond(min_rows, max_rows.unwrap_or(ROWS_MAX)) => {
            Some(("min_rows", "`max_rows`, which is 50 where unset"))
        }
        Kind::Time { earliest, latest } if is_empty_window(*earliest, *latest) => {
            Some(("earliest", "`latest`"))
        }
        Kind::DateRange { min_days: Some(min), max_days: Some(max), .. } if min > max => {
            Some(("min_days", "`max_days`"))
        }
        Kind::Date { earliest: Some(first), latest: Some(last) }
        | Kind::DateTime { earliest: Some(first), latest: Some(last) }
        | Kind::DateRange { earliest: Some(first), latest: Some(last), .. }
            if is_before(*last, *first) =>
        {
            Some(("earliest", "`latest`"))
        }
        _ => None,
    }
}

/// Whether one bound is certainly before the other. Of a date and a number of days either may be the later one: it depends
/// on the day.
fn is_before(one: DateBound, other: DateBound) -> bool {
    match (one, other) {
        (DateBound::Date(one), DateBound::Date(other)) => one < other,
        (DateBound::Days(one), DateBound::Days(other)) => one < other,
        _ => false,
    }
}

/// Why `value` cannot be the answer that is there at first.
pub(super) fn default_misfit(question: &Question, value: &Value) -> Option<String> {
    let chosen = match (&question.kind, Answer::read(question, value)) {
        (_, Err(Mistyped)) => return Some("the default is no answer to this type of question".to_owned()),
        (Kind::SingleChoice { .. }, Ok(Some(Answer::Id(id)))) => vec![id],
        (Kind::ManyChoice { .. }, Ok(Some(Answer::Ids(ids)))) => ids,
        (Kind::Tree { .. }, Ok(Some(Answer::Path(path)))) => path,
        _ => return None,
    };
    chosen.into_iter().find_map(|id| misfit(question, &Comparand::Text(id)))
}

/// Why `question` can never have `value`.
pub(super) fn misfit(question: &Question, value: &Comparand) -> Option<String> {
    let id = &question.id;
    if question.kind.options_source().is_some() {
        let text = matches!(value, Comparand::Text(_));
        return (!text).then(|| format!("'{id}' is answered with a text"));
    }
    match (&question.kind, value) {
        (Kind::SingleChoice { options, .. } | Kind::ManyChoice { options, .. }, Comparand::Text(text)) => {
            (!options.iter().any(|o| o.id.as_str() == text)).then(|| format!("'{id}' has no option '{text}'"))
        }
        (Kind::Tree { options, .. }, Comparand::Text(text)) => {
            FormOption::path(options, text).is_empty().then(|| format!("'{id}' has no option '{text}'"))
        }
        (Kind::YesNo { .. }, Comparand::Bool(_)) => None,
        (
            Kind::Number { .. } | Kind::Rating { .. } | Kind::Computed { money: false, .. },
            Comparand::Number(_),
        ) => None,
        (
            Kind::Currency { .. } | Kind::Duration { .. } | Kind::Computed { money: true, .. },
            Comparand::Number(n),
        ) => (n.fract() != 0.0).then(|| format!("'{id}' is answered with a whole number")),
        (Kind::Date { .. } | Kind::DateRange { .. }, Comparand::Text(text)) => {
            date(text).is_none().then(|| format!("'{text}' is no date such as 2026-11-21"))
        }
        (Kind::Time { .. }, Comparand::Text(text)) => {
            text.parse::<TimeOfDay>().is_err().then(|| format!("'{text}' is no time such as 09:30"))
        }
        (Kind::DateTime { .. }, Comparand::Text(text)) => (LocalMoment::read(text).is_none()
            && date(text).is_none())
        .then(|| {
            format!(
                "'{text}' is neither a date such as 2026-11-21 nor one with a time such as 2026-11-21T09:30"
            )
        }),
        (Kind::Date { .. } | Kind::DateRange { .. } | Kind::DateTime { .. }, _) => {
            Some(format!("'{id}' is answered with a date such as 2026-11-21"))
        }
        (Kind::Time { .. }, _) => {
            Some(format!("'{id}' is answered with a time such as \"09:30\", in quotes"))
        }
        (Kind::YesNo { .. }, _) => Some(format!("'{id}' is answered with true or false")),
        (kind, _) if has_number(kind) => Some(format!("'{id}' is answered with a number")),
        (Kind::Rows { .. }, _) => {
            Some(format!("'{id}' is answered with rows: ask with `any`, `all`, `count` or `length`"))
        }
        (_, Comparand::Text(_)) => None,
        _ => Some(format!("'{id}' is answered with a text")),
    }
}

/// Whether answers to such a question can be less and greater.
pub(super) fn has_order(kind: &Kind) -> bool {
    has_number(kind) || has_day(kind) || matches!(kind, Kind::Time { .. })
}

/// Whether there is something to calculate with in answers to such a question.
pub(super) fn has_number(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Number { .. }
            | Kind::Rating { .. }
            | Kind::Currency { .. }
            | Kind::Duration { .. }
            | Kind::Computed { .. }
    )
}

/// Whether answers to such a question are a day, or begin on one.
pub(super) fn has_day(kind: &Kind) -> bool {
    matches!(kind, Kind::Date { .. } | Kind::DateTime { .. } | Kind::DateRange { .. })
}

/// Whether answers to such a question are texts.
pub(super) fn has_text(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::ShortText { .. }
            | Kind::LongText { .. }
            | Kind::RichText { .. }
            | Kind::Masked { .. }
            | Kind::Email {}
            | Kind::Phone {}
            | Kind::Url {}
            | Kind::IpAddress { .. }
    )
}

/// Whether answers to such a question have a length.
pub(super) fn has_length(kind: &Kind) -> bool {
    has_text(kind)
        || matches!(
            kind,
            Kind::ManyChoice { .. } | Kind::File { .. } | Kind::Rows { .. } | Kind::DateRange { .. }
        )
}
