//! Which message a first response is owed to.

use chrono::{DateTime, Utc};

/// What an entry of a ticket's timeline means to the first-response clock. The role on this ticket decides, not the
/// job: an agent who opened it is its requester.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FactKind {
    /// The requester opened the ticket.
    Opened,
    /// The requester wrote again. Never an answer to themselves.
    RequesterReply,
    /// An agent wrote what the requester can read: the only thing that is an answer.
    AgentComment,
    /// An agent wrote what the requester cannot read.
    WorkNote,
}

/// One entry of a ticket's timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fact {
    /// Who wrote, and for whom.
    pub kind: FactKind,
    /// When.
    pub at: DateTime<Utc>,
}

/// A wait for an answer: a [`Clock`](super::Clock)'s start and stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Exchange {
    /// The oldest message that the answer is owed to.
    pub start: DateTime<Utc>,
    /// The first answer after it, if there is one.
    pub stopped_at: Option<DateTime<Utc>>,
}

/// Every wait of a timeline, oldest first; only the last one can still be open. Facts come in any order; those of
/// the same instant count in the order given.
pub fn exchanges(facts: &[Fact]) -> Vec<Exchange> {
    let mut facts: Vec<&Fact> = facts.iter().collect();
    facts.sort_by_key(|fact| fact.at);
    let mut exchanges: Vec<Exchange> = Vec::new();
    for fact in facts {
        let waiting = exchanges.last_mut().filter(|exchange| exchange.stopped_at.is_none());
        match (fact.kind, waiting) {
            (FactKind::Opened | FactKind::RequesterReply, None) => {
                exchanges.push(Exchange { start: fact.at, stopped_at: None });
            }
            (FactKind::AgentComment, Some(exchange)) => exchange.stopped_at = Some(fact.at),
            _ => {}
        }
    }
    exchanges
}

/// The wait that the first-response clock shows: from the oldest unanswered message of the requester, or the last one
/// that was answered when none is open. `None` while the requester has not written.
pub fn first_response(facts: &[Fact]) -> Option<Exchange> {
    exchanges(facts).pop()
}
