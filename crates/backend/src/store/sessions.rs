//! Who is signed in. A session is found by the hash of its token; the token itself is kept nowhere but in the browser.

use super::{
    Conn, StoreError,
    fields::{Fields, millis},
};
use chrono::{DateTime, Utc};
use guichet_rules::ids::PersonId;

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the token, in hex.
    pub token: String,
    /// Whose.
    pub person: PersonId,
    /// Since when.
    pub created: DateTime<Utc>,
    /// Until when.
    pub expires: DateTime<Utc>,
}

/// Begins a session.
pub async fn add(conn: &mut Conn, session: &Session) -> Result<(), StoreError> {
    let sql = "INSERT INTO sessions (token, person, created_at, expires_at) VALUES ($1, $2, $3, $4)";
    let query = sqlx::query(sql)
        .bind(session.token.as_str())
        .bind(session.person.as_str())
        .bind(millis(session.created))
        .bind(millis(session.expires));
    query.execute(conn).await?;
    Ok(())
}

/// The session of a token's hash, expired or not.
pub async fn find(conn: &mut Conn, token: &str) -> Result<Option<Session>, StoreError> {
    let sql = "SELECT token, person, created_at, expires_at FROM sessions WHERE token = $1";
    let Some(row) = sqlx::query(sql).bind(token).fetch_optional(conn).await? else { return Ok(None) };
    let row = Fields(&row);
    Ok(Some(Session {
        token: row.text("token")?,
        person: row.parsed("person")?,
        created: row.at("created_at")?,
        expires: row.at("expires_at")?,
    }))
}

/// Ends a session.
pub async fn remove(conn: &mut Conn, token: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM sessions WHERE token = $1").bind(token).execute(conn).await?;
    Ok(())
}

/// Forgets the sessions that ended before `now`.
pub async fn purge(conn: &mut Conn, now: DateTime<Utc>) -> Result<u64, StoreError> {
    let done =
        sqlx::query("DELETE FROM sessions WHERE expires_at <= $1").bind(millis(now)).execute(conn).await?;
    Ok(done.rows_affected())
}
