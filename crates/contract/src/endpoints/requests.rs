//! Requests and orders.

use crate::types::{
    OrderInput, OrderPreview, RequestInput, RequestPreview, RequestRecord, RevealedAnswer, Ticket,
};
use guichet_rules::ids::{QuestionId, TicketId};

endpoint! {
    /// What would come of a request: problems, price, approvals, expected date. Creates nothing.
    ValidateRequest("validateRequest"): Post "/requests/validate",
    body: RequestInput, reply: RequestPreview, status: 200, refusals: [NotFound, FormChanged],
}

endpoint! {
    /// Files a request.
    CreateRequest("createRequest"): Post "/requests",
    body: RequestInput, reply: Ticket, status: 201, guard: Idempotent,
    refusals: [NotFound, NotAllowed, Refused, Invalid, FormChanged, NoSpace],
}

endpoint! {
    /// A request as it was ordered, to order the same again.
    GetRequest("getRequest"): Get "/requests/{request}",
    path: RequestPath {
        /// Its number, or that of one of its items.
        request: TicketId,
    },
    reply: RequestRecord, status: 200, cached: true, refusals: [NotFound],
}

endpoint! {
    /// Reads a secret answer. Whoever sees the request is told that, and by whom.
    RevealAnswer("revealAnswer"): Post "/requests/{request}/answers/{question}/reveal",
    path: RevealPath {
        /// Its number, or that of one of its items.
        request: TicketId,
        /// The question, as `secrets` of the ticket name it.
        question: QuestionId,
    },
    reply: RevealedAnswer, status: 200, refusals: [NotFound, NotAllowed, Refused, Gone, NoSpace],
}

endpoint! {
    /// What would come of an order of several items: what is wrong, price, approvals. Creates nothing.
    ValidateOrder("validateOrder"): Post "/orders/validate",
    body: OrderInput, reply: OrderPreview, status: 200,
}

endpoint! {
    /// Files an order of several items as one request with its requested items; all of it or nothing.
    CreateOrder("createOrder"): Post "/orders",
    body: OrderInput, reply: Ticket, status: 201, guard: Idempotent,
    refusals: [Invalid, FormChanged, NoSpace],
}
