//! What people search in: the catalog and the articles of a company in one language.

use crate::content::{Article, Company, Item};
use guichet_rules::ids::{ArticleId, ItemId};
use guichet_search::{BuildError, Document, Error, Field, Index, Query, Scratch, Segments};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

const ITEM: &str = "item";
const ARTICLE: &str = "article";

/// An index of items and articles together, so that one ranking holds for both. It is the one that a browser reads.
#[derive(Debug)]
pub struct Finder(Result<Segments, BuildError>);

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A catalog item.
    Item(ItemId),
    /// An article.
    Article(ArticleId),
}

impl Finder {
    /// Reads everything once. Some hundred documents take milliseconds.
    pub fn new(company: &Company) -> Self {
        let items = company.items.values().map(of_item);
        let articles = company.articles.values().map(of_article);
        let index = Index::build(items.chain(articles), &company.language);
        if let Err(error) = &index {
            tracing::error!(%error, language = %company.language, "nothing can be searched for");
        }
        Self(index.map(Segments::new))
    }

    /// Everything that fits `query`, best first. The last word may be half typed.
    pub fn find(&self, query: &str) -> Vec<Found> {
        self.search(query).unwrap_or_else(|error| {
            tracing::error!(%error, "the index that was made cannot be read");
            Vec::new()
        })
    }

    fn search(&self, query: &str) -> Result<Vec<Found>, Error> {
        let Ok(segments) = &self.0 else { return Ok(Vec::new()) };
        let query = Query { limit: segments.len(), ..Query::new(query) };
        let answer = segments.search(&query, &mut Scratch::default())?;
        Ok(answer.hits.iter().filter_map(|hit| found(hit.key)).collect())
    }
}

fn found(key: &str) -> Option<Found> {
    match key.split_once(':')? {
        (ITEM, id) => ItemId::new(id).ok().map(Found::Item),
        (ARTICLE, id) => ArticleId::new(id).ok().map(Found::Article),
        _ => None,
    }
}

fn of_item(item: &Item) -> Document {
    let mut document = Document::new(format!("{ITEM}:{}", item.id))
        .of(ITEM, item.category.as_ref())
        .with(Field::Title, &item.name)
        .with(Field::Keywords, &item.verb)
        .with(Field::Keywords, &item.keywords.join("\n"))
        .with(Field::Summary, &item.summary)
        .with(Field::Body, &item.description);
    document.tags.push(item.service.to_string());
    for option in item.form.questions().flat_map(|question| question.kind.options()) {
        document = document.with(Field::Body, &option.label);
    }
    document
}

fn of_article(article: &Article) -> Document {
    let (headings, body) = plain(&article.body);
    let mut document = Document::new(format!("{ARTICLE}:{}", article.id))
        .of(ARTICLE, article.head.category.as_ref())
        .with(Field::Title, &article.head.title)
        .with(Field::Keywords, &article.head.keywords.join("\n"))
        .with(Field::Summary, &article.head.summary)
        .with(Field::Headings, &headings)
        .with(Field::Body, &body);
    document.language.clone_from(&article.language);
    document.tags.extend(article.head.services.iter().map(ToString::to_string));
    document
}

/// The words of CommonMark: those of its headings, and the others.
fn plain(markdown: &str) -> (String, String) {
    let (mut headings, mut body) = (String::new(), String::new());
    let mut in_heading = false;
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { .. }) => in_heading = true,
            Event::End(TagEnd::Heading(_)) => {
                headings.push('\n');
                in_heading = false;
            }
            Event::Text(text) | Event::Code(text) if in_heading => headings.push_str(&text),
            Event::Text(text) | Event::Code(text) => body.push_str(&text),
            // Two paragraphs, list items or cells are never one word.
            Event::End(_) | Event::SoftBreak | Event::HardBreak => body.push('\n'),
            _ => {}
        }
    }
    (headings, body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_no_word() {
        let (headings, body) =
            plain("## First, *restart*\n\nHold `Power`.\n\n| a | b |\n|---|---|\n| c | d |\n");
        assert_eq!(headings, "First, restart\n");
        assert!(body.contains("Hold Power."), "{body:?}");
        assert!(!body.contains('|') && !body.contains("cd"), "{body:?}");
    }

    #[test]
    fn keys_are_read_back() {
        assert_eq!(found("item:laptop"), Some(Found::Item(ItemId::new("laptop").unwrap())));
        assert_eq!(found("ticket:1"), None);
    }
}
