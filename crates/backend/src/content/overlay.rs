//! What was published in the portal, over what the files say.
//!
//! The files hold the articles of a company as it began. What people publish, confirm and retire in the portal is kept
//! elsewhere, and laid over them here: whoever answers a call sees articles and never thinks of where they come from. A file
//! whose version is greater than any that was published is newer, and shows.

use super::{Article, Company, Content, Earlier, Head, Retired, Revision, pictures};
use chrono::{DateTime, NaiveDate, Utc};
use guichet_contract::types::ArticleContent;
use guichet_rules::{
    ids::{ArticleId, PersonId},
    review,
};
use std::{collections::BTreeMap, sync::Arc};

/// A version of an article that was published in the portal.
#[derive(Debug, Clone, PartialEq)]
pub struct Published {
    /// Of which article.
    pub id: ArticleId,
    /// In which language.
    pub language: String,
    /// Its number.
    pub version: u32,
    /// What it says.
    pub content: ArticleContent,
    /// Who wrote it.
    pub author: PersonId,
    /// What changed.
    pub note: Option<String>,
    /// When it was published.
    pub at: DateTime<Utc>,
    /// On which day, where that was.
    pub on: NaiveDate,
}

/// What people did with an article as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The day on which somebody last said that it is still right.
    pub reviewed: Option<NaiveDate>,
    /// That it was retired.
    pub end: Option<End>,
}

/// The end of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: PersonId,
    /// Why.
    pub comment: Option<String>,
    /// What to read instead.
    pub replaced_by: Option<ArticleId>,
}

/// Everything that people did with articles in the portal.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Overlay {
    /// What was published.
    pub versions: Vec<Published>,
    /// What was done with articles as a whole.
    pub standings: BTreeMap<ArticleId, Standing>,
}

impl Content {
    /// These files with `overlay` over them. What nothing was done with is shared.
    pub fn with_articles(&self, overlay: &Overlay) -> Self {
        let texts = self.texts(overlay);
        let mut companies = BTreeMap::new();
        for (language, company) in &self.companies {
            let mut company = Company::clone(company);
            for (id, texts) in &texts {
                // In its own language, or else in the first that it is there in.
                let first = || self.languages.iter().find_map(|other| texts.get(other));
                if let Some(article) = texts.get(language).or_else(first) {
                    let mut article = article.clone();
                    // What was published may outlive what it names.
                    article.head.services.retain(|id| company.services.contains_key(id));
                    article.head.items.retain(|id| company.items.contains_key(id));
                    company.articles.insert(ArticleId::clone(id), Arc::new(article));
                }
            }
            for (id, standing) in &overlay.standings {
                stand(&mut company, id, standing);
            }
            companies.insert(language.clone(), Arc::new(company));
        }
        let mut pictures = self.pictures.clone();
        let changed = texts.keys().copied().chain(overlay.standings.keys()).collect();
        pictures::note_changed(&mut pictures, companies.values().map(Arc::as_ref), &changed);
        let first = self.languages.first().and_then(|language| companies.get(language));
        let fallback = Arc::clone(first.unwrap_or(&self.fallback));
        Self {
            languages: self.languages.clone(),
            companies,
            pictures,
            digest: self.digest.clone(),
            sources: self.sources.clone(),
            warnings: self.warnings.clone(),
            fallback,
        }
    }

    /// Every article of which something was published, in each language that it is there in.
    fn texts<'o>(&self, overlay: &'o Overlay) -> BTreeMap<&'o ArticleId, BTreeMap<String, Article>> {
        let mut versions: BTreeMap<&ArticleId, Vec<&Published>> = BTreeMap::new();
        for version in &overlay.versions {
            versions.entry(&version.id).or_default().push(version);
        }
        versions.into_iter().map(|(id, versions)| (id, self.texts_of(id, &versions))).collect()
    }

    /// An article of which `versions` were published, in each language that it is there in.
    fn texts_of(&self, id: &ArticleId, versions: &[&Published]) -> BTreeMap<String, Article> {
        let mut in_language: BTreeMap<&String, Vec<&Published>> = BTreeMap::new();
        for version in versions {
            in_language.entry(&version.language).or_default().push(version);
        }
        let mut texts: BTreeMap<String, Article> = BTreeMap::new();
        for (language, mut versions) in in_language {
            versions.sort_by_key(|version| version.version);
            let file = self.companies.get(language).and_then(|company| company.article(id));
            if let Some(article) = laid(file, &versions) {
                texts.insert(language.clone(), article);
            }
        }
        if texts.is_empty() {
            return texts;
        }
        for (language, company) in &self.companies {
            if let Some(file) = company.article(id) {
                texts.entry(language.clone()).or_insert_with(|| file.clone());
            }
        }
        // Who may read it, what it names and who keeps it right is the same in every language: as it was said last.
        let shown = versions.iter().filter(|version| {
            texts.get(&version.language).is_some_and(|text| text.version() == version.version)
        });
        if let Some(last) = shown.max_by_key(|version| version.at) {
            texts.values_mut().for_each(|article| about(&mut article.head, &last.content));
        }
        texts
    }
}

