//! What a choice offers, and how questions are drawn.

use super::{Condition, moment::TimeOfDay};
use crate::{
    ids::{OptionId, QuestionId},
    money::Amounts,
};
use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

/// One option of a choice or tree.
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
    /// Offered only while this holds; what lies below it in a tree goes with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visible_when: Option<Condition>,
    /// In a tree: what it is divided into.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<FormOption>,
}

impl FormOption {
    /// An option with nothing but what it cannot do without.
    pub fn new(id: OptionId, label: impl Into<String>) -> Self {
        Self { id, label: label.into(), hint: None, price: None, visible_when: None, children: Vec::new() }
    }

    /// Calls `found` with this option and everything below it; the ids above it come along, the nearest last.
    pub fn walk<'a>(
        &'a self,
        above: &mut Vec<&'a OptionId>,
        found: &mut dyn FnMut(&[&'a OptionId], &'a Self),
    ) {
        found(above, self);
        above.push(&self.id);
        for child in &self.children {
            child.walk(above, found);
        }
        above.pop();
    }

    /// The options from the top of `options` down to the one with this id; empty where there is none.
    pub fn path<'a>(options: &'a [Self], id: &str) -> Vec<&'a Self> {
        for option in options {
            if option.id.as_str() == id {
                return vec![option];
            }
            let mut below = Self::path(&option.children, id);
            if !below.is_empty() {
                below.insert(0, option);
                return below;
            }
        }
        Vec::new()
    }
}

/// A list of the company's that a choice takes its options from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OptionsSource {
    /// Which list.
    pub list: SourceList,
    /// Earlier answers that narrow it; nothing is on offer before they are given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub narrowed_by: Option<Narrowing>,
}

/// A list of the company's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SourceList {
    /// People who are active.
    People,
    /// Groups that work on tickets.
    Groups,
    /// Sites.
    Locations,
    /// Services.
    Services,
    /// Devices of the person it is for, or of whoever `narrowed_by` names.
    Assets,
    /// Cost centres.
    CostCentres,
    /// A list that this release does not know; nothing is on offer.
    #[serde(other)]
    Other,
}

impl SourceList {
    /// Its name in `/lookups/{source}`.
    pub fn name(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Groups => "groups",
            Self::Locations => "locations",
            Self::Services => "services",
            Self::Assets => "assets",
            Self::CostCentres => "cost_centres",
            Self::Other => "other",
        }
    }
}

/// Which earlier answers narrow a list, by what they say of the things in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Narrowing {
    /// Only what is at this site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<QuestionId>,
    /// People: who reports to this person. Devices: those that this person has. Cost centres: whose owner it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<QuestionId>,
    /// People: who belongs to this group. Services: those that it repairs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<QuestionId>,
}

impl Narrowing {
    /// The questions.
    pub fn questions(&self) -> impl Iterator<Item = &QuestionId> {
        [&self.location, &self.person, &self.group].into_iter().flatten()
    }

    /// The key under which each question stands.
    pub fn named(&self) -> impl Iterator<Item = (&'static str, &QuestionId)> {
        [("location", &self.location), ("person", &self.person), ("group", &self.group)]
            .into_iter()
            .filter_map(|(key, question)| Some((key, question.as_ref()?)))
    }
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

/// How a choice of many is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ManyDisplay {
    /// All options in sight.
    Checkboxes,
    /// What is chosen, with a list to add from, for many options.
    List,
    /// Whatever a newer release means; drawn as checkboxes.
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

/// Which addresses are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IpVersion {
    /// `192.0.2.7`.
    V4,
    /// An address in hexadecimal, such as `2001:db8:0:0:0:0:0:7`.
    V6,
    /// Either.
    #[serde(other)]
    Any,
}

/// The edge of an allowed range of dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum DateBound {
    /// So many days from today; negative is the past.
    Days(i32),
    /// This day.
    Date(NaiveDate),
}

impl DateBound {
    /// The day meant, seen from `today`. Saturates at the ends of the calendar.
    pub fn resolve(self, today: NaiveDate) -> NaiveDate {
        match self {
            Self::Date(date) => date,
            Self::Days(n) => today.checked_add_signed(TimeDelta::days(n.into())).unwrap_or(if n < 0 {
                NaiveDate::MIN
            } else {
                NaiveDate::MAX
            }),
        }
    }
}

/// Whether the window between two times of the day is empty.
pub(super) fn is_empty_window(earliest: Option<TimeOfDay>, latest: Option<TimeOfDay>) -> bool {
    earliest.zip(latest).is_some_and(|(earliest, latest)| earliest > latest)
}
