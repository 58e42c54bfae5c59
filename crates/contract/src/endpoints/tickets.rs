//! Reporting a problem, and tickets.

use crate::types::{
    ActionInput, ActionReply, ClockExplanation, CommentInput, IncidentInput, IncidentOptions, Page, Ticket,
    TicketQuery, TicketSummary, TimelineEntry,
};
use guichet_rules::ids::TicketId;

endpoint! {
    /// The answers that an incident may give, and what they promise.
    GetIncidentOptions("getIncidentOptions"): Get "/incidents/options",
    reply: IncidentOptions, status: 200, cached: true,
}

endpoint! {
    /// Reports a problem.
    CreateIncident("createIncident"): Post "/incidents",
    body: IncidentInput, reply: Ticket, status: 201, guard: Idempotent, refusals: [Invalid, NoSpace],
}

endpoint! {
    /// Tickets of every kind.
    ListTickets("listTickets"): Get "/tickets",
    query: TicketQuery, reply: Page<TicketSummary>, status: 200, cached: true, refusals: [BadParameter, NotAllowed],
}

endpoint! {
    /// One ticket, whole.
    GetTicket("getTicket"): Get "/tickets/{ticket}",
    path: TicketPath {
        /// Its number, such as `REQ-20418`.
        ticket: TicketId,
    },
    reply: Ticket, status: 200, cached: true, refusals: [NotFound],
}

endpoint! {
    /// What happened to a ticket, first to last.
    GetTimeline("getTimeline"): Get "/tickets/{ticket}/timeline",
    path: TimelinePath {
        /// Its number.
        ticket: TicketId,
    },
    reply: Vec<TimelineEntry>, status: 200, cached: true, refusals: [NotFound],
}

endpoint! {
    /// Adds a comment or a work note. A requester's comment ends a wait for them.
    AddComment("addComment"): Post "/tickets/{ticket}/comments",
    path: CommentPath {
        /// Its number.
        ticket: TicketId,
    },
    body: CommentInput, reply: Ticket, status: 201, guard: Idempotent,
    refusals: [NotFound, Refused, NotAllowed, Invalid, NoSpace],
}

endpoint! {
    /// Does something with a ticket, as the rules allow.
    ActOnTicket("actOnTicket"): Post "/tickets/{ticket}/actions/{action}",
    path: ActionPath {
        /// Its number.
        ticket: TicketId,
        /// What to do: one of the ticket's `actions`.
        action: String,
    },
    body: ActionInput, reply: ActionReply, status: 200, guard: Versioned,
    refusals: [NotFound, Refused, NotAllowed, Invalid, NoSpace],
}

endpoint! {
    /// A ticket's clocks, with every interval that counted and every one that did not.
    GetClocks("getClocks"): Get "/tickets/{ticket}/clocks",
    path: ClockPath {
        /// Its number.
        ticket: TicketId,
    },
    reply: Vec<ClockExplanation>, status: 200, cached: true, refusals: [NotFound],
}
