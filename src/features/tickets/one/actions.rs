//! What this person can do with the ticket, and why they cannot do the rest.

use super::{
    super::words,
    act::{Actor, Place},
    sheet::sheet,
    trouble::trouble,
};
use crate::{
    i18n::m,
    ui::{Button, ButtonKind},
};
use guichet_rules::ticket::{Action, Kind, Permission};
use leptos::prelude::*;

/// The buttons in the side panel, and the form of the one that was pressed.
pub(super) fn actions(actor: Actor) -> AnyView {
    let subject = actor.subject;
    let kind = subject.glance(|ticket| ticket.summary.kind).unwrap_or(Kind::Unknown);
    let offered = Memo::new(move |_| {
        let (mine, desk) = (subject.mine(), subject.desk());
        let fits = |p: &&Permission| in_panel(p.action, mine, desk);
        let mut offered =
            subject.see(|t| t.actions.iter().filter(fits).copied().collect::<Vec<_>>()).unwrap_or_default();
        // What ends it comes last.
        offered.sort_by_key(|permission| permission.action == Action::Cancel);
        offered
    });
    let any = Memo::new(move |_| !offered.with(Vec::is_empty));
    let buttons =
        move || offered.get().into_iter().map(|permission| button(actor, permission, kind)).collect_view();
    let row = move || any.get().then(|| view! { <div class="side-panel__actions no-print">{buttons}</div> });
    let here = |open: Option<(Action, Place)>| open.filter(|(_, place)| *place == Place::Panel);
    let form = move || here(actor.open.get()).map(|(action, place)| sheet(actor, action, place));
    // Beside the form where one is open.
    let trouble = move || actor.open.get().is_none().then(|| trouble(actor));
    view! { {row} {form} <div role="status">{trouble}</div> }.into_any()
}

/// Whether the button stands in the panel; the others stand beside what they answer.
fn in_panel(action: Action, mine: bool, desk: bool) -> bool {
    match action {
        Action::Confirm | Action::Reopen => !mine,
        Action::Resolve => desk,
        Action::Take
        | Action::Assign
        | Action::Start
        | Action::Hold
        | Action::Resume
        | Action::Cancel
        | Action::Remind
        | Action::FollowUp => true,
        Action::Comment
        | Action::WorkNote
        | Action::Rate
        | Action::Approve
        | Action::Reject
        | Action::AutoClose
        | Action::Unknown => false,
    }
}

/// Whether nothing needs to be said with it.
fn is_direct(action: Action) -> bool {
    matches!(action, Action::Take | Action::Start | Action::Resume | Action::Confirm | Action::Remind)
}

/// Why it is not possible; `None` where it is.
pub(super) fn reason(permission: &Permission) -> Option<String> {
    let why =
        || permission.reason.map_or_else(m::ticket_page::refused_unknown, |reason| words::refusal(&reason));
    (!permission.allowed).then(why)
}

fn button(actor: Actor, permission: Permission, kind: Kind) -> AnyView {
    let action = permission.action;
    let busy = Signal::derive(move || actor.busy.get() == Some(action));
    let press = Callback::new(move |()| {
        if is_direct(action) {
            actor.act_directly(action);
        } else {
            actor.open(action, Place::Panel);
        }
    });
    let look = if action == Action::Cancel { ButtonKind::Danger } else { ButtonKind::Secondary };
    view! {
        <Button kind=look small=true busy=busy disabled_reason=reason(&permission) on_press=press>
            {words::action(action, kind, false)}
        </Button>
    }
    .into_any()
}
