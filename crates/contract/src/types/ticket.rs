use super::{Approval, Attachment, GroupRef, Instant, ItemRef, PersonRef, ServiceRef};
use guichet_rules::{
    ids::{AssetId, AttachmentId, EntryId, GroupId, PersonId, ServiceId, TicketId},
    money::Price,
    ticket::{Action, HoldReason, Kind, NextStep, Permission, ResolutionCode, State},
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
        pub opened_at: Instant,
        /// When anything about it last changed.
        pub updated_at: Instant,
        /// When it should be resolved; absent while the clock stands still or is not yet started.
        #[serde(default, skip_serializing_if = "Option::is_none")]
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
        /// What it costs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub price: Option<Price>,
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
        /// Files, where the answer is files.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub files: Vec<Attachment>,
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
        pub at: Instant,
        /// Until when it can be reopened.
        pub reopen_until: Instant,
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

    /// A clock, as of the reply's `Date`.
    pub struct Clock {
        /// What it measures.
        pub kind: ClockKind,
        /// How it does.
        pub state: ClockState,
        /// When the target is reached; absent while paused without an end.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub due: Option<Instant>,
        /// Seconds of opening hours so far.
        pub accrued_seconds: i64,
        /// Seconds of opening hours allowed.
        pub target_seconds: i64,
        /// The opening hours that it counts in.
        pub calendar: String,
        /// Their time zone.
        pub zone: String,
    }

    /// A clock, explained.
    pub struct ClockExplanation {
        /// The clock.
        #[serde(flatten)]
        pub clock: Clock,
        /// From its start to its due instant, without a gap.
        pub intervals: Vec<ClockInterval>,
    }

    /// A stretch of time that counted, or did not.
    pub struct ClockInterval {
        /// Its first instant.
        pub from: Instant,
        /// The instant after its last.
        pub to: Instant,
        /// Whether it counted.
        pub counted: bool,
        /// How many seconds of it counted.
        pub seconds: i64,
        /// Why, or why not.
        pub reason: IntervalReason,
        /// The holiday's name, or what the ticket waited for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub label: Option<String>,
    }

    /// A point on the way of a ticket.
    pub struct Milestone {
        /// Which.
        pub kind: MilestoneKind,
        /// When it was reached, or is expected; of `work` that is now: when it began.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub at: Option<Instant>,
        /// Whether it lies behind, is now, or is to come.
        pub progress: Progress,
        /// A name that belongs to it: the group, for the assignment.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub label: Option<String>,
    }

    /// An entry of a timeline.
    pub struct TimelineEntry {
        /// Which.
        pub id: EntryId,
        /// When.
        pub at: Instant,
        /// Who; absent where the system did it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub author: Option<PersonRef>,
        /// As what they wrote.
        pub role: AuthorRole,
        /// What happened.
        pub event: TimelineEvent,
        /// What was written. Plain text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub text: Option<String>,
        /// Files that came with it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub attachments: Vec<Attachment>,
        /// From what it changed, where it changed: a state, a group, a priority.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub from: Option<String>,
        /// To what it changed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub to: Option<String>,
    }

    /// A comment to add.
    pub struct CommentInput {
        /// Plain text.
        pub text: String,
        /// A work note, seen by the desk alone.
        #[serde(default)]
        pub internal: bool,
        /// Files uploaded before.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub attachments: Vec<AttachmentId>,
    }

    /// What an action needs to know. Which of it depends on the action.
    #[derive(Default)]
    pub struct ActionInput {
        /// A public comment.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub comment: Option<String>,
        /// What it waits for, to put on hold.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub hold_reason: Option<HoldReason>,
        /// How it was resolved.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub resolution_code: Option<ResolutionCode>,
        /// What was done.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub resolution_text: Option<String>,
        /// To which group, to assign.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub group: Option<GroupId>,
    }

    /// A problem to report.
    pub struct IncidentInput {
        /// What it is about, in one line.
        pub title: String,
        /// What happens, and since when.
        #[serde(default)]
        pub description: String,
        /// Who is affected: an id of `/incidents/options`.
        pub impact: String,
        /// How badly: an id of `/incidents/options`.
        pub urgency: String,
        /// Which service, if known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub service: Option<ServiceId>,
        /// Which device, if one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub asset: Option<AssetId>,
        /// Whom it happens to; the caller where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub requested_for: Option<PersonId>,
        /// Files uploaded before.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub attachments: Vec<AttachmentId>,
    }

    /// The answers that an incident may give.
    pub struct IncidentOptions {
        /// Who is affected, most severe first.
        pub impacts: Vec<Choice>,
        /// How badly, most severe first.
        pub urgencies: Vec<Choice>,
        /// What follows from them, rows as in `impacts`, columns as in `urgencies`.
        pub matrix: Vec<Vec<PriorityTarget>>,
    }

    /// One answer.
    pub struct Choice {
        /// Its id.
        pub id: String,
        /// In an employee's words.
        pub label: String,
    }

    /// What a priority promises.
    pub struct PriorityTarget {
        /// The priority.
        #[serde(flatten)]
        pub priority: PriorityRef,
        /// When someone would answer, if it were reported now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub response_by: Option<Instant>,
        /// When it would be resolved, if it were reported now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub resolved_by: Option<Instant>,
    }

    /// What was done, and where that led.
    pub struct ActionReply {
        /// What was done.
        pub action: Action,
        /// The ticket as it is now; for a follow-up, the new one.
        pub ticket: Ticket,
    }
}

