//! What a form is.

use super::Condition;
use crate::{
    ids::{FormId, OptionId, PageId, QuestionId},
    money::Amounts,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A published form. `id@version` never changes once people answered it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Form {
    /// The form, usually named like its catalog item.
    pub id: FormId,
    /// Grows with each published change, from 1.
    pub version: u32,
    /// In the order in which they are asked.
    pub pages: Vec<Page>,
}

impl Form {
    /// Every question, in the order in which they are asked.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.pages.iter().flat_map(|page| &page.questions)
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions().find(|q| q.id.as_str() == id)
    }
}

/// A page of a form: what is asked together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "FormPage"))]
pub struct Page {
    /// Unique in the form.
    pub id: PageId,
    /// The page's heading.
    pub title: String,
    /// In order.
    pub questions: Vec<Question>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Question {
    /// Unique in the form; the key of its answer.
    pub id: QuestionId,
    /// What is asked and what answers it.
    #[serde(flatten)]
    pub kind: Kind,
    /// The question, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Help under the label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// An answer is needed whenever the question is visible.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// What to say when it is missing: an instruction, such as "Choose a model".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required_message: Option<String>,
    /// Asked only while this holds. Absent: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visible_when: Option<Condition>,
    /// Why it is asked, in words; otherwise made from the condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// Needed while this holds, beyond `required`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required_when: Option<Condition>,
    /// Shown but not to be changed while this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_only_when: Option<Condition>,
    /// The answer that is there at first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<Value>,
    /// An HTML autocomplete token, such as `tel`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub autocomplete: Option<String>,
    /// Never kept in a draft, and masked wherever it is shown.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sensitive: bool,
}

/// What kind of question it is, with what belongs to that kind alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Kind {
    /// One line of text.
    ShortText {
        /// Fewest characters.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min_length: Option<u32>,
        /// Most characters; 200 ([`SHORT_TEXT_MAX`]) where unset.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max_length: Option<u32>,
        /// A regular expression that the whole answer must match, in the common subset of ECMA-262 and RE2.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pattern: Option<String>,
        /// What to say when it does not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pattern_message: Option<String>,
        /// How wide the field is drawn: as wide as its answer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        width: Option<Width>,
    },
    /// Several lines of text.
    LongText {
        /// Fewest characters.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min_length: Option<u32>,
        /// Most characters; 4000 ([`LONG_TEXT_MAX`]) where unset.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max_length: Option<u32>,
    },
    /// A number.
    Number {
        /// Least value.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min: Option<f64>,
        /// Greatest value.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<f64>,
        /// Whole numbers only.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        integer: bool,
        /// What is counted, shown behind the field.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
    },
    /// Yes or no.
    YesNo {
        /// What "yes" adds to the price.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        price: Option<Amounts>,
    },
    /// One of several options.
    SingleChoice {
        /// In the order in which they are shown.
        options: Vec<FormOption>,
        /// Radio buttons or a list.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        display: Option<ChoiceDisplay>,
    },
    /// Any of several options.
    ManyChoice {
        /// In the order in which they are shown.
        options: Vec<FormOption>,
        /// Fewest to choose, once any is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min_choices: Option<u32>,
        /// Most to choose.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max_choices: Option<u32>,
    },
    /// A calendar date.
    Date {
        /// First day allowed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        earliest: Option<DateBound>,
        /// Last day allowed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        latest: Option<DateBound>,
    },
    /// A colleague.
    Person {
        /// Who may be chosen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        within: Option<PersonScope>,
    },
    /// A service that IT runs.
    Service {},
    /// A device.
    Asset {
        /// Whose devices may be chosen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        within: Option<AssetScope>,
    },
    /// A site.
    Location {},
    /// Uploaded files.
    File {
        /// How many; 1 where unset.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max_files: Option<u32>,
        /// How large each may be, in bytes; the backend's own limit holds too.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max_bytes: Option<u64>,
        /// Media types, `image/*` style ranges among them; empty: whatever the backend takes.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        accept: Vec<String>,
    },
    /// A heading between questions.
    Heading {},
    /// Explaining text between questions.
    Paragraph {
        /// CommonMark.
        text: String,
    },
    /// A text that must not be overlooked.
    Notice {
        /// CommonMark.
        text: String,
    },
    /// A kind that this release does not know. It is shown as such, never asked, and blocks sending: answering half a
    /// form silently would be worse.
    #[serde(other)]
    Unknown,
}

/// Longest short text where the form sets no limit: fits one line of any list.
pub const SHORT_TEXT_MAX: u32 = 200;
/// Longest long text where the form sets no limit: about a page of A4.
pub const LONG_TEXT_MAX: u32 = 4000;

impl Kind {
    /// Whether it is only shown, never answered.
    pub fn is_display(&self) -> bool {
        matches!(self, Self::Heading {} | Self::Paragraph { .. } | Self::Notice { .. })
    }

    /// The options of a choice.
    pub fn options(&self) -> &[FormOption] {
        match self {
            Self::SingleChoice { options, .. } | Self::ManyChoice { options, .. } => options,
            _ => &[],
        }
    }
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FormOption {
    /// Unique in its question.
    pub id: OptionId,
    /// What is chosen.
    pub label: String,
    /// What tells it from the others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// What it adds to the price of one unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Amounts>,
    /// Offered only while this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visible_when: Option<Condition>,
}

/// How a single choice is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChoiceDisplay {
    /// All options in sight.
    Radio,
    /// A list to open, for many options.
    Select,
    /// Whatever a newer release means; drawn as radio.
    #[serde(other)]
    Other,
}

/// How wide a text field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Width {
    /// For a number or code of about ten characters.
    Short,
    /// The width of the form.
    #[serde(other)]
    Full,
}

/// Who may be chosen in a person question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PersonScope {
    /// Who reports to the requester, directly or not.
    Reports,
    /// Everyone who is active.
    #[serde(other)]
    Everyone,
}

/// Whose devices may be chosen in an asset question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AssetScope {
    /// Those of the person it is for.
    Mine,
    /// All.
    #[serde(other)]
    Everyone,
}

/// The edge of an allowed range of dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum DateBound {
    /// So many days from today; negative is the past.
    Days(i32),
    /// This day.
    Date(chrono::NaiveDate),
}

impl DateBound {
    /// The day meant, seen from `today`. Saturates at the ends of the calendar.
    pub fn resolve(self, today: chrono::NaiveDate) -> chrono::NaiveDate {
        match self {
            Self::Date(date) => date,
            Self::Days(n) => today
                .checked_add_signed(chrono::TimeDelta::days(n.into()))
                .unwrap_or(if n < 0 { chrono::NaiveDate::MIN } else { chrono::NaiveDate::MAX }),
        }
    }
}
