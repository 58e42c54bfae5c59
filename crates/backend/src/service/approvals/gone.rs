//! Approvers who are no longer active. Whoever is asked is fixed when a request is filed; nobody waits for somebody who left.

use super::{
    advance::{add_one, advance, put},
    deputies::Deputies,
};
use crate::{
    service::{Ctx, Failure, Write, tickets},
    store::{
        self,
        approvals::{self, Approval},
        entries::Entry,
        watchers,
    },
};
use guichet_contract::types::{ApprovalState, AuthorRole, TimelineEvent};
use guichet_rules::ids::PersonId;

/// Approvals at a time, so that others get to write in between.
const BATCH: u32 = 50;

/// Asks others in the place of everyone who is no longer active. Gives how many approvals there were.
pub(in crate::service) async fn ask_others(ctx: &Ctx) -> Result<usize, Failure> {
    let people = ctx.company.people.iter().filter(|(_, person)| !person.active);
    let mut done = 0;
    for (person, _) in people {
        while waits_for(ctx, person).await? {
            let mut write = Write::by_the_system(&ctx.app, ctx.now).await?;
            for approval in approvals::open_of(write.conn()?, person, BATCH).await? {
                ask_other(ctx, &mut write, approval).await?;
                done += 1;
            }
            write.commit(None).await?;
        }
    }
    Ok(done)
}

/// Looked at without keeping others from writing: most often nothing waits.
async fn waits_for(ctx: &Ctx, person: &PersonId) -> Result<bool, Failure> {
    let mut conn = ctx.app.store.read().await?;
    Ok(!approvals::open_of(&mut conn, person, 1).await?.is_empty())
}

async fn ask_other(ctx: &Ctx, write: &mut Write, approval: Approval) -> Result<(), Failure> {
    let ticket = store::tickets::at(write.conn()?, approval.ticket).await?;
    let mut ticket = ticket.ok_or_else(|| Failure::internal("an approval without its ticket"))?;
    let deputies = Deputies::now(ctx, write.conn()?).await?;
    let (number, gone) = (approval.step, approval.approver.clone());
    let concerned = [ticket.opened_by.clone(), ticket.requested_for.clone()];
    let place = usize::try_from(number).unwrap_or(usize::MAX);
    let mut instead = None;
    if let Some(step) = ticket.detail.plan.steps.get_mut(place) {
        let before = step.approvers.clone();
        step.without(&gone, &concerned.each_ref(), &deputies, ctx.now);
        instead = step.approvers.iter().find(|approver| !before.contains(approver)).cloned();
    }
    put(ctx, write, &ticket, approval, ApprovalState::Superseded).await?;
    let told = Entry::new(ctx.now, None, AuthorRole::System, TimelineEvent::ApproverGone)
        .with_change(None, Some(format!("person:{gone}")));
    tickets::log(write, &ticket, told).await?;
    if let Some(instead) = &instead {
        add_one(write, &ticket, number, instead).await?;
    }
    if !advance(ctx, write, &mut ticket).await? {
        tickets::save(ctx, write, &mut ticket).await?;
    }
    let watchers = watchers::of(write.conn()?, ticket.seq).await?;
    tickets::tell(write, &ticket, &watchers).await
}
