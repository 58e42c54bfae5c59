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
    /// Who decided, where somebody else did so for them.
    pub decided_by: Option<PersonId>,
    /// How often they were reminded.
    pub reminders: u32,
    /// When they were last reminded.
    pub reminded_at: Option<DateTime<Utc>>,
    /// When the next reminder is due; none is where they decided, or were reminded often enough.
    pub remind_at: Option<DateTime<Utc>>,
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
            decided_by: None,
            reminders: 0,
            reminded_at: None,
            remind_at: None,
            version: 1,
        }
    }

    /// When the approver last heard of it: asked, or reminded.
    pub fn told_at(&self) -> Option<DateTime<Utc>> {
        self.reminded_at.max(self.asked_at)
    }

    /// Whether it may still be decided, now or once its turn comes.
    pub fn is_open(&self) -> bool {
        matches!(self.state, ApprovalState::NotStarted | ApprovalState::Waiting)
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT seq, id, ticket, step, approver, instead_of, state, asked_at, decided_at, comment, decided_by, ",
            "reminders, reminded_at, remind_at, version FROM approvals ",
            $rest
        )
    };
}

/// Keeps a new approval.
pub async fn add(conn: &mut Conn, approval: &Approval) -> Result<(), StoreError> {
    let sql = "INSERT INTO approvals \
               (id, ticket, step, approver, instead_of, state, asked_at, decided_at, comment, decided_by, reminders, \
               reminded_at, remind_at, version) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
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
    let sql = "UPDATE approvals SET state = $2, asked_at = $3, decided_at = $4, comment = $5, decided_by = $6, \
               reminders = $7, reminded_at = $8, remind_at = $9, version = $10 WHERE seq = $1";
    standing(sqlx::query(sql).bind(approval.seq), approval).execute(conn).await?;
    Ok(())
}

/// Binds the nine values that say where it stands, in the order of the columns.
fn standing<'q>(query: Statement<'q>, approval: &Approval) -> Statement<'q> {
    query
        .bind(approval.state.to_string())
        .bind(approval.asked_at.map(millis))
        .bind(approval.decided_at.map(millis))
        .bind(approval.comment.as_deref())
        .bind(approval.decided_by.as_ref().map(PersonId::as_str))
        .bind(i64::from(approval.reminders))
        .bind(approval.reminded_at.map(millis))
        .bind(approval.remind_at.filter(|_| approval.is_open()).map(millis))
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

/// In milliseconds, more than any instant that people live to see: puts those with a reminder before all others.
const REMINDED: i64 = 1 << 50;

/// The place of an approval in a list: those that wait in spite of a reminder, then by what happened to it last, being asked
/// or being decided.
pub fn place(approval: &Approval) -> Place {
    let late = approval.state == ApprovalState::Waiting && approval.reminders > 0;
    let last = approval.decided_at.or(approval.asked_at).map_or(0, millis);
    Place { key: last + if late { REMINDED } else { 0 }, seq: approval.seq }
}

/// Adds the numbers of the approvals that wait for those who named `person` as their delegate, and that are `person`'s to
/// decide: the rules of [`deputy`](guichet_rules::approval::deputy) and
/// [`may_decide_for`](guichet_rules::approval::may_decide_for) in SQL.
fn for_others(sql: &mut QueryBuilder<Sqlite>, person: &PersonId, now: DateTime<Utc>) {
    let me = person.as_str();
    sql.push("SELECT a.seq FROM delegations d JOIN approvals a ON a.approver = d.delegator AND a.state = 'waiting' ");
    sql.push("JOIN tickets t ON t.seq = a.ticket WHERE d.delegate = ").push_bind(me);
    sql.push(" AND d.ends_at > ").push_bind(millis(now)).push(" AND d.starts_at <= ").push_bind(millis(now));
    sql.push(" AND t.opened_by <> ").push_bind(me).push(" AND t.requested_for <> ").push_bind(me);
    sql.push(" AND NOT EXISTS (SELECT 1 FROM approvals o WHERE o.ticket = a.ticket AND o.step = a.step AND (o.approver = ");
    sql.push_bind(me).push(" OR o.decided_by = ").push_bind(me).push("))");
}

