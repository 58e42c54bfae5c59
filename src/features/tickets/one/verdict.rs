//! What waits for the requester, above the timeline: a question of the desk, or whether what was resolved works.

use super::{
    super::words,
    act::{Actor, Place},
    actions::reason,
    entry::prose,
    sheet::sheet,
};
use crate::{
    format,
    i18n::m,
    ui::{Button, ButtonKind, Notice, Tone},
};
use guichet_contract::types::{AuthorRole, Resolution, TimelineEvent};
use guichet_rules::ticket::{Action, HoldReason, Kind, Permission, State};
use leptos::prelude::*;

/// The notices; nothing while nothing waits.
pub(super) fn verdict(actor: Actor) -> AnyView {
    let at_verdict = |open: Option<(Action, Place)>| open.filter(|(_, place)| *place == Place::Verdict);
    let form = move || at_verdict(actor.open.get()).map(|(action, place)| sheet(actor, action, place));
    view! { {question(actor)} {resolution(actor)} {form} }.into_any()
}

fn question(actor: Actor) -> AnyView {
    let subject = actor.subject;
    let asked = Memo::new(move |_| {
        let waits = subject.see(|t| {
            t.summary.state == State::OnHold && t.summary.hold_reason == Some(HoldReason::Requester)
        });
        (waits == Some(true) && subject.mine()).then(|| {
            subject.timeline.with(|entries| {
                let mut latest = entries.map(Vec::as_slice).unwrap_or_default().iter().rev();
                let question =
                    latest.find(|e| e.event == TimelineEvent::Comment && e.role == AuthorRole::Agent);
                question.and_then(|entry| entry.text.clone()).unwrap_or_default()
            })
        })
    });
    (move || {
        asked.get().map(|text| {
            view! {
                <Notice title=m::ticket_page::question_title() tone=Tone::Warn>
                    {prose(&text)}
                    <p>{m::ticket_page::question_text()}</p>
                </Notice>
            }
        })
    })
    .into_any()
}

/// What the notice of a resolution shows.
#[derive(Clone, PartialEq)]
struct Resolved {
    resolution: Resolution,
    kind: Kind,
    /// It can still be reopened.
    open: bool,
    confirm: Option<Permission>,
    reopen: Option<Permission>,
}

fn resolution(actor: Actor) -> AnyView {
    let subject = actor.subject;
    let resolved = Memo::new(move |_| {
        let mine = subject.mine();
        subject.see(|ticket| {
            let state = ticket.summary.state;
            let offered =
                |action: Action| ticket.actions.iter().find(|p| mine && p.action == action).copied();
            let resolution =
                ticket.resolution.clone().filter(|_| matches!(state, State::Resolved | State::Closed))?;
            Some(Resolved {
                resolution,
                kind: ticket.summary.kind,
                open: state == State::Resolved,
                confirm: offered(Action::Confirm),
                reopen: offered(Action::Reopen),
            })
        })?
    });
    (move || resolved.get().map(|resolved| notice(actor, resolved))).into_any()
}

fn notice(actor: Actor, resolved: Resolved) -> AnyView {
    let Resolved { resolution, kind, open, confirm, reopen } = resolved;
    let busy = Signal::derive(move || actor.busy.get() == Some(Action::Confirm));
    let confirm = confirm.map(|permission| {
        let press = Callback::new(move |()| actor.act_directly(Action::Confirm));
        let label = words::action(Action::Confirm, kind, true);
        view! {
            <Button kind=ButtonKind::Primary busy=busy disabled_reason=reason(&permission) on_press=press>{label}</Button>
        }
    });
    let reopen = reopen.map(|permission| {
        let press = Callback::new(move |()| actor.open(Action::Reopen, Place::Verdict));
        let label = words::action(Action::Reopen, kind, true);
        view! { <Button disabled_reason=reason(&permission) on_press=press>{label}</Button> }
    });
    let until =
        open.then(|| view! { <p>{m::ticket_page::reopen_until(&format::when(resolution.reopen_until))}</p> });
    let title = m::ticket_page::resolved_title(
        &words::resolution_code(resolution.code),
        &format::when(resolution.at),
    );
    view! {
        <Notice title=title tone=Tone::Ok>
            {prose(&resolution.text)}
            {until}
            <div class="cluster no-print">{confirm} {reopen}</div>
        </Notice>
    }
    .into_any()
}
