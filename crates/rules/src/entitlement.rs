//! Who may order what, and for whom.
//!
//! A refusal is typed; the words for it come from the content (`orderable_reason`) or from the portal.

use crate::{
    ids::{CostCentreId, GroupId, LocationId, PersonId},
    person::{Employment, Person},
};
use serde::{Deserialize, Serialize};

/// Who something is for: `{any: [{group: employees}, {location: berlin}]}`.
///
/// A word that this release does not know is an error and not ignored: an audience that skipped a condition would let
/// in too many. Portals never need to read one, they are told whether an item is orderable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Members of the group, `employees`, `contractors` and `interns` among them.
    Group(GroupId),
    /// People who work there.
    Location(LocationId),
    /// People who work for the company in this way.
    Employment(Employment),
    /// Whoever is in at least one of these; nobody when empty.
    Any(Vec<Audience>),
    /// Whoever is in each of these; everybody when empty.
    All(Vec<Audience>),
    /// Whoever is not in it.
    Not(Box<Audience>),
}

impl Audience {
    /// Whether `person` is in it.
    pub fn matches(&self, person: &Person) -> bool {
        match self {
            Self::Group(group) => person.in_group(group.as_str()),
            Self::Location(location) => person.location == *location,
            Self::Employment(employment) => person.employment == *employment,
            Self::Any(parts) => parts.iter().any(|part| part.matches(person)),
            Self::All(parts) => parts.iter().all(|part| part.matches(person)),
            Self::Not(part) => !part.matches(person),
        }
    }
}

/// For whom an item may be ordered. Everyone may always order for themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OrderFor {
    /// For nobody else.
    #[default]
    #[serde(rename = "self")]
    SelfOnly,
    /// For whoever reports to the requester.
    Reports,
    /// For anyone.
    Anyone,
    /// A word that this release does not know; it allows what [`SelfOnly`](Self::SelfOnly) allows. In content it is
    /// a mistake, which the check of the content reports.
    #[serde(other)]
    Unknown,
}

/// Why something may not be ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "OrderRefusal"))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// It is offered to others only. The item's `orderable_reason` says to whom, where there is one.
    #[error("not in the audience of the item")]
    NotInAudience,
    /// Everyone orders it for themselves.
    #[error("the item can be ordered for oneself only")]
    OnlyForSelf,
    /// It can be ordered for reports, and the person it is for does not report to the requester.
    #[error("the item can be ordered for one's own reports only")]
    NotAReport,
    /// The person it is for left, or is away for long.
    #[error("the person it is for is not active")]
    Inactive,
    /// The cost centre is neither the requester's own, nor that of the person it is for, nor one that the requester
    /// answers for.
    #[error("the requester may not charge this cost centre")]
    NotYourCostCentre,
    /// A reason that this release does not know.
    #[error("not allowed")]
    #[serde(other)]
    Unknown,
}

/// Whether `person` belongs to those an item is offered to; no audience means everyone.
///
/// Ask it for the requester to decide whether they may open the form, and for the beneficiary before the request is
/// filed: what only employees get must not reach others because an employee asked for it.
pub fn may_order(audience: Option<&Audience>, person: &Person) -> Result<(), Refusal> {
    if audience.is_none_or(|audience| audience.matches(person)) {
        Ok(())
    } else {
        Err(Refusal::NotInAudience)
    }
}

/// Whether `requester` may order for `beneficiary`. `reports_to(report, manager)` knows the reporting lines; whether
/// only direct reports count is its decision.
pub fn may_order_for(
    order_for: OrderFor,
    requester: &Person,
    beneficiary: &Person,
    reports_to: &dyn Fn(&PersonId, &PersonId) -> bool,
) -> Result<(), Refusal> {
    if !beneficiary.active {
        return Err(Refusal::Inactive);
    }
    if requester.id == beneficiary.id {
        return Ok(());
    }
    match order_for {
        OrderFor::Anyone => Ok(()),
        OrderFor::Reports if reports_to(&beneficiary.id, &requester.id) => Ok(()),
        OrderFor::Reports => Err(Refusal::NotAReport),
        OrderFor::SelfOnly | OrderFor::Unknown => Err(Refusal::OnlyForSelf),
    }
}

/// Whether `requester` may charge `cost_centre` for what they order for `beneficiary`: their own, that of the beneficiary,
/// and those that they answer for. `owner` is who answers for it.
pub fn may_charge(
    cost_centre: &CostCentreId,
    owner: &PersonId,
    requester: &Person,
    beneficiary: &Person,
) -> Result<(), Refusal> {
    let own = |person: &Person| person.cost_centre.as_ref() == Some(cost_centre);
    if own(requester) || own(beneficiary) || *owner == requester.id {
        Ok(())
    } else {
        Err(Refusal::NotYourCostCentre)
    }
}

#[cfg(test)]
mod tests;
