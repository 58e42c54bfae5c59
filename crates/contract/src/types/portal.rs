//! How the services do, and announcements.

use super::{Instant, ServiceRef, instant};
use guichet_rules::ids::{AnnouncementId, ServiceId};

wire! {
    /// A service and how it does.
    pub struct ServiceStatus {
        /// Which.
        pub id: ServiceId,
        /// Its name.
        pub name: String,
        /// What it is for, in one line.
        pub summary: String,
        /// How it does.
        pub status: Health,
        /// That in words, where somebody wrote some.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub status_text: Option<String>,
    }

    /// Planned work or news.
    pub struct Announcement {
        /// Which.
        pub id: AnnouncementId,
        /// Its title.
        pub title: String,
        /// What it means for the reader. Plain text.
        pub text: String,
        /// What kind.
        pub kind: AnnouncementKind,
        /// The services concerned.
        pub services: Vec<ServiceRef>,
        /// From when.
        #[serde(deserialize_with = "instant::read")]
        pub starts: Instant,
        /// Until when.
        #[serde(default, deserialize_with = "instant::read_some", skip_serializing_if = "Option::is_none")]
        pub ends: Option<Instant>,
        /// The time zone to read these in.
        pub zone: String,
    }
}

words! {
    /// How a service does.
    Health {
        /// As it should.
        Working = "working",
        /// Slow, or not for everyone.
        Degraded = "degraded",
        /// Not at all.
        Down = "down",
        /// Being worked on, as planned.
        Maintenance = "maintenance",
    }
}

words! {
    /// What kind of announcement.
    AnnouncementKind {
        /// Planned work.
        Planned = "planned",
        /// News.
        News = "news",
        /// Something is broken.
        Incident = "incident",
    }
}

query! {
    /// Which services.
    ServiceQuery {
        /// Only those that people look at most.
        home: bool,
    }
}
