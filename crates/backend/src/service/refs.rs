//! Names for ids, in the reader's language. What the content no longer has goes by its id: a ticket outlives people and
//! services.

use crate::content::Company;
use guichet_contract::types::{AssetRef, CostCentre, GroupRef, ItemRef, PersonRef, ServiceRef};
use guichet_rules::ids::{AssetId, CostCentreId, GroupId, ItemId, PersonId, ServiceId};

/// A person by name.
pub fn person(company: &Company, id: &PersonId) -> PersonRef {
    let name = company.person(id).map_or_else(|| id.to_string(), |person| person.name.clone());
    PersonRef { id: id.clone(), name, about: None }
}

/// A person with what tells them from another of the same name.
pub fn person_in_full(company: &Company, id: &PersonId) -> PersonRef {
    let about = company.person(id).map(|person| {
        let site = company.locations.get(&person.location).map_or("", |site| site.name.as_str());
        let parts = [person.title.as_str(), person.department.as_str(), site];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    });
    PersonRef { about, ..self::person(company, id) }
}

/// A group by name.
pub fn group(company: &Company, id: &GroupId) -> GroupRef {
    let name = company.groups.get(id).map_or_else(|| id.to_string(), |group| group.name.clone());
    GroupRef { id: id.clone(), name }
}

/// A service by name.
pub fn service(company: &Company, id: &ServiceId) -> ServiceRef {
    let name = company.service(id).map_or_else(|| id.to_string(), |service| service.name.clone());
    ServiceRef { id: id.clone(), name }
}

/// A catalog item by name.
pub fn item(company: &Company, id: &ItemId) -> ItemRef {
    let name = company.item(id).map_or_else(|| id.to_string(), |item| item.name.clone());
    ItemRef { id: id.clone(), name }
}

/// A cost centre by name.
pub fn cost_centre(company: &Company, id: &CostCentreId) -> CostCentre {
    let name = company.cost_centres.get(id).map_or_else(|| id.to_string(), |centre| centre.name.clone());
    CostCentre { id: id.clone(), name }
}

/// A device by name.
pub fn asset(company: &Company, id: &AssetId) -> AssetRef {
    let name = company.assets.get(id).map_or_else(|| id.to_string(), |asset| asset.name.clone());
    AssetRef { id: id.clone(), name }
}
