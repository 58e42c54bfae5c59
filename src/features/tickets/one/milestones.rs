//! How far it is.

use super::subject::Subject;
use crate::{
    format,
    i18n::m,
    ui::{ProgressSteps, Step, StepState},
};
use guichet_contract::types::{Milestone, MilestoneKind, Progress, Ticket};
use guichet_rules::ticket::{Kind, State};
use leptos::prelude::*;

/// The milestones; nothing until they are known.
pub(super) fn milestones(subject: Subject) -> AnyView {
    let steps = Memo::new(move |_| subject.see(steps).unwrap_or_default());
    let any = Memo::new(move |_| !steps.with(Vec::is_empty));
    (move || any.get().then(|| view! { <ProgressSteps label=m::ticket_page::milestones() steps=steps/> }))
        .into_any()
}

fn steps(ticket: &Ticket) -> Vec<Step> {
    ticket
        .milestones
        .iter()
        .filter(|m| m.kind != MilestoneKind::Other)
        .map(|milestone| step(milestone, ticket))
        .collect()
}

fn step(milestone: &Milestone, ticket: &Ticket) -> Step {
    let state = match (milestone.kind, milestone.progress) {
        (MilestoneKind::Ended, Progress::Done | Progress::Now) => StepState::Failed,
        (_, Progress::Done) => StepState::Done,
        (_, Progress::Now) => StepState::Now,
        (_, Progress::Next | Progress::Other) => StepState::Next,
    };
    let when = milestone.at.map(format::when).map(|at| match moment(milestone.kind, milestone.progress) {
        Moment::Reached => at,
        Moment::Since => m::ticket_page::since(&at),
        Moment::Expected => m::common::by(&at),
    });
    let state_label = match state {
        StepState::Done => m::ticket_page::step_done(),
        StepState::Now => m::ticket_page::step_now(),
        StepState::Next => m::ticket_page::step_next(),
        StepState::Failed => m::ticket_page::step_failed(),
    };
    Step { label: label(milestone, state, ticket), when: when.unwrap_or_default(), state, state_label }
}

/// What the time of a milestone tells.
#[derive(Debug, PartialEq, Eq)]
enum Moment {
    /// When it was reached.
    Reached,
    /// Since when it is.
    Since,
    /// When it is expected.
    Expected,
}

/// Told by the milestone alone. By the clock, what has just begun would lie ahead wherever the device is a little behind the
/// backend.
fn moment(kind: MilestoneKind, progress: Progress) -> Moment {
    match (kind, progress) {
        (_, Progress::Done) | (MilestoneKind::Ended, Progress::Now) => Moment::Reached,
        // Work alone goes on. Whatever else is now is waited for: a resolved ticket closes by itself.
        (MilestoneKind::Work, Progress::Now) => Moment::Since,
        (_, Progress::Now | Progress::Next | Progress::Other) => Moment::Expected,
    }
}

fn label(milestone: &Milestone, state: StepState, ticket: &Ticket) -> String {
    use m::ticket_page as t;
    let kind = ticket.summary.kind;
    match milestone.kind {
        MilestoneKind::Filed => match kind {
            Kind::Request => t::step_requested(),
            Kind::Question => t::step_asked(),
            Kind::Incident | Kind::Unknown => t::step_reported(),
        },
        MilestoneKind::Approved if state == StepState::Done => t::step_approved(),
        MilestoneKind::Approved => t::step_approval(),
        MilestoneKind::Assigned => match &milestone.label {
            Some(who) => t::step_assigned_to(who),
            None => t::step_assigned(),
        },
        MilestoneKind::Work if state == StepState::Now && ticket.summary.state == State::OnHold => {
            m::ticket::on_hold()
        }
        MilestoneKind::Work if state == StepState::Done => t::step_worked(),
        MilestoneKind::Work if state == StepState::Next => t::step_work_next(),
        MilestoneKind::Work if milestone.at.is_none() => t::step_work_waiting(),
        MilestoneKind::Work => t::step_work(),
        MilestoneKind::Resolved if kind == Kind::Request => t::step_delivered(),
        MilestoneKind::Resolved => m::ticket::resolved(),
        MilestoneKind::Closed => m::ticket::closed(),
        MilestoneKind::Ended if ticket.summary.state == State::Rejected => m::ticket::rejected(),
        MilestoneKind::Ended => m::ticket::cancelled(),
        MilestoneKind::Other => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_time_tells_is_told_by_the_milestone() {
        for (kind, progress, expected) in [
            (MilestoneKind::Filed, Progress::Done, Moment::Reached),
            (MilestoneKind::Work, Progress::Done, Moment::Reached),
            (MilestoneKind::Work, Progress::Now, Moment::Since),
            (MilestoneKind::Resolved, Progress::Next, Moment::Expected),
            (MilestoneKind::Approved, Progress::Now, Moment::Expected),
            (MilestoneKind::Closed, Progress::Now, Moment::Expected),
            (MilestoneKind::Closed, Progress::Done, Moment::Reached),
            (MilestoneKind::Ended, Progress::Now, Moment::Reached),
            (MilestoneKind::Resolved, Progress::Other, Moment::Expected),
        ] {
            assert_eq!(moment(kind, progress), expected, "{kind:?} {progress:?}");
        }
    }
}
