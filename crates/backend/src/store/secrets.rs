//! Secret answers, sealed.

use super::{Conn, StoreError, Vault};
use guichet_rules::{form::Answers, ids::QuestionId};
use serde_json::Value;

/// What is there of a secret.
#[derive(Debug, Clone, PartialEq)]
pub enum Secret {
    /// The answer.
    Open(Value),
    /// It was sealed with a key that is not there any more.
    Sealed,
    /// Nothing.
    Gone,
}

/// Keeps the secrets of a ticket.
pub async fn keep(conn: &mut Conn, vault: &Vault, ticket: i64, secrets: &Answers) -> Result<(), StoreError> {
    for (question, answer) in secrets {
        let sealed = vault.seal(&place(ticket, question), answer.to_string().as_bytes())?;
        let sql = "INSERT INTO secrets (ticket, question, sealed) VALUES ($1, $2, $3)";
        sqlx::query(sql).bind(ticket).bind(question.as_str()).bind(sealed).execute(&mut *conn).await?;
    }
    Ok(())
}

/// The secret answer to a question of a ticket.
pub async fn find(
    conn: &mut Conn,
    vault: &Vault,
    ticket: i64,
    question: &QuestionId,
) -> Result<Secret, StoreError> {
    let sql = "SELECT sealed FROM secrets WHERE ticket = $1 AND question = $2";
    let found: Option<Vec<u8>> =
        sqlx::query_scalar(sql).bind(ticket).bind(question.as_str()).fetch_optional(conn).await?;
    let Some(sealed) = found else { return Ok(Secret::Gone) };
    let answer = vault.unseal(&place(ticket, question), &sealed);
    Ok(answer.and_then(|json| serde_json::from_slice(&json).ok()).map_or(Secret::Sealed, Secret::Open))
}

/// Deletes the secrets of tickets that have ended.
pub async fn purge(conn: &mut Conn) -> Result<u64, StoreError> {
    let sql = "DELETE FROM secrets WHERE EXISTS \
               (SELECT 1 FROM tickets WHERE tickets.seq = secrets.ticket AND tickets.ended = 1)";
    Ok(sqlx::query(sql).execute(conn).await?.rows_affected())
}

/// The last ticket of a release that kept secrets among the other answers and is still to be looked through; 0 for none.
pub async fn unsealed(conn: &mut Conn) -> Result<i64, StoreError> {
    let sql = "SELECT value FROM counters WHERE name = 'secrets_unsealed'";
    Ok(sqlx::query_scalar(sql).fetch_one(conn).await?)
}

/// Says that those behind `ticket` were looked through.
pub async fn set_unsealed(conn: &mut Conn, ticket: i64) -> Result<(), StoreError> {
    let sql = "UPDATE counters SET value = $1 WHERE name = 'secrets_unsealed'";
    sqlx::query(sql).bind(ticket).execute(conn).await?;
    Ok(())
}

/// What a secret is sealed for: it cannot be read as that of another ticket.
fn place(ticket: i64, question: &QuestionId) -> String {
    format!("{ticket}/{question}")
}
