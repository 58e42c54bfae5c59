//! Approvals: one is one question to one person in one step.

use super::{
    Conn, Statement, StoreError,
    fields::{Fields, millis},
    lists::{Part, Place},
};
use chrono::{DateTime, Utc};
use guichet_contract::types::{ApprovalPhase, ApprovalState};
use guichet_rules::{
    approval::PlannedApprover,
    ids::{ApprovalId, PersonId},
};
use sqlx::{
    QueryBuilder,
    sqlite::{Sqlite, SqliteRow},
};

/// An approval, as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Approval {
    /// The order of asking; 0 before it is stored.
    pub seq: i64,
    /// Which.
    pub id: ApprovalId,
    /// Of which ticket.
    pub ticket: i64,
    /// In which step, from 0.
    pub step: u32,
    /// Who is asked.
    pub approver: PersonId,
    /// In whose place.
    pub instead_of: Option<PersonId>,
    /// Where it stands.
    pub state: ApprovalState,
    /// When they were asked.
    pub asked_at: Option<DateTime<Utc>>,
    /// When they decided.
    pub decided_at: Option<DateTime<Utc>>,
    /// What they wrote.
    pub comment: Option<String>,
    /// Grows with each change, from 1.
    pub version: u64,
}

impl Approval {
    /// One that `approver` is to be asked for in `step` of a ticket's plan. Nobody is asked yet.
    pub fn new(id: ApprovalId, ticket: i64, step: u32, approver: &PlannedApprover) -> Self {
        Self {
            seq: 0,
            id,
            ticket,
            step,
            approver: approver.person.clone(),
            instead_of: approver.instead_of.clone(),
            state: ApprovalState::NotStarted,
            asked_at: None,
            decided_at: None,
            comment: None,
            version: 1,
        }
    }

    /// Whether it may still be decided, now or once its turn comes.
    pub fn is_open(&self) -> bool {
        matches!(self.state, ApprovalState::NotStarted | ApprovalState::Waiting)
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT seq, id, ticket, step, approver, instead_of, state, asked_at, decided_at, comment, version ",
            "FROM approvals ",
            $rest
        )
    };
}

/// Keeps a new approval.
pub async fn add(conn: &mut Conn, approval: &Approval) -> Result<(), StoreError> {
    let sql = "INSERT INTO approvals \
               (id, ticket, step, approver, instead_of, state, asked_at, decided_at, comment, version) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let query = sqlx::query(sql)
        .bind(approval.id.as_str())
        .bind(approval.ticket)
        .bind(i64::from(approval.step))
        .bind(approval.approver.as_str())
        .bind(approval.instead_of.as_ref().map(PersonId::as_str));
    standing(query, approval).execute(conn).await?;
    Ok(())
}

/// Keeps where an approval stands; `approval.version` is the new version.
pub async fn put(conn: &mut Conn, approval: &Approval) -> Result<(), StoreError> {
    let sql = "UPDATE approvals SET state = $2, asked_at = $3, decided_at = $4, comment = $5, version = $6 \
               WHERE seq = $1";
    standing(sqlx::query(sql).bind(approval.seq), approval).execute(conn).await?;
    Ok(())
}

/// Binds the five values that say where it stands, in the order of the columns.
fn standing<'q>(query: Statement<'q>, approval: &Approval) -> Statement<'q> {
    query
        .bind(approval.state.to_string())
        .bind(approval.asked_at.map(millis))
        .bind(approval.decided_at.map(millis))
        .bind(approval.comment.as_deref())
        .bind(i64::try_from(approval.version).unwrap_or(i64::MAX))
}

/// An approval by its id.
pub async fn find(conn: &mut Conn, id: &ApprovalId) -> Result<Option<Approval>, StoreError> {
    let row = sqlx::query(select!("WHERE id = $1")).bind(id.as_str()).fetch_optional(conn).await?;
    row.as_ref().map(read).transpose()
}

/// Every approval of a ticket, step by step.
pub async fn of(conn: &mut Conn, ticket: i64) -> Result<Vec<Approval>, StoreError> {
    let rows =
        sqlx::query(select!("WHERE ticket = $1 ORDER BY step, seq")).bind(ticket).fetch_all(conn).await?;
    rows.iter().map(read).collect()
}

/// Which of the approvals asked of a person.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// Only those in this state.
    pub state: Option<ApprovalState>,
    /// Only those that wait, or only those that no longer do.
    pub phase: Option<ApprovalPhase>,
}

/// The place of an approval in a list: by what happened to it last, being asked or being decided.
pub fn place(approval: &Approval) -> Place {
    Place { key: approval.decided_at.or(approval.asked_at).map_or(0, millis), seq: approval.seq }
}

