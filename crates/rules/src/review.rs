//! When somebody has to look at an article again.

use chrono::{Days, Months, NaiveDate};

/// How many months an article is taken for right where nobody says otherwise. What IT runs changes within a year.
pub const MONTHS: u32 = 12;

/// How many days before the day whoever keeps the article right is told: a month holds a free afternoon.
pub const NOTICE_DAYS: u64 = 30;

/// Where an article stands between two reviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has to do anything.
    Fresh,
    /// The day is near.
    Soon,
    /// The day is over.
    Overdue,
}

/// The last day until which a review made on `reviewed` holds, `months` later. The 31st of a month becomes the last day of
/// a shorter one.
pub fn due(reviewed: NaiveDate, months: u32) -> NaiveDate {
    reviewed.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// Where an article stands `today` whose review holds until `due`.
pub fn standing(due: NaiveDate, today: NaiveDate) -> Standing {
    let told = today.checked_add_days(Days::new(NOTICE_DAYS)).unwrap_or(NaiveDate::MAX);
    if due < today {
        Standing::Overdue
    } else if due <= told {
        Standing::Soon
    } else {
        Standing::Fresh
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_review_holds_for_months() {
        for (reviewed, months, until) in [
            ("2026-01-31", 1, "2026-02-28"),
            ("2023-11-30", 3, "2024-02-29"),
            ("2026-09-14", 12, "2027-09-14"),
            ("2026-09-14", 0, "2026-09-14"),
        ] {
            assert_eq!(due(day(reviewed), months), day(until), "{reviewed} {months}");
        }
        assert_eq!(due(NaiveDate::MAX, 1), NaiveDate::MAX);
    }

    #[test]
    fn the_day_itself_is_not_too_late() {
        for (due, expected) in [
            ("2026-11-20", Standing::Overdue),
            ("2026-11-21", Standing::Soon),
            ("2026-12-21", Standing::Soon),
            ("2026-12-22", Standing::Fresh),
        ] {
            assert_eq!(standing(day(due), day("2026-11-21")), expected, "{due}");
        }
        assert_eq!(standing(NaiveDate::MAX, NaiveDate::MAX), Standing::Soon);
    }
}
