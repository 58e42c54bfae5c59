//! Approvals of a request: who is asked, what they say, and where that leads.

use super::Life;
use crate::{
    demo::{
        phrases::{AGREED, REFUSED},
        rng::Rng,
    },
    store::{approvals::Approval, entries::Entry},
};
use guichet_contract::types::{ApprovalState, AuthorRole, TimelineEvent};
use guichet_rules::{
    approval::{self, Outcome, Progress, StepState, Vote},
    ids::{ApprovalId, PersonId},
    ticket::{Action, Input, State},
};

/// Whether somebody may still decide it.
pub(super) fn is_open(approval: &Approval) -> bool {
    matches!(approval.state, ApprovalState::NotStarted | ApprovalState::Waiting)
}

impl Life<'_, '_> {
    /// Makes one approval for everyone in the plan, and asks whoever comes first.
    pub(in crate::demo) fn plan_approvals(&mut self, rng: &mut Rng) -> Option<Progress> {
        for (step, planned) in (0_u32..).zip(&self.record.ticket.detail.plan.steps) {
            for approver in &planned.approvers {
                let number = rng.between(0, i64::MAX - 1);
                self.record.approvals.push(Approval {
                    seq: 0,
                    id: ApprovalId::new(format!("a{number:016x}")).ok()?,
                    ticket: 0,
                    step,
                    approver: approver.person.clone(),
                    instead_of: approver.instead_of.clone(),
                    state: ApprovalState::NotStarted,
                    asked_at: None,
                    decided_at: None,
                    comment: None,
                    version: 1,
                });
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
        let progress = approval::progress(&self.record.ticket.detail.plan, &self.votes());
        let mut asked = Vec::new();
        for approval in self.record.approvals.iter_mut().filter(|approval| is_open(approval)) {
            let step = usize::try_from(approval.step).ok().and_then(|step| progress.steps.get(step));
            let state = match step.map(|step| step.state) {
                Some(StepState::Waiting) => ApprovalState::Waiting,
                Some(StepState::NotStarted) if progress.overall == Outcome::Waiting => {
                    ApprovalState::NotStarted
                }
                _ => ApprovalState::Superseded,
            };
            if state != approval.state {
                approval.state = state;
                approval.version += 1;
                if state == ApprovalState::Waiting {
                    approval.asked_at = Some(self.at);
                    asked.push(format!("person:{}", approval.approver));
                }
            }
        }
        for person in asked {
            let entry = Entry::new(self.at, None, AuthorRole::System, TimelineEvent::ApprovalAsked);
            self.log(entry.with_change(None, Some(person)));
        }
        if self.record.ticket.state == State::AwaitingApproval {
            let action = match progress.overall {
                Outcome::Approved => Some(Action::Approve),
                Outcome::Rejected => Some(Action::Reject),
                Outcome::Waiting | Outcome::Unknown => None,
            };
            if let Some(action) = action {
                // The rules allow the system both here.
                let _ = self.act(action, None, &Input::default());
            }
        }
        progress
    }

    fn votes(&self) -> Vec<Vote> {
        let vote = |approval: &Approval| {
            let decision = match approval.state {
                ApprovalState::Approved => approval::Decision::Approve,
                ApprovalState::Rejected => approval::Decision::Reject,
                _ => return None,
            };
            let step = usize::try_from(approval.step).ok()?;
            let step = self.record.ticket.detail.plan.steps.get(step)?;
            Some(Vote { step: step.id.clone(), person: approval.approver.clone(), decision })
        };
        self.record.approvals.iter().filter_map(vote).collect()
    }
}
