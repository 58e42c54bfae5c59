//! The message that was just sent: it stands in the timeline in the same frame, and says if it did not arrive.

use super::{
    entry::prose,
    outbox::{Fate, Message, Outbox},
};
use crate::{
    i18n::m,
    session::use_session,
    ui::{Avatar, Button, Tag, Tone},
    upload::attachments,
};
use leptos::prelude::*;

/// The message, while it is not in the timeline yet.
pub(super) fn pending(outbox: Outbox) -> AnyView {
    let session = use_session();
    let name = Memo::new(move |_| session.me().map(|me| me.person.name).unwrap_or_default());
    (move || outbox.message.get().map(|message| item(&message, outbox, name))).into_any()
}

fn item(message: &Message, outbox: Outbox, name: Memo<String>) -> AnyView {
    let state = move || match outbox.fate.get() {
        Fate::Sending | Fate::Arrived(_) => m::common::sending(),
        Fate::Failed(_) => m::ticket_page::not_sent(),
    };
    let base = if message.internal { "comment comment--note" } else { "comment" };
    let class = move || match outbox.fate.get() {
        Fate::Sending | Fate::Arrived(_) => format!("{base} comment--pending"),
        Fate::Failed(_) => format!("{base} comment--failed"),
    };
    let note = message.internal.then(|| view! { <Tag tone=Tone::Warn>{m::ticket_page::note()}</Tag> });
    let rescue = move || match outbox.fate.get() {
        Fate::Failed(why) => Some(rescue(why, outbox)),
        Fate::Sending | Fate::Arrived(_) => None,
    };
    view! {
        <li class="timeline__item">
            <Avatar name=name/>
            <p class="timeline__head">
                <strong>{m::ticket_page::you()}</strong> " " {note} " " <span class="muted" role="status">{state}</span>
            </p>
            <div class=class>{prose(&message.text)} {attachments(&message.files)} {rescue}</div>
        </li>
    }
    .into_any()
}

fn rescue(why: String, outbox: Outbox) -> AnyView {
    let again = Callback::new(move |()| outbox.deliver());
    let change = Callback::new(move |()| outbox.take_back());
    view! {
        <p class="field__error" role="alert">{why}</p>
        <div class="cluster">
            <Button small=true on_press=again>{m::ticket_page::send_again()}</Button>
            <Button small=true on_press=change>{m::ticket_page::take_back()}</Button>
        </div>
    }
    .into_any()
}
