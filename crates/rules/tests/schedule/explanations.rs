//! Why a clock is due when it is.

use super::{at, daily, holiday, office, tz};
use guichet_rules::schedule::{Clock, Interval, Pause, Reason};

fn clock(start: &str, target_seconds: i64, pauses: Vec<Pause>) -> Clock {
    Clock { start: Some(at(start)), target_seconds, pauses, stopped_at: None }
}

fn short(intervals: &[Interval]) -> Vec<(String, i64, bool, Reason)> {
    intervals.iter().map(|i| (i.from.to_rfc3339(), i.seconds, i.counted, i.reason.clone())).collect()
}

fn row(from: &str, seconds: i64, reason: Reason) -> (String, i64, bool, Reason) {
    (at(from).to_rfc3339(), seconds, reason == Reason::OpenHours, reason)
}

#[test]
fn every_second_up_to_the_due_instant_has_its_reason() {
    let mut office = office();
    office.holidays =
        vec![holiday("2020-12-25", "Christmas Day", true), holiday("2026-12-26", "Boxing Day", false)];
    // On hold from Christmas Eve after hours until Monday 09:30.
    let pause = Pause {
        from: at("2026-12-24T18:00:00Z"),
        to: Some(at("2026-12-28T08:30:00Z")),
        label: Some("the requester".to_owned()),
    };
    let clock = clock("2026-12-24T15:00:00Z", 7_200, vec![pause]);
    let intervals = clock.explain(&office, &tz(&office), at("2026-12-24T15:30:00Z"));
    let expected = [
        row("2026-12-24T15:00:00Z", 3_600, Reason::OpenHours),
        row("2026-12-24T16:00:00Z", 57_600, Reason::OutsideHours),
        row("2026-12-25T08:00:00Z", 28_800, Reason::Holiday { name: "Christmas Day".to_owned() }),
        // Boxing Day is a Saturday, on which nobody would work anyway.
        row("2026-12-25T16:00:00Z", 230_400, Reason::OutsideHours),
        row("2026-12-28T08:00:00Z", 1_800, Reason::OnHold { label: Some("the requester".to_owned()) }),
        row("2026-12-28T08:30:00Z", 3_600, Reason::OpenHours),
    ];
    assert_eq!(short(&intervals), expected);
    assert_eq!(intervals.last().map(|i| i.to), Some(at("2026-12-28T09:30:00Z")));
}

#[test]
fn without_a_due_instant_it_ends_now() {
    let office = office();
    let clock = clock("2026-11-23T08:00:00Z", 7_200, vec![Pause::from((at("2026-11-23T09:00:00Z"), None))]);
    let intervals = clock.explain(&office, &tz(&office), at("2026-11-23T10:00:00Z"));
    let expected = [
        row("2026-11-23T08:00:00Z", 3_600, Reason::OpenHours),
        row("2026-11-23T09:00:00Z", 3_600, Reason::OnHold { label: None }),
    ];
    assert_eq!(short(&intervals), expected);
    assert_eq!(
        clock.explain(&office, &tz(&office), at("2026-11-23T07:00:00Z")),
        [
            // The hold has not begun, and one without an end that lies ahead says nothing yet.
            Interval {
                from: at("2026-11-23T08:00:00Z"),
                to: at("2026-11-23T10:00:00Z"),
                seconds: 7_200,
                counted: true,
                reason: Reason::OpenHours,
            }
        ]
    );
}

#[test]
fn neighbours_with_one_reason_are_one_interval() {
    let always = daily("Europe/Berlin", &[("00:00", "24:00")]);
    let clock = clock("2026-10-20T08:00:00Z", 10 * 86_400, Vec::new());
    let intervals = clock.explain(&always, &tz(&always), at("2026-10-20T08:00:00Z"));
    assert_eq!(short(&intervals), [row("2026-10-20T08:00:00Z", 864_000, Reason::OpenHours)]);
}

#[test]
fn overlapping_pauses_go_by_the_one_that_began_first() {
    let office = office();
    let pause = |from: &str, to: &str, label: &str| Pause {
        from: at(from),
        to: Some(at(to)),
        label: Some(label.to_owned()),
    };
    let pauses = vec![
        pause("2026-11-23T09:00:00Z", "2026-11-23T11:00:00Z", "a supplier"),
        pause("2026-11-23T08:30:00Z", "2026-11-23T10:00:00Z", "the requester"),
    ];
    let clock = clock("2026-11-23T08:00:00Z", 3_600, pauses);
    let intervals = clock.explain(&office, &tz(&office), at("2026-11-23T08:00:00Z"));
    let on_hold = |label: &str| Reason::OnHold { label: Some(label.to_owned()) };
    let expected = [
        row("2026-11-23T08:00:00Z", 1_800, Reason::OpenHours),
        row("2026-11-23T08:30:00Z", 5_400, on_hold("the requester")),
        row("2026-11-23T10:00:00Z", 3_600, on_hold("a supplier")),
        row("2026-11-23T11:00:00Z", 1_800, Reason::OpenHours),
    ];
    assert_eq!(short(&intervals), expected);
}

#[test]
fn a_clock_without_a_start_has_nothing_to_explain() {
    let office = office();
    let intervals = Clock::default().explain(&office, &tz(&office), at("2026-11-23T08:00:00Z"));
    assert!(intervals.is_empty(), "{intervals:?}");
}

#[test]
fn reasons_travel_as_json() {
    let json = |reason: &Reason| serde_json::to_string(reason).unwrap();
    assert_eq!(json(&Reason::OpenHours), r#"{"kind":"open_hours"}"#);
    assert_eq!(json(&Reason::OnHold { label: None }), r#"{"kind":"on_hold"}"#);
    let holiday = Reason::Holiday { name: "Karfreitag".to_owned() };
    assert_eq!(json(&holiday), r#"{"kind":"holiday","name":"Karfreitag"}"#);
    assert_eq!(serde_json::from_str::<Reason>(&json(&holiday)).unwrap(), holiday);
    assert_eq!(serde_json::from_str::<Reason>(r#"{"kind":"strike","by":"x"}"#).unwrap(), Reason::Other);
}
