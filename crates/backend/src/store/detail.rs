//! What is kept of a ticket beside its columns: what no list shows and no query looks for.

use chrono::{DateTime, Utc};
use guichet_rules::{
    approval::Plan,
    form::Answers,
    ids::{CalendarId, CostCentreId, TicketId},
    money::Price,
    ticket::{HoldReason, ResolutionCode},
};
use serde::{Deserialize, Serialize};

/// The rest of a ticket. Each field has a default, so that a release may add some and still read what is there.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Detail {
    /// What was written when it was filed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What was answered, of the questions that were visible: `null` for what is kept as a secret.
    #[serde(skip_serializing_if = "Answers::is_empty")]
    pub answers: Answers,
    /// What it costs, with the words of the requester's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Price>,
    /// Who would pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_centre: Option<CostCentreId>,
    /// Whose approval it needs, as planned when it was filed: a later change of the catalog does not change it.
    pub plan: Plan,
    /// The opening hours that its clocks count in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<CalendarId>,
    /// Seconds of opening hours until it should be resolved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolve_within: Option<i64>,
    /// Seconds of opening hours until somebody should answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub respond_within: Option<i64>,
    /// When the resolution clock stood still.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
    /// How it was resolved; forgotten when it is reopened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Resolution>,
    /// When the resolution clock stopped: resolved, cancelled or rejected. Taken back when it is reopened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stopped_at: Option<DateTime<Utc>>,
    /// How often it was reopened.
    pub reopen_count: u32,
    /// The ticket that this one follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follows: Option<TicketId>,
    /// How many items were ordered with it; absent where it is no request of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requested_items: Option<u32>,
    /// Of a requested item: on which line of the order it was, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// When everyone asked had agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_at: Option<DateTime<Utc>>,
    /// When somebody began to work on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub begun_at: Option<DateTime<Utc>>,
    /// When it was closed, cancelled or rejected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<DateTime<Utc>>,
}

/// A stretch during which the resolution clock stood still.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// Its first instant.
    pub from: DateTime<Utc>,
    /// The instant after its last; absent while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<DateTime<Utc>>,
    /// What it waited for; absent between a resolution and the reopening.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<HoldReason>,
}

/// How a ticket was resolved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    /// The kind of resolution.
    pub code: ResolutionCode,
    /// What was done.
    pub text: String,
}