words! {
    /// How a clock does.
    ClockState {
        /// Not started, for instance before everyone agreed.
        NotStarted = "not_started",
        /// Running.
        Running = "running",
        /// Running, with three quarters of the time gone.
        AtRisk = "at_risk",
        /// Standing still.
        Paused = "paused",
        /// Stopped in time.
        Met = "met",
        /// Past its target.
        Breached = "breached",
        /// Stopped too late.
        MetLate = "met_late",
    }
}

words! {
    /// What a clock measures.
    ClockKind {
        /// Until someone of the desk answers.
        FirstResponse = "first_response",
        /// Until it is resolved.
        Resolution = "resolution",
    }
}

words! {
    /// Why a stretch of time counted or not.
    IntervalReason {
        /// Within opening hours.
        OpenHours = "open_hours",
        /// Outside opening hours.
        OutsideHours = "outside_hours",
        /// A public holiday.
        Holiday = "holiday",
        /// The ticket was on hold.
        OnHold = "on_hold",
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

words! {
    /// As what somebody wrote.
    AuthorRole {
        /// The one who filed it or whom it is for.
        Requester = "requester",
        /// The desk.
        Agent = "agent",
        /// Someone who was asked to approve.
        Approver = "approver",
        /// Nobody: the system.
        System = "system",
    }
}

words! {
    /// What a timeline entry tells.
    TimelineEvent {
        /// A public comment.
        Comment = "comment",
        /// A note for the desk alone.
        WorkNote = "work_note",
        /// It was filed.
        Opened = "opened",
        /// It went from one state to another.
        StateChanged = "state_changed",
        /// It was given to a group or person.
        Assigned = "assigned",
        /// Its priority was set.
        PrioritySet = "priority_set",
        /// Somebody was asked to approve.
        ApprovalAsked = "approval_asked",
        /// Somebody agreed.
        Approved = "approved",
        /// Somebody refused.
        Rejected = "rejected",
        /// It was linked to another ticket.
        Linked = "linked",
    }
}

words! {
    /// Whose tickets.
    TicketScope {
        /// Filed by this person or for them, or watched by them.
        Mine = "mine",
        /// Of the groups that this person works in. Needs the right to work on tickets.
        Groups = "groups",
        /// All. Needs the right to work on tickets.
        All = "all",
    }
}

words! {
    /// Which tickets by where they stand.
    TicketPhase {
        /// Not yet ended.
        Open = "open",
        /// Waiting for this person: an answer, or a confirmation.
        Waiting = "waiting",
        /// Closed, cancelled or rejected.
        Ended = "ended",
    }
}

words! {
    /// The order of a list of tickets.
    TicketSort {
        /// Last changed first.
        Updated = "updated",
        /// Last filed first.
        Opened = "opened",
        /// Due first; those without a due time last.
        Due = "due",
    }
}

query! {
    /// Which tickets.
    TicketQuery {
        /// Whose; `mine` where absent.
        scope: TicketScope,
        /// Where they stand.
        phase: TicketPhase,
        /// What kind.
        kind: Kind,
        /// Words that the number or the title holds.
        q: String,
        /// In which order; `updated` where absent.
        sort: TicketSort,
        /// Also say how many there are in all.
        count: bool,
        /// At most so many.
        limit: u32,
        /// From an earlier part's `next`.
        cursor: String,
    }
}
