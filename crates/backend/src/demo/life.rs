//! The life of one ticket, step by step, as the rules allow it.

mod votes;

use super::{Record, rng::Rng, world::World};
use crate::{
    content::Person,
    service::{
        clocks,
        tickets::{self, author_role, state_entry},
    },
    store::{Resolution, Ticket, entries::Entry},
};
use chrono::{DateTime, TimeDelta, Utc};
use guichet_contract::types::{ApprovalState, TimelineEvent};
use guichet_rules::{
    form::Answers,
    ids::PersonId,
    schedule::Calendar,
    ticket::{Action, Change, HoldReason, Input, ResolutionCode, Role, State, apply},
};

/// A ticket, and the moment that its story has come to.
///
/// A step gives `None` where the story ends: its moment lies ahead of the present, or the rules do not allow it.
pub(super) struct Life<'w, 'c> {
    pub(super) world: &'w World<'c>,
    /// The opening hours that its clocks count in.
    pub(super) calendar: &'c Calendar,
    /// When the last step happened.
    pub(super) at: DateTime<Utc>,
    pub(super) record: Record,
}

impl<'w, 'c> Life<'w, 'c> {
    /// A ticket that was just filed.
    pub(super) fn new(world: &'w World<'c>, calendar: &'c Calendar, ticket: Ticket) -> Self {
        let at = ticket.opened_at;
        let record = Record {
            entries: vec![Entry::opened(&ticket)],
            ticket,
            secrets: Answers::new(),
            approvals: Vec::new(),
            watchers: Vec::new(),
            refused: Vec::new(),
        };
        Self { world, calendar, at, record }
    }

    /// The finished record.
    pub(super) fn end(mut self) -> Record {
        clocks::stamp(self.world.company, &mut self.record.ticket, self.at);
        self.record
    }

    /// Goes on by so many seconds of opening hours.
    pub(super) fn later(&mut self, seconds: i64) -> Option<()> {
        self.until(self.calendar.add(self.at, seconds.max(1)).ok()??)
    }

    /// Goes on to an instant.
    pub(super) fn until(&mut self, at: DateTime<Utc>) -> Option<()> {
        (at <= self.world.now).then(|| self.at = at)
    }

    /// Notes something in the timeline.
    pub(super) fn log(&mut self, entry: Entry) {
        self.record.entries.push(entry);
    }

    /// What the rules say to an action by `actor`, or by the system.
    fn decide(&mut self, action: Action, actor: Option<&PersonId>, input: &Input<'_>) -> Option<Change> {
        let ticket = &self.record.ticket;
        let roles = match actor {
            None => vec![Role::System],
            Some(id) => Role::of(
                self.world.rules_person(id)?,
                &ticket.opened_by,
                &ticket.requested_for,
                &self.record.watchers,
            ),
        };
        match apply(&ticket.facts(actor), action, input, &roles, self.at) {
            Ok(change) => Some(change),
            Err(refusal) => {
                self.record.refused.push((action, refusal));
                None
            }
        }
    }

    /// Writes a comment, or a note for the desk.
    pub(super) fn write(&mut self, author: &PersonId, text: &str, internal: bool) -> Option<()> {
        let action = if internal { Action::WorkNote } else { Action::Comment };
        let change = self.decide(action, Some(author), &Input { comment: Some(text), ..Input::default() })?;
        let event = if internal { TimelineEvent::WorkNote } else { TimelineEvent::Comment };
        let entry =
            Entry { internal, ..Entry::new(self.at, Some(author.clone()), author_role(&change), event) };
        self.log(entry.with_body(Some(text.to_owned())));
        self.take_effect(&change, Some(author), None);
        Some(())
    }

    /// Takes the ticket.
    pub(super) fn take(&mut self, agent: &PersonId) -> Option<()> {
        let change = self.decide(Action::Take, Some(agent), &Input::default())?;
        let named = |person: &PersonId| format!("person:{person}");
        let before = self.record.ticket.assignee.as_ref().map(named);
        let entry = Entry::new(self.at, Some(agent.clone()), author_role(&change), TimelineEvent::Assigned);
        self.log(entry.with_change(before, Some(named(agent))));
        self.record.ticket.assignee = Some(agent.clone());
        self.take_effect(&change, Some(agent), None);
        Some(())
    }

