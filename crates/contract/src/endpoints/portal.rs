//! How the services do, announcements, and hints that something changed.

use crate::types::{Announcement, EventHint, EventQuery, Page, ServiceQuery, ServiceStatus};

endpoint! {
    /// The services and how they do.
    ListServices("listServices"): Get "/services",
    query: ServiceQuery, reply: Vec<ServiceStatus>, status: 200, cached: true,
}

endpoint! {
    /// Planned work and news for this person, soonest first.
    ListAnnouncements("listAnnouncements"): Get "/announcements",
    reply: Vec<Announcement>, status: 200, cached: true,
}

endpoint! {
    /// What changed: a stream of server-sent events, or with `since` a list.
    ///
    /// With `Accept: text/event-stream` the reply is a stream that `Last-Event-ID` resumes.
    PollEvents("listEvents"): Get "/events",
    query: EventQuery, reply: Page<EventHint>, status: 200, refusals: [BadParameter],
}
