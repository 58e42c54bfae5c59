//! Calendars as they are written, and what they mean at the edges.

use super::{at, calendar, daily, holiday, office, tz, windows};
use chrono::{TimeDelta, Weekday};
use guichet_rules::schedule::{Calendar, Target, Week, add, between};

#[test]
fn a_calendar_is_read_as_the_command_line_and_the_content_write_it() {
    let short = r#"{"zone":"Europe/Berlin","week":{"mon":[["09:00","17:00"]],"sun":[]},
        "holidays":[{"date":"2026-12-25","name":"Christmas Day","yearly":true}]}"#;
    let short: Calendar = serde_json::from_str(short).unwrap();
    assert_eq!((short.id.clone(), short.name.as_str(), short.working_day.seconds()), (None, "", 28_800));
    assert_eq!(short.week.windows(Weekday::Mon), windows(&[("09:00", "17:00")]));
    assert!(short.week.windows(Weekday::Tue).is_empty());
    assert!(short.holidays[0].yearly);

    let content = r#"{"id":"berlin","name":"Berlin office hours","zone":"Europe/Berlin","working_day":"7h",
        "week":{"fri":[["22:00","06:00"]]},"holidays":[{"date":"2026-04-03","name":"Good Friday"}],"later":1}"#;
    let content: Calendar = serde_json::from_str(content).unwrap();
    assert_eq!(content.id.as_ref().map(|id| id.as_str()), Some("berlin"));
    assert_eq!(content.working_day.seconds(), 25_200);
    assert!(!content.holidays[0].yearly);

    for calendar in [short, content] {
        let again: Calendar = serde_json::from_value(serde_json::to_value(&calendar).unwrap()).unwrap();
        assert_eq!(again, calendar);
    }
}

