//! When somebody who lets others wait is reminded.

use crate::schedule::{self, Calendar, Target};
use chrono::{DateTime, TimeZone, Utc};

/// Two working days: who is out for a day answers on the next one without being asked again.
pub const REMIND_AFTER_WORKING_DAYS: u32 = 2;

/// Three by themselves. Who has not answered by then is not short of reminders, and the requester may still send one.
pub const MOST_REMINDERS: u32 = 3;

/// When an approver is reminded next: first after `after` of waiting since `asked_at`, then after each further working day,
/// [`MOST_REMINDERS`] times in all. Time counts on `calendar`, which is the approver's own.
///
/// `sent` is how many there were and `last` when the last was, whoever sent it. It counts from there and not from when it
/// was due, so that reminders which nobody could send do not all come at once.
pub fn next_reminder<Tz: TimeZone>(
    asked_at: DateTime<Utc>,
    sent: u32,
    last: Option<DateTime<Utc>>,
    after: Option<Target>,
    calendar: &Calendar,
    tz: &Tz,
) -> Option<DateTime<Utc>> {
    let after = after.unwrap_or(Target::working_days(REMIND_AFTER_WORKING_DAYS)).seconds(calendar);
    if after <= 0 || sent >= MOST_REMINDERS {
        return None;
    }
    match last {
        None => schedule::add(calendar, tz, asked_at, after),
        Some(last) => schedule::add(calendar, tz, last, calendar.working_day.seconds()),
    }
}
