//! Service level clocks: how they stand, and why.

use super::{Instant, instant};

wire! {
    /// A clock, as of the reply's `Date`.
    pub struct Clock {
        /// What it measures.
        pub kind: ClockKind,
        /// How it does.
        pub state: ClockState,
        /// When the target is reached; absent while paused without an end.
        #[serde(default, deserialize_with = "instant::read_some", skip_serializing_if = "Option::is_none")]
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
        #[serde(deserialize_with = "instant::read")]
        pub from: Instant,
        /// The instant after its last.
        #[serde(deserialize_with = "instant::read")]
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
