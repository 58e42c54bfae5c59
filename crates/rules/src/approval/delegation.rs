//! Arranging that somebody else decides while one is away.

use super::may_be_delegate;
use crate::{ids::PersonId, person::Person};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A year and a day: from a date to the same date of the next year. Who is away for longer is not active, and their
/// approvals are for somebody else by right.
pub const MOST_DELEGATION_DAYS: i64 = 366;

/// Somebody decides for somebody else during some days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "DelegationFacts"))]
pub struct Delegation {
    /// Who is away.
    pub delegator: PersonId,
    /// Who decides for them.
    pub delegate: PersonId,
    /// The first day, where the delegator works.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// The first instant: the beginning of the first day.
    pub starts_at: DateTime<Utc>,
    /// The first instant after it: the end of the last day, or when it was ended.
    pub ends_at: DateTime<Utc>,
}

/// Where a delegation lies in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DelegationPhase {
    /// It has not begun.
    Coming,
    /// The delegate may decide now.
    Active,
    /// It is over.
    Past,
    /// A phase that this release does not know.
    #[serde(other)]
    Other,
}

impl Delegation {
    /// Where it lies at `now`; its first instant belongs to it, its end does not.
    pub fn phase(&self, now: DateTime<Utc>) -> DelegationPhase {
        if now >= self.ends_at {
            DelegationPhase::Past
        } else if now >= self.starts_at {
            DelegationPhase::Active
        } else {
            DelegationPhase::Coming
        }
    }

    /// Whether the delegate may decide at `now`.
    pub fn is_active(&self, now: DateTime<Utc>) -> bool {
        self.phase(now) == DelegationPhase::Active
    }

    /// Whether some instant belongs to both.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.starts_at.max(other.starts_at) < self.ends_at.min(other.ends_at)
    }
}

/// What is wrong with a delegation, and at which of its fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum DelegationProblem {
    /// Nobody stands in for themselves.
    #[error("nobody stands in for themselves")]
    ToOneself,
    /// Nobody of that id is known.
    #[error("nobody of that id is known")]
    NotFound,
    /// The delegate left, or is away for long.
    #[error("the delegate is not active")]
    Inactive,
    /// The delegate is a contractor or an intern.
    #[error("only employees decide for others")]
    NotEmployed,
    /// The delegate has arranged for somebody else in that time. Delegations are not followed any further, so nobody
    /// would decide.
    #[error("the delegate is away from {from} to {until}")]
    DelegateAway {
        /// From which day.
        from: NaiveDate,
        /// To which day.
        until: NaiveDate,
    },
    /// The first day is over.
    #[error("it begins in the past")]
    BeginsInThePast,
    /// It has begun: when it did stays as it is.
    #[error("it has begun already")]
    Begun,
    /// It has begun: who decides stays as it is.
    #[error("it has begun already, and is of one person")]
    DelegateFixed,
    /// The last day is before the first, or over.
    #[error("it ends before it begins")]
    EndsTooEarly,
    /// More days than anyone is away.
    #[error("it lasts longer than {days} days")]
    TooLong {
        /// The most.
        days: i64,
    },
    /// Somebody decides for the delegator in that time already.
    #[error("there is another one from {from} to {until}")]
    Overlaps {
        /// From which day.
        from: NaiveDate,
        /// To which day.
        until: NaiveDate,
    },
    /// A problem that this release does not know.
    #[error("not possible")]
    #[serde(other)]
    Unknown,
}

/// What a problem is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DelegationField {
    /// Who decides.
    Delegate,
    /// The first day.
    From,
    /// The last day.
    Until,
}

impl DelegationProblem {
    /// What it is about.
    pub fn field(self) -> DelegationField {
        match self {
            Self::ToOneself
            | Self::NotFound
            | Self::Inactive
            | Self::NotEmployed
            | Self::DelegateAway { .. }
            | Self::DelegateFixed
            | Self::Unknown => DelegationField::Delegate,
            Self::BeginsInThePast | Self::Begun | Self::Overlaps { .. } => DelegationField::From,
            Self::EndsTooEarly | Self::TooLong { .. } => DelegationField::Until,
        }
    }
}

