//! Constraints: what is wrong with a well-typed answer.

use super::{
    Answer, Context, DateBound, Kind, ProblemCode as Code, Question,
    format::{EMAIL_MAX, PHONE_MAX, URL_MAX, is_email, is_ip, is_phone, is_url},
    kind::{LONG_TEXT_MAX, RATING_MAX, SHORT_TEXT_MAX, greatest},
    plan::Plan,
};
use chrono::NaiveDate;

/// The first thing that is wrong with `answer`, or nothing. Existence of people, files and the like is the backend's
/// to check, which has them; so is what a list of the company's offers.
pub(super) fn check(
    question: &Question,
    answer: &Answer,
    plan: &Plan,
    offered: &[bool],
    context: &Context<'_>,
) -> Option<Code> {
    let date = |day: &NaiveDate, earliest: &Option<DateBound>, latest: &Option<DateBound>| {
        let first = earliest.map(|b| b.resolve(context.today));
        let last = latest.map(|b| b.resolve(context.today));
        let early = first.filter(|first| day < first).map(|earliest| Code::TooEarly { earliest });
        early.or_else(|| last.filter(|last| day > last).map(|latest| Code::TooLate { latest }))
    };
    match (&question.kind, answer) {
        (
            Kind::ShortText { min_length, max_length, pattern, .. }
            | Kind::Masked { min_length, max_length, pattern, .. },
            Answer::Text(text),
        ) => length(text, *min_length, max_length.unwrap_or(SHORT_TEXT_MAX))
            .or_else(|| pattern.as_ref().filter(|p| !(context.matches)(p, text)).map(|_| Code::Pattern)),
        (
            Kind::LongText { min_length, max_length } | Kind::RichText { min_length, max_length },
            Answer::Text(text),
        ) => length(text, *min_length, max_length.unwrap_or(LONG_TEXT_MAX)),
        (Kind::Email {}, Answer::Text(text)) => {
            length(text, None, EMAIL_MAX).or_else(|| (!is_email(text)).then_some(Code::Format))
        }
        (Kind::Phone {}, Answer::Text(text)) => {
            length(text, None, PHONE_MAX).or_else(|| (!is_phone(text)).then_some(Code::Format))
        }
        (Kind::Url {}, Answer::Text(text)) => {
            length(text, None, URL_MAX).or_else(|| (!is_url(text)).then_some(Code::Format))
        }
        (Kind::IpAddress { version, network }, Answer::Text(text)) => {
            (!is_ip(text, *version, *network)).then_some(Code::Format)
        }
        (Kind::Number { min, max, integer, price, .. }, Answer::Number(n)) => {
            number(*n, *min, greatest(*max, *price), *integer)
        }
        (Kind::Rating { max, .. }, Answer::Number(n)) => {
            number(*n, Some(1.0), Some(f64::from(max.unwrap_or(RATING_MAX))), true)
        }
        (Kind::Currency { min, max }, Answer::Money(n)) => {
            let small = min.filter(|min| n < min).map(|min| Code::AmountTooSmall { min });
            small.or_else(|| max.filter(|max| n > max).map(|max| Code::AmountTooGreat { max }))
        }
        (Kind::Duration { min, max }, Answer::Seconds(n)) => {
            let short = min.filter(|min| *n < i64::from(*min)).map(|min| Code::DurationTooShort { min });
            short.or_else(|| max.filter(|max| *n > i64::from(*max)).map(|max| Code::DurationTooLong { max }))
        }
        (Kind::SingleChoice { .. }, Answer::Id(id)) => {
            (!is_offered(question, plan, offered, id)).then_some(Code::NoSuchOption)
        }
        (Kind::ManyChoice { min_choices, max_choices, .. }, Answer::Ids(ids)) => {
            if !ids.iter().all(|id| is_offered(question, plan, offered, id)) {
                return Some(Code::NoSuchOption);
            }
            count(u32::try_from(ids.len()).unwrap_or(u32::MAX), *min_choices, *max_choices)
        }
        (Kind::Tree { any_level, .. }, Answer::Path(path)) => {
            let chosen = path.last().filter(|id| is_offered(question, plan, offered, id));
            let Some((_, offer)) = chosen.and_then(|id| plan.offer(id)) else {
                return Some(Code::NoSuchOption);
            };
            (offer.divided && !any_level).then_some(Code::Unspecific)
        }
        (Kind::Date { earliest, latest }, Answer::Date(day)) => date(day, earliest, latest),
        (Kind::DateTime { earliest, latest }, Answer::Moment(moment)) => date(&moment.date, earliest, latest),
        (Kind::Time { earliest, latest }, Answer::Time(time)) => {
            let early = earliest.filter(|first| time < first).map(|earliest| Code::TimeTooEarly { earliest });
            early.or_else(|| latest.filter(|last| time > last).map(|latest| Code::TimeTooLate { latest }))
        }
        (Kind::DateRange { earliest, latest, min_days, max_days }, Answer::Range(from, to)) => {
            if from > to {
                return Some(Code::Reversed);
            }
            let days = answer.length().and_then(|n| u32::try_from(n).ok()).unwrap_or(u32::MAX);
            date(from, earliest, &None).or_else(|| date(to, &None, latest)).or_else(|| {
                let short = min_days.filter(|min| days < *min).map(|min| Code::RangeTooShort { min });
                short.or_else(|| max_days.filter(|max| days > *max).map(|max| Code::RangeTooLong { max }))
            })
        }
        (Kind::File { max_files, .. }, Answer::Ids(ids)) => {
            count(u32::try_from(ids.len()).unwrap_or(u32::MAX), None, Some(max_files.unwrap_or(1)))
        }
        _ => None,
    }
}

