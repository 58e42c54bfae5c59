//! What may be chosen in a form: the look-ups offer it, and the check of a request accepts nothing else.

use crate::content::{Asset, Company, Person};
use guichet_rules::{
    form::{AssetScope, PersonScope},
    ids::PersonId,
};

/// The people whom `requester` may choose, by name.
pub fn people<'c>(company: &'c Company, scope: Option<PersonScope>, requester: &PersonId) -> Vec<&'c Person> {
    let mut people = match scope {
        Some(PersonScope::Reports) => company.reports_of(requester),
        Some(PersonScope::Everyone) | None => {
            let mut everyone: Vec<&Person> = company.people.values().collect();
            everyone.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
            everyone
        }
    };
    people.retain(|person| person.active);
    people
}

/// Whether `requester` may choose `person`.
pub fn has_person(
    company: &Company,
    scope: Option<PersonScope>,
    requester: &PersonId,
    person: &PersonId,
) -> bool {
    company.person(person).is_some_and(|found| found.active)
        && match scope {
            Some(PersonScope::Reports) => company.reports_to(person, requester),
            Some(PersonScope::Everyone) | None => true,
        }
}

/// Whether a device may be chosen in a request that is for `beneficiary`. Where the form does not say, their own: who
/// has which device is not everyone's business.
pub fn has_asset(scope: Option<AssetScope>, beneficiary: &PersonId, asset: &Asset) -> bool {
    match scope {
        Some(AssetScope::Everyone) => true,
        Some(AssetScope::Mine) | None => asset.owner.as_ref() == Some(beneficiary),
    }
}
