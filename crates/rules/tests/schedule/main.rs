//! Service level clocks against tables, random calendars, and every change of the clock in 34 zones.

mod calendars;
mod clocks;
mod explanations;
mod properties;
mod responses;
mod transitions;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use guichet_rules::schedule::{Calendar, Holiday, Week, Window, WorkingDay, Zone};

/// `2026-11-21T10:00:00Z`
fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn windows(list: &[(&str, &str)]) -> Vec<Window> {
    list.iter().map(|(from, to)| Window::new(from, to).unwrap()).collect()
}

fn calendar(zone: &str, week: Week) -> Calendar {
    Calendar {
        id: None,
        name: String::new(),
        zone: Zone::new(zone).unwrap(),
        working_day: WorkingDay::default(),
        week,
        holidays: Vec::new(),
    }
}

/// The same windows on all seven days.
fn daily(zone: &str, list: &[(&str, &str)]) -> Calendar {
    calendar(zone, Week::every_day(windows(list)))
}

/// Monday to Friday from 09:00 to 17:00 in Berlin.
fn office() -> Calendar {
    let week = Week { sat: Vec::new(), sun: Vec::new(), ..Week::every_day(windows(&[("09:00", "17:00")])) };
    calendar("Europe/Berlin", week)
}

fn holiday(date: &str, name: &str, yearly: bool) -> Holiday {
    Holiday { date: date.parse().unwrap(), name: name.to_owned(), yearly }
}

fn tz(calendar: &Calendar) -> Tz {
    calendar.zone.as_str().parse().unwrap()
}
