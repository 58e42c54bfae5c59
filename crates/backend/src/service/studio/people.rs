//! People to try a form as, and what there is to choose from for them.

use super::writer;
use crate::{
    content::{Company, Person},
    register::Wanted,
    service::{Ctx, Failure, facts, lookups, paging, refs},
    spelling,
};
use guichet_contract::types::{Lookup, LookupQuery, StudioLookup, StudioPersona, StudioPersonaQuery};
use guichet_rules::form::SourceList;

/// Who fits the words, by name; without words those first that are meant to be tried.
pub fn personas(ctx: &Ctx, query: &StudioPersonaQuery) -> Result<Vec<StudioPersona>, Failure> {
    writer(ctx)?;
    let company: &Company = &ctx.company;
    let words = spelling::words(query.q.as_deref());
    let limit = usize::try_from(paging::limit(query.limit)?).unwrap_or(usize::MAX);
    let first = if words.is_empty() { company.personas() } else { Vec::new() };
    let everyone = company.register(SourceList::People).ok_or(Failure::NotFound)?;
    let told = |id: &str| first.iter().any(|person| person.id.as_str() == id);
    let rest = everyone.find(Wanted { words: &words, under: &[], limit }, &|id| !told(id));
    let rest = rest.into_iter().filter_map(|id| company.people.get(id));
    let all = first.iter().copied().chain(rest).take(limit);
    Ok(all.map(|person| persona(company, person)).collect())
}

fn persona(company: &Company, person: &Person) -> StudioPersona {
    StudioPersona {
        person: refs::person_in_full(company, &person.id),
        groups: person.groups.iter().map(|group| refs::group(company, group)).collect(),
        facts: facts::of_person(person, true),
    }
}

/// What somebody else is offered in a question that need not be published.
pub fn lookup(ctx: &Ctx, source: &str, input: &StudioLookup) -> Result<Vec<Lookup>, Failure> {
    writer(ctx)?;
    let list = lookups::list(source)?;
    let found = ctx.company.person(&input.requester).ok_or(Failure::NotFound)?;
    let requester = found.rules_person();
    let beneficiary = input.requested_for.as_ref().unwrap_or(&input.requester);
    let kind = input.question.as_ref().map(|question| &question.kind);
    let query = LookupQuery {
        q: input.q.clone(),
        id: input.id.clone(),
        limit: input.limit,
        facts: Some(true),
        ..LookupQuery::default()
    };
    lookups::find(ctx, list, (&requester, beneficiary), kind, &input.given, &query)
}
