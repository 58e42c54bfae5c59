//! What can be wrong with an answer.

use super::TimeOfDay;
use crate::ids::QuestionId;
use chrono::NaiveDate;
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
    /// The text is no address for mail, telephone number, web address or IP address, whichever is asked for.
    Format,
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
    /// The amount of money is too small.
    AmountTooSmall {
        /// The least allowed, in minor units.
        min: i64,
    },
    /// The amount of money is too great.
    AmountTooGreat {
        /// The greatest allowed, in minor units.
        max: i64,
    },
    /// The option is not, or no longer, on offer.
    NoSuchOption,
    /// The option of a tree is divided further, and a finer one is asked for.
    Unspecific,
    /// Fewer options chosen, or rows added, than needed.
    TooFew {
        /// How many are needed.
        min: u32,
    },
    /// More options chosen, files added or rows added, than allowed.
    TooMany {
        /// How many are allowed.
        max: u32,
    },
    /// The date is before the first day allowed.
    TooEarly {
        /// That day.
        earliest: NaiveDate,
    },
    /// The date is after the last day allowed.
    TooLate {
        /// That day.
        latest: NaiveDate,
    },
    /// The time is before the first allowed.
    TimeTooEarly {
        /// That time.
        earliest: TimeOfDay,
    },
    /// The time is after the last allowed.
    TimeTooLate {
        /// That time.
        latest: TimeOfDay,
    },
    /// The range ends before it begins.
    Reversed,
    /// The range has fewer days than needed.
    RangeTooShort {
        /// How many are needed.
        min: u32,
    },
    /// The range has more days than allowed.
    RangeTooLong {
        /// How many are allowed.
        max: u32,
    },
    /// The duration is too short.
    DurationTooShort {
        /// The shortest allowed, in seconds.
        min: u32,
    },
    /// The duration is too long.
    DurationTooLong {
        /// The longest allowed, in seconds.
        max: u32,
    },
    /// The answer breaks a rule of the form's own, which says so in `message`.
    Constraint,
    /// The person, group, service, device, site or file does not exist, or may not be chosen by this person.
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

impl ProblemCode {
    /// Its word in `code`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Mistyped => "mistyped",
            Self::TooShort { .. } => "too_short",
            Self::TooLong { .. } => "too_long",
            Self::Pattern => "pattern",
            Self::Format => "format",
            Self::TooSmall { .. } => "too_small",
            Self::TooGreat { .. } => "too_great",
            Self::NotWhole => "not_whole",
            Self::AmountTooSmall { .. } => "amount_too_small",
            Self::AmountTooGreat { .. } => "amount_too_great",
            Self::NoSuchOption => "no_such_option",
            Self::Unspecific => "unspecific",
            Self::TooFew { .. } => "too_few",
            Self::TooMany { .. } => "too_many",
            Self::TooEarly { .. } => "too_early",
            Self::TooLate { .. } => "too_late",
            Self::TimeTooEarly { .. } => "time_too_early",
            Self::TimeTooLate { .. } => "time_too_late",
            Self::Reversed => "reversed",
            Self::RangeTooShort { .. } => "range_too_short",
            Self::RangeTooLong { .. } => "range_too_long",
            Self::DurationTooShort { .. } => "duration_too_short",
            Self::DurationTooLong { .. } => "duration_too_long",
            Self::Constraint => "constraint",
            Self::NotFound => "not_found",
            Self::FileTooLarge { .. } => "file_too_large",
            Self::FileType => "file_type",
            Self::UnknownQuestion => "unknown_question",
            Self::Unsupported => "unsupported",
            Self::Other => "other",
        }
    }

    /// The codes that a form may have words of its own for, in `messages`. A constraint brings its own.
    pub const WITH_MESSAGES: &'static [&'static str] = &[
        "required",
        "mistyped",
        "too_short",
        "too_long",
        "pattern",
        "format",
        "too_small",
        "too_great",
        "not_whole",
        "amount_too_small",
        "amount_too_great",
        "no_such_option",
        "unspecific",
        "too_few",
        "too_many",
        "too_early",
        "too_late",
        "time_too_early",
        "time_too_late",
        "reversed",
        "range_too_short",
        "range_too_long",
        "duration_too_short",
        "duration_too_long",
    ];
}

/// A problem with the answer to one question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AnswerProblem"))]
pub struct Problem {
    /// Which question.
    pub question: QuestionId,
    /// A JSON Pointer into the answers: `/model`, in repeating rows `/people/0/name`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pointer: String,
    /// What is wrong.
    #[serde(flatten)]
    pub code: ProblemCode,
    /// The form's own words for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}
