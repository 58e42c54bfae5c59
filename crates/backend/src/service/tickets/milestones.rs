//! The way of a ticket: what lies behind, what is now, what is to come.

use crate::{
    service::{Ctx, refs},
    store::Ticket,
};
use chrono::{DateTime, Utc};
use guichet_contract::types::{Milestone, MilestoneKind, Progress};
use guichet_rules::ticket::{Kind, State};

struct Point {
    kind: MilestoneKind,
    done: bool,
    at: Option<DateTime<Utc>>,
    label: Option<String>,
}

/// The milestones of a ticket. One that was cancelled or rejected ends where it was.
pub(super) fn milestones(ctx: &Ctx, ticket: &Ticket) -> Vec<Milestone> {
    let points = points(ctx, ticket);
    if matches!(ticket.state, State::Cancelled | State::Rejected) {
        let behind = points.into_iter().filter(|point| point.done);
        let end = Point { kind: MilestoneKind::Ended, done: true, at: ticket.detail.ended_at, label: None };
        return behind.chain([end]).map(|point| wire(point, Progress::Done)).collect();
    }
    let mut progress = Progress::Now;
    let place = |point: Point| {
        if point.done {
            return wire(point, Progress::Done);
        }
        let milestone = wire(point, progress);
        progress = Progress::Next;
        milestone
    };
    points.into_iter().map(place).collect()
}

fn points(ctx: &Ctx, ticket: &Ticket) -> Vec<Point> {
    let detail = &ticket.detail;
    let finished = matches!(ticket.state, State::Resolved | State::Closed);
    let point = |kind, done, at| Point { kind, done, at, label: None };
    let mut points = vec![point(MilestoneKind::Filed, true, Some(ticket.opened_at))];
    if ticket.kind == Kind::Request {
        // An order has no approvals of its own, and waits for those of its items all the same.
        if detail.plan.needs_approval() || ticket.state == State::AwaitingApproval {
            points.push(point(MilestoneKind::Approved, detail.approved_at.is_some(), detail.approved_at));
        }
    } else {
        let group = ticket.group.as_ref().map(|group| refs::group(&ctx.company, group).name);
        points.push(Point {
            kind: MilestoneKind::Assigned,
            done: group.is_some(),
            at: group.is_some().then_some(ticket.opened_at),
            label: group,
        });
    }
    points.push(point(MilestoneKind::Work, finished, detail.begun_at));
    points.push(point(MilestoneKind::Resolved, finished, ticket.resolved_at.or(ticket.due_at)));
    let closes = ticket.facts(None).reopen_until().filter(|_| finished);
    points.push(point(MilestoneKind::Closed, ticket.state == State::Closed, detail.ended_at.or(closes)));
    points
}

fn wire(point: Point, progress: Progress) -> Milestone {
    Milestone { kind: point.kind, at: point.at, progress, label: point.label }
}
