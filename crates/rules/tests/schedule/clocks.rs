//! How a clock stands, row by row.

use super::{at, calendar, office, tz};
use chrono::{DateTime, Utc};
use guichet_rules::schedule::{
    Clock,
    ClockState::{self, Breached, Met, MetLate, NotStarted, Paused, Running},
    Pause, Reading, Week,
};

/// Four hours from Monday 09:00 in Berlin, due at 13:00, which is 12:00 UTC. Times of day are UTC of that Monday.
fn clock(pauses: &[(&str, Option<&str>)], stopped_at: Option<&str>) -> Clock {
    let pause = |(from, to): &(&str, Option<&str>)| Pause::from((time(from), to.map(time)));
    Clock {
        start: Some(time("08:00")),
        target_seconds: 14_400,
        pauses: pauses.iter().map(pause).collect(),
        stopped_at: stopped_at.map(time),
    }
}

/// `10:30` or `10:30:15.5`
fn time(text: &str) -> DateTime<Utc> {
    let seconds = if text.len() == 5 { ":00" } else { "" };
    at(&format!("2026-11-23T{text}{seconds}Z"))
}

fn read(clock: &Clock, now: &str) -> Reading {
    let office = office();
    clock.read(&office, &tz(&office), time(now))
}

#[test]
fn a_clock_without_pauses_goes_through_its_states() {
    type Row<'a> = (&'a str, Option<&'a str>, ClockState, i64, i64, bool);
    let rows: &[Row] = &[
        ("07:59:59.9", None, NotStarted, 0, 0, false),
        ("08:00", None, Running, 0, 0, false),
        ("09:00", None, Running, 3_600, 25, false),
        // A fraction of a second has not passed yet.
        ("10:59:59.9", None, Running, 10_799, 74, false),
        ("11:00", None, Running, 10_800, 75, true),
        ("11:59:59.9", None, Running, 14_399, 99, true),
        ("12:00", None, Breached, 14_400, 100, true),
        ("13:00", None, Breached, 18_000, 125, true),
        // Closed, so that nothing more accrues.
        ("20:00", None, Breached, 28_800, 200, true),
        ("20:00", Some("09:00"), Met, 3_600, 25, false),
        ("20:00", Some("12:00"), Met, 14_400, 100, false),
        ("20:00", Some("12:00:00.9"), Met, 14_400, 100, false),
        ("20:00", Some("12:00:01"), MetLate, 14_401, 100, false),
        // Stopped before it began.
        ("20:00", Some("07:00"), Met, 0, 0, false),
        // A stop that has not happened yet.
        ("11:00", Some("11:30"), Running, 10_800, 75, true),
    ];
    for (now, stopped_at, state, accrued, percent, at_risk) in rows {
        let reading = read(&clock(&[], *stopped_at), now);
        let due = time("12:00");
        let expected = Reading {
            state: *state,
            accrued_seconds: *accrued,
            remaining_seconds: 14_400 - accrued,
            due: Some(due),
            percent: *percent,
            at_risk: *at_risk,
            breached_at: matches!(state, Breached | MetLate).then_some(due),
        };
        assert_eq!(reading, expected, "at {now}, stopped {stopped_at:?}");
    }
}

