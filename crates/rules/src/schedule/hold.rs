//! Pauses: while a ticket is on hold, its clock stands.

use super::expand::{FOREVER, Span};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A stretch during which a clock stood: on hold for the requester, a third party, an approval; or, on a reopened
/// ticket, between resolution and reopening.
///
/// Pauses may overlap and come in any order; time that two of them share is paused once and goes by the label of
/// the one that began first. One that ends before it begins is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ClockPause"))]
pub struct Pause {
    /// The first instant on hold.
    pub from: DateTime<Utc>,
    /// The first instant no longer on hold; absent while nobody knows when.
    #[serde(default)]
    pub to: Option<DateTime<Utc>>,
    /// What for, in the reader's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

impl From<(DateTime<Utc>, Option<DateTime<Utc>>)> for Pause {
    fn from((from, to): (DateTime<Utc>, Option<DateTime<Utc>>)) -> Self {
        Self { from, to, label: None }
    }
}

/// A pause without overlaps; `to` is [`FOREVER`] while nobody knows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hold<'a> {
    pub(super) span: Span,
    pub(super) label: Option<&'a str>,
}

/// A part of an opening, and the hold that it falls into, if any.
pub(super) struct Piece<'a> {
    pub(super) span: Span,
    pub(super) hold: Option<Hold<'a>>,
}

/// Merges `pauses` as they look at `now`: disjoint, in order, none beyond `stop`, where the clock has stopped for good.
///
/// A pause that lies ahead counts when its end is known, as planned work does. One without an end that has not even
/// begun says nothing about the clock yet and is left out.
pub(super) fn holds(pauses: &[Pause], now: i64, stop: Option<i64>) -> Vec<Hold<'_>> {
    let known = pauses.iter().filter(|pause| pause.to.is_some() || pause.from.timestamp() <= now);
    let mut holds: Vec<Hold<'_>> = known
        .map(|pause| {
            let to = pause.to.map_or(FOREVER, |to| to.timestamp()).min(stop.unwrap_or(FOREVER));
            Hold { span: Span { from: pause.from.timestamp(), to }, label: pause.label.as_deref() }
        })
        .collect();
    holds.sort_by_key(|hold| hold.span.from);
    let mut reached = i64::MIN;
    holds.retain_mut(|hold| {
        hold.span.from = hold.span.from.max(reached);
        reached = reached.max(hold.span.to);
        hold.span.from < hold.span.to
    });
    holds
}

/// Cuts `opening` at the edges of `holds`; the pieces cover it without a gap.
pub(super) fn cut<'a>(opening: Span, holds: &[Hold<'a>]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut at = opening.from;
    let first = holds.partition_point(|hold| hold.span.to <= opening.from);
    for hold in holds.iter().skip(first).take_while(|hold| hold.span.from < opening.to) {
        if at < hold.span.from {
            pieces.push(Piece { span: Span { from: at, to: hold.span.from }, hold: None });
            at = hold.span.from;
        }
        let to = hold.span.to.min(opening.to);
        pieces.push(Piece { span: Span { from: at, to }, hold: Some(*hold) });
        at = to;
    }
    if at < opening.to {
        pieces.push(Piece { span: Span { from: at, to: opening.to }, hold: None });
    }
    pieces
}