/// Begins a query with a table `open_to_them` of what waits and is `person`'s to decide, for themselves or for others.
fn theirs_to_decide(person: &PersonId, now: DateTime<Utc>) -> QueryBuilder<Sqlite> {
    let mut sql = QueryBuilder::<Sqlite>::new("WITH open_to_them (seq) AS (");
    sql.push("SELECT seq FROM approvals WHERE state = 'waiting' AND approver = ").push_bind(person.as_str());
    sql.push(" UNION ");
    for_others(&mut sql, person, now);
    sql.push(") ");
    sql
}

/// The approvals asked of a person behind `after`, those with a reminder first, then the last asked or decided. What has
/// not been asked yet is left out. What a person decided for others is theirs too, and while a delegation lasts, what waits
/// for those for whom they decide. Of an order one approval stands for all that wait for the same approver.
pub async fn asked_of(
    conn: &mut Conn,
    person: &PersonId,
    now: DateTime<Utc>,
    filter: Filter,
    after: Option<Place>,
    limit: u32,
) -> Result<Part<Approval>, StoreError> {
    // One person is asked some hundreds of times at most: they are found by the index, and sorted.
    const LAST: &str = "COALESCE(decided_at, asked_at) + \
                        CASE WHEN state = 'waiting' AND reminders > 0 THEN 1125899906842624 ELSE 0 END";
    let mut sql = theirs_to_decide(person, now);
    sql.push(select!("WHERE asked_at IS NOT NULL AND seq IN ("));
    sql.push("SELECT seq FROM approvals WHERE approver = ").push_bind(person.as_str());
    sql.push(" UNION SELECT seq FROM approvals WHERE decided_by = ").push_bind(person.as_str());
    sql.push(" UNION SELECT seq FROM open_to_them)");
    if let Some(state) = filter.state {
        sql.push(" AND state = ").push_bind(state.to_string());
    }
    // Of an order that is the first one, or the first one with a reminder where there is any.
    sql.push(" AND (state <> 'waiting' OR NOT EXISTS (SELECT 1 FROM approvals AS earlier");
    sql.push(" JOIN tickets AS theirs ON theirs.seq = earlier.ticket");
    sql.push(" JOIN tickets AS own ON own.seq = approvals.ticket");
    sql.push(" WHERE theirs.parent = own.parent AND earlier.approver = approvals.approver");
    sql.push(" AND earlier.seq IN (SELECT seq FROM open_to_them)");
    sql.push(" AND (earlier.reminders = 0, earlier.seq) < (approvals.reminders = 0, approvals.seq)))");
    match filter.phase {
        Some(ApprovalPhase::Open) => sql.push(" AND state = ").push_bind(ApprovalState::Waiting.to_string()),
        Some(ApprovalPhase::Past) => sql.push(" AND state <> ").push_bind(ApprovalState::Waiting.to_string()),
        Some(ApprovalPhase::Other) | None => &mut sql,
    };
    if let Some(place) = after {
        sql.push(" AND ((").push(LAST).push(") < ").push_bind(place.key);
        sql.push(" OR ((").push(LAST).push(") = ").push_bind(place.key);
        sql.push(" AND seq < ").push_bind(place.seq).push("))");
    }
    sql.push(" ORDER BY (").push(LAST).push(") DESC, seq DESC LIMIT ").push_bind(i64::from(limit) + 1);
    let rows = sql.build().fetch_all(conn).await?;
    let items = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    Ok(Part::cut(items, limit))
}

