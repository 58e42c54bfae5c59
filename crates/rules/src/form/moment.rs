//! Times of the day, and days with a time, as a form asks for them: where the person works, without a zone.

use super::answer::date;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, fmt, str::FromStr};

/// A time of the day to the minute, `09:30`. Forms ask nobody for seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Cow<'_, str>", into = "String")]
pub struct TimeOfDay(u16);

/// A text that is no time of the day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no time of day: write HH:MM, such as 09:30, in quotes")]
pub struct TimeOfDayError(String);

impl TimeOfDay {
    /// Minutes since midnight, 0 to 1439.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl FromStr for TimeOfDay {
    type Err = TimeOfDayError;
    /// `09:30` and nothing else: one way to write it, so that texts can be compared.
    fn from_str(text: &str) -> Result<Self, TimeOfDayError> {
        let digit = |b: u8| b.is_ascii_digit().then(|| u16::from(b - b'0'));
        let read = || match text.as_bytes() {
            [a, b, b':', c, d] => {
                let (hours, minutes) = (digit(*a)? * 10 + digit(*b)?, digit(*c)? * 10 + digit(*d)?);
                (hours < 24 && minutes < 60).then_some(Self(hours * 60 + minutes))
            }
            _ => None,
        };
        read().ok_or_else(|| TimeOfDayError(text.to_owned()))
    }
}

impl TryFrom<Cow<'_, str>> for TimeOfDay {
    type Error = TimeOfDayError;
    fn try_from(text: Cow<'_, str>) -> Result<Self, TimeOfDayError> {
        text.parse()
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> Self {
        time.to_string()
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for TimeOfDay {
    fn schema_name() -> Cow<'static, str> {
        "TimeOfDay".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^(?:[01][0-9]|2[0-3]):[0-5][0-9]$",
            "description": "A time of the day, such as `09:30`.",
        })
    }
}

/// A day with a time, `2026-11-21T09:30`, where the person works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalMoment {
    /// The day.
    pub date: NaiveDate,
    /// The time on it.
    pub time: TimeOfDay,
}

impl LocalMoment {
    /// `2026-11-21T09:30` and nothing else.
    pub fn read(text: &str) -> Option<Self> {
        let (day, time) = text.split_once('T')?;
        Some(Self { date: date(day)?, time: time.parse().ok()? })
    }
}

impl fmt::Display for LocalMoment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{}", self.date, self.time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_in_one_way() {
        for good in ["00:00", "09:30", "23:59"] {
            assert_eq!(good.parse::<TimeOfDay>().map(|t| t.to_string()).as_deref(), Ok(good));
        }
        for bad in ["", "9:30", "24:00", "12:60", "12:3", "12:30:00", "12.30", " 12:30", "１２:30", "+1:30"]
        {
            assert!(bad.parse::<TimeOfDay>().is_err(), "{bad}");
        }
        assert_eq!("01:05".parse::<TimeOfDay>().map(TimeOfDay::minutes), Ok(65));
    }

    #[test]
    fn a_moment_is_a_day_with_a_time() {
        let moment = LocalMoment::read("2026-11-21T09:30");
        assert_eq!(moment.map(|m| m.to_string()).as_deref(), Some("2026-11-21T09:30"));
        assert!(
            moment < LocalMoment::read("2026-11-21T09:31") && moment > LocalMoment::read("2026-11-20T23:59")
        );
        for bad in ["2026-11-21", "2026-11-21 09:30", "2026-11-21T09:30Z", "2026-1-5T09:30", "T09:30"] {
            assert_eq!(LocalMoment::read(bad), None, "{bad}");
        }
    }
}
