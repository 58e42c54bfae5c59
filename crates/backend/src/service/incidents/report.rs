//! The ticket that a report becomes. It asks neither who is signed in nor what is stored, so that an incident which is made
//! up becomes the same as one that is reported.

use crate::{
    content::Company,
    service::input,
    store::{Detail, Ticket, entries::Entry},
};
use chrono::{DateTime, Utc};
use guichet_contract::types::{AuthorRole, IncidentInput, TimelineEvent};
use guichet_rules::{
    ids::{GroupId, PersonId, TicketId},
    priority::PriorityError,
    ticket::Kind,
};

/// Who takes what belongs to nobody.
const SERVICE_DESK: &str = "service-desk";

/// The ticket, not yet stored: `reporter` says at `at` what happens. Fails where the matrix does not know how severe.
pub(crate) fn ticket(
    company: &Company,
    reporter: &PersonId,
    input: IncidentInput,
    id: TicketId,
    at: DateTime<Utc>,
) -> Result<Ticket, PriorityError> {
    let requested_for = input.requested_for.unwrap_or_else(|| reporter.clone());
    let priority = company.matrix.priority(&input.impact, &input.urgency)?;
    let level = company.priorities.get(&priority);
    let calendar = company.calendar_for_priority(priority, &requested_for);
    let detail = Detail {
        description: input::text(Some(input.description.as_str())),
        calendar: calendar.id.clone(),
        resolve_within: level.map(|level| level.resolution.seconds(calendar)),
        respond_within: level.map(|level| level.first_response.seconds(calendar)),
        ..Detail::default()
    };
    let service = input.service.as_ref().and_then(|id| company.service(id));
    Ok(Ticket {
        requested_for,
        group: service.map(|service| service.group.clone()).or_else(|| service_desk(company)),
        impact: Some(input.impact),
        urgency: Some(input.urgency),
        priority: Some(priority.level()),
        service: input.service,
        asset: input.asset,
        detail,
        ..Ticket::new(id, Kind::Incident, input.title.trim().to_owned(), reporter.clone(), at)
    })
}

/// What its timeline says right behind the filing: its priority, and whose it is.
pub(crate) fn opening(ticket: &Ticket) -> [Entry; 2] {
    let priority = ticket.priority.map(|priority| priority.to_string());
    let group = ticket.group.as_ref().map(|group| format!("group:{group}"));
    [(TimelineEvent::PrioritySet, priority), (TimelineEvent::Assigned, group)].map(|(event, to)| {
        Entry::new(ticket.opened_at, None, AuthorRole::System, event).with_change(None, to)
    })
}

/// Who takes what belongs to nobody, if the company has such a group.
fn service_desk(company: &Company) -> Option<GroupId> {
    company.groups.keys().find(|group| group.as_str() == SERVICE_DESK).cloned()
}
