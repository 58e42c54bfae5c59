//! What people do with a ticket. The table of the rules decides what is possible; here it is written down.

mod follow_up;
mod order;

use super::{
    Ctx, Failure, Write, approvals, files,
    input::{invalid, is_longer, text, too_long},
    tickets::{self, Access, author_role},
};
use crate::{
    config::limits,
    content::GroupKind,
    store::{Resolution, entries::Entry},
    words::Words,
};
use guichet_contract::types::{ActionInput, ActionReply, TimelineEvent};
use guichet_rules::{
    ids::{AttachmentId, GroupId, PersonId, TicketId},
    ticket::{Action, Change, Facts, Input, Refusal, Role, State, apply},
};

/// Does something with a ticket. `has_seen` says whether whoever asks has seen a version of it.
pub async fn act(
    ctx: &Ctx,
    write: &mut Write,
    id: &TicketId,
    action: &str,
    input: &ActionInput,
    has_seen: impl Fn(u64) -> bool + Send,
) -> Result<ActionReply, Failure> {
    let access = Access::open(ctx, write.conn()?, id).await?;
    // The contract has no way yet to say how content one is.
    let known = action.parse::<Action>().ok().filter(|action| *action != Action::Rate);
    let action = known.ok_or(Failure::NotFound)?;
    if !has_seen(access.ticket.version) {
        let current = tickets::view(ctx, write.conn()?, &access).await?;
        return Err(Failure::Stale(serde_json::to_value(current).map_err(Failure::internal)?));
    }
    let said = Input {
        comment: input.comment.as_deref(),
        hold_reason: input.hold_reason,
        resolution_code: input.resolution_code,
        resolution_text: input.resolution_text.as_deref(),
    };
    let access = match action {
        Action::FollowUp => follow_up::follow_up(ctx, write, access, &said).await?,
        Action::Assign => assign(ctx, write, access, &said, input.group.as_ref()).await?,
        Action::Remind => approvals::remind(ctx, write, access).await?,
        Action::Comment | Action::WorkNote => self::write(ctx, write, access, action, &said, &[]).await?,
        _ if access.ticket.is_order() => order::change(ctx, write, access, action, &said).await?,
        _ => change(ctx, write, access, action, &said).await?,
    };
    let ticket = tickets::view(ctx, write.conn()?, &access).await?;
    Ok(ActionReply { action, ticket })
}

/// What the rules say to an action by whoever asks; what it lacks becomes an error in the body.
pub(super) fn decide(
    ctx: &Ctx,
    access: &Access,
    action: Action,
    said: &Input<'_>,
    lacking: &'static str,
) -> Result<Change, Failure> {
    let me = &ctx.me()?.id;
    decide_given(ctx, &access.ticket.facts(Some(me)), &access.roles, (action, said), lacking)
}

