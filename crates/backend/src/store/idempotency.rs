//! What was answered to a call, so that its repetition does nothing twice.
//!
//! The answer is written in the transaction that did the work. Whoever sees the work therefore sees the answer, and
//! where the work was rolled back, the key is free again.

use super::{
    Conn, StoreError,
    fields::{Fields, millis},
};
use chrono::{DateTime, Utc};
use guichet_rules::ids::PersonId;
use sqlx::Row;

/// A call, as far as a repetition must be the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    /// The HTTP method.
    pub method: String,
    /// The path with its query, without the origin.
    pub path: String,
    /// SHA-256 of the body, in hex.
    pub body: String,
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
    /// The `ETag`, where it had one.
    pub etag: Option<String>,
}

/// What is known of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// What it was used for.
    pub call: Fingerprint,
    /// What was answered; absent while the call runs.
    pub answer: Option<Answer>,
}

/// What is known of a person's key.
pub async fn find(conn: &mut Conn, person: &PersonId, key: &str) -> Result<Option<Known>, StoreError> {
    let sql = "SELECT method, path, body_hash, status, answer, etag FROM idempotency \
               WHERE person = $1 AND idem_key = $2";
    let found = sqlx::query(sql).bind(person.as_str()).bind(key).fetch_optional(conn).await?;
    let Some(found) = found else { return Ok(None) };
    let row = Fields(&found);
    let call =
        Fingerprint { method: row.text("method")?, path: row.text("path")?, body: row.text("body_hash")? };
    let answer = match row.maybe_number("status")? {
        None => None,
        Some(status) => {
            let body: Option<Vec<u8>> = found.try_get("answer")?;
            Some(Answer { status, body: body.unwrap_or_default(), etag: row.maybe_text("etag")? })
        }
    };
    Ok(Some(Known { call, answer }))
}

/// Takes a key for a call that begins. A key that is taken is a [`StoreError::Duplicate`].
pub async fn begin(
    conn: &mut Conn,
    person: &PersonId,
    key: &str,
    call: &Fingerprint,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO idempotency (person, idem_key, method, path, body_hash, created_at) \
               VALUES ($1, $2, $3, $4, $5, $6)";
    let query = sqlx::query(sql)
        .bind(person.as_str())
        .bind(key)
        .bind(call.method.as_str())
        .bind(call.path.as_str())
        .bind(call.body.as_str())
        .bind(millis(now));
    query.execute(conn).await?;
    Ok(())
}

/// Writes down what was answered.
pub async fn finish(
    conn: &mut Conn,
    person: &PersonId,
    key: &str,
    answer: &Answer,
) -> Result<(), StoreError> {
    let sql =
        "UPDATE idempotency SET status = $3, answer = $4, etag = $5 WHERE person = $1 AND idem_key = $2";
    let query = sqlx::query(sql)
        .bind(person.as_str())
        .bind(key)
        .bind(i64::from(answer.status))
        .bind(answer.body.as_slice())
        .bind(answer.etag.as_deref());
    query.execute(conn).await?;
    Ok(())
}

/// Forgets keys that were taken before `before`.
pub async fn purge(conn: &mut Conn, before: DateTime<Utc>) -> Result<u64, StoreError> {
    let sql = "DELETE FROM idempotency WHERE created_at < $1";
    Ok(sqlx::query(sql).bind(millis(before)).execute(conn).await?.rows_affected())
}
