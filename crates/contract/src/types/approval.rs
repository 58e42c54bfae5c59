//! Approvals: those that somebody is asked for, decisions, and steps that would find nobody to ask.

use super::{Answered, Instant, ItemRef, PersonRef, instant};
use chrono::NaiveDate;
use guichet_rules::{
    ids::{ApprovalId, StepId, TicketId},
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
        #[serde(default, deserialize_with = "instant::read_some", skip_serializing_if = "Option::is_none")]
        pub asked_at: Option<Instant>,
        /// When they decided.
        #[serde(default, deserialize_with = "instant::read_some", skip_serializing_if = "Option::is_none")]
        pub decided_at: Option<Instant>,
        /// What they wrote.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub comment: Option<String>,
        /// Who decided, where somebody else did so for them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub decided_by: Option<PersonRef>,
        /// Who may decide for them now, beside themselves; only while it waits.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub delegate: Option<ApprovalDelegate>,
        /// How often they were reminded.
        #[serde(default, skip_serializing_if = "is_none_yet")]
        pub reminders: u32,
        /// When they were last reminded.
        #[serde(default, deserialize_with = "instant::read_some", skip_serializing_if = "Option::is_none")]
        pub reminded_at: Option<Instant>,
    }

    /// Who may decide for somebody who is away.
    pub struct ApprovalDelegate {
        /// Who.
        pub person: PersonRef,
        /// The last day on which they may, where the one who is away works.
        pub until: NaiveDate,
    }

    /// A step of the approvals of a ticket.
    pub struct ApprovalStep {
        /// How many must agree, in words.
        pub policy: String,
        /// Why they are asked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub because: Option<String>,
        /// What a refusal does, in words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub if_refused: String,
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
        /// Grows with each change of where it stands, not with a reminder. In quotes it is what `If-Match` takes; so is the
        /// `ETag`.
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
        /// What a refusal does, in words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub if_refused: String,
        /// For whom the caller decides, or decided, where they stand in for somebody.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub acting_for: Option<PersonRef>,
        /// Every step, with everyone asked and what they said.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub steps: Vec<ApprovalStep>,
        /// When it would be there if everyone agreed now; only while it waits.
        #[serde(default, deserialize_with = "instant::read_some", skip_serializing_if = "Option::is_none")]
        pub expected: Option<Instant>,
        /// Whether it can be decided now.
        pub open: bool,
        /// Of a requested item: the order that it belongs to, with what else of it waits for this person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub order: Option<ApprovalOrder>,
    }

    /// The order that an approval belongs to. It is asked once: of an order, lists hold the first approval that waits, and
    /// this names the others.
    pub struct ApprovalOrder {
        /// The number of the order.
        pub id: TicketId,
        /// What it is, in one line.
        pub title: String,
        /// The other approvals of the order that wait for this person.
        pub others: Vec<OrderApproval>,
    }

    /// Another approval of the same order that waits for the same person.
    pub struct OrderApproval {
        /// Which.
        pub id: ApprovalId,
        /// Its version, to decide it together with others.
        pub version: u64,
        /// The requested item.
        pub ticket: TicketId,
        /// What it is, in one line.
        pub title: String,
        /// Whom it is for.
        pub requested_for: PersonRef,
        /// How many.
        pub quantity: u32,
        /// What it costs.
        pub price: Price,
        /// What was answered.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub answers: Vec<Answered>,
    }

    /// A step of a catalog item that would find nobody to ask. A request with it cannot be filed.
    pub struct ApprovalProblem {
        /// Of which item.
        pub item: ItemRef,
        /// Which step.
        pub step: StepId,
        /// What is wrong and what to do about it, in words.
        pub detail: String,
        /// For how many people it is so.
        pub people: u32,
    }

    /// A decision.
    pub struct DecisionInput {
        /// Yes or no.
        pub decision: Decision,
        /// Why. Needed to refuse.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub comment: Option<String>,
        /// Other approvals of the same order that are decided alike, all of them or none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub also: Vec<SeenApproval>,
    }

    /// An approval, as somebody has seen it.
    pub struct SeenApproval {
        /// Which.
        pub approval: ApprovalId,
        /// The version that was seen.
        pub version: u64,
    }
}

fn is_none_yet(count: &u32) -> bool {
    *count == 0
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
        /// Nobody can be asked; an administrator has to mend it.
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
