//! The portal's own words in the language that a form is tried in, which need not be that of whoever tries it.

use crate::i18n::{self, Aside};
use leptos::prelude::*;
use std::sync::Arc;

/// The words of another language, for whatever is below it; without any, those of the portal.
#[derive(Debug, Clone, Default)]
pub(super) struct Tongue(Option<Arc<Words>>);

#[derive(Debug)]
struct Words {
    language: String,
    lines: Vec<String>,
}

impl Tongue {
    /// The words of `language`, as far as the portal has them.
    pub async fn of(language: &str) -> Self {
        let wanted = language.split('-').next().unwrap_or(language).to_lowercase();
        if i18n::language() == wanted {
            return Self::default();
        }
        i18n::set_aside(Aside { text, language: spoken });
        let lines = i18n::lines_in(&wanted).await;
        Self(lines.map(|lines| Arc::new(Words { language: wanted, lines })))
    }
}

/// What is spoken where this is asked.
fn words() -> Option<Arc<Words>> {
    use_context::<Tongue>()?.0
}

fn text(line: usize) -> Option<String> {
    words()?.lines.get(line).cloned()
}

fn spoken() -> Option<String> {
    words().map(|words| words.language.clone())
}
