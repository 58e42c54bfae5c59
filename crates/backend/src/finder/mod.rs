//! What people search in: the catalog and the articles of a company, as far as one audience knows of them, and on top of
//! that what is theirs alone. The files that are searched in here are those that a browser is sent, so both find the same.

mod documents;
mod excerpt;
mod learned;
mod mine;
mod reply;

pub use learned::Learned;
pub use mine::{Mine, MineError, Theirs};

use crate::content::{Article, Company, Content};
use documents::{ARTICLE, GUIDE, ITEM, TICKET, of_article, of_guide, of_item};
use guichet_contract::types::SearchReply;
use guichet_rules::{
    ids::{ArticleId, GuideId, ItemId, TicketId},
    person::Person,
};
use guichet_search::{
    BuildError, Builder, Document, Error, Filters, Index, Query, Scratch, Segments, changes, fingerprints,
};
use std::{
    cell::RefCell,
    collections::{BTreeMap, HashMap, HashSet},
    ptr,
    sync::{Arc, PoisonError, RwLock, Weak},
};

thread_local! {
    /// Room to search in, which is not made anew for each call.
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A catalog item.
    Item(ItemId),
    /// An order guide.
    Guide(GuideId),
    /// An article.
    Article(ArticleId),
    /// A ticket.
    Ticket(TicketId),
}

impl Found {
    fn of(key: &str) -> Option<Self> {
        match key.split_once(':')? {
            (ITEM, id) => ItemId::new(id).ok().map(Self::Item),
            (GUIDE, id) => GuideId::new(id).ok().map(Self::Guide),
            (ARTICLE, id) => ArticleId::new(id).ok().map(Self::Article),
            (TICKET, id) => TicketId::new(id).ok().map(Self::Ticket),
            _ => None,
        }
    }
}

/// An article, and the key of its document.
type Keyed<'a> = (String, &'a Arc<Article>);

/// What is searched in of an article.
fn document(company: &Company, learned: &Learned, article: &Article) -> Document {
    of_article(article, learned.words(&company.language, &article.id))
}

/// An index of items, order guides and articles together, so that one ranking holds for both. Not a word of what its audience may not
/// know of is in it.
#[derive(Debug)]
pub struct Finder {
    segments: Segments,
    /// What the first segment was made of, to tell what changed since.
    prints: Arc<BTreeMap<String, u64>>,
    /// The articles, by key, that are in the first segment as they are. They are not read again as long as nothing is done with
    /// them: there may be ten thousands, and somebody waits for the one that changed.
    same: HashMap<String, Weak<Article>>,
    /// What these articles are found by beside their own words.
    learned: Arc<Learned>,
    synonyms: Vec<Vec<String>>,
}

impl Finder {
    /// Reads everything that `hides` lets through. What is as it was in `before` is not indexed again, and so not sent
    /// again to those who have it.
    fn new(
        company: &Company,
        hides: impl Fn(&str) -> bool,
        learned: &Arc<Learned>,
        before: Option<&Self>,
    ) -> Result<Self, BuildError> {
        let items = company.items.values().map(of_item);
        let guides = company.guides.values().map(of_guide);
        let offers: Vec<Document> = items.chain(guides).filter(|document| !hides(&document.key)).collect();
        let articles = company.articles.values();
        let articles = articles.map(|article| (documents::key(ARTICLE, article.id.as_str()), article));
        let articles: Vec<Keyed<'_>> = articles.filter(|(key, _)| !hides(key)).collect();
        let before = before.filter(|before| before.synonyms == company.synonyms);
        if let Some(after) = before.and_then(|before| before.with(company, &offers, &articles, learned)) {
            return Ok(after);
        }
        let mut documents = offers;
        documents.extend(articles.iter().map(|(_, article)| document(company, learned, article)));
        let prints = Arc::new(fingerprints(&documents));
        let same = articles.into_iter().map(|(key, article)| (key, Arc::downgrade(article))).collect();
        let (learned, synonyms) = (Arc::clone(learned), company.synonyms.clone());
        let builder = Builder::new(&company.language).synonyms(synonyms.iter().cloned());
        let index = builder.documents(documents).build()?;
        Ok(Self { segments: Segments::new(index), prints, same, learned, synonyms })
    }

