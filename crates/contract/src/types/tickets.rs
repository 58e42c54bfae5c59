//! Which tickets, and in which order.

use guichet_rules::ticket::Kind;

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
