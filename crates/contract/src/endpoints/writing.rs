//! Writing articles.

use crate::types::{
    ArticleActionInput, ArticleLanguage, ArticleSource, ArticleStanding, KeptArticle, KnowledgeWork, Page,
    PartQuery, Proposal, ProposalActionInput, ProposalInput, ProposalPatch, RetiredArticle, RetiredText,
    WritingOptions,
};
use guichet_rules::ids::{ArticleId, ProposalId};

endpoint! {
    /// The articles that the caller has to do with: drafts, proposals, reviews, what was retired.
    GetKnowledgeWork("getKnowledgeWork"): Get "/knowledge/work",
    reply: KnowledgeWork, status: 200, refusals: [NotFound],
}

endpoint! {
    /// Articles that the caller keeps right, whose review is near or over, the most urgent first.
    ListDueArticles("listDueArticles"): Get "/knowledge/due",
    query: PartQuery, reply: Page<KeptArticle>, status: 200, refusals: [NotFound, BadParameter],
}

endpoint! {
    /// Articles that the caller kept right and that were retired, the last first.
    ListRetiredArticles("listRetiredArticles"): Get "/knowledge/retired",
    query: PartQuery, reply: Page<RetiredArticle>, status: 200, refusals: [NotFound, BadParameter],
}

endpoint! {
    /// What an article said that was retired, for those who write.
    GetRetiredArticle("getRetiredArticle"): Get "/knowledge/retired/{article}",
    path: RetiredArticlePath {
        /// Which.
        article: ArticleId,
    },
    query: ArticleLanguage, reply: RetiredText, status: 200, refusals: [NotFound, BadParameter],
}

endpoint! {
    /// What there is to choose from while an article is written.
    GetWritingOptions("getWritingOptions"): Get "/knowledge/writing",
    reply: WritingOptions, status: 200, refusals: [NotFound],
}

endpoint! {
    /// An article, for whoever is about to change it.
    GetArticleSource("getArticleSource"): Get "/knowledge/articles/{article}/source",
    path: ArticleSourcePath {
        /// Which.
        article: ArticleId,
    },
    query: ArticleLanguage, reply: ArticleSource, status: 200, refusals: [NotFound, Retired, BadParameter],
}

endpoint! {
    /// Where an article stands as a whole.
    GetArticleStanding("getArticleStanding"): Get "/knowledge/articles/{article}/standing",
    path: ArticleStandingPath {
        /// Which.
        article: ArticleId,
    },
    reply: ArticleStanding, status: 200, refusals: [NotFound],
}

endpoint! {
    /// Says that an article is still right, retires it, or puts it back.
    ActOnArticle("actOnArticle"): Post "/knowledge/articles/{article}/actions/{action}",
    path: ArticleActionPath {
        /// Which.
        article: ArticleId,
        /// `confirm`, `retire` or `put_back`.
        action: String,
    },
    body: ArticleActionInput, reply: ArticleStanding, status: 200, guard: Versioned,
    refusals: [NotFound, NotAllowed, Refused, Invalid, NoSpace],
}

endpoint! {
    /// Begins a draft: of a new article, or of a change to one.
    CreateProposal("createProposal"): Post "/knowledge/proposals",
    body: ProposalInput, reply: Proposal, status: 201, guard: Idempotent,
    refusals: [NotFound, Retired, Invalid, NoSpace],
}

endpoint! {
    /// One draft or proposal, with what is published now.
    GetProposal("getProposal"): Get "/knowledge/proposals/{proposal}",
    path: ProposalPath {
        /// Which.
        proposal: ProposalId,
    },
    reply: Proposal, status: 200, refusals: [NotFound],
}

endpoint! {
    /// Saves a draft.
    UpdateProposal("updateProposal"): Patch "/knowledge/proposals/{proposal}",
    path: ProposalChangePath {
        /// Which.
        proposal: ProposalId,
    },
    body: ProposalPatch, reply: Proposal, status: 200, guard: Versioned,
    refusals: [NotFound, NotAllowed, Refused, Invalid, NoSpace],
}

endpoint! {
    /// Proposes a draft, takes it back, throws it away, or decides on it.
    ActOnProposal("actOnProposal"): Post "/knowledge/proposals/{proposal}/actions/{action}",
    path: ProposalActionPath {
        /// Which.
        proposal: ProposalId,
        /// One of its `actions`, but `save`.
        action: String,
    },
    body: ProposalActionInput, reply: Proposal, status: 200, guard: Versioned,
    refusals: [NotFound, NotAllowed, Refused, Invalid, NoSpace],
}