/// How many decisions wait for a person, those that they may make for others among them. What waits of an order for the same
/// approver is decided as a whole, so it counts once.
pub async fn waiting_for(conn: &mut Conn, person: &PersonId, now: DateTime<Utc>) -> Result<u32, StoreError> {
    let mut sql = theirs_to_decide(person, now);
    sql.push("SELECT COUNT(*) FROM (SELECT DISTINCT w.approver, t.parent, ");
    sql.push("CASE WHEN t.parent IS NULL THEN w.seq ELSE 0 END AS single ");
    sql.push("FROM approvals w JOIN tickets t ON t.seq = w.ticket ");
    sql.push("WHERE w.seq IN (SELECT seq FROM open_to_them)) AS decisions");
    let count: i64 = sql.build_query_scalar().fetch_one(conn).await?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// What waits of an order for `approver` and is `person`'s to decide, in the order of asking.
pub async fn waiting_of_order(
    conn: &mut Conn,
    order: i64,
    approver: &PersonId,
    person: &PersonId,
    now: DateTime<Utc>,
) -> Result<Vec<Approval>, StoreError> {
    let mut sql = theirs_to_decide(person, now);
    sql.push(select!("WHERE seq IN (SELECT seq FROM open_to_them) AND approver = "));
    sql.push_bind(approver.as_str());
    sql.push(" AND ticket IN (SELECT seq FROM tickets WHERE parent = ")
        .push_bind(order)
        .push(") ORDER BY seq");
    let rows = sql.build().fetch_all(conn).await?;
    rows.iter().map(read).collect()
}

/// Whose decisions an order waits for, each person once.
pub async fn awaited_for_order(conn: &mut Conn, order: i64) -> Result<Vec<PersonId>, StoreError> {
    let sql = "SELECT approver FROM approvals WHERE state = 'waiting' \
               AND ticket IN (SELECT seq FROM tickets WHERE parent = $1) GROUP BY approver ORDER BY MIN(seq)";
    let rows = sqlx::query(sql).bind(order).fetch_all(conn).await?;
    rows.iter().map(|row| Fields(row).parsed("approver")).collect()
}

/// Whether a person is, or was, asked about a ticket, or decided about it for somebody. Whoever was not asked does not see
/// it: those whose turn has not come, and those whose turn never came since somebody before them refused.
pub async fn was_asked(conn: &mut Conn, ticket: i64, person: &PersonId) -> Result<bool, StoreError> {
    let sql = "SELECT COUNT(*) FROM approvals WHERE ticket = $1 AND asked_at IS NOT NULL \
               AND (approver = $2 OR decided_by = $2)";
    let count: i64 = sqlx::query_scalar(sql).bind(ticket).bind(person.as_str()).fetch_one(conn).await?;
    Ok(count > 0)
}

/// Those that may still be decided and are asked of `person`, at most `limit`.
pub async fn open_of(conn: &mut Conn, person: &PersonId, limit: u32) -> Result<Vec<Approval>, StoreError> {
    let sql = select!("WHERE approver = $1 AND state IN ('not_started', 'waiting') ORDER BY seq LIMIT $2");
    let rows = sqlx::query(sql).bind(person.as_str()).bind(i64::from(limit)).fetch_all(conn).await?;
    rows.iter().map(read).collect()
}

/// Those whose reminder is due at `now`, at most `limit`.
pub async fn to_remind(conn: &mut Conn, now: DateTime<Utc>, limit: u32) -> Result<Vec<Approval>, StoreError> {
    let sql = select!("WHERE remind_at IS NOT NULL AND remind_at <= $1 ORDER BY remind_at, seq LIMIT $2");
    let rows = sqlx::query(sql).bind(millis(now)).bind(i64::from(limit)).fetch_all(conn).await?;
    rows.iter().map(read).collect()
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
        decided_by: row.maybe_parsed("decided_by")?,
        reminders: row.number("reminders")?,
        reminded_at: row.maybe_at("reminded_at")?,
        remind_at: row.maybe_at("remind_at")?,
        version: row.number("version")?,
    })
}
