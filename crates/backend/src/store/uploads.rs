//! Files that are sent in pieces, until all of one is there. What is counted as received is kept: a piece and the count
//! are written in one transaction.

use super::{
    Conn, StoreError,
    fields::{Fields, millis},
};
use chrono::{DateTime, Utc};
use guichet_rules::ids::{AttachmentId, PersonId, UploadId};
use sqlx::{Row, sqlite::SqliteRow};

/// A file on its way.
#[derive(Debug, Clone, PartialEq)]
pub struct Upload {
    /// Which.
    pub id: UploadId,
    /// Whose.
    pub person: PersonId,
    /// As the caller wrote it.
    pub name: String,
    /// In bytes, once all of it is there.
    pub size: u64,
    /// In bytes, from the first on.
    pub received: u64,
    /// When it was begun, or when the last piece came.
    pub touched_at: DateTime<Utc>,
    /// The file, once all of it is there.
    pub attachment: Option<AttachmentId>,
}

/// Begins one.
pub async fn add(conn: &mut Conn, upload: &Upload) -> Result<(), StoreError> {
    let sql =
        "INSERT INTO uploads (id, person, name, size, received, touched_at) VALUES ($1, $2, $3, $4, $5, $6)";
    let query = sqlx::query(sql)
        .bind(upload.id.as_str())
        .bind(upload.person.as_str())
        .bind(upload.name.as_str())
        .bind(number(upload.size))
        .bind(number(upload.received))
        .bind(millis(upload.touched_at));
    query.execute(conn).await?;
    Ok(())
}

/// One by its id, whosever it is.
pub async fn find(conn: &mut Conn, id: &UploadId) -> Result<Option<Upload>, StoreError> {
    let sql = "SELECT id, person, name, size, received, touched_at, attachment FROM uploads WHERE id = $1";
    let row = sqlx::query(sql).bind(id.as_str()).fetch_optional(conn).await?;
    row.as_ref().map(read).transpose()
}

/// How many a person has that are not all there, begun or gone on with since `since`.
pub async fn unfinished(conn: &mut Conn, person: &PersonId, since: DateTime<Utc>) -> Result<u32, StoreError> {
    let sql =
        "SELECT COUNT(*) AS count FROM uploads WHERE person = $1 AND attachment IS NULL AND touched_at > $2";
    let row = sqlx::query(sql).bind(person.as_str()).bind(millis(since)).fetch_one(conn).await?;
    Fields(&row).number("count")
}

/// Keeps the bytes behind those that are there, and counts them.
pub async fn append(
    conn: &mut Conn,
    upload: &Upload,
    data: &[u8],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO upload_pieces (upload, position, data) VALUES ($1, $2, $3)";
    let query = sqlx::query(sql).bind(upload.id.as_str()).bind(number(upload.received)).bind(data);
    query.execute(&mut *conn).await?;
    let received = upload.received.saturating_add(u64::try_from(data.len()).unwrap_or(u64::MAX));
    let sql = "UPDATE uploads SET received = $2, touched_at = $3 WHERE id = $1";
    sqlx::query(sql).bind(upload.id.as_str()).bind(number(received)).bind(millis(now)).execute(conn).await?;
    Ok(())
}

/// The bytes that are there.
pub async fn data(conn: &mut Conn, id: &UploadId) -> Result<Vec<u8>, StoreError> {
    let sql = "SELECT data FROM upload_pieces WHERE upload = $1 ORDER BY position";
    let pieces: Vec<Vec<u8>> = sqlx::query_scalar(sql).bind(id.as_str()).fetch_all(conn).await?;
    Ok(pieces.concat())
}

/// Says which file it has become. The pieces have done their duty.
pub async fn finish(conn: &mut Conn, id: &UploadId, attachment: &AttachmentId) -> Result<(), StoreError> {
    let sql = "UPDATE uploads SET attachment = $2 WHERE id = $1";
    sqlx::query(sql).bind(id.as_str()).bind(attachment.as_str()).execute(&mut *conn).await?;
    sqlx::query("DELETE FROM upload_pieces WHERE upload = $1").bind(id.as_str()).execute(conn).await?;
    Ok(())
}

/// Forgets one, with its pieces.
pub async fn remove(conn: &mut Conn, id: &UploadId) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM uploads WHERE id = $1").bind(id.as_str()).execute(conn).await?;
    Ok(())
}

/// Forgets a person's that are not all there and were left alone since `before`.
pub async fn make_room(conn: &mut Conn, person: &PersonId, before: DateTime<Utc>) -> Result<u64, StoreError> {
    let sql = "DELETE FROM uploads WHERE person = $1 AND attachment IS NULL AND touched_at < $2";
    Ok(sqlx::query(sql).bind(person.as_str()).bind(millis(before)).execute(conn).await?.rows_affected())
}

/// Forgets all that were left alone since `before`. Those that are all there are files by now.
pub async fn purge(conn: &mut Conn, before: DateTime<Utc>) -> Result<u64, StoreError> {
    let sql = "DELETE FROM uploads WHERE touched_at <= $1";
    Ok(sqlx::query(sql).bind(millis(before)).execute(conn).await?.rows_affected())
}

/// No file comes near the largest number of SQLite.
fn number(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

fn read(row: &SqliteRow) -> Result<Upload, StoreError> {
    let fields = Fields(row);
    Ok(Upload {
        id: fields.parsed("id")?,
        person: fields.parsed("person")?,
        name: row.try_get("name")?,
        size: fields.number("size")?,
        received: fields.number("received")?,
        touched_at: fields.at("touched_at")?,
        attachment: fields.maybe_parsed("attachment")?,
    })
}
