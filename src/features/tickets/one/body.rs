//! What stands below the top of the page. Built once; its parts follow the ticket, so that nothing typed is lost when it
//! changes.

use super::{
    act::Actor,
    actions::actions,
    clock_panel::clock_panel,
    details::{details, ordered},
    explain::explanation,
    items::{again, items},
    outbox::Outbox,
    reply::reply,
    subject::Subject,
    timeline::timeline,
    verdict::verdict,
};
use crate::{
    i18n::m,
    ui::{Button, Notice, Tone},
};
use leptos::prelude::*;

/// Timeline and reply, and the panel beside them.
pub(super) fn body(subject: Subject) -> AnyView {
    let actor = Actor::new(subject);
    let outbox = Outbox::new(subject);
    view! {
        <div class="columns">
            <div class="columns__main">
                <div class="stack">
                    {outdated(subject)}
                    {items(subject)}
                    {explanation(subject)}
                    {verdict(actor)}
                    <div>{timeline(subject, outbox)} {reply(outbox, actor)}</div>
                </div>
            </div>
            <aside class="columns__side">
                <div class="side-panel">
                    {clock_panel(subject)}
                    {details(actor)}
                    {actions(actor)}
                    {ordered(actor)}
                    {again(subject)}
                </div>
            </aside>
        </div>
    }
    .into_any()
}

/// It could not be fetched again: what is shown may be old.
fn outdated(subject: Subject) -> AnyView {
    let why = Memo::new(move |_| subject.ticket.error().map(|error| error.words()));
    (move || {
        why.get().map(|words| {
            view! {
                <Notice title=m::ticket_page::outdated() tone=Tone::Warn>
                    <p>{words}</p>
                    <Button small=true on_press=Callback::new(move |()| subject.ticket.retry())>{m::common::retry()}</Button>
                </Notice>
            }
        })
    })
    .into_any()
}
