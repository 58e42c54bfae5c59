//! What may be chosen in a form: the look-ups offer it, and the check of a request accepts nothing else.

use crate::{
    content::{Asset, Company, CostCentre, Group, GroupKind, Person, Service},
    register::By,
};
use guichet_rules::{
    form::{AssetScope, Kind, Narrowing, PersonScope, SourceList},
    ids::{AssetId, CostCentreId, GroupId, LocationId, PersonId, QuestionId, ServiceId},
    person::{self, Right},
};

/// The earlier answers that narrow a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrowed {
    /// Only what is there.
    location: Option<LocationId>,
    /// Who reports to this person, what this person has or owns.
    person: Option<PersonId>,
    /// Who belongs to this group, what it repairs.
    group: Option<GroupId>,
}

impl Narrowed {
    /// By the answers to the questions that `narrowing` names. None where one of them is missing or no id: then nothing is
    /// on offer.
    pub fn by<'a>(
        narrowing: Option<&Narrowing>,
        answer: &dyn Fn(&QuestionId) -> Option<&'a str>,
    ) -> Option<Self> {
        let Some(narrowing) = narrowing else { return Some(Self::default()) };
        let text = |question: &Option<QuestionId>| match question {
            None => Some(None),
            Some(question) => answer(question).map(Some),
        };
        Some(Self {
            location: text(&narrowing.location)?.map(LocationId::new).transpose().ok()?,
            person: text(&narrowing.person)?.map(PersonId::new).transpose().ok()?,
            group: text(&narrowing.group)?.map(GroupId::new).transpose().ok()?,
        })
    }
}

/// Who asks, for whom, and within what.
pub struct Choosing<'c> {
    /// The company.
    pub company: &'c Company,
    /// Who asks.
    pub requester: &'c person::Person,
    /// For whom.
    pub beneficiary: &'c PersonId,
    /// Who may be chosen, where the question says.
    pub people: Option<PersonScope>,
    /// Whose devices may be chosen, where the question says.
    pub assets: Option<AssetScope>,
    /// By which earlier answers.
    pub narrowed: Narrowed,
}

impl<'c> Choosing<'c> {
    /// For a question of this kind.
    pub fn new(
        company: &'c Company,
        requester: &'c person::Person,
        beneficiary: &'c PersonId,
        kind: Option<&Kind>,
        narrowed: Narrowed,
    ) -> Self {
        let people = match kind {
            Some(Kind::Person { within, .. }) => *within,
            _ => None,
        };
        let assets = match kind {
            Some(Kind::Asset { within, .. }) => *within,
            _ => None,
        };
        Self { company, requester, beneficiary, people, assets, narrowed }
    }

    /// Whether `id` is on `list` and may be chosen.
    pub fn has(&self, list: SourceList, id: &str) -> bool {
        let company = self.company;
        match list {
            SourceList::People => {
                PersonId::new(id).ok().and_then(|id| company.person(&id)).is_some_and(|p| self.has_person(p))
            }
            SourceList::Groups => {
                GroupId::new(id).ok().and_then(|id| company.groups.get(&id)).is_some_and(is_assignable)
            }
            SourceList::Locations => LocationId::new(id).is_ok_and(|id| company.locations.contains_key(&id)),
            SourceList::Services => ServiceId::new(id)
                .ok()
                .and_then(|id| company.service(&id))
                .is_some_and(|s| self.has_service(s)),
            SourceList::Assets => AssetId::new(id)
                .ok()
                .and_then(|id| company.assets.get(&id))
                .is_some_and(|a| self.has_asset(a)),
            SourceList::CostCentres => CostCentreId::new(id)
                .ok()
                .and_then(|id| company.cost_centres.get(&id))
                .is_some_and(|c| self.has_cost_centre(c)),
            SourceList::Other => false,
        }
    }

    /// Where on `list` everything stands that may be chosen; none where nothing may.
    pub fn under(&self, list: SourceList) -> Option<Vec<(By, &str)>> {
        let Narrowed { location, person, group } = &self.narrowed;
        let at = location.as_ref().map(|location| (By::Location, location.as_str()));
        let by = person.as_ref().map(|person| (By::Person, person.as_str()));
        let within = group.as_ref().map(|group| (By::Group, group.as_str()));
        let all = match list {
            SourceList::People => {
                let reports = self.people == Some(PersonScope::Reports);
                [at, by, within, reports.then(|| (By::Person, self.requester.id.as_str()))]
            }
            SourceList::Assets => {
                let whose = self.whose()?;
                [at, whose.map(|owner| (By::Person, owner.as_str())), None, None]
            }
            SourceList::Services => [within, None, None, None],
            SourceList::CostCentres => [by, None, None, None],
            SourceList::Groups | SourceList::Locations | SourceList::Other => [None; 4],
        };
        Some(all.into_iter().flatten().collect())
    }

    /// Whether the person may be chosen.
    pub fn has_person(&self, person: &Person) -> bool {
        let reports = |manager: &PersonId| self.company.reports_to(&person.id, manager);
        let Narrowed { location, person: manager, group } = &self.narrowed;
        person.active
            && (self.people != Some(PersonScope::Reports) || reports(&self.requester.id))
            && location.as_ref().is_none_or(|location| person.location == *location)
            && manager.as_ref().is_none_or(reports)
            && group.as_ref().is_none_or(|group| person.in_group(group))
    }

    /// Whether the service may be chosen.
    pub fn has_service(&self, service: &Service) -> bool {
        self.narrowed.group.as_ref().is_none_or(|group| service.group == *group)
    }

    /// Whether the cost centre may be chosen.
    pub fn has_cost_centre(&self, cost_centre: &CostCentre) -> bool {
        self.narrowed.person.as_ref().is_none_or(|owner| cost_centre.owner == *owner)
    }

    /// Whether the device may be chosen.
    pub fn has_asset(&self, asset: &Asset) -> bool {
        let location = self.narrowed.location.as_ref();
        self.whose().is_some_and(|owner| owner.is_none() || asset.owner.as_ref() == owner)
            && location.is_none_or(|location| asset.location.as_ref() == Some(location))
    }

    /// Whose devices may be chosen: `Some(None)` are everyone's, `None` nobody's. Where the form does not say, those of the
    /// person it is for; where it says "of that person", theirs. Who has which device is not everyone's business.
    fn whose(&self) -> Option<Option<&PersonId>> {
        match (self.assets, self.narrowed.person.as_ref()) {
            (Some(AssetScope::Everyone), person) => Some(person),
            (_, Some(person)) => self.may_see_devices_of(person).then_some(Some(person)),
            (_, None) => Some(Some(self.beneficiary)),
        }
    }

    fn may_see_devices_of(&self, person: &PersonId) -> bool {
        *person == self.requester.id
            || person == self.beneficiary
            || self.requester.has(Right::Desk)
            || self.company.reports_to(person, &self.requester.id)
    }
}

/// Whether tickets can be given to the group.
pub fn is_assignable(group: &Group) -> bool {
    group.kind == GroupKind::Assignment
}
