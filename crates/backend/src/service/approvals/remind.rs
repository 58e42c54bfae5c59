//! Reminding those who let others wait: by itself after some working time, and when somebody asks for it.

use super::{advance::tell, deputies::planned};
use crate::{
    content::Company,
    service::{
        Ctx, Failure, Write,
        tickets::{self, Access, author_role},
    },
    store::{
        self, Ticket,
        approvals::{self, Approval},
        entries::Entry,
    },
};
use chrono::{DateTime, Utc};
use guichet_contract::types::{ApprovalState, AuthorRole, TimelineEvent};
use guichet_rules::{
    approval::next_reminder,
    ids::PersonId,
    ticket::{Action, Facts, Input, State, apply},
};

/// Approvals at a time, so that others get to write in between.
const BATCH: u32 = 50;

/// When those who have to agree last heard of it; nothing where nobody is asked.
pub(in crate::service) fn last_told(asked: &[Approval]) -> Option<DateTime<Utc>> {
    let waiting = asked.iter().filter(|approval| approval.state == ApprovalState::Waiting);
    waiting.filter_map(Approval::told_at).max()
}

/// When an approval is due to be reminded of. Working time counts where the approver works.
pub(super) fn due(company: &Company, ticket: &Ticket, approval: &Approval) -> Option<DateTime<Utc>> {
    let calendar = company.calendar_for_person(&approval.approver);
    let after = planned(ticket, approval)?.remind_after;
    // The check of the content refuses unknown zones.
    let zone = calendar.tz().ok()?;
    next_reminder(approval.asked_at?, approval.reminders, approval.reminded_at, after, calendar, &zone)
}

/// Reminds everyone who has to agree, because whoever asks wants it.
pub(in crate::service) async fn remind(
    ctx: &Ctx,
    write: &mut Write,
    access: Access,
) -> Result<Access, Failure> {
    let me = ctx.me()?.id.clone();
    let Access { mut ticket, watchers, roles } = access;
    let asked = approvals::of(write.conn()?, ticket.seq).await?;
    let facts = Facts { asked_at: last_told(&asked), ..ticket.facts(Some(&me)) };
    let change = apply(&facts, Action::Remind, &Input::default(), &roles, ctx.now)?;
    for approval in asked {
        if approval.state == ApprovalState::Waiting {
            send(ctx, write, &ticket, approval, (Some(&me), author_role(&change))).await?;
        }
    }
    tickets::save(ctx, write, &mut ticket).await?;
    tickets::tell(write, &ticket, &watchers).await?;
    Ok(Access { ticket, watchers, roles })
}

/// Sends every reminder that is due. Gives how many there were. What was sent is kept with when the next one is due, so
/// that none is sent twice, however often this runs.
pub(in crate::service) async fn remind_all(ctx: &Ctx) -> Result<usize, Failure> {
    let mut sent = 0;
    loop {
        let mut write = Write::by_the_system(&ctx.app, ctx.now).await?;
        let due = approvals::to_remind(write.conn()?, ctx.now, BATCH).await?;
        if due.is_empty() {
            return Ok(sent);
        }
        for approval in due {
            sent += usize::from(remind_one(ctx, &mut write, approval).await?);
        }
        write.commit(None).await?;
    }
}

/// False where nobody waits any more: then nothing is due either.
async fn remind_one(ctx: &Ctx, write: &mut Write, mut approval: Approval) -> Result<bool, Failure> {
    let ticket = store::tickets::at(write.conn()?, approval.ticket).await?;
    let waits =
        |ticket: &Ticket| ticket.state == State::AwaitingApproval && approval.state == ApprovalState::Waiting;
    let Some(mut ticket) = ticket.filter(waits) else {
        approval.remind_at = None;
        approvals::put(write.conn()?, &approval).await?;
        return Ok(false);
    };
    send(ctx, write, &ticket, approval, (None, AuthorRole::System)).await?;
    tickets::save(ctx, write, &mut ticket).await?;
    let watchers = store::watchers::of(write.conn()?, ticket.seq).await?;
    tickets::tell(write, &ticket, &watchers).await?;
    Ok(true)
}

/// Reminds one approver, and writes it down. The version stays: what they decide about is the same.
async fn send(
    ctx: &Ctx,
    write: &mut Write,
    ticket: &Ticket,
    mut approval: Approval,
    (by, role): (Option<&PersonId>, AuthorRole),
) -> Result<(), Failure> {
    approval.reminders += 1;
    approval.reminded_at = Some(ctx.now);
    approval.remind_at = due(&ctx.company, ticket, &approval);
    approvals::put(write.conn()?, &approval).await?;
    let entry = Entry::new(ctx.now, by.cloned(), role, TimelineEvent::Reminded)
        .with_change(None, Some(format!("person:{}", approval.approver)));
    tickets::log(write, ticket, entry).await?;
    tell(write, &approval).await
}
