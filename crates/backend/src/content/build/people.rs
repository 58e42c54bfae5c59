//! What follows from the people and groups that the files name.

use super::by_id;
use crate::content::model::{Group, GroupKind, Person};
use guichet_rules::{
    ids::GroupId,
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
