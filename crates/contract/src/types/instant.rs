//! Instants on the wire.
//!
//! `chrono` reads any of several forms from JSON, with what it has for formats that programs describe. The wire has one
//! form, RFC 3339, and `chrono` has a reader of it alone, which is a tenth of the code: a first visit is lighter by 2 KB.

use chrono::{DateTime, Utc};
use serde::{
    Deserializer,
    de::{self, Error, Visitor},
};
use std::fmt;

/// An instant, RFC 3339 in UTC on the wire.
pub type Instant = DateTime<Utc>;

/// Reads an instant, for `#[serde(deserialize_with)]`.
///
/// # Errors
/// For anything but an instant as RFC 3339 writes it.
pub fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Instant, D::Error> {
    from.deserialize_str(Text)
}

/// Reads an instant that may be absent, for `#[serde(default, deserialize_with)]`.
///
/// # Errors
/// For anything but null and an instant as RFC 3339 writes it.
pub fn read_some<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Instant>, D::Error> {
    from.deserialize_option(Perhaps)
}

struct Text;

impl Visitor<'_> for Text {
    type Value = Instant;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an instant as RFC 3339 writes it, such as 2026-11-24T11:00:00Z")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Instant, E> {
        let read = DateTime::parse_from_rfc3339(text);
        read.map(|at| at.to_utc()).map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

struct Perhaps;

impl<'de> Visitor<'de> for Perhaps {
    type Value = Option<Instant>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Text.expecting(f)
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        read(from).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Times {
        #[serde(deserialize_with = "read")]
        at: Instant,
        #[serde(default, deserialize_with = "read_some")]
        until: Option<Instant>,
    }

    fn times(json: &str) -> Option<Times> {
        serde_json::from_str(json).ok()
    }

    #[test]
    fn an_instant_has_one_form() {
        let noon = DateTime::from_timestamp(1_795_604_400, 0).expect("an instant");
        let only = |at| Some(Times { at, until: None });
        assert_eq!(times(r#"{"at": "2026-11-25T11:00:00Z"}"#), only(noon));
        assert_eq!(times(r#"{"at": "2026-11-25T12:00:00+01:00", "until": null}"#), only(noon));
        let both = times(r#"{"at": "2026-11-25T11:00:00.000Z", "until": "2026-11-25T11:00:00Z"}"#);
        assert_eq!(both, Some(Times { at: noon, until: Some(noon) }));
        for wrong in [r#""25 Nov 2026""#, r#""2026-11-25""#, r#""2026-11-25T11:00:00""#, "1795604400", "null"]
        {
            assert_eq!(times(&format!(r#"{{"at": {wrong}}}"#)), None, "{wrong}");
        }
    }
}
