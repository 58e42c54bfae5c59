//! What a clock says at a moment after the reply that told of it: how much is left, and the bar.

use chrono::{DateTime, Utc};
use guichet_contract::types::{Clock, ClockInterval, ClockState, IntervalReason};

/// A stretch of the bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Time that counted.
    Counted,
    /// Time on hold.
    Held,
    /// Time that did not count, or is still to come.
    Rest,
}

/// Closed time is drawn at most this share of the time allowed: a weekend would else push the working time, which the bar
/// is about, into a corner.
const CLOSED_AT_MOST: i64 = 12;

/// Seconds of working time left at `now`; negative when over.
///
/// While the clock runs this is what the intervals up to the due instant still hold, so that it stands still at night.
pub(super) fn remaining(clock: &Clock, intervals: &[ClockInterval], now: DateTime<Utc>) -> i64 {
    let running = matches!(clock.state, ClockState::Running | ClockState::AtRisk);
    if !running || intervals.is_empty() {
        return clock.target_seconds - clock.accrued_seconds;
    }
    intervals.iter().filter(|i| i.counted).map(|i| (i.to - i.from.max(now)).num_seconds().max(0)).sum()
}

/// The bar: stretches with their widths. What lies after `until` is still to come.
pub(super) fn bar(clock: &Clock, intervals: &[ClockInterval], until: DateTime<Utc>) -> Vec<(Part, i64)> {
    let mut parts: Vec<(Part, i64)> = Vec::new();
    let mut put = |part: Part, width: i64| match parts.last_mut() {
        _ if width <= 0 => {}
        Some((last, sum)) if *last == part => *sum += width,
        _ => parts.push((part, width)),
    };
    let closed = (clock.target_seconds / CLOSED_AT_MOST).max(1);
    for interval in intervals {
        let middle = until.clamp(interval.from, interval.to.max(interval.from));
        let (before, after) = ((middle - interval.from).num_seconds(), (interval.to - middle).num_seconds());
        match (interval.counted, interval.reason) {
            (true, _) => {
                put(Part::Counted, before);
                put(Part::Rest, after);
            }
            (false, IntervalReason::OnHold) => {
                put(Part::Held, before.min(clock.target_seconds.max(1)));
                put(Part::Rest, after.min(closed));
            }
            (false, _) => put(Part::Rest, (before + after).min(closed)),
        }
    }
    // On hold nobody knows the due instant, so the intervals end now and what is left comes after them.
    if clock.due.is_none() {
        put(Part::Rest, clock.target_seconds - clock.accrued_seconds);
    }
    parts
}

/// How much of the time allowed is used, in percent, for whoever hears the bar.
pub(super) fn percent(clock: &Clock, left: i64) -> i64 {
    if clock.target_seconds <= 0 { 100 } else { (clock.target_seconds - left) * 100 / clock.target_seconds }
}

#[cfg(test)]
mod tests {
    use super::*;
    use guichet_contract::types::ClockKind;

    const HOUR: i64 = 3_600;

    fn at(text: &str) -> DateTime<Utc> {
        format!("2026-11-{text}:00Z").parse().unwrap()
    }

    fn interval(from: &str, to: &str, reason: IntervalReason) -> ClockInterval {
        let (from, to) = (at(from), at(to));
        let counted = reason == IntervalReason::OpenHours;
        ClockInterval {
            from,
            to,
            counted,
            seconds: if counted { (to - from).num_seconds() } else { 0 },
            reason,
            label: None,
        }
    }

    fn clock(state: ClockState, due: Option<DateTime<Utc>>, accrued: i64) -> Clock {
        Clock {
            kind: ClockKind::Resolution,
            state,
            due,
            accrued_seconds: accrued,
            target_seconds: 8 * HOUR,
            calendar: String::new(),
            zone: String::new(),
        }
    }

    /// Four hours on Thursday, a night, four hours on Friday.
    fn two_days() -> Vec<ClockInterval> {
        vec![
            interval("19T13:00", "19T17:00", IntervalReason::OpenHours),
            interval("19T17:00", "20T09:00", IntervalReason::OutsideHours),
            interval("20T09:00", "20T13:00", IntervalReason::OpenHours),
        ]
    }

    #[test]
    fn the_countdown_stands_still_at_night() {
        let clock = clock(ClockState::Running, Some(at("20T13:00")), 0);
        for (now, left) in [
            ("19T12:00", 8),
            ("19T15:00", 6),
            ("19T17:00", 4),
            ("20T03:00", 4),
            ("20T12:00", 1),
            ("20T14:00", 0),
        ] {
            assert_eq!(remaining(&clock, &two_days(), at(now)), left * HOUR, "{now}");
        }
    }

    #[test]
    fn a_clock_that_does_not_run_says_what_its_reply_said() {
        let paused = clock(ClockState::Paused, None, 5 * HOUR);
        assert_eq!(remaining(&paused, &two_days(), at("20T23:00")), 3 * HOUR);
        let breached = clock(ClockState::Breached, Some(at("20T13:00")), 9 * HOUR);
        assert_eq!(remaining(&breached, &two_days(), at("20T23:00")), -HOUR);
    }

    #[test]
    fn the_bar_shows_what_counted_and_squeezes_the_night() {
        let clock = clock(ClockState::Running, Some(at("20T13:00")), 5 * HOUR);
        let night = 8 * HOUR / CLOSED_AT_MOST;
        let expected = vec![
            (Part::Counted, 4 * HOUR),
            (Part::Rest, night),
            (Part::Counted, HOUR),
            (Part::Rest, 3 * HOUR),
        ];
        assert_eq!(bar(&clock, &two_days(), at("20T10:00")), expected);
    }

    #[test]
    fn on_hold_the_rest_follows_what_was() {
        let held = clock(ClockState::Paused, None, 4 * HOUR);
        let intervals = vec![
            interval("19T09:00", "19T13:00", IntervalReason::OpenHours),
            interval("19T13:00", "19T15:00", IntervalReason::OnHold),
        ];
        let expected = vec![(Part::Counted, 4 * HOUR), (Part::Held, 2 * HOUR), (Part::Rest, 4 * HOUR)];
        assert_eq!(bar(&held, &intervals, at("19T15:00")), expected);
    }
}
