//! The text of a form while somebody works on it: what they typed, what it began from, and what came in between. Nothing
//! that was typed is lost: it outlives a reload, and who takes the text of somebody else can have their own back.

use crate::editor::Decision;
use guichet_contract::types::StudioForm;
use serde::{Deserialize, Serialize};
use web_sys::Storage;

/// A text as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stored {
    /// Which text it is.
    pub version: u64,
    /// The whole file.
    pub source: String,
}

impl From<&StudioForm> for Stored {
    fn from(form: &StudioForm) -> Self {
        Self { version: form.version, source: form.source.clone() }
    }
}

/// What is kept of a text that is not saved yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Draft {
    begun: Stored,
    typed: String,
}

/// The text that somebody works on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Text {
    /// What stands in the editor.
    pub typed: String,
    /// What it began from; saving takes the place of that and nothing else.
    pub begun: Stored,
    /// What is stored by now, where that is something else and does not show yet.
    pub theirs: Option<Stored>,
    /// What was typed before something else was taken in its place.
    pub aside: Option<String>,
}

/// What a text that arrived is to the one that somebody works on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arrival {
    /// It is what this began from.
    Known,
    /// It shows now: nothing else was typed.
    Shown,
    /// It waits for a decision.
    Waiting,
}

impl Text {
    /// What is stored, or what was typed and not saved.
    pub fn new(stored: Stored, draft: Option<Draft>) -> Self {
        let Some(draft) = draft.filter(|draft| draft.typed != stored.source) else {
            return Self { typed: stored.source.clone(), begun: stored, theirs: None, aside: None };
        };
        if draft.begun.version == stored.version {
            return Self { typed: draft.typed, begun: stored, theirs: None, aside: None };
        }
        Self { typed: draft.typed, begun: draft.begun, theirs: Some(stored), aside: None }
    }

    /// Whether there is anything to save.
    pub fn is_changed(&self) -> bool {
        self.typed != self.begun.source
    }

    /// Takes what is stored by now.
    pub fn arrived(&mut self, stored: Stored) -> Arrival {
        if stored.version == self.begun.version {
            self.theirs = None;
            return Arrival::Known;
        }
        if self.is_changed() && self.typed != stored.source {
            self.theirs = Some(stored);
            return Arrival::Waiting;
        }
        self.show(stored);
        Arrival::Shown
    }

    /// Goes on with what was decided on.
    pub fn decide(&mut self, decision: Decision) {
        match decision {
            Decision::KeepMine => {
                // Saving takes the place of what is stored by now.
                if let Some(theirs) = self.theirs.take() {
                    self.begun = theirs;
                }
            }
            Decision::TakeTheirs => {
                if let Some(theirs) = self.theirs.take() {
                    let mine = std::mem::take(&mut self.typed);
                    self.show(theirs);
                    self.aside = Some(mine);
                }
            }
            Decision::BringBack => {
                if let Some(mine) = self.aside.take() {
                    self.typed = mine;
                }
            }
        }
    }

    /// `sent` was saved and is stored like this. What was typed since then stays.
    pub fn saved(&mut self, sent: &str, stored: Stored) {
        if self.typed == sent {
            self.show(stored);
        } else {
            self.begun = stored;
            self.theirs = None;
        }
    }

    fn show(&mut self, stored: Stored) {
        self.typed.clone_from(&stored.source);
        self.begun = stored;
        self.theirs = None;
    }
}

/// Where a draft is kept, for as long as the tab is open.
fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// The name of the draft of a form by somebody.
pub(super) fn draft_name(item: &str, person: &str) -> String {
    format!("guichet:studio:{person}:{item}")
}

/// What was kept.
pub(super) fn kept(name: &str) -> Option<Draft> {
    crate::api::read(&storage()?.get_item(name).ok()??)
}

/// Keeps what was typed; forgets it where there is nothing to save.
pub(super) fn keep(name: &str, text: &Text) {
    let Some(storage) = storage() else { return };
    let draft = Draft { begun: text.begun.clone(), typed: text.typed.clone() };
    // A full storage loses the draft, and no more: the text is still on the page.
    let _ = match serde_json::to_string(&draft) {
        Ok(draft) if text.is_changed() => storage.set_item(name, &draft),
        _ => storage.remove_item(name),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(version: u64, source: &str) -> Stored {
        Stored { version, source: source.to_owned() }
    }

    fn typing(typed: &str) -> Text {
        Text { typed: typed.to_owned(), ..Text::new(stored(1, "a"), None) }
    }

    #[test]
    fn a_text_that_nobody_changed_follows_the_file() {
        let mut text = typing("a");
        assert_eq!(text.arrived(stored(1, "a")), Arrival::Known);
        assert_eq!(text.arrived(stored(2, "b")), Arrival::Shown);
        assert_eq!(text, Text::new(stored(2, "b"), None));
        // Somebody saved the very same.
        let mut text = typing("b");
        assert_eq!(text.arrived(stored(2, "b")), Arrival::Shown);
        assert!(!text.is_changed());
    }

    #[test]
    fn what_was_typed_waits_for_a_decision() {
        let mut text = typing("mine");
        assert_eq!(text.arrived(stored(2, "b")), Arrival::Waiting);
        assert_eq!((text.typed.as_str(), text.begun.version), ("mine", 1));
        let mut kept = text.clone();
        kept.decide(Decision::KeepMine);
        assert_eq!((kept.typed.as_str(), kept.begun.version, kept.is_changed()), ("mine", 2, true));
        assert_eq!(kept.arrived(stored(2, "b")), Arrival::Known);
        text.decide(Decision::TakeTheirs);
        assert_eq!((text.typed.as_str(), text.is_changed()), ("b", false));
        text.decide(Decision::BringBack);
        assert_eq!((text.typed.as_str(), text.begun.version, &text.aside), ("mine", 2, &None));
    }

    #[test]
    fn a_file_that_is_as_it_was_needs_no_decision() {
        let mut text = typing("mine");
        text.arrived(stored(2, "b"));
        assert_eq!(text.arrived(stored(1, "a")), Arrival::Known);
        assert_eq!(text.theirs, None);
    }

    #[test]
    fn what_is_typed_while_it_is_saved_stays() {
        let mut text = typing("b");
        text.saved("b", stored(2, "version: 2, b"));
        assert_eq!(text, Text::new(stored(2, "version: 2, b"), None));
        let mut text = typing("b and more");
        text.saved("b", stored(2, "version: 2, b"));
        assert_eq!((text.typed.as_str(), text.begun.version, text.is_changed()), ("b and more", 2, true));
    }

    #[test]
    fn a_draft_outlives_the_page_and_knows_what_it_began_from() {
        let draft = |version: u64| Draft { begun: stored(version, "a"), typed: "mine".to_owned() };
        let same = Text::new(stored(1, "a"), Some(draft(1)));
        assert_eq!((same.typed.as_str(), same.is_changed(), same.theirs), ("mine", true, None));
        let other = Text::new(stored(2, "b"), Some(draft(1)));
        assert_eq!((other.typed.as_str(), other.begun.version), ("mine", 1));
        assert_eq!(other.theirs, Some(stored(2, "b")));
        // It was saved from elsewhere.
        let saved = Text::new(stored(2, "mine"), Some(draft(1)));
        assert_eq!(saved, Text::new(stored(2, "mine"), None));
        let text = serde_json::to_string(&draft(1)).unwrap_or_default();
        assert_eq!(crate::api::read::<Draft>(&text), Some(draft(1)));
    }
}