/// Why a delegation stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum DelegationRefusal {
    /// It is over, and part of the record.
    #[error("it is over")]
    Past,
    /// A reason that this release does not know.
    #[error("not possible")]
    #[serde(other)]
    Unknown,
}

/// A delegation as somebody wants it, with what it is held against.
#[derive(Debug, Clone, Copy)]
pub struct Arrangement<'a> {
    /// What is wanted.
    pub wanted: &'a Delegation,
    /// How it was, where there is one that is changed.
    pub was: Option<&'a Delegation>,
    /// The delegate; nobody where there is nobody of that id.
    pub delegate: Option<&'a Person>,
    /// The delegator's other delegations.
    pub others: &'a [Delegation],
    /// The delegations that the delegate has arranged for themselves.
    pub of_delegate: &'a [Delegation],
    /// Today, where the delegator works.
    pub today: NaiveDate,
    /// Now.
    pub now: DateTime<Utc>,
}

/// Everything that is wrong with a delegation, at most one problem a field.
pub fn check_delegation(arrangement: &Arrangement<'_>) -> Vec<DelegationProblem> {
    [delegate(arrangement), first_day(arrangement), last_day(arrangement)].into_iter().flatten().collect()
}

/// Whether a delegation can still be changed or ended.
pub fn may_change_delegation(found: &Delegation, now: DateTime<Utc>) -> Result<(), DelegationRefusal> {
    if found.phase(now) == DelegationPhase::Past { Err(DelegationRefusal::Past) } else { Ok(()) }
}

/// How it was, where it has begun.
fn begun<'a>(arrangement: &Arrangement<'a>) -> Option<&'a Delegation> {
    arrangement.was.filter(|was| was.phase(arrangement.now) != DelegationPhase::Coming)
}

fn delegate(arrangement: &Arrangement<'_>) -> Option<DelegationProblem> {
    let wanted = arrangement.wanted;
    if wanted.delegate == wanted.delegator {
        return Some(DelegationProblem::ToOneself);
    }
    // Who decided until now decided under this delegation: another delegate is another one.
    if begun(arrangement).is_some_and(|was| was.delegate != wanted.delegate) {
        return Some(DelegationProblem::DelegateFixed);
    }
    let Some(person) = arrangement.delegate else { return Some(DelegationProblem::NotFound) };
    if let Err(problem) = may_be_delegate(person) {
        return Some(problem);
    }
    let away = arrangement.of_delegate.iter().find(|other| other.overlaps(wanted))?;
    Some(DelegationProblem::DelegateAway { from: away.from, until: away.until })
}

fn first_day(arrangement: &Arrangement<'_>) -> Option<DelegationProblem> {
    let wanted = arrangement.wanted;
    match begun(arrangement) {
        Some(was) if was.from != wanted.from => return Some(DelegationProblem::Begun),
        None if wanted.from < arrangement.today => return Some(DelegationProblem::BeginsInThePast),
        _ => {}
    }
    let other = arrangement.others.iter().find(|other| other.overlaps(wanted))?;
    Some(DelegationProblem::Overlaps { from: other.from, until: other.until })
}

fn last_day(arrangement: &Arrangement<'_>) -> Option<DelegationProblem> {
    let wanted = arrangement.wanted;
    if wanted.until < wanted.from.max(arrangement.today) {
        return Some(DelegationProblem::EndsTooEarly);
    }
    let days = wanted.until.signed_duration_since(wanted.from).num_days();
    (days >= MOST_DELEGATION_DAYS).then_some(DelegationProblem::TooLong { days: MOST_DELEGATION_DAYS })
}
