//! What forms fill in from people and devices, by the words of the rules.

use crate::content::{Asset, Person};
use guichet_rules::form::{AssetFact, PersonFact};
use std::collections::BTreeMap;

/// Of a person. Who pays for what they order is for themselves and those who manage them: `with_payer`.
pub fn of_person(person: &Person, with_payer: bool) -> BTreeMap<String, String> {
    let fact = |fact: &PersonFact| {
        let value = match fact {
            PersonFact::Id => Some(person.id.to_string()),
            PersonFact::Name => Some(person.name.clone()),
            PersonFact::Email => Some(person.email.clone()),
            PersonFact::Title => Some(person.title.clone()),
            PersonFact::Department => Some(person.department.clone()),
            PersonFact::Location => Some(person.location.to_string()),
            PersonFact::Manager => person.manager.as_ref().map(ToString::to_string),
            PersonFact::CostCentre => {
                person.cost_centre.as_ref().filter(|_| with_payer).map(ToString::to_string)
            }
            PersonFact::Language => Some(person.language.clone()),
            PersonFact::Other => None,
        };
        Some((fact.word().to_owned(), value.filter(|value| !value.is_empty())?))
    };
    PersonFact::ALL.iter().filter_map(fact).collect()
}

/// Of a device.
pub fn of_asset(asset: &Asset) -> BTreeMap<String, String> {
    let fact = |fact: &AssetFact| {
        let value = match fact {
            AssetFact::Id => Some(asset.id.to_string()),
            AssetFact::Name => Some(asset.name.clone()),
            AssetFact::Serial => asset.serial.clone(),
            AssetFact::Kind => Some(asset.kind.word().to_owned()),
            AssetFact::Owner => asset.owner.as_ref().map(ToString::to_string),
            AssetFact::Location => asset.location.as_ref().map(ToString::to_string),
            AssetFact::Other => None,
        };
        Some((fact.word().to_owned(), value?))
    };
    AssetFact::ALL.iter().filter_map(fact).collect()
}
