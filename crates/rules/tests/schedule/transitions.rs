//! Every change of the clock from 2015 to 2035, against an oracle that knows nothing but which local time each minute
//! shows.

use super::{at, daily, tz};
use chrono::{DateTime, NaiveDate, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use guichet_rules::schedule::{add, between, start_of_day};

const DAY: i64 = 86_400;

/// What is opened around each change, as text for the calendar and as minutes for the oracle.
type Hours = &'static [(&'static str, &'static str, i64, i64)];
const SCHEDULES: [Hours; 4] = [
    &[("01:00", "04:00", 60, 240)],
    &[("00:00", "24:00", 0, 1_440)],
    &[("22:00", "06:00", 1_320, 1_800)],
    // Edges inside the changes themselves, overlapping, and around a change at midnight.
    &[("00:15", "02:30", 15, 150), ("02:00", "02:45", 120, 165), ("23:30", "00:30", 1_410, 1_470)],
];

fn utc(at: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(at, 0).unwrap()
}

fn offset(tz: Tz, at: i64) -> i64 {
    i64::from(tz.offset_from_utc_datetime(&utc(at).naive_utc()).fix().local_minus_utc())
}

/// The first second of each new offset.
fn transitions(tz: Tz, first_year: i32, last_year: i32) -> Vec<i64> {
    let new_year = |year| Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).unwrap().timestamp();
    let mut found = Vec::new();
    let (mut at, end) = (new_year(first_year), new_year(last_year + 1));
    while at < end {
        let (mut old, mut new) = (at, at + DAY);
        if offset(tz, old) != offset(tz, new) {
            while new - old > 1 {
                let middle = (old + new) / 2;
                if offset(tz, middle) == offset(tz, at) { old = middle } else { new = middle }
            }
            found.push(new);
        }
        at += DAY;
    }
    found
}

/// What the local clock shows in each minute around a change, in minutes since its own 1970.
struct Walk {
    first: i64,
    local: Vec<i64>,
}

impl Walk {
    /// Wide enough for every window that touches the day before the change and the one and a half after it.
    fn around(tz: Tz, change: i64) -> Self {
        let (first, last) = (change - 4 * DAY, change + 5 * DAY);
        let local = (first..last).step_by(60).map(|at| (at + offset(tz, at)) / 60).collect();
        Self { first, local }
    }

    fn index(&self, at: i64) -> usize {
        usize::try_from((at - self.first) / 60).unwrap()
    }

    /// Open minutes before each minute of the walk.
    fn opened(&self, date: NaiveDate, hours: Hours) -> Vec<i64> {
        let mut open = vec![false; self.local.len()];
        for day in -2..=3 {
            let midnight =
                (date + TimeDelta::days(day)).and_hms_opt(0, 0, 0).unwrap().and_utc().timestamp() / 60;
            for (_, _, from, to) in hours {
                let (from, to) = (midnight + from, midnight + to);
                let start = self.local.iter().position(|local| *local >= from).unwrap();
                // The last minute that shows it; where none does, the first one past the leap.
                let end = self.local.iter().rposition(|local| *local == to);
                let end = end.or_else(|| self.local.iter().position(|local| *local > to)).unwrap();
                if start < end {
                    open[start..end].fill(true);
                }
            }
        }
        let mut before = 0;
        let count = |open: bool| {
            let here = before;
            before += i64::from(open);
            here
        };
        open.into_iter().map(count).collect()
    }
}

/// Compares both directions with the oracle around `change`.
fn check(zone: &str, tz: Tz, change: i64) {
    let walk = Walk::around(tz, change);
    let last_minute = change - 60;
    let date = utc(last_minute + offset(tz, last_minute)).date_naive();
    let start = change - DAY;
    for hours in SCHEDULES {
        let texts: Vec<(&str, &str)> = hours.iter().map(|(from, to, ..)| (*from, *to)).collect();
        let calendar = daily(zone, &texts);
        let opened = walk.opened(date, hours);
        let base = opened[walk.index(start)];
        let coarse = (start..change + DAY * 3 / 2).step_by(61 * 60);
        let fine = (change - 4 * 3_600..change + 4 * 3_600).step_by(5 * 60);
        for until in coarse.chain(fine) {
            let minutes = opened[walk.index(until)] - base;
            let got = between(&calendar, &tz, utc(start), utc(until));
            assert_eq!(got, minutes * 60, "{zone} {texts:?} {} to {}", utc(start), utc(until));
        }
        let most = opened[walk.index(change + DAY * 3 / 2)] - base;
        for minutes in (1..=most).step_by(23) {
            let index = opened.partition_point(|before| *before - base < minutes);
            let due = walk.first + i64::try_from(index).unwrap() * 60;
            let got = add(&calendar, &tz, utc(start), minutes * 60);
            assert_eq!(got, Some(utc(due)), "{zone} {texts:?} {} + {minutes} min", utc(start));
        }
    }
}

