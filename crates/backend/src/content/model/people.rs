//! People and what they belong to.

use guichet_rules::{
    ids::{CalendarId, CostCentreId, GroupId, LocationId, PersonId},
    person::{self, Employment, Right},
};
use serde::Deserialize;

/// Somebody who works for the company.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// Their name, as everyone writes it.
    pub name: String,
    /// Where to write to them.
    pub email: String,
    /// What they do.
    pub title: String,
    /// Where they do it.
    pub department: String,
    /// The site they work at.
    pub location: LocationId,
    /// Whom they report to; absent at the top.
    #[serde(default)]
    pub manager: Option<PersonId>,
    /// Every group; once loaded, the implicit audience of their employment among them.
    #[serde(default)]
    pub groups: Vec<GroupId>,
    /// How they work for the company.
    pub employment: Employment,
    /// Who pays for what they order.
    #[serde(default)]
    pub cost_centre: Option<CostCentreId>,
    /// The language they prefer, BCP 47.
    pub language: String,
    /// False for people who left or are away for long.
    #[serde(default = "yes")]
    pub active: bool,
    /// What to try as them; only those who have it are offered for a demo sign-in.
    #[serde(default)]
    pub persona: Option<String>,
    /// What their groups let them do.
    #[serde(skip)]
    pub rights: Vec<Right>,
    /// Their place in people.yaml.
    #[serde(skip)]
    pub position: usize,
}

fn yes() -> bool {
    true
}

impl Person {
    /// What the rules need to know of them.
    pub fn rules_person(&self) -> person::Person {
        person::Person {
            id: self.id.clone(),
            groups: self.groups.clone(),
            location: self.location.clone(),
            employment: self.employment,
            manager: self.manager.clone(),
            cost_centre: self.cost_centre.clone(),
            active: self.active,
            rights: self.rights.clone(),
        }
    }

    /// Whether they belong to `group`.
    pub fn in_group(&self, group: &GroupId) -> bool {
        self.groups.contains(group)
    }
}

/// A group of people.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Group {
    /// Which.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub kind: GroupKind,
    /// What its members may do beyond what everyone may.
    #[serde(default)]
    pub rights: Vec<Right>,
}

/// What a group is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupKind {
    /// Works on tickets.
    Assignment,
    /// Decides on requests.
    Approvers,
    /// May see or order something.
    Audience,
}

/// A site.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Location {
    /// Which.
    pub id: LocationId,
    /// Its name.
    pub name: String,
    /// Its opening hours.
    pub calendar: CalendarId,
    /// Where it is, on one line.
    #[serde(default)]
    pub address: String,
    /// Who helps on site.
    #[serde(default)]
    pub field_group: Option<GroupId>,
    /// Its place in locations.yaml.
    #[serde(skip)]
    pub position: usize,
}

/// A cost centre.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct CostCentre {
    /// Which.
    pub id: CostCentreId,
    /// Its name.
    pub name: String,
    /// Who answers for it.
    pub owner: PersonId,
}
