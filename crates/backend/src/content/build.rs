//! A company in one language, from the files.

mod people;
mod priorities;

pub(super) use people::EMPLOYMENTS;

use super::{
    Doc, Report,
    folder::{ArticleFile, Folder, VersionFile},
    guide::guide,
    item::item,
    localise::localise,
    model::{
        Announcement, Article, Asset, Base, Category, Company, CostCentre, Earlier, EarlierHead, Guide, Head,
        Item, KnownError, Location, Person, Service,
    },
    pattern::Patterns,
    read::read,
    registers::Registers,
};
use guichet_rules::{
    ids::{ArticleId, CalendarId},
    money::Currency,
    schedule::Calendar,
};
use people::{complete, with_audiences};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;
use std::{collections::BTreeMap, sync::Arc};

/// Reads the company in `language`, one of `languages`. Whatever cannot be read is reported, and missing from the result.
pub(super) fn company(
    folder: &Folder,
    languages: &[String],
    language: &str,
    report: &mut Report,
) -> Option<Company> {
    Builder { folder, languages, language, report }.company()
}

#[derive(Deserialize)]
struct CompanyFile {
    id: String,
    name: String,
    #[serde(rename = "languages")]
    _languages: Vec<String>,
    currency: Currency,
    calendar: CalendarId,
}

struct Builder<'a> {
    folder: &'a Folder,
    languages: &'a [String],
    language: &'a str,
    report: &'a mut Report,
}

impl<'a> Builder<'a> {
    fn company(mut self) -> Option<Company> {
        let file: Option<CompanyFile> = self.file("company.yaml");
        let priorities = self.priorities();
        let calendars = self.calendars();
        let mut locations: Vec<Location> = self.list("locations.yaml");
        placed(&mut locations, |location, n| location.position = n);
        let groups = with_audiences(self.list("groups.yaml"));
        let mut people: Vec<Person> = self.list("people.yaml");
        placed(&mut people, |person, n| person.position = n);
        people.iter_mut().for_each(|person| complete(person, &groups));
        let cost_centres: Vec<CostCentre> = self.list("cost-centres.yaml");
        let mut services: Vec<Service> = self.list("services.yaml");
        placed(&mut services, |service, n| service.position = n);
        let mut announcements: Vec<Announcement> = self.list("announcements.yaml");
        placed(&mut announcements, |announcement, n| announcement.position = n);
        let assets: Vec<Asset> = self.list("assets.yaml");
        let mut categories: Vec<Category> = self.list("categories.yaml");
        placed(&mut categories, |category, n| category.position = n);
        // Where the file cannot be read any will do: amounts are whole numbers of minor units whatever they are of, no check
        // asks, and without the file there is no company.
        let currency = file.as_ref().map_or(Currency::EUR, |file| file.currency);
        let mut patterns = Patterns::default();
        let items = self.items(currency, &mut patterns);
        let guides = self.guides(&mut patterns);
        let articles = self.articles();
        let synonyms: Vec<Vec<String>> = self.list("synonyms.yaml");
        let problems: Vec<KnownError> = self.list("problems.yaml");
        // Only now, so that everything else was looked at.
        let (file, (priorities, matrix)) = (file?, priorities?);
        let base = Base {
            own_calendar: calendars.get(&file.calendar)?.clone(),
            // Made once it is known to be used.
            registers: Registers::default(),
            id: file.id,
            name: file.name,
            language: self.language.to_owned(),
            languages: self.languages.to_vec(),
            currency,
            calendar: file.calendar,
            impacts: priorities.impacts,
            urgencies: priorities.urgencies,
            matrix,
            priorities: by_id(priorities.priorities, |level| level.id),
            locations: by_id(locations, |location| location.id.clone()),
            calendars,
            groups,
            people: by_id(people, |person| person.id.clone()),
            cost_centres: by_id(cost_centres, |cost_centre| cost_centre.id.clone()),
            services: by_id(services, |service| service.id.clone()),
            announcements: by_id(announcements, |announcement| announcement.id.clone()),
            assets: by_id(assets, |asset| asset.id.clone()),
            categories: by_id(categories, |category| category.id.clone()),
            items: by_id(items, |item| item.id.clone()),
            guides: by_id(guides, |guide| guide.id.clone()),
            synonyms,
            problems,
            patterns,
        };
        let articles = articles.into_iter().map(Arc::new).collect();
        Some(Company::new(base, by_id(articles, |article: &Arc<Article>| article.id.clone())))
    }

    /// A file that holds one thing.
    fn file<T: DeserializeOwned>(&mut self, file: &str) -> Option<T> {
        let doc = self.folder.docs.get(file)?;
        let value = localise(&doc.value, self.languages, self.language);
        read(&value, doc, "", self.report)
    }

