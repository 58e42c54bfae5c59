//! Who decides for whom while they are away.

use super::{
    Conn, StoreError,
    fields::{Fields, millis},
};
use chrono::{DateTime, Utc};
use guichet_rules::{
    approval,
    ids::{DelegationId, PersonId},
};
use sqlx::sqlite::SqliteRow;

/// A delegation, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delegation {
    /// The order of arranging; 0 before it is stored.
    pub seq: i64,
    /// Which.
    pub id: DelegationId,
    /// Who, for whom, when.
    pub facts: approval::Delegation,
    /// Why.
    pub reason: Option<String>,
    /// What those whom it concerns have heard of.
    pub told: Told,
    /// Grows with each change, from 1.
    pub version: u64,
}

/// What those whom a delegation concerns have heard of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Nothing: it had not begun.
    Nothing,
    /// That it began.
    Begun,
    /// That it began, and that it ended.
    Ended,
}

impl Told {
    fn number(self) -> i64 {
        match self {
            Self::Nothing => 0,
            Self::Begun => 1,
            Self::Ended => 2,
        }
    }

    fn of(number: i64) -> Self {
        match number {
            0 => Self::Nothing,
            1 => Self::Begun,
            _ => Self::Ended,
        }
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT seq, id, delegator, delegate, first_day, last_day, starts_at, ends_at, reason, told, version ",
            "FROM delegations ",
            $rest
        )
    };
}

/// Keeps a new delegation.
pub async fn add(conn: &mut Conn, delegation: &Delegation) -> Result<(), StoreError> {
    let sql = "INSERT INTO delegations \
               (id, delegator, delegate, first_day, last_day, starts_at, ends_at, reason, told, version) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    write(conn, sql, delegation).await
}

/// Keeps a changed delegation; `delegation.version` is the new version. Whose it is does not change.
pub async fn put(conn: &mut Conn, delegation: &Delegation) -> Result<(), StoreError> {
    let sql = "UPDATE delegations SET delegate = $3, first_day = $4, last_day = $5, starts_at = $6, ends_at = $7, \
               reason = $8, told = $9, version = $10 WHERE id = $1 AND delegator = $2";
    write(conn, sql, delegation).await
}

/// Runs `sql` on all that is kept of it, in the order of the columns.
async fn write(conn: &mut Conn, sql: &'static str, delegation: &Delegation) -> Result<(), StoreError> {
    let facts = &delegation.facts;
    sqlx::query(sql)
        .bind(delegation.id.as_str())
        .bind(facts.delegator.as_str())
        .bind(facts.delegate.as_str())
        .bind(facts.from.to_string())
        .bind(facts.until.to_string())
        .bind(millis(facts.starts_at))
        .bind(millis(facts.ends_at))
        .bind(delegation.reason.as_deref())
        .bind(delegation.told.number())
        .bind(i64::try_from(delegation.version).unwrap_or(i64::MAX))
        .execute(conn)
        .await?;
    Ok(())
}

/// Forgets a delegation that never began.
pub async fn remove(conn: &mut Conn, id: &DelegationId) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM delegations WHERE id = $1").bind(id.as_str()).execute(conn).await?;
    Ok(())
}

/// A delegation by its id.
pub async fn find(conn: &mut Conn, id: &DelegationId) -> Result<Option<Delegation>, StoreError> {
    let row = sqlx::query(select!("WHERE id = $1")).bind(id.as_str()).fetch_optional(conn).await?;
    row.as_ref().map(read).transpose()
}

/// Those that a person arranged and those in which they are the delegate, the last to begin first, at most `limit`.
pub async fn about(conn: &mut Conn, person: &PersonId, limit: u32) -> Result<Vec<Delegation>, StoreError> {
    let sql = select!("WHERE delegator = $1 OR delegate = $1 ORDER BY starts_at DESC, seq DESC LIMIT $2");
    let rows = sqlx::query(sql).bind(person.as_str()).bind(i64::from(limit)).fetch_all(conn).await?;
    rows.iter().map(read).collect()
}

/// Those that a person arranged and that are not over at `now`.
pub async fn arranged_by(
    conn: &mut Conn,
    person: &PersonId,
    now: DateTime<Utc>,
) -> Result<Vec<Delegation>, StoreError> {
    let sql = select!("WHERE delegator = $1 AND ends_at > $2 ORDER BY starts_at");
    let rows = sqlx::query(sql).bind(person.as_str()).bind(millis(now)).fetch_all(conn).await?;
    rows.iter().map(read).collect()
}

/// All that hold at `now`.
pub async fn active(conn: &mut Conn, now: DateTime<Utc>) -> Result<Vec<approval::Delegation>, StoreError> {
    let sql = select!("WHERE ends_at > $1 AND starts_at <= $1");
    let rows = sqlx::query(sql).bind(millis(now)).fetch_all(conn).await?;
    rows.iter().map(|row| Ok(read(row)?.facts)).collect()
}

/// Who decides for `person` at `now`.
pub async fn delegates_of(
    conn: &mut Conn,
    person: &PersonId,
    now: DateTime<Utc>,
) -> Result<Vec<PersonId>, StoreError> {
    let sql = select!("WHERE delegator = $1 AND ends_at > $2 AND starts_at <= $2");
    let rows = sqlx::query(sql).bind(person.as_str()).bind(millis(now)).fetch_all(conn).await?;
    rows.iter().map(|row| Ok(read(row)?.facts.delegate)).collect()
}

/// Those that have begun or ended by `now` without anyone having been told, at most `limit`.
pub async fn to_tell(conn: &mut Conn, now: DateTime<Utc>, limit: u32) -> Result<Vec<Delegation>, StoreError> {
    let sql =
        select!("WHERE (told = 0 AND starts_at <= $1) OR (told < 2 AND ends_at <= $1) ORDER BY seq LIMIT $2");
    let rows = sqlx::query(sql).bind(millis(now)).bind(i64::from(limit)).fetch_all(conn).await?;
    rows.iter().map(read).collect()
}

fn read(row: &SqliteRow) -> Result<Delegation, StoreError> {
    let row = Fields(row);
    Ok(Delegation {
        seq: row.int("seq")?,
        id: row.parsed("id")?,
        facts: approval::Delegation {
            delegator: row.parsed("delegator")?,
            delegate: row.parsed("delegate")?,
            from: row.parsed("first_day")?,
            until: row.parsed("last_day")?,
            starts_at: row.at("starts_at")?,
            ends_at: row.at("ends_at")?,
        },
        reason: row.maybe_text("reason")?,
        told: Told::of(row.int("told")?),
        version: row.number("version")?,
    })
}
