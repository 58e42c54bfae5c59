//! A ticket, as it is kept.

use super::{Detail, StoreError, fields::Fields};
use chrono::{DateTime, Utc};
use guichet_rules::{
    ids::{AssetId, GroupId, ItemId, PersonId, ServiceId, TicketId},
    ticket::{Facts, HoldReason, Kind, State},
};

/// A ticket.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticket {
    /// The order of filing; 0 before it is stored.
    pub seq: i64,
    /// Its number.
    pub id: TicketId,
    /// What kind.
    pub kind: Kind,
    /// Where it stands.
    pub state: State,
    /// What it waits for, while on hold.
    pub hold_reason: Option<HoldReason>,
    /// What it is about.
    pub title: String,
    /// Who filed it.
    pub opened_by: PersonId,
    /// Whom it is for.
    pub requested_for: PersonId,
    /// Which group works on it.
    pub group: Option<GroupId>,
    /// Who works on it.
    pub assignee: Option<PersonId>,
    /// Who is affected: an id of the matrix.
    pub impact: Option<String>,
    /// How badly: an id of the matrix.
    pub urgency: Option<String>,
    /// How urgent it is; 1 is the most severe.
    pub priority: Option<u8>,
    /// A major incident.
    pub major: bool,
    /// Which service it is about.
    pub service: Option<ServiceId>,
    /// Which device it is about.
    pub asset: Option<AssetId>,
    /// What was ordered.
    pub item: Option<ItemId>,
    /// The version of the form that was answered.
    pub form_version: Option<u32>,
    /// How many.
    pub quantity: Option<u32>,
    /// The request that it was ordered with, where several items were.
    pub parent: Option<i64>,
    /// When it was filed.
    pub opened_at: DateTime<Utc>,
    /// When anything about it last changed.
    pub updated_at: DateTime<Utc>,
    /// When it was last resolved; forgotten when it is reopened.
    pub resolved_at: Option<DateTime<Utc>>,
    /// When the resolution clock began.
    pub clock_from: Option<DateTime<Utc>>,
    /// When three quarters of its time are gone.
    pub risk_at: Option<DateTime<Utc>>,
    /// When all of it is.
    pub due_at: Option<DateTime<Utc>>,
    /// Grows with each change, from 1.
    pub version: u64,
    /// The rest.
    pub detail: Detail,
}

impl Ticket {
    /// A ticket that `opener` files for themselves at `at`, with nothing known beside its title: it is new, and its
    /// resolution clock runs. Whoever knows more says so with `..`.
    pub fn new(id: TicketId, kind: Kind, title: String, opener: PersonId, at: DateTime<Utc>) -> Self {
        Self {
            seq: 0,
            id,
            kind,
            state: State::New,
            hold_reason: None,
            title,
            requested_for: opener.clone(),
            opened_by: opener,
            group: None,
            assignee: None,
            impact: None,
            urgency: None,
            priority: None,
            major: false,
            service: None,
            asset: None,
            item: None,
            form_version: None,
            quantity: None,
            parent: None,
            opened_at: at,
            updated_at: at,
            resolved_at: None,
            clock_from: Some(at),
            risk_at: None,
            due_at: None,
            version: 1,
            detail: Detail::default(),
        }
    }

    /// What the rules need to know of it, seen by `actor`.
    pub fn facts(&self, actor: Option<&PersonId>) -> Facts {
        Facts {
            hold_reason: self.hold_reason,
            major: self.major,
            resolved_at: self.resolved_at,
            reopen_count: self.detail.reopen_count,
            order: self.is_order(),
            assigned: self.assignee.is_some(),
            assigned_to_me: actor.is_some() && self.assignee.as_ref() == actor,
            ..Facts::new(self.kind, self.state)
        }
    }

    /// Whether several items were ordered with it, each of which is a ticket of its own.
    pub fn is_order(&self) -> bool {
        self.detail.requested_items.is_some()
    }

    /// What the search in lists looks at.
    pub(super) fn words(&self) -> String {
        format!("{} {}", self.id, self.title).to_lowercase()
    }

    pub(super) fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            seq: row.int("seq")?,
            id: row.parsed("id")?,
            kind: row.parsed("kind")?,
            state: row.parsed("state")?,
            hold_reason: row.maybe_parsed("hold_reason")?,
            title: row.text("title")?,
            opened_by: row.parsed("opened_by")?,
            requested_for: row.parsed("requested_for")?,
            group: row.maybe_parsed("group_id")?,
            assignee: row.maybe_parsed("assignee")?,
            impact: row.maybe_text("impact")?,
            urgency: row.maybe_text("urgency")?,
            priority: row.maybe_number("priority")?,
            major: row.flag("major")?,
            service: row.maybe_parsed("service")?,
            asset: row.maybe_parsed("asset")?,
            item: row.maybe_parsed("item")?,
            form_version: row.maybe_number("form_version")?,
            quantity: row.maybe_number("quantity")?,
            parent: row.maybe_int("parent")?,
            opened_at: row.at("opened_at")?,
            updated_at: row.at("updated_at")?,
            resolved_at: row.maybe_at("resolved_at")?,
            clock_from: row.maybe_at("clock_from")?,
            risk_at: row.maybe_at("risk_at")?,
            due_at: row.maybe_at("due_at")?,
            version: row.number("version")?,
            detail: row.json("detail")?,
        })
    }
}
