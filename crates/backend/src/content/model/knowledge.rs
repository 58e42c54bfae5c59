//! Articles, and which of them belong together.

use super::Company;
use chrono::{DateTime, NaiveDate, Utc};
use guichet_rules::{
    article::{may_review, may_write},
    entitlement::Audience,
    ids::{ArticleId, CategoryId, GroupId, ItemId, PersonId, ProblemId, ServiceId},
    person::Person,
    review,
};
use serde::{Deserialize, Serialize};
use std::{cmp::Reverse, collections::BTreeMap, sync::Arc};

/// A knowledge article in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// Which.
    pub id: ArticleId,
    /// The language that it is in.
    pub language: String,
    /// What is known about it.
    pub head: Head,
    /// CommonMark as the contract has it, without raw HTML. `article:ID` and `item:ID` link inside the portal.
    pub body: String,
    /// What it said before, by the number of the version, as far as that was kept.
    pub before: BTreeMap<u32, Earlier>,
    /// The last day until which it is taken for right, where somebody named one.
    pub review_by: Option<NaiveDate>,
}

/// An article that people read until somebody retired it.
#[derive(Debug, Clone, PartialEq)]
pub struct Retired {
    /// As it was.
    pub article: Arc<Article>,
    /// When that was.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: PersonId,
    /// Why.
    pub comment: Option<String>,
    /// What to read instead.
    pub replaced_by: Option<ArticleId>,
}

/// What an article said before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// What its title was.
    pub title: String,
    /// What its summary was.
    pub summary: String,
    /// CommonMark. What it links to may be gone.
    pub body: String,
}

/// The YAML head of an earlier version.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(in crate::content) struct EarlierHead {
    /// What the title was.
    pub title: String,
    /// What the summary was.
    pub summary: String,
}

/// An entry of the history of an article.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Revision {
    /// The number of the version: the first is 1.
    pub version: u32,
    /// The day on which it was published.
    pub date: NaiveDate,
    /// Who published it.
    #[serde(default)]
    pub author: Option<PersonId>,
    /// What changed.
    #[serde(default)]
    pub note: Option<String>,
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
    /// Who may read it, and knows of it; everyone where absent.
    #[serde(default)]
    pub visible_to: Option<Audience>,
    /// Who keeps it right.
    pub owner: GroupId,
    /// When somebody last made sure that it is right.
    pub reviewed: NaiveDate,
    /// For how many months that holds.
    #[serde(default = "year")]
    pub review_months: u32,
    /// Its versions; empty where nobody wrote them down.
    #[serde(default)]
    pub history: Vec<Revision>,
    /// Whether it need not be there in every language: who reads another gets it in one that it is there in.
    #[serde(default)]
    pub untranslated: bool,
    /// Which page it was made of, where one was.
    #[serde(default)]
    pub imported: Option<Imported>,
}

/// What an import has to know of an article to make it anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// The collection, a slash, and the path of the page in it.
    pub from: String,
    /// A hash of the file as it was written: with another text it is somebody's who went on with it by hand.
    pub sum: String,
}

fn year() -> u32 {
    review::MONTHS
}

/// A problem that is known, with a way to do without until it is mended.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct KnownError {
    /// Which problem.
    pub id: ProblemId,
    /// What people notice.
    pub title: String,
    /// How to do without. CommonMark.
    pub workaround: String,
    /// The services concerned.
    pub services: Vec<ServiceId>,
    /// Since when it is known.
    pub since: NaiveDate,
    /// What is going to be done about it, and when.
    #[serde(default)]
    pub fix: Option<String>,
}

impl Article {
    /// Its versions, newest first. Where nobody wrote them down there is one, as old as the last review.
    pub fn versions(&self) -> Vec<Revision> {
        if self.head.history.is_empty() {
            return vec![Revision { version: 1, date: self.head.reviewed, author: None, note: None }];
        }
        let mut versions = self.head.history.clone();
        versions.sort_by_key(|revision| Reverse(revision.version));
        versions
    }

