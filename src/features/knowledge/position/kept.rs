//! Places in articles, as they are kept on the device.

use crate::{api, prefs::storage};
use serde::{Deserialize, Serialize};

const KEY: &str = "guichet:reading";
/// Nobody goes on with what they began fifty articles ago.
const MOST: usize = 50;

/// Where somebody stopped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// In which article.
    pub article: String,
    /// In which language of it.
    pub language: String,
    /// Who.
    pub person: String,
    /// In which version of it.
    pub version: u32,
    /// At which block of it, counted from 0.
    pub block: u32,
    /// Under which heading; empty above the first.
    pub part: String,
}

fn all() -> Vec<Place> {
    let text = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    text.and_then(|text| api::read(&text)).unwrap_or_default()
}

fn write(places: &[Place]) {
    if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(places)) {
        // A full storage loses a place, no more.
        let _ = storage.set_item(KEY, &text);
    }
}

impl Place {
    fn is(&self, person: &str, article: &str, language: &str) -> bool {
        self.person == person && self.article == article && self.language == language
    }
}

/// Where `person` stopped in `article`, in that language.
pub fn find(person: &str, article: &str, language: &str) -> Option<Place> {
    all().into_iter().find(|place| place.is(person, article, language))
}

/// Keeps a place, instead of an earlier one in the same article.
pub fn keep(place: Place) {
    if !place.person.is_empty() {
        write(&with(all(), place));
    }
}

fn with(mut places: Vec<Place>, place: Place) -> Vec<Place> {
    places.retain(|other| !other.is(&place.person, &place.article, &place.language));
    places.insert(0, place);
    places.truncate(MOST);
    places
}

/// Forgets a place: it was read to its end.
pub fn forget(person: &str, article: &str, language: &str) {
    let mut places = all();
    let many = places.len();
    places.retain(|place| !place.is(person, article, language));
    if places.len() < many {
        write(&places);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(article: &str, block: u32) -> Place {
        Place {
            article: article.into(),
            language: "en".into(),
            person: "aylin".into(),
            version: 1,
            block,
            part: String::new(),
        }
    }

    #[test]
    fn an_article_has_one_place_and_the_oldest_go() {
        let places = (0..60).fold(Vec::new(), |places, n| with(places, place(&format!("a{n}"), n)));
        assert_eq!((places.len(), places[0].article.as_str()), (50, "a59"));
        let places = with(places, place("a30", 7));
        assert_eq!((places.len(), &places[0]), (50, &place("a30", 7)));
        let german = Place { language: "de".into(), ..place("a30", 9) };
        let places = with(places, german.clone());
        assert_eq!((&places[0], &places[1]), (&german, &place("a30", 7)), "each language has its own");
    }
}
