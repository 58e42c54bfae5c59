//! What is wrong with an answer, as an instruction.

use crate::{format, i18n::m};
use guichet_rules::{
    form::{Kind, Problem, ProblemCode as Code, Question},
    money::Currency,
};
use serde_json::Value;

/// The mistake, as an instruction: the form's own words where it has some.
pub fn mistake(question: &Question, problem: &Problem, currency: Currency) -> String {
    problem.message.clone().unwrap_or_else(|| plain_mistake(question, &problem.code, currency))
}

fn plain_mistake(question: &Question, code: &Code, currency: Currency) -> String {
    let number = |n: &f64| format::number(*n);
    let money = |minor: &i64| format::money(*minor, currency, false);
    let span = |seconds: &u32| format::span((*seconds).into());
    match code {
        Code::Required => required(question),
        Code::Mistyped => mistyped(&question.kind),
        Code::Format => malformed(&question.kind),
        Code::TooShort { min } => m::requests::wrong_too_short(*min),
        Code::TooLong { max, length } => {
            m::requests::wrong_too_long(*max, &format::number(f64::from(*length)))
        }
        Code::Pattern => m::requests::wrong_pattern(),
        Code::TooSmall { min } => m::requests::wrong_too_small(&number(min)),
        Code::TooGreat { max } => m::requests::wrong_too_great(&number(max)),
        Code::AmountTooSmall { min } => m::requests::wrong_too_small(&money(min)),
        Code::AmountTooGreat { max } => m::requests::wrong_too_great(&money(max)),
        Code::DurationTooShort { min } => m::requests::wrong_too_small(&span(min)),
        Code::DurationTooLong { max } => m::requests::wrong_too_great(&span(max)),
        Code::NotWhole => m::requests::wrong_not_whole(),
        Code::NoSuchOption => m::requests::wrong_no_such_option(),
        Code::Unspecific => m::requests::wrong_unspecific(),
        Code::TooFew { min } => match question.kind {
            Kind::Rows { .. } => m::requests::wrong_too_few_rows(*min),
            _ => m::requests::wrong_too_few(*min),
        },
        Code::TooMany { max } => match question.kind {
            Kind::File { .. } => m::files::too_many(*max),
            Kind::Rows { .. } => m::requests::wrong_too_many_rows(*max),
            _ => m::requests::wrong_too_many(*max),
        },
        Code::TooEarly { earliest } => m::requests::wrong_too_early(&format::date(*earliest)),
        Code::TooLate { latest } => m::requests::wrong_too_late(&format::date(*latest)),
        Code::TimeTooEarly { earliest } => m::requests::wrong_time_too_early(&earliest.to_string()),
        Code::TimeTooLate { latest } => m::requests::wrong_time_too_late(&latest.to_string()),
        Code::Reversed => m::requests::wrong_reversed(),
        Code::RangeTooShort { min } => m::requests::wrong_range_too_short(*min),
        Code::RangeTooLong { max } => m::requests::wrong_range_too_long(*max),
        Code::NotFound => m::requests::wrong_not_found(),
        Code::FileTooLarge { max_bytes } => m::requests::wrong_file_too_large(&format::size(*max_bytes)),
        Code::FileType => m::requests::wrong_file_type(),
        Code::Unsupported => m::requests::wrong_unsupported(),
        // A constraint brings its own words.
        Code::Constraint | Code::UnknownQuestion | Code::Other => m::requests::wrong_other(),
    }
}

fn required(question: &Question) -> String {
    let label = &question.label;
    match question.kind {
        Kind::SingleChoice { .. }
        | Kind::ManyChoice { .. }
        | Kind::Tree { .. }
        | Kind::Rating { .. }
        | Kind::YesNo { .. } => m::requests::wrong_required_choice(label),
        Kind::Rows { .. } => m::requests::wrong_required_row(label),
        _ => m::requests::wrong_required(label),
    }
}

fn mistyped(kind: &Kind) -> String {
    match kind {
        Kind::Number { .. } => m::requests::wrong_number(),
        Kind::Currency { .. } => m::requests::wrong_amount(),
        Kind::Date { .. } => m::requests::wrong_date(),
        Kind::Time { .. } => m::requests::wrong_time(),
        Kind::DateTime { .. } => m::requests::wrong_date_time(),
        Kind::DateRange { .. } => m::requests::wrong_range(),
        Kind::Duration { .. } => m::requests::wrong_duration(),
        _ => m::requests::wrong_mistyped(),
    }
}

fn malformed(kind: &Kind) -> String {
    match kind {
        Kind::Email {} => m::requests::wrong_email(),
        Kind::Phone {} => m::requests::wrong_phone(),
        Kind::Url {} => m::requests::wrong_url(),
        Kind::IpAddress { network: true, .. } => m::requests::wrong_network(),
        Kind::IpAddress { .. } => m::requests::wrong_ip(),
        _ => m::requests::wrong_pattern(),
    }
}

/// What the backend has against an answer, by its code, where it does not say so in words.
pub fn code_of(code: &str, params: &Value) -> Code {
    let mut object = params.as_object().cloned().unwrap_or_default();
    object.insert("code".to_owned(), Value::String(code.to_owned()));
    crate::api::read(&Value::Object(object).to_string()).unwrap_or(Code::Other)
}
