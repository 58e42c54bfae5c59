//! Tickets, one at a time; see [`lists`](super::lists) for many.

use super::{
    Conn, Statement, StoreError, Ticket, counters,
    fields::{Fields, millis},
};
use chrono::{DateTime, Utc};
use guichet_rules::{
    ids::{AssetId, GroupId, ItemId, PersonId, ServiceId, TicketId},
    ticket::{HoldReason, Kind, State},
};

macro_rules! columns {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            "seq, id, kind, state, hold_reason, title, opened_by, requested_for, group_id, assignee, impact, ",
            "urgency, priority, major, service, asset, item, form_version, quantity, opened_at, updated_at, ",
            "resolved_at, clock_from, risk_at, due_at, version, detail, parent",
            $after
        )
    };
}
pub(super) use columns;

/// The next number of its kind: `REQ-20001`, `INC-10001`. Questions count with the incidents, as both are answered.
pub async fn next_id(conn: &mut Conn, kind: Kind) -> Result<TicketId, StoreError> {
    let (counter, prefix) = match kind {
        Kind::Request => ("request", "REQ"),
        Kind::Incident | Kind::Question | Kind::Unknown => ("incident", "INC"),
    };
    let number = counters::next(conn, counter).await?;
    TicketId::new(format!("{prefix}-{number}"))
        .map_err(|source| StoreError::Unreadable { column: counter.to_owned(), source: Box::new(source) })
}

/// The next number of a requested item: `RITM-30001`.
pub async fn next_item_id(conn: &mut Conn) -> Result<TicketId, StoreError> {
    const COUNTER: &str = "requested_item";
    let number = counters::next(conn, COUNTER).await?;
    TicketId::new(format!("RITM-{number}"))
        .map_err(|source| StoreError::Unreadable { column: COUNTER.to_owned(), source: Box::new(source) })
}

/// Keeps a new ticket; gives its place in the order of filing, which the caller puts into it.
pub async fn add(conn: &mut Conn, ticket: &Ticket) -> Result<i64, StoreError> {
    let seq = counters::next(&mut *conn, "ticket").await?;
    let sql = "INSERT INTO tickets (id, kind, state, hold_reason, title, opened_by, requested_for, group_id, \
               assignee, impact, urgency, priority, major, service, asset, item, form_version, quantity, \
               opened_at, updated_at, resolved_at, clock_from, risk_at, due_at, version, detail, words, ended, \
               due_key, seq) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, \
               $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30)";
    values(sqlx::query(sql), ticket)?.bind(seq).execute(&mut *conn).await?;
    if let Some(parent) = ticket.parent {
        // It never changes, so it is none of the values that are written at each change.
        let sql = "UPDATE tickets SET parent = $2 WHERE seq = $1";
        sqlx::query(sql).bind(seq).bind(parent).execute(conn).await?;
    }
    Ok(seq)
}