/// The same, given the facts, by whoever has these roles.
fn decide_given(
    ctx: &Ctx,
    facts: &Facts,
    roles: &[Role],
    (action, said): (Action, &Input<'_>),
    lacking: &'static str,
) -> Result<Change, Failure> {
    for (pointer, text) in [(lacking, said.comment), ("/resolution_text", said.resolution_text)] {
        if text.is_some_and(|text| is_longer(text, limits::TEXT_CHARS)) {
            return Err(Failure::Invalid(vec![too_long(ctx, pointer, limits::TEXT_CHARS)]));
        }
    }
    apply(facts, action, said, roles, ctx.now).map_err(|refusal| {
        let pointer = match refusal {
            Refusal::CommentNeeded => lacking,
            Refusal::HoldReasonNeeded => "/hold_reason",
            Refusal::ResolutionCodeNeeded => "/resolution_code",
            Refusal::ResolutionTextNeeded => "/resolution_text",
            other => return other.into(),
        };
        invalid(ctx, pointer, "required", Words::Ticket(refusal))
    })
}

/// Writes a comment or a work note, with files.
pub(super) async fn write(
    ctx: &Ctx,
    write: &mut Write,
    access: Access,
    action: Action,
    said: &Input<'_>,
    attachments: &[AttachmentId],
) -> Result<Access, Failure> {
    // Whoever comments over `/comments` writes a `text`, and over `/actions` a `comment`; both have the first name here.
    let decided = decide(ctx, &access, action, said, "/text")?;
    files::check(ctx, write.conn()?, attachments).await?;
    let Access { mut ticket, watchers, roles } = access;
    let me = ctx.me()?.id.clone();
    let internal = action == Action::WorkNote;
    let event = if internal { TimelineEvent::WorkNote } else { TimelineEvent::Comment };
    let entry = Entry { internal, ..Entry::new(ctx.now, Some(me.clone()), author_role(&decided), event) };
    let entry = tickets::log(write, &ticket, entry.with_body(text(said.comment))).await?;
    for file in attachments {
        files::claim(ctx, write, file, ticket.seq, Some(entry)).await?;
    }
    tickets::carry_out(ctx, write, &mut ticket, &decided, Some(&me), None).await?;
    tickets::tell(write, &ticket, &watchers).await?;
    Ok(Access { ticket, watchers, roles })
}

/// Takes, starts, holds, resumes, resolves, confirms, reopens or cancels.
async fn change(
    ctx: &Ctx,
    write: &mut Write,
    access: Access,
    action: Action,
    said: &Input<'_>,
) -> Result<Access, Failure> {
    let decided = decide(ctx, &access, action, said, "/comment")?;
    let Access { mut ticket, watchers, roles } = access;
    let me = ctx.me()?.id.clone();
    if let Some(comment) = text(said.comment) {
        let entry = Entry::new(ctx.now, Some(me.clone()), author_role(&decided), TimelineEvent::Comment);
        tickets::log(write, &ticket, entry.with_body(Some(comment))).await?;
    }
    let mut written = None;
    match action {
        Action::Take => {
            let named = |person: &PersonId| format!("person:{person}");
            let entry = Entry::new(ctx.now, Some(me.clone()), author_role(&decided), TimelineEvent::Assigned)
                .with_change(ticket.assignee.as_ref().map(named), Some(named(&me)));
            tickets::log(write, &ticket, entry).await?;
            ticket.assignee = Some(me.clone());
        }
        Action::Resolve => {
            // The rules have seen to it that both are there.
            if let (Some(code), Some(text)) = (said.resolution_code, text(said.resolution_text)) {
                written = Some(text.clone());
                ticket.detail.resolution = Some(Resolution { code, text });
            }
        }
        _ => {}
    }
    tickets::carry_out(ctx, write, &mut ticket, &decided, Some(&me), written).await?;
    if decided.to == State::Cancelled {
        approvals::supersede(ctx, write, &ticket).await?;
    }
    tickets::tell(write, &ticket, &watchers).await?;
    Ok(Access { ticket, watchers, roles })
}

/// Gives a ticket to a group. Whoever had it has it no longer, unless they are of that group.
async fn assign(
    ctx: &Ctx,
    write: &mut Write,
    access: Access,
    said: &Input<'_>,
    group: Option<&GroupId>,
) -> Result<Access, Failure> {
    let decided = decide(ctx, &access, Action::Assign, said, "/comment")?;
    let company = &ctx.company;
    let Some(group) = group else {
        return Err(invalid(ctx, "/group", "required", Words::Needed));
    };
    let known = company.groups.get(group).is_some_and(|group| group.kind == GroupKind::Assignment);
    if !known {
        return Err(invalid(ctx, "/group", "not_found", Words::NoSuchChoice));
    }
    let Access { mut ticket, watchers, roles } = access;
    let me = ctx.me()?.id.clone();
    let named = |group: &GroupId| format!("group:{group}");
    let entry = Entry::new(ctx.now, Some(me), author_role(&decided), TimelineEvent::Assigned)
        .with_body(text(said.comment))
        .with_change(ticket.group.as_ref().map(named), Some(named(group)));
    tickets::log(write, &ticket, entry).await?;
    let stays = |person: &PersonId| company.person(person).is_some_and(|person| person.in_group(group));
    ticket.assignee = ticket.assignee.filter(stays);
    ticket.group = Some(group.clone());
    tickets::save(ctx, write, &mut ticket).await?;
    tickets::tell(write, &ticket, &watchers).await?;
    Ok(Access { ticket, watchers, roles })
}
