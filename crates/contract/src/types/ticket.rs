//! A ticket, in a list and whole.

use super::{
    ApprovalStep, Attachment, Clock, ClockState, CostCentre, GroupRef, Instant, ItemRef, PersonRef,
    RequestedItem, ServiceRef, instant,
};
use guichet_rules::{
    ids::{AssetId, QuestionId, TicketId},
    money::Price,
    secret,
    ticket::{HoldReason, Kind, NextStep, Permission, ResolutionCode, State},
};

wire! {
    /// A ticket, as in a list.
    pub struct TicketSummary {
        /// Its number, as people say it.
        pub id: TicketId,
        /// What kind of ticket.
        pub kind: Kind,
        /// What it is about, in one line.
        pub title: String,
        /// Where it stands.
        pub state: State,
        /// What it waits for, while on hold.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub hold_reason: Option<HoldReason>,
        /// How urgent it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub priority: Option<PriorityRef>,
        /// Whose turn it is.
        pub next_step: NextStep,
        /// Who that is, by name: a group or a person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub next_who: Option<String>,
        /// Who filed it.
        pub opened_by: PersonRef,
        /// Whom it is for.
        pub requested_for: PersonRef,
        /// Which group works on it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub group: Option<GroupRef>,
        /// Who works on it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub assignee: Option<PersonRef>,
        /// When it was filed.
        #[serde(deserialize_with = "instant::read")]
        pub opened_at: Instant,
        /// When anything about it last changed.
        #[serde(deserialize_with = "instant::read")]
        pub updated_at: Instant,
        /// When it should be resolved; absent while the clock stands still or is not yet started.
        #[serde(default, deserialize_with = "instant::read_some", skip_serializing_if = "Option::is_none")]
        pub due: Option<Instant>,
        /// How its resolution clock does.
        pub clock: ClockState,
    }

    /// A priority with its name.
    pub struct PriorityRef {
        /// 1 is the most severe.
        pub id: u8,
        /// Its name.
        pub label: String,
    }

    /// A ticket, whole.
    pub struct Ticket {
        /// As in a list.
        #[serde(flatten)]
        pub summary: TicketSummary,
        /// Grows with each change. In quotes it is what `If-Match` takes; so is the `ETag`.
        pub version: u64,
        /// What was written when it was filed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub description: Option<String>,
        /// What was ordered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub item: Option<ItemRef>,
        /// How many of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub quantity: Option<u32>,
        /// What was answered.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub answers: Vec<Answered>,
        /// Of the answers those that are masked, and whether this person may read them.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub secrets: Vec<SecretAnswer>,
        /// What it costs; of a request of several items, a line an item.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub price: Option<Price>,
        /// Who pays.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub cost_centre: Option<CostCentre>,
        /// The requested items, where several were ordered together; the state of the request follows from theirs.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub items: Vec<RequestedItem>,
        /// Of a requested item: the request that it was ordered with, for whoever may see that.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub part_of: Option<TicketId>,
        /// Which service it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub service: Option<ServiceRef>,
        /// Which device it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub asset: Option<AssetRef>,
        /// Who is affected, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub impact: Option<String>,
        /// How badly, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub urgency: Option<String>,
        /// The approvals asked, step by step.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub approvals: Vec<ApprovalStep>,
        /// How it was resolved.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub resolution: Option<Resolution>,
        /// How often it was reopened.
        #[serde(default)]
        pub reopen_count: u32,
        /// The ticket that this one follows.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub follows: Option<TicketId>,
        /// Who else is told of changes.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub watchers: Vec<PersonRef>,
        /// Its clocks.
        pub clocks: Vec<Clock>,
        /// What this person can do with it.
        pub actions: Vec<Permission>,
        /// The milestones so far and to come.
        pub milestones: Vec<Milestone>,
    }

    /// A question and its answer, as text.
    pub struct Answered {
        /// The question.
        pub label: String,
        /// The answer, in the language of the reply; masked where sensitive.
        pub value: String,
        /// It is CommonMark, and shown as such.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub marked: bool,
        /// Files, where the answer is files.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub files: Vec<Attachment>,
    }

    /// What is known of a masked answer.
    pub struct SecretAnswer {
        /// Its place in `answers`, from 0.
        pub answer: u32,
        /// The question that it answers.
        pub question: QuestionId,
        /// Whether this person may read it now.
        pub allowed: bool,
        /// Why not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<secret::Refusal>,
    }

    /// A secret, for whoever was let read it. Keep it nowhere.
    pub struct RevealedAnswer {
        /// The answer, in the language of the reply, with nothing masked.
        pub value: String,
    }

    /// A device, by name.
    pub struct AssetRef {
        /// Which.
        pub id: AssetId,
        /// Its name.
        pub name: String,
    }

    /// How a ticket was resolved.
    pub struct Resolution {
        /// The kind of resolution.
        pub code: ResolutionCode,
        /// What was done.
        pub text: String,
        /// When.
        #[serde(deserialize_with = "instant::read")]
        pub at: Instant,
        /// Until when it can be reopened.
        #[serde(deserialize_with = "instant::read")]
        pub reopen_until: Instant,
    }

    /// A point on the way of a ticket.
    pub struct Milestone {
        /// Which.
        pub kind: MilestoneKind,
        /// When it was reached, or is expected; of `work` that is now: when it began.
        #[serde(default, deserialize_with = "instant::read_some", skip_serializing_if = "Option::is_none")]
        pub at: Option<Instant>,
        /// Whether it lies behind, is now, or is to come.
        pub progress: Progress,
        /// A name that belongs to it: the group, for the assignment.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub label: Option<String>,
    }
}

words! {
    /// A point on the way of a ticket.
    MilestoneKind {
        /// It was filed.
        Filed = "filed",
        /// Everyone asked has agreed.
        Approved = "approved",
        /// A group has it.
        Assigned = "assigned",
        /// Someone works on it.
        Work = "work",
        /// It is resolved, or delivered.
        Resolved = "resolved",
        /// It is closed.
        Closed = "closed",
        /// It ended without being done.
        Ended = "ended",
    }
}

words! {
    /// Where a milestone lies.
    Progress {
        /// Behind.
        Done = "done",
        /// Now.
        Now = "now",
        /// To come.
        Next = "next",
    }
}
