use super::{Answered, Instant, PersonRef};
use guichet_rules::{
    ids::{ApprovalId, TicketId},
    money::Price,
};

wire! {
    /// One approval asked of one person.
    pub struct Approval {
        /// Which.
        pub id: ApprovalId,
        /// Who is asked.
        pub approver: PersonRef,
        /// In whose place they are asked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub instead_of: Option<PersonRef>,
        /// Where it stands.
        pub state: ApprovalState,
        /// When they were asked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub asked_at: Option<Instant>,
        /// When they decided.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub decided_at: Option<Instant>,
        /// What they wrote.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub comment: Option<String>,
    }

    /// A step of the approvals of a ticket.
    pub struct ApprovalStep {
        /// How many must agree, in words.
        pub policy: String,
        /// Why they are asked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub because: Option<String>,
        /// How the step does.
        pub outcome: StepOutcome,
        /// Everyone asked.
        pub approvals: Vec<Approval>,
    }

    /// An approval with all that its approver needs to decide.
    pub struct ApprovalRequest {
        /// The approval.
        #[serde(flatten)]
        pub approval: Approval,
        /// Grows with each change. In quotes it is what `If-Match` takes; so is the `ETag`.
        pub version: u64,
        /// The request.
        pub ticket: TicketId,
        /// What it is, in one line.
        pub title: String,
        /// Who filed it.
        pub opened_by: PersonRef,
        /// Whom it is for.
        pub requested_for: PersonRef,
        /// What it costs.
        pub price: Price,
        /// How many.
        pub quantity: u32,
        /// Who would pay.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub cost_centre: Option<String>,
        /// What was answered.
        pub answers: Vec<Answered>,
        /// Why this person is asked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub because: Option<String>,
        /// How many must agree, in words.
        pub policy: String,
        /// Whether it can be decided now.
        pub open: bool,
    }

    /// A decision.
    pub struct DecisionInput {
        /// Yes or no.
        pub decision: Decision,
        /// Why. Needed to refuse.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub comment: Option<String>,
    }
}

words! {
    /// A decision on an approval.
    Decision {
        /// Agree.
        Approve = "approve",
        /// Refuse.
        Reject = "reject",
    }
}

words! {
    /// Where an approval stands.
    ApprovalState {
        /// Its turn has not come.
        NotStarted = "not_started",
        /// Asked.
        Waiting = "waiting",
        /// Agreed.
        Approved = "approved",
        /// Refused.
        Rejected = "rejected",
        /// No longer needed: the others decided.
        Superseded = "superseded",
    }
}

words! {
    /// Whether a decision is still wanted.
    ApprovalPhase {
        /// It waits.
        Open = "open",
        /// Decided, or no longer needed.
        Past = "past",
    }
}

words! {
    /// How an approval step does.
    StepOutcome {
        /// Its turn has not come.
        NotStarted = "not_started",
        /// Asked, and not yet decided.
        Waiting = "waiting",
        /// Agreed.
        Approved = "approved",
        /// Refused.
        Rejected = "rejected",
        /// Nobody could be found to ask; an administrator was told.
        Misconfigured = "misconfigured",
    }
}

query! {
    /// Which approvals.
    ApprovalQuery {
        /// Only those in this state.
        state: ApprovalState,
        /// Only those that wait, or only those that no longer do.
        phase: ApprovalPhase,
        /// At most so many.
        limit: u32,
        /// From an earlier part's `next`.
        cursor: String,
    }
}
