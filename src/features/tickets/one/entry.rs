//! One entry of the timeline: something that was said, or something that happened.

use crate::{
    format,
    i18n::m,
    routes,
    tickets::state_words,
    ui::{Avatar, Tag, Tone},
    upload::attachments,
};
use chrono::{DateTime, Utc};
use guichet_contract::types::{AuthorRole, TimelineEntry, TimelineEvent};
use guichet_rules::ticket::{Kind, State};
use leptos::prelude::*;

/// What the entries are seen with.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Eyes {
    /// Who looks: an id.
    pub me: String,
    /// What kind of ticket.
    pub kind: Kind,
    /// What was written when it was filed, where its entry does not repeat it.
    pub description: Option<String>,
}

/// The entry.
pub(super) fn entry(entry: &TimelineEntry, eyes: &Eyes) -> AnyView {
    let opened = entry.event == TimelineEvent::Opened;
    let text = entry.text.clone().or_else(|| eyes.description.clone().filter(|_| opened));
    let said = matches!(entry.event, TimelineEvent::Comment | TimelineEvent::WorkNote);
    match text {
        Some(text) => message(entry, &text, eyes),
        None if said || !entry.attachments.is_empty() => message(entry, "", eyes),
        None => event(entry, eyes),
    }
}

fn message(entry: &TimelineEntry, text: &str, eyes: &Eyes) -> AnyView {
    let note = entry.event == TimelineEvent::WorkNote;
    let what = match entry.event {
        TimelineEvent::Comment => {
            role(entry.role).map(|words| view! { <span class="muted">{words}</span> }.into_any())
        }
        TimelineEvent::WorkNote => {
            Some(view! { <Tag tone=Tone::Warn>{m::ticket_page::note()}</Tag> }.into_any())
        }
        _ => Some(view! { <span class="muted">{happened(entry, eyes.kind)}</span> }.into_any()),
    };
    let class = if note { "comment comment--note" } else { "comment" };
    let name = name(entry);
    view! {
        <li class="timeline__item">
            <Avatar name=name/>
            <p class="timeline__head"><strong>{who(entry, &eyes.me)}</strong> " " {what} " " {time(entry.at)}</p>
            <div class=class>{prose(text)} {attachments(&entry.attachments)}</div>
        </li>
    }
    .into_any()
}

fn event(entry: &TimelineEntry, eyes: &Eyes) -> AnyView {
    let linked = entry.to.clone().filter(|_| entry.event == TimelineEvent::Linked);
    let linked = linked.map(|id| {
        let href = routes::ticket(&id);
        view! { " " <a class="link" href=href>{id}</a> }
    });
    let by = entry.author.is_some().then(|| format!(" · {}", who(entry, &eyes.me)));
    view! {
        <li class="timeline__item timeline__item--event">
            <p class="timeline__text">{happened(entry, eyes.kind)} {linked} {by} " " {time(entry.at)}</p>
        </li>
    }
    .into_any()
}

/// What happened, in words.
fn happened(entry: &TimelineEntry, kind: Kind) -> String {
    use m::ticket_page as t;
    let state = |text: &Option<String>| text.as_deref().and_then(|text| text.parse::<State>().ok());
    match entry.event {
        TimelineEvent::Opened => match kind {
            Kind::Request => t::event_requested(),
            Kind::Question => t::event_asked(),
            Kind::Incident | Kind::Unknown => t::event_reported(),
        },
        TimelineEvent::StateChanged => match (state(&entry.from), state(&entry.to)) {
            (Some(State::Resolved | State::Closed), Some(State::InProgress)) => t::event_reopened(),
            (_, Some(to)) => t::event_state(&state_words(to)),
            (_, None) => entry.to.as_deref().map_or_else(t::event_other, t::event_state),
        },
        TimelineEvent::Assigned => entry.to.as_deref().map_or_else(t::event_taken, t::event_assigned),
        TimelineEvent::PrioritySet => {
            entry.to.as_deref().map_or_else(t::event_priority, t::event_priority_to)
        }
        TimelineEvent::ApprovalAsked => {
            entry.to.as_deref().map_or_else(t::event_approval, t::event_approval_by)
        }
        TimelineEvent::ApproverGone => {
            entry.to.as_deref().map_or_else(t::event_approver_gone, t::event_approver_gone_who)
        }
        TimelineEvent::Reminded => entry.to.as_deref().map_or_else(t::event_reminded, t::event_reminded_who),
        TimelineEvent::Approved => entry.to.as_deref().map_or_else(t::event_approved, t::event_approved_for),
        TimelineEvent::Rejected => entry.to.as_deref().map_or_else(t::event_rejected, t::event_rejected_for),
        TimelineEvent::Revealed => entry.to.as_deref().map_or_else(t::event_revealed, t::event_revealed_to),
        TimelineEvent::Linked => t::event_linked(),
        TimelineEvent::Comment | TimelineEvent::WorkNote | TimelineEvent::Other => t::event_other(),
    }
}

/// "You", or the name; what nobody did, the system did.
fn who(entry: &TimelineEntry, me: &str) -> String {
    match &entry.author {
        Some(author) if author.id.as_str() == me => m::ticket_page::you(),
        _ => name(entry),
    }
}

fn name(entry: &TimelineEntry) -> String {
    entry.author.as_ref().map_or_else(m::ticket_page::system, |author| author.name.clone())
}

/// From which side somebody writes; whoever asked needs no such word.
fn role(role: AuthorRole) -> Option<String> {
    match role {
        AuthorRole::Agent => Some(m::ticket_page::role_desk()),
        AuthorRole::Approver => Some(m::ticket_page::role_approver()),
        AuthorRole::Requester | AuthorRole::System | AuthorRole::Other => None,
    }
}

/// A time, with the full date on demand.
pub(super) fn time(at: DateTime<Utc>) -> AnyView {
    view! { <time class="muted num" datetime=at.to_rfc3339() title=format::full(at)>{format::when(at)}</time> }.into_any()
}

/// Plain text with its paragraphs and lines.
pub(super) fn prose(text: &str) -> AnyView {
    let text = text.replace("\r\n", "\n");
    let paragraphs = text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty());
    let paragraphs = paragraphs.map(|paragraph| {
        let lines = paragraph.lines().enumerate().map(|(i, line)| {
            let newline = (i > 0).then(|| view! { <br/> });
            view! { {newline} {line.to_owned()} }
        });
        view! { <p>{lines.collect_view()}</p> }
    });
    view! { <div class="prose">{paragraphs.collect_view()}</div> }.into_any()
}
