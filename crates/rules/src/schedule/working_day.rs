//! What "one working day" means in schedule time.

use super::duration::{Target, TargetError};
use serde::{Deserialize, Serialize};

/// A day holds no more schedule time than this.
const LONGEST: i64 = 24 * 3_600;

/// The schedule time of one working day, in seconds: more than none, at most 24 h. 8 h where a calendar does not say.
///
/// It is a number of the contract, not the sum of a day's windows: a desk that is open from 07:00 to 19:00 may still
/// promise in days of 8 h. Read from seconds (`28800`) or from a duration (`8h`, `450m`), written as seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "i64")]
pub struct WorkingDay(i64);

/// Both ways in which content and clients write it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Seconds(i64),
    Duration(String),
}

/// Why something is no working day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WorkingDayError {
    /// Not a length of time.
    #[error(transparent)]
    NoDuration(#[from] TargetError),
    /// A working day cannot be given in working days.
    #[error("a working day is given in minutes or hours, such as 8h")]
    InWorkingDays,
    /// Nothing, or more than a day.
    #[error("a working day lasts more than nothing and at most 24 hours, not {0} seconds")]
    OutOfRange(i64),
}

impl WorkingDay {
    /// A working day of `seconds`.
    pub fn new(seconds: i64) -> Result<Self, WorkingDayError> {
        if (1..=LONGEST).contains(&seconds) {
            Ok(Self(seconds))
        } else {
            Err(WorkingDayError::OutOfRange(seconds))
        }
    }

    /// How long it is.
    pub fn seconds(self) -> i64 {
        self.0
    }
}

impl Default for WorkingDay {
    fn default() -> Self {
        Self(8 * 3_600)
    }
}

impl TryFrom<Target> for WorkingDay {
    type Error = WorkingDayError;
    fn try_from(duration: Target) -> Result<Self, WorkingDayError> {
        Self::new(duration.fixed_seconds().ok_or(WorkingDayError::InWorkingDays)?)
    }
}

impl TryFrom<Written> for WorkingDay {
    type Error = WorkingDayError;
    fn try_from(written: Written) -> Result<Self, WorkingDayError> {
        match written {
            Written::Seconds(seconds) => Self::new(seconds),
            Written::Duration(text) => text.parse::<Target>()?.try_into(),
        }
    }
}

impl From<WorkingDay> for i64 {
    fn from(day: WorkingDay) -> Self {
        day.0
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for WorkingDay {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "WorkingDay".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "integer",
            "minimum": 1,
            "maximum": LONGEST,
            "description": "Schedule time of one working day, in seconds.",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_working_day_is_read_from_seconds_or_a_duration() {
        for (json, seconds) in
            [("28800", 28_800), ("\"8h\"", 28_800), ("\"450m\"", 27_000), ("\"1d\"", 86_400)]
        {
            let day: WorkingDay = serde_json::from_str(json).unwrap();
            assert_eq!(day.seconds(), seconds, "{json}");
            assert_eq!(serde_json::to_string(&day).unwrap(), seconds.to_string());
        }
        for bad in ["0", "-1", "86401", "\"0h\"", "\"1wd\"", "\"25h\"", "\"eight\"", "7.5", "null"] {
            assert!(serde_json::from_str::<WorkingDay>(bad).is_err(), "{bad}");
        }
    }
}