fn check_zones(zones: &[&str]) {
    for zone in zones {
        let zone_tz: Tz = zone.parse().unwrap();
        for change in transitions(zone_tz, 2015, 2035) {
            check(zone, zone_tz, change);
        }
    }
}

#[test]
fn the_search_for_changes_finds_them() {
    let count = |zone: &str, from, to| transitions(zone.parse().unwrap(), from, to).len();
    assert_eq!(count("Europe/Berlin", 2015, 2035), 42);
    assert_eq!(count("Asia/Tokyo", 2015, 2035), 0);
    assert_eq!(count("Asia/Pyongyang", 2015, 2035), 2);
    let berlin = transitions(tz(&daily("Europe/Berlin", &[])), 2026, 2026);
    assert_eq!(berlin, [1_774_746_000, 1_792_890_000]);
}

#[test]
fn every_change_in_europe_and_africa() {
    check_zones(&[
        "Europe/Berlin",
        "Europe/London",
        "Europe/Dublin",
        "Europe/Lisbon",
        "Europe/Helsinki",
        "Europe/Istanbul",
        "Europe/Moscow",
        "Europe/Chisinau",
        "Africa/Casablanca",
        "Africa/Cairo",
        "Africa/Lagos",
        "Antarctica/Troll",
    ]);
}

#[test]
fn every_change_in_america() {
    check_zones(&[
        "America/New_York",
        "America/Chicago",
        "America/Los_Angeles",
        "America/Anchorage",
        "America/St_Johns",
        "America/Sao_Paulo",
        "America/Santiago",
        "America/Asuncion",
        "America/Havana",
        "America/Caracas",
        "America/Nuuk",
    ]);
}

#[test]
fn every_change_in_asia_and_the_pacific() {
    check_zones(&[
        "Asia/Tokyo",
        "Asia/Kathmandu",
        "Asia/Tehran",
        "Asia/Beirut",
        "Asia/Gaza",
        "Asia/Pyongyang",
        "Australia/Lord_Howe",
        "Australia/Sydney",
        "Pacific/Apia",
        "Pacific/Auckland",
        "Pacific/Chatham",
    ]);
}

#[test]
fn the_day_that_apia_left_out() {
    let apia = chrono_tz::Pacific::Apia;
    let changes = transitions(apia, 2011, 2011);
    assert!(changes.contains(&1_325_239_200), "{changes:?}");
    for change in changes {
        check("Pacific/Apia", apia, change);
    }
}

#[test]
fn a_day_begins_with_its_first_instant() {
    let begins = |zone: chrono_tz::Tz, date: &str| start_of_day(&zone, date.parse().unwrap());
    assert_eq!(begins(chrono_tz::Europe::Berlin, "2026-11-30"), Some(at("2026-11-29T23:00:00Z")));
    assert_eq!(begins(chrono_tz::Europe::Berlin, "2026-07-01"), Some(at("2026-06-30T22:00:00Z")));
    assert_eq!(begins(chrono_tz::Asia::Tokyo, "2026-11-30"), Some(at("2026-11-29T15:00:00Z")));
    // The clocks went from midnight to one.
    assert_eq!(begins(chrono_tz::America::Sao_Paulo, "2018-11-04"), Some(at("2018-11-04T03:00:00Z")));
    // Midnight came twice: the first one.
    assert_eq!(begins(chrono_tz::America::Havana, "2024-11-03"), Some(at("2024-11-03T04:00:00Z")));
}
