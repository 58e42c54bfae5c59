//! Hints that something changed. They say what and for whom, never how: whoever gets one fetches it by the usual rules.

use super::{
    Conn, StoreError,
    fields::{Fields, millis},
};
use chrono::{DateTime, Utc};
use guichet_contract::types::{EventHint, Topic};
use guichet_rules::ids::PersonId;
use std::{collections::BTreeSet, str::FromStr};

/// For whom a hint is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Audience {
    /// Everyone who is signed in.
    Everyone,
    /// These people.
    People(BTreeSet<PersonId>),
}

/// A hint with its place in the order of all.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The id of the event: one more with each.
    pub seq: u64,
    /// What is sent.
    pub hint: EventHint,
    /// To whom.
    pub audience: Audience,
    /// And to everyone who works at the desk.
    pub desk: bool,
}

impl Event {
    /// Whether a person is told of it.
    pub fn is_for(&self, person: &PersonId, works_at_desk: bool) -> bool {
        let named = match &self.audience {
            Audience::Everyone => true,
            Audience::People(people) => people.contains(person),
        };
        named || (self.desk && works_at_desk)
    }
}

/// Writes a hint down and gives it its number.
pub async fn add(
    conn: &mut Conn,
    hint: EventHint,
    audience: Audience,
    desk: bool,
    now: DateTime<Utc>,
) -> Result<Event, StoreError> {
    let sql = "INSERT INTO events (at, topic, ref, version, audience, desk) VALUES ($1, $2, $3, $4, $5, $6) \
               RETURNING seq";
    let query = sqlx::query_scalar(sql)
        .bind(millis(now))
        .bind(hint.topic.to_string())
        .bind(hint.id.as_str())
        .bind(i64::try_from(hint.version).unwrap_or(i64::MAX))
        .bind(written(&audience))
        .bind(i64::from(desk));
    let seq: i64 = query.fetch_one(conn).await?;
    Ok(Event { seq: seq.unsigned_abs(), hint, audience, desk })
}

/// What happened after the event `since`, first to last, at most `limit`.
pub async fn after(conn: &mut Conn, since: u64, limit: u32) -> Result<Vec<Event>, StoreError> {
    let sql =
        "SELECT seq, topic, ref, version, audience, desk FROM events WHERE seq > $1 ORDER BY seq LIMIT $2";
    let since = i64::try_from(since).unwrap_or(i64::MAX);
    let rows = sqlx::query(sql).bind(since).bind(i64::from(limit)).fetch_all(conn).await?;
    rows.iter().map(|row| read(&Fields(row))).collect()
}

/// The number of the first event that is still known and of the last one that ever was; 0 where there is none.
pub async fn range(conn: &mut Conn) -> Result<(u64, u64), StoreError> {
    // The sequence, and not the greatest row: it goes on counting when the last row was purged.
    let sql = "SELECT COALESCE((SELECT MIN(seq) FROM events), 0), \
               COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'events'), 0)";
    let (first, last): (i64, i64) = sqlx::query_as(sql).fetch_one(conn).await?;
    Ok((first.unsigned_abs(), last.unsigned_abs()))
}

/// Forgets events from before `before`: whoever missed them fetches everything again.
pub async fn purge(conn: &mut Conn, before: DateTime<Utc>) -> Result<u64, StoreError> {
    let sql = "DELETE FROM events WHERE at < $1";
    Ok(sqlx::query(sql).bind(millis(before)).execute(conn).await?.rows_affected())
}

fn written(audience: &Audience) -> String {
    match audience {
        Audience::Everyone => "*".to_owned(),
        // An id holds no blank.
        Audience::People(people) => people.iter().map(PersonId::as_str).collect::<Vec<_>>().join(" "),
    }
}

fn read(row: &Fields<'_>) -> Result<Event, StoreError> {
    let audience = row.text("audience")?;
    let audience = if audience == "*" {
        Audience::Everyone
    } else {
        Audience::People(audience.split(' ').filter_map(|id| PersonId::from_str(id).ok()).collect())
    };
    let topic: Topic = row.word("topic")?;
    let hint = EventHint { topic, id: row.text("ref")?, version: row.number("version")? };
    Ok(Event { seq: row.number("seq")?, hint, audience, desk: row.flag("desk")? })
}
