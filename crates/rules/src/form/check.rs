//! Constraints: what is wrong with a well-typed answer.

use super::{
    Answer, Context, FormOption, Kind, ProblemCode as Code, Question,
    condition::Facts,
    model::{LONG_TEXT_MAX, SHORT_TEXT_MAX},
};

/// The first thing that is wrong with `answer`, or nothing. Existence of people, files and the like is the backend's
/// to check, which has them.
pub(super) fn check(
    question: &Question,
    answer: &Answer,
    context: &Context,
    facts: &dyn Facts,
) -> Option<Code> {
    match (&question.kind, answer) {
        (Kind::ShortText { min_length, max_length, pattern, .. }, Answer::Text(text)) => {
            length(text, *min_length, max_length.unwrap_or(SHORT_TEXT_MAX))
                .or_else(|| pattern.as_ref().filter(|p| !(context.matches)(p, text)).map(|_| Code::Pattern))
        }
        (Kind::LongText { min_length, max_length }, Answer::Text(text)) => {
            length(text, *min_length, max_length.unwrap_or(LONG_TEXT_MAX))
        }
        (Kind::Number { min, max, integer, .. }, Answer::Number(n)) => {
            if *integer && n.fract() != 0.0 {
                return Some(Code::NotWhole);
            }
            let small = min.filter(|min| n < min).map(|min| Code::TooSmall { min });
            small.or_else(|| max.filter(|max| n > max).map(|max| Code::TooGreat { max }))
        }
        (Kind::SingleChoice { options, .. }, Answer::Id(id)) => {
            (!offered(options, id, facts)).then_some(Code::NoSuchOption)
        }
        (Kind::ManyChoice { options, min_choices, max_choices }, Answer::Ids(ids)) => {
            if !ids.iter().all(|id| offered(options, id, facts)) {
                return Some(Code::NoSuchOption);
            }
            count(ids.len(), *min_choices, *max_choices)
        }
        (Kind::Date { earliest, latest }, Answer::Date(date)) => {
            let first = earliest.map(|b| b.resolve(context.today));
            let last = latest.map(|b| b.resolve(context.today));
            let early = first.filter(|first| date < first).map(|earliest| Code::TooEarly { earliest });
            early.or_else(|| last.filter(|last| date > last).map(|latest| Code::TooLate { latest }))
        }
        (Kind::File { max_files, .. }, Answer::Ids(ids)) => {
            count(ids.len(), None, Some(max_files.unwrap_or(1)))
        }
        _ => None,
    }
}

/// Characters as people count them, near enough: Unicode scalar values, as JSON Schema counts.
fn length(text: &str, min: Option<u32>, max: u32) -> Option<Code> {
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if length > max {
        return Some(Code::TooLong { max, length });
    }
    min.filter(|min| length < *min).map(|min| Code::TooShort { min })
}

fn count(n: usize, min: Option<u32>, max: Option<u32>) -> Option<Code> {
    let n = u32::try_from(n).unwrap_or(u32::MAX);
    let few = min.filter(|min| n < *min).map(|min| Code::TooFew { min });
    few.or_else(|| max.filter(|max| n > *max).map(|max| Code::TooMany { max }))
}

fn offered(options: &[FormOption], id: &str, facts: &dyn Facts) -> bool {
    options.iter().any(|o| o.id.as_str() == id && o.visible_when.as_ref().is_none_or(|c| c.holds(facts)))
}
