//! Articles from a folder of Markdown or HTML, with a report of what could not be carried over.
//!
//! [`knowledge`] goes through the folder twice. First it reads every page to know which of them become articles, under which
//! ids, and which parts of each links can lead to; then it reads each once more and writes it. Of the first time it keeps names
//! only, so that a folder may be of any size. What it writes is what `guichet-backend check` accepts.
//!
//! | module | is |
//! | --- | --- |
//! | `files`, `decode` | the folder, and from bytes to text |
//! | `html`, `markdown` | from a page to CommonMark |
//! | `paths`, `ids`, `around` | where links lead |
//! | `head` | the head of an article |
//! | `shelf`, `pictures` | what is in the content folder, and what is put there |
//! | `kind`, `notes`, `report` | what was lost: its kinds, of one page, of all |

mod around;
mod decode;
mod files;
#[cfg(test)]
mod fixture;
mod head;
mod html;
mod ids;
mod kind;
mod markdown;
mod notes;
mod pages;
mod paths;
mod pictures;
mod report;
mod shelf;
#[cfg(test)]
mod tests;

pub use kind::Kind;
pub use notes::Finding;
pub use report::{Report, Sum};

use crate::content::{self, Imported, Outline, outline};
use around::{Known, Place};
use chrono::NaiveDate;
use head::Alike;
use notes::Notes;
use pages::{Pages, Skipped};
use pictures::Pictures;
use shelf::{Done, Shelf};
use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::{Path, PathBuf},
};

/// What to import, and into what.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder of pages.
    pub from: PathBuf,
    /// The content folder.
    pub into: PathBuf,
    /// What the pages are called together; by the name of their folder where absent.
    pub collection: Option<String>,
    /// The language of the pages; that of the company where absent.
    pub language: Option<String>,
    /// The shelf of pages that name none.
    pub category: Option<String>,
    /// The group that keeps the articles right.
    pub owner: Option<String>,
    /// The group that may read them; everyone where absent.
    pub visible_to: Option<String>,
    /// When pages were last looked at that do not say so.
    pub reviewed: NaiveDate,
    /// Whether nothing is to be written.
    pub dry_run: bool,
}

