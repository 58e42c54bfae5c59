//! A text while somebody works on it: what they typed, what it began from, and what came in between. Nothing that was typed
//! is lost: who takes what somebody else published can have their own back.

use super::typed::Typed;
use crate::editor::Decision;
use serde::{Deserialize, Serialize};

/// Which draft the backend holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Draft {
    /// Which.
    pub id: String,
    /// Its version, for `If-Match`.
    pub version: u64,
}

/// Why there is another text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// Somebody published another version of the article.
    Published,
    /// The draft was saved from elsewhere.
    Saved,
}

/// Another text, which waits for a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Theirs {
    pub cause: Cause,
    pub typed: Typed,
    /// The version of the article that is seen with it.
    pub base: u32,
    /// The version of the draft that is seen with it.
    pub draft: Option<Draft>,
}

/// What outlives the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    pub typed: Typed,
    /// The version of the article that it goes on from.
    pub base: u32,
    pub draft: Option<Draft>,
    /// The language that it is in; empty where nobody noted it.
    #[serde(default)]
    pub language: String,
}

/// The text that somebody works on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Text {
    /// What stands in the fields.
    pub typed: Typed,
    /// What the backend holds, or what it began from.
    pub saved: Typed,
    /// The version of the article that it goes on from; 0 where there is none.
    pub base: u32,
    /// The same as the backend knows it.
    saved_base: u32,
    /// The draft, once the backend holds one.
    pub draft: Option<Draft>,
    /// Another text.
    pub theirs: Option<Theirs>,
    /// What was typed before the other text was taken in its place.
    pub aside: Option<Typed>,
}

impl Text {
    /// One that begins from `saved`, with what was `kept` of it.
    pub fn new(saved: Typed, base: u32, draft: Option<Draft>, kept: Option<Kept>) -> Self {
        let mut text =
            Self { typed: saved.clone(), saved, base, saved_base: base, draft, theirs: None, aside: None };
        let Some(kept) = kept.filter(|kept| kept.typed != text.saved) else { return text };
        let cause = if kept.draft != text.draft {
            Some(Cause::Saved)
        } else {
            (kept.base < text.base).then_some(Cause::Published)
        };
        if let Some(cause) = cause {
            let Self { typed, base, draft, .. } = text.clone();
            text.theirs = Some(Theirs { cause, typed, base, draft });
            (text.base, text.draft) = (kept.base, kept.draft);
        }
        text.typed = kept.typed;
        text
    }

    /// Whether there is anything to save.
    pub fn is_changed(&self) -> bool {
        self.typed != self.saved || self.base != self.saved_base || self.draft.is_none()
    }

    /// Whether something was typed that the backend does not hold.
    pub fn is_to_keep(&self) -> bool {
        self.typed != self.saved && !self.typed.is_empty()
    }

    /// What has to outlive the page, which is in `language`; nothing where the backend holds it.
    pub fn to_keep(&self, language: &str) -> Option<Kept> {
        let Self { typed, base, draft, .. } = self.clone();
        self.is_to_keep().then(|| Kept { typed, base, draft, language: language.to_owned() })
    }

    /// There is another text. The very same is no reason to ask.
    pub fn arrived(&mut self, theirs: Theirs) {
        if theirs.typed == self.typed {
            self.see(&theirs);
        } else {
            self.theirs = Some(theirs);
        }
    }

    /// From here on it goes on from the other.
    fn see(&mut self, theirs: &Theirs) {
        self.base = theirs.base;
        self.draft.clone_from(&theirs.draft);
        if theirs.cause == Cause::Saved {
            self.saved.clone_from(&theirs.typed);
            self.saved_base = theirs.base;
        }
    }

