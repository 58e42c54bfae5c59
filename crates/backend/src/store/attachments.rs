//! Uploaded files. Names and sizes are apart from the bytes, so that showing a ticket reads no bytes.

use super::{
    Conn, StoreError, Ticket,
    fields::{Fields, millis},
};
use crate::dimensions::Dimensions;
use chrono::{DateTime, Utc};
use guichet_contract::types::Attachment;
use guichet_rules::ids::{AttachmentId, PersonId};
use sqlx::{Row, sqlite::SqliteRow};

/// A file without its bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct File {
    /// As everyone sees it.
    pub public: Attachment,
    /// How large it is, where it is a picture that says so.
    pub dimensions: Option<Dimensions>,
    /// Who uploaded it.
    pub uploaded_by: PersonId,
    /// When.
    pub uploaded_at: DateTime<Utc>,
    /// The ticket that refers to it; absent before one does.
    pub ticket: Option<i64>,
    /// The entry of the timeline that it came with; absent where it came with the ticket itself.
    pub entry: Option<i64>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, media_type, size, width, height, uploaded_by, uploaded_at, ticket, entry ",
            "FROM attachments ",
            $rest
        )
    };
}

/// What nothing refers to: no ticket, and no article that shows it.
macro_rules! loose {
    () => {
        "ticket IS NULL AND NOT EXISTS (SELECT 1 FROM article_pictures WHERE attachment = attachments.id)"
    };
}

/// The same, when it has been so for long enough.
macro_rules! left_alone {
    () => {
        concat!(loose!(), " AND uploaded_at < $1 AND COALESCE(let_go_at, uploaded_at) < $1")
    };
}

/// Keeps a file.
pub async fn add(conn: &mut Conn, file: &File, data: &[u8]) -> Result<(), StoreError> {
    let sql = "INSERT INTO attachments (id, name, media_type, size, uploaded_by, uploaded_at, width, height) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let query = sqlx::query(sql)
        .bind(file.public.id.as_str())
        .bind(file.public.name.as_str())
        .bind(file.public.media_type.as_str())
        .bind(i64::try_from(file.public.size).unwrap_or(i64::MAX))
        .bind(file.uploaded_by.as_str())
        .bind(millis(file.uploaded_at))
        .bind(file.dimensions.map(|size| i64::from(size.width)))
        .bind(file.dimensions.map(|size| i64::from(size.height)));
    query.execute(&mut *conn).await?;
    let sql = "INSERT INTO attachment_data (id, data) VALUES ($1, $2)";
    sqlx::query(sql).bind(file.public.id.as_str()).bind(data).execute(conn).await?;
    Ok(())
}

/// A file by its id.
pub async fn find(conn: &mut Conn, id: &AttachmentId) -> Result<Option<File>, StoreError> {
    let row = sqlx::query(select!("WHERE id = $1")).bind(id.as_str()).fetch_optional(conn).await?;
    row.as_ref().map(read).transpose()
}

/// The bytes of a file.
pub async fn data(conn: &mut Conn, id: &AttachmentId) -> Result<Option<Vec<u8>>, StoreError> {
    let sql = "SELECT data FROM attachment_data WHERE id = $1";
    Ok(sqlx::query_scalar(sql).bind(id.as_str()).fetch_optional(conn).await?)
}

/// Every file of a ticket, in the order of their upload.
pub async fn of(conn: &mut Conn, ticket: i64) -> Result<Vec<File>, StoreError> {
    let sql = select!("WHERE ticket = $1 ORDER BY uploaded_at, id");
    let rows = sqlx::query(sql).bind(ticket).fetch_all(conn).await?;
    rows.iter().map(read).collect()
}

/// The same, and those that came with the order that it belongs to: what all items of a line share.
pub async fn with_order(conn: &mut Conn, ticket: &Ticket) -> Result<Vec<File>, StoreError> {
    let mut files = of(&mut *conn, ticket.seq).await?;
    if let Some(order) = ticket.parent {
        files.extend(of(conn, order).await?);
    }
    Ok(files)
}

/// Ties a file to a ticket, and to an entry of its timeline. False where another ticket has it, or an article, or nobody.
pub async fn claim(
    conn: &mut Conn,
    id: &AttachmentId,
    ticket: i64,
    entry: Option<i64>,
) -> Result<bool, StoreError> {
    let sql = concat!("UPDATE attachments SET ticket = $2, entry = $3 WHERE id = $1 AND ", loose!());
    let done = sqlx::query(sql).bind(id.as_str()).bind(ticket).bind(entry).execute(conn).await?;
    Ok(done.rows_affected() == 1)
}

/// Removes a file, unless something refers to it.
pub async fn remove_loose(conn: &mut Conn, id: &AttachmentId) -> Result<(), StoreError> {
    let bytes = concat!(
        "DELETE FROM attachment_data WHERE id IN (SELECT id FROM attachments WHERE id = $1 AND ",
        loose!(),
        ")"
    );
    sqlx::query(bytes).bind(id.as_str()).execute(&mut *conn).await?;
    let sql = concat!("DELETE FROM attachments WHERE id = $1 AND ", loose!());
    sqlx::query(sql).bind(id.as_str()).execute(conn).await?;
    Ok(())
}

/// Removes what was uploaded before `before`, and that nothing has referred to since.
pub async fn purge(conn: &mut Conn, before: DateTime<Utc>) -> Result<u64, StoreError> {
    let bytes = concat!(
        "DELETE FROM attachment_data WHERE id IN (SELECT id FROM attachments WHERE ",
        left_alone!(),
        ")"
    );
    sqlx::query(bytes).bind(millis(before)).execute(&mut *conn).await?;
    let sql = concat!("DELETE FROM attachments WHERE ", left_alone!());
    Ok(sqlx::query(sql).bind(millis(before)).execute(conn).await?.rows_affected())
}

fn read(row: &SqliteRow) -> Result<File, StoreError> {
    let fields = Fields(row);
    let public = Attachment {
        id: fields.parsed("id")?,
        name: row.try_get("name")?,
        media_type: row.try_get("media_type")?,
        size: fields.number("size")?,
    };
    let (width, height) = (fields.maybe_number("width")?, fields.maybe_number("height")?);
    Ok(File {
        public,
        dimensions: width.zip(height).map(|(width, height)| Dimensions { width, height }),
        uploaded_by: fields.parsed("uploaded_by")?,
        uploaded_at: fields.at("uploaded_at")?,
        ticket: fields.maybe_int("ticket")?,
        entry: fields.maybe_int("entry")?,
    })
}
