use crate::types::{Article, ArticleQuery, ArticleSummary, FeedbackInput, Page, SearchQuery, SearchReply};
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
    reply: Article, status: 200, cached: true, refusals: [NotFound],
}

endpoint! {
    /// Says whether an article helped. Saying it again replaces what was said.
    GiveFeedback("giveFeedback"): Post "/knowledge/articles/{article}/feedback",
    path: FeedbackPath {
        /// Which.
        article: ArticleId,
    },
    body: FeedbackInput, reply: Article, status: 200, guard: Idempotent, refusals: [NotFound, Invalid, NoSpace],
}

endpoint! {
    /// Services, articles and one's own tickets, ranked together.
    Search("search"): Get "/search",
    query: SearchQuery, reply: SearchReply, status: 200, cached: true, refusals: [BadParameter],
}
