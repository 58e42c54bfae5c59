//! The company, as the generator looks at it.

use super::rng::Rng;
use crate::content::{Asset, Company, Content, GroupKind, Person};
use chrono::{DateTime, TimeDelta, Utc};
use guichet_rules::{
    ids::{GroupId, LocationId, PersonId},
    person,
    schedule::Calendar,
};
use std::collections::BTreeMap;

/// The company, and what is looked up in it again and again.
pub(super) struct World<'c> {
    content: &'c Content,
    /// For everything that has no words.
    pub(super) company: &'c Company,
    /// The end of the year that is made up.
    pub(super) now: DateTime<Utc>,
    /// Everyone who is here, in the order of the file.
    pub(super) people: Vec<&'c Person>,
    rules: BTreeMap<&'c PersonId, person::Person>,
    agents: BTreeMap<&'c GroupId, Vec<&'c Person>>,
}

impl<'c> World<'c> {
    pub(super) fn new(content: &'c Content, now: DateTime<Utc>) -> Self {
        let company: &'c Company = content.in_language("en");
        let mut people: Vec<&Person> = company.people.values().filter(|person| person.active).collect();
        people.sort_by_key(|person| person.position);
        let rules = company.people.values().map(|person| (&person.id, person.rules_person())).collect();
        let members =
            |group: &'c GroupId| people.iter().copied().filter(move |person| person.in_group(group));
        let groups = company.groups.values().filter(|group| group.kind == GroupKind::Assignment);
        let agents = groups.map(|group| (&group.id, members(&group.id).collect())).collect();
        Self { content, company, now, people, rules, agents }
    }

    /// The company in the language of `person`.
    pub(super) fn speaking_to(&self, person: &Person) -> &'c Company {
        self.content.in_language(&person.language)
    }

    /// Somebody by their id, if they are here.
    pub(super) fn person(&self, id: &str) -> Option<&'c Person> {
        self.company.people.get(id).filter(|person| person.active)
    }

    /// What the rules need to know of somebody.
    pub(super) fn rules_person(&self, id: &PersonId) -> Option<&person::Person> {
        self.rules.get(id)
    }

    /// Somebody in `group` whom the ticket does not concern, at the same site if there is one.
    pub(super) fn agent(
        &self,
        rng: &mut Rng,
        group: &GroupId,
        near: &LocationId,
        concerned: &[&PersonId],
    ) -> Option<&'c Person> {
        let fits = |person: &&&Person| !concerned.contains(&&person.id);
        let members = self.agents.get(group)?;
        let able: Vec<&Person> = members.iter().filter(fits).copied().collect();
        let near: Vec<&Person> = able.iter().copied().filter(|person| person.location == *near).collect();
        let pool = if near.is_empty() { able } else { near };
        rng.pick(&pool).copied()
    }

    /// Another person who works at the same site. Nobody of the demo sign-in: what they see is set, see `scenes`.
    pub(super) fn colleague(&self, rng: &mut Rng, of: &Person) -> Option<&'c Person> {
        let near = |person: &&Person| {
            person.location == of.location && person.id != of.id && person.persona.is_none()
        };
        let colleagues: Vec<&'c Person> = self.people.iter().copied().filter(near).collect();
        rng.pick(&colleagues).copied()
    }

    /// The devices that somebody has.
    pub(super) fn assets_of(&self, person: &PersonId) -> impl Iterator<Item = &'c Asset> {
        self.company.assets.values().filter(move |asset| asset.owner.as_ref() == Some(person))
    }

    /// The instant from which on `calendar` was open for `seconds` until now.
    pub(super) fn ago(&self, calendar: &Calendar, seconds: i64) -> DateTime<Utc> {
        // A year is more than any scene looks back.
        for days in 1..366 {
            let Some(from) = self.now.checked_sub_signed(TimeDelta::days(days)) else { break };
            match calendar.between(from, self.now) {
                Ok(open) if open > seconds => {
                    let at = calendar.add(from, open - seconds).ok().flatten();
                    return at.unwrap_or(from);
                }
                _ => {}
            }
        }
        self.now
    }
}
