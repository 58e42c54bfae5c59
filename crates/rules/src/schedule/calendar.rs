//! Opening hours: a zone, a week of windows, and holidays.

use super::{Window, WorkingDay, Zone};
use crate::ids::CalendarId;
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// When somebody works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Calendar {
    /// Which one, where it is kept under an id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<CalendarId>,
    /// What people call it; empty where it has no name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Whose clock the windows and holidays are read on.
    pub zone: Zone,
    /// What "one working day" means in a target.
    #[serde(default)]
    pub working_day: WorkingDay,
    /// The opening hours of an ordinary week.
    pub week: Week,
    /// Days on which no window starts.
    #[serde(default)]
    pub holidays: Vec<Holiday>,
}

/// The windows of each weekday, in any order; where they overlap, the time counts once. A day that is left out is closed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Week {
    /// Monday.
    pub mon: Vec<Window>,
    /// Tuesday.
    pub tue: Vec<Window>,
    /// Wednesday.
    pub wed: Vec<Window>,
    /// Thursday.
    pub thu: Vec<Window>,
    /// Friday.
    pub fri: Vec<Window>,
    /// Saturday.
    pub sat: Vec<Window>,
    /// Sunday.
    pub sun: Vec<Window>,
}

/// A date, local to the calendar's zone, that takes away the windows that **start** on it.
///
/// A night shift that began the evening before is finished; the one that would begin on the holiday is not worked,
/// not even its hours after midnight. That is how shifts are planned, and it keeps a window whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Holiday {
    /// The day.
    pub date: NaiveDate,
    /// What people call it.
    #[serde(default)]
    pub name: String,
    /// Whether it falls on the same month and day of every year, those before `date` among them. The 29th of
    /// February then recurs in leap years only.
    #[serde(default)]
    pub yearly: bool,
}

impl Week {
    /// The same windows on each of the seven days.
    pub fn every_day(windows: Vec<Window>) -> Self {
        Self {
            mon: windows.clone(),
            tue: windows.clone(),
            wed: windows.clone(),
            thu: windows.clone(),
            fri: windows.clone(),
            sat: windows.clone(),
            sun: windows,
        }
    }

    /// The windows that start on `day`.
    pub fn windows(&self, day: Weekday) -> &[Window] {
        match day {
            Weekday::Mon => &self.mon,
            Weekday::Tue => &self.tue,
            Weekday::Wed => &self.wed,
            Weekday::Thu => &self.thu,
            Weekday::Fri => &self.fri,
            Weekday::Sat => &self.sat,
            Weekday::Sun => &self.sun,
        }
    }
}

impl Holiday {
    /// Whether `date` is this holiday.
    pub fn falls_on(&self, date: NaiveDate) -> bool {
        if self.yearly {
            (self.date.month(), self.date.day()) == (date.month(), date.day())
        } else {
            self.date == date
        }
    }
}

impl Calendar {
    /// The first holiday of the list that falls on `date`.
    pub fn holiday_on(&self, date: NaiveDate) -> Option<&Holiday> {
        self.holidays.iter().find(|holiday| holiday.falls_on(date))
    }
}

#[cfg(feature = "tz")]
mod with_zones {
    use super::Calendar;
    use crate::schedule::{Clock, Interval, Reading, UnknownZone, measure};
    use chrono::{DateTime, Utc};

    /// The same questions as in [`schedule`](crate::schedule), asked on the calendar's own zone.
    impl Calendar {
        /// The calendar's zone.
        pub fn tz(&self) -> Result<chrono_tz::Tz, UnknownZone> {
            self.zone.tz()
        }

        /// [`between`](crate::schedule::between) on the calendar's own zone.
        pub fn between(&self, a: DateTime<Utc>, b: DateTime<Utc>) -> Result<i64, UnknownZone> {
            Ok(measure::between(self, &self.tz()?, a, b))
        }

        /// [`add`](crate::schedule::add) on the calendar's own zone.
        pub fn add(&self, start: DateTime<Utc>, seconds: i64) -> Result<Option<DateTime<Utc>>, UnknownZone> {
            Ok(measure::add(self, &self.tz()?, start, seconds))
        }

        /// [`Clock::read`] on the calendar's own zone.
        pub fn read(&self, clock: &Clock, now: DateTime<Utc>) -> Result<Reading, UnknownZone> {
            Ok(clock.read(self, &self.tz()?, now))
        }

        /// [`Clock::explain`] on the calendar's own zone.
        pub fn explain(&self, clock: &Clock, now: DateTime<Utc>) -> Result<Vec<Interval>, UnknownZone> {
            Ok(clock.explain(self, &self.tz()?, now))
        }
    }
}
