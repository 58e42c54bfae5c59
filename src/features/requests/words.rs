//! Answers and mistakes in words.

use super::kept::Kept;
use crate::{format, i18n::m};
use guichet_rules::{
    form::{Answer, Kind, Problem, ProblemCode, Question},
    money::{Amounts, Currency},
};
use serde_json::Value;

/// What stands in place of a sensitive answer: always as long, so that it tells nothing.
const MASK: &str = "••••••";

/// The mistake, as an instruction: the form's own words where it has some.
pub(super) fn mistake(question: &Question, problem: &Problem) -> String {
    problem.message.clone().unwrap_or_else(|| plain_mistake(question, &problem.code))
}

fn plain_mistake(question: &Question, code: &ProblemCode) -> String {
    let number = |n: &f64| format::number(*n);
    match code {
        ProblemCode::Required => match question.kind {
            Kind::SingleChoice { .. } | Kind::ManyChoice { .. } | Kind::YesNo { .. } => {
                m::requests::wrong_required_choice(&question.label)
            }
            _ => m::requests::wrong_required(&question.label),
        },
        ProblemCode::Mistyped => match question.kind {
            Kind::Number { .. } => m::requests::wrong_number(),
            Kind::Date { .. } => m::requests::wrong_date(),
            _ => m::requests::wrong_mistyped(),
        },
        ProblemCode::TooShort { min } => m::requests::wrong_too_short(*min),
        ProblemCode::TooLong { max, length } => {
            m::requests::wrong_too_long(*max, &format::number(f64::from(*length)))
        }
        ProblemCode::Pattern => m::requests::wrong_pattern(),
        ProblemCode::TooSmall { min } => m::requests::wrong_too_small(&number(min)),
        ProblemCode::TooGreat { max } => m::requests::wrong_too_great(&number(max)),
        ProblemCode::NotWhole => m::requests::wrong_not_whole(),
        ProblemCode::NoSuchOption => m::requests::wrong_no_such_option(),
        ProblemCode::TooFew { min } => m::requests::wrong_too_few(*min),
        ProblemCode::TooMany { max } => match question.kind {
            Kind::File { .. } => m::requests::file_too_many(*max),
            _ => m::requests::wrong_too_many(*max),
        },
        ProblemCode::TooEarly { earliest } => m::requests::wrong_too_early(&format::date(*earliest)),
        ProblemCode::TooLate { latest } => m::requests::wrong_too_late(&format::date(*latest)),
        ProblemCode::NotFound => m::requests::wrong_not_found(),
        ProblemCode::FileTooLarge { max_bytes } => {
            m::requests::wrong_file_too_large(&format::size(*max_bytes))
        }
        ProblemCode::FileType => m::requests::wrong_file_type(),
        ProblemCode::Unsupported => m::requests::wrong_unsupported(),
        ProblemCode::UnknownQuestion | ProblemCode::Other => m::requests::wrong_other(),
    }
}

/// The answer to `question`, as it is read back; `None` where there is none.
pub(super) fn answer(question: &Question, kept: &Kept) -> Option<String> {
    let value = kept.answers.get(&question.id)?;
    let answer = Answer::read(question, value).ok().flatten()?;
    if question.sensitive {
        return Some(MASK.to_owned());
    }
    Some(match answer {
        Answer::Text(text) => text,
        Answer::Number(n) => match &question.kind {
            Kind::Number { unit: Some(unit), .. } => format!("{} {unit}", format::number(n)),
            _ => format::number(n),
        },
        Answer::YesNo(true) => m::common::yes(),
        Answer::YesNo(false) => m::common::no(),
        Answer::Date(day) => format::date(day),
        Answer::Id(id) => match kept.names.get(&question.id) {
            Some(name) => name.clone(),
            None => option(question, &id),
        },
        Answer::Ids(ids) if matches!(question.kind, Kind::File { .. }) => files(question, kept, &ids),
        Answer::Ids(ids) => ids.iter().map(|id| option(question, id)).collect::<Vec<_>>().join("\n"),
    })
}

/// The label of an option; its id where there is none.
fn option(question: &Question, id: &str) -> String {
    let found = question.kind.options().iter().find(|o| o.id.as_str() == id);
    found.map_or_else(|| id.to_owned(), |o| o.label.clone())
}

fn files(question: &Question, kept: &Kept, ids: &[String]) -> String {
    let files = kept.files.get(&question.id).map(Vec::as_slice).unwrap_or_default();
    let name = |id: &String| {
        let file = files.iter().find(|f| f.id.as_str() == id);
        file.map_or_else(|| id.clone(), |f| f.name.clone())
    };
    ids.iter().map(name).collect::<Vec<_>>().join("\n")
}

/// What an option adds to the price, for the end of its line.
pub(super) fn price(amounts: Option<Amounts>, currency: Currency) -> Option<String> {
    amounts.filter(|a| !a.is_free()).map(|a| format::amounts(a, currency, true))
}

/// The plain words of a JSON value, for what the backend refused and has no words for.
pub(super) fn code_of(code: &str, params: &Value) -> ProblemCode {
    let mut object = params.as_object().cloned().unwrap_or_default();
    object.insert("code".to_owned(), Value::String(code.to_owned()));
    serde_json::from_value(Value::Object(object)).unwrap_or(ProblemCode::Other)
}
