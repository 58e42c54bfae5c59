//! The reply box.

use super::{
    super::{files::files_field, words},
    act::{Actor, Place},
    actions::reason,
    outbox::Outbox,
    sheet::sheet,
};
use crate::{
    format,
    i18n::m,
    ui::{Button, ButtonKind, FieldText, FocusMap, TextArea},
};
use guichet_contract::types::Ticket;
use guichet_rules::ticket::{Action, Kind, Permission, State};
use leptos::prelude::*;
use web_sys::File;

/// Under which the map finds the box.
const BOX: &str = "reply";

/// What there is to show.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Shape {
    Nothing,
    /// Why one cannot write here.
    Refused(String),
    Box,
}

fn permission(ticket: &Ticket, action: Action) -> Option<Permission> {
    ticket.actions.iter().find(|p| p.action == action).copied()
}

fn may(ticket: &Ticket, action: Action) -> bool {
    permission(ticket, action).is_some_and(|p| p.allowed)
}

/// The box, or why there is none.
pub(super) fn reply(outbox: Outbox, actor: Actor) -> AnyView {
    let subject = outbox.subject;
    let shape = Memo::new(move |_| {
        subject
            .see(|ticket| match permission(ticket, Action::Comment) {
                _ if may(ticket, Action::Comment) || may(ticket, Action::WorkNote) => Shape::Box,
                Some(comment) => reason(&comment).map_or(Shape::Nothing, Shape::Refused),
                None => Shape::Nothing,
            })
            .unwrap_or(Shape::Nothing)
    });
    (move || match shape.get() {
        Shape::Nothing => ().into_any(),
        Shape::Refused(why) => view! { <p class="muted">{why}</p> }.into_any(),
        Shape::Box => writing(outbox, actor),
    })
    .into_any()
}

fn writing(outbox: Outbox, actor: Actor) -> AnyView {
    let focus = FocusMap::new();
    let internal = outbox.internal;
    let label =
        Signal::derive(move || if internal.get() { m::ticket_page::note() } else { m::ticket_page::reply() });
    let group =
        Memo::new(move |_| outbox.subject.see(|t| t.summary.group.clone().map(|group| group.name)).flatten());
    let hint = Signal::derive(move || match group.get() {
        _ if internal.get() => Some(m::ticket_page::note_hint()),
        Some(group) if !outbox.subject.desk() => Some(m::ticket_page::reply_hint_to(&group)),
        _ => Some(m::ticket_page::reply_hint()),
    });
    let field = FieldText::new(label).hint(hint).error(outbox.problem).at(focus, BOX);
    let send = move || {
        outbox.send();
        if outbox.problem.with_untracked(Option::is_some) {
            focus.focus(BOX);
        }
    };
    let type_in = move |text: String| {
        outbox.problem.set(None);
        outbox.text.set(text);
    };
    let saved = move || outbox.saved.get().map(|at| m::common::saved_at(&format::time(at)));
    let at_reply = |open: Option<(Action, Place)>| open.filter(|(_, place)| *place == Place::Reply);
    let form = move || at_reply(actor.open.get()).map(|(action, place)| sheet(actor, action, place));
    view! {
        <section class="reply no-print" aria-label=move || label.get()>
            {audience(outbox)}
            <TextArea
                field=field
                value=outbox.text
                on_input=Callback::new(type_in)
                on_files=Callback::new(move |files: Vec<File>| outbox.files.paste(files))
                on_send=Callback::new(move |()| send())
            />
            {files_field(outbox.files, FieldText::new(m::ticket_page::files_label()))}
            {outbox.hold.view()}
            <div class="form__actions">
                {send_button(outbox, Callback::new(move |()| send()))}
                {works_again(actor)}
                <span class="saved" role="status">{saved}</span>
            </div>
            {form}
        </section>
    }
    .into_any()
}

/// Who reads it, for the desk.
fn audience(outbox: Outbox) -> AnyView {
    let subject = outbox.subject;
    let both = Memo::new(move |_| subject.see(|t| (may(t, Action::Comment), may(t, Action::WorkNote))));
    // Where only one of them is possible there is nothing to choose.
    Effect::new(move || match both.get() {
        Some((true, false)) => outbox.internal.set(false),
        Some((false, true)) => outbox.internal.set(true),
        _ => {}
    });
    let chip = move |internal: bool, label: String| {
        view! {
            <li>
                <button
                    class="chip"
                    type="button"
                    aria-pressed=move || if outbox.internal.get() == internal { "true" } else { "false" }
                    on:click=move |_| outbox.internal.set(internal)
                >
                    {label}
                </button>
            </li>
        }
    };
    (move || {
        (both.get() == Some((true, true))).then(|| {
            view! {
                <ul class="chips" aria-label=m::ticket_page::audience()>
                    {chip(false, m::ticket_page::audience_all())}
                    {chip(true, m::ticket_page::audience_desk())}
                </ul>
            }
        })
    })
    .into_any()
}

/// Where the desk waits to hear whether it works, that is the one thing of the page and this is not.
fn send_button(outbox: Outbox, press: Callback<()>) -> AnyView {
    let subject = outbox.subject;
    let asked = Memo::new(move |_| {
        subject.mine() && subject.see(|t| t.summary.state == State::Resolved) == Some(true)
    });
    let label = move || {
        if outbox.internal.get() { m::ticket_page::send_note() } else { m::ticket_page::send_reply() }
    };
    (move || {
        let kind = if asked.get() { ButtonKind::Secondary } else { ButtonKind::Primary };
        view! { <Button kind=kind on_press=press>{label}</Button> }
    })
    .into_any()
}

/// For the requester of what is not resolved yet.
fn works_again(actor: Actor) -> AnyView {
    let subject = actor.subject;
    let offered = Memo::new(move |_| {
        let own = subject.mine() && !subject.desk();
        subject.see(|t| permission(t, Action::Resolve).filter(|_| own).map(|p| (p, t.summary.kind))).flatten()
    });
    let press = Callback::new(move |()| actor.open(Action::Resolve, Place::Reply));
    let button = move |(permission, kind): (Permission, Kind)| {
        view! {
            <Button disabled_reason=reason(&permission) on_press=press>{words::action(Action::Resolve, kind, true)}</Button>
        }
    };
    (move || offered.get().map(button)).into_any()
}
