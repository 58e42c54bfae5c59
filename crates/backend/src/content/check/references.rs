//! Ids that lead somewhere.

use super::super::{Doc, Report, build::EMPLOYMENTS, folder::Folder, keys::did_you_mean, pointer::visit};
use std::collections::{BTreeMap, BTreeSet};

/// What an id can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::content) enum Thing {
    Person,
    Group,
    Location,
    Calendar,
    CostCentre,
    Service,
    Category,
    Item,
    Article,
    Picture,
}

use Thing::{Article, Calendar, Category, CostCentre, Group, Item, Location, Person, Picture, Service};

/// Where an id names something that is defined elsewhere.
const REFERENCES: &[(&str, &str, Thing)] = &[
    ("company.yaml", "/calendar", Calendar),
    ("priorities.yaml", "/priorities/*/calendar", Calendar),
    ("locations.yaml", "/*/calendar", Calendar),
    ("locations.yaml", "/*/field_group", Group),
    ("people.yaml", "/*/location", Location),
    ("people.yaml", "/*/manager", Person),
    ("people.yaml", "/*/groups/*", Group),
    ("people.yaml", "/*/cost_centre", CostCentre),
    ("cost-centres.yaml", "/*/owner", Person),
    ("services.yaml", "/*/owner", Person),
    ("services.yaml", "/*/group", Group),
    ("announcements.yaml", "/*/services/*", Service),
    ("announcements.yaml", "/*/locations/*", Location),
    ("assets.yaml", "/*/owner", Person),
    ("assets.yaml", "/*/location", Location),
    ("items/", "/category", Category),
    ("items/", "/service", Service),
    ("items/", "/group", Group),
    ("items/", "/calendar", Calendar),
    ("items/", "/visible_to/**/group", Group),
    ("items/", "/visible_to/**/location", Location),
    ("items/", "/orderable_by/**/group", Group),
    ("items/", "/orderable_by/**/location", Location),
    ("items/", "/approvals/*/approvers/group", Group),
    ("items/", "/approvals/*/approvers/people/*", Person),
    ("items/", "/**/member_of", Group),
    ("guides/", "/category", Category),
    ("guides/", "/items/*/item", Item),
    ("guides/", "/orderable_by/**/group", Group),
    ("guides/", "/orderable_by/**/location", Location),
    ("guides/", "/**/member_of", Group),
    ("articles/", "/category", Category),
    ("articles/", "/services/*", Service),
    ("articles/", "/items/*", Item),
    ("articles/", "/visible_to/**/group", Group),
    ("articles/", "/visible_to/**/location", Location),
    ("articles/", "/owner", Group),
    ("articles/", "/history/*/author", Person),
    ("problems.yaml", "/*/services/*", Service),
];

impl Thing {
    /// What people call it.
    fn name(self) -> &'static str {
        match self {
            Person => "person",
            Group => "group",
            Location => "location",
            Calendar => "calendar",
            CostCentre => "cost centre",
            Service => "service",
            Category => "category",
            Item => "catalog item",
            Article => "article",
            Picture => "picture",
        }
    }

    /// The file that lists it, or the folder with a file for each.
    fn home(self) -> &'static str {
        match self {
            Person => "people.yaml",
            Group => "groups.yaml",
            Location => "locations.yaml",
            Calendar => "calendars/",
            CostCentre => "cost-centres.yaml",
            Service => "services.yaml",
            Category => "categories.yaml",
            Item => "items/",
            Article => "articles/",
            Picture => "pictures/",
        }
    }

    const ALL: [Self; 10] =
        [Person, Group, Location, Calendar, CostCentre, Service, Category, Item, Article, Picture];
}

/// The ids that there are. A kind whose file cannot be read is missing: nobody knows what it would define.
#[derive(Debug)]
pub(in crate::content) struct Known(BTreeMap<Thing, BTreeSet<String>>);

impl Known {
    pub fn of(folder: &Folder) -> Self {
        let readable = Thing::ALL.into_iter().filter(|thing| !folder.is_broken(thing.home()));
        Self(readable.map(|thing| (thing, ids(folder, thing))).collect())
    }

    /// What to say where `id` names nothing.
    pub fn missing(&self, thing: Thing, id: &str) -> Option<(String, String)> {
        let known = self.0.get(&thing).filter(|known| !known.contains(id))?;
        let otherwise = format!("add it to {}, or name another", thing.home());
        let remedy = did_you_mean(id, known.iter().map(String::as_str), &otherwise);
        Some((format!("there is no {} '{id}'", thing.name()), remedy))
    }
}

fn ids(folder: &Folder, thing: Thing) -> BTreeSet<String> {
    let home = thing.home();
    let mut ids = BTreeSet::new();
    match thing {
        Article => ids.extend(folder.articles.iter().map(|article| article.id.clone())),
        Picture => ids.extend(folder.pictures.keys().cloned()),
        Item | Calendar => {
            let names = folder.docs.keys().filter_map(|file| file.strip_prefix(home)?.strip_suffix(".yaml"));
            ids.extend(names.map(str::to_owned));
        }
        _ => visit(folder.value(home), "/*/id", &mut |_, id| ids.extend(id.as_str().map(str::to_owned))),
    }
    if thing == Group {
        ids.extend(EMPLOYMENTS.iter().map(|employment| employment.group().to_owned()));
    }
    ids
}

pub(super) fn check(folder: &Folder, known: &Known, report: &mut Report) {
    for (of, pattern, thing) in REFERENCES {
        for doc in folder.of(of) {
            references(doc, pattern, *thing, known, report);
        }
    }
}

fn references(doc: &Doc, pattern: &str, thing: Thing, known: &Known, report: &mut Report) {
    visit(&doc.value, pattern, &mut |at, id| {
        if let Some((what, remedy)) = id.as_str().and_then(|id| known.missing(thing, id)) {
            report.add(doc.problem(at, what, remedy));
        }
    });
}
