//! People, groups, sites, services, devices and cost centres to choose from.

use super::{
    Ctx, Failure, facts, paging, refs,
    scope::{Choosing, Narrowed, is_assignable},
};
use crate::{
    content::{self, Company},
    spelling::{self, fits},
};
use guichet_contract::types::{Lookup, LookupQuery};
use guichet_rules::{
    entitlement::{OrderFor, may_order_for},
    form::{Kind, SourceList},
    ids::{FormId, PersonId, QuestionId},
    person::{Person, Right},
};
use std::collections::BTreeMap;

/// What fits the words typed so far, by name. Each word has to begin a word of the name or of the hint.
pub fn lookup(ctx: &Ctx, source: &str, query: &LookupQuery) -> Result<Vec<Lookup>, Failure> {
    let list = list(source)?;
    let asked = query.question.as_deref().map(|question| asked_in(ctx, question)).transpose()?;
    let given = given(query.given.as_deref())?;
    let me = ctx.me()?;
    let beneficiary = query.requested_for.as_ref().unwrap_or(&me.id);
    if list == SourceList::Assets && !may_ask_for(ctx, me, asked.as_ref(), beneficiary) {
        return Ok(Vec::new());
    }
    let kind = asked.as_ref().map(|asked| asked.kind);
    find(ctx, list, (me, beneficiary), kind, &given, query)
}

/// The list of that name.
pub(super) fn list(source: &str) -> Result<SourceList, Failure> {
    let lists = [
        SourceList::People,
        SourceList::Groups,
        SourceList::Locations,
        SourceList::Services,
        SourceList::Assets,
        SourceList::CostCentres,
    ];
    lists.into_iter().find(|list| list.name() == source).ok_or(Failure::NotFound)
}

/// What may answer a question of this `kind`, asked by one person for another, once `given` was answered. Of `query` only
/// words, id, addresses, facts and limit count.
pub(super) fn find(
    ctx: &Ctx,
    list: SourceList,
    (me, beneficiary): (&Person, &PersonId),
    kind: Option<&Kind>,
    given: &BTreeMap<QuestionId, String>,
    query: &LookupQuery,
) -> Result<Vec<Lookup>, Failure> {
    let answer = |question: &QuestionId| given.get(question).map(String::as_str);
    let Some(narrowed) = Narrowed::by(kind.and_then(Kind::narrowing), &answer) else { return Ok(Vec::new()) };
    let choosing = Choosing::new(&ctx.company, me, beneficiary, kind, narrowed);
    let words = spelling::words(query.q.as_deref());
    let limit = usize::try_from(paging::limit(query.limit)?).unwrap_or(usize::MAX);
    let company = &ctx.company;
    let with_facts = query.facts == Some(true);
    let id = query.id.as_deref();
    let all = match list {
        SourceList::People => {
            let emails = emails(query.emails.as_deref());
            return Ok(people(ctx, &choosing, (id, emails.as_slice()), &words, limit, with_facts));
        }
        SourceList::Groups => groups(company),
        SourceList::Locations => locations(company),
        SourceList::Services => services(company, &choosing),
        SourceList::Assets => assets(company, &choosing, with_facts),
        SourceList::CostCentres => cost_centres(company, &choosing),
        SourceList::Other => return Err(Failure::NotFound),
    };
    let wanted = |lookup: &Lookup| id.is_none_or(|id| lookup.id == id) && fits(&text_of(lookup), &words);
    Ok(all.into_iter().filter(wanted).take(limit).collect())
}

/// A question of a form, and for whom the answer may be.
struct Asked<'c> {
    order_for: OrderFor,
    kind: &'c Kind,
}

/// Finds `laptop@3/asset`; the question may be one of a row, and the form that of an order guide.
fn asked_in<'c>(ctx: &'c Ctx, question: &str) -> Result<Asked<'c>, Failure> {
    let unknown = || Failure::BadParameter("question".to_owned());
    let (form, question) = question.split_once('/').ok_or_else(unknown)?;
    let (form, version) = form.split_once('@').ok_or_else(unknown)?;
    let form = FormId::new(form).map_err(|_| unknown())?;
    let version: u32 = version.parse().map_err(|_| unknown())?;
    let company = &ctx.company;
    let order_for = company.items.get(form.as_str()).map_or(OrderFor::SelfOnly, |item| item.order_for);
    let form = company.form(&form, version).ok_or_else(unknown)?;
    let question = form.question_or_column(question).ok_or_else(unknown)?;
    Ok(Asked { order_for, kind: &question.kind })
}

/// Reads `site:berlin,boss:mara-lindt`.
fn given(text: Option<&str>) -> Result<BTreeMap<QuestionId, String>, Failure> {
    let wrong = || Failure::BadParameter("given".to_owned());
    let parts = text.unwrap_or_default().split(',').filter(|part| !part.is_empty());
    let pair = |part: &str| {
        let (question, answer) = part.split_once(':').ok_or_else(wrong)?;
        Ok((QuestionId::new(question).map_err(|_| wrong())?, answer.to_owned()))
    };
    parts.map(pair).collect()
}