    /// Goes on with what was decided on.
    pub fn decide(&mut self, decision: Decision) {
        match decision {
            Decision::KeepMine => {
                if let Some(theirs) = self.theirs.take() {
                    self.see(&theirs);
                }
            }
            Decision::TakeTheirs => {
                if let Some(theirs) = self.theirs.take() {
                    self.see(&theirs);
                    self.aside = Some(std::mem::replace(&mut self.typed, theirs.typed));
                }
            }
            Decision::BringBack => {
                if let Some(mine) = self.aside.take() {
                    self.typed = mine;
                }
            }
        }
    }

    /// `sent` was saved. What was typed since then stays.
    pub fn saved_as(&mut self, sent: Typed, base: u32, draft: Draft) {
        self.saved = sent;
        (self.base, self.saved_base) = (base, base);
        self.draft = Some(draft);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(title: &str) -> Typed {
        Typed { title: title.to_owned(), ..Typed::default() }
    }

    fn draft(version: u64) -> Option<Draft> {
        Some(Draft { id: "p-1".to_owned(), version })
    }

    #[test]
    fn what_was_typed_outlives_the_page_and_knows_what_it_began_from() {
        let kept = |base, of| Some(Kept { typed: typed("mine"), base, draft: of, language: "en".to_owned() });
        let same = Text::new(typed("a"), 3, draft(1), kept(3, draft(1)));
        assert_eq!((same.typed.title.as_str(), &same.theirs, same.is_changed()), ("mine", &None, true));
        let published = Text::new(typed("b"), 4, None, kept(3, None));
        assert_eq!((published.base, published.typed.title.as_str()), (3, "mine"));
        assert_eq!(published.theirs.map(|theirs| (theirs.cause, theirs.base)), Some((Cause::Published, 4)));
        let elsewhere = Text::new(typed("b"), 3, draft(2), kept(3, draft(1)));
        assert_eq!(elsewhere.theirs.map(|theirs| theirs.cause), Some(Cause::Saved));
        // It was saved from elsewhere, just like that.
        let text = Text::new(typed("mine"), 3, draft(2), kept(3, draft(1)));
        assert_eq!((text.theirs.clone(), text.to_keep("en"), text.is_changed()), (None, None, false));
    }

    #[test]
    fn another_text_waits_for_a_decision_and_nothing_is_lost() {
        let mut text = Text { typed: typed("mine"), ..Text::new(typed("a"), 3, draft(1), None) };
        let theirs = Theirs { cause: Cause::Published, typed: typed("b"), base: 4, draft: draft(1) };
        text.arrived(theirs.clone());
        let mut kept = text.clone();
        kept.decide(Decision::KeepMine);
        assert_eq!((kept.typed.title.as_str(), kept.base, kept.theirs), ("mine", 4, None));
        text.decide(Decision::TakeTheirs);
        assert_eq!((text.typed.title.as_str(), text.base), ("b", 4));
        text.decide(Decision::BringBack);
        assert_eq!((text.typed.title.as_str(), text.base, &text.aside), ("mine", 4, &None));
        // What it goes on from is to be saved, even where its words are as they were.
        text.saved_as(typed("mine"), 4, Draft { id: "p-1".to_owned(), version: 2 });
        text.arrived(Theirs { base: 5, draft: draft(2), ..theirs.clone() });
        text.decide(Decision::KeepMine);
        assert!(text.is_changed() && text.base == 5);
        // The very same is no reason to ask.
        text.arrived(Theirs { typed: typed("mine"), base: 6, ..theirs });
        assert_eq!((text.base, &text.theirs), (6, &None));
    }

    #[test]
    fn what_is_typed_while_it_is_saved_stays() {
        let mut text = Text { typed: typed("b and more"), ..Text::new(typed(""), 0, None, None) };
        text.saved_as(typed("b"), 0, Draft { id: "p-1".to_owned(), version: 1 });
        assert!(text.is_changed() && text.to_keep("de").is_some_and(|kept| kept.language == "de"));
        text.saved_as(typed("b and more"), 0, Draft { id: "p-1".to_owned(), version: 2 });
        assert!(!text.is_changed() && text.to_keep("de").is_none());
    }
}