#[test]
fn a_calendar_with_a_mistake_is_refused() {
    for (part, bad) in [
        ("zone", r#"{"zone":"Europe Berlin","week":{}}"#),
        ("zone", r#"{"week":{}}"#),
        ("week", r#"{"zone":"UTC"}"#),
        ("equal", r#"{"zone":"UTC","week":{"mon":[["09:00","09:00"]]}}"#),
        ("time", r#"{"zone":"UTC","week":{"mon":[["09:00","24:30"]]}}"#),
        ("start", r#"{"zone":"UTC","week":{"mon":[["24:00","06:00"]]}}"#),
        ("three", r#"{"zone":"UTC","week":{"mon":[["09:00","12:00","13:00"]]}}"#),
        ("working day", r#"{"zone":"UTC","week":{},"working_day":"1wd"}"#),
        ("date", r#"{"zone":"UTC","week":{},"holidays":[{"date":"2026-02-30"}]}"#),
    ] {
        assert!(serde_json::from_str::<Calendar>(bad).is_err(), "{part}");
    }
}

#[test]
fn a_target_is_due_at_the_earliest_instant() {
    let office = office();
    for (start, seconds, due) in [
        // Friday 16:00 and four hours: an hour on Friday, three on Monday.
        ("2026-11-20T15:00:00Z", 14_400, "2026-11-23T11:00:00Z"),
        // The whole day: 17:00 today, not 09:00 tomorrow.
        ("2026-11-20T08:00:00Z", 28_800, "2026-11-20T16:00:00Z"),
        ("2026-11-20T08:00:00Z", 28_801, "2026-11-23T08:00:01Z"),
        // Nothing to do is done at once, even on a Saturday.
        ("2026-11-21T12:00:00Z", 0, "2026-11-21T12:00:00Z"),
        ("2026-11-21T12:00:00Z", -1, "2026-11-21T12:00:00Z"),
        ("2026-11-21T12:00:00Z", 1, "2026-11-23T08:00:01Z"),
        // The clock goes back on Sunday, so that Monday's 09:00 is at 08:00 UTC, not at today's 07:00.
        ("2026-10-23T14:00:00Z", 7_200, "2026-10-26T09:00:00Z"),
        // A fraction of a second is cut off.
        ("2026-11-20T08:00:00.999Z", 1, "2026-11-20T08:00:01Z"),
    ] {
        assert_eq!(add(&office, &tz(&office), at(start), seconds), Some(at(due)), "{start} + {seconds}");
    }
}

#[test]
fn time_is_measured_both_ways() {
    let office = office();
    let (friday, monday) = (at("2026-11-20T15:00:00Z"), at("2026-11-23T08:30:00.5Z"));
    assert_eq!(between(&office, &tz(&office), friday, monday), 5_400);
    assert_eq!(between(&office, &tz(&office), monday, friday), -5_400);
    assert_eq!(between(&office, &tz(&office), friday, friday), 0);
}

#[test]
fn overlapping_and_touching_windows_count_once() {
    let calendar =
        daily("UTC", &[("10:00", "14:00"), ("09:00", "12:00"), ("14:00", "15:00"), ("23:00", "10:00")]);
    let (from, to) = (at("2026-11-20T00:00:00Z"), at("2026-11-21T00:00:00Z"));
    // From the night before to 10:00, on to 15:00, and from 23:00.
    assert_eq!(between(&calendar, &tz(&calendar), from, to), 16 * 3_600);
}

#[test]
fn a_holiday_takes_the_windows_that_start_on_it() {
    let mut nights = daily("Europe/Berlin", &[("22:00", "06:00")]);
    nights.holidays.push(holiday("2026-12-25", "Christmas Day", false));
    let zone = tz(&nights);
    let open = |from: &str, to: &str| between(&nights, &zone, at(from), at(to));
    assert_eq!(
        open("2026-12-24T12:00:00Z", "2026-12-25T12:00:00Z"),
        8 * 3_600,
        "the shift of the 24th is finished"
    );
    assert_eq!(open("2026-12-25T12:00:00Z", "2026-12-26T12:00:00Z"), 0, "the one of the 25th does not begin");
    assert_eq!(open("2027-12-25T12:00:00Z", "2027-12-26T12:00:00Z"), 8 * 3_600, "only in 2026");
    nights.holidays[0].yearly = true;
    let open = |from: &str, to: &str| between(&nights, &zone, at(from), at(to));
    assert_eq!(open("2027-12-25T12:00:00Z", "2027-12-26T12:00:00Z"), 0);
    assert_eq!(open("2020-12-25T12:00:00Z", "2020-12-26T12:00:00Z"), 0);
}

#[test]
fn the_29th_of_february_recurs_in_leap_years() {
    let mut calendar = daily("UTC", &[("00:00", "24:00")]);
    calendar.holidays.push(holiday("2024-02-29", "Leap day", true));
    let day = |from: &str| between(&calendar, &tz(&calendar), at(from), at(from) + TimeDelta::days(1));
    assert_eq!((day("2028-02-29T00:00:00Z"), day("2027-03-01T00:00:00Z")), (0, 86_400));
}

#[test]
fn gaps_and_folds_move_edges_as_the_rules_say() {
    for (zone, window, from, to, seconds) in [
        // Berlin leaps from 02:00 to 03:00 at 01:00 UTC.
        ("Europe/Berlin", ("02:30", "04:00"), "2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z", 3_600),
        ("Europe/Berlin", ("01:00", "02:30"), "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z", 3_600),
        ("Europe/Berlin", ("02:10", "02:50"), "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z", 0),
        ("Europe/Berlin", ("00:00", "24:00"), "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", 82_800),
        // Berlin goes back from 03:00 to 02:00 at 01:00 UTC.
        ("Europe/Berlin", ("02:30", "04:00"), "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z", 9_000),
        ("Europe/Berlin", ("01:00", "02:30"), "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z", 9_000),
        ("Europe/Berlin", ("01:00", "02:00"), "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z", 7_200),
        ("Europe/Berlin", ("00:00", "24:00"), "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 90_000),
        // Lord Howe changes by half an hour: 02:00 to 02:30, and 02:00 to 01:30.
        ("Australia/Lord_Howe", ("02:15", "03:00"), "2026-10-03T12:00:00Z", "2026-10-03T20:00:00Z", 1_800),
        ("Australia/Lord_Howe", ("01:45", "02:00"), "2026-04-04T12:00:00Z", "2026-04-04T20:00:00Z", 2_700),
        // Apia had no 30 December 2011: three dates, two days.
        ("Pacific/Apia", ("09:00", "17:00"), "2011-12-29T10:00:00Z", "2011-12-31T10:00:00Z", 57_600),
        ("Pacific/Apia", ("00:00", "24:00"), "2011-12-29T10:00:00Z", "2011-12-31T10:00:00Z", 172_800),
    ] {
        let calendar = daily(zone, &[window]);
        let got = between(&calendar, &tz(&calendar), at(from), at(to));
        assert_eq!(got, seconds, "{zone} {window:?} {from}");
    }
}

#[test]
fn a_search_ends_on_a_calendar_that_never_opens() {
    let closed = calendar("Europe/Berlin", Week::default());
    let start = at("2026-11-20T15:00:00Z");
    assert_eq!(add(&closed, &tz(&closed), start, 1), None);
    assert_eq!(add(&closed, &tz(&closed), start, 0), Some(start));
    // All of its hours lie in the gap of one night, so that it opens on the other nights only.
    let narrow = daily("Europe/Berlin", &[("02:10", "02:50")]);
    assert_eq!(add(&narrow, &tz(&narrow), at("2026-03-29T00:00:00Z"), 1), Some(at("2026-03-30T00:10:01Z")));
}

#[test]
fn a_long_target_on_an_open_calendar_is_wall_time() {
    let always = daily("America/New_York", &[("00:00", "24:00")]);
    let start = at("2026-02-03T04:05:06Z");
    let seconds = 4_000 * 86_400;
    assert_eq!(add(&always, &tz(&always), start, seconds), Some(start + TimeDelta::seconds(seconds)));
}

#[test]
fn working_days_go_by_the_calendar_and_days_do_not() {
    let mut calendar = office();
    let seconds = |calendar: &Calendar, text: &str| text.parse::<Target>().unwrap().seconds(calendar);
    assert_eq!((seconds(&calendar, "3wd"), seconds(&calendar, "2d")), (86_400, 172_800));
    calendar.working_day = "7h".parse::<Target>().unwrap().try_into().unwrap();
    assert_eq!((seconds(&calendar, "3wd"), seconds(&calendar, "2d")), (75_600, 172_800));
}

#[cfg(feature = "tz")]
#[test]
fn a_calendar_finds_its_own_zone_or_says_which_is_missing() {
    let (from, to) = (at("2026-11-20T15:00:00Z"), at("2026-11-23T08:30:00Z"));
    assert_eq!(office().between(from, to), Ok(5_400));
    assert_eq!(office().add(from, 5_400), Ok(Some(to)));
    let error = daily("Europe/Atlantis", &[]).between(from, to).unwrap_err();
    assert!(error.to_string().contains("Europe/Atlantis"), "{error}");
}
