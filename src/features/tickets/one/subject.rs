//! What the parts of a ticket's page share.

use super::input::{is_requester, roles};
use crate::{
    api::{Query, query},
    format,
    session::{Session, use_session},
};
use chrono::{DateTime, Utc};
use guichet_contract::{
    NoQuery,
    endpoints::{ClockPath, GetClocks, GetTicket, GetTimeline, TicketPath, TimelinePath},
    types::{ClockExplanation, Ticket, TimelineEntry},
};
use guichet_rules::{ids::TicketId, person::Right, ticket::Role};
use leptos::{html, prelude::*};
use std::time::Duration;

/// How often the countdown moves: it shows minutes.
const TICK: Duration = Duration::from_secs(30);

/// The ticket of this page.
#[derive(Clone, Copy)]
pub struct Subject {
    /// Its number.
    pub id: StoredValue<TicketId>,
    /// The ticket.
    pub ticket: Query<Ticket>,
    /// What happened to it.
    pub timeline: Query<Vec<TimelineEntry>>,
    /// Why it is due just then.
    pub clocks: Query<Vec<ClockExplanation>>,
    /// Now, by the backend's clock; moves every half minute.
    pub now: RwSignal<DateTime<Utc>>,
    /// Somebody changed it while this person acted on it.
    pub overtaken: RwSignal<bool>,
    /// Whether the date is being explained.
    pub explained: RwSignal<bool>,
    /// What asks for the explanation, and gets the focus back.
    pub explain: NodeRef<html::Button>,
    session: Session,
}

impl Subject {
    /// Begins to follow the ticket, for as long as the owner lives.
    pub fn new(id: TicketId) -> Self {
        let (ticket, timeline, clocks) = (id.clone(), id.clone(), id.clone());
        let now = RwSignal::new(format::now());
        let tick = move || {
            now.try_set(format::now());
        };
        if let Ok(ticking) = set_interval_with_handle(tick, TICK) {
            on_cleanup(move || ticking.clear());
        }
        Self {
            id: StoredValue::new(id),
            ticket: query::<GetTicket>(move || Some((TicketPath { ticket: ticket.clone() }, NoQuery {}))),
            timeline: query::<GetTimeline>(move || {
                Some((TimelinePath { ticket: timeline.clone() }, NoQuery {}))
            }),
            clocks: query::<GetClocks>(move || Some((ClockPath { ticket: clocks.clone() }, NoQuery {}))),
            now,
            overtaken: RwSignal::new(false),
            explained: RwSignal::new(false),
            explain: NodeRef::new(),
            session: use_session(),
        }
    }

    /// Looks at the ticket, if it is there, and follows it.
    pub fn see<R>(&self, look: impl FnOnce(&Ticket) -> R) -> Option<R> {
        self.ticket.with(|ticket| ticket.map(look))
    }

    /// Looks at it once.
    pub fn glance<R>(&self, look: impl FnOnce(&Ticket) -> R) -> Option<R> {
        untrack(|| self.see(look))
    }

    /// Who looks at it: an id, empty while that is not known.
    pub fn me(&self) -> String {
        self.session.person()
    }

    /// Whether they work on tickets.
    pub fn desk(&self) -> bool {
        self.session.has(Right::Desk)
    }

    /// Whether they filed it, or it is for them.
    pub fn mine(&self) -> bool {
        let me = self.me();
        self.see(|ticket| is_requester(&ticket.summary, &me)).unwrap_or_default()
    }

    /// As whom they act.
    pub fn roles(&self) -> Vec<Role> {
        let (me, desk) = (self.me(), self.desk());
        self.see(|ticket| roles(ticket, &me, desk)).unwrap_or_default()
    }

    /// The version to act on.
    pub fn version(&self) -> Option<String> {
        self.ticket.version().or_else(|| self.glance(|ticket| quoted(ticket.version)))
    }

    /// Takes what a call answered, so that it shows at once.
    pub fn take(&self, ticket: Ticket, etag: Option<String>) {
        let etag = etag.unwrap_or_else(|| quoted(ticket.version));
        self.ticket.set(ticket, Some(etag));
    }
}

/// A version as the contract writes it in `ETag` and `If-Match`.
fn quoted(version: u64) -> String {
    format!("\"{version}\"")
}
