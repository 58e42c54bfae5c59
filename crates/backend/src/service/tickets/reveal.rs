//! Reading a secret answer: by those who work on the ticket, each time with an entry that everyone who sees it reads.

use super::{
    Access, answers,
    record::{log, save, tell},
};
use crate::{
    service::{Ctx, Failure, Write},
    store::{
        Ticket,
        entries::Entry,
        secrets::{self, Secret},
        tickets,
    },
};
use guichet_contract::types::{AuthorRole, RevealedAnswer, TimelineEvent};
use guichet_rules::{
    ids::{QuestionId, TicketId},
    secret::{Refusal, holds_secrets, may_read, set_apart},
};

/// Tickets at a time, so that others get to write in between.
const BATCH: u32 = 100;

/// The secret answer to a question, and the entry that says who read it.
pub async fn reveal(
    ctx: &Ctx,
    write: &mut Write,
    id: &TicketId,
    question: &QuestionId,
) -> Result<RevealedAnswer, Failure> {
    let Access { mut ticket, watchers, .. } = Access::open(ctx, write.conn()?, id).await?;
    let me = ctx.me()?;
    let form = answers::form_of(ctx, write.conn()?, &ticket).await?;
    let asked = form.as_deref().and_then(|form| form.question(question.as_str()));
    let answered = ticket.detail.answers.contains_key(question);
    let asked = asked.filter(|asked| answered && holds_secrets(asked)).ok_or(Failure::NotFound)?;
    may_read(me, &ticket.facts(Some(&me.id)), ticket.group.as_ref(), ctx.now)?;
    let secret = match secrets::find(write.conn()?, ctx.app.store.vault(), ticket.seq, question).await? {
        Secret::Open(secret) => secret,
        Secret::Sealed => return Err(Refusal::Sealed.into()),
        Secret::Gone => return Err(Refusal::Deleted.into()),
    };
    let read = Entry::new(ctx.now, Some(me.id.clone()), AuthorRole::Agent, TimelineEvent::Revealed)
        .with_change(None, Some(format!("question:{question}")));
    log(write, &ticket, read).await?;
    save(ctx, write, &mut ticket).await?;
    tell(write, &ticket, &watchers).await?;
    Ok(RevealedAnswer { value: answers::revealed(ctx, asked, &secret) })
}

/// Takes the secrets out of tickets of a release that kept them among the other answers.
pub(in crate::service) async fn seal_old(ctx: &Ctx) -> Result<(), Failure> {
    let store = &ctx.app.store;
    loop {
        let until = secrets::unsealed(&mut *store.read().await?).await?;
        if until == 0 {
            return Ok(());
        }
        let mut write = Write::by_the_system(&ctx.app, ctx.now).await?;
        let batch = tickets::up_to(write.conn()?, until, BATCH).await?;
        let next = batch.last().map_or(0, |last| last.seq - 1);
        for ticket in batch {
            seal(ctx, &mut write, ticket).await?;
        }
        secrets::set_unsealed(write.conn()?, next).await?;
        write.commit(None).await?;
    }
}

async fn seal(ctx: &Ctx, write: &mut Write, mut ticket: Ticket) -> Result<(), Failure> {
    let Some(form) = answers::form_of(ctx, write.conn()?, &ticket).await? else { return Ok(()) };
    let (open, secrets) = set_apart(&form, std::mem::take(&mut ticket.detail.answers));
    if secrets.is_empty() {
        return Ok(());
    }
    ticket.detail.answers = open;
    tickets::put_detail(write.conn()?, &ticket).await?;
    if !ticket.state.is_terminal() {
        secrets::keep(write.conn()?, ctx.app.store.vault(), ticket.seq, &secrets).await?;
    }
    Ok(())
}
