//! Articles as they are read, their versions, known errors, and what people say of them.

use super::{ArticleRef, GroupRef, Instant, ItemRef, PersonRef, ServiceRef, instant};
use chrono::NaiveDate;
use guichet_rules::ids::{ArticleId, CategoryId, ProblemId, ServiceId};

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
        /// CommonMark with tables, footnotes, struck out words, lists of things to do and block quotes that begin with
        /// `[!NOTE]`; without raw HTML. `article:ID` and `item:ID` link inside the portal.
        pub body: String,
        /// How large the pictures of `body` are, each once, as far as that is known: so that a page keeps room for them.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub pictures: Vec<PictureSize>,
        /// The number of the version that this is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub version: Option<u32>,
        /// Who keeps it right.
        pub owner: GroupRef,
        /// Whether the reader is one of them.
        #[serde(default)]
        pub keeper: bool,
        /// Whether the reader may propose a change; only where `features` holds `writing`.
        #[serde(default)]
        pub editable: bool,
        /// The last day until which the review holds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub review_due: Option<NaiveDate>,
        /// Services that it is about.
        pub services: Vec<ServiceRef>,
        /// What to request when it does not help.
        pub items: Vec<ItemRef>,
        /// Others on the same.
        pub related: Vec<ArticleRef>,
        /// What is known to be wrong with the services that it is about, and how to do without.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub known_errors: Vec<KnownError>,
        /// What this person said of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub my_feedback: Option<bool>,
        /// How many it helped.
        pub helped: u32,
    }

    /// How large a picture in a text is.
    pub struct PictureSize {
        /// Which, as the text names it: `picture:ID`, or the path of an attachment.
        pub picture: String,
        /// In pixels, as it is shown: of a photograph that was taken with the camera held upright, the shorter side.
        pub width: u32,
        /// In pixels.
        pub height: u32,
    }

    /// A problem whose cause or at least whose way round is known.
    pub struct KnownError {
        /// Which problem.
        pub id: ProblemId,
        /// What people notice.
        pub title: String,
        /// How to do without until it is mended. CommonMark, as in an article.
        pub workaround: String,
        /// The services concerned.
        pub services: Vec<ServiceRef>,
        /// Since when it is known.
        pub since: NaiveDate,
        /// What is going to be done about it, and when, where that is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub fix: Option<String>,
        /// Articles that the reader may read and that show it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub articles: Vec<ArticleId>,
    }

    /// A version of an article, as in a list.
    pub struct ArticleVersion {
        /// Its number: the first is 1.
        pub version: u32,
        /// When it was published.
        #[serde(deserialize_with = "instant::read")]
        pub published_at: Instant,
        /// Who published it, where that is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub by: Option<PersonRef>,
        /// What they changed, in their own words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
        /// Whether its text is still there, to be read and compared.
        pub readable: bool,
    }

    /// A version of an article with its text.
    pub struct ArticleText {
        /// As in a list.
        #[serde(flatten)]
        pub of: ArticleVersion,
        /// The language that it is in.
        pub language: String,
        /// What its title was.
        pub title: String,
        /// What its summary was.
        pub summary: String,
        /// What it said. CommonMark, as in an article.
        pub body: String,
    }

    /// What somebody says of an article.
    pub struct FeedbackInput {
        /// Whether it helped.
        pub helpful: bool,
        /// What was missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub comment: Option<String>,
    }
}

impl PictureSize {
    /// A side of more pixels is no picture in a text; whoever claims one would make a page keep any amount of room free.
    pub const MOST: u32 = 16_384;

    /// Whether a picture in a text may be so large.
    pub fn is_sound(width: u32, height: u32) -> bool {
        let fits = |side: u32| (1..=Self::MOST).contains(&side);
        fits(width) && fits(height)
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
    /// In which language to read an article.
    ArticleLanguage {
        /// A BCP 47 tag, in the place of what `Accept-Language` says; the article comes in the nearest that there is.
        language: String,
    }
}
