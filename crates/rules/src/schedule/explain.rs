//! Why a clock is due when it is.

use super::{
    calendar::Calendar,
    clock::Clock,
    expand::{Span, openings, taken},
    hold::cut,
    measure::instant,
};
use chrono::{DateTime, TimeZone, Utc};
use serde::{Deserialize, Serialize};

/// A stretch of a clock's life that counted, or did not, for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ClockInterval"))]
pub struct Interval {
    /// Its first instant.
    pub from: DateTime<Utc>,
    /// The first instant after it.
    pub to: DateTime<Utc>,
    /// From one to the other, as a stopwatch would measure it.
    pub seconds: i64,
    /// Whether these seconds count towards the target.
    pub counted: bool,
    /// Why, or why not.
    pub reason: Reason,
}

/// Why time counts or does not.
///
/// Where several hold, the calendar comes first: a night on hold is outside hours, so that the seconds on hold are
/// exactly the schedule time by which the pauses put off the due instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ClockReason"))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Reason {
    /// Counted: the calendar is open and nothing holds the clock.
    OpenHours,
    /// No window covers it on an ordinary day either.
    OutsideHours,
    /// A window would cover it, were it not a holiday.
    Holiday {
        /// What people call it.
        name: String,
    },
    /// The calendar is open, but the clock stands.
    OnHold {
        /// What for, where somebody said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        label: Option<String>,
    },
    /// A reason that this release does not know.
    #[serde(other)]
    Other,
}

impl Clock {
    /// Every stretch from the start to the due instant, or to `now` when there is none. They follow one another
    /// without a gap, neighbours differ in their reason, and up to the due instant what counted is the target.
    ///
    /// Empty where the clock has no start, or is due at once.
    pub fn explain<Tz: TimeZone>(&self, calendar: &Calendar, tz: &Tz, now: DateTime<Utc>) -> Vec<Interval> {
        let Some(course) = self.course(calendar, tz, now) else { return Vec::new() };
        let within = Span { from: course.start, to: course.due.unwrap_or(now.timestamp()) };
        let taken = taken(calendar, tz, within);
        let mut strip = Strip { at: within.from, parts: Vec::new() };
        for opening in openings(calendar, tz, within) {
            strip.close(opening.from, &taken);
            for piece in cut(opening, &course.holds) {
                let reason = match piece.hold {
                    None => Reason::OpenHours,
                    Some(hold) => Reason::OnHold { label: hold.label.map(str::to_owned) },
                };
                strip.put(piece.span.to, reason);
            }
        }
        strip.close(within.to, &taken);
        strip.parts.into_iter().filter_map(interval).collect()
    }
}

/// Intervals laid end to end.
struct Strip {
    at: i64,
    parts: Vec<(Span, Reason)>,
}

impl Strip {
    /// Goes on to `to` for `reason`.
    fn put(&mut self, to: i64, reason: Reason) {
        if to <= self.at {
            return;
        }
        match self.parts.last_mut() {
            Some((span, last)) if *last == reason => span.to = to,
            _ => self.parts.push((Span { from: self.at, to }, reason)),
        }
        self.at = to;
    }

    /// Goes on to `to` through time in which the calendar is closed.
    fn close(&mut self, to: i64, taken: &[(Span, &str)]) {
        let first = taken.partition_point(|(span, _)| span.to <= self.at);
        for (span, name) in taken.iter().skip(first).take_while(|(span, _)| span.from < to) {
            self.put(span.from, Reason::OutsideHours);
            self.put(span.to.min(to), Reason::Holiday { name: (*name).to_owned() });
        }
        self.put(to, Reason::OutsideHours);
    }
}

fn interval((span, reason): (Span, Reason)) -> Option<Interval> {
    Some(Interval {
        from: instant(span.from)?,
        to: instant(span.to)?,
        seconds: span.seconds(),
        counted: reason == Reason::OpenHours,
        reason,
    })
}
