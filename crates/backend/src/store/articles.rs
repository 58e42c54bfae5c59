//! Articles that were published in the portal, and what people did with articles as a whole.

use super::{
    Conn, StoreError,
    fields::{Fields, json, millis},
};
use chrono::{DateTime, NaiveDate, Utc};
use guichet_contract::types::ArticleContent;
use guichet_rules::ids::{ArticleId, PersonId};
use sqlx::sqlite::SqliteRow;

/// A version of an article that was published in the portal.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Of which article.
    pub article: ArticleId,
    /// In which language.
    pub language: String,
    /// Its number.
    pub version: u32,
    /// What it says.
    pub content: ArticleContent,
    /// Who wrote it.
    pub author: PersonId,
    /// What changed.
    pub note: Option<String>,
    /// Who published it.
    pub published_by: PersonId,
    /// When.
    pub published_at: DateTime<Utc>,
    /// On which day, where that was.
    pub published_on: NaiveDate,
}

/// What people did with an article as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Which article.
    pub article: ArticleId,
    /// Grows with each change, from 1.
    pub version: u64,
    /// The day on which somebody last said that it is still right.
    pub reviewed_on: Option<NaiveDate>,
    /// Since when nobody reads it.
    pub retired_at: Option<DateTime<Utc>>,
    /// Who did the last of it.
    pub person: PersonId,
    /// What they said.
    pub comment: Option<String>,
    /// What to read instead.
    pub replaced_by: Option<ArticleId>,
}

/// Every version that was published, of each article the first first.
pub async fn versions(conn: &mut Conn) -> Result<Vec<Version>, StoreError> {
    let sql = "SELECT article, language, version, content, author, note, published_by, published_at, published_on \
               FROM article_versions ORDER BY article, language, version";
    let rows = sqlx::query(sql).fetch_all(conn).await?;
    rows.iter().map(version).collect()
}

fn version(row: &SqliteRow) -> Result<Version, StoreError> {
    let row = Fields(row);
    Ok(Version {
        article: row.parsed("article")?,
        language: row.text("language")?,
        version: row.number("version")?,
        content: row.json("content")?,
        author: row.parsed("author")?,
        note: row.maybe_text("note")?,
        published_by: row.parsed("published_by")?,
        published_at: row.at("published_at")?,
        published_on: row.parsed("published_on")?,
    })
}

/// Keeps a version for good.
pub async fn publish(conn: &mut Conn, version: &Version) -> Result<(), StoreError> {
    let sql = "INSERT INTO article_versions \
               (article, language, version, content, author, note, published_by, published_at, published_on) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let content = json("content", &version.content)?;
    let query = sqlx::query(sql)
        .bind(version.article.as_str())
        .bind(version.language.as_str())
        .bind(i64::from(version.version))
        .bind(content)
        .bind(version.author.as_str())
        .bind(version.note.as_deref())
        .bind(version.published_by.as_str())
        .bind(millis(version.published_at))
        .bind(version.published_on.to_string());
    query.execute(conn).await?;
    Ok(())
}

/// The newest version that was published in the portal; 0 where none was.
pub async fn newest(conn: &mut Conn, article: &ArticleId, language: &str) -> Result<u32, StoreError> {
    let sql = "SELECT COALESCE(MAX(version), 0) AS newest FROM article_versions \
               WHERE article = $1 AND language = $2";
    let row = sqlx::query(sql).bind(article.as_str()).bind(language).fetch_one(conn).await?;
    Fields(&row).number("newest")
}

macro_rules! standings {
    ($rest:literal) => {
        concat!(
            "SELECT article, version, reviewed_on, retired_at, person, comment, replaced_by ",
            "FROM article_standings ",
            $rest
        )
    };
}

/// What people did with each article.
pub async fn standings(conn: &mut Conn) -> Result<Vec<Standing>, StoreError> {
    let rows = sqlx::query(standings!("ORDER BY article")).fetch_all(conn).await?;
    rows.iter().map(standing).collect()
}

/// What people did with one article.
pub async fn find_standing(conn: &mut Conn, article: &ArticleId) -> Result<Option<Standing>, StoreError> {
    let row =
        sqlx::query(standings!("WHERE article = $1")).bind(article.as_str()).fetch_optional(conn).await?;
    row.as_ref().map(standing).transpose()
}

fn standing(row: &SqliteRow) -> Result<Standing, StoreError> {
    let row = Fields(row);
    Ok(Standing {
        article: row.parsed("article")?,
        version: row.number("version")?,
        reviewed_on: row.maybe_parsed("reviewed_on")?,
        retired_at: row.maybe_at("retired_at")?,
        person: row.parsed("person")?,
        comment: row.maybe_text("comment")?,
        replaced_by: row.maybe_parsed("replaced_by")?,
    })
}

/// Keeps what was done, in the place of what was kept.
pub async fn put_standing(conn: &mut Conn, standing: &Standing) -> Result<(), StoreError> {
    let sql = "INSERT INTO article_standings \
               (article, version, reviewed_on, retired_at, person, comment, replaced_by) \
               VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (article) DO UPDATE \
               SET version = excluded.version, reviewed_on = excluded.reviewed_on, retired_at = excluded.retired_at, \
               person = excluded.person, comment = excluded.comment, replaced_by = excluded.replaced_by";
    let query = sqlx::query(sql)
        .bind(standing.article.as_str())
        .bind(i64::try_from(standing.version).unwrap_or(i64::MAX))
        .bind(standing.reviewed_on.map(|day| day.to_string()))
        .bind(standing.retired_at.map(millis))
        .bind(standing.person.as_str())
        .bind(standing.comment.as_deref())
        .bind(standing.replaced_by.as_ref().map(|article| article.as_str()));
    query.execute(conn).await?;
    Ok(())
}
