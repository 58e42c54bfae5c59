//! Lists of tickets, a part at a time.
//!
//! A cursor names the last ticket of a part by its sort key and its place in the order of filing. What others file or
//! change meanwhile can therefore neither repeat a ticket nor hide one that was not touched.

use super::{Conn, StoreError, Ticket, fields::Fields, fields::millis, tickets::columns};
use guichet_contract::types::{TicketPhase, TicketSort};
use guichet_rules::{
    ids::{GroupId, PersonId},
    ticket::Kind,
};
use sqlx::{QueryBuilder, sqlite::Sqlite};

/// Whose tickets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// Filed by the person or for them, or watched by them.
    Mine,
    /// Of these groups.
    Groups(Vec<GroupId>),
    /// Everyone's.
    All,
}

/// Which tickets, in which order.
#[derive(Debug, Clone, PartialEq)]
pub struct Filter {
    /// Who asks.
    pub person: PersonId,
    /// Whose tickets.
    pub whose: Whose,
    /// Where they stand.
    pub phase: Option<TicketPhase>,
    /// What kind.
    pub kind: Option<Kind>,
    /// Words that the number or the title holds, in lower case.
    pub words: Vec<String>,
    /// In which order.
    pub sort: TicketSort,
}

/// The place of a ticket in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// What it is sorted by.
    pub key: i64,
    /// What decides among equals.
    pub seq: i64,
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Part<T> {
    /// In order.
    pub items: Vec<T>,
    /// Whether there are more.
    pub more: bool,
}

impl<T> Part<T> {
    /// Of `items`, of which one more than `limit` was asked for, to see whether there are more.
    pub(super) fn cut(mut items: Vec<T>, limit: u32) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = items.len() > limit;
        items.truncate(limit);
        Self { items, more }
    }
}

/// The place of `ticket` in a list of that order.
pub fn place(ticket: &Ticket, sort: TicketSort) -> Place {
    let key = match sort {
        TicketSort::Opened => millis(ticket.opened_at),
        TicketSort::Due => ticket.due_at.map_or(i64::MAX, millis),
        TicketSort::Updated | TicketSort::Other => millis(ticket.updated_at),
    };
    Place { key, seq: ticket.seq }
}

/// The tickets behind `after`, at most `limit`.
pub async fn page(
    conn: &mut Conn,
    filter: &Filter,
    after: Option<Place>,
    limit: u32,
) -> Result<Part<Ticket>, StoreError> {
    let (column, ascending) = match filter.sort {
        TicketSort::Opened => ("opened_at", false),
        TicketSort::Due => ("due_key", true),
        TicketSort::Updated | TicketSort::Other => ("updated_at", false),
    };
    let plus = plus(&filter.whose);
    let mut sql = QueryBuilder::<Sqlite>::new(columns!("SELECT ", " FROM tickets WHERE "));
    conditions(&mut sql, filter);
    if let Some(place) = after {
        // Spelt out, because not every database uses an index for a comparison of rows.
        let sign = if ascending { " > " } else { " < " };
        sql.push(" AND (").push(plus).push(column).push(sign).push_bind(place.key);
        sql.push(" OR (").push(plus).push(column).push(" = ").push_bind(place.key);
        sql.push(" AND ").push(plus).push("seq").push(sign).push_bind(place.seq).push("))");
    }
    let direction = if ascending { " ASC" } else { " DESC" };
    sql.push(" ORDER BY ").push(plus).push(column).push(direction);
    sql.push(", ").push(plus).push("seq").push(direction);
    sql.push(" LIMIT ").push_bind(i64::from(limit) + 1);
    let rows = sql.build().fetch_all(conn).await?;
    let items = rows.iter().map(|row| Ticket::read(&Fields(row))).collect::<Result<Vec<_>, _>>()?;
    Ok(Part::cut(items, limit))
}

