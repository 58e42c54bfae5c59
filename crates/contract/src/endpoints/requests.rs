use crate::types::{RequestInput, RequestPreview, Ticket};

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
