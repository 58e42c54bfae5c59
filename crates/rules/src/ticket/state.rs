//! What a ticket is, and where it stands.

use super::words::words;

words! {
    /// What kind of ticket.
    #[cfg_attr(feature = "schema", schemars(rename = "TicketKind"))]
    Kind, "kind of ticket" {
        /// Something does not work.
        Incident = "incident",
        /// Something of the catalog was ordered.
        Request = "request",
        /// Somebody wants to know something.
        Question = "question",
    }
}

words! {
    /// Where a ticket stands.
    #[cfg_attr(feature = "schema", schemars(rename = "TicketState"))]
    State, "state" {
        /// Filed, and nobody works on it yet.
        New = "new",
        /// Somebody has to agree before anyone works on it. Requests only.
        AwaitingApproval = "awaiting_approval",
        /// Being worked on, or agreed to and next in line.
        InProgress = "in_progress",
        /// Work waits for something, see [`HoldReason`].
        OnHold = "on_hold",
        /// The desk holds it to be done; the requester may confirm or reopen.
        Resolved = "resolved",
        /// Done, for good.
        Closed = "closed",
        /// No longer wanted.
        Cancelled = "cancelled",
        /// Somebody did not agree. Requests only.
        Rejected = "rejected",
    }
}

words! {
    /// What a ticket on hold waits for.
    HoldReason, "reason to hold" {
        /// An answer of the requester. Needs a public comment that asks for it.
        Requester = "requester",
        /// Somebody's agreement.
        Approval = "approval",
        /// A supplier or another company.
        ThirdParty = "third_party",
        /// A planned change.
        Change = "change",
        /// The cause, which a problem looks for.
        Problem = "problem",
    }
}

words! {
    /// How a ticket was resolved.
    ResolutionCode, "resolution code" {
        /// The cause is gone, or the question is answered.
        Solved = "solved",
        /// It works again, another way; the cause remains.
        Workaround = "workaround",
        /// What was ordered is there.
        Fulfilled = "fulfilled",
        /// Another ticket is about the same.
        Duplicate = "duplicate",
        /// Nobody saw it happen again.
        NotReproducible = "not_reproducible",
        /// The cause is known and stays for now.
        KnownError = "known_error",
        /// The requester no longer needs it.
        Withdrawn = "withdrawn",
    }
}

impl Kind {
    /// Whether a ticket of this kind is ever in `state`: only requests are approved or rejected.
    pub fn has(self, state: State) -> bool {
        match (self, state) {
            (Self::Unknown, _) | (_, State::Unknown) => false,
            (_, State::AwaitingApproval | State::Rejected) => self == Self::Request,
            _ => true,
        }
    }
}

impl State {
    /// Whether nothing more happens in it: whoever is not content opens a follow-up.
    pub fn is_terminal(self) -> bool {
        matches!(self, Self::Closed | Self::Cancelled | Self::Rejected)
    }
}

/// The state a ticket is filed in. Only requests need approvals; the other kinds begin as [`State::New`] either way.
pub fn initial(kind: Kind, needs_approval: bool) -> State {
    if kind == Kind::Request && needs_approval { State::AwaitingApproval } else { State::New }
}
