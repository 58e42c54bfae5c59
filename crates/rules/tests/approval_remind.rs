//! When approvers are reminded.

use chrono::{DateTime, TimeDelta, Utc};
use guichet_rules::{
    approval::{MOST_REMINDERS, next_reminder},
    schedule::{Calendar, Target},
};
use proptest::prelude::*;

/// Monday to Friday from 9 to 17 in Berlin; the working day has 8 hours; Thursday, 3 December is a holiday.
fn calendar() -> Calendar {
    serde_json::from_value(serde_json::json!({
        "zone": "Europe/Berlin",
        "working_day": "8h",
        "week": {
            "mon": [["09:00", "17:00"]], "tue": [["09:00", "17:00"]], "wed": [["09:00", "17:00"]],
            "thu": [["09:00", "17:00"]], "fri": [["09:00", "17:00"]],
        },
        "holidays": [{"date": "2026-12-03", "name": "Holiday"}],
    }))
    .unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn next(
    asked: DateTime<Utc>,
    sent: u32,
    last: Option<DateTime<Utc>>,
    after: Option<Target>,
) -> Option<DateTime<Utc>> {
    next_reminder(asked, sent, last, after, &calendar(), &chrono_tz::Europe::Berlin)
}

#[test]
fn waiting_counts_in_working_time() {
    // Monday at 11 in Berlin; two working days later is Wednesday at 11.
    let monday = at("2026-11-30T10:00:00Z");
    assert_eq!(next(monday, 0, None, None), Some(at("2026-12-02T10:00:00Z")));
    // On Wednesday at 11: Thursday is a holiday, so the second working day ends on Monday at 11.
    assert_eq!(next(at("2026-12-02T10:00:00Z"), 0, None, None), Some(at("2026-12-07T10:00:00Z")));
    // Late on Friday counts from Monday morning.
    assert_eq!(
        next(at("2026-12-04T20:00:00Z"), 0, None, Some(Target::hours(2))),
        Some(at("2026-12-07T10:00:00Z"))
    );
}

#[test]
fn further_ones_come_a_working_day_apart_and_end() {
    let monday = at("2026-11-30T10:00:00Z");
    let mut sent = Vec::new();
    while let Some(due) = next(monday, u32::try_from(sent.len()).unwrap(), sent.last().copied(), None) {
        sent.push(due);
    }
    assert_eq!(sent, [at("2026-12-02T10:00:00Z"), at("2026-12-04T10:00:00Z"), at("2026-12-07T10:00:00Z")]);
    assert_eq!(u32::try_from(sent.len()), Ok(MOST_REMINDERS));
}

#[test]
fn who_was_reminded_by_somebody_waits_a_working_day_for_the_next() {
    let monday = at("2026-11-30T10:00:00Z");
    assert_eq!(next(monday, 1, Some(at("2026-12-01T15:00:00Z")), None), Some(at("2026-12-02T15:00:00Z")));
}

#[test]
fn a_step_may_want_none() {
    assert_eq!(next(at("2026-11-30T10:00:00Z"), 0, None, Some(Target::minutes(0))), None);
}

proptest! {
    #[test]
    fn a_reminder_is_never_due_before_what_it_counts_from(
        minutes in 0_i64..60 * 24 * 30,
        sent in 0_u32..5,
        gap in prop::option::of(0_i64..60 * 24 * 10),
        hours in 1_u32..40,
    ) {
        let asked = at("2026-11-30T10:00:00Z") + TimeDelta::minutes(minutes);
        let last = gap.map(|gap| asked + TimeDelta::minutes(gap));
        let due = next(asked, sent, last, Some(Target::hours(hours)));
        prop_assert_eq!(due.is_some(), sent < MOST_REMINDERS);
        prop_assert!(due.is_none_or(|due| due > last.unwrap_or(asked)));
    }
}
