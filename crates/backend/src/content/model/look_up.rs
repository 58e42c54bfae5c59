//! Finding things in a company.

use super::{Article, Category, Company, Guide, Item, Person, Service};
use crate::{content::registers::Registers, register::Register};
use chrono::{DateTime, Utc};
use guichet_rules::{
    approval::{Delegation, Directory},
    form::{Form, SourceList},
    ids::{ArticleId, CalendarId, CostCentreId, FormId, GroupId, ItemId, PersonId, ServiceId},
    person,
    priority::Priority,
    schedule::Calendar,
};
use std::sync::Arc;

impl Company {
    /// The person.
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.people.get(id)
    }

    /// The list of that name, to look somebody or something up in. None of a list that this release does not know.
    pub fn register(&self, list: SourceList) -> Option<&Register> {
        let Registers { people, groups, locations, services, assets, cost_centres } = &self.registers;
        match list {
            SourceList::People => Some(people),
            SourceList::Groups => Some(groups),
            SourceList::Locations => Some(locations),
            SourceList::Services => Some(services),
            SourceList::Assets => Some(assets),
            SourceList::CostCentres => Some(cost_centres),
            SourceList::Other => None,
        }
    }

    /// Everyone in the group, those who left among them, by name.
    pub fn members(&self, group: &GroupId) -> Vec<&Person> {
        let mut members: Vec<&Person> =
            self.people.values().filter(|person| person.in_group(group)).collect();
        members.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        members
    }

    /// Whether `person` reports to `manager`, directly or not. Nobody reports to themselves.
    pub fn reports_to(&self, person: &PersonId, manager: &PersonId) -> bool {
        let above = |id: &PersonId| self.people.get(id).and_then(|person| person.manager.as_ref());
        // The check of the content refuses circles; the bound keeps a mistake in it from hanging a request.
        std::iter::successors(above(person), |id| above(id))
            .take(self.people.len())
            .any(|above| above == manager && above != person)
    }

    /// Everyone who reports to `manager`, directly or not, by name.
    pub fn reports_of(&self, manager: &PersonId) -> Vec<&Person> {
        let mut reports: Vec<&Person> =
            self.people.values().filter(|person| self.reports_to(&person.id, manager)).collect();
        reports.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        reports
    }

    /// Who can be chosen on a demo sign-in page, in the order of the file.
    pub fn personas(&self) -> Vec<&Person> {
        let mut personas: Vec<&Person> =
            self.people.values().filter(|person| person.persona.is_some() && person.active).collect();
        personas.sort_by_key(|person| person.position);
        personas
    }

    /// The catalog item.
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items.get(id)
    }

    /// The article, unless it was retired.
    pub fn article(&self, id: &ArticleId) -> Option<&Article> {
        self.articles.get(id).map(Arc::as_ref)
    }

    /// The article, also one that was retired.
    pub fn article_or_retired(&self, id: &ArticleId) -> Option<&Article> {
        let retired = || self.retired.get(id).map(|retired| retired.article.as_ref());
        self.article(id).or_else(retired)
    }

    /// The form in this version, where that is the published one.
    pub fn form(&self, id: &FormId, version: u32) -> Option<&Form> {
        self.newest_form(id).filter(|form| form.version == version)
    }

    /// The form in its published version: of an item, or of an order guide.
    pub fn newest_form(&self, id: &FormId) -> Option<&Form> {
        let of_guide =
            || self.guides.get(id.as_str().strip_prefix(Guide::FORM)?).map(|guide| guide.form.form());
        self.items.get(id.as_str()).map(|item| item.form.form()).or_else(of_guide)
    }

    /// The service.
    pub fn service(&self, id: &ServiceId) -> Option<&Service> {
        self.services.get(id)
    }

    /// The shelves in the order of the file.
    pub fn categories_in_order(&self) -> Vec<&Category> {
        let mut categories: Vec<&Category> = self.categories.values().collect();
        categories.sort_by_key(|category| category.position);
        categories
    }

    /// The services in the order of the file.
    pub fn services_in_order(&self) -> Vec<&Service> {
        let mut services: Vec<&Service> = self.services.values().collect();
        services.sort_by_key(|service| service.position);
        services
    }

    /// The opening hours with this id; the company's own where there are none.
    pub fn opening_hours(&self, id: Option<&CalendarId>) -> &Calendar {
        id.and_then(|id| self.calendars.get(id)).unwrap_or(&self.own_calendar)
    }

    /// The opening hours where `person` works.
    pub fn calendar_for_person(&self, person: &PersonId) -> &Calendar {
        let location = self.people.get(person).and_then(|person| self.locations.get(&person.location));
        self.opening_hours(location.map(|location| &location.calendar))
    }

    /// The opening hours in which the delivery of `item` to `beneficiary` counts.
    pub fn calendar_for_item(&self, item: &Item, beneficiary: &PersonId) -> &Calendar {
        match &item.calendar {
            Some(own) => self.opening_hours(Some(own)),
            None => self.calendar_for_person(beneficiary),
        }
    }

    /// The opening hours in which the targets of `priority` count for an incident of `requester`.
    pub fn calendar_for_priority(&self, priority: Priority, requester: &PersonId) -> &Calendar {
        match self.priorities.get(&priority).and_then(|level| level.calendar.as_ref()) {
            Some(own) => self.opening_hours(Some(own)),
            None => self.calendar_for_person(requester),
        }
    }

    /// Whether `text` as a whole matches a pattern of a form; see [`pattern`](crate::content::pattern).
    pub fn matches(&self, pattern: &str, text: &str) -> bool {
        self.patterns.matches(pattern, text)
    }
}

impl Directory for Company {
    fn person(&self, id: &PersonId) -> Option<person::Person> {
        self.people.get(id).map(Person::rules_person)
    }

    fn members(&self, group: &GroupId) -> Vec<PersonId> {
        Company::members(self, group).into_iter().map(|person| person.id.clone()).collect()
    }

    fn cost_centre_owner(&self, cost_centre: &CostCentreId) -> Option<PersonId> {
        self.cost_centres.get(cost_centre).map(|cost_centre| cost_centre.owner.clone())
    }

    /// Content knows of no delegations: they are arranged for at run time, and kept in the store.
    fn delegation(&self, _person: &PersonId, _now: DateTime<Utc>) -> Option<Delegation> {
        None
    }
}
