//! Who was counted today already.
//!
//! A mark is a hash of the person, of what they did, and of a salt that lives for a day. While it lives it answers whether
//! the same person did the same before; afterwards nobody can tell whose it was, whatever they know.

use crate::{
    hex,
    store::{Conn, StoreError},
};
use chrono::NaiveDate;
use guichet_rules::ids::PersonId;

/// How often `person` has done `what` on this day, this time among them.
pub async fn many(
    conn: &mut Conn,
    day: NaiveDate,
    person: &PersonId,
    what: &[&str],
) -> Result<u32, StoreError> {
    let day = day.to_string();
    let salt = salt(&mut *conn, &day).await?;
    // No part of it holds this character, so no two lists are written alike.
    let text = format!("{salt}\n{person}\n{}", what.join("\n"));
    let sql = "INSERT INTO learning_marks (day, mark, many) VALUES ($1, $2, 1) \
               ON CONFLICT (day, mark) DO UPDATE SET many = learning_marks.many + 1 RETURNING many";
    let many: i64 =
        sqlx::query_scalar(sql).bind(day.as_str()).bind(hex::sha256(text.as_bytes())).fetch_one(conn).await?;
    Ok(u32::try_from(many).unwrap_or(u32::MAX))
}

/// Whether `person` does `what` for the first time on this day.
pub async fn once(
    conn: &mut Conn,
    day: NaiveDate,
    person: &PersonId,
    what: &[&str],
) -> Result<bool, StoreError> {
    Ok(many(conn, day, person, what).await? == 1)
}

async fn salt(conn: &mut Conn, day: &str) -> Result<String, StoreError> {
    let sql = "SELECT salt FROM learning_salts WHERE day = $1";
    if let Some(salt) = sqlx::query_scalar(sql).bind(day).fetch_optional(&mut *conn).await? {
        return Ok(salt);
    }
    let salt = hex::random::<32>().map_err(|error| StoreError::NoRandomness(error.to_string()))?;
    let sql = "INSERT INTO learning_salts (day, salt) VALUES ($1, $2)";
    sqlx::query(sql).bind(day).bind(salt.as_str()).execute(conn).await?;
    Ok(salt)
}
