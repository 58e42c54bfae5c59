//! What runs, what is announced, and who has which device.

use chrono::NaiveDate;
use guichet_contract::types::{AnnouncementKind, Health};
use guichet_rules::{
    ids::{AnnouncementId, AssetId, GroupId, LocationId, PersonId, ServiceId},
    schedule::Zone,
};
use serde::Deserialize;

use super::Moment;

/// Something that IT runs.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Service {
    /// Which.
    pub id: ServiceId,
    /// Its name.
    pub name: String,
    /// What it is for, in one line.
    pub summary: String,
    /// Who answers for it.
    pub owner: PersonId,
    /// Who repairs it.
    pub group: GroupId,
    /// How it does.
    pub status: Health,
    /// That in words, where somebody wrote some.
    #[serde(default)]
    pub status_text: Option<String>,
    /// Whether people look at it most.
    #[serde(default)]
    pub show_on_home: bool,
    /// Its place in services.yaml.
    #[serde(skip)]
    pub position: usize,
}

/// Planned work or news.
#[derive(Debug, Clone, PartialEq, Deserialize)]
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
    #[serde(default)]
    pub services: Vec<ServiceId>,
    /// From when; see [`Moment::on`].
    pub starts: Moment,
    /// Until when.
    #[serde(default)]
    pub ends: Option<Moment>,
    /// The time zone to read these in.
    pub zone: Zone,
    /// The sites concerned; empty: all.
    #[serde(default)]
    pub locations: Vec<LocationId>,
    /// Its place in announcements.yaml.
    #[serde(skip)]
    pub position: usize,
}

/// A device.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Asset {
    /// Which.
    pub id: AssetId,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub kind: AssetKind,
    /// The number that its maker gave it.
    #[serde(default)]
    pub serial: Option<String>,
    /// Who has it; absent for what is shared or in stock.
    #[serde(default)]
    pub owner: Option<PersonId>,
    /// Where it is.
    #[serde(default)]
    pub location: Option<LocationId>,
    /// Since when.
    #[serde(default)]
    pub since: Option<NaiveDate>,
    /// The last day on which its maker repairs it free of charge.
    #[serde(default)]
    pub warranty_until: Option<NaiveDate>,
}

/// What a device is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssetKind {
    /// A laptop.
    Laptop,
    /// A computer that stays where it is.
    Desktop,
    /// A screen.
    Monitor,
    /// A phone.
    Phone,
    /// A tablet.
    Tablet,
    /// A printer.
    Printer,
    /// A docking station.
    Dock,
    /// A computer in a rack.
    Server,
    /// A measuring instrument.
    Instrument,
}

impl AssetKind {
    /// Its word in assets.yaml.
    pub fn word(self) -> &'static str {
        match self {
            Self::Laptop => "laptop",
            Self::Desktop => "desktop",
            Self::Monitor => "monitor",
            Self::Phone => "phone",
            Self::Tablet => "tablet",
            Self::Printer => "printer",
            Self::Dock => "dock",
            Self::Server => "server",
            Self::Instrument => "instrument",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_kind_of_device_has_the_word_that_it_is_read_from() {
        use AssetKind::{Desktop, Dock, Instrument, Laptop, Monitor, Phone, Printer, Server, Tablet};
        for kind in [Laptop, Desktop, Monitor, Phone, Tablet, Printer, Dock, Server, Instrument] {
            assert_eq!(serde_json::from_value::<AssetKind>(json!(kind.word())).unwrap(), kind);
        }
    }
}