    /// For content that cannot be indexed: what it holds is found nowhere.
    fn nothing() -> Self {
        Self {
            segments: Segments::default(),
            prints: Arc::default(),
            same: HashMap::new(),
            learned: Arc::default(),
            synonyms: Vec::new(),
        }
    }

    /// The same with what changed on top; none where so much did that everything had better be indexed anew.
    fn with(
        &self,
        company: &Company,
        offers: &[Document],
        articles: &[Keyed<'_>],
        learned: &Arc<Learned>,
    ) -> Option<Self> {
        let base = self.segments.indexes().next()?;
        let (same, other): (Vec<_>, Vec<_>) = articles.iter().partition(|(key, article)| {
            let was = self.same.get(key).filter(|_| Arc::ptr_eq(&self.learned, learned));
            was.is_some_and(|was| ptr::eq(was.as_ptr(), Arc::as_ptr(article)))
        });
        let mut same: HashMap<String, Weak<Article>> =
            same.into_iter().map(|(key, article)| (key.clone(), Arc::downgrade(article))).collect();
        let read: Vec<Document> =
            other.iter().map(|(_, article)| document(company, learned, article)).collect();
        let before = self.prints.iter().filter(|(key, _)| !same.contains_key(*key));
        let before = before.map(|(key, print)| (key.clone(), *print)).collect();
        let difference = changes(&before, offers.iter().chain(&read));
        // The files were read again, and this one is as it was.
        let changed: HashSet<&str> =
            difference.changed.iter().map(|document| document.key.as_str()).collect();
        for (key, article) in other.iter().filter(|(key, _)| !changed.contains(key.as_str())) {
            same.insert(key.clone(), Arc::downgrade(article));
        }
        let mut segments = Segments::new(Arc::clone(base));
        if !difference.is_empty() {
            let builder = Builder::new(&company.language).synonyms(self.synonyms.iter().cloned());
            let changed = builder.documents(difference.changed.into_iter().cloned()).gone(difference.gone);
            segments.push(changed.beside(base).build().ok()?).ok()?;
        }
        let lost = base.len().saturating_sub(segments.len());
        if segments.is_worn() || 10 * lost > base.len() {
            return None;
        }
        let (prints, learned) = (Arc::clone(&self.prints), Arc::clone(learned));
        Some(Self { segments, prints, same, learned, synonyms: self.synonyms.clone() })
    }

    /// Everything that fits `query`, best first. The last word may be half typed.
    pub fn find(&self, query: &str) -> Vec<Found> {
        let query = Query { limit: self.segments.len(), ..Query::new(query) };
        let found = searched(&self.segments, &query, |answer| {
            answer.hits.iter().filter_map(|hit| Found::of(hit.key)).collect()
        });
        found.unwrap_or_else(|error| {
            tracing::error!(%error, "the index that was made cannot be read");
            Vec::new()
        })
    }
}

/// Searches, and gives what `look` makes of the answer.
fn searched<R>(
    segments: &Segments,
    query: &Query<'_>,
    look: impl FnOnce(guichet_search::Answer<'_>) -> R,
) -> Result<R, Error> {
    SCRATCH.with_borrow_mut(|scratch| segments.search(query, scratch).map(look))
}

/// What an audience is told by: the language, and the keys of what it does not know of.
type Audience = (String, Vec<String>);

/// The finders of each audience. Most companies have one in each language.
#[derive(Debug, Default)]
pub struct Finders {
    there: RwLock<HashMap<Audience, Arc<Finder>>>,
    /// Those of the content before.
    before: HashMap<Audience, Arc<Finder>>,
    /// What articles are found by beside their own words.
    learned: Arc<Learned>,
}

impl Finders {
    /// For new content, after that of `before`. Those that most people will ask for are made at once.
    pub fn new(content: &Content, before: Option<&Self>, learned: Arc<Learned>) -> Self {
        let before = before.map(|before| before.read().clone()).unwrap_or_default();
        let finders = Self { there: RwLock::default(), before, learned };
        let Some(company) = content.languages.first().map(|language| content.in_language(language)) else {
            return finders;
        };
        if let Some(person) = usual(company) {
            for language in &content.languages {
                finders.of(content.in_language(language), &person);
            }
        }
        finders
    }

    /// What articles are found by beside their own words.
    pub fn learned(&self) -> &Arc<Learned> {
        &self.learned
    }

    /// For whoever `person` is, in the language of `company`. The first of an audience waits for some milliseconds.
    pub fn of(&self, company: &Company, person: &Person) -> Arc<Finder> {
        let audience = (company.language.clone(), hidden(company, person));
        if let Some(finder) = self.read().get(&audience) {
            return Arc::clone(finder);
        }
        let before = self.before.get(&audience).map(Arc::as_ref);
        let unknown: HashSet<&str> = audience.1.iter().map(String::as_str).collect();
        let hides = |key: &str| unknown.contains(key);
        let finder = Finder::new(company, hides, &self.learned, before).unwrap_or_else(|error| {
            tracing::error!(%error, language = %company.language, "nothing can be searched for");
            Finder::nothing()
        });
        let mut there = self.there.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(there.entry(audience).or_insert_with(|| Arc::new(finder)))
    }

    fn read(&self) -> std::sync::RwLockReadGuard<'_, HashMap<Audience, Arc<Finder>>> {
        self.there.read().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The keys of what `person` may not know of, in order.
fn hidden(company: &Company, person: &Person) -> Vec<String> {
    let items = company.items.values().filter(|item| !item.is_visible_to(person));
    let guides = company.guides.values().filter(|guide| !guide.is_visible_to(company, person));
    let articles = company.articles_hidden_from(person);
    let items = items.map(|item| documents::key(ITEM, item.id.as_str()));
    let guides = guides.map(|guide| documents::key(GUIDE, guide.id.as_str()));
    items.chain(guides).chain(articles.map(|article| documents::key(ARTICLE, article.id.as_str()))).collect()
}

/// How many people are looked at to know which audience is the usual one.
const SAMPLE: usize = 1000;

/// Somebody of the largest audience.
fn usual(company: &Company) -> Option<Person> {
    let mut audiences: HashMap<Vec<String>, (usize, Person)> = HashMap::new();
    for person in company.people.values().filter(|person| person.active).take(SAMPLE) {
        let person = person.rules_person();
        audiences.entry(hidden(company, &person)).or_insert_with(|| (0, person)).0 += 1;
    }
    audiences.into_values().max_by_key(|(many, _)| *many).map(|(_, person)| person)
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'q> {
    /// The words.
    pub text: &'q str,
    /// How many of each kind at most.
    pub each: usize,
    /// Only of this kind.
    pub kind: Option<&'q str>,
    /// Only of this shelf.
    pub category: Option<&'q str>,
    /// Only in this language.
    pub language: Option<&'q str>,
    /// Only about this service.
    pub service: Option<&'q str>,
}

/// What is found as `asked`, in what `person` may find, with passages of texts as `company` has them.
pub fn search(
    mine: &Mine,
    company: &Company,
    person: &Person,
    asked: &Asked<'_>,
) -> Result<SearchReply, Error> {
    let filters = Filters {
        kinds: asked.kind.as_slice(),
        categories: asked.category.as_slice(),
        languages: asked.language.as_slice(),
        tags: asked.service.as_slice(),
    };
    searched(&mine.segments, &Query::of_each(asked.text, asked.each, filters), |answer| {
        let mut reply = reply::reply(&answer);
        excerpt::add(&mut reply.hits, &answer.matcher, company, person);
        reply
    })
}

/// The files that `mine` is searched in, for whoever has those of the version `known`, and their version.
pub fn bundle(mine: &Mine, known: &str) -> (Vec<u8>, String) {
    (guichet_search::bundle(&mine.segments, known), guichet_search::version(&mine.segments))
}

/// One file on top of those of `finder`.
fn beside(finder: &Finder, language: &str, documents: Vec<Document>) -> Result<Index, BuildError> {
    let builder = Builder::new(language).synonyms(finder.synonyms.iter().cloned()).documents(documents);
    match finder.segments.indexes().next() {
        Some(base) => builder.beside(base).build(),
        None => builder.build(),
    }
}

#[cfg(test)]
mod tests;
