//! What people say of articles: one opinion a person and article, the last one.

use super::{
    Conn, StoreError,
    fields::{Fields, millis},
};
use chrono::{DateTime, Utc};
use guichet_rules::ids::{ArticleId, PersonId};
use std::collections::BTreeMap;

/// An opinion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// Of which article.
    pub article: ArticleId,
    /// Whose.
    pub person: PersonId,
    /// Whether it helped.
    pub helpful: bool,
    /// What was missing.
    pub comment: Option<String>,
    /// When it was given.
    pub at: DateTime<Utc>,
}

/// What people said of one article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opinions {
    /// How many it helped.
    pub helpful: u32,
    /// How many it did not help.
    pub unhelpful: u32,
    /// What those missed, the last first.
    pub reasons: Vec<String>,
}

/// Keeps an opinion, in the place of an earlier one.
pub async fn put(conn: &mut Conn, feedback: &Feedback) -> Result<(), StoreError> {
    let sql = "INSERT INTO feedback (article, person, helpful, comment, at) VALUES ($1, $2, $3, $4, $5) \
               ON CONFLICT (article, person) DO UPDATE \
               SET helpful = excluded.helpful, comment = excluded.comment, at = excluded.at";
    let query = sqlx::query(sql)
        .bind(feedback.article.as_str())
        .bind(feedback.person.as_str())
        .bind(i64::from(feedback.helpful))
        .bind(feedback.comment.as_deref())
        .bind(millis(feedback.at));
    query.execute(conn).await?;
    Ok(())
}

/// What a person said of an article.
pub async fn of(conn: &mut Conn, article: &ArticleId, person: &PersonId) -> Result<Option<bool>, StoreError> {
    let sql = "SELECT helpful FROM feedback WHERE article = $1 AND person = $2";
    let found: Option<i64> =
        sqlx::query_scalar(sql).bind(article.as_str()).bind(person.as_str()).fetch_optional(conn).await?;
    Ok(found.map(|helpful| helpful != 0))
}

/// How many an article helped.
pub async fn helped(conn: &mut Conn, article: &ArticleId) -> Result<u32, StoreError> {
    let sql = "SELECT COUNT(*) FROM feedback WHERE article = $1 AND helpful = 1";
    let count: i64 = sqlx::query_scalar(sql).bind(article.as_str()).fetch_one(conn).await?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// What people have said of all articles since then, with at most `most` reasons of each.
pub async fn opinions(
    conn: &mut Conn,
    since: DateTime<Utc>,
    most: usize,
) -> Result<BTreeMap<ArticleId, Opinions>, StoreError> {
    let sql = "SELECT article, helpful, comment FROM feedback WHERE at >= $1 ORDER BY at DESC, person";
    let mut all: BTreeMap<ArticleId, Opinions> = BTreeMap::new();
    for row in &sqlx::query(sql).bind(millis(since)).fetch_all(conn).await? {
        let row = Fields(row);
        let opinions = all.entry(row.parsed("article")?).or_default();
        if row.flag("helpful")? {
            opinions.helpful += 1;
            continue;
        }
        opinions.unhelpful += 1;
        if opinions.reasons.len() < most {
            opinions.reasons.extend(row.maybe_text("comment")?);
        }
    }
    Ok(all)
}
