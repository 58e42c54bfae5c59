//! The acting person, as far as the rules need to know them.

use crate::ids::{CostCentreId, GroupId, LocationId, PersonId};
use serde::{Deserialize, Serialize};

/// How someone works for the company. Everyone is implicitly in the audience of the same name (`employees`, …).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Employment {
    /// On the payroll.
    Employee,
    /// Works for another company or for themselves.
    Contractor,
    /// Here to learn, for a while.
    Intern,
    /// A kind that this release does not know.
    #[serde(other)]
    Other,
}

impl Employment {
    /// The audience that everyone of this kind belongs to.
    pub fn group(self) -> &'static str {
        match self {
            Self::Employee => "employees",
            Self::Contractor => "contractors",
            Self::Intern => "interns",
            Self::Other => "others",
        }
    }
}

/// Something that a group may do beyond what every person may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Works on tickets: sees all, takes, answers, resolves.
    Desk,
    /// Is shown configuration errors, such as an approval that finds nobody.
    Admin,
    /// Writes forms: reads their files, tries them as anyone, publishes new versions.
    Forms,
    /// Looks after all knowledge: decides on every proposal, publishes and retires articles, and sees what people look for and
    /// how every article does.
    Knowledge,
    /// A right that this release does not know; it allows nothing.
    #[serde(other)]
    Other,
}

/// What the rules know of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// All groups, the implicit audience of their employment among them.
    pub groups: Vec<GroupId>,
    /// Where they work.
    pub location: LocationId,
    /// How they work for the company.
    pub employment: Employment,
    /// Whom they report to; absent at the top.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manager: Option<PersonId>,
    /// Who pays for what they order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_centre: Option<CostCentreId>,
    /// False for people who left or are away for long: nobody asks them anything.
    #[serde(default = "yes")]
    pub active: bool,
    /// What their groups let them do.
    #[serde(default)]
    pub rights: Vec<Right>,
}

fn yes() -> bool {
    true
}

impl Person {
    /// Whether they belong to `group`.
    pub fn in_group(&self, group: &str) -> bool {
        self.groups.iter().any(|g| g.as_str() == group)
    }

    /// Whether one of their groups gives them `right`.
    pub fn has(&self, right: Right) -> bool {
        self.rights.contains(&right)
    }
}
