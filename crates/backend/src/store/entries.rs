//! The timelines of tickets.

use super::{
    Conn, StoreError, Ticket,
    fields::{Fields, millis},
};
use chrono::{DateTime, Utc};
use guichet_contract::types::{AuthorRole, TimelineEvent};
use guichet_rules::ids::PersonId;

/// Something that happened to a ticket. Nothing changes or removes one.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The order in which things happened; 0 before it is stored.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; absent where the system did it.
    pub author: Option<PersonId>,
    /// As what they did it.
    pub role: AuthorRole,
    /// What.
    pub event: TimelineEvent,
    /// For the desk alone.
    pub internal: bool,
    /// What was written.
    pub body: Option<String>,
    /// From what it changed: a word, or the id of a group or person.
    pub from: Option<String>,
    /// To what it changed.
    pub to: Option<String>,
}

impl Entry {
    /// An entry that everyone with access reads, without a text.
    pub fn new(at: DateTime<Utc>, author: Option<PersonId>, role: AuthorRole, event: TimelineEvent) -> Self {
        Self { seq: 0, at, author, role, event, internal: false, body: None, from: None, to: None }
    }

    /// The first entry of a timeline: `ticket` was filed.
    pub fn opened(ticket: &Ticket) -> Self {
        let opener = Some(ticket.opened_by.clone());
        Self::new(ticket.opened_at, opener, AuthorRole::Requester, TimelineEvent::Opened)
            .with_body(ticket.detail.description.clone())
    }

    /// With what was written.
    pub fn with_body(self, body: Option<String>) -> Self {
        Self { body, ..self }
    }

    /// With what changed.
    pub fn with_change(self, from: Option<String>, to: Option<String>) -> Self {
        Self { from, to, ..self }
    }
}

/// Appends an entry to the timeline of a ticket; gives its number.
pub async fn add(conn: &mut Conn, ticket: i64, entry: &Entry) -> Result<i64, StoreError> {
    let sql = "INSERT INTO entries (ticket, at, author, role, event, internal, body, from_value, to_value) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING seq";
    let query = sqlx::query_scalar(sql)
        .bind(ticket)
        .bind(millis(entry.at))
        .bind(entry.author.as_ref().map(PersonId::as_str))
        .bind(entry.role.to_string())
        .bind(entry.event.to_string())
        .bind(i64::from(entry.internal))
        .bind(entry.body.as_deref())
        .bind(entry.from.as_deref())
        .bind(entry.to.as_deref());
    Ok(query.fetch_one(conn).await?)
}

/// The timeline of a ticket, first to last.
pub async fn of(conn: &mut Conn, ticket: i64) -> Result<Vec<Entry>, StoreError> {
    let sql = "SELECT seq, at, author, role, event, internal, body, from_value, to_value \
               FROM entries WHERE ticket = $1 ORDER BY seq";
    let rows = sqlx::query(sql).bind(ticket).fetch_all(conn).await?;
    rows.iter().map(|row| read(&Fields(row))).collect()
}

fn read(row: &Fields<'_>) -> Result<Entry, StoreError> {
    Ok(Entry {
        seq: row.int("seq")?,
        at: row.at("at")?,
        author: row.maybe_parsed("author")?,
        role: row.word("role")?,
        event: row.word("event")?,
        internal: row.flag("internal")?,
        body: row.maybe_text("body")?,
        from: row.maybe_text("from_value")?,
        to: row.maybe_text("to_value")?,
    })
}
