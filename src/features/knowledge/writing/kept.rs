//! What was typed into an article, in the browser's storage: it outlives a reload, a crash and an ended session. Not among the
//! short texts of `draft`: home would list it, and knows no way to it.

use super::text::Kept;
use crate::{prefs::storage, routes};

/// What the names of new articles begin with.
pub(super) const NEW: &str = "new:";

/// What the names of changes begin with that no draft holds.
const CHANGE: &str = "a:";

/// What the names of texts begin with that were rejected and are begun again, until a draft holds them.
pub(super) const AGAIN: &str = "r:";

/// What comes before the name of a text where it is that of what changed, in the writer's words.
const NOTE: &str = "note:";

/// What a change to an article is kept as until a draft holds it.
pub(super) fn change(article: &str, language: &str) -> String {
    format!("{CHANGE}{article}:{language}")
}

/// Under which what `person` types for `what` is kept.
pub(super) fn name(person: &str, what: &str) -> String {
    format!("guichet:article:{person}:{what}")
}

/// What was kept.
pub(super) fn read(name: &str) -> Option<Kept> {
    crate::api::read(&storage()?.get_item(name).ok()??)
}

/// What was kept, which is kept there no longer.
pub(super) fn take(name: &str) -> Option<Kept> {
    let kept = read(name)?;
    keep(name, None).then_some(kept)
}

/// What `person` typed that is on this device alone, and that no draft holds: each with the way to it, by title.
pub(super) fn unsaved(person: &str) -> Vec<(String, Kept)> {
    let Some(storage) = storage() else { return Vec::new() };
    let prefix = name(person, "");
    let names = (0..storage.length().unwrap_or(0)).filter_map(|i| storage.key(i).ok().flatten());
    let found = names.filter_map(|name| Some((way(name.strip_prefix(&prefix)?)?, read(&name)?)));
    let mut all: Vec<(String, Kept)> = found.collect();
    all.sort_by(|(_, one), (_, other)| one.typed.title.cmp(&other.typed.title));
    all
}

/// Where it is gone on with; nothing for a draft, which is in the lists by itself.
fn way(what: &str) -> Option<String> {
    if let Some(kept) = what.strip_prefix(NEW) {
        return Some(routes::knowledge_kept(kept));
    }
    if let Some(rejected) = what.strip_prefix(AGAIN) {
        return Some(routes::knowledge_draft(rejected));
    }
    let (article, language) = what.strip_prefix(CHANGE)?.split_once(':')?;
    Some(routes::knowledge_edit(article, language))
}

/// Keeps what was typed, or forgets it where there is nothing to keep. False where the browser would not.
pub(super) fn keep(name: &str, kept: Option<&Kept>) -> bool {
    match kept.map(serde_json::to_string) {
        Some(Ok(text)) => put(name, Some(&text)),
        Some(Err(_)) => false,
        None => put(name, None),
    }
}

fn put(name: &str, text: Option<&str>) -> bool {
    let Some(storage) = storage() else { return text.is_none() };
    match text {
        Some(text) => storage.set_item(name, text).is_ok(),
        None => storage.remove_item(name).is_ok(),
    }
}

fn name_of_note(person: &str, what: &str) -> String {
    name(person, &format!("{NOTE}{what}"))
}

/// What `person` said of what changed in `what`.
pub(super) fn note(person: &str, what: &str) -> Option<String> {
    storage()?.get_item(&name_of_note(person, what)).ok()?
}

/// The same, which is kept there no longer.
pub(super) fn take_note(person: &str, what: &str) -> Option<String> {
    let note = note(person, what)?;
    keep_note(person, what, "").then_some(note)
}

/// Keeps what `person` says of what changed in `what`, or forgets it where that is nothing. False where the browser would not.
pub(super) fn keep_note(person: &str, what: &str, note: &str) -> bool {
    put(&name_of_note(person, what), Some(note).filter(|note| !note.trim().is_empty()))
}

/// Forgets all that `person` typed for `what`: it was thrown away.
pub(super) fn forget(person: &str, what: &str) {
    keep(&name(person, what), None);
    keep_note(person, what, "");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_draft_holds_has_a_way_to_it() {
        assert_eq!(way(&format!("{NEW}k-1")), Some(routes::knowledge_kept("k-1")));
        assert_eq!(way(&change("vpn", "de")), Some(routes::knowledge_edit("vpn", "de")));
        assert_eq!(way(&format!("{AGAIN}p-1")), Some(routes::knowledge_draft("p-1")));
        assert_eq!(way("p:p-1"), None);
        // Nor is what was said of a text a text of its own.
        assert_eq!(way(&format!("{NOTE}{NEW}k-1")), None);
    }
}
