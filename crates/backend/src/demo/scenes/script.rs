//! Who finds what: data, and nothing else.

use crate::demo::course::Goal;
use guichet_rules::ticket::HoldReason;

pub(super) const HOUR: i64 = 3600;
/// A working day.
const DAY: i64 = 8 * HOUR;

/// A problem that somebody has.
pub(super) struct Trouble {
    pub person: &'static str,
    /// The English title of its story.
    pub story: &'static str,
    /// How long ago, in opening hours.
    pub ago: i64,
    pub goal: Goal,
    /// Who works on it; somebody of the group where empty.
    pub agent: &'static str,
}

const fn trouble(
    person: &'static str,
    story: &'static str,
    ago: i64,
    goal: Goal,
    agent: &'static str,
) -> Trouble {
    Trouble { person, story, ago, goal, agent }
}

/// How a request goes.
#[derive(Clone, Copy)]
pub(super) enum Way {
    /// So many agreed, the next is asked.
    Agreed(usize),
    /// Everyone agreed; then this.
    Then(Goal),
}

/// Something that somebody ordered.
pub(super) struct Order {
    pub person: &'static str,
    pub item: &'static str,
    /// Answers that matter; the rest is filled in.
    pub answers: &'static [(&'static str, Answer)],
    /// How long ago, in opening hours.
    pub ago: i64,
    pub way: Way,
    pub agent: &'static str,
}

/// An answer that can stand in a constant.
#[derive(Clone, Copy)]
pub(super) enum Answer {
    Text(&'static str),
    Yes,
    No,
}

use Answer::{No, Text, Yes};

pub(super) const TROUBLES: &[Trouble] = &[
    // Aylin Kaya: waits for Tomasz, is asked something, has something solved, and something nobody has looked at.
    trouble("aylin-kaya", AT_RISK, 0, Goal::Work, "tomasz-sikora"),
    trouble(
        "aylin-kaya",
        "Scans do not arrive by e-mail",
        11 * HOUR,
        Goal::Hold(HoldReason::Requester),
        "enrico-vassallo",
    ),
    trouble("aylin-kaya", "No access to our project folder", 3 * DAY, Goal::Resolved, "vera-lorenzen"),
    trouble("aylin-kaya", "No notifications from chat", HOUR / 2, Goal::New, ""),
    // Tomasz Sikora: his, and what his group has to take.
    trouble("olaf-petersen", "Network socket at the new desk is dead", 5 * HOUR, Goal::Work, "tomasz-sikora"),
    trouble("matteo-ferrante", "No VPN from the hotel", 4 * HOUR, Goal::Work, "tomasz-sikora"),
    trouble(
        "noemi-fischer",
        "Wi-Fi keeps dropping in the meeting room",
        4 * DAY,
        Goal::Hold(HoldReason::ThirdParty),
        "tomasz-sikora",
    ),
    trouble(
        "claudia-reimann",
        "VPN says \"device not compliant\"",
        9 * HOUR,
        Goal::Hold(HoldReason::Requester),
        "tomasz-sikora",
    ),
    trouble("beate-kronberg", "A supplier's website does not open", DAY, Goal::Resolved, "tomasz-sikora"),
    trouble("birgit-nolte", "Everything is very slow over VPN in the afternoon", 2 * HOUR, Goal::New, ""),
    trouble("helena-costa", "Laptop does not find the company Wi-Fi", HOUR, Goal::New, ""),
    // Daniel Reyes, Yuki Tanabe, Lena Hoffmann.
    trouble("daniel-reyes", "Builds wait for a runner for an hour", 3 * HOUR, Goal::Work, ""),
    trouble("daniel-reyes", "SSH key is no longer accepted", 2 * DAY, Goal::Resolved, ""),
    trouble(
        "yuki-tanabe",
        "Spectrometer loses its connection",
        3 * DAY,
        Goal::Hold(HoldReason::ThirdParty),
        "",
    ),
    trouble(
        "lena-hoffmann",
        "Licence of the layout program has expired",
        6 * HOUR,
        Goal::Hold(HoldReason::Requester),
        "",
    ),
];

/// The incident whose time is nearly up. How long ago follows from its target.
pub(super) const AT_RISK: &str = "VPN drops every few minutes";
/// How much of its target has passed, in percent: past the 75 at which a clock is at risk, short of the end.
pub(super) const NEARLY_UP: i64 = 84;

pub(super) const ORDERS: &[Order] = &[
    Order {
        person: "aylin-kaya",
        item: "laptop",
        answers: &[("model", Text("design-16")), ("care-plan", Yes)],
        ago: 3 * HOUR,
        way: Way::Agreed(0),
        agent: "",
    },
    Order {
        person: "aylin-kaya",
        item: "headset",
        answers: &[("model", Text("wireless")), ("ears", Text("both")), ("handover", Text("pick-up"))],
        ago: 5 * HOUR,
        way: Way::Then(Goal::Work),
        agent: "wanda-kessler",
    },
    Order {
        person: "jonas-weber",
        item: "monitor",
        answers: &[("size", Text("inch-27")), ("colour", Yes), ("arm", No), ("where", Text("office"))],
        ago: 6 * HOUR,
        way: Way::Agreed(0),
        agent: "",
    },
    Order {
        person: "wiebke-harms",
        item: "laptop",
        answers: &[("model", Text("design-16"))],
        ago: 2 * DAY,
        way: Way::Agreed(1),
        agent: "",
    },
    Order {
        person: "noemi-fischer",
        item: "distribution-list",
        answers: &[("reach", Text("company")), ("writers", Text("owner"))],
        ago: 5 * HOUR,
        way: Way::Agreed(0),
        agent: "",
    },
    Order {
        person: "daniel-reyes",
        item: "developer-tools",
        answers: &[("work", Text("applications"))],
        ago: 4 * HOUR,
        way: Way::Then(Goal::Work),
        agent: "",
    },
    Order {
        person: "yuki-tanabe",
        item: "remote-lab-access",
        answers: &[("level", Text("view")), ("place", Text("home"))],
        ago: 4 * HOUR,
        way: Way::Agreed(0),
        agent: "",
    },
    Order {
        person: "lena-hoffmann",
        item: "vpn-access",
        answers: &[("computer", Text("company")), ("place", Text("home"))],
        ago: 3 * HOUR,
        way: Way::Then(Goal::Work),
        agent: "tomasz-sikora",
    },
];
