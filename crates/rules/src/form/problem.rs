//! What can be wrong with an answer.

use crate::ids::QuestionId;
use serde::{Deserialize, Serialize};

/// Why an answer does not do. A client turns the code and its parameters into words; where the form has words of its
/// own for it, [`Problem::message`] carries them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum ProblemCode {
    /// An answer is needed.
    Required,
    /// The JSON value has another type than the question asks for.
    Mistyped,
    /// Fewer characters than needed.
    TooShort {
        /// How many are needed.
        min: u32,
    },
    /// More characters than allowed.
    TooLong {
        /// How many are allowed.
        max: u32,
        /// How many there are.
        length: u32,
    },
    /// The text does not have the form asked for.
    Pattern,
    /// The number is too small.
    TooSmall {
        /// The least allowed.
        min: f64,
    },
    /// The number is too great.
    TooGreat {
        /// The greatest allowed.
        max: f64,
    },
    /// A whole number is asked for.
    NotWhole,
    /// The option is not, or no longer, on offer.
    NoSuchOption,
    /// Fewer options chosen than needed.
    TooFew {
        /// How many are needed.
        min: u32,
    },
    /// More options chosen, or files added, than allowed.
    TooMany {
        /// How many are allowed.
        max: u32,
    },
    /// The date is before the first day allowed.
    TooEarly {
        /// That day.
        earliest: chrono::NaiveDate,
    },
    /// The date is after the last day allowed.
    TooLate {
        /// That day.
        latest: chrono::NaiveDate,
    },
    /// The person, service, device, site or file does not exist, or may not be chosen by this person.
    NotFound,
    /// The file is larger than allowed.
    FileTooLarge {
        /// The largest allowed, in bytes.
        max_bytes: u64,
    },
    /// The file has a type that is not taken here.
    FileType,
    /// An answer to a question that the form does not have.
    UnknownQuestion,
    /// A kind of question that this release cannot ask.
    Unsupported,
    /// A code that this release does not know.
    #[serde(other)]
    Other,
}

/// A problem with the answer to one question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AnswerProblem"))]
pub struct Problem {
    /// Which question.
    pub question: QuestionId,
    /// What is wrong.
    #[serde(flatten)]
    pub code: ProblemCode,
    /// The form's own words for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}
