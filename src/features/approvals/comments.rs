//! What was written about the request so far.

use crate::{
    api::query,
    format,
    i18n::m,
    upload::attachments,
    view::{Shape, async_view},
};
use guichet_contract::{
    NoQuery,
    endpoints::{GetTimeline, TimelinePath},
    types::{TimelineEntry, TimelineEvent},
};
use guichet_rules::ids::TicketId;
use leptos::prelude::*;

/// The section: comments with their files, oldest first.
pub(super) fn comments(ticket: TicketId) -> AnyView {
    let timeline = query::<GetTimeline>(move || Some((TimelinePath { ticket: ticket.clone() }, NoQuery {})));
    let list = async_view(timeline, Shape::Lines(2), |entries: &Vec<TimelineEntry>| {
        let written = entries.iter().filter(|entry| entry.event == TimelineEvent::Comment);
        let rows = written.map(comment).collect::<Vec<_>>();
        if rows.is_empty() {
            return view! { <p class="muted">{m::approvals::no_comments()}</p> }.into_any();
        }
        view! { <ol class="stack">{rows}</ol> }.into_any()
    });
    view! {
        <section class="section">
            <h2 class="section__title">{m::approvals::section_comments()}</h2>
            {list}
        </section>
    }
    .into_any()
}

fn comment(entry: &TimelineEntry) -> AnyView {
    let name = entry.author.as_ref().map(|author| author.name.clone());
    let lines =
        entry.text.as_deref().unwrap_or_default().lines().map(|line| view! { <p>{line.to_owned()}</p> });
    view! {
        <li>
            <p>
                <strong>{name}</strong>
                " "
                <time class="muted num" datetime=entry.at.to_rfc3339() title=format::full(entry.at)>
                    {format::when(entry.at)}
                </time>
            </p>
            <div class="prose">{lines.collect_view()}</div>
            {attachments(&entry.attachments)}
        </li>
    }
    .into_any()
}
