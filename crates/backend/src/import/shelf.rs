//! The articles that are in the content folder already, and those that are put there.

use super::ids;
use crate::{
    content::{Imported, head_of},
    hex::short_hash,
};
use chrono::NaiveDate;
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};

/// An article that was imported before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    pub id: String,
    /// The hash that was written into it.
    pub sum: String,
    /// Whether it is as it was written.
    pub intact: bool,
    pub reviewed: Option<NaiveDate>,
}

/// What is there.
#[derive(Debug, Default)]
pub struct Shelf {
    folder: PathBuf,
    language: String,
    /// Articles of this language that were imported, by where they are from.
    earlier: BTreeMap<String, Earlier>,
    /// Ids of articles of other languages, by the path of the page that they are from, without its collection.
    translated: BTreeMap<String, String>,
    /// The same ids.
    reserved: BTreeSet<String>,
    /// Ids that an article of this language has, or one of another that is somebody's own.
    taken: BTreeSet<String>,
}

/// What becomes of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    New,
    Changed,
    Unchanged,
    /// Somebody went on with it. Whether its page has changed as well.
    Edited(bool),
}

impl Shelf {
    /// Looks at the articles in the content folder `content`.
    pub fn read(content: &Path, language: &str) -> io::Result<Self> {
        let mut shelf =
            Self { folder: content.join("articles"), language: language.to_owned(), ..Self::default() };
        let entries = match fs::read_dir(&shelf.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(shelf),
            Err(error) => return Err(error),
        };
        for entry in entries {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let Some((id, language)) = name.strip_suffix(".md").and_then(|name| name.rsplit_once('.')) else {
                continue;
            };
            let text = fs::read_to_string(shelf.folder.join(&name))?;
            shelf.note(id, language, &text);
        }
        Ok(shelf)
    }

    fn note(&mut self, id: &str, language: &str, text: &str) {
        let head = head_of(id, text).and_then(|(head, ..)| head.ok()).unwrap_or_default();
        let imported = head.get("imported").cloned().map(serde_json::from_value::<Imported>);
        let imported = imported.and_then(Result::ok);
        if language != self.language {
            match imported.as_ref().and_then(|imported| imported.from.split_once('/')) {
                Some((_, path)) => {
                    self.translated.insert(path.to_owned(), id.to_owned());
                    self.reserved.insert(id.to_owned());
                }
                None => {
                    self.taken.insert(id.to_owned());
                }
            }
            return;
        }
        self.taken.insert(id.to_owned());
        if let Some(Imported { from, sum }) = imported {
            let reviewed = head.get("reviewed").and_then(Value::as_str).and_then(|day| day.parse().ok());
            let intact = sum_of(&text.replacen(&sum, "", 1)) == sum;
            self.earlier.insert(from, Earlier { id: id.to_owned(), sum, intact, reviewed });
        }
    }

    /// Articles of `collection` whose page is in none of `paths`: where they are from, and their files.
    pub fn gone(&self, collection: &str, paths: &BTreeSet<&str>) -> Vec<(String, String)> {
        let own = self.earlier.iter().filter_map(|(from, earlier)| {
            let (of, path) = from.split_once('/')?;
            (of == collection && !paths.contains(path)).then(|| (path.to_owned(), self.file(&earlier.id)))
        });
        own.collect()
    }

    /// The file of an article, relative to the content folder.
    fn file(&self, id: &str) -> String {
        format!("articles/{id}.{}.md", self.language)
    }

    pub fn earlier(&self, from: &str) -> Option<&Earlier> {
        self.earlier.get(from)
    }

    /// The id of the article of a page: the one that it has, that of its translation, or a new one.
    pub fn id(&mut self, from: &str, path: &str) -> String {
        if let Some(earlier) = self.earlier.get(from) {
            return earlier.id.clone();
        }
        let translated = self.translated.get(path).filter(|id| !self.taken.contains(*id)).cloned();
        if let Some(id) = translated {
            self.taken.insert(id.clone());
            return id;
        }
        // Those of translations of other pages are taken, too.
        let is_taken = |id: &str| self.taken.contains(id) || self.reserved.contains(id);
        let id = ids::free(&ids::id_of(path), is_taken);
        self.taken.insert(id.clone());
        id
    }

