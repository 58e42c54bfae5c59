//! The types of question.

mod parts;

use super::{
    AssetScope, ChoiceDisplay, DateBound, FormOption, Formula, IpVersion, ManyDisplay, Narrowing,
    OptionsSource, PersonScope, Question, TimeOfDay, Width,
};
use crate::money::Amounts;
use serde::{Deserialize, Serialize};

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
    /// Several lines of text with emphasis, lists and links: CommonMark, raw HTML in it is shown as text.
    RichText {
        /// Fewest characters, the marks counted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min_length: Option<u32>,
        /// Most characters, the marks counted; 4000 ([`LONG_TEXT_MAX`]) where unset.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max_length: Option<u32>,
    },
    /// A number.
    Number {
        /// Least value.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min: Option<f64>,
        /// Greatest value; 10000 ([`COUNT_MAX`]) where unset and each has a price.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<f64>,
        /// Whole numbers only.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        integer: bool,
        /// What is counted, shown behind the field.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
        /// What each of them adds to the price.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        price: Option<Amounts>,
    },
    /// An amount of money in the currency of the catalog. The answer is a whole number of its minor units (cents).
    Currency {
        /// Least amount, in minor units.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min: Option<i64>,
        /// Greatest amount, in minor units.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<i64>,
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
        #[serde(default)]
        options: Vec<FormOption>,
        /// Where the options come from instead.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        options_source: Option<OptionsSource>,
        /// Radio buttons or a list.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        display: Option<ChoiceDisplay>,
    },
    /// Any of several options.
    ManyChoice {
        /// In the order in which they are shown.
        #[serde(default)]
        options: Vec<FormOption>,
        /// Where the options come from instead.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        options_source: Option<OptionsSource>,
        /// Fewest to choose, once any is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min_choices: Option<u32>,
        /// Most to choose.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max_choices: Option<u32>,
        /// Checkboxes or a list.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        display: Option<ManyDisplay>,
    },
    /// One of several options that are divided into finer ones, chosen level by level.
    Tree {
        /// The options of the first level, in the order in which they are shown.
        options: Vec<FormOption>,
        /// An option that is divided further is an answer too.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        any_level: bool,
        /// What is chosen on each level, from the first: "Country", "City".
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        levels: Vec<String>,
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
    /// A time of the day, `09:30`.
    Time {
        /// First time allowed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        earliest: Option<TimeOfDay>,
        /// Last time allowed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        latest: Option<TimeOfDay>,
    },
    /// A day with a time, `2026-11-21T09:30`, where the person works.
    DateTime {
        /// First day allowed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        earliest: Option<DateBound>,
        /// Last day allowed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        latest: Option<DateBound>,
    },
    /// From one day to another, both included: `{"from": "2026-11-21", "to": "2026-11-28"}`.
    DateRange {
        /// First day allowed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        earliest: Option<DateBound>,
        /// Last day allowed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        latest: Option<DateBound>,
        /// Fewest days.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min_days: Option<u32>,
        /// Most days.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max_days: Option<u32>,
    },
    /// How long something takes. The answer is a whole number of seconds, asked for in hours and minutes.
    Duration {
        /// Shortest, in seconds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min: Option<u32>,
        /// Longest, in seconds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<u32>,
    },
    /// An address for mail.
    Email {},
    /// A telephone number.
    Phone {},
    /// A web address that begins with `http://` or `https://`.
    Url {},
    /// An IP address.
    IpAddress {
        /// Which addresses are meant.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<IpVersion>,
        /// A network, such as `10.1.0.0/16`, is an answer too.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        network: bool,
    },
    /// A step on a scale from 1.
    Rating {
        /// The last step; 5 ([`RATING_MAX`]) where unset.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<u32>,
        /// What the first step means.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        low_label: Option<String>,
        /// What the last step means.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        high_label: Option<String>,
    },
    /// A colleague.
    Person {
        /// Who may be chosen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        within: Option<PersonScope>,
        /// Earlier answers that narrow it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        narrowed_by: Option<Narrowing>,
    },
    /// A group that works on tickets.
    Group {},
    /// A service that IT runs.
    Service {},
    /// A device or other configuration item.
    Asset {
        /// Whose devices may be chosen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        within: Option<AssetScope>,
        /// Earlier answers that narrow it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        narrowed_by: Option<Narrowing>,
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
    /// A secret: not readable while it is typed, never kept in a draft, masked wherever it is shown.
    Masked {
        /// Fewest characters.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min_length: Option<u32>,
        /// Most characters; 200 ([`SHORT_TEXT_MAX`]) where unset.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max_length: Option<u32>,
        /// A regular expression that the whole answer must match, as in a short text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pattern: Option<String>,
        /// What to say when it does not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pattern_message: Option<String>,
    },
    /// The same questions for each of several things: a list of objects, `[{"name": "…"}, {"name": "…"}]`.
    Rows {
        /// What is asked in each row. Rows in rows are none.
        questions: Vec<Question>,
        /// Fewest rows, once there is any.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min_rows: Option<u32>,
        /// Most rows; 50 ([`ROWS_MAX`]) where unset.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max_rows: Option<u32>,
        /// What one row is: "Person".
        #[serde(default, skip_serializing_if = "Option::is_none")]
        row_label: Option<String>,
    },
    /// A number that follows from other answers. Shown, not asked; whatever is sent for it is ignored.
    Computed {
        /// How it is worked out.
        formula: Formula,
        /// What is counted, shown behind the number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
        /// Decimal places, at most 6; 2 ([`DIGITS`]) where unset.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        digits: Option<u32>,
        /// It is an amount of money, in minor units of the currency of the catalog.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        money: bool,
    },
    /// A heading between questions.
    Heading {},
    /// Explaining text between questions.
    Paragraph {
        /// CommonMark.
        text: String,
    },
    /// A picture between questions.
    Image {
        /// Its address: a path on the portal's own server, or `data:`. What else may be shown is the server's to say.
        src: String,
        /// What can be seen, for those who cannot see it.
        alt: String,
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
/// Most of what is charged for each where the form sets no limit: more than anybody orders at once, and what it comes to is
/// still a price.
pub const COUNT_MAX: u32 = 10_000;
/// Steps of a scale where the form sets no number: what people know from everywhere.
pub const RATING_MAX: u32 = 5;
/// Most rows where the form sets no limit: more is a case for a file.
pub const ROWS_MAX: u32 = 50;
/// Decimal places of a computed number where the form sets none.
pub const DIGITS: u32 = 2;

/// The greatest number that a question takes: of what is charged for each there is an end also where the form sets none.
pub(super) fn greatest(max: Option<f64>, price: Option<Amounts>) -> Option<f64> {
    max.or_else(|| price.map(|_| f64::from(COUNT_MAX)))
}
