//! What people look things up in, made of everything else.

use super::model::{Company, GroupKind, Person};
use crate::register::{By, Entry, Register};
use guichet_rules::ids::PersonId;
use guichet_search::folded;

/// A list of each kind.
#[derive(Debug, Clone, Default)]
pub(in crate::content) struct Registers {
    /// People who are active.
    pub people: Register,
    /// Groups that work on tickets.
    pub groups: Register,
    /// Sites.
    pub locations: Register,
    /// Services.
    pub services: Register,
    /// Devices.
    pub assets: Register,
    /// Cost centres.
    pub cost_centres: Register,
}

impl Registers {
    /// Those of a company.
    pub fn of(company: &Company) -> Self {
        Self {
            people: people(company),
            groups: groups(company),
            locations: locations(company),
            services: services(company),
            assets: assets(company),
            cost_centres: cost_centres(company),
        }
    }
}

fn entry(id: impl ToString, name: &str, more: &[&str]) -> Entry {
    let id = id.to_string();
    let more = format!("{} {id}", more.join(" "));
    Entry { id, name: name.to_owned(), more, under: Vec::new() }
}

/// A list by name, where an Ö is an O.
fn by_name(entries: impl Iterator<Item = Entry>) -> Register {
    let mut entries: Vec<Entry> = entries.collect();
    entries.sort_by_cached_key(|entry| (folded(&entry.name), entry.id.clone()));
    Register::new(entries)
}

fn people(company: &Company) -> Register {
    by_name(company.people.values().filter(|person| person.active).map(|person| {
        let site = company.locations.get(&person.location).map_or("", |site| site.name.as_str());
        let mut entry = entry(&person.id, &person.name, &[&person.title, &person.department, site]);
        entry.under.push((By::Location, person.location.to_string()));
        entry.under.push((By::Email, person.email.to_lowercase()));
        entry.under.extend(person.groups.iter().map(|group| (By::Group, group.to_string())));
        entry.under.extend(above(company, person).iter().map(|manager| (By::Person, manager.to_string())));
        entry
    }))
}

/// Everyone whom somebody reports to, as `Company::reports_to` has it.
fn above<'c>(company: &'c Company, person: &'c Person) -> Vec<&'c PersonId> {
    let mut chain: Vec<&PersonId> = Vec::new();
    let mut next = person.manager.as_ref();
    // A circle is reported as a mistake, and must not keep that from being read.
    while let Some(manager) = next.filter(|manager| **manager != person.id && !chain.contains(manager)) {
        chain.push(manager);
        next = company.people.get(manager).and_then(|person| person.manager.as_ref());
    }
    chain
}

fn groups(company: &Company) -> Register {
    let groups = company.groups.values().filter(|group| group.kind == GroupKind::Assignment);
    by_name(groups.map(|group| entry(&group.id, &group.name, &[])))
}

fn locations(company: &Company) -> Register {
    by_name(company.locations.values().map(|site| entry(&site.id, &site.name, &[&site.address])))
}

/// In the order of the file.
fn services(company: &Company) -> Register {
    Register::new(company.services_in_order().into_iter().map(|service| {
        let mut entry = entry(&service.id, &service.name, &[&service.summary]);
        entry.under.push((By::Group, service.group.to_string()));
        entry
    }))
}

fn assets(company: &Company) -> Register {
    by_name(company.assets.values().map(|asset| {
        let mut entry = entry(&asset.id, &asset.name, &[asset.serial.as_deref().unwrap_or_default()]);
        entry.under.extend(asset.owner.iter().map(|owner| (By::Person, owner.to_string())));
        entry.under.extend(asset.location.iter().map(|location| (By::Location, location.to_string())));
        entry
    }))
}

fn cost_centres(company: &Company) -> Register {
    by_name(company.cost_centres.values().map(|centre| {
        let mut entry = entry(&centre.id, &centre.name, &[]);
        entry.under.push((By::Person, centre.owner.to_string()));
        entry
    }))
}
