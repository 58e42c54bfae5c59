//! Schedule time between instants, and instants by schedule time.

use super::{
    calendar::Calendar,
    expand::{FOREVER, Span, openings},
    hold::{Hold, cut},
    local::{Edge, resolve},
};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};

/// Seconds of schedule time from `a` to `b`; negative where `b` is the earlier one.
///
/// `between(a, b) + between(b, c) == between(a, c)` for any three instants.
pub fn between<Tz: TimeZone>(calendar: &Calendar, tz: &Tz, a: DateTime<Utc>, b: DateTime<Utc>) -> i64 {
    let (a, b) = (a.timestamp(), b.timestamp());
    let seconds = accrued(calendar, tz, Span { from: a.min(b), to: a.max(b) }, &[]);
    if a <= b { seconds } else { -seconds }
}

/// The **earliest** instant by which `seconds` of schedule time have passed since `start`: 17:00 today rather than
/// 09:00 tomorrow, and `start` itself for nothing or less.
///
/// `None` when they have not passed within [`MAX_DAYS`](super::MAX_DAYS), as on a calendar that never opens.
pub fn add<Tz: TimeZone>(
    calendar: &Calendar,
    tz: &Tz,
    start: DateTime<Utc>,
    seconds: i64,
) -> Option<DateTime<Utc>> {
    reach(calendar, tz, start.timestamp(), seconds, &[]).and_then(instant)
}

/// The first instant of `date` in a zone: midnight, or where the clock leaps over it, the first instant after the leap.
/// `None` only at the ends of time.
pub fn start_of_day<Tz: TimeZone>(tz: &Tz, date: NaiveDate) -> Option<DateTime<Utc>> {
    resolve(tz, date.and_time(NaiveTime::MIN), Edge::Start).and_then(instant)
}

/// Seconds of schedule time in `within` that no hold covers.
pub(super) fn accrued<Tz: TimeZone>(calendar: &Calendar, tz: &Tz, within: Span, holds: &[Hold<'_>]) -> i64 {
    openings(calendar, tz, within)
        .flat_map(|opening| cut(opening, holds))
        .filter(|piece| piece.hold.is_none())
        .map(|piece| piece.span.seconds())
        .sum()
}

/// The earliest instant by which `target` seconds have accrued since `start`, or `None` where a hold without an end
/// or the end of the search comes first.
pub(super) fn reach<Tz: TimeZone>(
    calendar: &Calendar,
    tz: &Tz,
    start: i64,
    target: i64,
    holds: &[Hold<'_>],
) -> Option<i64> {
    if target <= 0 {
        return Some(start);
    }
    let mut left = target;
    for opening in openings(calendar, tz, Span { from: start, to: FOREVER }) {
        for piece in cut(opening, holds) {
            match piece.hold {
                Some(hold) if hold.span.to == FOREVER => return None,
                Some(_) => {}
                None if piece.span.seconds() >= left => return Some(piece.span.from + left),
                None => left -= piece.span.seconds(),
            }
        }
    }
    None
}

/// Back to what callers use; `None` only at the ends of time.
pub(super) fn instant(seconds: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(seconds, 0)
}
