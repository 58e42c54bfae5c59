//! From a calendar to the instants at which it is open.

use super::{
    calendar::Calendar,
    local::{Edge, date_at, resolve},
};
use chrono::{Datelike, Days, NaiveDate, TimeZone};

/// How many local dates a search without an end looks at: a hundred years. A target that is not reached by then, on
/// a calendar that never opens or hardly ever, has no due instant.
pub const MAX_DAYS: u64 = 36_525;

/// Dates looked at on either side of a span, because a window may have started the day before it, and a clock may go
/// back by up to a day (a move across the date line).
const MARGIN: Days = Days::new(2);

/// The end of what has none.
pub(super) const FOREVER: i64 = i64::MAX;

/// A half-open stretch of time `[from, to)`, in seconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) from: i64,
    pub(super) to: i64,
}

impl Span {
    pub(super) fn seconds(self) -> i64 {
        self.to - self.from
    }

    /// What of it lies inside `within` and after `reached`, which moves on to its end. Spans that come in the order
    /// of their starts thus come out disjoint, however they overlapped.
    fn claim(self, reached: &mut i64, within: Span) -> Option<Span> {
        let span = Span { from: self.from.max(*reached).max(within.from), to: self.to.min(within.to) };
        if span.from >= span.to {
            return None;
        }
        *reached = span.to;
        Some(span)
    }
}

/// When the calendar is open inside `within`: disjoint, in order; neighbours may touch.
pub(super) fn openings<Tz: TimeZone>(
    calendar: &Calendar,
    tz: &Tz,
    within: Span,
) -> impl Iterator<Item = Span> {
    let mut reached = within.from;
    dates(tz, within)
        .flat_map(move |date| match calendar.holiday_on(date) {
            Some(_) => Vec::new(),
            None => windows_on(calendar, tz, date),
        })
        .take_while(move |span| span.from < within.to)
        .filter_map(move |span| span.claim(&mut reached, within))
}

/// What holidays took away inside `within`, with the name of each: disjoint, in order.
pub(super) fn taken<'a, Tz: TimeZone>(calendar: &'a Calendar, tz: &Tz, within: Span) -> Vec<(Span, &'a str)> {
    let mut reached = within.from;
    let mut taken = Vec::new();
    for date in dates(tz, within) {
        if let Some(holiday) = calendar.holiday_on(date) {
            let spans = windows_on(calendar, tz, date).into_iter();
            let claimed = spans.filter_map(|span| span.claim(&mut reached, within));
            taken.extend(claimed.map(|span| (span, holiday.name.as_str())));
        }
    }
    taken
}

/// The local dates whose windows may touch `within`.
fn dates<Tz: TimeZone>(tz: &Tz, within: Span) -> impl Iterator<Item = NaiveDate> {
    let first = date_at(tz, within.from).and_then(|date| date.checked_sub_days(MARGIN));
    let last = if within.to == FOREVER {
        first.and_then(|date| date.checked_add_days(Days::new(MAX_DAYS)))
    } else {
        date_at(tz, within.to).and_then(|date| date.checked_add_days(MARGIN))
    };
    let last = last.unwrap_or(NaiveDate::MAX);
    first.into_iter().flat_map(|date| date.iter_days()).take_while(move |date| *date <= last)
}

/// The windows that start on `date` were it no holiday, in the order of their starts; they may overlap.
fn windows_on<Tz: TimeZone>(calendar: &Calendar, tz: &Tz, date: NaiveDate) -> Vec<Span> {
    let instants =
        |(from, to)| Some(Span { from: resolve(tz, from, Edge::Start)?, to: resolve(tz, to, Edge::End)? });
    let windows = calendar.week.windows(date.weekday()).iter();
    let mut spans: Vec<Span> = windows.filter_map(|window| window.edges(date).and_then(instants)).collect();
    spans.sort_unstable_by_key(|span| span.from);
    spans
}