/// Keeps a change, provided that nobody else changed it since: `ticket.version` is the new version, one more than the
/// one that was read. False where somebody did.
pub async fn put(conn: &mut Conn, ticket: &Ticket) -> Result<bool, StoreError> {
    let sql = "UPDATE tickets SET id = $1, kind = $2, state = $3, hold_reason = $4, title = $5, opened_by = $6, \
               requested_for = $7, group_id = $8, assignee = $9, impact = $10, urgency = $11, priority = $12, \
               major = $13, service = $14, asset = $15, item = $16, form_version = $17, quantity = $18, \
               opened_at = $19, updated_at = $20, resolved_at = $21, clock_from = $22, risk_at = $23, \
               due_at = $24, version = $25, detail = $26, words = $27, ended = $28, due_key = $29 \
               WHERE seq = $30 AND version = $25 - 1";
    let done = values(sqlx::query(sql), ticket)?.bind(ticket.seq).execute(conn).await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps what no version tells of: the ticket is for everyone as it was.
pub async fn put_detail(conn: &mut Conn, ticket: &Ticket) -> Result<(), StoreError> {
    let sql = "UPDATE tickets SET detail = $1 WHERE seq = $2";
    sqlx::query(sql).bind(detail(ticket)?).bind(ticket.seq).execute(conn).await?;
    Ok(())
}

/// A ticket by its number.
pub async fn find(conn: &mut Conn, id: &TicketId) -> Result<Option<Ticket>, StoreError> {
    let sql = columns!("SELECT ", " FROM tickets WHERE id = $1");
    let row = sqlx::query(sql).bind(id.as_str()).fetch_optional(conn).await?;
    row.map(|row| Ticket::read(&Fields(&row))).transpose()
}

/// A ticket by its place in the order of filing.
pub async fn at(conn: &mut Conn, seq: i64) -> Result<Option<Ticket>, StoreError> {
    let sql = columns!("SELECT ", " FROM tickets WHERE seq = $1");
    let row = sqlx::query(sql).bind(seq).fetch_optional(conn).await?;
    row.map(|row| Ticket::read(&Fields(&row))).transpose()
}

/// The requested items of an order, line by line.
pub async fn items_of(conn: &mut Conn, order: i64) -> Result<Vec<Ticket>, StoreError> {
    let sql = columns!("SELECT ", " FROM tickets WHERE parent = $1 ORDER BY seq");
    let rows = sqlx::query(sql).bind(order).fetch_all(conn).await?;
    rows.iter().map(|row| Ticket::read(&Fields(row))).collect()
}

/// The states of the requested items of an order.
pub async fn states_of(conn: &mut Conn, order: i64) -> Result<Vec<State>, StoreError> {
    let sql = "SELECT state FROM tickets WHERE parent = $1 ORDER BY seq";
    let rows = sqlx::query(sql).bind(order).fetch_all(conn).await?;
    rows.iter().map(|row| Fields(row).parsed("state")).collect()
}

/// Resolved tickets that were resolved at `until` or before, the oldest first.
pub async fn resolved_until(
    conn: &mut Conn,
    until: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<Ticket>, StoreError> {
    let sql = columns!(
        "SELECT ",
        " FROM tickets WHERE state = 'resolved' AND resolved_at <= $1 ORDER BY resolved_at LIMIT $2"
    );
    let rows = sqlx::query(sql).bind(millis(until)).bind(i64::from(limit)).fetch_all(conn).await?;
    rows.iter().map(|row| Ticket::read(&Fields(row))).collect()
}

/// The tickets up to this place in the order of filing, the last first.
pub async fn up_to(conn: &mut Conn, seq: i64, limit: u32) -> Result<Vec<Ticket>, StoreError> {
    let sql = columns!("SELECT ", " FROM tickets WHERE seq <= $1 ORDER BY seq DESC LIMIT $2");
    let rows = sqlx::query(sql).bind(seq).bind(i64::from(limit)).fetch_all(conn).await?;
    rows.iter().map(|row| Ticket::read(&Fields(row))).collect()
}

/// How many tickets there are.
pub async fn count(conn: &mut Conn) -> Result<u64, StoreError> {
    let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM tickets").fetch_one(conn).await?;
    Ok(count.unsigned_abs())
}

/// Binds the values $1 to $29, the same for a new ticket and a changed one.
fn values<'q>(query: Statement<'q>, ticket: &Ticket) -> Result<Statement<'q>, StoreError> {
    let detail = detail(ticket)?;
    let query = query
        .bind(ticket.id.as_str())
        .bind(ticket.kind.as_str())
        .bind(ticket.state.as_str())
        .bind(ticket.hold_reason.map(HoldReason::as_str))
        .bind(ticket.title.as_str())
        .bind(ticket.opened_by.as_str())
        .bind(ticket.requested_for.as_str())
        .bind(ticket.group.as_ref().map(GroupId::as_str))
        .bind(ticket.assignee.as_ref().map(PersonId::as_str))
        .bind(ticket.impact.as_deref())
        .bind(ticket.urgency.as_deref())
        .bind(ticket.priority.map(i64::from))
        .bind(i64::from(ticket.major))
        .bind(ticket.service.as_ref().map(ServiceId::as_str))
        .bind(ticket.asset.as_ref().map(AssetId::as_str))
        .bind(ticket.item.as_ref().map(ItemId::as_str))
        .bind(ticket.form_version.map(i64::from))
        .bind(ticket.quantity.map(i64::from))
        .bind(millis(ticket.opened_at))
        .bind(millis(ticket.updated_at))
        .bind(ticket.resolved_at.map(millis))
        .bind(ticket.clock_from.map(millis))
        .bind(ticket.risk_at.map(millis))
        .bind(ticket.due_at.map(millis))
        .bind(i64::try_from(ticket.version).unwrap_or(i64::MAX))
        .bind(detail)
        .bind(ticket.words())
        .bind(i64::from(ticket.state.is_terminal()))
        .bind(ticket.due_at.map_or(i64::MAX, millis));
    Ok(query)
}

/// The rest of a ticket, as it is kept.
fn detail(ticket: &Ticket) -> Result<String, StoreError> {
    serde_json::to_string(&ticket.detail)
        .map_err(|source| StoreError::Unreadable { column: "detail".to_owned(), source: Box::new(source) })
}
