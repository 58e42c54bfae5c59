//! Approvals of a request: who is asked, what they say, and where that leads.

use super::Life;
use crate::{
    demo::{
        phrases::{AGREED, REFUSED},
        rng::Rng,
    },
    service::approvals::{next_state, verdict, votes},
    store::{approvals::Approval, entries::Entry},
};
use guichet_contract::types::{ApprovalState, AuthorRole, TimelineEvent};
use guichet_rules::{
    approval::{self, Progress},
    ids::{ApprovalId, PersonId},
    ticket::Input,
};

impl Life<'_, '_> {
    /// Makes one approval for everyone in the plan, and asks whoever comes first.
    pub(in crate::demo) fn plan_approvals(&mut self, rng: &mut Rng) -> Option<Progress> {
        for (step, planned) in (0_u32..).zip(&self.record.ticket.detail.plan.steps) {
            for approver in &planned.approvers {
                let number = rng.between(0, i64::MAX - 1);
                let id = ApprovalId::new(format!("a{number:016x}")).ok()?;
                // Which ticket it belongs to is known on import.
                self.record.approvals.push(Approval::new(id, 0, step, approver));
            }
        }
        Some(self.advance())
    }

    /// Who is asked now.
    pub(in crate::demo) fn asked(&self) -> Vec<PersonId> {
        let waiting =
            self.record.approvals.iter().filter(|approval| approval.state == ApprovalState::Waiting);
        waiting.map(|approval| approval.approver.clone()).collect()
    }

    /// One of those who are asked decides; the approvals go on from there.
    pub(in crate::demo) fn vote(&mut self, rng: &mut Rng, person: &PersonId, agrees: bool) -> Progress {
        let at = self.at;
        let language = self.requester().map_or("en", |person| person.language.as_str());
        let comment = match agrees {
            true if rng.chance(70) => None,
            true => Some(rng.say(AGREED.of(language)).to_owned()),
            false => Some(rng.say(REFUSED.of(language)).to_owned()),
        };
        let (state, event) = if agrees {
            (ApprovalState::Approved, TimelineEvent::Approved)
        } else {
            (ApprovalState::Rejected, TimelineEvent::Rejected)
        };
        let theirs = |approval: &&mut Approval| {
            approval.state == ApprovalState::Waiting && approval.approver == *person
        };
        if let Some(approval) = self.record.approvals.iter_mut().find(theirs) {
            approval.state = state;
            approval.decided_at = Some(at);
            approval.comment.clone_from(&comment);
            approval.version += 1;
            let entry = Entry::new(at, Some(person.clone()), AuthorRole::Approver, event);
            self.log(entry.with_body(comment));
            self.record.ticket.version += 1;
            self.record.ticket.updated_at = at;
        }
        self.advance()
    }

    /// Brings the approvals to where the votes lead, and the ticket if that decides.
    fn advance(&mut self) -> Progress {
        let ticket = &self.record.ticket;
        let progress = approval::progress(&ticket.detail.plan, &votes(ticket, &self.record.approvals));
        let mut asked = Vec::new();
        for approval in &mut self.record.approvals {
            let Some(state) = next_state(&progress, approval) else { continue };
            approval.state = state;
            approval.version += 1;
            if state == ApprovalState::Waiting {
                approval.asked_at = Some(self.at);
                asked.push(format!("person:{}", approval.approver));
            }
        }
        for person in asked {
            let entry = Entry::new(self.at, None, AuthorRole::System, TimelineEvent::ApprovalAsked);
            self.log(entry.with_change(None, Some(person)));
        }
        if let Some(action) = verdict(&self.record.ticket, &progress) {
            // The rules allow the system both here.
            let _ = self.act(action, None, &Input::default());
        }
        progress
    }
}
