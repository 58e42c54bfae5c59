//! What is asked of all articles together at each call, found out once for each time that they change.

use super::{Article, Company, Head};
use guichet_rules::{
    ids::{ArticleId, GroupId, ItemId, ServiceId},
    person::Person,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

/// Made when it is first asked for. A copy begins without: whoever makes one is about to change it.
#[derive(Debug, Default)]
pub(super) struct Overview(OnceLock<Articles>);

impl Clone for Overview {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// Articles, by what they are asked for.
#[derive(Debug, Default)]
struct Articles {
    /// Those that not everybody may know of.
    restricted: Vec<ArticleId>,
    /// By who keeps them right.
    kept: BTreeMap<GroupId, Vec<ArticleId>>,
    /// Who keeps, or kept, any right.
    owners: BTreeSet<GroupId>,
    services: BTreeMap<ServiceId, Vec<ArticleId>>,
    items: BTreeMap<ItemId, Vec<ArticleId>>,
    /// By their keywords, in lower case.
    keywords: BTreeMap<String, Vec<ArticleId>>,
}

impl Articles {
    fn of(company: &Company) -> Self {
        let mut all = Self::default();
        for article in company.articles.values() {
            all.take(article);
        }
        let retired = company.retired.values().map(|retired| &retired.article.head.owner);
        all.owners = all.kept.keys().chain(retired).cloned().collect();
        all
    }

    fn take(&mut self, Article { id, head, .. }: &Article) {
        if head.visible_to.is_some() {
            self.restricted.push(id.clone());
        }
        self.kept.entry(head.owner.clone()).or_default().push(id.clone());
        for service in &head.services {
            self.services.entry(service.clone()).or_default().push(id.clone());
        }
        for item in &head.items {
            self.items.entry(item.clone()).or_default().push(id.clone());
        }
        for word in &head.keywords {
            self.keywords.entry(lower(word)).or_default().push(id.clone());
        }
    }
}

fn lower(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).collect()
}

impl Company {
    fn overview(&self) -> &Articles {
        self.overview.0.get_or_init(|| Articles::of(self))
    }

    /// The articles that `person` may not know of, in order.
    pub fn articles_hidden_from<'a>(&'a self, person: &'a Person) -> impl Iterator<Item = &'a Article> {
        let restricted = self.overview().restricted.iter().filter_map(move |id| self.article(id));
        restricted.filter(move |article| !article.is_visible_to(person))
    }

    /// The groups that keep an article right, or kept one that was retired.
    pub fn owners(&self) -> impl Iterator<Item = &GroupId> {
        self.overview().owners.iter()
    }

    /// The articles of each group that keeps any right now.
    pub fn kept_articles(&self) -> impl Iterator<Item = (&GroupId, impl Iterator<Item = &Article>)> {
        let kept = self.overview().kept.iter();
        kept.map(move |(owner, ids)| (owner, ids.iter().filter_map(move |id| self.article(id))))
    }

    /// The articles that share more than a shelf with what `head` says, each once.
    pub(super) fn akin(&self, head: &Head) -> impl Iterator<Item = &Article> {
        let all = self.overview();
        let services = head.services.iter().filter_map(move |id| all.services.get(id));
        let items = head.items.iter().filter_map(move |id| all.items.get(id));
        let words = head.keywords.iter().filter_map(move |word| all.keywords.get(&lower(word)));
        self.each_once(services.chain(items).chain(words))
    }

    /// The articles that name an item or its service, each once.
    pub(super) fn naming(&self, item: &ItemId, service: &ServiceId) -> impl Iterator<Item = &Article> {
        let all = self.overview();
        self.each_once(all.items.get(item).into_iter().chain(all.services.get(service)))
    }

    fn each_once<'a>(
        &'a self,
        lists: impl Iterator<Item = &'a Vec<ArticleId>>,
    ) -> impl Iterator<Item = &'a Article> {
        let ids: BTreeSet<&ArticleId> = lists.flatten().collect();
        ids.into_iter().filter_map(move |id| self.article(id))
    }
}
