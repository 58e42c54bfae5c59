//! Typed values out of a row.

use super::StoreError;
use chrono::{DateTime, Utc};
use serde::{
    Serialize,
    de::{DeserializeOwned, IntoDeserializer, value::StrDeserializer},
};
use sqlx::{Row, sqlite::SqliteRow};
use std::{error::Error, str::FromStr};

/// A row, read by column name.
pub(super) struct Fields<'r>(pub &'r SqliteRow);

impl Fields<'_> {
    pub fn text(&self, column: &str) -> Result<String, StoreError> {
        Ok(self.0.try_get(column)?)
    }

    pub fn maybe_text(&self, column: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.try_get(column)?)
    }

    pub fn int(&self, column: &str) -> Result<i64, StoreError> {
        Ok(self.0.try_get(column)?)
    }

    pub fn maybe_int(&self, column: &str) -> Result<Option<i64>, StoreError> {
        Ok(self.0.try_get(column)?)
    }

    pub fn flag(&self, column: &str) -> Result<bool, StoreError> {
        Ok(self.int(column)? != 0)
    }

    /// A number of another type than SQLite's.
    pub fn number<T>(&self, column: &str) -> Result<T, StoreError>
    where
        T: TryFrom<i64>,
        T::Error: Error + Send + Sync + 'static,
    {
        T::try_from(self.int(column)?).map_err(|source| unreadable(column, source))
    }

    pub fn maybe_number<T>(&self, column: &str) -> Result<Option<T>, StoreError>
    where
        T: TryFrom<i64>,
        T::Error: Error + Send + Sync + 'static,
    {
        let value = self.maybe_int(column)?;
        value.map(|value| T::try_from(value).map_err(|source| unreadable(column, source))).transpose()
    }

    pub fn at(&self, column: &str) -> Result<DateTime<Utc>, StoreError> {
        instant(column, self.int(column)?)
    }

    pub fn maybe_at(&self, column: &str) -> Result<Option<DateTime<Utc>>, StoreError> {
        self.maybe_int(column)?.map(|millis| instant(column, millis)).transpose()
    }

    /// An id, or a word of the rules.
    pub fn parsed<T>(&self, column: &str) -> Result<T, StoreError>
    where
        T: FromStr,
        T::Err: Error + Send + Sync + 'static,
    {
        self.text(column)?.parse().map_err(|source| unreadable(column, source))
    }

    pub fn maybe_parsed<T>(&self, column: &str) -> Result<Option<T>, StoreError>
    where
        T: FromStr,
        T::Err: Error + Send + Sync + 'static,
    {
        let text = self.maybe_text(column)?;
        text.map(|text| text.parse().map_err(|source| unreadable(column, source))).transpose()
    }

    /// A word of the contract; these have no parser of their own.
    pub fn word<T: DeserializeOwned>(&self, column: &str) -> Result<T, StoreError> {
        let text = self.text(column)?;
        let word: StrDeserializer<'_, serde::de::value::Error> = text.as_str().into_deserializer();
        T::deserialize(word).map_err(|source| unreadable(column, source))
    }

    pub fn json<T: DeserializeOwned>(&self, column: &str) -> Result<T, StoreError> {
        serde_json::from_str(&self.text(column)?).map_err(|source| unreadable(column, source))
    }
}

/// As kept: JSON.
pub(super) fn json(column: &str, value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|source| unreadable(column, source))
}

/// As kept: milliseconds since 1970 in UTC.
pub(super) fn millis(at: DateTime<Utc>) -> i64 {
    at.timestamp_millis()
}

fn instant(column: &str, millis: i64) -> Result<DateTime<Utc>, StoreError> {
    DateTime::from_timestamp_millis(millis).ok_or_else(|| unreadable(column, OutOfTime(millis)))
}

/// A number of milliseconds that no calendar reaches.
#[derive(Debug, thiserror::Error)]
#[error("{0} ms since 1970 is no instant")]
struct OutOfTime(i64);

fn unreadable(column: &str, source: impl Error + Send + Sync + 'static) -> StoreError {
    StoreError::Unreadable { column: column.to_owned(), source: Box::new(source) }
}
