//! The browser's storage as a shelf of articles: the newest that fit, of one person at a time. `search.js` forgets them when
//! they sign out.

use crate::{api, format, prefs::storage};
use chrono::{DateTime, Utc};
use guichet_contract::types::Article;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use web_sys::Storage;

/// What is on the shelf; what the names of the articles on it begin with.
const INDEX: &str = "guichet:articles";
/// As many as somebody reads in a month or two: a few hundred kilobytes of the megabytes that browsers give.
const MOST: usize = 30;

/// An article on the shelf.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// Which.
    pub id: String,
    /// In which language.
    pub language: String,
    /// Who read it: what one person reads is no business of another on the same device.
    person: String,
    /// When, in milliseconds since 1970.
    saved_at: i64,
}

impl Saved {
    /// When it was read.
    pub fn saved_at(&self) -> Option<DateTime<Utc>> {
        DateTime::from_timestamp_millis(self.saved_at)
    }

    fn key(&self) -> String {
        format!("{INDEX}:{}:{}", self.language, self.id)
    }

    fn is(&self, other: &Self) -> bool {
        self.id == other.id && self.language == other.language
    }
}

fn index(storage: &Storage) -> Vec<Saved> {
    let text = storage.get_item(INDEX).ok().flatten();
    text.and_then(|text| api::read(&text)).unwrap_or_default()
}

/// Puts `article` on the shelf of `person`. A full storage keeps fewer, one that is switched off none.
pub fn keep(person: &str, article: &Article) {
    let (Some(storage), false) = (storage(), person.is_empty()) else { return };
    let Ok(text) = serde_json::to_string(article) else { return };
    let copy = Saved {
        id: article.summary.id.to_string(),
        language: article.language.clone(),
        person: person.to_owned(),
        saved_at: format::now().timestamp_millis(),
    };
    let (mut kept, gone) = sorted(index(&storage), &copy);
    for copy in gone {
        remove(&storage, &copy);
    }
    while storage.set_item(&copy.key(), &text).is_err() {
        // The oldest makes room.
        match kept.pop() {
            Some(oldest) => remove(&storage, &oldest),
            None => break,
        }
    }
    kept.insert(0, copy);
    write(&storage, &kept);
}

/// Takes the article `id` off the shelf of `person`, in every language.
pub fn forget(person: &str, id: &str) {
    let Some(storage) = storage() else { return };
    let (kept, gone) = without(index(&storage), person, id);
    if gone.is_empty() {
        return;
    }
    for copy in gone {
        remove(&storage, &copy);
    }
    write(&storage, &kept);
}

fn write(storage: &Storage, kept: &[Saved]) {
    if let Ok(text) = serde_json::to_string(kept) {
        // Without the index nothing is found, and nothing else is lost.
        let _ = storage.set_item(INDEX, &text);
    }
}

/// What stays without the article `id` of `person`, and what has to go.
fn without(all: Vec<Saved>, person: &str, id: &str) -> (Vec<Saved>, Vec<Saved>) {
    all.into_iter().partition(|copy| copy.person != person || copy.id != id)
}

/// What stays beside `copy`, newest first, and what has to go.
fn sorted(all: Vec<Saved>, copy: &Saved) -> (Vec<Saved>, Vec<Saved>) {
    let others = all.into_iter().filter(|other| !other.is(copy));
    let (mut kept, mut gone): (Vec<Saved>, Vec<Saved>) =
        others.partition(|other| other.person == copy.person);
    gone.extend(kept.split_off(kept.len().min(MOST - 1)));
    (kept, gone)
}

fn remove(storage: &Storage, copy: &Saved) {
    // It fails only where there is no storage, and then there is nothing to remove.
    let _ = storage.remove_item(&copy.key());
}

/// The article `id` on the shelf of `person`: in a language that `fits`, or in any.
pub fn find(person: &str, id: &str, fits: impl Fn(&str) -> bool) -> Option<Saved> {
    let storage = storage()?;
    let is_own = |copy: &Saved| copy.person == person && copy.id == id;
    let is_there = |copy: &Saved| storage.get_item(&copy.key()).is_ok_and(|text| text.is_some());
    let own: Vec<Saved> = index(&storage).into_iter().filter(|copy| is_own(copy) && is_there(copy)).collect();
    own.iter().find(|copy| fits(&copy.language)).or(own.first()).cloned()
}

/// Which articles are on the shelf of `person`, in whatever language.
pub fn ids(person: &str) -> BTreeSet<String> {
    let all = storage().map(|storage| index(&storage)).unwrap_or_default();
    all.into_iter().filter(|copy| copy.person == person).map(|copy| copy.id).collect()
}

/// What it says.
pub fn read(copy: &Saved) -> Option<Article> {
    api::read(&storage()?.get_item(&copy.key()).ok()??)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copy(id: &str, person: &str) -> Saved {
        Saved { id: id.into(), language: "en".into(), person: person.into(), saved_at: 0 }
    }

    #[test]
    fn a_shelf_holds_the_newest_of_one_person() {
        let all: Vec<Saved> = (0..40).map(|n| copy(&format!("a{n}"), "aylin")).collect();
        let (kept, gone) = sorted(all.clone(), &copy("new", "aylin"));
        assert_eq!((kept.len(), gone.len()), (29, 11));
        assert_eq!((kept[0].id.as_str(), gone[0].id.as_str()), ("a0", "a29"));
        let (kept, gone) = sorted(all.clone(), &copy("a3", "aylin"));
        assert!(!kept.iter().chain(&gone).any(|copy| copy.id == "a3"), "it is written anew");
        let (kept, gone) = sorted(all, &copy("a3", "mara"));
        assert_eq!((kept.len(), gone.len()), (0, 39));
    }

    #[test]
    fn an_article_goes_in_every_language_and_from_one_shelf_alone() {
        let german = Saved { language: "de".into(), ..copy("a", "aylin") };
        let all = vec![copy("a", "aylin"), german.clone(), copy("b", "aylin"), copy("a", "mara")];
        let (kept, gone) = without(all, "aylin", "a");
        assert_eq!(kept, [copy("b", "aylin"), copy("a", "mara")]);
        assert_eq!(gone, [copy("a", "aylin"), german]);
    }
}