/// Why nothing can be imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The folder of pages is none.
    #[error("the folder {} cannot be read", .0.display())]
    Folder(PathBuf, #[source] io::Error),
    /// The content folder is none.
    #[error("{} is no content folder that articles can be put into", .0.display())]
    Content(PathBuf, #[source] content::Report),
    /// One folder lies in the other.
    #[error("{} and {} lie in one another; move the pages out of the content folder", .0.display(), .1.display())]
    Overlap(PathBuf, PathBuf),
    /// An option names what is not there.
    #[error("there is no {what} '{name}' in the content folder; name one of {known}")]
    Unknown {
        /// What kind of thing.
        what: &'static str,
        /// What was named.
        name: String,
        /// What there is.
        known: String,
    },
    /// Nobody is named who keeps the articles right.
    #[error("nobody keeps the articles right; name a group with --owner, one of {0}")]
    NoOwner(String),
    /// An article cannot be written.
    #[error("the articles cannot be written to {}", .0.display())]
    Write(PathBuf, #[source] io::Error),
}

/// How far an import is: how many pages are done, of how many.
pub type Progress<'p> = &'p mut dyn FnMut(usize, usize);

/// Makes articles of pages. Where no page became one, the report says so: see [`Report::carried`].
pub fn knowledge(options: &Options, progress: Progress<'_>) -> Result<Report, ImportError> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |error| ImportError::Folder(path, error)
    };
    let root = options.from.canonicalize().map_err(unreadable(&options.from))?;
    let outline =
        outline(&options.into).map_err(|report| ImportError::Content(options.into.clone(), report))?;
    let into = options.into.canonicalize().map_err(unreadable(&options.into))?;
    if root.starts_with(&into) || into.starts_with(&root) {
        return Err(ImportError::Overlap(options.from.clone(), options.into.clone()));
    }
    let settled = Settled::of(options, &root, &outline)?;
    let mut found = Vec::new();
    let files = files::list(&root, &mut found).map_err(unreadable(&options.from))?;
    let mut report = Report {
        collection: settled.collection.clone(),
        dry_run: options.dry_run,
        pages: files.len(),
        ..Report::default()
    };
    found.into_iter().for_each(|notes| report.add(notes));
    let mut shelf = Shelf::read(&into, &settled.language).map_err(unreadable(&into))?;
    let pages = Pages::new(&root, &outline, &settled, &files);
    let known = survey(&pages, &mut shelf, &mut report, progress);
    let pictures = Pictures::new(&root, &into, !options.dry_run);
    let mut import =
        Import { pages: &pages, known: &known, shelf: &shelf, pictures, options, settled: &settled };
    import.run(&mut report, progress).map_err(|error| ImportError::Write(into.clone(), error))?;
    gone(&files, &settled, &shelf, &mut report);
    report.pictures = import.pictures.count();
    Ok(report.finish())
}

/// What the options come to.
#[derive(Debug)]
struct Settled {
    collection: String,
    language: String,
    alike: Alike,
}

impl Settled {
    fn of(options: &Options, root: &Path, outline: &Outline) -> Result<Self, ImportError> {
        let named = |what, name: &Option<String>, there: &BTreeSet<String>| match name {
            Some(name) if !there.contains(name) => {
                let known = there.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
                Err(ImportError::Unknown { what, name: name.clone(), known })
            }
            name => Ok(name.clone()),
        };
        let languages: BTreeSet<String> = outline.languages.iter().cloned().collect();
        let language = named("language", &options.language, &languages)?;
        let category = named("category", &options.category, &outline.categories)?;
        let owner = named("group", &options.owner, &outline.groups)?;
        let mut audiences = outline.groups.clone();
        audiences.extend(["employees", "contractors", "interns"].map(str::to_owned));
        let visible_to = named("group", &options.visible_to, &audiences)?;
        let desk = outline.groups.get("service-desk").cloned();
        let Some(owner) = owner.or(desk) else {
            let known = outline.groups.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
            return Err(ImportError::NoOwner(known));
        };
        let folder = root.file_name().map(|name| name.to_string_lossy().into_owned());
        // It ends where the path of a page begins.
        let collection = options.collection.clone().or(folder).unwrap_or_default().replace('/', "-");
        Ok(Self {
            collection: if collection.is_empty() { "import".to_owned() } else { collection },
            language: language.or_else(|| outline.languages.first().cloned()).unwrap_or_default(),
            alike: Alike {
                category,
                owner,
                visible_to: visible_to.map(|group| format!("{{group: {group}}}")),
                untranslated: outline.languages.len() > 1,
            },
        })
    }

    /// Where the article of a page is from.
    fn from(&self, path: &str) -> String {
        format!("{}/{path}", self.collection)
    }
}

/// Reads every page once: which become articles, and what links can lead to.
fn survey(pages: &Pages<'_>, shelf: &mut Shelf, report: &mut Report, progress: Progress<'_>) -> Known {
    let mut known = Known::default();
    let mut titles: BTreeMap<String, String> = BTreeMap::new();
    let many = pages.files.len();
    for (n, file) in pages.files.iter().enumerate() {
        progress(n, many * 2);
        let mut notes = Notes::of(&file.path);
        let mut nowhere = around::Nowhere;
        match pages.read(file, &mut nowhere, &mut notes) {
            Ok(page) => {
                let id = shelf.id(&pages.settled.from(&file.path), &file.path);
                let mut told = Notes::of(&file.path);
                let wanted = ids::id_of(&file.path);
                if id != wanted {
                    told.whole(Kind::Id, format!("another article is called '{wanted}'; this one is '{id}'"));
                }
                if let Some(first) = titles.get(&page.head.title) {
                    told.whole(Kind::Title, format!("'{}' is the title of {first}, too", page.head.title));
                } else {
                    titles.insert(page.head.title.clone(), file.path.clone());
                }
                report.add(told);
                known.add(&file.path, Place::of(id, &page.written));
            }
            Err(Skipped { kind, what }) => {
                notes.whole(kind, what);
                report.add(notes);
                report.skipped += 1;
            }
        }
    }
    known
}

/// Notes articles whose pages are not there any more.
fn gone(files: &[files::File], settled: &Settled, shelf: &Shelf, report: &mut Report) {
    let there: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    for (path, article) in shelf.gone(&settled.collection, &there) {
        let mut notes = Notes::of(&path);
        notes.whole(Kind::Gone, format!("the page is gone, and its article {article} is there"));
        report.add(notes);
    }
}

/// The second time.
struct Import<'a> {
    pages: &'a Pages<'a>,
    known: &'a Known,
    shelf: &'a Shelf,
    pictures: Pictures,
    options: &'a Options,
    settled: &'a Settled,
}

impl Import<'_> {
    fn run(&mut self, report: &mut Report, progress: Progress<'_>) -> io::Result<()> {
        let many = self.pages.files.len();
        for (n, file) in self.pages.files.iter().enumerate() {
            progress(many + n, many * 2);
            let Some(place) = self.known.place(&file.path) else { continue };
            let mut notes = Notes::of(&file.path);
            let mut around = self.known.around(&file.path, self.pages.root, &mut self.pictures);
            let Ok(page) = self.pages.read(file, &mut around, &mut notes) else {
                // It was there a moment ago.
                notes.whole(Kind::Unreadable, "the page changed while it was imported");
                report.add(notes);
                report.skipped += 1;
                continue;
            };
            if let Some(error) = self.pictures.broken.take() {
                return Err(error);
            }
            match self.put(&file.path, &place.id, &page)? {
                Done::New => report.new += 1,
                Done::Changed => report.changed += 1,
                Done::Unchanged => report.unchanged += 1,
                Done::Edited(page_changed) => {
                    report.edited += 1;
                    let also = if page_changed { ", and the page has changed as well" } else { "" };
                    notes.whole(Kind::Edited, format!("the article '{}' was edited by hand{also}", place.id));
                }
            }
            report.add(notes);
        }
        progress(many * 2, many * 2);
        Ok(())
    }

    fn put(&self, path: &str, id: &str, page: &pages::Page) -> io::Result<Done> {
        let from = self.settled.from(path);
        // The day of the first import stays, or each day would change every article.
        let reviewed = self.shelf.earlier(&from).and_then(|earlier| earlier.reviewed);
        let reviewed = reviewed.unwrap_or(self.options.reviewed);
        let text = |sum: &str| {
            let imported = Imported { from: from.clone(), sum: sum.to_owned() };
            head::article(&page.head, &self.settled.alike, reviewed, &imported, &page.written.text)
        };
        self.shelf.put(id, &from, !self.options.dry_run, &text)
    }
}