/// The approvals asked of a person behind `after`, the last asked or decided first. What has not been asked yet is left
/// out.
pub async fn asked_of(
    conn: &mut Conn,
    person: &PersonId,
    filter: Filter,
    after: Option<Place>,
    limit: u32,
) -> Result<Part<Approval>, StoreError> {
    // One person is asked some hundreds of times at most: they are found by the index, and sorted.
    const LAST: &str = "COALESCE(decided_at, asked_at)";
    let mut sql = QueryBuilder::<Sqlite>::new(select!("WHERE approver = "));
    sql.push_bind(person.as_str()).push(" AND asked_at IS NOT NULL");
    if let Some(state) = filter.state {
        sql.push(" AND state = ").push_bind(state.to_string());
    }
    // Of an order, the first approval that waits stands for all that do.
    sql.push(" AND (state <> 'waiting' OR NOT EXISTS (SELECT 1 FROM approvals AS earlier");
    sql.push(" JOIN tickets AS theirs ON theirs.seq = earlier.ticket");
    sql.push(" JOIN tickets AS own ON own.seq = approvals.ticket");
    sql.push(" WHERE theirs.parent = own.parent AND earlier.approver = approvals.approver");
    sql.push(" AND earlier.state = 'waiting' AND earlier.seq < approvals.seq))");
    match filter.phase {
        Some(ApprovalPhase::Open) => sql.push(" AND state = ").push_bind(ApprovalState::Waiting.to_string()),
        Some(ApprovalPhase::Past) => sql.push(" AND state <> ").push_bind(ApprovalState::Waiting.to_string()),
        Some(ApprovalPhase::Other) | None => &mut sql,
    };
    if let Some(place) = after {
        sql.push(" AND (").push(LAST).push(" < ").push_bind(place.key);
        sql.push(" OR (").push(LAST).push(" = ").push_bind(place.key);
        sql.push(" AND seq < ").push_bind(place.seq).push("))");
    }
    sql.push(" ORDER BY ").push(LAST).push(" DESC, seq DESC LIMIT ").push_bind(i64::from(limit) + 1);
    let rows = sql.build().fetch_all(conn).await?;
    let items = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    Ok(Part::cut(items, limit))
}

/// How many decisions wait for a person. An order is decided as a whole, so it counts once.
pub async fn waiting_for(conn: &mut Conn, person: &PersonId) -> Result<u32, StoreError> {
    let sql = "SELECT COUNT(DISTINCT COALESCE(tickets.parent, -tickets.seq)) FROM approvals \
               JOIN tickets ON tickets.seq = approvals.ticket \
               WHERE approvals.approver = $1 AND approvals.state = 'waiting'";
    let count: i64 = sqlx::query_scalar(sql).bind(person.as_str()).fetch_one(conn).await?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// What waits for a person of an order, in the order of asking.
pub async fn waiting_of_order(
    conn: &mut Conn,
    order: i64,
    person: &PersonId,
) -> Result<Vec<Approval>, StoreError> {
    let sql = select!(
        "WHERE approver = $1 AND state = 'waiting' AND ticket IN (SELECT seq FROM tickets WHERE parent = $2) \
         ORDER BY seq"
    );
    let rows = sqlx::query(sql).bind(person.as_str()).bind(order).fetch_all(conn).await?;
    rows.iter().map(read).collect()
}

/// Whose decisions an order waits for, each person once.
pub async fn awaited_for_order(conn: &mut Conn, order: i64) -> Result<Vec<PersonId>, StoreError> {
    let sql = "SELECT approver FROM approvals WHERE state = 'waiting' \
               AND ticket IN (SELECT seq FROM tickets WHERE parent = $1) GROUP BY approver ORDER BY MIN(seq)";
    let rows = sqlx::query(sql).bind(order).fetch_all(conn).await?;
    rows.iter().map(|row| Fields(row).parsed("approver")).collect()
}

/// Whether a person is, or was, asked about a ticket. Whoever was not asked does not see it: those whose turn has not
/// come, and those whose turn never came since somebody before them refused.
pub async fn was_asked(conn: &mut Conn, ticket: i64, person: &PersonId) -> Result<bool, StoreError> {
    let sql = "SELECT COUNT(*) FROM approvals WHERE ticket = $1 AND approver = $2 AND asked_at IS NOT NULL";
    let count: i64 = sqlx::query_scalar(sql).bind(ticket).bind(person.as_str()).fetch_one(conn).await?;
    Ok(count > 0)
}

fn read(row: &SqliteRow) -> Result<Approval, StoreError> {
    let row = Fields(row);
    Ok(Approval {
        seq: row.int("seq")?,
        id: row.parsed("id")?,
        ticket: row.int("ticket")?,
        step: row.number("step")?,
        approver: row.parsed("approver")?,
        instead_of: row.maybe_parsed("instead_of")?,
        state: row.word("state")?,
        asked_at: row.maybe_at("asked_at")?,
        decided_at: row.maybe_at("decided_at")?,
        comment: row.maybe_text("comment")?,
        version: row.number("version")?,
    })
}
