//! A service level clock: what it was asked, and how it stands.

use super::{
    calendar::Calendar,
    expand::Span,
    hold::{Hold, Pause, holds},
    measure::{accrued, instant, reach},
};
use chrono::{DateTime, TimeZone, Utc};
use serde::{Deserialize, Serialize};

/// From this share of its target on, a clock is at risk: a quarter of the time is left, which is the last moment at
/// which handing a ticket to somebody else still helps, and what other service desks warn at.
pub const AT_RISK_PERCENT: i64 = 75;

/// The facts of one clock. It is read on a calendar, at a `now`; nothing in here changes by itself.
///
/// Reopening a ticket is a [`Pause`] from its resolution to its reopening, with `stopped_at` taken back: the clock
/// goes on from what had accrued.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Clock {
    /// When it begins; absent while what it measures has not begun.
    #[serde(default)]
    pub start: Option<DateTime<Utc>>,
    /// Seconds of schedule time that it may take, see [`Target::seconds`](super::Target::seconds).
    pub target_seconds: i64,
    /// When it stood, in any order.
    #[serde(default)]
    pub pauses: Vec<Pause>,
    /// When what it measures was done.
    #[serde(default)]
    pub stopped_at: Option<DateTime<Utc>>,
}

/// Where a clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClockState {
    /// It has no start, or `now` is before it.
    NotStarted,
    /// Time accrues whenever the calendar is open.
    Running,
    /// On hold at `now`, and not yet breached.
    Paused,
    /// Stopped at its due instant or before.
    Met,
    /// Not stopped, and `now` is the due instant or later; on hold or not.
    Breached,
    /// Stopped after its due instant.
    MetLate,
    /// A state that this release does not know.
    #[serde(other)]
    Other,
}

/// How a clock stands at one instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ClockReading"))]
pub struct Reading {
    /// In one word.
    pub state: ClockState,
    /// Schedule time without the pauses, from the start to the stop, or to `now` while there is none.
    pub accrued_seconds: i64,
    /// The target less what accrued; negative when over.
    pub remaining_seconds: i64,
    /// The earliest instant at which the target has accrued. Absent without a start, while on hold without a known
    /// end (unless the target accrued before), and on a calendar that never opens long enough.
    #[serde(default)]
    pub due: Option<DateTime<Utc>>,
    /// Share of the target that accrued, rounded down; more than 100 when over, 100 for a target of nothing.
    pub percent: i64,
    /// Started, not stopped, and [`AT_RISK_PERCENT`] or more have accrued; a breached clock is at risk too.
    #[serde(default)]
    pub at_risk: bool,
    /// The due instant of a clock that passed it without a stop.
    #[serde(default)]
    pub breached_at: Option<DateTime<Utc>>,
}

/// A clock that has a start, as it looks at one `now`: what a reading and an explanation share.
pub(super) struct Course<'a> {
    pub(super) start: i64,
    /// A stop that lies after `now` has not happened yet.
    pub(super) stop: Option<i64>,
    pub(super) holds: Vec<Hold<'a>>,
    pub(super) due: Option<i64>,
}

impl Clock {
    /// How it stands at `now`.
    pub fn read<Tz: TimeZone>(&self, calendar: &Calendar, tz: &Tz, now: DateTime<Utc>) -> Reading {
        let course = self.course(calendar, tz, now);
        let now = now.timestamp();
        let due = course.as_ref().and_then(|course| course.due).and_then(instant);
        let Some(course) = course.filter(|course| course.start <= now) else {
            return Reading {
                state: ClockState::NotStarted,
                accrued_seconds: 0,
                remaining_seconds: self.target_seconds,
                due,
                percent: 0,
                at_risk: false,
                breached_at: None,
            };
        };
        let until = course.stop.unwrap_or(now);
        let accrued = accrued(calendar, tz, Span { from: course.start, to: until }, &course.holds);
        let percent =
            if self.target_seconds > 0 { accrued.saturating_mul(100) / self.target_seconds } else { 100 };
        let state = course.state(now);
        let open = matches!(state, ClockState::Running | ClockState::Paused | ClockState::Breached);
        let late = matches!(state, ClockState::Breached | ClockState::MetLate);
        Reading {
            state,
            accrued_seconds: accrued,
            remaining_seconds: self.target_seconds.saturating_sub(accrued),
            due,
            percent,
            at_risk: open && percent >= AT_RISK_PERCENT,
            breached_at: due.filter(|_| late),
        }
    }

    pub(super) fn course<Tz: TimeZone>(
        &self,
        calendar: &Calendar,
        tz: &Tz,
        now: DateTime<Utc>,
    ) -> Option<Course<'_>> {
        let (start, now) = (self.start?.timestamp(), now.timestamp());
        let stop = self.stopped_at.map(|at| at.timestamp()).filter(|at| *at <= now);
        let holds = holds(&self.pauses, now, stop);
        let due = reach(calendar, tz, start, self.target_seconds, &holds);
        Some(Course { start, stop, holds, due })
    }
}

impl Course<'_> {
    fn state(&self, now: i64) -> ClockState {
        match (self.stop, self.due) {
            (Some(stop), Some(due)) if stop > due => ClockState::MetLate,
            (Some(_), _) => ClockState::Met,
            (None, Some(due)) if now >= due => ClockState::Breached,
            (None, _) if self.on_hold(now) => ClockState::Paused,
            (None, _) => ClockState::Running,
        }
    }

    fn on_hold(&self, now: i64) -> bool {
        self.holds.iter().any(|hold| hold.span.from <= now && now < hold.span.to)
    }
}
