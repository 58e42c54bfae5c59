//! Uploaded files: taken first, tied to a ticket or shown by an article later.

mod kind;
mod name;
pub mod pieces;

use super::{Ctx, Failure, Write, input::invalid, tickets::Access, writing};
use crate::{
    config::limits,
    dimensions::Dimensions,
    hex,
    store::{Conn, Ticket, attachments, attachments::File, entries, tickets},
    words::Words,
};
use guichet_contract::types::Attachment;
use guichet_rules::ids::AttachmentId;

/// What `name` would be kept as, and as which type, going by `data`. Refuses what is not taken.
pub fn examine(name: &str, data: &[u8]) -> Result<(String, &'static str), Failure> {
    let kind = kind::of(name, data).ok_or(Failure::FileType)?;
    Ok((name::safe(name, kind), kind.media_type))
}

/// Keeps a file that nothing refers to yet.
pub async fn add(ctx: &Ctx, write: &mut Write, name: &str, data: &[u8]) -> Result<Attachment, Failure> {
    let kind = examine(name, data)?;
    keep(ctx, write, kind, data).await
}

/// Keeps a file that was examined.
async fn keep(
    ctx: &Ctx,
    write: &mut Write,
    (name, media_type): (String, &'static str),
    data: &[u8],
) -> Result<Attachment, Failure> {
    // The error type of the random source is no std error. 128 bits: nobody guesses one, though that would not do.
    let id = hex::random::<16>().map_err(|error| Failure::internal(error.to_string()))?;
    let public = Attachment {
        id: AttachmentId::new(id).map_err(Failure::internal)?,
        name,
        media_type: media_type.to_owned(),
        size: u64::try_from(data.len()).unwrap_or(u64::MAX),
    };
    let file = File {
        public: public.clone(),
        dimensions: Dimensions::of(data),
        uploaded_by: ctx.me()?.id.clone(),
        uploaded_at: ctx.now,
        ticket: None,
        entry: None,
    };
    attachments::add(write.conn()?, &file, data).await?;
    Ok(public)
}

/// A file, for whoever uploaded it or may see where it is referred to.
pub async fn look(ctx: &Ctx, id: &AttachmentId) -> Result<Attachment, Failure> {
    let mut conn = ctx.app.store.read().await?;
    let file = attachments::find(&mut conn, id).await?.ok_or(Failure::NotFound)?;
    if sees(ctx, &mut conn, &file).await? { Ok(file.public) } else { Err(Failure::NotFound) }
}

/// Whether whoever asks uploaded a file, or may see where it is referred to.
pub(super) async fn sees(ctx: &Ctx, conn: &mut Conn, file: &File) -> Result<bool, Failure> {
    Ok(file.uploaded_by == ctx.me()?.id || is_shown(ctx, conn, file).await?)
}

/// The bytes of a file that whoever asks has looked at.
pub async fn read(ctx: &Ctx, file: &Attachment) -> Result<Vec<u8>, Failure> {
    let mut conn = ctx.app.store.read().await?;
    attachments::data(&mut conn, &file.id).await?.ok_or(Failure::NotFound)
}

/// Whether whoever asks sees the place where the file is referred to.
async fn is_shown(ctx: &Ctx, conn: &mut Conn, file: &File) -> Result<bool, Failure> {
    let Some(ticket) = file.ticket else { return writing::shows(ctx, conn, file).await };
    let Some(ticket) = tickets::at(conn, ticket).await? else { return Ok(false) };
    let seq = ticket.seq;
    let is_order = ticket.is_order();
    let access = match Access::of(ctx, conn, ticket).await {
        Ok(access) => access,
        Err(Failure::NotFound) if is_order && file.entry.is_none() => {
            return is_in_an_item(ctx, conn, seq, &file.public.id).await;
        }
        Err(Failure::NotFound) => return Ok(false),
        Err(other) => return Err(other),
    };
    if access.sees_work_notes() {
        return Ok(true);
    }
    let entries = entries::of(conn, seq).await?;
    let note = entries.iter().find(|entry| Some(entry.seq) == file.entry).is_some_and(|entry| entry.internal);
    Ok(!note)
}

/// Whether whoever asks sees one of the requested items of an order that the file answers a question of.
async fn is_in_an_item(ctx: &Ctx, conn: &mut Conn, order: i64, file: &AttachmentId) -> Result<bool, Failure> {
    for item in tickets::items_of(conn, order).await? {
        if !names(&item, file) {
            continue;
        }
        match Access::of(ctx, conn, item).await {
            Ok(_) => return Ok(true),
            Err(Failure::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(false)
}

/// Whether an answer of the requested item is this file, among others.
fn names(item: &Ticket, file: &AttachmentId) -> bool {
    let mut answers = item.detail.answers.values().filter_map(|answer| answer.as_array()).flatten();
    answers.any(|id| id.as_str() == Some(file.as_str()))
}

/// Whether a file is one's own, and referred to by nothing yet.
pub(super) fn is_loose(ctx: &Ctx, file: &File) -> bool {
    file.ticket.is_none() && ctx.me().is_ok_and(|me| me.id == file.uploaded_by)
}

/// Refuses files that are too many, or cannot be referred to by whoever asks.
pub(super) async fn check(ctx: &Ctx, conn: &mut Conn, files: &[AttachmentId]) -> Result<(), Failure> {
    if u32::try_from(files.len()).map_or(true, |count| count > limits::FILES) {
        return Err(invalid(ctx, "/attachments", "too_many", Words::Quantity(limits::FILES)));
    }
    for (n, id) in files.iter().enumerate() {
        let found = attachments::find(conn, id).await?;
        let twice = files.iter().take(n).any(|other| other == id);
        if twice || !found.is_some_and(|file| is_loose(ctx, &file)) {
            return Err(invalid(ctx, &format!("/attachments/{n}"), "not_found", Words::NoSuchChoice));
        }
    }
    Ok(())
}

/// Ties a file to a ticket.
pub(super) async fn claim(
    ctx: &Ctx,
    write: &mut Write,
    id: &AttachmentId,
    ticket: i64,
    entry: Option<i64>,
) -> Result<(), Failure> {
    if attachments::claim(write.conn()?, id, ticket, entry).await? {
        return Ok(());
    }
    // It was free when it was checked in this transaction: two answers name the same file.
    Err(invalid(ctx, "/attachments", "not_found", Words::NoSuchChoice))
}
