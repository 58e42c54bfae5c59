//! Files that texts of articles show as pictures. What shows one keeps it.

use super::{
    Conn, StoreError,
    fields::{Fields, millis},
};
use crate::dimensions::Dimensions;
use chrono::{DateTime, Utc};
use guichet_rules::ids::{ArticleId, AttachmentId, ProposalId};
use sqlx::sqlite::SqliteRow;
use std::collections::BTreeMap;

/// Where a picture is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Showing {
    /// In a text of which article.
    pub article: ArticleId,
    /// In which draft or proposal; absent where it is published, or was.
    pub proposal: Option<ProposalId>,
}

/// Where a file is shown.
pub async fn showing(conn: &mut Conn, file: &AttachmentId) -> Result<Vec<Showing>, StoreError> {
    let sql = "SELECT article, proposal FROM article_pictures WHERE attachment = $1";
    let rows = sqlx::query(sql).bind(file.as_str()).fetch_all(conn).await?;
    let showing = |row: &SqliteRow| {
        let row = Fields(row);
        Ok(Showing { article: row.parsed("article")?, proposal: row.maybe_parsed("proposal")? })
    };
    rows.iter().map(showing).collect()
}

/// How large the files are that an article shows or showed, as far as that is known.
pub async fn dimensions(
    conn: &mut Conn,
    article: &ArticleId,
) -> Result<BTreeMap<AttachmentId, Dimensions>, StoreError> {
    let sql = "SELECT id, width, height FROM attachments WHERE width IS NOT NULL AND height IS NOT NULL \
               AND id IN (SELECT attachment FROM article_pictures WHERE article = $1 AND proposal IS NULL)";
    let rows = sqlx::query(sql).bind(article.as_str()).fetch_all(conn).await?;
    let sized = |row: &SqliteRow| {
        let row = Fields(row);
        let size = Dimensions { width: row.number("width")?, height: row.number("height")? };
        Ok((row.parsed("id")?, size))
    };
    rows.iter().map(sized).collect()
}

/// How many files a proposal shows.
pub async fn count(conn: &mut Conn, proposal: &ProposalId) -> Result<usize, StoreError> {
    let sql = "SELECT COUNT(*) AS count FROM article_pictures WHERE proposal = $1";
    let row = sqlx::query(sql).bind(proposal.as_str()).fetch_one(conn).await?;
    Fields(&row).number("count")
}

/// A proposal shows these files, and no others any more.
pub async fn put(
    conn: &mut Conn,
    (article, proposal): (&ArticleId, &ProposalId),
    files: &[AttachmentId],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let_go(&mut *conn, proposal, now).await?;
    let sql = "INSERT OR IGNORE INTO article_pictures (attachment, article, proposal) VALUES ($1, $2, $3)";
    for file in files {
        let query = sqlx::query(sql).bind(file.as_str()).bind(article.as_str()).bind(proposal.as_str());
        query.execute(&mut *conn).await?;
    }
    Ok(())
}

/// A proposal shows none any more. The time that they have without one begins now.
pub async fn let_go(conn: &mut Conn, proposal: &ProposalId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let sql = "UPDATE attachments SET let_go_at = $2 \
               WHERE id IN (SELECT attachment FROM article_pictures WHERE proposal = $1)";
    sqlx::query(sql).bind(proposal.as_str()).bind(millis(now)).execute(&mut *conn).await?;
    let sql = "DELETE FROM article_pictures WHERE proposal = $1";
    sqlx::query(sql).bind(proposal.as_str()).execute(conn).await?;
    Ok(())
}

/// What a proposal shows is shown by its article from now on.
pub async fn publish(conn: &mut Conn, proposal: &ProposalId) -> Result<(), StoreError> {
    let sql = "INSERT OR IGNORE INTO article_pictures (attachment, article) \
               SELECT attachment, article FROM article_pictures WHERE proposal = $1";
    sqlx::query(sql).bind(proposal.as_str()).execute(conn).await?;
    Ok(())
}
