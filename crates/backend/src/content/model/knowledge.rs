//! Articles, and which of them belong together.

use super::Company;
use chrono::NaiveDate;
use guichet_rules::ids::{ArticleId, CategoryId, GroupId, ItemId, ServiceId};
use serde::Deserialize;
use std::cmp::Reverse;

/// A knowledge article in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// Which.
    pub id: ArticleId,
    /// The language that it is in.
    pub language: String,
    /// What is known about it.
    pub head: Head,
    /// CommonMark with tables, without raw HTML. `article:ID` and `item:ID` link inside the portal.
    pub body: String,
}

/// The YAML head of an article.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Head {
    /// Its title.
    pub title: String,
    /// What it answers, in one line.
    pub summary: String,
    /// Its shelf.
    pub category: CategoryId,
    /// Services that it is about.
    #[serde(default)]
    pub services: Vec<ServiceId>,
    /// What to request when it does not help.
    #[serde(default)]
    pub items: Vec<ItemId>,
    /// Other words that people look for it with.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// Who keeps it right.
    pub owner: GroupId,
    /// When somebody last made sure that it is right.
    pub reviewed: NaiveDate,
}

impl Head {
    /// How close two articles are: a shared service says most, a shared shelf least.
    fn closeness(&self, other: &Self) -> usize {
        let shelf = usize::from(self.category == other.category);
        shelf
            + 4 * shared(&self.services, &other.services)
            + 3 * shared(&self.items, &other.items)
            + 2 * shared(&lower(&self.keywords), &lower(&other.keywords))
    }
}

fn shared<T: PartialEq>(some: &[T], others: &[T]) -> usize {
    some.iter().filter(|one| others.contains(one)).count()
}

fn lower(words: &[String]) -> Vec<String> {
    words.iter().map(|word| word.to_lowercase()).collect()
}

impl Company {
    /// At most `limit` other articles on the same, the closest first. Those that share a shelf alone are not close enough.
    pub fn related(&self, article: &Article, limit: usize) -> Vec<&Article> {
        let others = self.articles.values().filter(|other| other.id != article.id);
        closest(others.map(|other| (article.head.closeness(&other.head), other)), 2, limit)
    }

    /// At most `limit` articles that may make ordering `item` unnecessary: those that name it, then those about its service.
    pub fn articles_about(&self, item: &super::Item, limit: usize) -> Vec<&Article> {
        let closeness = |head: &Head| {
            2 * usize::from(head.items.contains(&item.id))
                + usize::from(head.services.contains(&item.service))
        };
        closest(self.articles.values().map(|article| (closeness(&article.head), article)), 1, limit)
    }
}

/// The closest articles, in an order that never depends on chance.
fn closest<'a>(
    articles: impl Iterator<Item = (usize, &'a Article)>,
    least: usize,
    limit: usize,
) -> Vec<&'a Article> {
    let mut found: Vec<_> = articles.filter(|(closeness, _)| *closeness >= least).collect();
    found.sort_by_key(|(closeness, article)| (Reverse(*closeness), article.id.clone()));
    found.into_iter().take(limit).map(|(_, article)| article).collect()
}
