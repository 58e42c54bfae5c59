//! What searches and reading teach those who keep articles right.

use super::{ArticleRef, GroupRef, Instant, PersonRef, instant};
use chrono::NaiveDate;
use guichet_rules::{ids::ArticleId, learning::SearchOutcome};

wire! {
    /// What came of searching and reading in one tab, without anybody's name in it.
    pub struct LearningInput {
        /// Searches that are over.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub searches: Vec<SearchTold>,
        /// Articles that were read.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub reads: Vec<ReadTold>,
    }

    /// A search that is over.
    pub struct SearchTold {
        /// What was looked for.
        pub words: String,
        /// The language of the reader, BCP 47.
        pub language: String,
        /// What came of it.
        pub outcome: SearchOutcome,
        /// The article that was opened, if one was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub article: Option<ArticleId>,
    }

    /// An article that was read.
    pub struct ReadTold {
        /// Which.
        pub article: ArticleId,
        /// Whether a ticket was filed within an hour.
        #[serde(default)]
        pub ticket: bool,
    }

    /// Words that several people have looked for.
    pub struct LearningEntry {
        /// Of these words in this language.
        pub id: String,
        /// The words, in lower case.
        pub words: String,
        /// The language of those who looked, BCP 47.
        pub language: String,
        /// How many different people looked for them on one day, at least.
        pub people: u32,
        /// How often nothing was found. A person counts once a day.
        pub no_result: u32,
        /// How often nothing that was found was opened.
        pub no_click: u32,
        /// How often something was opened.
        pub clicked: u32,
        /// How often a ticket was filed soon afterwards.
        pub tickets: u32,
        /// The last day on which somebody looked for them.
        pub last: NaiveDate,
        /// Articles that are found by them, best first.
        pub nearest: Vec<ArticleRef>,
        /// What was decided about them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub decision: Option<LearningDecision>,
    }

    /// What was decided about words that people look for.
    pub struct LearningDecision {
        /// What.
        pub choice: LearningChoice,
        /// Why, in the words of whoever decided.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<String>,
        /// The article that answers them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub article: Option<ArticleRef>,
        /// Who decided.
        pub by: PersonRef,
        /// When.
        #[serde(deserialize_with = "instant::read")]
        pub at: Instant,
    }

    /// Decides about words that people look for, or takes a decision back.
    pub struct LearningDecisionInput {
        /// What.
        pub choice: LearningChoice,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<String>,
        /// The article that answers them; only with `article`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub article: Option<ArticleId>,
    }

    /// Says that an article made a ticket unnecessary.
    pub struct SolvedInput {
        /// The form that was being filled in: `report`, or the id of the item or the order guide.
        pub form: String,
    }

    /// What came of saying so.
    pub struct Solved {
        /// False where the person has said the same today.
        pub counted: bool,
    }

    /// How an article does.
    pub struct ArticleFigures {
        /// Which.
        pub article: ArticleRef,
        /// Who keeps it right.
        pub owner: GroupRef,
        /// How often it was read. A person counts once a day.
        pub views: u32,
        /// How often a search led to it.
        pub searches: u32,
        /// How often it made a ticket unnecessary.
        pub solved: u32,
        /// How often a ticket was filed within an hour of reading it.
        pub tickets: u32,
        /// How many it helped.
        pub helpful: u32,
        /// How many it did not help.
        pub unhelpful: u32,
        /// What was missing, in the words of those it did not help, the last first.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub reasons: Vec<String>,
    }
}

words! {
    /// What is done about words that people look for.
    LearningChoice {
        /// Nothing is decided.
        Open = "open",
        /// There need be no answer.
        NotNeeded = "not_needed",
        /// An article answers them, and is found by them from now on.
        Article = "article",
    }
}

words! {
    /// A stretch of time up to today.
    Period {
        /// 7 days.
        Week = "week",
        /// 30 days.
        Month = "month",
        /// 90 days.
        Quarter = "quarter",
        /// 180 days, which is as long as anything is kept.
        HalfYear = "half_year",
    }
}

words! {
    /// What a list of articles is sorted by, most first.
    FigureSort {
        /// How often each was read.
        Views = "views",
        /// How often a search led there.
        Searches = "searches",
        /// How often each made a ticket unnecessary.
        Solved = "solved",
        /// How often a ticket was filed all the same.
        Tickets = "tickets",
        /// How many it did not help.
        Unhelpful = "unhelpful",
    }
}

query! {
    /// Which words.
    LearningQuery {
        /// Only those with this outcome, most of it first.
        outcome: SearchOutcome,
        /// From when on; a month unless said otherwise.
        period: Period,
        /// Those about which something was decided, and not the others.
        decided: bool,
        /// At most so many.
        limit: u32,
        /// From an earlier part's `next`.
        cursor: String,
    }
}

query! {
    /// Which articles, and when.
    FiguresQuery {
        /// From when on; a month unless said otherwise.
        period: Period,
        /// In which order; by views unless said otherwise.
        sort: FigureSort,
        /// At most so many.
        limit: u32,
        /// From an earlier part's `next`.
        cursor: String,
    }
}
