//! Articles as they are read, and the search.

use crate::types::{
    Article, ArticleLanguage, ArticleQuery, ArticleSummary, ArticleText, ArticleVersion, FeedbackInput, Page,
    SearchQuery, SearchReply,
};
use guichet_rules::ids::ArticleId;

endpoint! {
    /// Articles, by title; with `q`, best first.
    ListArticles("listArticles"): Get "/knowledge/articles",
    query: ArticleQuery, reply: Page<ArticleSummary>, status: 200, cached: true, refusals: [BadParameter],
}

endpoint! {
    /// One article, in the reader's language where it is there in it.
    GetArticle("getArticle"): Get "/knowledge/articles/{article}",
    path: ArticlePath {
        /// Which.
        article: ArticleId,
    },
    query: ArticleLanguage, reply: Article, status: 200, cached: true,
    refusals: [NotFound, Retired, BadParameter],
}

endpoint! {
    /// The published versions of an article, newest first.
    ListArticleVersions("listArticleVersions"): Get "/knowledge/articles/{article}/versions",
    path: VersionsPath {
        /// Of which article.
        article: ArticleId,
    },
    query: ArticleLanguage, reply: Page<ArticleVersion>, status: 200, cached: true,
    refusals: [NotFound, Retired, BadParameter],
}

endpoint! {
    /// What one version of an article said.
    GetArticleVersion("getArticleVersion"): Get "/knowledge/articles/{article}/versions/{version}",
    path: VersionPath {
        /// Of which article.
        article: ArticleId,
        /// The number of the version.
        version: String,
    },
    query: ArticleLanguage, reply: ArticleText, status: 200, cached: true,
    refusals: [NotFound, Retired, BadParameter],
}

endpoint! {
    /// Says whether an article helped. Saying it again replaces what was said.
    GiveFeedback("giveFeedback"): Post "/knowledge/articles/{article}/feedback",
    path: FeedbackPath {
        /// Which.
        article: ArticleId,
    },
    body: FeedbackInput, reply: Article, status: 200, guard: Idempotent,
    refusals: [NotFound, Retired, Invalid, NoSpace],
}

endpoint! {
    /// Services, articles and one's own tickets, ranked together.
    Search("search"): Get "/search",
    query: SearchQuery, reply: SearchReply, status: 200, cached: true, refusals: [BadParameter],
}
