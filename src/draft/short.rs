//! Short texts: a reply, a reason, what one adds to an action. They are in the browser's storage of texts, which has them as
//! soon as the call returns: a message that is sent off must be kept, with its idempotency key, before anything leaves.

use crate::{format, prefs::storage};
use leptos::prelude::*;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use web_sys::Storage;

/// What the key of a text begins with, before its name. With no name behind it, it says that there are drafts of forms.
const PREFIX: &str = "guichet:draft:";

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
            // Not before something was: what stands there may be somebody else's, who has the same device.
            forget(&name);
        }
        is_any
    });
}

/// Forgets it: it was sent, or thrown away.
pub fn forget(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&key(name));
    }
}

/// Leaves a hint for [`any`] that there are drafts of forms, or takes it away: home looks into the database only where there
/// may be something.
pub(super) fn hint(forms: bool) {
    if let Some(storage) = storage() {
        // A browser that keeps no hint shows no list of drafts; each still waits where it was typed.
        let _ = if forms { storage.set_item(PREFIX, "1") } else { storage.remove_item(PREFIX) };
    }
}

/// The names of all texts, those of other people among them.
pub(super) fn all() -> Vec<String> {
    storage().map(|storage| names(&storage).filter(|name| !name.is_empty()).collect()).unwrap_or_default()
}

/// What is kept under `name`, as it is: to be put back, or moved elsewhere.
pub(super) fn raw(name: &str) -> Option<String> {
    storage()?.get_item(&key(name)).ok()?
}

/// Puts back what was there.
pub(super) fn put_back(name: &str, text: &str) {
    if let Some(storage) = storage() {
        // There was room for it a moment ago.
        let _ = storage.set_item(&key(name), text);
    }
}

fn names(storage: &Storage) -> impl Iterator<Item = String> {
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|i| storage.key(i).ok().flatten());
    keys.filter_map(|key| key.strip_prefix(PREFIX).map(str::to_owned))
}

/// Whether anybody may have kept anything on this device.
pub fn any() -> bool {
    storage().is_some_and(|storage| names(&storage).next().is_some())
}
