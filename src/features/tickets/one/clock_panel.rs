//! The clock: until when it should be resolved, how much is left, and the bar.

use super::{
    super::words,
    clock::{Part, bar, percent, remaining},
    entry::time,
    subject::Subject,
};
use crate::{format, i18n::m};
use chrono::{DateTime, Utc};
use guichet_contract::types::{Clock, ClockInterval, ClockKind, ClockState, Ticket};
use guichet_rules::ticket::{HoldReason, Kind, State};
use leptos::prelude::*;

/// What the panel shows of the ticket.
#[derive(Debug, Clone, PartialEq)]
struct Face {
    clock: Clock,
    kind: Kind,
    hold: Option<HoldReason>,
    resolved_at: Option<DateTime<Utc>>,
    first: Option<Clock>,
}

fn face(ticket: &Ticket) -> Option<Face> {
    let of = |kind: ClockKind| ticket.clocks.iter().find(|clock| clock.kind == kind).cloned();
    // What ended without being done has no date to keep.
    if matches!(ticket.summary.state, State::Cancelled | State::Rejected) {
        return None;
    }
    Some(Face {
        clock: of(ClockKind::Resolution).filter(|clock| clock.state != ClockState::Other)?,
        kind: ticket.summary.kind,
        hold: ticket.summary.hold_reason,
        resolved_at: ticket.resolution.as_ref().map(|resolution| resolution.at),
        first: of(ClockKind::FirstResponse),
    })
}

/// The panel's first part; nothing where no clock runs.
pub(super) fn clock_panel(subject: Subject) -> AnyView {
    let face = Memo::new(move |_| subject.see(face).flatten());
    let intervals = Memo::new(move |_| {
        subject
            .clocks
            .with(|clocks| {
                let clock = clocks?.iter().find(|explained| explained.clock.kind == ClockKind::Resolution)?;
                Some(clock.intervals.clone())
            })
            .unwrap_or_default()
    });
    let explainable = Memo::new(move |_| !intervals.with(Vec::is_empty));
    let explain = move || explainable.get().then(|| explain_button(subject));
    (move || face.get().map(|face| view! { {words_of(&face)} {meter(face, intervals, subject)} {explain} }))
        .into_any()
}

fn explain_button(subject: Subject) -> AnyView {
    let open = subject.explained;
    view! {
        <button
            node_ref=subject.explain
            class="link-button no-print"
            type="button"
            aria-expanded=move || if open.get() { "true" } else { "false" }
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {m::ticket_page::explain()}
        </button>
    }
    .into_any()
}

/// The date, or why there is none.
fn words_of(face: &Face) -> AnyView {
    use m::ticket_page as t;
    let clock = &face.clock;
    let delivered = face.kind == Kind::Request;
    let (title, big) = match clock.state {
        ClockState::NotStarted => (t::clock_not_started(), None),
        ClockState::Paused => (t::clock_paused(), None),
        ClockState::Met | ClockState::MetLate => {
            (if delivered { t::step_delivered() } else { m::ticket::resolved() }, face.resolved_at)
        }
        _ => (if delivered { t::delivered_by() } else { t::resolved_by() }, clock.due),
    };
    let big = big.map(|at| {
        view! { <p class="side-panel__big"><time datetime=at.to_rfc3339() title=format::full(at)>{format::when(at)}</time></p> }
    });
    let why = match (clock.state, face.hold) {
        (ClockState::NotStarted, _) => Some(t::clock_not_started_why()),
        (ClockState::Paused, Some(HoldReason::Requester)) => Some(t::clock_waits_answer()),
        (ClockState::Paused, Some(reason)) => Some(t::clock_waits(&words::hold_reason(reason))),
        (ClockState::Met, _) => Some(t::clock_met()),
        (ClockState::MetLate, _) => Some(t::clock_met_late()),
        _ => None,
    };
    let why = why.map(|words| view! { <p class="muted">{words}</p> });
    let first = face.first.as_ref().and_then(first_answer);
    view! { <h2 class="side-panel__title">{title}</h2> {big} {why} {first} }.into_any()
}

/// When somebody answers, as long as nobody has.
fn first_answer(clock: &Clock) -> Option<AnyView> {
    let due = clock.due?;
    let words = match clock.state {
        ClockState::Running | ClockState::AtRisk => m::ticket_page::first_answer_by(),
        ClockState::Breached => m::ticket_page::first_answer_late(),
        _ => return None,
    };
    Some(view! { <p class="muted">{words} " " {time(due)}</p> }.into_any())
}

/// What is left, moving with time.
fn meter(face: Face, intervals: Memo<Vec<ClockInterval>>, subject: Subject) -> Option<AnyView> {
    let clock = face.clock;
    let state = clock.state;
    if state == ClockState::NotStarted {
        return None;
    }
    let resolved_at = face.resolved_at;
    let clock = StoredValue::new(clock);
    let left = Memo::new(move |_| {
        let now = subject.now.get();
        intervals.with(|intervals| clock.with_value(|clock| remaining(clock, intervals, now)))
    });
    let words = move || {
        let span = format::span(left.get());
        match state {
            ClockState::Running | ClockState::AtRisk => Some(m::ticket_page::clock_left(&span)),
            ClockState::Breached => Some(m::ticket_page::clock_over(&span)),
            ClockState::Paused => Some(m::ticket_page::clock_left_paused(&span)),
            _ => None,
        }
    };
    let words = move || words().map(|words| view! { <p class="muted num">{words}</p> });
    let class = match state {
        ClockState::AtRisk => "clock clock--warn",
        ClockState::Breached | ClockState::MetLate => "clock clock--bad",
        _ => "clock",
    };
    let label = move || {
        let used = clock.with_value(|clock| percent(clock, left.get()));
        m::ticket_page::clock_bar(&format::number(used as f64))
    };
    let parts = move || {
        let until = resolved_at.unwrap_or_else(|| subject.now.get());
        intervals
            .with(|intervals| clock.with_value(|clock| bar(clock, intervals, until)))
            .into_iter()
            .map(part)
            .collect_view()
    };
    Some(view! { {words} <div class=class role="img" aria-label=label>{parts}</div> }.into_any())
}

fn part((part, width): (Part, i64)) -> AnyView {
    let class = match part {
        Part::Counted => "clock__part clock__part--counted",
        Part::Held => "clock__part clock__part--held",
        Part::Rest => "clock__part",
    };
    view! { <span class=class style:flex-grow=width.to_string()></span> }.into_any()
}
