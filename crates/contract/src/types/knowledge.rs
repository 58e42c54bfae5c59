use super::{ArticleRef, GroupRef, ItemRef, ServiceRef};
use chrono::NaiveDate;
use guichet_rules::ids::{ArticleId, CategoryId, ServiceId};

wire! {
    /// An article, as in a list.
    pub struct ArticleSummary {
        /// Which.
        pub id: ArticleId,
        /// Its title.
        pub title: String,
        /// What it answers, in one line.
        pub summary: String,
        /// Its shelf.
        pub category: CategoryId,
        /// The name of that shelf.
        pub category_name: String,
        /// When somebody last made sure that it is right.
        pub reviewed: NaiveDate,
    }

    /// An article, whole.
    pub struct Article {
        /// As in a list.
        #[serde(flatten)]
        pub summary: ArticleSummary,
        /// The language that it is in.
        pub language: String,
        /// The languages that it is there in.
        pub languages: Vec<String>,
        /// CommonMark with tables, without raw HTML. `article:ID` and `item:ID` link inside the portal.
        pub body: String,
        /// Who keeps it right.
        pub owner: GroupRef,
        /// Services that it is about.
        pub services: Vec<ServiceRef>,
        /// What to request when it does not help.
        pub items: Vec<ItemRef>,
        /// Others on the same.
        pub related: Vec<ArticleRef>,
        /// What this person said of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub my_feedback: Option<bool>,
        /// How many it helped.
        pub helped: u32,
    }

    /// What somebody says of an article.
    pub struct FeedbackInput {
        /// Whether it helped.
        pub helpful: bool,
        /// What was missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub comment: Option<String>,
    }

    /// What was found.
    pub struct SearchReply {
        /// Best first.
        pub hits: Vec<Hit>,
    }

    /// One thing found.
    pub struct Hit {
        /// What it is.
        pub kind: HitKind,
        /// Its id.
        pub id: String,
        /// Its title.
        pub title: String,
        /// What it is, in one line.
        pub summary: String,
    }
}

words! {
    /// What kind of thing was found.
    HitKind {
        /// A catalog item.
        Item = "item",
        /// An article.
        Article = "article",
        /// One of the person's tickets.
        Ticket = "ticket",
    }
}

query! {
    /// Which articles.
    ArticleQuery {
        /// Words to search for.
        q: String,
        /// Only of this shelf.
        category: CategoryId,
        /// Only about this service.
        service: ServiceId,
        /// At most so many.
        limit: u32,
        /// From an earlier part's `next`.
        cursor: String,
    }
}

query! {
    /// What to search for.
    SearchQuery {
        /// The words; the last one may be half typed.
        q: String,
        /// At most so many of each kind.
        limit: u32,
    }
}
