//! Numbers that only grow.

use super::{Conn, StoreError};

/// The next number of a counter. Numbers of what was rolled back are given out again, so there are no gaps.
pub(super) async fn next(conn: &mut Conn, name: &str) -> Result<i64, StoreError> {
    let sql = "UPDATE counters SET value = value + 1 WHERE name = $1 RETURNING value";
    Ok(sqlx::query_scalar(sql).bind(name).fetch_one(conn).await?)
}