/// What of `answer` is on offer: an option that is not, or no longer, decides nothing and costs nothing.
pub(super) fn on_offer(question: &Question, answer: Answer, plan: &Plan, offered: &[bool]) -> Option<Answer> {
    let is_on = |id: &String| is_offered(question, plan, offered, id);
    match (&question.kind, answer) {
        (Kind::SingleChoice { .. }, Answer::Id(id)) => is_on(&id).then_some(Answer::Id(id)),
        (Kind::ManyChoice { .. }, Answer::Ids(mut ids)) => {
            ids.retain(is_on);
            (!ids.is_empty()).then_some(Answer::Ids(ids))
        }
        (Kind::Tree { .. }, Answer::Path(path)) => {
            path.last().is_some_and(is_on).then_some(Answer::Path(path))
        }
        // A range that ends before it begins is none to calculate with.
        (Kind::DateRange { .. }, Answer::Range(from, to)) => (from <= to).then_some(Answer::Range(from, to)),
        (_, answer) => Some(answer),
    }
}

/// Whether an option can be chosen now. What a list of the company's holds is not known here.
fn is_offered(question: &Question, plan: &Plan, offered: &[bool], id: &str) -> bool {
    question.kind.options_source().is_some()
        || plan.offer(id).is_some_and(|(n, _)| offered.get(n).copied().unwrap_or_default())
}

/// Characters as people count them, near enough: Unicode scalar values, as JSON Schema counts.
fn length(text: &str, min: Option<u32>, max: u32) -> Option<Code> {
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if length > max {
        return Some(Code::TooLong { max, length });
    }
    min.filter(|min| length < *min).map(|min| Code::TooShort { min })
}

fn number(n: f64, min: Option<f64>, max: Option<f64>, whole: bool) -> Option<Code> {
    if whole && n.fract() != 0.0 {
        return Some(Code::NotWhole);
    }
    let small = min.filter(|min| n < *min).map(|min| Code::TooSmall { min });
    small.or_else(|| max.filter(|max| n > *max).map(|max| Code::TooGreat { max }))
}

/// What is wrong with so many options, files or rows.
pub(super) fn count(n: u32, min: Option<u32>, max: Option<u32>) -> Option<Code> {
    let few = min.filter(|min| n < *min).map(|min| Code::TooFew { min });
    few.or_else(|| max.filter(|max| n > *max).map(|max| Code::TooMany { max }))
}
