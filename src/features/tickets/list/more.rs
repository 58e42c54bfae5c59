//! The parts of the list after the first, appended as the person asks for them.

use super::filter::Filter;
use crate::api::{self, ApiError, Query};
use guichet_contract::{
    NoPath,
    endpoints::ListTickets,
    types::{Page, TicketSummary},
};
use leptos::{prelude::*, task::spawn_local};

/// The first part, which keeps itself fresh, and what was appended to it.
#[derive(Clone, Copy)]
pub struct More {
    filter: Memo<Filter>,
    first: Query<Page<TicketSummary>>,
    /// Which filter the first part answers; it lags behind while another one is on its way.
    answered: RwSignal<Option<Filter>>,
    appended: RwSignal<Vec<TicketSummary>>,
    parts: StoredValue<usize>,
    next: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
    error: RwSignal<Option<ApiError>>,
    /// Grows with each new first part: what was asked for an older one comes too late.
    turn: StoredValue<u32>,
}

impl More {
    /// Follows the first part.
    pub fn new(filter: Memo<Filter>, first: Query<Page<TicketSummary>>) -> Self {
        let more = Self {
            filter,
            first,
            answered: RwSignal::new(None),
            appended: RwSignal::new(Vec::new()),
            parts: StoredValue::new(0),
            next: RwSignal::new(None),
            busy: RwSignal::new(false),
            error: RwSignal::new(None),
            turn: StoredValue::new(0),
        };
        Effect::new(move || {
            if let Some(next) = first.with(|page| page.map(|page| page.next.clone())) {
                more.restart(next);
            }
        });
        more
    }

    /// A new first part is there: another list, or the same with something changed.
    fn restart(self, next: Option<String>) {
        let filter = self.filter.get_untracked();
        let same = self.answered.with_untracked(|answered| answered.as_ref() == Some(&filter));
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.answered.set(Some(filter));
        self.busy.set(false);
        self.error.set(None);
        if !same {
            self.parts.set_value(0);
            self.appended.set(Vec::new());
        }
        self.next.set(next.clone());
        let parts = self.parts.get_value();
        if let Some(from) = next.filter(|_| parts > 0) {
            // Also what was appended may have changed.
            self.fetch(from, parts, true);
        }
    }

    /// Appends the next part.
    pub fn ask(self) {
        if let Some(from) = self.next.get_untracked().filter(|_| !self.busy.get_untracked()) {
            self.parts.update_value(|parts| *parts += 1);
            self.fetch(from, 1, false);
        }
    }

    fn fetch(self, from: String, parts: usize, anew: bool) {
        let (turn, filter) = (self.turn.get_value(), self.filter.get_untracked());
        self.busy.set(true);
        self.error.set(None);
        spawn_local(async move {
            let outcome = chain(&filter, from, parts).await;
            // The page may be gone, or may by now show another list.
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            self.busy.set(false);
            match outcome {
                Ok((items, next)) => {
                    self.next.set(next);
                    self.appended.update(|appended| {
                        if anew {
                            appended.clear();
                        }
                        appended.extend(items);
                    });
                }
                // What was appended before is still worth reading.
                Err(_) if anew => {}
                Err(error) => {
                    self.parts.update_value(|parts| *parts = parts.saturating_sub(1));
                    self.error.set(Some(error));
                }
            }
        });
    }

    /// Whether the first part answers what the URL says now.
    pub fn is_current(&self) -> bool {
        let filter = self.filter.get();
        self.answered.with(|answered| answered.as_ref() == Some(&filter))
    }

    /// All that is there, each ticket once: while others write, a ticket can move from one part to another.
    pub fn tickets(&self) -> Vec<TicketSummary> {
        let mut all = self.first.with(|page| page.map(|page| page.items.clone()).unwrap_or_default());
        self.appended.with(|appended| {
            for ticket in appended {
                if !all.iter().any(|known| known.id == ticket.id) {
                    all.push(ticket.clone());
                }
            }
        });
        all
    }

    /// How many there are in all.
    pub fn total(&self) -> Option<u64> {
        self.first.with(|page| page.and_then(|page| page.total))
    }

    /// Whether there is more to append.
    pub fn has_next(&self) -> bool {
        self.is_current() && self.next.with(Option::is_some)
    }

    /// Whether a part is on its way.
    pub fn busy(&self) -> bool {
        self.busy.get()
    }

    /// Why the last part did not come.
    pub fn error(&self) -> Option<ApiError> {
        self.error.get()
    }
}

/// `parts` parts in a row, from a cursor on, and where they end.
async fn chain(
    filter: &Filter,
    from: String,
    parts: usize,
) -> Result<(Vec<TicketSummary>, Option<String>), ApiError> {
    let (mut items, mut next) = (Vec::new(), Some(from));
    for _ in 0..parts {
        let Some(cursor) = next else { break };
        let page = api::fetch_once::<ListTickets>(&NoPath {}, &filter.query(Some(cursor))).await?;
        items.extend(page.items);
        next = page.next;
    }
    Ok((items, next))
}
