//! What is searched in of an item, an order guide, an article and a ticket.

use crate::{
    content::{Article, Company, Guide, Item},
    store::Ticket,
};
use guichet_contract::commonmark;
use guichet_search::{Document, Field};
use pulldown_cmark::{Event, Tag, TagEnd};

pub(super) const ITEM: &str = "item";
pub(super) const GUIDE: &str = "guide";
pub(super) const ARTICLE: &str = "article";
pub(super) const TICKET: &str = "ticket";

pub(super) fn key(kind: &str, id: &str) -> String {
    format!("{kind}:{id}")
}

pub(super) fn of_item(item: &Item) -> Document {
    let mut document = Document::new(key(ITEM, item.id.as_str()))
        .of(ITEM, item.category.as_str())
        .with(Field::Title, &item.name)
        .with(Field::Keywords, &item.verb)
        .with(Field::Keywords, &item.keywords.join("\n"))
        .with(Field::Summary, &item.summary)
        .with(Field::Body, &plain(&item.description));
    document.tags.push(item.service.to_string());
    for option in item.form.questions().flat_map(|question| question.kind.options()) {
        document = document.with(Field::Body, &option.label);
    }
    document
}

/// Not what its items say: those are found themselves, and not everybody may know of each.
pub(super) fn of_guide(guide: &Guide) -> Document {
    Document::new(key(GUIDE, guide.id.as_str()))
        .of(GUIDE, guide.category.as_str())
        .with(Field::Title, &guide.name)
        .with(Field::Keywords, &guide.keywords.join("\n"))
        .with(Field::Summary, &guide.summary)
        .with(Field::Body, &plain(&guide.description))
}

/// `more` are words that it is found by as well.
pub(super) fn of_article(article: &Article, more: &[String]) -> Document {
    let mut document = Document::new(key(ARTICLE, article.id.as_str()))
        .of(ARTICLE, article.head.category.as_str())
        .with(Field::Title, &article.head.title)
        .with(Field::Keywords, &[article.head.keywords.as_slice(), more].concat().join("\n"))
        .with(Field::Summary, &article.head.summary)
        .with(Field::Body, &plain(&article.body));
    for heading in commonmark::headings(&article.body) {
        document = document.with_heading(&heading.text, &heading.id);
    }
    document.language.clone_from(&article.language);
    document.tags.extend(article.head.services.iter().map(ToString::to_string));
    document
}

/// What its people see in a list, and what was written when it was filed. Answers are left out: some are secret, and
/// nobody looks for the others.
pub(super) fn of_ticket(ticket: &Ticket, company: &Company) -> Document {
    let item = ticket.item.as_ref().and_then(|item| company.item(item));
    let mut document = Document::new(key(TICKET, ticket.id.as_str()))
        .of(TICKET, item.map_or("", |item| item.category.as_str()))
        .with(Field::Title, &ticket.title)
        .with(Field::Summary, ticket.id.as_str());
    if let Some(description) = &ticket.detail.description {
        document = document.with(Field::Body, description);
    }
    document.tags.extend(ticket.service.iter().map(ToString::to_string));
    document
}

/// The words of CommonMark without those of its headings.
fn plain(markdown: &str) -> String {
    words(markdown, usize::MAX, |_| true)
}

/// The words of CommonMark without those of its headings, until there are `most` bytes of them. Lines end where something does:
/// two paragraphs, list items or cells are never one word. `parts` says of which ends that is so.
pub(super) fn words(markdown: &str, most: usize, parts: fn(TagEnd) -> bool) -> String {
    let mut body = String::new();
    let mut in_heading = false;
    for event in commonmark::parser(markdown) {
        match event {
            Event::Start(Tag::Heading { .. }) => in_heading = true,
            Event::End(TagEnd::Heading(_)) => in_heading = false,
            Event::Text(text) | Event::Code(text) if !in_heading => body.push_str(&text),
            Event::Start(Tag::Item) | Event::SoftBreak | Event::HardBreak => body.push('\n'),
            Event::End(end) if parts(end) => body.push('\n'),
            _ => {}
        }
        if body.len() >= most {
            break;
        }
    }
    body
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_no_word() {
        let body = plain(
            "## First, *restart*\n\nHold `Power`.[^1]\n\n| a | b |\n|---|---|\n| c | d |\n\n> [!NOTE]\n> ~~Never~~\n\n- e\n  - f\n\n[^1]: Long",
        );
        assert!(body.contains("Hold Power.") && body.contains("Never") && body.contains("Long"), "{body:?}");
        for markup in ["|", "cd", "ef", "restart", "!NOTE", "~", "[^"] {
            assert!(!body.contains(markup), "{body:?}");
        }
    }
}
