//! How much there is in an index, and how its terms lead to their stems.

use crate::{
    FIELDS,
    bytes::{Bytes, wide},
};
use alloc::vec::Vec;

/// A stem has at most so many other letters at its end than the term. Those that change more, as "went" does not lead to
/// "go" in any stemmer, are not worth a longer walk.
pub(crate) const MAX_CHANGED: usize = 3;

/// Fewer letters than this are not changed: every term with the same beginning is looked at to find the forms of a word.
pub(crate) const MIN_KEPT: usize = 2;

/// What an index says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    pub(crate) documents: u32,
    pub(crate) terms: u32,
    /// How long each field is on average, over the documents that have it, in 256ths of a word. For those who make an
    /// index that goes with this one.
    pub(crate) averages: [u32; FIELDS],
    pub(crate) rules: Vec<Rule>,
}

/// How to get from a term to its stem: letters off the end, others on.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rule {
    pub(crate) cut: usize,
    pub(crate) add: Vec<char>,
}

impl Facts {
    pub(crate) fn read(section: &[u8]) -> Option<Self> {
        let mut bytes = Bytes::new(section);
        let mut facts = Self { documents: bytes.varint()?, terms: bytes.varint()?, ..Self::default() };
        for average in &mut facts.averages {
            *average = bytes.varint()?;
        }
        for _ in 0..bytes.varint()? {
            let cut = usize::from(bytes.byte()?);
            facts.rules.push(Rule { cut, add: bytes.string()?.chars().collect() });
        }
        bytes.rest().is_empty().then_some(facts)
    }

    /// The rule with this number.
    pub(crate) fn rule(&self, number: u32) -> Option<&Rule> {
        self.rules.get(wide(number))
    }
}

impl Rule {
    /// Whether it leads from `term` to `stem`.
    pub(crate) fn leads(&self, term: &[char], stem: &[char]) -> bool {
        let Some(kept) = term.len().checked_sub(self.cut) else { return false };
        kept + self.add.len() == stem.len()
            && term.get(..kept) == stem.get(..kept)
            && stem.ends_with(&self.add)
    }

    /// Where it leads from `term`.
    pub(crate) fn stem(&self, term: &str) -> Vec<char> {
        let kept = term.chars().count().saturating_sub(self.cut);
        term.chars().take(kept).chain(self.add.iter().copied()).collect()
    }

    /// The rule from `term` to `stem`, if one can lead there.
    #[cfg(feature = "build")]
    pub(crate) fn between(term: &[char], stem: &[char]) -> Option<Self> {
        let kept = term.iter().zip(stem).take_while(|(a, b)| a == b).count();
        let add = stem.get(kept..)?.to_vec();
        let fits = add.len() <= MAX_CHANGED && kept >= MIN_KEPT.min(stem.len());
        fits.then(|| Self { cut: term.len() - kept, add })
    }
}

/// How a term with this stem begins.
pub(crate) fn kept(stem: &[char]) -> &[char] {
    let many = stem.len().saturating_sub(MAX_CHANGED).max(MIN_KEPT);
    stem.get(..many).unwrap_or(stem)
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::*;

    fn letters(word: &str) -> Vec<char> {
        word.chars().collect()
    }

    #[test]
    fn a_rule_leads_where_it_was_made_for() {
        for (term, stem, there) in [
            ("printing", "print", true),
            ("policies", "polici", true),
            ("policy", "polici", true),
            ("print", "print", true),
            ("chevaux", "cheval", true),
            ("geraet", "gerat", true),
            ("anderungen", "anderung", true),
            ("aenderungen", "anderung", false),
            ("ab", "xyz", false),
        ] {
            let (term, stem) = (letters(term), letters(stem));
            let rule = Rule::between(&term, &stem);
            assert_eq!(rule.is_some(), there, "{term:?}");
            if let Some(rule) = rule {
                assert!(rule.leads(&term, &stem));
                assert!(term.starts_with(kept(&stem)), "{term:?}");
                assert!(!rule.leads(&letters("x"), &stem));
            }
        }
    }
}
