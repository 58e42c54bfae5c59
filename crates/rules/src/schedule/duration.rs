//! How long something may take, as people write it.

use super::calendar::Calendar;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A length of schedule time: `15m`, `4h`, `2d` or `3wd`.
///
/// A day (`d`) is 24 h of schedule time: three office days of 8 h. Who means "by the same time the day after
/// tomorrow" writes working days (`wd`), which each calendar converts by its own [`WorkingDay`](super::WorkingDay).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Target {
    count: u32,
    unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Unit {
    Minutes,
    Hours,
    Days,
    WorkingDays,
}

/// A text that is no length of time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "'{0}' is no duration: write a whole number and m, h, d (24 h each) or wd (working days), such as 4h or 3wd"
)]
pub struct TargetError(String);

impl Target {
    /// `count` minutes.
    pub fn minutes(count: u32) -> Self {
        Self { count, unit: Unit::Minutes }
    }

    /// `count` hours.
    pub fn hours(count: u32) -> Self {
        Self { count, unit: Unit::Hours }
    }

    /// `count` times 24 h.
    pub fn days(count: u32) -> Self {
        Self { count, unit: Unit::Days }
    }

    /// `count` working days of whichever calendar it is measured on.
    pub fn working_days(count: u32) -> Self {
        Self { count, unit: Unit::WorkingDays }
    }

    /// Seconds of schedule time on `calendar`.
    pub fn seconds(&self, calendar: &Calendar) -> i64 {
        // At most u32::MAX times a day, far inside an i64.
        self.fixed_seconds().unwrap_or_else(|| i64::from(self.count) * calendar.working_day.seconds())
    }

    /// Its seconds where they are the same on every calendar, `None` for working days.
    pub fn fixed_seconds(&self) -> Option<i64> {
        let unit = match self.unit {
            Unit::Minutes => 60,
            Unit::Hours => 3_600,
            Unit::Days => 86_400,
            Unit::WorkingDays => return None,
        };
        Some(i64::from(self.count) * unit)
    }
}

impl FromStr for Target {
    type Err = TargetError;
    fn from_str(text: &str) -> Result<Self, TargetError> {
        let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let (count, unit) = text.split_at(digits);
        let unit = match unit {
            "m" => Unit::Minutes,
            "h" => Unit::Hours,
            "d" => Unit::Days,
            "wd" => Unit::WorkingDays,
            _ => return Err(TargetError(text.to_owned())),
        };
        let count = count.parse().map_err(|_| TargetError(text.to_owned()))?;
        Ok(Self { count, unit })
    }
}

impl TryFrom<String> for Target {
    type Error = TargetError;
    fn try_from(text: String) -> Result<Self, TargetError> {
        text.parse()
    }
}

impl From<Target> for String {
    fn from(target: Target) -> Self {
        target.to_string()
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Minutes => "m",
            Unit::Hours => "h",
            Unit::Days => "d",
            Unit::WorkingDays => "wd",
        };
        write!(f, "{}{unit}", self.count)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Target {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Target".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^[0-9]+(m|h|d|wd)$",
            "description": "Schedule time: 15m, 4h, 2d (24 h each) or 3wd (working days).",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_and_write_as_people_do() {
        for (text, seconds) in [
            ("15m", Some(900)),
            ("4h", Some(14_400)),
            ("2d", Some(172_800)),
            ("3wd", None),
            ("0m", Some(0)),
            ("4294967295d", Some(371_085_174_288_000)),
        ] {
            let target: Target = text.parse().unwrap();
            assert_eq!(target.fixed_seconds(), seconds, "{text}");
            assert_eq!(target.to_string(), text);
            assert_eq!(serde_json::to_string(&target).unwrap(), format!("\"{text}\""));
        }
        for bad in ["", "4", "h", "-4h", "4 h", "1.5h", "4w", "4H", "4294967296m", "4h30m", "٤h"] {
            assert_eq!(bad.parse::<Target>(), Err(TargetError(bad.to_owned())));
        }
    }
}