/// An article, from its file and what was published since, the oldest first.
fn laid(file: Option<&Article>, versions: &[&Published]) -> Option<Article> {
    let newest = versions.last()?;
    let mut history: BTreeMap<u32, Revision> = BTreeMap::new();
    let mut before: BTreeMap<u32, Earlier> = BTreeMap::new();
    if let Some(file) = file {
        history.extend(file.versions().into_iter().map(|revision| (revision.version, revision)));
        before.extend(file.before.clone());
        before.insert(file.version(), earlier(&file.head.title, &file.head.summary, &file.body));
    }
    let is_older = file.is_some_and(|file| newest.version < file.version());
    for version in versions {
        let Published { content, .. } = version;
        // A file with the same number was written by somebody who did not know of it.
        history.insert(version.version, revision(version));
        before.insert(version.version, earlier(&content.title, &content.summary, &content.body));
    }
    let history: Vec<Revision> = history.into_values().collect();
    let mut article = match file {
        Some(file) => file.clone(),
        None => Article {
            id: newest.id.clone(),
            language: newest.language.clone(),
            head: empty(newest)?,
            body: String::new(),
            before: BTreeMap::new(),
            review_by: None,
        },
    };
    article.head.history = history;
    if !is_older {
        let content = &newest.content;
        article.head.title.clone_from(&content.title);
        article.head.summary.clone_from(&content.summary);
        article.head.keywords.clone_from(&content.keywords);
        article.head.reviewed = newest.on;
        article.review_by = content.review_by;
        article.body.clone_from(&content.body);
    }
    before.remove(&article.version());
    article.before = before;
    Some(article)
}

/// What is known of an article that has no file.
fn empty(newest: &Published) -> Option<Head> {
    Some(Head {
        title: String::new(),
        summary: String::new(),
        // Nothing is published without them.
        category: newest.content.category.clone()?,
        services: Vec::new(),
        items: Vec::new(),
        keywords: Vec::new(),
        visible_to: None,
        owner: newest.content.owner.clone()?,
        reviewed: newest.on,
        review_months: review::MONTHS,
        history: Vec::new(),
        untranslated: true,
        imported: None,
    })
}

fn about(head: &mut Head, content: &ArticleContent) {
    if let Some(category) = &content.category {
        head.category.clone_from(category);
    }
    if let Some(owner) = &content.owner {
        head.owner.clone_from(owner);
    }
    if let Some(services) = &content.services {
        head.services.clone_from(services);
    }
    if let Some(items) = &content.items {
        head.items.clone_from(items);
    }
    head.visible_to.clone_from(&content.visible_to);
}

fn earlier(title: &str, summary: &str, body: &str) -> Earlier {
    Earlier { title: title.to_owned(), summary: summary.to_owned(), body: body.to_owned() }
}

fn revision(version: &Published) -> Revision {
    Revision {
        version: version.version,
        date: version.on,
        author: Some(version.author.clone()),
        note: version.note.clone(),
    }
}

/// Takes what was done with an article as a whole.
fn stand(company: &mut Company, id: &ArticleId, standing: &Standing) {
    if let Some(end) = &standing.end {
        if let Some(article) = company.articles.remove(id) {
            let retired = Retired {
                article,
                at: end.at,
                by: end.by.clone(),
                comment: end.comment.clone(),
                replaced_by: end.replaced_by.clone(),
            };
            company.retired.insert(id.clone(), retired);
        }
        return;
    }
    let Some(article) = company.articles.get_mut(id) else { return };
    if let Some(reviewed) = standing.reviewed.filter(|day| *day > article.head.reviewed) {
        let article = Arc::make_mut(article);
        article.head.reviewed = reviewed;
        // The day that was named with the text has been looked after.
        article.review_by = None;
    }
}

#[cfg(test)]
mod tests;
