//! Who asks for what, in which language, and when.

use super::Failure;
use crate::{
    app::{App, Loaded},
    content::Company,
    words::{Tongue, Words},
};
use chrono::{DateTime, Utc};
use guichet_rules::{
    ids::PersonId,
    person::{Person, Right},
};
use std::sync::Arc;

/// The circumstances of a call. Everything in it stays as it is while the call lasts.
#[derive(Debug, Clone)]
pub struct Ctx {
    /// The backend.
    pub app: App,
    /// The content that was there when the call began.
    pub loaded: Arc<Loaded>,
    /// The company, in the reader's language.
    pub company: Arc<Company>,
    /// When the call began.
    pub now: DateTime<Utc>,
    me: Option<Arc<Person>>,
}

impl Ctx {
    /// The circumstances of a call by `me`, who is one of the people of the content.
    pub fn new(app: App, loaded: Arc<Loaded>, language: &str, me: Option<&PersonId>) -> Self {
        let company = Arc::clone(loaded.content.in_language(language));
        let me = me.and_then(|id| company.person(id)).map(|person| Arc::new(person.rules_person()));
        let now = app.clock.now();
        Self { app, loaded, company, now, me }
    }

    /// Who asks.
    pub fn me(&self) -> Result<&Person, Failure> {
        self.me.as_deref().ok_or(Failure::NotSignedIn)
    }

    /// Whether whoever asks works on tickets.
    pub fn works_at_desk(&self) -> bool {
        self.me.as_ref().is_some_and(|me| me.has(Right::Desk))
    }

    /// The language of the backend's own words.
    pub fn tongue(&self) -> Tongue {
        Tongue::of(&self.company.language)
    }

    /// The backend's own words, in the reader's language.
    pub fn say(&self, words: Words<'_>) -> String {
        words.say(self.tongue())
    }
}
