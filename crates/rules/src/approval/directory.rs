//! What the rules ask about the company.

use super::Delegation;
use crate::{
    ids::{CostCentreId, GroupId, PersonId},
    person::Person,
};
use chrono::{DateTime, Utc};

/// The company, as far as approvals need to know it. The backend answers from its store, tests from a list.
pub trait Directory {
    /// The person, if there is one.
    fn person(&self, id: &PersonId) -> Option<Person>;
    /// Everyone in the group, in the order they are shown in; nobody for a group that does not exist.
    fn members(&self, group: &GroupId) -> Vec<PersonId>;
    /// Who answers for the cost centre.
    fn cost_centre_owner(&self, cost_centre: &CostCentreId) -> Option<PersonId>;
    /// Who decides for `person` at `now`, if they arranged for it.
    fn delegation(&self, person: &PersonId, now: DateTime<Utc>) -> Option<Delegation>;
}
