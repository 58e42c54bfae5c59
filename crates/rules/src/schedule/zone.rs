//! The name of a time zone.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The longest name of the IANA database has 32 characters; twice that leaves room for it to grow.
const MAX_ZONE_LEN: usize = 64;

/// The IANA name of a time zone, such as `Europe/Berlin`.
///
/// Only its form is checked here, because a browser brings a database of its own, and theirs may be newer than ours.
/// With the feature `tz`, [`Zone::tz`] looks it up.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(String);

/// A text that cannot be the name of a time zone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no time zone: use a name of the IANA database, such as Europe/Berlin")]
pub struct ZoneError(String);

/// A name that the IANA database of this program does not hold.
#[cfg(feature = "tz")]
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "the time zone '{name}' is not in the IANA database of this program ({version})",
    version = chrono_tz::IANA_TZDB_VERSION
)]
pub struct UnknownZone {
    /// What was looked up.
    pub name: Zone,
}

impl Zone {
    /// Checks the form of `name`, not that the zone exists.
    pub fn new(name: impl Into<String>) -> Result<Self, ZoneError> {
        let name = name.into();
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '_' | '-' | '+');
        let begins_well = name.starts_with(|c: char| c.is_ascii_alphabetic());
        if begins_well && name.len() <= MAX_ZONE_LEN && name.chars().all(allowed) {
            Ok(Self(name))
        } else {
            Err(ZoneError(name))
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The zone itself.
    #[cfg(feature = "tz")]
    pub fn tz(&self) -> Result<chrono_tz::Tz, UnknownZone> {
        self.0.parse().map_err(|_| UnknownZone { name: self.clone() })
    }
}

impl TryFrom<String> for Zone {
    type Error = ZoneError;
    fn try_from(name: String) -> Result<Self, ZoneError> {
        Self::new(name)
    }
}

impl FromStr for Zone {
    type Err = ZoneError;
    fn from_str(name: &str) -> Result<Self, ZoneError> {
        Self::new(name)
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.0
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Zone {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Zone".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "maxLength": MAX_ZONE_LEN,
            "pattern": "^[A-Za-z][A-Za-z0-9/_+-]*$",
            "description": "Name of a time zone in the IANA database.",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_the_form_of_the_iana_database() {
        for good in
            ["Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+12", "UTC", "America/Port-au-Prince"]
        {
            assert_eq!(Zone::new(good).map(String::from), Ok(good.to_owned()));
        }
        for bad in ["", "+02:00", "Europe/Berlin ", "../etc/passwd", "Zürich"] {
            assert!(Zone::new(bad).is_err(), "{bad}");
        }
        assert!(Zone::new("a".repeat(65)).is_err());
    }
}
