//! One result.

use crate::{
    i18n::m,
    learning,
    search::{heading_of, highlighted, kind_label, recent, route_of},
    session::use_session,
};
use guichet_contract::types::{Hit, HitKind};
use leptos::prelude::*;

/// What it is called, what it says, and what it is. To follow it is what makes `words` worth keeping. Where `told` has a
/// passage of its text, that stands in the place of the summary, so that what is below hardly moves.
pub(super) fn row(hit: &Hit, told: &[Hit], words: &str) -> AnyView {
    let session = use_session();
    let (href, words) = (route_of(hit), words.to_owned());
    let to = href.clone();
    let keep = move |_| {
        recent::add(&untrack(|| session.person()), &words);
        learning::opened(&to);
    };
    let part = heading_of(hit).map(|heading| {
        let text = highlighted(&heading.text, &heading.marks);
        // The words around a heading are the message's, which knows where it stands in them.
        let (before, after) = around(&m::finding::part("\u{1}"));
        view! { <span class="row__text">{before} {text} {after}</span> }
    });
    let told = told.iter().find(|told| told.kind == hit.kind && told.id == hit.id).unwrap_or(hit);
    let summary = match told.excerpt.as_deref().filter(|excerpt| !excerpt.is_empty()) {
        Some(excerpt) => highlighted(excerpt, &told.excerpt_marks),
        None => highlighted(&hit.summary, &hit.summary_marks),
    };
    // What sums a ticket up is its number.
    let class = if hit.kind == HitKind::Ticket { "row__meta" } else { "row__text" };
    view! {
        <li class="list__row">
            <a class="row__title" href=href on:click=keep>{highlighted(&hit.title, &hit.title_marks)}</a>
            <span class=class>{summary}</span>
            {part}
            <span class="row__meta">{kind_label(hit.kind)}</span>
        </li>
    }
    .into_any()
}

/// What stands before and after the place of a message.
fn around(message: &str) -> (String, String) {
    let (before, after) = message.split_once('\u{1}').unwrap_or((message, ""));
    (before.to_owned(), after.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_cut_where_its_place_is() {
        assert_eq!(around("In: \u{1}."), ("In: ".to_owned(), ".".to_owned()));
        assert_eq!(around("Nothing"), ("Nothing".to_owned(), String::new()));
    }
}
