//! Mistakes of the configuration that show only when somebody asks for something.

use super::Policy;
use crate::ids::{CostCentreId, GroupId, PersonId};
use serde::{Deserialize, Serialize};

/// Why a step cannot be decided, and what an administrator does about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum ConfigProblem {
    /// The request is for somebody who is not known.
    #[error("'{person}', whom it is for, is not known: add them to the people")]
    NoSuchPerson {
        /// Who.
        person: PersonId,
    },
    /// The step asks a manager where there is none.
    #[error("'{person}' has no manager: name one, or let the step ask somebody else")]
    NoManager {
        /// Whose manager is missing.
        person: PersonId,
    },
    /// The step asks the owner of a cost centre, and nobody knows which.
    #[error("'{person}' has no cost centre: name one, or let the step ask somebody else")]
    NoCostCentre {
        /// Whose cost centre is missing.
        person: PersonId,
    },
    /// Nobody answers for the cost centre.
    #[error("the cost centre '{cost_centre}' has no owner: name one")]
    NoCostCentreOwner {
        /// Which.
        cost_centre: CostCentreId,
    },
    /// Nobody answers for the service of the item.
    #[error("the service of the item has no owner: name one, or let the step ask somebody else")]
    NoServiceOwner,
    /// The group has no members, or does not exist.
    #[error("the group '{group}' has no members: add some, or let the step ask another group")]
    EmptyGroup {
        /// Which.
        group: GroupId,
    },
    /// The step lists nobody.
    #[error("the step names nobody: list at least one person")]
    NobodyNamed,
    /// Of those named nobody can be asked.
    #[error("nobody whom the step names can be asked: name somebody who is active and not concerned")]
    NobodyLeft,
    /// More have to agree than are asked.
    #[error("{count} have to agree and {asked} are asked: ask for 1 to {asked}")]
    CountOutOfRange {
        /// How many have to agree.
        count: u32,
        /// How many are asked.
        asked: u32,
    },
    /// A share that is none.
    #[error("{percent} % cannot be asked for: use 1 to 100")]
    PercentOutOfRange {
        /// The share.
        percent: u8,
    },
    /// A policy of a later release.
    #[error("the policy is not one that this release knows: use anyone, all, majority, percent or count")]
    UnknownPolicy,
    /// A problem that this release does not know.
    #[error("the step cannot be decided as it is configured")]
    #[serde(other)]
    Unknown,
}

impl ConfigProblem {
    /// Why `policy` cannot be decided by so many people.
    pub(super) fn of(policy: Policy, asked: u32) -> Option<Self> {
        match policy {
            _ if asked == 0 => Some(Self::NobodyLeft),
            _ if policy.needed(asked).is_some() => None,
            Policy::Count(count) => Some(Self::CountOutOfRange { count, asked }),
            Policy::Percent(percent) => Some(Self::PercentOutOfRange { percent }),
            Policy::Anyone | Policy::All | Policy::Majority | Policy::Unknown => Some(Self::UnknownPolicy),
        }
    }
}
