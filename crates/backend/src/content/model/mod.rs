//! A company in one language: everything that its content folder says.

mod catalog;
mod guide;
mod knowledge;
mod look_up;
mod moment;
mod people;
mod portal;
mod priority;

pub(in crate::content) use catalog::starting_price;
pub use catalog::{Category, Item};
pub use guide::Guide;
pub use knowledge::{Article, Head};
pub use moment::{Moment, NoMoment};
pub use people::{CostCentre, Group, GroupKind, Location, Person};
pub use portal::{Announcement, Asset, AssetKind, Service};
pub use priority::{Level, PriorityLevel};

use super::pattern::Patterns;
use guichet_rules::{
    ids::{
        AnnouncementId, ArticleId, AssetId, CalendarId, CategoryId, CostCentreId, GroupId, GuideId, ItemId,
        LocationId, PersonId, ServiceId,
    },
    money::Currency,
    priority::{Matrix, Priority},
    schedule::Calendar,
};
use std::collections::BTreeMap;

/// A company, its texts in one language. Every id in here leads somewhere: the content was checked before it came to be.
#[derive(Debug, Clone)]
pub struct Company {
    /// Which company.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The language of every text in here.
    pub language: String,
    /// The languages that the content is there in; the first is the fallback.
    pub languages: Vec<String>,
    /// The currency of every price in here.
    pub currency: Currency,
    /// The opening hours of whatever has no site of its own.
    pub calendar: CalendarId,
    /// Who can be affected by an incident, most severe first.
    pub impacts: Vec<Level>,
    /// How badly, most severe first.
    pub urgencies: Vec<Level>,
    /// Which priority follows from them.
    pub matrix: Matrix,
    /// What each priority promises.
    pub priorities: BTreeMap<Priority, PriorityLevel>,
    /// Sites.
    pub locations: BTreeMap<LocationId, Location>,
    /// Opening hours.
    pub calendars: BTreeMap<CalendarId, Calendar>,
    /// Groups, the implicit audiences among them.
    pub groups: BTreeMap<GroupId, Group>,
    /// People, those who left among them.
    pub people: BTreeMap<PersonId, Person>,
    /// Cost centres.
    pub cost_centres: BTreeMap<CostCentreId, CostCentre>,
    /// Services.
    pub services: BTreeMap<ServiceId, Service>,
    /// Announcements.
    pub announcements: BTreeMap<AnnouncementId, Announcement>,
    /// Devices.
    pub assets: BTreeMap<AssetId, Asset>,
    /// The shelves of the catalog.
    pub categories: BTreeMap<CategoryId, Category>,
    /// The catalog.
    pub items: BTreeMap<ItemId, Item>,
    /// Order guides.
    pub guides: BTreeMap<GuideId, Guide>,
    /// Articles.
    pub articles: BTreeMap<ArticleId, Article>,
    /// Everyone by name, with the words to look them up by.
    pub(in crate::content) by_name: Vec<(PersonId, String)>,
    /// The calendar that `calendar` names.
    pub(in crate::content) own_calendar: Calendar,
    /// Every pattern of the forms, ready to match.
    pub(in crate::content) patterns: Patterns,
}
