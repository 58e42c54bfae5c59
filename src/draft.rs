//! What a person has typed and not yet sent, kept in the browser as they type: it outlives a reload, a crash and an
//! ended session.

use crate::{format, prefs::storage};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use web_sys::Storage;

const PREFIX: &str = "guichet:draft:";

/// A draft with the time when it was last saved.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Draft<T> {
    /// Milliseconds since 1970.
    pub saved_at: i64,
    /// Whose it is: drafts of one person are not shown to another on the same device.
    pub person: String,
    /// What it is for, in the words of the page: home lists it so.
    #[serde(default)]
    pub title: String,
    /// What was typed.
    pub content: T,
}

fn key(name: &str) -> String {
    format!("{PREFIX}{name}")
}

/// Keeps `content` under `name`, listed on home as `title`. Gives when it was saved; `None` if the browser would not keep it.
pub fn keep<T: Serialize>(
    name: &str,
    title: &str,
    person: &str,
    content: &T,
) -> Option<chrono::DateTime<chrono::Utc>> {
    let now = format::now();
    let draft = Draft {
        saved_at: now.timestamp_millis(),
        person: person.to_owned(),
        title: title.to_owned(),
        content,
    };
    let text = serde_json::to_string(&draft).ok()?;
    storage()?.set_item(&key(name), &text).ok()?;
    Some(now)
}

/// What was kept under `name` for `person`.
pub fn kept<T: DeserializeOwned>(name: &str, person: &str) -> Option<Draft<T>> {
    let text = storage()?.get_item(&key(name)).ok()??;
    let draft: Draft<T> = crate::api::read(&text)?;
    (draft.person == person).then_some(draft)
}

/// Forgets it: it was sent, or thrown away.
pub fn forget(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&key(name));
    }
}

fn names(storage: &Storage) -> impl Iterator<Item = String> {
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|i| storage.key(i).ok().flatten());
    keys.filter_map(|key| key.strip_prefix(PREFIX).map(str::to_owned))
}

/// Whether anybody kept anything on this device.
pub fn any() -> bool {
    storage().is_some_and(|storage| names(&storage).next().is_some())
}

/// The drafts of `person`, last saved first: name, title, and when they were saved.
pub fn list(person: &str) -> Vec<(String, String, i64)> {
    let Some(storage) = storage() else { return Vec::new() };
    let mut drafts: Vec<(String, String, i64)> = names(&storage)
        .filter_map(|name| {
            let draft = kept::<serde::de::IgnoredAny>(&name, person)?;
            Some((name, draft.title, draft.saved_at))
        })
        .collect();
    drafts.sort_by_key(|(_, _, saved)| -saved);
    drafts
}