/// How many tickets there are in all parts.
pub async fn count(conn: &mut Conn, filter: &Filter) -> Result<u64, StoreError> {
    let mut sql = QueryBuilder::<Sqlite>::new("SELECT COUNT(*) FROM tickets WHERE ");
    conditions(&mut sql, filter);
    let count: i64 = sql.build_query_scalar().fetch_one(conn).await?;
    Ok(count.unsigned_abs())
}

/// Before a column, keeps SQLite from taking an index for it. Of one's own tickets there are few: to find them and sort
/// them is faster than to go through everyone's in order.
fn plus(whose: &Whose) -> &'static str {
    match whose {
        Whose::Mine => "+",
        Whose::Groups(_) | Whose::All => "",
    }
}

fn conditions(sql: &mut QueryBuilder<Sqlite>, filter: &Filter) {
    let me = filter.person.as_str();
    let plus = plus(&filter.whose);
    match &filter.whose {
        Whose::Mine => {
            sql.push("seq IN (SELECT seq FROM tickets WHERE opened_by = ").push_bind(me);
            sql.push(" UNION SELECT seq FROM tickets WHERE requested_for = ").push_bind(me);
            sql.push(" UNION SELECT ticket FROM watchers WHERE person = ").push_bind(me).push(")");
            with_their_order(sql, filter);
        }
        Whose::Groups(groups) => {
            // The empty text is no group; it keeps the list from being empty, which is no SQL.
            sql.push("group_id IN (''");
            for group in groups {
                sql.push(", ").push_bind(group.as_str());
            }
            sql.push(")");
        }
        Whose::All => {
            sql.push("1 = 1");
        }
    }
    match filter.phase {
        Some(TicketPhase::Open) => {
            sql.push(" AND ").push(plus).push("ended = 0");
        }
        Some(TicketPhase::Ended) => {
            sql.push(" AND ").push(plus).push("ended = 1");
        }
        Some(TicketPhase::Waiting) => {
            sql.push(" AND (").push(plus).push("state = 'resolved' OR (");
            sql.push(plus).push("state = 'on_hold' AND hold_reason = 'requester'))");
            sql.push(" AND (").push(plus).push("opened_by = ").push_bind(me);
            sql.push(" OR ").push(plus).push("requested_for = ").push_bind(me).push(")");
        }
        Some(TicketPhase::Other) | None => {}
    }
    if let Some(kind) = filter.kind {
        sql.push(" AND kind = ").push_bind(kind.as_str());
    }
    for word in &filter.words {
        sql.push(" AND words LIKE ").push_bind(like(word)).push(" ESCAPE '\\'");
    }
}

/// Leaves out requested items whose order is shown: of an order that somebody filed for fifty people, they see one line. Whoever
/// looks for a number or a word finds the items too, and so does whoever looks for what waits for them, unless the whole order
/// does.
fn with_their_order(sql: &mut QueryBuilder<Sqlite>, filter: &Filter) {
    if !filter.words.is_empty() {
        return;
    }
    let me = filter.person.as_str();
    let waiting = filter.phase == Some(TicketPhase::Waiting);
    let state = if waiting { " AND state = 'resolved'" } else { "" };
    sql.push(" AND (parent IS NULL OR parent NOT IN (SELECT seq FROM tickets WHERE opened_by = ");
    sql.push_bind(me).push(state).push(" UNION SELECT seq FROM tickets WHERE requested_for = ");
    sql.push_bind(me).push(state).push("))");
}

/// A pattern for whatever holds `word`, in which `%` and `_` mean themselves.
fn like(word: &str) -> String {
    let mut pattern = String::from("%");
    for c in word.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_looked_for_as_it_is() {
        assert_eq!(like("100%_\\"), "%100\\%\\_\\\\%");
    }

    #[test]
    fn a_part_knows_whether_there_are_more() {
        assert_eq!(Part::cut(vec![1, 2, 3], 2), Part { items: vec![1, 2], more: true });
        assert_eq!(Part::cut(vec![1, 2], 2), Part { items: vec![1, 2], more: false });
    }
}
