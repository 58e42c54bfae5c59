//! What searches and reading teach those who keep articles right, and known errors.

use crate::NoReply;
use crate::types::{
    ArticleFigures, FiguresQuery, KnownError, LearningDecisionInput, LearningEntry, LearningInput,
    LearningQuery, Page, Solved, SolvedInput,
};
use guichet_rules::ids::ArticleId;

endpoint! {
    /// Says that an article made a ticket unnecessary.
    SolveWithArticle("solveWithArticle"): Post "/knowledge/articles/{article}/solved",
    path: SolvedPath {
        /// Which.
        article: ArticleId,
    },
    body: SolvedInput, reply: Solved, status: 200, guard: Idempotent,
    refusals: [NotFound, Retired, Invalid, NoSpace],
}

endpoint! {
    /// Tells what came of searching and reading, without a name.
    ReportLearning("reportLearning"): Post "/knowledge/learning",
    body: LearningInput, reply: NoReply, status: 204, refusals: [NoSpace],
}

endpoint! {
    /// What people look for, for those who look after the answers.
    ListLearning("listLearning"): Get "/knowledge/learning",
    query: LearningQuery, reply: Page<LearningEntry>, status: 200, refusals: [NotFound, BadParameter],
}

endpoint! {
    /// Decides about words that people look for. Deciding again replaces what was decided.
    DecideLearning("decideLearning"): Post "/knowledge/learning/{entry}/decision",
    path: LearningPath {
        /// Which words.
        entry: String,
    },
    body: LearningDecisionInput, reply: LearningEntry, status: 200, guard: Idempotent,
    refusals: [NotFound, Invalid, NoSpace],
}

endpoint! {
    /// How articles do, for those who look after them.
    ListFigures("listFigures"): Get "/knowledge/figures",
    query: FiguresQuery, reply: Page<ArticleFigures>, status: 200, refusals: [NotFound, BadParameter],
}

endpoint! {
    /// What is known to be wrong with services, and how to do without.
    ListKnownErrors("listKnownErrors"): Get "/problems",
    reply: Vec<KnownError>, status: 200, cached: true,
}
