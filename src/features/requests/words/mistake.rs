//! What is wrong with an answer, as an instruction.

use crate::{format, i18n::m};
use guichet_rules::form::{Kind, Problem, ProblemCode, Question};
use serde_json::Value;

/// The mistake, as an instruction: the form's own words where it has some.
pub fn mistake(question: &Question, problem: &Problem) -> String {
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

/// What the backend has against an answer, by its code, where it does not say so in words.
pub fn code_of(code: &str, params: &Value) -> ProblemCode {
    let mut object = params.as_object().cloned().unwrap_or_default();
    object.insert("code".to_owned(), Value::String(code.to_owned()));
    crate::api::read(&Value::Object(object).to_string()).unwrap_or(ProblemCode::Other)
}