/// Reads `ada@acme.example,bob@acme.example`, whatever the case: so people write addresses.
fn emails(text: Option<&str>) -> Vec<String> {
    let all = text.unwrap_or_default().split(',').map(|email| email.trim().to_lowercase());
    all.filter(|email| !email.is_empty()).collect()
}

/// Whoever may order for somebody may say which of their devices it is about; so may their manager and the desk.
fn may_ask_for(ctx: &Ctx, me: &Person, asked: Option<&Asked<'_>>, other: &PersonId) -> bool {
    let company = &ctx.company;
    let reports_to = |report: &PersonId, manager: &PersonId| company.reports_to(report, manager);
    let ordering = || {
        asked.is_some_and(|asked| {
            let beneficiary = company.person(other).map(content::Person::rules_person);
            beneficiary.is_some_and(|b| may_order_for(asked.order_for, me, &b, &reports_to).is_ok())
        })
    };
    *other == me.id || me.has(Right::Desk) || company.reports_to(other, &me.id) || ordering()
}

/// Stops as soon as there are enough: a company may have a hundred thousand people.
fn people(
    ctx: &Ctx,
    choosing: &Choosing<'_>,
    (id, emails): (Option<&str>, &[String]),
    words: &[String],
    limit: usize,
    with_facts: bool,
) -> Vec<Lookup> {
    let company = &ctx.company;
    let wanted = |person: &content::Person| {
        id.is_none_or(|id| person.id.as_str() == id)
            && (emails.is_empty() || emails.contains(&person.email.to_lowercase()))
    };
    let found = company
        .people_by_name()
        .filter(|(person, text)| wanted(person) && fits(text, words) && choosing.has_person(person));
    let lookup = |(person, _): (&content::Person, &str)| {
        let found = refs::person_in_full(company, &person.id);
        let me = &choosing.requester.id;
        let with_payer = person.id == *me || company.reports_to(&person.id, me);
        let facts = if with_facts { facts::of_person(person, with_payer) } else { BTreeMap::new() };
        Lookup { id: found.id.to_string(), label: found.name, hint: found.about, facts }
    };
    found.take(limit).map(lookup).collect()
}

fn plain(id: impl ToString, label: &str, hint: Option<String>) -> Lookup {
    Lookup { id: id.to_string(), label: label.to_owned(), hint, facts: BTreeMap::new() }
}

/// Those that tickets can be given to.
fn groups(company: &Company) -> Vec<Lookup> {
    let groups = company.groups.values().filter(|group| is_assignable(group));
    sorted(groups.map(|group| plain(&group.id, &group.name, None)))
}

fn locations(company: &Company) -> Vec<Lookup> {
    sorted(company.locations.values().map(|site| {
        plain(&site.id, &site.name, Some(site.address.clone()).filter(|address| !address.is_empty()))
    }))
}

fn services(company: &Company, choosing: &Choosing<'_>) -> Vec<Lookup> {
    let services = company.services_in_order().into_iter().filter(|service| choosing.has_service(service));
    services.map(|service| plain(&service.id, &service.name, Some(service.summary.clone()))).collect()
}

fn cost_centres(company: &Company, choosing: &Choosing<'_>) -> Vec<Lookup> {
    let all = company.cost_centres.values().filter(|cost_centre| choosing.has_cost_centre(cost_centre));
    sorted(all.map(|cost_centre| plain(&cost_centre.id, &cost_centre.name, Some(cost_centre.id.to_string()))))
}

fn assets(company: &Company, choosing: &Choosing<'_>, with_facts: bool) -> Vec<Lookup> {
    let assets = company.assets.values().filter(|asset| choosing.has_asset(asset));
    sorted(assets.map(|asset| Lookup {
        facts: if with_facts { facts::of_asset(asset) } else { BTreeMap::new() },
        ..plain(&asset.id, &asset.name, asset.serial.clone().or_else(|| Some(asset.id.to_string())))
    }))
}

fn sorted(lookups: impl Iterator<Item = Lookup>) -> Vec<Lookup> {
    let mut lookups: Vec<Lookup> = lookups.collect();
    lookups.sort_by_cached_key(|lookup| (lookup.label.to_lowercase(), lookup.id.clone()));
    lookups
}

/// What a thing is looked up by.
fn text_of(lookup: &Lookup) -> String {
    let hint = lookup.hint.as_deref().unwrap_or_default();
    spelling::spellings(&format!("{} {hint} {}", lookup.label, lookup.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_answered_before_is_read() {
        let read = given(Some("site:berlin,boss:mara-lindt")).unwrap();
        let pairs: Vec<(&str, &str)> =
            read.iter().map(|(id, answer)| (id.as_str(), answer.as_str())).collect();
        assert_eq!(pairs, [("boss", "mara-lindt"), ("site", "berlin")]);
        assert!(given(None).unwrap().is_empty() && given(Some("")).unwrap().is_empty());
        assert!(given(Some("site")).is_err() && given(Some("-:x")).is_err());
    }
}
