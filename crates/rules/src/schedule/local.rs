//! From the local clock to instants, the only place that knows about gaps and folds.
//!
//! Instants are seconds since 1970 in here: every rule about them is then plain integer arithmetic.

use chrono::{DateTime, LocalResult, NaiveDate, NaiveDateTime, Offset, TimeZone};

/// Which end of a window a local time is: it decides between the two instants of a time that comes twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// Takes the earlier instant.
    Start,
    /// Takes the later instant.
    End,
}

/// An offset is below a day, so the local clock of a zone is within two days of what UTC shows, whatever it leaps.
const REACH: i64 = 2 * 86_400;

/// The instant at which the local clock shows `local`; the first one after the leap where it never does.
/// `None` only at the ends of time.
pub(super) fn resolve<Tz: TimeZone>(tz: &Tz, local: NaiveDateTime, edge: Edge) -> Option<i64> {
    match tz.from_local_datetime(&local) {
        LocalResult::Single(at) => Some(at.timestamp()),
        LocalResult::Ambiguous(a, b) => {
            let (a, b) = (a.timestamp(), b.timestamp());
            Some(match edge {
                Edge::Start => a.min(b),
                Edge::End => a.max(b),
            })
        }
        LocalResult::None => end_of_gap(tz, local.and_utc().timestamp()),
    }
}

/// The first instant whose local clock is past `missing`, a local time that the clock leaps over.
///
/// Found by halving rather than by adding the usual hour: leaps of 30 minutes (Lord Howe), two hours (Troll) and a
/// whole day (Apia, 2011-12-30) happen. The local clock is before `missing` at one end of the search and past it at
/// the other, and it never shows `missing`, so what the search closes in on is the leap.
fn end_of_gap<Tz: TimeZone>(tz: &Tz, missing: i64) -> Option<i64> {
    let (mut before, mut past) = (missing - REACH, missing + REACH);
    while past - before > 1 {
        let middle = before + (past - before) / 2;
        if local_clock(tz, middle)? < missing {
            before = middle;
        } else {
            past = middle;
        }
    }
    Some(past)
}

/// What the local clock shows at `at`, in seconds since its own 1970.
fn local_clock<Tz: TimeZone>(tz: &Tz, at: i64) -> Option<i64> {
    let utc = DateTime::from_timestamp(at, 0)?.naive_utc();
    Some(at + i64::from(tz.offset_from_utc_datetime(&utc).fix().local_minus_utc()))
}

/// The date on the local calendar at `at`.
pub(super) fn date_at<Tz: TimeZone>(tz: &Tz, at: i64) -> Option<NaiveDate> {
    Some(DateTime::from_timestamp(local_clock(tz, at)?, 0)?.date_naive())
}
