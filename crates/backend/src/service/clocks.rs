//! Service level clocks of tickets. The arithmetic is in the rules; here are the facts that it works on.

use super::{Ctx, Failure};
use crate::{
    content::Company,
    store::{Ticket, entries::Entry},
    words::{Tongue, Words},
};
use chrono::{DateTime, Utc};
use guichet_contract::types::{
    AuthorRole, Clock, ClockExplanation, ClockInterval, ClockKind, ClockState, IntervalReason, TimelineEvent,
};
use guichet_rules::{
    schedule::{self, AT_RISK_PERCENT, Calendar, Fact, FactKind, Reason, first_response},
    ticket::HoldReason,
};

/// Whether the resolution clock stands while a ticket waits for this. A change and a problem are the desk's own work,
/// and so is their time.
pub(super) fn stands_for(reason: HoldReason) -> bool {
    matches!(reason, HoldReason::Requester | HoldReason::Approval | HoldReason::ThirdParty)
}

/// A clock with what it is read on.
struct Facts<'c> {
    kind: ClockKind,
    clock: schedule::Clock,
    calendar: &'c Calendar,
}

fn resolution<'c>(company: &'c Company, ticket: &Ticket, tongue: Tongue) -> Option<Facts<'c>> {
    let label = |reason: HoldReason| Words::Hold(reason).say(tongue);
    let pauses = ticket.detail.pauses.iter().map(|pause| schedule::Pause {
        from: pause.from,
        to: pause.to,
        label: pause.reason.map(label),
    });
    let clock = schedule::Clock {
        start: ticket.clock_from,
        target_seconds: ticket.detail.resolve_within?,
        pauses: pauses.collect(),
        stopped_at: ticket.detail.stopped_at,
    };
    let calendar = company.opening_hours(ticket.detail.calendar.as_ref());
    Some(Facts { kind: ClockKind::Resolution, clock, calendar })
}

fn response<'c>(company: &'c Company, ticket: &Ticket, entries: &[Entry]) -> Option<Facts<'c>> {
    let target_seconds = ticket.detail.respond_within?;
    let facts: Vec<Fact> = entries.iter().filter_map(fact).collect();
    let exchange = first_response(&facts)?;
    // Nobody answers what has ended.
    let stopped_at = exchange.stopped_at.or(ticket.detail.ended_at);
    let clock =
        schedule::Clock { start: Some(exchange.start), target_seconds, pauses: Vec::new(), stopped_at };
    let calendar = company.opening_hours(ticket.detail.calendar.as_ref());
    Some(Facts { kind: ClockKind::FirstResponse, clock, calendar })
}

fn fact(entry: &Entry) -> Option<Fact> {
    let written = entry.body.is_some();
    let kind = match (entry.event, entry.role) {
        (TimelineEvent::Opened, _) => FactKind::Opened,
        (_, AuthorRole::Agent) if written && entry.internal => FactKind::WorkNote,
        // A resolution is an answer too.
        (_, AuthorRole::Agent) if written => FactKind::AgentComment,
        (TimelineEvent::Comment, AuthorRole::Requester) => FactKind::RequesterReply,
        _ => return None,
    };
    Some(Fact { kind, at: entry.at })
}

/// Works out when the ticket is due, and when it is at risk; for everyone who stores a ticket.
pub(crate) fn stamp(company: &Company, ticket: &mut Ticket, now: DateTime<Utc>) {
    let Some(facts) = resolution(company, ticket, Tongue::default()) else {
        (ticket.due_at, ticket.risk_at) = (None, None);
        return;
    };
    let target = facts.clock.target_seconds;
    // Rounded up: at risk is as soon as that share has accrued, not a second before.
    let share = (target.saturating_mul(AT_RISK_PERCENT) + 99) / 100;
    let reach = |target_seconds: i64| {
        let clock = schedule::Clock { target_seconds, ..facts.clock.clone() };
        // The check of the content refuses unknown zones.
        facts.calendar.read(&clock, now).ok().and_then(|reading| reading.due)
    };
    let (due_at, risk_at) = (reach(target), reach(share));
    ticket.due_at = due_at;
    ticket.risk_at = risk_at;
}

