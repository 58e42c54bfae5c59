//! What people look for and read, counted by day and without a name.

mod decisions;
mod marks;
mod searches;

pub use decisions::{Decision, decide, decisions, reopen};
pub use marks::{many, once};
pub use searches::{Counts, Looked, add_search, counts, looked, looked_for, read_in};

use super::{Conn, StoreError};
use chrono::NaiveDate;

/// Forgets who was counted before `today`, counts from before `oldest`, and decisions about words that nobody has looked for
/// since. What an article was chosen for stays: people find it so.
pub async fn purge(conn: &mut Conn, today: NaiveDate, oldest: NaiveDate) -> Result<(), StoreError> {
    for (sql, day) in [
        ("DELETE FROM learning_marks WHERE day < $1", today),
        ("DELETE FROM learning_salts WHERE day < $1", today),
        ("DELETE FROM learning_searches WHERE day < $1", oldest),
        ("DELETE FROM article_days WHERE day < $1", oldest),
    ] {
        sqlx::query(sql).bind(day.to_string()).execute(&mut *conn).await?;
    }
    let sql = "DELETE FROM learning_decisions WHERE choice <> 'article' \
               AND NOT EXISTS (SELECT 1 FROM learning_searches s WHERE s.entry = learning_decisions.entry)";
    sqlx::query(sql).execute(conn).await?;
    Ok(())
}
