//! Words that articles are found by although they are not in them: people looked for them, and somebody who looks after the
//! answers said which one it is.

use crate::store::learning::Decision;
use guichet_contract::types::LearningChoice;
use guichet_rules::ids::ArticleId;
use std::collections::BTreeMap;

/// The words by article and language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Learned(BTreeMap<ArticleId, BTreeMap<String, Vec<String>>>);

impl Learned {
    /// What was decided.
    pub fn of(decisions: Vec<Decision>) -> Self {
        let mut all: BTreeMap<ArticleId, BTreeMap<String, Vec<String>>> = BTreeMap::new();
        for Decision { choice, article, language, words, .. } in decisions {
            if let (LearningChoice::Article, Some(article)) = (choice, article) {
                all.entry(article).or_default().entry(language).or_default().push(words);
            }
        }
        Self(all)
    }

    /// The words of an article in a language.
    pub(super) fn words(&self, language: &str, article: &ArticleId) -> &[String] {
        self.0.get(article).and_then(|by_language| by_language.get(language)).map_or(&[], Vec::as_slice)
    }
}
