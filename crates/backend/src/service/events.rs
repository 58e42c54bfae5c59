//! What changed since somebody last looked.

use super::{Ctx, Failure};
use crate::store::events::{self, Event};
use guichet_contract::types::{EventHint, EventQuery, Page, Topic};

/// As many as are worth telling one by one; whoever missed more fetches everything again.
pub const MOST: u32 = 1000;

/// What happened after an event, for one person.
pub struct Missed {
    /// Its hints, first to last; a single reset where too much was missed.
    pub hints: Vec<(u64, EventHint)>,
    /// The last event that was looked at.
    pub last: u64,
}

/// A hint to fetch everything again.
pub fn reset() -> EventHint {
    EventHint { topic: Topic::Reset, id: String::new(), version: 0 }
}

/// Whether whoever asks is told of an event.
pub fn concerns(ctx: &Ctx, event: &Event) -> bool {
    ctx.me().is_ok_and(|me| event.is_for(&me.id, ctx.works_at_desk()))
}

/// What whoever asks missed after the event `since`; without one, nothing, and where to go on.
pub async fn missed(ctx: &Ctx, since: Option<u64>) -> Result<Missed, Failure> {
    let mut conn = ctx.app.store.read().await?;
    let (first, last) = events::range(&mut conn).await?;
    let Some(since) = since else { return Ok(Missed { hints: Vec::new(), last }) };
    // An event from the future is one of another database.
    let forgotten = since > last || (first > 0 && since + 1 < first) || (first == 0 && since < last);
    let found = events::after(&mut conn, since.min(last), MOST + 1).await?;
    if forgotten || u32::try_from(found.len()).map_or(true, |count| count > MOST) {
        return Ok(Missed { hints: vec![(last, reset())], last });
    }
    let last = found.last().map_or(since, |event| event.seq);
    let hints = found.into_iter().filter(|event| concerns(ctx, event)).map(|event| (event.seq, event.hint));
    Ok(Missed { hints: hints.collect(), last })
}

/// What happened since, as a list; `next` is what to give as `since` the next time.
pub async fn poll(ctx: &Ctx, query: &EventQuery) -> Result<Page<EventHint>, Failure> {
    let missed = missed(ctx, query.since).await?;
    let items = missed.hints.into_iter().map(|(_, hint)| hint).collect();
    Ok(Page { items, next: Some(missed.last.to_string()), total: None })
}