    /// A file that holds a list; what cannot be read is left out.
    fn list<T: DeserializeOwned>(&mut self, file: &str) -> Vec<T> {
        let Some(doc) = self.folder.docs.get(file) else { return Vec::new() };
        let mut list = Vec::new();
        match localise(&doc.value, self.languages, self.language) {
            Value::Array(items) => {
                for (n, item) in items.iter().enumerate() {
                    list.extend(read::<T>(item, doc, &format!("/{n}"), self.report));
                }
            }
            Value::Null => {}
            _ => self.report.add(doc.problem("", "the file is no list", "begin each entry with '- '")),
        }
        list
    }

    /// Every file of a folder, in this language.
    fn each(&self, of: &'a str) -> Vec<(&'a Doc, Value)> {
        let localised = |doc: &'a Doc| (doc, localise(&doc.value, self.languages, self.language));
        self.folder.of(of).map(localised).collect()
    }

    fn calendars(&mut self) -> BTreeMap<CalendarId, Calendar> {
        let mut calendars = BTreeMap::new();
        for (doc, value) in self.each("calendars/") {
            if let Some(calendar) = read::<Calendar>(&value, doc, "", self.report) {
                match calendar.id.clone() {
                    Some(id) => {
                        calendars.insert(id, calendar);
                    }
                    None => {
                        self.report.add(doc.problem("", "`id` is missing", "add it: the name of the file"))
                    }
                }
            }
        }
        calendars
    }

    fn items(&mut self, currency: Currency, patterns: &mut Patterns) -> Vec<Item> {
        let mut items = Vec::new();
        for (doc, value) in self.each("items/") {
            items.extend(item(&value, doc, currency, patterns, self.report));
        }
        items
    }

    fn guides(&mut self, patterns: &mut Patterns) -> Vec<Guide> {
        let mut guides = Vec::new();
        for (doc, value) in self.each("guides/") {
            guides.extend(guide(&value, doc, patterns, self.report));
        }
        guides
    }

    fn articles(&mut self) -> Vec<Article> {
        let folder = self.folder;
        let mut articles = Vec::new();
        for file in self.texts() {
            let Some(doc) = folder.docs.get(&file.file) else { continue };
            let head = read::<Head>(&doc.value, doc, "", self.report);
            let before = self.before(&file.id, &file.language);
            match ArticleId::new(file.id.as_str()) {
                Ok(id) => articles.extend(head.map(|head| Article {
                    id,
                    language: file.language.clone(),
                    head,
                    body: file.body.clone(),
                    before,
                    review_by: None,
                })),
                Err(error) => {
                    let what = format!("the file's name is no id: {error}");
                    self.report.add(doc.problem("", what, "rename it"));
                }
            }
        }
        articles
    }

    /// Each article once: in this language, or in the first that it is there in. The check has said which may be missing.
    fn texts(&self) -> Vec<&'a ArticleFile> {
        let place = |file: &ArticleFile| match &file.language {
            own if own == self.language => Some(0),
            other => self.languages.iter().position(|language| language == other).map(|n| n + 1),
        };
        let mut texts: BTreeMap<&str, (usize, &'a ArticleFile)> = BTreeMap::new();
        for file in &self.folder.articles {
            let Some(place) = place(file) else { continue };
            let best = texts.entry(&file.id).or_insert((place, file));
            if place < best.0 {
                *best = (place, file);
            }
        }
        texts.into_values().map(|(_, file)| file).collect()
    }

    /// What the article `id` said before, in `language`.
    fn before(&mut self, id: &str, language: &str) -> BTreeMap<u32, Earlier> {
        let folder = self.folder;
        let own = |file: &&VersionFile| file.id == id && file.language == language;
        let mut before = BTreeMap::new();
        for file in folder.versions.iter().filter(own) {
            let Some(doc) = folder.docs.get(&file.file) else { continue };
            if let Some(head) = read::<EarlierHead>(&doc.value, doc, "", self.report) {
                let EarlierHead { title, summary } = head;
                before.insert(file.version, Earlier { title, summary, body: file.body.clone() });
            }
        }
        before
    }
}

fn placed<T>(list: &mut [T], place: impl Fn(&mut T, usize)) {
    list.iter_mut().enumerate().for_each(|(n, thing)| place(thing, n));
}

fn by_id<K: Ord, T>(list: Vec<T>, id: impl Fn(&T) -> K) -> BTreeMap<K, T> {
    list.into_iter().map(|thing| (id(&thing), thing)).collect()
}
