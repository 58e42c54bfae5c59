//! Files that come in pieces. Each piece is kept for good before it is counted; with the last one it becomes a file like
//! any other.

use super::{examine, keep};
use crate::{
    config::limits,
    hex,
    service::{Ctx, Failure, Write},
    store::{Conn, attachments, uploads},
};
use guichet_contract::types::Upload;
use guichet_rules::ids::{PersonId, UploadId};

/// Begins a file of so many bytes.
pub async fn begin(ctx: &Ctx, write: &mut Write, name: &str, size: u64) -> Result<Upload, Failure> {
    if size > limits::ATTACHMENT_BYTES {
        return Err(Failure::TooLarge(limits::ATTACHMENT_BYTES));
    }
    if size == 0 {
        // An empty file is of no type, and no piece would come to say so.
        return Err(Failure::FileType);
    }
    let me = ctx.me()?.id.clone();
    check_count(ctx, write.conn()?, &me).await?;
    // The error type of the random source is no std error.
    let id = hex::random::<16>().map_err(|error| Failure::internal(error.to_string()))?;
    let upload = uploads::Upload {
        id: UploadId::new(id).map_err(Failure::internal)?,
        person: me,
        name: name.chars().take(limits::FILE_NAME_CHARS).collect(),
        size,
        received: 0,
        touched_at: ctx.now,
        attachment: None,
    };
    uploads::add(write.conn()?, &upload).await?;
    public(write.conn()?, &upload).await
}

/// Refuses one more than anybody needs at once. What lies there for a while makes room first: whoever lost their
/// connection again and again is not shut out for a day.
async fn check_count(ctx: &Ctx, conn: &mut Conn, me: &PersonId) -> Result<(), Failure> {
    let since = ctx.now - limits::UPLOAD_LIFE;
    if uploads::unfinished(conn, me, since).await? < limits::UPLOADS {
        return Ok(());
    }
    uploads::make_room(conn, me, ctx.now - limits::UPLOAD_IDLE).await?;
    if uploads::unfinished(conn, me, since).await? < limits::UPLOADS {
        return Ok(());
    }
    Err(Failure::TooManyUploads(limits::UPLOADS))
}

/// One of one's own; nobody else has it, and nobody has it any more once it is forgotten.
async fn own(ctx: &Ctx, conn: &mut Conn, id: &UploadId) -> Result<uploads::Upload, Failure> {
    let found = uploads::find(conn, id).await?.ok_or(Failure::NotFound)?;
    let fits = found.person == ctx.me()?.id && found.touched_at + limits::UPLOAD_LIFE > ctx.now;
    if fits { Ok(found) } else { Err(Failure::NotFound) }
}

/// As its owner sees it.
async fn public(conn: &mut Conn, upload: &uploads::Upload) -> Result<Upload, Failure> {
    let attachment = match &upload.attachment {
        Some(id) => attachments::find(conn, id).await?.map(|file| file.public),
        None => None,
    };
    Ok(Upload {
        id: upload.id.clone(),
        offset: upload.received,
        length: upload.size,
        expires_at: upload.touched_at + limits::UPLOAD_LIFE,
        attachment,
    })
}

/// How much of it is there.
pub async fn look(ctx: &Ctx, id: &UploadId) -> Result<Upload, Failure> {
    let mut conn = ctx.app.store.read().await?;
    let upload = own(ctx, &mut conn, id).await?;
    public(&mut conn, &upload).await
}

/// The same, where a piece that begins at `offset` is expected.
pub async fn expect(ctx: &Ctx, id: &UploadId, offset: u64) -> Result<Upload, Failure> {
    let upload = look(ctx, id).await?;
    if upload.offset == offset { Ok(upload) } else { Err(Failure::WrongOffset) }
}

/// Keeps the bytes from `offset` on. With the last ones it becomes a file, or is refused and gone for what is in it.
pub async fn append(ctx: &Ctx, id: &UploadId, offset: u64, data: &[u8]) -> Result<Upload, Failure> {
    let mut write = Write::begin(ctx, None).await?;
    let upload = own(ctx, write.conn()?, id).await?;
    if upload.received != offset {
        // Two calls for the same bytes: one that was given up, and arrived all the same.
        return Err(Failure::WrongOffset);
    }
    let end = u64::try_from(data.len()).ok().and_then(|length| offset.checked_add(length));
    let end = end.filter(|end| *end <= upload.size).ok_or(Failure::TooLarge(upload.size))?;
    uploads::append(write.conn()?, &upload, data, ctx.now).await?;
    if end == upload.size {
        finish(ctx, &mut write, &upload).await?;
    }
    let kept = match uploads::find(write.conn()?, id).await? {
        Some(upload) => Some(public(write.conn()?, &upload).await?),
        None => None,
    };
    write.commit(None).await?;
    kept.ok_or(Failure::FileType)
}

/// Makes a file of what is there. Where it is of no type that is taken, there is nothing to go on with, and it goes.
async fn finish(ctx: &Ctx, write: &mut Write, upload: &uploads::Upload) -> Result<(), Failure> {
    let data = uploads::data(write.conn()?, &upload.id).await?;
    let Ok(kind) = examine(&upload.name, &data) else {
        return Ok(uploads::remove(write.conn()?, &upload.id).await?);
    };
    let file = keep(ctx, write, kind, &data).await?;
    Ok(uploads::finish(write.conn()?, &upload.id, &file.id).await?)
}

/// Ends one, with what is there of it, and with the file where nothing refers to that yet.
pub async fn end(ctx: &Ctx, id: &UploadId) -> Result<(), Failure> {
    let mut write = Write::begin(ctx, None).await?;
    let upload = own(ctx, write.conn()?, id).await?;
    uploads::remove(write.conn()?, id).await?;
    if let Some(file) = &upload.attachment {
        attachments::remove_loose(write.conn()?, file).await?;
    }
    write.commit(None).await
}