    /// Puts it on hold, and says why.
    pub(super) fn hold(&mut self, agent: &PersonId, reason: HoldReason, comment: &str) -> Option<()> {
        let input = Input { comment: Some(comment), hold_reason: Some(reason), ..Input::default() };
        self.act(Action::Hold, Some(agent), &input)
    }

    /// Declares it done.
    pub(super) fn resolve(&mut self, agent: &PersonId, code: ResolutionCode, text: &str) -> Option<()> {
        let input = Input { resolution_code: Some(code), resolution_text: Some(text), ..Input::default() };
        self.act(Action::Resolve, Some(agent), &input)
    }

    /// Any other action, with what is said.
    pub(super) fn act(&mut self, action: Action, actor: Option<&PersonId>, input: &Input<'_>) -> Option<()> {
        let change = self.decide(action, actor, input)?;
        if let (Some(comment), Some(author)) = (input.comment, actor) {
            let entry =
                Entry::new(self.at, Some(author.clone()), author_role(&change), TimelineEvent::Comment);
            self.log(entry.with_body(Some(comment.to_owned())));
        }
        let written = input.resolution_text.map(str::to_owned);
        if let (Some(code), Some(text)) = (input.resolution_code, &written) {
            self.record.ticket.detail.resolution = Some(Resolution { code, text: text.clone() });
        }
        self.take_effect(&change, actor, written);
        Some(())
    }

    /// The requester agrees that it is done, so many seconds of opening hours later; it closes by itself where that is
    /// too late.
    pub(super) fn confirm(&mut self, seconds: i64, comment: Option<&str>) -> Option<()> {
        let end = self.record.ticket.facts(None).reopen_until()?;
        let at = self.calendar.add(self.at, seconds).ok()??;
        if at >= end {
            return self.close_by_itself();
        }
        self.until(at)?;
        let requester = self.record.ticket.requested_for.clone();
        self.act(Action::Confirm, Some(&requester), &Input { comment, ..Input::default() })
    }

    /// Closes it when the time to reopen is over.
    pub(super) fn close_by_itself(&mut self) -> Option<()> {
        let end = self.record.ticket.facts(None).reopen_until()?;
        self.until(end)?;
        self.act(Action::AutoClose, None, &Input::default())
    }

    /// Puts a change into the ticket and its timeline; the same as the backend does when somebody acts.
    fn take_effect(&mut self, change: &Change, author: Option<&PersonId>, written: Option<String>) {
        let at = self.at;
        let ticket = &mut self.record.ticket;
        ticket.version += 1;
        ticket.updated_at = at;
        tickets::take_effect(ticket, change, at);
        self.record.entries.extend(state_entry(change, at, author, written));
        if change.to == State::Cancelled {
            for approval in self.record.approvals.iter_mut().filter(|approval| approval.is_open()) {
                approval.state = ApprovalState::Superseded;
                approval.version += 1;
            }
        }
    }

    /// How many seconds of its target have passed.
    pub(super) fn accrued(&self) -> i64 {
        clocks::accrued(self.world.company, &self.record.ticket, self.at)
    }

    /// Whom it is for.
    pub(super) fn requester(&self) -> Option<&'c Person> {
        self.world.person(self.record.ticket.requested_for.as_str())
    }

    /// How many seconds of opening hours a share of the target is, with some scatter.
    pub(super) fn share(&self, rng: &mut Rng, target: Option<i64>, percents: &[i64]) -> i64 {
        // Without a target: as if it were three days of eight hours.
        let target = target.unwrap_or(24 * 3600);
        let percent = rng.pick(percents).copied().unwrap_or(30);
        target * percent / 100 + rng.between(0, (target / 40).max(60))
    }

    /// How old it is.
    pub(super) fn age(&self) -> TimeDelta {
        self.world.now - self.record.ticket.opened_at
    }
}
