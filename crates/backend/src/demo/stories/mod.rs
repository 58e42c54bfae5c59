//! What goes wrong in a company, in two languages. Nothing here is about a real one.

mod access;
mod applications;
mod collaboration;
mod data;
mod network;
mod workplace;

use guichet_rules::ticket::ResolutionCode;

/// Something that goes wrong, and how it ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Story {
    /// Which service it is about; [`WIFI`] is that of the site.
    pub(super) service: &'static str,
    /// Whom it happens to: members of one of these groups; everyone where empty.
    pub(super) who: &'static [&'static str],
    /// How often, compared with the others.
    pub(super) weight: usize,
    /// How bad it is.
    pub(super) severity: Severity,
    /// How it is resolved.
    pub(super) code: ResolutionCode,
    /// In English.
    pub(super) english: Words,
    /// In German.
    pub(super) german: Words,
}

/// How bad something is, as the one who reports it would say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Severity {
    /// I cannot work.
    Stopped,
    /// I can work, but slowly.
    Slowed,
    /// It is annoying.
    Minor,
    /// My team cannot work, or only slowly.
    Team,
}

/// What is written about it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words {
    /// What it is about, in one line.
    pub(super) title: &'static str,
    /// What happens, and since when.
    pub(super) description: &'static str,
    /// What the desk asks, where it asks.
    pub(super) question: &'static str,
    /// The answer to that.
    pub(super) answer: &'static str,
    /// What was done.
    pub(super) resolution: &'static str,
}

/// Stands for the Wi-Fi of the site where it happens.
pub(super) const WIFI: &str = "wifi";

impl Story {
    /// In `language`, English where it is not German.
    pub(super) fn words(&self, language: &str) -> &Words {
        if language.starts_with("de") { &self.german } else { &self.english }
    }
}

/// Title, description, question, answer, resolution.
const fn words([title, description, question, answer, resolution]: [&'static str; 5]) -> Words {
    Words { title, description, question, answer, resolution }
}

/// A story for everyone, as often as most.
const fn story(
    service: &'static str,
    severity: Severity,
    code: ResolutionCode,
    english: [&'static str; 5],
    german: [&'static str; 5],
) -> Story {
    Story { service, who: &[], weight: 4, severity, code, english: words(english), german: words(german) }
}

impl Story {
    /// The same for members of these groups.
    const fn of(self, who: &'static [&'static str]) -> Self {
        Self { who, ..self }
    }

    /// The same, more often or more rarely; 4 is usual.
    const fn times(self, weight: usize) -> Self {
        Self { weight, ..self }
    }
}

/// Every story. Which one a ticket tells follows from their order.
pub(super) fn all() -> impl Iterator<Item = &'static Story> {
    [
        network::STORIES,
        workplace::STORIES,
        collaboration::STORIES,
        access::STORIES,
        applications::STORIES,
        data::STORIES,
    ]
    .into_iter()
    .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn stories_are_many_and_each_is_told_whole_in_both_languages() {
        let (mut english, mut german) = (BTreeSet::new(), BTreeSet::new());
        for story in all() {
            for words in [&story.english, &story.german] {
                let Words { title, description, question, answer, resolution } = words;
                assert!((8..=90).contains(&title.chars().count()), "{title}");
                assert!(!title.ends_with('.'), "a title is no sentence: {title}");
                assert!(question.contains('?'), "{question}");
                assert!(
                    description.chars().count() > 30 && description.ends_with(['.', '?']),
                    "{description}"
                );
                assert!(answer.chars().count() > 8 && answer.ends_with(['.', '!']), "{answer}");
                assert!(resolution.chars().count() > 15 && resolution.ends_with('.'), "{resolution}");
            }
            assert!(english.insert(story.english.title), "{}", story.english.title);
            assert!(german.insert(story.german.title), "{}", story.german.title);
            assert_ne!(story.english.description, story.german.description);
        }
        assert!(english.len() >= 80, "{}", english.len());
    }
}
