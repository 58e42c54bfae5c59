//! What happened to a ticket.

use super::{Access, answers};
use crate::{
    service::{Ctx, Failure, refs},
    store::{attachments, entries, entries::Entry},
};
use guichet_contract::types::{Attachment, TimelineEntry, TimelineEvent};
use guichet_rules::{
    form::Form,
    ids::{EntryId, GroupId, PersonId, TicketId},
};

/// The timeline of a ticket, first to last; work notes for the desk alone.
pub async fn timeline(ctx: &Ctx, id: &TicketId) -> Result<Vec<TimelineEntry>, Failure> {
    let mut conn = ctx.app.store.read().await?;
    let access = Access::open(ctx, &mut conn, id).await?;
    let entries = entries::of(&mut conn, access.ticket.seq).await?;
    let files = attachments::of(&mut conn, access.ticket.seq).await?;
    let form = answers::form_of(ctx, &mut conn, &access.ticket).await?;
    let shown = entries.into_iter().filter(|entry| !entry.internal || access.sees_work_notes());
    shown
        .map(|entry| {
            let seq = Some(entry.seq);
            let of_entry = files.iter().filter(|file| file.entry == seq);
            let with_ticket = files.iter().filter(|file| file.entry.is_none());
            let files: Vec<Attachment> = match entry.event {
                TimelineEvent::Opened => {
                    of_entry.chain(with_ticket).map(|file| file.public.clone()).collect()
                }
                _ => of_entry.map(|file| file.public.clone()).collect(),
            };
            wire(ctx, form.as_deref(), entry, files)
        })
        .collect()
}

fn wire(
    ctx: &Ctx,
    form: Option<&Form>,
    entry: Entry,
    attachments: Vec<Attachment>,
) -> Result<TimelineEntry, Failure> {
    let named = |value: Option<String>| value.map(|value| name(ctx, form, &value));
    Ok(TimelineEntry {
        id: EntryId::new(format!("E{}", entry.seq)).map_err(Failure::internal)?,
        at: entry.at,
        author: entry.author.as_ref().map(|author| refs::person(&ctx.company, author)),
        role: entry.role,
        event: entry.event,
        text: entry.body,
        attachments,
        from: named(entry.from),
        to: named(entry.to),
    })
}

/// What an entry names: `group:network`, `person:ada` and `question:pin` by their names, words and numbers as they are.
fn name(ctx: &Ctx, form: Option<&Form>, value: &str) -> String {
    let found = match value.split_once(':') {
        Some(("group", id)) => GroupId::new(id).ok().map(|id| refs::group(&ctx.company, &id).name),
        Some(("person", id)) => PersonId::new(id).ok().map(|id| refs::person(&ctx.company, &id).name),
        Some(("question", id)) => {
            let question = form.and_then(|form| form.question(id));
            Some(question.map_or_else(|| id.to_owned(), |question| question.label.clone()))
        }
        _ => None,
    };
    found.unwrap_or_else(|| value.to_owned())
}
