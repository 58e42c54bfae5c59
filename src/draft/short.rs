//! Short texts: a reply, a reason, what one adds to an action. They are in the browser's storage of texts, which has them as
//! soon as the call returns: a message that is sent off must be kept, with its idempotency key, before anything leaves.

use super::form::is_form;
use crate::{format, prefs::storage};
use leptos::prelude::*;
use serde::{
    Deserialize, Serialize,
    de::{DeserializeOwned, IgnoredAny},
};
use std::collections::BTreeSet;
use web_sys::Storage;

/// What the key of a text begins with, before whose it is and its name: people who share a device have texts of their own, and
/// whoever leaves a place empty leaves those of the others alone.
const PREFIX: &str = "guichet:text:";

/// Says that there are drafts of forms. What begins with it was kept before texts were kept for each person, under its name alone.
const HINT: &str = "guichet:draft:";

/// A text with the time when it was last saved.
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

fn key(name: &str, person: &str) -> String {
    format!("{PREFIX}{person}:{name}")
}

/// The key of a text that was kept under its name alone.
fn earlier_key(name: &str) -> String {
    format!("{HINT}{name}")
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
    storage()?.set_item(&key(name, person), &text).ok()?;
    Some(now)
}

/// What was kept under `name` for `person`.
pub fn kept<T: DeserializeOwned>(name: &str, person: &str) -> Option<Draft<T>> {
    crate::api::read(&raw(name, person)?)
}

/// Gives `take` what was kept under `name` for `person`, as soon as it is known who they are. Says when that is done: whatever
/// is kept earlier would take its place.
pub fn restored<T: DeserializeOwned + 'static>(
    name: String,
    person: impl Fn() -> String + 'static,
    take: impl Fn(T) + 'static,
) -> RwSignal<bool> {
    let restored = RwSignal::new(false);
    Effect::new(move || {
        let person = person();
        if !person.is_empty() && !restored.get_untracked() {
            if let Some(draft) = kept(&name, &person) {
                take(draft.content);
            }
            restored.set(true);
        }
    });
    restored
}

/// Keeps `text` for `person` under `name` as it is typed, and gives it what was kept of it earlier.
pub fn keep_typed(name: String, person: impl Fn() -> String + Copy + 'static, text: RwSignal<String>) {
    let typed = move || Some(text.get()).filter(|typed| !typed.trim().is_empty());
    keep_all(name, person, move |kept| text.set(kept), typed);
}

/// Keeps what is `typed` for `person` under `name`; none where nothing is. `restore` takes what was kept of it earlier.
pub fn keep_all<T>(
    name: String,
    person: impl Fn() -> String + Copy + 'static,
    restore: impl Fn(T) + 'static,
    typed: impl Fn() -> Option<T> + 'static,
) where
    T: Serialize + DeserializeOwned + 'static,
{
    let restored = restored(name.clone(), person, restore);
    Effect::new(move |before: Option<bool>| {
        let typed = typed();
        let is_any = typed.is_some();
        if !restored.get() {
            return is_any;
        }
        if let Some(typed) = typed {
            keep(&name, "", &untrack(person), &typed);
        } else if before == Some(true) {
            // Not before something was: what stands there may be of a newer release, which can still read it.
            forget(&name, &untrack(person));
        }
        is_any
    });
}

/// Forgets what was kept under `name` for `person`: it was sent, or thrown away.
pub fn forget(name: &str, person: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&key(name, person));
    }
}

/// Leaves a hint for [`any`] that there are drafts of forms, or takes it away: home looks into the database only where there
/// may be something.
pub(super) fn hint(forms: bool) {
    if let Some(storage) = storage() {
        // A browser that keeps no hint shows no list of drafts; each still waits where it was typed.
        let _ = if forms { storage.set_item(HINT, "1") } else { storage.remove_item(HINT) };
    }
}

/// The names under which there may be a text of `person`.
pub(super) fn all(person: &str) -> BTreeSet<String> {
    let Some(storage) = storage() else { return BTreeSet::new() };
    let own = key("", person);
    let mut names: BTreeSet<String> = keys(&storage).filter_map(|key| behind(&own, &key)).collect();
    names.extend(earlier().into_iter().filter(|name| !is_form(name)));
    names
}

/// What is kept under `name` for `person`, as it is: to be read, or put back.
pub(super) fn raw(name: &str, person: &str) -> Option<String> {
    let storage = storage()?;
    adopt(&storage, name, person);
    storage.get_item(&key(name, person)).ok()?
}

/// Puts back what was there.
pub(super) fn put_back(name: &str, person: &str, text: &str) {
    if let Some(storage) = storage() {
        // There was room for it a moment ago.
        let _ = storage.set_item(&key(name, person), text);
    }
}

/// Takes over what was kept under its name alone, if it is of `person`.
fn adopt(storage: &Storage, name: &str, person: &str) {
    let there = |key: &str| storage.get_item(key).ok().flatten();
    let (earlier, own) = (earlier_key(name), key(name, person));
    let Some(text) = there(&earlier).filter(|_| there(&own).is_none()) else { return };
    let draft = crate::api::read::<Draft<IgnoredAny>>(&text);
    if draft.is_some_and(|draft| draft.person == person) && storage.set_item(&own, &text).is_ok() {
        let _ = storage.remove_item(&earlier);
    }
}

/// The names of what was kept under its name alone, whoever's it is.
pub(super) fn earlier() -> Vec<String> {
    storage().map(|storage| keys(&storage).filter_map(|key| behind(HINT, &key)).collect()).unwrap_or_default()
}

/// What was kept under this name alone.
pub(super) fn raw_earlier(name: &str) -> Option<String> {
    storage()?.get_item(&earlier_key(name)).ok()?
}

/// Forgets what was kept under this name alone: it was moved elsewhere.
pub(super) fn forget_earlier(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&earlier_key(name));
    }
}

fn keys(storage: &Storage) -> impl Iterator<Item = String> {
    (0..storage.length().unwrap_or(0)).filter_map(|i| storage.key(i).ok().flatten())
}

/// What stands in `key` behind `prefix`, if anything does.
fn behind(prefix: &str, key: &str) -> Option<String> {
    key.strip_prefix(prefix).filter(|name| !name.is_empty()).map(str::to_owned)
}

/// Whether anybody may have kept anything on this device.
pub fn any() -> bool {
    storage()
        .is_some_and(|storage| keys(&storage).any(|key| key.starts_with(PREFIX) || key.starts_with(HINT)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_has_a_text_for_each_person() {
        let own = key("reply:INC-10001", "aylin-kaya");
        for (name, person, same) in [
            ("reply:INC-10001", "aylin-kaya", true),
            ("reply:INC-10001", "tomasz-sikora", false),
            ("reply:INC-1000", "aylin-kaya", false),
            ("act:INC-10001:cancel", "aylin-kaya", false),
        ] {
            assert_eq!(key(name, person) == own, same, "{name} of {person}");
        }
        let names = |person: &str| behind(&key("", person), &own);
        assert_eq!(names("aylin-kaya").as_deref(), Some("reply:INC-10001"));
        // Not of somebody whose id begins like theirs either.
        assert_eq!((names("aylin"), names("aylin-kaya-2")), (None, None));
        assert_eq!((behind(HINT, &own), behind(HINT, HINT)), (None, None));
    }
}
