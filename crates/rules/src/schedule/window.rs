//! A stretch of opening hours in local time.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

/// Minutes from one local midnight to the next, on a day without a change of the clock.
const DAY: u16 = 24 * 60;

/// Half-open opening hours `[from, to)` in local time: `["09:00", "17:00"]` on the wire.
///
/// `["09:00", "24:00"]` ends with the day. Where `to` is the earlier of the two, the window crosses midnight and
/// belongs to the day on which it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(String, String)", into = "(String, String)")]
pub struct Window {
    /// Minutes after midnight, below [`DAY`].
    from: u16,
    /// Minutes after midnight, at most [`DAY`], never equal to `from`.
    to: u16,
}

/// Why two texts are no window.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WindowError {
    /// Not a time of day.
    #[error("'{0}' is no time of day: write HH:MM from 00:00 to 24:00, with quotes in YAML")]
    NoTime(String),
    /// 24:00 is a day's end; a window that starts there belongs to the next day.
    #[error("a window cannot start at 24:00: let it start at 00:00 of the next day")]
    StartsAtDaysEnd,
    /// Nothing or a whole day? Nobody can tell.
    #[error(
        "a window cannot start and end at {0}: for the whole day write 00:00 to 24:00, for none leave it out"
    )]
    Empty(String),
}

fn minutes(text: &str) -> Result<u16, WindowError> {
    let two_digits = |part: &str| match part.as_bytes() {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => {
            Some(u16::from(tens - b'0') * 10 + u16::from(ones - b'0'))
        }
        _ => None,
    };
    text.split_once(':')
        .and_then(|(hours, minutes)| Some((two_digits(hours)?, two_digits(minutes)?)))
        .filter(|(hours, minutes)| *minutes < 60 && hours * 60 + minutes <= DAY)
        .map(|(hours, minutes)| hours * 60 + minutes)
        .ok_or_else(|| WindowError::NoTime(text.to_owned()))
}

fn text(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

impl Window {
    /// Reads two times of day, `HH:MM`.
    pub fn new(from: &str, to: &str) -> Result<Self, WindowError> {
        let window = Self { from: minutes(from)?, to: minutes(to)? };
        if window.from == DAY {
            return Err(WindowError::StartsAtDaysEnd);
        }
        if window.from == window.to {
            return Err(WindowError::Empty(from.to_owned()));
        }
        Ok(window)
    }

    /// Whether it ends on the day after the one on which it starts.
    pub fn crosses_midnight(self) -> bool {
        self.to < self.from
    }

    /// Its start and end as the local clock shows them when it starts on `date`; `None` at the end of time.
    pub(super) fn edges(self, date: NaiveDate) -> Option<(NaiveDateTime, NaiveDateTime)> {
        let midnight = date.and_time(NaiveTime::MIN);
        let to = if self.crosses_midnight() { self.to + DAY } else { self.to };
        let at = |minutes: u16| midnight.checked_add_signed(TimeDelta::minutes(i64::from(minutes)));
        Some((at(self.from)?, at(to)?))
    }
}

impl TryFrom<(String, String)> for Window {
    type Error = WindowError;
    fn try_from((from, to): (String, String)) -> Result<Self, WindowError> {
        Self::new(&from, &to)
    }
}

impl From<Window> for (String, String) {
    fn from(window: Window) -> Self {
        (text(window.from), text(window.to))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Window {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OpeningHours".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "array",
            "prefixItems": [
                { "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$" },
                { "type": "string", "pattern": "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$" },
            ],
            "minItems": 2,
            "maxItems": 2,
            "description": "Half-open opening hours in local time. An end before the start lies on the next day.",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_are_two_different_times_of_day() {
        for (from, to, crosses) in [
            ("09:00", "17:00", false),
            ("00:00", "24:00", false),
            ("22:00", "06:00", true),
            ("22:00", "00:00", true),
            ("23:59", "24:00", false),
        ] {
            let window = Window::new(from, to).unwrap();
            assert_eq!(window.crosses_midnight(), crosses, "{from}-{to}");
            assert_eq!(<(String, String)>::from(window), (from.to_owned(), to.to_owned()));
        }
        assert_eq!(Window::new("24:00", "06:00"), Err(WindowError::StartsAtDaysEnd));
        assert_eq!(Window::new("09:00", "09:00"), Err(WindowError::Empty("09:00".to_owned())));
        for bad in
            ["9:00", "09.00", "0900", "24:01", "25:00", "09:60", "09:00:00", "-1:00", "+9:00", "", "０９:00"]
        {
            assert_eq!(Window::new(bad, "17:30"), Err(WindowError::NoTime(bad.to_owned())));
            assert_eq!(Window::new("08:30", bad), Err(WindowError::NoTime(bad.to_owned())));
        }
    }

    #[test]
    fn a_window_that_crosses_midnight_ends_on_the_next_date() {
        let date = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let window = Window::new("22:00", "06:00").unwrap();
        let edges = (date(20).and_hms_opt(22, 0, 0).unwrap(), date(21).and_hms_opt(6, 0, 0).unwrap());
        assert_eq!(window.edges(date(20)), Some(edges));
        let whole = Window::new("00:00", "24:00").unwrap();
        assert_eq!(whole.edges(date(20)).map(|(_, to)| to), date(21).and_hms_opt(0, 0, 0));
    }
}
