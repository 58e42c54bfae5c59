//! A company in one language: everything that its content folder says.

mod catalog;
mod guide;
mod knowledge;
mod look_up;
mod moment;
mod overview;
mod people;
mod picture;
mod portal;
mod priority;

pub(in crate::content) use catalog::starting_price;
pub use catalog::{Category, Item};
pub use guide::Guide;
pub(in crate::content) use knowledge::EarlierHead;
pub use knowledge::{Article, Earlier, Head, Imported, KnownError, Retired, Revision};
pub use moment::{Moment, NoMoment};
use overview::Overview;
pub use people::{CostCentre, Group, GroupKind, Location, Person};
pub use picture::{Picture, Showing};
pub use portal::{Announcement, Asset, AssetKind, Service};
pub use priority::{Level, PriorityLevel};

use super::{pattern::Patterns, registers::Registers};
use guichet_rules::{
    ids::{
        AnnouncementId, ArticleId, AssetId, CalendarId, CategoryId, CostCentreId, GroupId, GuideId, ItemId,
        LocationId, PersonId, ServiceId,
    },
    money::Currency,
    priority::{Matrix, Priority},
    schedule::Calendar,
};
use std::{collections::BTreeMap, ops::Deref, sync::Arc};

/// A company, its texts in one language. Every id in here leads somewhere: the content was checked before it came to be.
/// Copies share what they have in common, so that one with another article is made in milliseconds.
#[derive(Debug, Clone)]
pub struct Company {
    /// What it is besides.
    base: Arc<Base>,
    /// Articles.
    pub articles: BTreeMap<ArticleId, Arc<Article>>,
    /// Articles that were retired in the portal.
    pub retired: BTreeMap<ArticleId, Retired>,
    /// What is asked of all articles together.
    overview: Overview,
}

/// What a company is without its articles. What people publish in the portal changes nothing of it.
#[derive(Debug, Clone)]
pub struct Base {
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
    /// Words that mean the same to people who search, a group each.
    pub synonyms: Vec<Vec<String>>,
    /// What is known to be wrong, in the order of problems.yaml.
    pub problems: Vec<KnownError>,
    /// What people look things up in.
    pub(in crate::content) registers: Registers,
    /// The calendar that `calendar` names.
    pub(in crate::content) own_calendar: Calendar,
    /// Every pattern of the forms, ready to match.
    pub(in crate::content) patterns: Patterns,
}

impl Company {
    /// With these articles, none of them retired.
    pub(in crate::content) fn new(base: Base, articles: BTreeMap<ArticleId, Arc<Article>>) -> Self {
        Self { base: Arc::new(base), articles, retired: BTreeMap::new(), overview: Overview::default() }
    }

    /// With what people look things up in, once it is known that the company is taken.
    pub(in crate::content) fn with_registers(mut self) -> Self {
        let registers = Registers::of(&self);
        Arc::make_mut(&mut self.base).registers = registers;
        self
    }
}

impl Deref for Company {
    type Target = Base;
    fn deref(&self) -> &Base {
        &self.base
    }
}
