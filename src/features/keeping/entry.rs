//! One entry of the list.

use super::decide::{Deciding, form};
use crate::{
    format,
    i18n::{self, m},
    language::name_here,
    routes,
    session::{Feature, use_session},
    ui::Button,
};
use guichet_contract::types::{ArticleRef, LearningChoice, LearningDecision, LearningEntry};
use leptos::{html, prelude::*};

/// Words with a number in them.
type Plural = fn(u32) -> String;

/// The row of an entry that has a place in the list, and follows what is `now` found out and decided about it.
pub(super) fn entry(entry: LearningEntry, now: Memo<Option<LearningEntry>>, deciding: Deciding) -> AnyView {
    let (title, language) = (entry.words.clone(), entry.language.clone());
    let facts = move || now.with(|now| now.as_ref().map(facts));
    let near =
        Memo::new(move |_| now.with(|now| now.as_ref().map(|now| now.nearest.clone()).unwrap_or_default()));
    let nearest = move || near.with(|near| nearest(near));
    let decision =
        Memo::new(move |_| now.with(|now| now.as_ref().and_then(|now| deciding.now(now).decision)));
    let below = move || {
        decision.with(|decision| match decision {
            Some(decision) => decided(deciding, &entry, decision),
            None => open(deciding, now.get_untracked().unwrap_or_else(|| entry.clone())),
        })
    };
    view! {
        <li class="list__row">
            <h2 class="row__title" lang=language>{title}</h2>
            <span class="row__meta">{facts}</span>
            <div class="row__text">{nearest}</div>
            {below}
        </li>
    }
    .into_any()
}

/// How often, by whom, and when.
fn facts(entry: &LearningEntry) -> String {
    let times: [(u32, Plural); 4] = [
        (entry.no_result, m::learning::times_no_result),
        (entry.no_click, m::learning::times_no_click),
        (entry.tickets, m::learning::times_ticket),
        (entry.clicked, m::learning::times_clicked),
    ];
    let times = times.into_iter().filter(|(many, _)| *many > 0).map(|(many, words)| words(many));
    let people = m::learning::people(&entry.people.to_string());
    let is_other = i18n::primary(&entry.language) != i18n::primary(&i18n::language());
    let language = is_other.then(|| m::learning::in_language(&name_here(&entry.language)));
    let last = m::learning::last(&format::date(entry.last));
    times.chain([people]).chain(language).chain([last]).collect::<Vec<_>>().join(" · ")
}

fn nearest(articles: &[ArticleRef]) -> AnyView {
    if articles.is_empty() {
        return m::learning::nothing_near().into_any();
    }
    let links = articles.iter().map(|article| {
        let href = routes::answer(article.id.as_str());
        view! { <li><a class="link" href=href>{article.title.clone()}</a></li> }
    });
    view! { <p>{m::learning::nearest()}</p> <ul>{links.collect_view()}</ul> }.into_any()
}

/// What can be done about it.
fn open(deciding: Deciding, entry: LearningEntry) -> AnyView {
    let about = format!(": {}", entry.words);
    let to = routes::knowledge_write(&capital(&entry.words), &entry.words, &entry.language);
    let first = deciding.arrival(&entry.id);
    let button = |how: LearningChoice, words: String, node: NodeRef<html::Button>| {
        let (id, own, about) = (entry.id.clone(), entry.id.clone(), about.clone());
        let expanded = move || if deciding.how(&own) == Some(how) { "true" } else { "false" };
        view! {
            <button
                node_ref=node
                class="link-button"
                type="button"
                aria-expanded=expanded
                on:click=move |_| deciding.toggle(&id, how)
            >
                {words} <span class="visually-hidden">{about}</span>
            </button>
        }
    };
    let (answered, not_needed) = (
        button(LearningChoice::Article, m::learning::answered(), first),
        button(LearningChoice::NotNeeded, m::learning::not_needed(), NodeRef::new()),
    );
    let (session, hidden) = (use_session(), about.clone());
    let write = move || {
        session.offers(Feature::Writing).then(|| {
            let (to, hidden) = (to.clone(), hidden.clone());
            view! {
                <Button small=true href=to>
                    {m::learning::write()} <span class="visually-hidden">{hidden}</span>
                </Button>
            }
        })
    };
    let id = entry.id.clone();
    let opened = move || deciding.how(&id).map(|how| untrack(|| form(deciding, entry.clone(), how)));
    view! {
        <div class="row__actions cluster">
            {write}
            {answered}
            {not_needed}
        </div>
        {opened}
    }
    .into_any()
}

/// What was decided, and the way back.
fn decided(deciding: Deciding, entry: &LearningEntry, decision: &LearningDecision) -> AnyView {
    let name = decision.by.name.as_str();
    let words = match &decision.article {
        Some(article) => m::learning::decided_answered(name, &article.title),
        None => m::learning::decided_not_needed(name),
    };
    let reason = decision.reason.as_deref().map(|text| view! { <p>{m::learning::reason(text)}</p> });
    let button = deciding.arrival(&entry.id);
    let (own, about) = (entry.clone(), format!(": {}", entry.words));
    view! {
        <div class="row__text"><p>{words}</p> {reason}</div>
        <div class="row__actions">
            <button node_ref=button class="link-button" type="button" on:click=move |_| deciding.take_back(&own)>
                {m::learning::take_back()} <span class="visually-hidden">{about}</span>
            </button>
        </div>
    }
    .into_any()
}

/// As a title begins.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::capital;

    #[test]
    fn a_title_begins_with_a_capital() {
        for (words, title) in [("beamer leihen", "Beamer leihen"), ("übersetzen", "Übersetzen"), ("", "")] {
            assert_eq!(capital(words), title);
        }
    }
}
