//! What follows from the people and groups that the files name.

use super::by_id;
use crate::{
    content::model::{Group, GroupKind, Location, Person},
    spelling::spellings,
};
use guichet_rules::{
    ids::{GroupId, LocationId, PersonId},
    person::{Employment, Right},
};
use std::collections::BTreeMap;

/// The audiences that everyone belongs to by how they work for the company.
pub(in crate::content) const EMPLOYMENTS: [Employment; 3] =
    [Employment::Employee, Employment::Contractor, Employment::Intern];

/// The groups, with the implicit audiences where groups.yaml does not name them.
pub(super) fn with_audiences(groups: Vec<Group>) -> BTreeMap<GroupId, Group> {
    let mut groups = by_id(groups, |group: &Group| group.id.clone());
    for id in EMPLOYMENTS.iter().filter_map(|employment| GroupId::new(employment.group()).ok()) {
        groups.entry(id.clone()).or_insert_with(|| Group {
            name: id.to_string(),
            id,
            kind: GroupKind::Audience,
            rights: Vec::new(),
        });
    }
    groups
}

/// Adds what follows from the rest: the implicit audience, and the rights of all groups.
pub(super) fn complete(person: &mut Person, groups: &BTreeMap<GroupId, Group>) {
    if let Ok(audience) = GroupId::new(person.employment.group())
        && !person.in_group(&audience)
    {
        person.groups.push(audience);
    }
    let rights = person.groups.iter().filter_map(|id| groups.get(id)).flat_map(|group| &group.rights);
    let mut all: Vec<Right> = Vec::new();
    for right in rights {
        if !all.contains(right) {
            all.push(*right);
        }
    }
    person.rights = all;
}

/// Everyone by name, with what they are looked up by: name, title, department, site and id, as they are searched. Worked out
/// once, for a look-up asks at every key that somebody types.
pub(super) fn by_name(people: &[Person], locations: &[Location]) -> Vec<(PersonId, String)> {
    let sites: BTreeMap<&LocationId, &str> =
        locations.iter().map(|location| (&location.id, location.name.as_str())).collect();
    let mut all: Vec<&Person> = people.iter().collect();
    all.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    let text = |person: &Person| {
        let site = sites.get(&person.location).copied().unwrap_or_default();
        let text = format!("{} {} {} {site} {}", person.name, person.title, person.department, person.id);
        spellings(&text)
    };
    all.into_iter().map(|person| (person.id.clone(), text(person))).collect()
}
