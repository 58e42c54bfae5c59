//! Articles on their way to being published: drafts, proposals, and what was said about them.

use super::{
    Conn, StoreError,
    fields::{Fields, json, millis},
};
use chrono::{DateTime, Utc};
use guichet_contract::types::ArticleContent;
use guichet_rules::{
    article::{ProposalState, WritingAction},
    ids::{ArticleId, PersonId, ProposalId},
};
use sqlx::sqlite::SqliteRow;

/// A draft or a proposal, as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Which.
    pub id: ProposalId,
    /// The article that it is, or would be.
    pub article: ArticleId,
    /// In which language.
    pub language: String,
    /// The version of the article that it began from; 0 where there was none.
    pub base: u32,
    /// Who wrote it.
    pub author: PersonId,
    /// Where it stands.
    pub state: ProposalState,
    /// What it says.
    pub content: ArticleContent,
    /// Grows with each change, from 1.
    pub version: u64,
    /// When that was.
    pub changed_at: DateTime<Utc>,
}

/// Something that was said or done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub person: PersonId,
    /// What was done.
    pub action: WritingAction,
    /// What was said.
    pub comment: Option<String>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, article, language, base, author, state, content, version, changed_at ",
            "FROM article_proposals ",
            $rest
        )
    };
}

fn read(row: &SqliteRow) -> Result<Proposal, StoreError> {
    let row = Fields(row);
    Ok(Proposal {
        id: row.parsed("id")?,
        article: row.parsed("article")?,
        language: row.text("language")?,
        base: row.number("base")?,
        author: row.parsed("author")?,
        state: row.word("state")?,
        content: row.json("content")?,
        version: row.number("version")?,
        changed_at: row.at("changed_at")?,
    })
}

/// Keeps a new one.
pub async fn add(conn: &mut Conn, proposal: &Proposal) -> Result<(), StoreError> {
    let sql = "INSERT INTO article_proposals \
               (id, article, language, base, author, state, content, version, changed_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    write(conn, sql, proposal).await
}

/// Keeps one that changed; `proposal.version` is the new version. Whose it is and of what does not change.
pub async fn put(conn: &mut Conn, proposal: &Proposal) -> Result<(), StoreError> {
    let sql = "UPDATE article_proposals SET base = $4, state = $6, content = $7, version = $8, changed_at = $9 \
               WHERE id = $1 AND article = $2 AND language = $3 AND author = $5";
    write(conn, sql, proposal).await
}

/// Runs `sql` on all that is kept of it, in the order of the columns.
async fn write(conn: &mut Conn, sql: &'static str, proposal: &Proposal) -> Result<(), StoreError> {
    let content = json("content", &proposal.content)?;
    sqlx::query(sql)
        .bind(proposal.id.as_str())
        .bind(proposal.article.as_str())
        .bind(proposal.language.as_str())
        .bind(i64::from(proposal.base))
        .bind(proposal.author.as_str())
        .bind(proposal.state.as_str())
        .bind(content)
        .bind(i64::try_from(proposal.version).unwrap_or(i64::MAX))
        .bind(millis(proposal.changed_at))
        .execute(conn)
        .await?;
    Ok(())
}

/// Forgets one, with what was said about it.
pub async fn remove(conn: &mut Conn, id: &ProposalId) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM article_proposals WHERE id = $1").bind(id.as_str()).execute(conn).await?;
    Ok(())
}

/// One by its id.
pub async fn find(conn: &mut Conn, id: &ProposalId) -> Result<Option<Proposal>, StoreError> {
    let row = sqlx::query(select!("WHERE id = $1")).bind(id.as_str()).fetch_optional(conn).await?;
    row.as_ref().map(read).transpose()
}

/// What somebody wrote, the last changed first, at most `limit`.
pub async fn by(conn: &mut Conn, author: &PersonId, limit: u32) -> Result<Vec<Proposal>, StoreError> {
    let sql = select!("WHERE author = $1 ORDER BY changed_at DESC, seq DESC LIMIT $2");
    let rows = sqlx::query(sql).bind(author.as_str()).bind(i64::from(limit)).fetch_all(conn).await?;
    rows.iter().map(read).collect()
}

/// What somebody has not finished about an article, in a language.
pub async fn open_by(
    conn: &mut Conn,
    author: &PersonId,
    article: &ArticleId,
    language: &str,
) -> Result<Option<Proposal>, StoreError> {
    let sql = select!(
        "WHERE article = $1 AND author = $2 AND language = $3 AND state IN ('draft', 'proposed', 'returned') \
         ORDER BY changed_at DESC, seq DESC LIMIT 1"
    );
    let query = sqlx::query(sql).bind(article.as_str()).bind(author.as_str()).bind(language);
    query.fetch_optional(conn).await?.as_ref().map(read).transpose()
}

/// Everything that waits for a decision, the oldest first, at most `limit`.
pub async fn proposed(conn: &mut Conn, limit: u32) -> Result<Vec<Proposal>, StoreError> {
    let sql = select!("WHERE state = 'proposed' ORDER BY changed_at, seq LIMIT $1");
    let rows = sqlx::query(sql).bind(i64::from(limit)).fetch_all(conn).await?;
    rows.iter().map(read).collect()
}

/// Whether somebody writes or wrote about an article.
pub async fn wrote(conn: &mut Conn, author: &PersonId, article: &ArticleId) -> Result<bool, StoreError> {
    let sql = "SELECT COUNT(*) FROM article_proposals WHERE article = $1 AND author = $2";
    let query = sqlx::query_scalar(sql).bind(article.as_str()).bind(author.as_str());
    let count: i64 = query.fetch_one(conn).await?;
    Ok(count > 0)
}

/// The ids of all articles that somebody writes or wrote about.
pub async fn articles(conn: &mut Conn) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT DISTINCT article FROM article_proposals";
    Ok(sqlx::query_scalar(sql).fetch_all(conn).await?)
}

/// Writes down what was said or done.
pub async fn remark(conn: &mut Conn, proposal: &ProposalId, remark: &Remark) -> Result<(), StoreError> {
    let sql =
        "INSERT INTO article_remarks (proposal, at, person, action, comment) VALUES ($1, $2, $3, $4, $5)";
    let query = sqlx::query(sql)
        .bind(proposal.as_str())
        .bind(millis(remark.at))
        .bind(remark.person.as_str())
        .bind(remark.action.as_str())
        .bind(remark.comment.as_deref());
    query.execute(conn).await?;
    Ok(())
}

/// What was said and done, first to last.
pub async fn remarks(conn: &mut Conn, proposal: &ProposalId) -> Result<Vec<Remark>, StoreError> {
    let sql = "SELECT at, person, action, comment FROM article_remarks WHERE proposal = $1 ORDER BY seq";
    let rows = sqlx::query(sql).bind(proposal.as_str()).fetch_all(conn).await?;
    let remark = |row: &SqliteRow| {
        let row = Fields(row);
        Ok(Remark {
            at: row.at("at")?,
            person: row.parsed("person")?,
            action: row.word("action")?,
            comment: row.maybe_text("comment")?,
        })
    };
    rows.iter().map(remark).collect()
}
