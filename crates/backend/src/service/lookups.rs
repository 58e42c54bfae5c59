//! People, groups, sites, services, devices and cost centres to choose from.

use super::{
    Ctx, Failure, catalog, facts, paging, refs,
    scope::{Choosing, Narrowed},
};
use crate::{
    content::{self, Company},
    register::{By, Wanted},
    spelling,
};
use guichet_contract::types::{Lookup, LookupQuery};
use guichet_rules::{
    entitlement::{OrderFor, may_order_for},
    form::{Kind, SourceList},
    ids::{FormId, PersonId, QuestionId},
    person::{Person, Right},
};
use std::collections::BTreeMap;

/// What fits the words typed so far: first what is called so from the beginning, then what has each word at the beginning of one
/// of its words, then what has it anywhere; each by name.
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
    let company: &Company = &ctx.company;
    let choosing = Choosing::new(company, me, beneficiary, kind, narrowed);
    let register = company.register(list).ok_or(Failure::NotFound)?;
    let words = spelling::words(query.q.as_deref());
    let limit = usize::try_from(paging::limit(query.limit)?).unwrap_or(usize::MAX);
    let may = |id: &str| choosing.has(list, id);
    let emails = if list == SourceList::People { emails(query.emails.as_deref()) } else { Vec::new() };
    let found = match (query.id.as_deref(), emails.as_slice()) {
        (None, []) => {
            let Some(under) = choosing.under(list) else { return Ok(Vec::new()) };
            register.find(Wanted { words: &words, under: &under, limit }, &may)
        }
        (id, emails) => {
            let named: Vec<&str> = if emails.is_empty() {
                id.into_iter().collect()
            } else {
                register.under_any(By::Email, emails)
            };
            let wanted = |one: &&str| id.is_none_or(|id| *one == id) && register.has(one, &words) && may(one);
            named.into_iter().filter(wanted).take(limit).collect()
        }
    };
    let lookup = |id: &str| {
        let shown = shown(company, list, id)?;
        let facts = if query.facts == Some(true) { facts_of(company, list, id, me) } else { BTreeMap::new() };
        Some(Lookup { facts, ..shown })
    };
    Ok(found.into_iter().filter_map(lookup).collect())
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
    if !catalog::shows_form(ctx, &form)? {
        return Err(unknown());
    }
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

/// What is shown of one of a list.
fn shown(company: &Company, list: SourceList, id: &str) -> Option<Lookup> {
    let (label, hint) = match list {
        SourceList::People => {
            let person = refs::person_in_full(company, &company.people.get(id)?.id);
            (person.name, person.about)
        }
        SourceList::Groups => (company.groups.get(id)?.name.clone(), None),
        SourceList::Locations => {
            let site = company.locations.get(id)?;
            (site.name.clone(), Some(site.address.clone()).filter(|address| !address.is_empty()))
        }
        SourceList::Services => {
            let service = company.services.get(id)?;
            (service.name.clone(), Some(service.summary.clone()))
        }
        SourceList::Assets => {
            let asset = company.assets.get(id)?;
            (asset.name.clone(), asset.serial.clone().or_else(|| Some(id.to_owned())))
        }
        SourceList::CostCentres => (company.cost_centres.get(id)?.name.clone(), Some(id.to_owned())),
        SourceList::Other => return None,
    };
    Some(Lookup { id: id.to_owned(), label, hint, facts: BTreeMap::new() })
}

/// What a form may fill in of one of a list, for `me`.
fn facts_of(company: &Company, list: SourceList, id: &str, me: &Person) -> BTreeMap<String, String> {
    let person = |person: &content::Person| {
        facts::of_person(person, person.id == me.id || company.reports_to(&person.id, &me.id))
    };
    match list {
        SourceList::People => company.people.get(id).map(person).unwrap_or_default(),
        SourceList::Assets => company.assets.get(id).map(facts::of_asset).unwrap_or_default(),
        _ => BTreeMap::new(),
    }
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
