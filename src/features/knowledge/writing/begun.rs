//! What an editor begins from: nothing, a link, what is published, or a draft.

use super::{
    kept::{AGAIN, NEW, change},
    text::{Cause, Draft, Theirs},
    typed::Typed,
};
use guichet_contract::types::{ArticleSource, Proposal, WritingOptions};
use guichet_rules::ids::ArticleId;

/// What an editor begins from.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Begun {
    /// What it is kept as on the device.
    pub what: String,
    /// The article that is changed; a new one where absent.
    pub article: Option<ArticleId>,
    /// The language that it is in.
    pub language: String,
    pub typed: Typed,
    /// The version of the article that it goes on from.
    pub base: u32,
    pub draft: Option<Draft>,
    /// What somebody published since its author began.
    pub theirs: Option<Theirs>,
}

impl Begun {
    /// A new article in the reader's own language, where the company has it, with what a link says of it, or what was kept of it
    /// as `kept`. Each is a text of its own, in however many tabs they are written.
    pub fn anew((title, keywords): (&str, &str), kept: &str, own: &str, options: &WritingOptions) -> Self {
        let language = options.languages.iter().find(|language| *language == own);
        let language = language.or(options.languages.first()).cloned().unwrap_or_else(|| own.to_owned());
        let keywords: Vec<&str> =
            keywords.split(',').map(str::trim).filter(|word| !word.is_empty()).collect();
        let typed = Typed { title: title.to_owned(), keywords: keywords.join(", "), ..Typed::default() };
        Self {
            what: format!("{NEW}{kept}"),
            article: None,
            language,
            typed,
            base: 0,
            draft: None,
            theirs: None,
        }
    }

    /// A change to what is published.
    pub fn of_article(source: &ArticleSource) -> Self {
        Self {
            what: change(source.article.as_str(), &source.language),
            article: Some(source.article.clone()),
            language: source.language.clone(),
            typed: Typed::from(&source.content),
            base: source.version,
            draft: None,
            theirs: None,
        }
    }

    /// A draft.
    pub fn of_draft(proposal: &Proposal) -> Self {
        let draft = draft_of(proposal);
        Self {
            what: kept_as(&draft),
            article: Some(proposal.summary.article.clone()),
            language: proposal.summary.language.clone(),
            typed: Typed::from(&proposal.content),
            base: proposal.base,
            theirs: published_since(proposal, proposal.base),
            draft: Some(draft),
        }
    }

    /// A new draft that begins with what was rejected.
    pub fn again(proposal: &Proposal) -> Self {
        let theirs = published_since(proposal, proposal.base);
        Self {
            what: format!("{AGAIN}{}", proposal.summary.id),
            draft: None,
            theirs: theirs.map(|theirs| Theirs { draft: None, ..theirs }),
            ..Self::of_draft(proposal)
        }
    }
}

/// What the draft of a proposal is known by.
pub(super) fn draft_of(proposal: &Proposal) -> Draft {
    Draft { id: proposal.summary.id.to_string(), version: proposal.version }
}

/// What a draft is kept as on the device.
pub(super) fn kept_as(draft: &Draft) -> String {
    format!("p:{}", draft.id)
}

/// What was published after the version `base`.
pub(super) fn published_since(proposal: &Proposal, base: u32) -> Option<Theirs> {
    let before = proposal.before.as_ref().filter(|_| proposal.published > base)?;
    Some(Theirs {
        cause: Cause::Published,
        typed: Typed::from(before),
        base: proposal.published,
        draft: Some(draft_of(proposal)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_says_what_a_new_article_begins_with() {
        let options = WritingOptions {
            languages: vec!["en".to_owned(), "de".to_owned()],
            categories: Vec::new(),
            owners: Vec::new(),
            readers: Vec::new(),
            services: Vec::new(),
            items: Vec::new(),
            review_months: 12,
        };
        let begun = Begun::anew(("Door code", "door, badge,,"), "k-1", "de", &options);
        assert_eq!((begun.typed.title.as_str(), begun.typed.keywords.as_str()), ("Door code", "door, badge"));
        assert_eq!((begun.language.as_str(), begun.base, begun.article), ("de", 0, None));
        let other = Begun::anew(("", ""), "k-2", "fr", &options);
        assert_eq!(other.language, "en");
        assert_ne!(Begun::anew(("", ""), "k-3", "fr", &options).what, other.what);
    }
}