    /// The number of the version that it is.
    pub fn version(&self) -> u32 {
        self.head.history.iter().map(|revision| revision.version).max().unwrap_or(1)
    }

    /// The last day until which it is taken for right.
    pub fn review_due(&self) -> NaiveDate {
        self.review_by.unwrap_or_else(|| review::due(self.head.reviewed, self.head.review_months))
    }

    /// Whether `person` may know of it.
    pub fn is_visible_to(&self, person: &Person) -> bool {
        self.head.visible_to.as_ref().is_none_or(|audience| audience.matches(person))
    }
}

impl Retired {
    /// Whether `person` may still read what it said: those who kept it right, and those who write as far as they could read it
    /// before.
    pub fn is_readable_by(&self, person: &Person) -> bool {
        let owner = Some(&self.article.head.owner);
        may_review(person, owner) || (may_write(person, owner) && self.article.is_visible_to(person))
    }
}

impl Head {
    /// How close two articles are: a shared service says most, a shared shelf least.
    fn closeness(&self, other: &Self) -> usize {
        let shelf = usize::from(self.category == other.category);
        let known = |word: &&String| other.keywords.iter().any(|other| same_word(word, other));
        shelf
            + 4 * shared(&self.services, &other.services)
            + 3 * shared(&self.items, &other.items)
            + 2 * self.keywords.iter().filter(known).count()
    }
}

fn shared<T: PartialEq>(some: &[T], others: &[T]) -> usize {
    some.iter().filter(|one| others.contains(one)).count()
}

/// Whether two words are the same, however they are written.
fn same_word(one: &str, other: &str) -> bool {
    one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}

impl Company {
    /// The articles that `person` may know of.
    pub fn articles_for<'a>(&'a self, person: &'a Person) -> impl Iterator<Item = &'a Article> {
        self.articles.values().filter(move |article| article.is_visible_to(person)).map(Arc::as_ref)
    }

    /// The article that was retired, if `person` may still read what it said.
    pub fn retired_for(&self, id: &ArticleId, person: &Person) -> Option<&Retired> {
        self.retired.get(id).filter(|retired| retired.is_readable_by(person))
    }

    /// At most `limit` other articles on the same that `person` may know of, the closest first. Those that share a shelf
    /// alone are not close enough.
    pub fn related<'a>(&'a self, article: &Article, person: &'a Person, limit: usize) -> Vec<&'a Article> {
        let others = self.akin(&article.head).filter(|other| other.id != article.id);
        let others = others.filter(|other| other.is_visible_to(person));
        closest(others.map(|other| (article.head.closeness(&other.head), other)), 2, limit)
    }

    /// What is known to be wrong with the services that `article` is about, in the order of problems.yaml.
    pub fn known_errors(&self, article: &Article) -> Vec<&KnownError> {
        let concerns = |error: &&KnownError| shared(&error.services, &article.head.services) > 0;
        self.problems.iter().filter(concerns).collect()
    }

    /// At most `limit` articles that `person` may know of and that may make ordering `item` unnecessary: those that name it,
    /// then those about its service.
    pub fn articles_about<'a>(
        &'a self,
        item: &super::Item,
        person: &'a Person,
        limit: usize,
    ) -> Vec<&'a Article> {
        let closeness = |head: &Head| {
            2 * usize::from(head.items.contains(&item.id))
                + usize::from(head.services.contains(&item.service))
        };
        let naming = self.naming(&item.id, &item.service).filter(|article| article.is_visible_to(person));
        closest(naming.map(|article| (closeness(&article.head), article)), 1, limit)
    }
}

/// The closest articles, in an order that never depends on chance.
fn closest<'a>(
    articles: impl Iterator<Item = (usize, &'a Article)>,
    least: usize,
    limit: usize,
) -> Vec<&'a Article> {
    let mut found: Vec<_> = articles.filter(|(closeness, _)| *closeness >= least).collect();
    found.sort_by(|(close, one), (closer, other)| closer.cmp(close).then_with(|| one.id.cmp(&other.id)));
    found.into_iter().take(limit).map(|(_, article)| article).collect()
}
