//! What the rules need to know of a ticket.

use super::{HoldReason, Kind, State};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// 7 days: long enough to come back from a week of leave, short enough that a reopened ticket is still about the same.
pub const REOPEN_WINDOW_SECONDS: u32 = 7 * 24 * 60 * 60;

/// A day: whoever has to agree hears of a request once a day at most, however often somebody would like to remind them.
pub const REMIND_EVERY_SECONDS: u32 = 24 * 60 * 60;

/// What the rules need to know of a ticket, seen by the acting person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "TicketFacts"))]
pub struct Facts {
    /// What kind of ticket.
    pub kind: Kind,
    /// Where it stands.
    pub state: State,
    /// What it waits for; only while on hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold_reason: Option<HoldReason>,
    /// A major incident, which concerns many.
    #[serde(default)]
    pub major: bool,
    /// When it was last resolved; kept when it closes, forgotten when it is reopened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved_at: Option<DateTime<Utc>>,
    /// How often it was reopened.
    #[serde(default)]
    pub reopen_count: u32,
    /// How long after its resolution it can be reopened, in seconds of plain time.
    #[serde(default = "reopen_window")]
    pub reopen_window_seconds: u32,
    /// Somebody works on it, or is meant to; a group alone is nobody.
    #[serde(default)]
    pub assigned: bool,
    /// That somebody is the acting person.
    #[serde(default)]
    pub assigned_to_me: bool,
    /// Part of a request is delivered, or ordered for good: the requester alone can no longer cancel it.
    #[serde(default)]
    pub delivery_begun: bool,
    /// A request that several items were ordered with, each of which is a ticket of its own. It goes where they go, so that
    /// nobody works on it itself.
    #[serde(default)]
    pub order: bool,
    /// When those who have to agree last heard of it: asked, or reminded. Absent where nobody is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_at: Option<DateTime<Utc>>,
}

fn reopen_window() -> u32 {
    REOPEN_WINDOW_SECONDS
}

impl Facts {
    /// A ticket in `state` of which nothing else is known.
    pub fn new(kind: Kind, state: State) -> Self {
        Self {
            kind,
            state,
            hold_reason: None,
            major: false,
            resolved_at: None,
            reopen_count: 0,
            reopen_window_seconds: REOPEN_WINDOW_SECONDS,
            assigned: false,
            assigned_to_me: false,
            delivery_begun: false,
            order: false,
            asked_at: None,
        }
    }

    /// The first instant at which it can no longer be reopened. Counted from the resolution: comments do not move it.
    /// `None` if it was never resolved, or if the window reaches beyond the calendar.
    pub fn reopen_until(&self) -> Option<DateTime<Utc>> {
        let window = TimeDelta::seconds(i64::from(self.reopen_window_seconds));
        self.resolved_at?.checked_add_signed(window)
    }

    /// The first instant at which those who have to agree can be reminded. `None` where nobody is asked.
    pub fn remind_from(&self) -> Option<DateTime<Utc>> {
        self.asked_at?.checked_add_signed(TimeDelta::seconds(i64::from(REMIND_EVERY_SECONDS)))
    }

    /// Whether the time to reopen is over. Without a date of resolution it never is: better a ticket that stays open
    /// than one that closes on a person who was not heard.
    pub fn reopen_window_ended(&self, now: DateTime<Utc>) -> bool {
        self.reopen_until().is_some_and(|end| now >= end)
    }

    /// The state as the rules see it: a resolved ticket whose time to reopen is over counts as closed, whether or not
    /// the backend has got round to closing it. So nothing depends on when a job runs.
    pub fn state_at(&self, now: DateTime<Utc>) -> State {
        if self.state == State::Resolved && self.reopen_window_ended(now) {
            State::Closed
        } else {
            self.state
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn the_window_is_half_open_and_counts_from_the_resolution() {
        let resolved = Facts {
            resolved_at: Some(at("2026-11-01T12:00:00Z")),
            ..Facts::new(Kind::Incident, State::Resolved)
        };
        assert_eq!(resolved.reopen_until(), Some(at("2026-11-08T12:00:00Z")));
        assert_eq!(resolved.state_at(at("2026-11-08T11:59:59Z")), State::Resolved);
        assert_eq!(resolved.state_at(at("2026-11-08T12:00:00Z")), State::Closed);
    }

    #[test]
    fn unknown_and_absurd_dates_never_end_the_window() {
        let unknown = Facts::new(Kind::Incident, State::Resolved);
        assert!(!unknown.reopen_window_ended(DateTime::<Utc>::MAX_UTC));
        let absurd = Facts { resolved_at: Some(DateTime::<Utc>::MAX_UTC), ..unknown };
        assert!(!absurd.reopen_window_ended(DateTime::<Utc>::MAX_UTC));
    }

    #[test]
    fn what_is_not_said_has_a_default() {
        let read: Facts =
            serde_json::from_str(r#"{"kind": "incident", "state": "new", "later": 1}"#).unwrap();
        assert_eq!(read, Facts::new(Kind::Incident, State::New));
    }
}
