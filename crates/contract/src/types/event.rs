//! Hints that something changed.

wire! {
    /// A hint that something changed; fetch it to see what.
    pub struct EventHint {
        /// What kind of thing.
        #[serde(rename = "type")]
        pub topic: Topic,
        /// Which; empty for all of that kind.
        pub id: String,
        /// Its version now.
        pub version: u64,
    }
}

words! {
    /// What kind of thing changed.
    Topic {
        /// A ticket.
        Ticket = "ticket",
        /// An approval.
        Approval = "approval",
        /// The catalog, articles, services or announcements.
        Content = "content",
        /// Too much was missed: fetch everything again.
        Reset = "reset",
    }
}

query! {
    /// Where to go on.
    EventQuery {
        /// The id of the last event seen. With it the reply is what came since, at once, and not a stream.
        since: u64,
    }
}
