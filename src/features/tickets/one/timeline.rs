//! What happened, first to last.

use super::{
    entry::{Eyes, entry},
    outbox::Outbox,
    pending::pending,
    subject::Subject,
};
use crate::{
    i18n::m,
    ui::{Failed, Skeleton, SkeletonKind},
};
use leptos::prelude::*;

/// The timeline, with what this person has just sent at its end.
pub(super) fn timeline(subject: Subject, outbox: Outbox) -> AnyView {
    let eyes = Memo::new(move |_| {
        let me = subject.me();
        subject.see(|ticket| Eyes { me, kind: ticket.summary.kind, description: ticket.description.clone() })
    });
    let there = Memo::new(move |_| subject.timeline.with(|entries| entries.is_some()));
    let entries = move || {
        let eyes = eyes.get()?;
        subject.timeline.with(|entries| Some(entries?.iter().map(|e| entry(e, &eyes)).collect_view()))
    };
    let waiting = move || (!there.get()).then(|| absent(subject));
    view! {
        <h2 class="visually-hidden">{m::ticket_page::timeline()}</h2>
        {waiting}
        <ol class="timeline" aria-busy=move || subject.timeline.loading().then_some("true")>
            {entries} {pending(outbox)}
        </ol>
    }
    .into_any()
}

fn absent(subject: Subject) -> AnyView {
    let why = Memo::new(move |_| subject.timeline.error().map(|error| error.words()));
    (move || match why.get() {
        None => view! { <Skeleton kind=SkeletonKind::Lines count=4/> }.into_any(),
        Some(words) => view! {
            <Failed
                title=m::ticket_page::timeline_failed()
                text=Some(words)
                retry_label=m::common::retry()
                on_retry=Callback::new(move |()| subject.timeline.retry())
            />
        }
        .into_any(),
    })
    .into_any()
}
