//! Who else is told of a ticket's changes.

use super::{Conn, StoreError, fields::Fields};
use guichet_rules::ids::PersonId;

/// The watchers of a ticket, by id.
pub async fn of(conn: &mut Conn, ticket: i64) -> Result<Vec<PersonId>, StoreError> {
    let sql = "SELECT person FROM watchers WHERE ticket = $1 ORDER BY person";
    let rows = sqlx::query(sql).bind(ticket).fetch_all(conn).await?;
    rows.iter().map(|row| Fields(row).parsed("person")).collect()
}

/// Adds a watcher; adding one twice changes nothing.
pub async fn add(conn: &mut Conn, ticket: i64, person: &PersonId) -> Result<(), StoreError> {
    let sql = "INSERT INTO watchers (ticket, person) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    sqlx::query(sql).bind(ticket).bind(person.as_str()).execute(conn).await?;
    Ok(())
}