#[test]
fn pauses_move_the_due_instant_by_their_schedule_time() {
    type Row<'a> = (&'a str, &'a [(&'a str, Option<&'a str>)], ClockState, i64, Option<&'a str>);
    let rows: &[Row] = &[
        ("11:00", &[("10:00", None)], Paused, 7_200, None),
        ("10:00", &[("10:00", None)], Paused, 7_200, None),
        ("10:15", &[("10:00", Some("10:30"))], Paused, 7_200, Some("12:30")),
        ("10:30", &[("10:00", Some("10:30"))], Running, 7_200, Some("12:30")),
        // Ahead: counts with an end, not without.
        ("10:00", &[("11:00", Some("11:30"))], Running, 7_200, Some("12:30")),
        ("10:00", &[("11:00", None)], Running, 7_200, Some("12:00")),
        // Over already, and on hold since: still over.
        ("13:00", &[("12:30", None)], Breached, 16_200, Some("12:00")),
        // Overlapping, out of order, one from before the start, one backwards, one empty.
        (
            "10:50",
            &[
                ("10:30", Some("11:00")),
                ("10:00", Some("10:45")),
                ("06:00", Some("08:30")),
                ("09:30", Some("09:00")),
                ("09:00", Some("09:00")),
            ],
            Paused,
            5_400,
            Some("13:30"),
        ),
        ("10:50", &[("10:00", None), ("09:00", Some("09:30"))], Paused, 5_400, None),
        // Nothing is open after 17:00 (16:00 UTC), so that there is nothing to credit.
        ("11:00", &[("16:00", Some("20:00"))], Running, 10_800, Some("12:00")),
    ];
    for (now, pauses, state, accrued, due) in rows {
        let reading = read(&clock(pauses, None), now);
        assert_eq!(reading.state, *state, "at {now} with {pauses:?}");
        assert_eq!(reading.accrued_seconds, *accrued, "at {now} with {pauses:?}");
        assert_eq!(reading.due, due.map(time), "at {now} with {pauses:?}");
    }
}

#[test]
fn a_pause_over_night_is_worth_only_its_open_hours() {
    let mut clock = clock(&[], None);
    clock.target_seconds = 36_000;
    clock.pauses = vec![Pause::from((time("15:00"), Some(at("2026-11-24T09:00:00Z"))))];
    assert_eq!(read(&clock, "12:00").due, Some(at("2026-11-24T12:00:00Z")));
}

#[test]
fn a_stop_ends_every_hold() {
    let reading = read(&clock(&[("09:00", None)], Some("11:00")), "15:00");
    assert_eq!((reading.state, reading.accrued_seconds), (Met, 3_600));
    assert_eq!(reading.due, Some(time("14:00")), "two hours on hold");
}

#[test]
fn a_reopened_clock_goes_on_from_what_had_accrued() {
    // Resolved at 09:00, reopened at 15:00, three hours left: one today, two tomorrow.
    let reading = read(&clock(&[("09:00", Some("15:00"))], None), "15:30");
    assert_eq!((reading.state, reading.accrued_seconds), (Running, 5_400));
    assert_eq!(reading.due, Some(at("2026-11-24T10:00:00Z")));
}

#[test]
fn a_clock_without_a_start_a_target_or_opening_hours() {
    let mut idle = clock(&[], Some("09:00"));
    idle.start = None;
    let reading = read(&idle, "15:00");
    assert_eq!((reading.state, reading.due, reading.remaining_seconds), (NotStarted, None, 14_400));

    let mut nothing = clock(&[("08:00", None)], None);
    nothing.target_seconds = 0;
    let reading = read(&nothing, "08:00");
    assert_eq!((reading.state, reading.due, reading.percent), (Breached, Some(time("08:00")), 100));

    let closed = calendar("Europe/Berlin", Week::default());
    let reading = clock(&[], None).read(&closed, &tz(&closed), time("15:00"));
    assert_eq!((reading.state, reading.due, reading.accrued_seconds), (Running, None, 0));
}

#[test]
fn readings_travel_as_json_and_unknown_states_do_no_harm() {
    let reading = read(&clock(&[("10:00", None)], None), "11:00");
    let json = serde_json::to_value(&reading).unwrap();
    assert_eq!(json["state"], "paused");
    assert!(json["due"].is_null());
    assert_eq!(serde_json::from_value::<Reading>(json).unwrap(), reading);
    assert_eq!(serde_json::from_str::<ClockState>("\"suspended\"").unwrap(), ClockState::Other);
    let due = serde_json::to_value(read(&clock(&[], None), "11:00").due).unwrap();
    assert_eq!(due, "2026-11-23T12:00:00Z");
}
