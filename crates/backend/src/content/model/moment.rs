//! A point in time as content writes it.

use chrono::{DateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use guichet_rules::schedule::Zone;
use serde::Deserialize;
use serde_json::Value;

/// `{in_days: 1, at: "20:00"}`, counted from the day the content was loaded, or an instant such as `2026-11-21T20:00:00Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Value")]
pub enum Moment {
    /// So many days from the day the content was loaded, at this local time.
    InDays(i32, NaiveTime),
    /// Just then.
    At(DateTime<Utc>),
}

/// A value that is no point in time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0} is no point in time: write {{in_days: 1, at: \"20:00\"}}, or an instant such as 2026-11-21T20:00:00Z"
)]
pub struct NoMoment(Value);

impl TryFrom<Value> for Moment {
    type Error = NoMoment;
    fn try_from(value: Value) -> Result<Self, NoMoment> {
        read(&value).ok_or(NoMoment(value))
    }
}

fn read(value: &Value) -> Option<Moment> {
    if let Some(text) = value.as_str() {
        return DateTime::parse_from_rfc3339(text).ok().map(|instant| Moment::At(instant.to_utc()));
    }
    let map = value.as_object().filter(|map| map.len() == 2)?;
    let days = i32::try_from(map.get("in_days")?.as_i64()?).ok()?;
    let at = NaiveTime::parse_from_str(map.get("at")?.as_str()?, "%H:%M").ok()?;
    Some(Moment::InDays(days, at))
}

impl Moment {
    /// The instant meant, where the content was loaded at `loaded` and local times are those of `zone`.
    pub fn on(self, loaded: DateTime<Utc>, zone: &Zone) -> DateTime<Utc> {
        match zone.tz() {
            Ok(tz) => self.resolve(loaded, &tz),
            // The check of the content refuses unknown zones.
            Err(_) => self.resolve(loaded, &Utc),
        }
    }

    fn resolve<Tz: TimeZone>(self, loaded: DateTime<Utc>, tz: &Tz) -> DateTime<Utc> {
        let (days, at) = match self {
            Self::At(instant) => return instant,
            Self::InDays(days, at) => (days, at),
        };
        let today = loaded.with_timezone(tz).date_naive();
        let Some(date) = today.checked_add_signed(TimeDelta::days(days.into())) else { return loaded };
        let local = date.and_time(at);
        // A local time that the clock leaps over is taken an hour later, which is how people read it.
        let after_leap = || {
            let later = local.checked_add_signed(TimeDelta::hours(1))?;
            tz.from_local_datetime(&later).earliest()
        };
        tz.from_local_datetime(&local)
            .earliest()
            .or_else(after_leap)
            .map_or(loaded, |instant| instant.to_utc())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn on(value: Value, loaded: &str, zone: &str) -> String {
        let moment: Moment = serde_json::from_value(value).unwrap();
        moment.on(loaded.parse().unwrap(), &Zone::new(zone).unwrap()).to_rfc3339()
    }

    #[test]
    fn days_count_from_the_local_day() {
        let tomorrow = || json!({"in_days": 1, "at": "20:00"});
        assert_eq!(on(tomorrow(), "2026-11-21T10:00:00Z", "Europe/Berlin"), "2026-11-22T19:00:00+00:00");
        // 16:00 UTC on the 21st is the 22nd in Tokyo.
        assert_eq!(on(tomorrow(), "2026-11-21T16:00:00Z", "Asia/Tokyo"), "2026-11-23T11:00:00+00:00");
        let leapt_over = json!({"in_days": 1, "at": "02:30"});
        assert_eq!(on(leapt_over, "2026-03-28T10:00:00Z", "Europe/Berlin"), "2026-03-29T01:30:00+00:00");
        let instant = json!("2026-11-21T20:00:00+01:00");
        assert_eq!(on(instant, "2020-01-01T00:00:00Z", "UTC"), "2026-11-21T19:00:00+00:00");
    }

    #[test]
    fn what_is_no_moment_says_how_to_write_one() {
        for value in [json!(3), json!("tomorrow"), json!({"in_days": 1}), json!({"in_days": 1, "at": "8 pm"})]
        {
            let refused = serde_json::from_value::<Moment>(value).unwrap_err().to_string();
            assert!(refused.contains("is no point in time: write {in_days: 1, at: \"20:00\"}"), "{refused}");
        }
    }
}