    /// Puts the article of a page where it belongs, unless somebody went on with it. `text` makes its file with a hash in it.
    pub fn put(&self, id: &str, from: &str, write: bool, text: &dyn Fn(&str) -> String) -> io::Result<Done> {
        let sum = sum_of(&text(""));
        let done = match self.earlier.get(from) {
            None => Done::New,
            Some(earlier) if !earlier.intact => return Ok(Done::Edited(earlier.sum != sum)),
            Some(earlier) if earlier.sum == sum => return Ok(Done::Unchanged),
            Some(_) => Done::Changed,
        };
        if write {
            put(&self.folder, &format!("{id}.{}.md", self.language), text(&sum).as_bytes())?;
        }
        Ok(done)
    }
}

/// The hash of an article without it. Line ends are none of its words: tools for versions change them.
fn sum_of(text: &str) -> String {
    if text.contains('\r') {
        return short_hash(text.replace("\r\n", "\n").as_bytes());
    }
    short_hash(text.as_bytes())
}

/// Puts a file into a folder that is made if it is not there; whoever reads it meanwhile gets all of it or nothing.
pub fn put(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    // Whatever begins with a point is no content.
    let beside = folder.join(format!(".{name}.new"));
    let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, folder.join(name)));
    if written.is_err() {
        // It may not be there; then there is nothing to clear away.
        let _ = fs::remove_file(&beside);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    const FROM: &str = "help/a.html";

    fn text(words: &str, sum: &str) -> String {
        format!(
            "---\ntitle: A\nreviewed: \"2026-03-04\"\nimported: {{\"from\": \"{FROM}\", \"sum\": \"{sum}\"}}\n---\n\n{words}\n"
        )
    }

    fn put_into(dir: &Path, words: &str) -> Done {
        let mut shelf = Shelf::read(dir, "en").unwrap();
        let id = shelf.id(FROM, "a.html");
        assert_eq!(id, "a");
        shelf.put(&id, FROM, true, &|sum| text(words, sum)).unwrap()
    }

    #[test]
    fn what_was_written_is_known_again() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("articles/a.en.md");
        assert_eq!(put_into(dir.path(), "One"), Done::New);
        assert_eq!(put_into(dir.path(), "One"), Done::Unchanged);
        assert_eq!(put_into(dir.path(), "Two"), Done::Changed);
        // By a tool that ends lines as Windows does.
        let written = fs::read_to_string(&file).unwrap();
        fs::write(&file, written.replace('\n', "\r\n")).unwrap();
        assert_eq!(put_into(dir.path(), "Two"), Done::Unchanged);
        fs::write(&file, written.replace("Two", "Mine")).unwrap();
        assert_eq!(put_into(dir.path(), "Two"), Done::Edited(false));
        assert_eq!(put_into(dir.path(), "Three"), Done::Edited(true));
        assert!(fs::read_to_string(&file).unwrap().contains("Mine"));
        assert_eq!(fs::read_dir(file.parent().unwrap()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn ids_are_those_of_translations_and_of_nobody_else() {
        let dir = tempfile::tempdir().unwrap();
        let articles = dir.path().join("articles");
        put(&articles, "a.de.md", text("Deutsch", "0").as_bytes()).unwrap();
        put(&articles, "own.de.md", b"---\ntitle: Eigen\n---\n").unwrap();
        let mut shelf = Shelf::read(dir.path(), "en").unwrap();
        assert_eq!(shelf.id("other/a.html", "a.html"), "a");
        assert_eq!(shelf.id("other/a.md", "a.md"), "a-2");
        assert_eq!(shelf.id("other/own.html", "own.html"), "own-2");
    }

    #[test]
    fn what_is_gone_is_that_of_the_same_collection() {
        let dir = tempfile::tempdir().unwrap();
        put(&dir.path().join("articles"), "a.en.md", text("A", "0").as_bytes()).unwrap();
        let shelf = Shelf::read(dir.path(), "en").unwrap();
        let gone = [("a.html".to_owned(), "articles/a.en.md".to_owned())];
        assert_eq!(shelf.gone("help", &BTreeSet::from(["b.html"])), gone);
        assert!(shelf.gone("help", &BTreeSet::from(["a.html"])).is_empty());
        assert!(shelf.gone("other", &BTreeSet::new()).is_empty());
    }
}
