//! What was decided about words that people look for.

use crate::store::{
    Conn, StoreError,
    fields::{Fields, millis},
};
use chrono::{DateTime, Utc};
use guichet_contract::types::LearningChoice;
use guichet_rules::ids::{ArticleId, PersonId};
use sqlx::sqlite::SqliteRow;

/// A decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// About what.
    pub entry: String,
    /// Whose words.
    pub language: String,
    /// The words.
    pub words: String,
    /// What.
    pub choice: LearningChoice,
    /// Why.
    pub reason: Option<String>,
    /// The article that answers them.
    pub article: Option<ArticleId>,
    /// Who decided.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Keeps a decision, in the place of an earlier one.
pub async fn decide(conn: &mut Conn, decision: &Decision) -> Result<(), StoreError> {
    let sql = "INSERT INTO learning_decisions \
               (entry, language, words, choice, reason, article, decided_by, decided_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (entry) DO UPDATE SET \
               choice = excluded.choice, reason = excluded.reason, article = excluded.article, \
               decided_by = excluded.decided_by, decided_at = excluded.decided_at";
    let query = sqlx::query(sql)
        .bind(decision.entry.as_str())
        .bind(decision.language.as_str())
        .bind(decision.words.as_str())
        .bind(decision.choice.to_string())
        .bind(decision.reason.as_deref())
        .bind(decision.article.as_ref().map(ArticleId::as_str))
        .bind(decision.by.as_str())
        .bind(millis(decision.at));
    query.execute(conn).await?;
    Ok(())
}

/// Takes a decision back.
pub async fn reopen(conn: &mut Conn, entry: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM learning_decisions WHERE entry = $1").bind(entry).execute(conn).await?;
    Ok(())
}

/// All of them.
pub async fn decisions(conn: &mut Conn) -> Result<Vec<Decision>, StoreError> {
    let sql = "SELECT entry, language, words, choice, reason, article, decided_by, decided_at \
               FROM learning_decisions ORDER BY entry";
    sqlx::query(sql).fetch_all(conn).await?.iter().map(read).collect()
}

fn read(row: &SqliteRow) -> Result<Decision, StoreError> {
    let row = Fields(row);
    Ok(Decision {
        entry: row.text("entry")?,
        language: row.text("language")?,
        words: row.text("words")?,
        choice: row.word("choice")?,
        reason: row.maybe_text("reason")?,
        article: row.maybe_parsed("article")?,
        by: row.parsed("decided_by")?,
        at: row.at("decided_at")?,
    })
}