/// How many seconds of its promised time a ticket has taken; none where nothing is promised.
pub(crate) fn accrued(company: &Company, ticket: &Ticket, now: DateTime<Utc>) -> i64 {
    let reading = resolution(company, ticket, Tongue::default())
        .and_then(|facts| facts.calendar.read(&facts.clock, now).ok());
    reading.map_or(0, |reading| reading.accrued_seconds)
}

/// How the resolution clock does, from what [`stamp`] wrote down: a list of fifty tickets reads no calendars.
pub(super) fn state(ticket: &Ticket, now: DateTime<Utc>) -> ClockState {
    let detail = &ticket.detail;
    let begun = ticket.clock_from.is_some_and(|from| from.timestamp() <= now.timestamp());
    if !begun || detail.resolve_within.is_none() {
        return ClockState::NotStarted;
    }
    let reached =
        |at: Option<DateTime<Utc>>, by: DateTime<Utc>| at.is_some_and(|at| at.timestamp() <= by.timestamp());
    let paused = detail.pauses.last().is_some_and(|pause| pause.to.is_none());
    match detail.stopped_at {
        Some(stop) if ticket.due_at.is_some_and(|due| stop.timestamp() > due.timestamp()) => {
            ClockState::MetLate
        }
        Some(_) => ClockState::Met,
        None if reached(ticket.due_at, now) => ClockState::Breached,
        None if paused => ClockState::Paused,
        None if reached(ticket.risk_at, now) => ClockState::AtRisk,
        None => ClockState::Running,
    }
}

/// The clocks of a ticket, read now.
pub(super) fn read(ctx: &Ctx, ticket: &Ticket, entries: &[Entry]) -> Result<Vec<Clock>, Failure> {
    all(ctx, ticket, entries).iter().map(|facts| wire(facts, ctx.now)).collect()
}

/// The clocks of a ticket with every stretch of time that counted, and every one that did not.
pub(super) fn explain(
    ctx: &Ctx,
    ticket: &Ticket,
    entries: &[Entry],
) -> Result<Vec<ClockExplanation>, Failure> {
    let explanation = |facts: &Facts<'_>| -> Result<ClockExplanation, Failure> {
        let intervals = facts.calendar.explain(&facts.clock, ctx.now).map_err(Failure::internal)?;
        Ok(ClockExplanation {
            clock: wire(facts, ctx.now)?,
            intervals: intervals.into_iter().map(interval).collect(),
        })
    };
    all(ctx, ticket, entries).iter().map(explanation).collect()
}

fn all<'c>(ctx: &'c Ctx, ticket: &Ticket, entries: &[Entry]) -> Vec<Facts<'c>> {
    let response = response(&ctx.company, ticket, entries);
    response.into_iter().chain(resolution(&ctx.company, ticket, ctx.tongue())).collect()
}

fn wire(facts: &Facts<'_>, now: DateTime<Utc>) -> Result<Clock, Failure> {
    let reading = facts.calendar.read(&facts.clock, now).map_err(Failure::internal)?;
    let state = match reading.state {
        schedule::ClockState::NotStarted => ClockState::NotStarted,
        schedule::ClockState::Running if reading.at_risk => ClockState::AtRisk,
        schedule::ClockState::Running => ClockState::Running,
        schedule::ClockState::Paused => ClockState::Paused,
        schedule::ClockState::Met => ClockState::Met,
        schedule::ClockState::Breached => ClockState::Breached,
        schedule::ClockState::MetLate => ClockState::MetLate,
        schedule::ClockState::Other => ClockState::Other,
    };
    Ok(Clock {
        kind: facts.kind,
        state,
        due: reading.due,
        accrued_seconds: reading.accrued_seconds,
        target_seconds: facts.clock.target_seconds,
        calendar: facts.calendar.name.clone(),
        zone: facts.calendar.zone.to_string(),
    })
}

fn interval(interval: schedule::Interval) -> ClockInterval {
    let (reason, label) = match interval.reason {
        Reason::OpenHours => (IntervalReason::OpenHours, None),
        Reason::OutsideHours => (IntervalReason::OutsideHours, None),
        Reason::Holiday { name } => (IntervalReason::Holiday, Some(name)),
        Reason::OnHold { label } => (IntervalReason::OnHold, label),
        Reason::Other => (IntervalReason::Other, None),
    };
    ClockInterval {
        from: interval.from,
        to: interval.to,
        counted: interval.counted,
        seconds: if interval.counted { interval.seconds } else { 0 },
        reason,
        label,
    }
}
