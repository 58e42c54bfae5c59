//! People, groups, sites, services and devices to choose from.

use super::{Ctx, Failure, paging, refs, scope};
use crate::content::{self, Company, GroupKind};
use guichet_contract::types::{Lookup, LookupQuery};
use guichet_rules::{
    entitlement::may_order_for,
    form::{Kind, PersonScope},
    ids::{FormId, PersonId},
    person::Right,
};

/// What fits the words typed so far, by name. Each word has to begin a word of the name or of the hint.
pub fn lookup(ctx: &Ctx, source: &str, query: &LookupQuery) -> Result<Vec<Lookup>, Failure> {
    let question = query.question.as_deref().map(|question| asked_in(ctx, question)).transpose()?;
    let question = question.as_ref();
    let all = match source {
        "people" => people(ctx, question)?,
        "groups" => groups(&ctx.company),
        "locations" => locations(&ctx.company),
        "services" => services(&ctx.company),
        "assets" => assets(ctx, question, query.requested_for.as_ref())?,
        _ => return Err(Failure::NotFound),
    };
    let words = paging::words(query.q.as_deref());
    let limit = usize::try_from(paging::limit(query.limit)?).unwrap_or(usize::MAX);
    Ok(all.into_iter().filter(|lookup| fits(lookup, &words)).take(limit).collect())
}

/// A question of a form, and the item that it is asked for.
struct Asked<'c> {
    item: &'c content::Item,
    kind: &'c Kind,
}

/// Finds `laptop@3/asset`.
fn asked_in<'c>(ctx: &'c Ctx, question: &str) -> Result<Asked<'c>, Failure> {
    let unknown = || Failure::BadParameter("question".to_owned());
    let (form, question) = question.split_once('/').ok_or_else(unknown)?;
    let (form, version) = form.split_once('@').ok_or_else(unknown)?;
    let form = FormId::new(form).map_err(|_| unknown())?;
    let version: u32 = version.parse().map_err(|_| unknown())?;
    let item = ctx.company.items.values().find(|item| item.form.id == form && item.form.version == version);
    let item = item.ok_or_else(unknown)?;
    let question = item.form.question(question).ok_or_else(unknown)?;
    Ok(Asked { item, kind: &question.kind })
}

fn people(ctx: &Ctx, question: Option<&Asked<'_>>) -> Result<Vec<Lookup>, Failure> {
    let within: Option<PersonScope> = match question.map(|asked| asked.kind) {
        Some(Kind::Person { within }) => *within,
        _ => None,
    };
    let people = scope::people(&ctx.company, within, &ctx.me()?.id);
    let lookup = |person: &content::Person| {
        let found = refs::person_in_full(&ctx.company, &person.id);
        Lookup { id: found.id.to_string(), label: found.name, hint: found.about }
    };
    Ok(people.into_iter().map(lookup).collect())
}

/// Those that tickets can be given to.
fn groups(company: &Company) -> Vec<Lookup> {
    let groups = company.groups.values().filter(|group| group.kind == GroupKind::Assignment);
    sorted(groups.map(|group| Lookup { id: group.id.to_string(), label: group.name.clone(), hint: None }))
}

fn locations(company: &Company) -> Vec<Lookup> {
    sorted(company.locations.values().map(|site| Lookup {
        id: site.id.to_string(),
        label: site.name.clone(),
        hint: (!site.address.is_empty()).then(|| site.address.clone()),
    }))
}

fn services(company: &Company) -> Vec<Lookup> {
    let lookup = |service: &content::Service| Lookup {
        id: service.id.to_string(),
        label: service.name.clone(),
        hint: Some(service.summary.clone()),
    };
    company.services_in_order().into_iter().map(lookup).collect()
}

fn assets(
    ctx: &Ctx,
    question: Option<&Asked<'_>>,
    requested_for: Option<&PersonId>,
) -> Result<Vec<Lookup>, Failure> {
    let me = ctx.me()?;
    let company = &ctx.company;
    let other = requested_for.filter(|other| **other != me.id);
    if let Some(other) = other {
        let reports_to = |report: &PersonId, manager: &PersonId| company.reports_to(report, manager);
        let ordering = question.is_some_and(|asked| {
            let beneficiary = company.person(other).map(content::Person::rules_person);
            beneficiary.is_some_and(|b| may_order_for(asked.item.order_for, me, &b, &reports_to).is_ok())
        });
        // Whoever may order for somebody may say which of their devices it is about; so may their manager and the desk.
        if !(ordering || me.has(Right::Desk) || company.reports_to(other, &me.id)) {
            return Ok(Vec::new());
        }
    }
    let owner = other.unwrap_or(&me.id);
    let within = match question.map(|asked| asked.kind) {
        Some(Kind::Asset { within }) => *within,
        _ => None,
    };
    let assets = company.assets.values().filter(|asset| scope::has_asset(within, owner, asset));
    Ok(sorted(assets.map(|asset| Lookup {
        id: asset.id.to_string(),
        label: asset.name.clone(),
        hint: asset.serial.clone().or_else(|| Some(asset.id.to_string())),
    })))
}

fn sorted(lookups: impl Iterator<Item = Lookup>) -> Vec<Lookup> {
    let mut lookups: Vec<Lookup> = lookups.collect();
    lookups.sort_by_cached_key(|lookup| (lookup.label.to_lowercase(), lookup.id.clone()));
    lookups
}

fn fits(lookup: &Lookup, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let text = format!("{} {} {}", lookup.label, lookup.hint.as_deref().unwrap_or_default(), lookup.id);
    let text = text.to_lowercase();
    let begins = |word: &String| {
        text.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word.as_str()))
            || text.split_whitespace().any(|part| part.starts_with(word.as_str()))
    };
    words.iter().all(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_begins_a_word() {
        let lookup = Lookup {
            id: "lt-04417".into(),
            label: "ThinkBook 14".into(),
            hint: Some("NI-LT-04417, Anne-Marie".into()),
        };
        for (query, found) in [
            ("", true),
            ("think 14", true),
            ("book", false),
            ("marie", true),
            ("lt-044", true),
            ("think 15", false),
        ] {
            assert_eq!(fits(&lookup, &paging::words(Some(query))), found, "{query}");
        }
    }
}
