//! What there is to choose from while an article is written.

use super::writer;
use crate::{
    content::{Category, Company, Group, GroupKind},
    service::{Ctx, Failure, refs},
};
use guichet_contract::types::{GroupRef, ItemRef, ServiceRef, WritingOptions, WritingShelf};
use guichet_rules::review;

/// Shelves in their order, groups by name.
pub fn options(ctx: &Ctx) -> Result<WritingOptions, Failure> {
    let me = writer(ctx)?;
    let company: &Company = &ctx.company;
    let mut shelves: Vec<&Category> = company.categories.values().collect();
    shelves.sort_by_key(|category| category.position);
    let shelf = |category: &Category| WritingShelf { id: category.id.clone(), name: category.name.clone() };
    let mut services: Vec<ServiceRef> =
        company.services.keys().map(|id| refs::service(company, id)).collect();
    services.sort_by_cached_key(|service| service.name.to_lowercase());
    let items = company.items.values().filter(|item| item.is_visible_to(me));
    let mut items: Vec<ItemRef> = items.map(|item| refs::item(company, &item.id)).collect();
    items.sort_by_cached_key(|item| item.name.to_lowercase());
    Ok(WritingOptions {
        languages: company.languages.clone(),
        categories: shelves.into_iter().map(shelf).collect(),
        owners: groups(company, |group| group.kind != GroupKind::Audience),
        readers: groups(company, |group| group.kind == GroupKind::Audience),
        services,
        items,
        review_months: review::MONTHS,
    })
}

fn groups(company: &Company, wanted: impl Fn(&Group) -> bool) -> Vec<GroupRef> {
    let found = company.groups.values().filter(|group| wanted(group));
    let mut groups: Vec<GroupRef> = found.map(|group| refs::group(company, &group.id)).collect();
    groups.sort_by_cached_key(|group| group.name.to_lowercase());
    groups
}
