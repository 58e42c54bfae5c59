//! Who decides for whom while they are away.

use super::{Instant, PersonRef, instant};
use chrono::NaiveDate;
use guichet_rules::{
    approval::DelegationPhase,
    ids::{DelegationId, PersonId},
};

wire! {
    /// Somebody decides for somebody else who is away.
    pub struct Delegation {
        /// Which.
        pub id: DelegationId,
        /// Grows with each change. In quotes it is what `If-Match` takes; so is the `ETag`.
        pub version: u64,
        /// Who is away.
        pub delegator: PersonRef,
        /// Who decides for them.
        pub delegate: PersonRef,
        /// The first day, where the delegator works.
        pub from: NaiveDate,
        /// The last day.
        pub until: NaiveDate,
        /// The first instant of it.
        #[serde(deserialize_with = "instant::read")]
        pub starts_at: Instant,
        /// The first instant after it.
        #[serde(deserialize_with = "instant::read")]
        pub ends_at: Instant,
        /// Whether it is to come, holds now, or is over.
        pub phase: DelegationPhase,
        /// Why, for the delegate.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<String>,
        /// Whether the delegate has arranged for somebody else in that time. Delegations are not followed further, so nobody
        /// decides then but the delegator.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub delegate_away: bool,
    }

    /// A delegation to arrange.
    pub struct DelegationInput {
        /// Who decides.
        pub delegate: PersonId,
        /// The first day, where the caller works; today at the earliest.
        pub from: NaiveDate,
        /// The last day.
        pub until: NaiveDate,
        /// Why, for the delegate.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<String>,
    }

    /// What to change of a delegation; what is absent stays as it is. Of one that has begun only the last day and the
    /// reason can change.
    pub struct DelegationPatch {
        /// Who decides.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub delegate: Option<PersonId>,
        /// The first day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub from: Option<NaiveDate>,
        /// The last day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub until: Option<NaiveDate>,
        /// Why; the empty text takes it away.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<String>,
    }
}
