//! Writing articles: drafts, proposals, and what becomes of what is published.

use super::{ArticleRef, GroupRef, Instant, ItemRef, PersonRef, PictureSize, ServiceRef, instant};
use chrono::NaiveDate;
use guichet_rules::{
    article::{ProposalState, WritingAction, WritingRefusal},
    entitlement::Audience,
    ids::{ArticleId, CategoryId, GroupId, ItemId, ProposalId, ServiceId},
};

wire! {
    /// What an article says, and what is known about it, as it is written.
    #[derive(Default)]
    pub struct ArticleContent {
        /// Its title.
        pub title: String,
        /// What it answers, in one line.
        #[serde(default)]
        pub summary: String,
        /// Other words that people look for it with.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub keywords: Vec<String>,
        /// Its shelf. A draft may do without.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub category: Option<CategoryId>,
        /// Who keeps it right. A draft may do without.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub owner: Option<GroupId>,
        /// Services that it is about; as they are, where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub services: Option<Vec<ServiceId>>,
        /// What to request when it does not help; as it is, where absent. Items that the caller may not see are not among them,
        /// and stay.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub items: Option<Vec<ItemId>>,
        /// Who may read it, and knows of it; everyone where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub visible_to: Option<Audience>,
        /// The last day until which it is taken for right; where absent, as many months after it is published as usual.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub review_by: Option<NaiveDate>,
        /// What it says. CommonMark, as in an article.
        #[serde(default)]
        pub body: String,
    }

    /// A text on its way to being published, as in a list.
    pub struct ProposalSummary {
        /// Which.
        pub id: ProposalId,
        /// The article that it is, or would be.
        pub article: ArticleId,
        /// The language that it is in.
        pub language: String,
        /// Its title.
        pub title: String,
        /// Where it stands.
        pub state: ProposalState,
        /// Who wrote it.
        pub author: PersonRef,
        /// When anything about it last changed.
        #[serde(deserialize_with = "instant::read")]
        pub changed_at: Instant,
        /// Nothing of the article is published in this language yet.
        pub is_new: bool,
    }

    /// A text on its way to being published.
    pub struct Proposal {
        /// As in a list.
        #[serde(flatten)]
        pub summary: ProposalSummary,
        /// Grows with each change, for `If-Match`.
        pub version: u64,
        /// The version of the article that its author began from; 0 where there was none.
        pub base: u32,
        /// The version that is published now; 0 where there is none. Another than `base`: somebody published meanwhile, and
        /// the text can go on only once its author has seen that.
        pub published: u32,
        /// What it says.
        pub content: ArticleContent,
        /// What is published now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub before: Option<ArticleContent>,
        /// What was said and done about it, first to last.
        pub remarks: Vec<ProposalRemark>,
        /// What the caller can do with it, and why not.
        pub actions: Vec<WritingPermission>,
    }

    /// Something that was said or done about a proposal.
    pub struct ProposalRemark {
        /// When.
        #[serde(deserialize_with = "instant::read")]
        pub at: Instant,
        /// By whom.
        pub by: PersonRef,
        /// What was done.
        pub action: WritingAction,
        /// What was said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub comment: Option<String>,
    }

    /// Whether something can be done.
    pub struct WritingPermission {
        /// What.
        pub action: WritingAction,
        /// Whether the caller can.
        pub allowed: bool,
        /// Why not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<WritingRefusal>,
    }

    /// A new draft.
    pub struct ProposalInput {
        /// The article to change; a new one where absent. One that was never published is for those who wrote about it before: so
        /// what was rejected is begun again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub article: Option<ArticleId>,
        /// The language that it is in: one of the company's.
        pub language: String,
        /// The version of the article that it begins from; 0 for a new one.
        #[serde(default)]
        pub base: u32,
        /// What it says.
        pub content: ArticleContent,
    }

    /// A draft as it goes on.
    pub struct ProposalPatch {
        /// The version of the article that its author has seen by now, where they went on after somebody else published.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub base: Option<u32>,
        /// What it says, whole.
        pub content: ArticleContent,
    }

    /// What is said to what is done with a proposal.
    #[derive(Default)]
    pub struct ProposalActionInput {
        /// What changed, to propose, and to publish where its author did not say; what should be otherwise, or why it is not
        /// wanted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub comment: Option<String>,
    }

    /// An article, for whoever is about to change it.
    pub struct ArticleSource {
        /// Which.
        pub article: ArticleId,
        /// The language to write in: the one that was asked for, else the one that the caller reads it in.
        pub language: String,
        /// The version that this is; 0 where it is not there in that language, and what it says is to be translated.
        pub version: u32,
        /// What it says.
        pub content: ArticleContent,
        /// What the caller is writing about it already.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub proposal: Option<ProposalId>,
    }

    /// What there is to choose from while an article is written.
    pub struct WritingOptions {
        /// The languages of the company; the first is the fallback.
        pub languages: Vec<String>,
        /// The shelves.
        pub categories: Vec<WritingShelf>,
        /// Groups that can keep an article right.
        pub owners: Vec<GroupRef>,
        /// Groups that an article can be for alone.
        pub readers: Vec<GroupRef>,
        /// Services that an article can be about.
        #[serde(default)]
        pub services: Vec<ServiceRef>,
        /// Items of the catalog that an article can lead to.
        #[serde(default)]
        pub items: Vec<ItemRef>,
        /// For how many months an article is taken for right where nobody says otherwise.
        pub review_months: u32,
    }

    /// A shelf, by name.
    pub struct WritingShelf {
        /// Which.
        pub id: CategoryId,
        /// Its name.
        pub name: String,
    }

    /// The articles that the caller has to do with.
    pub struct KnowledgeWork {
        /// What they are writing, the last changed first; what was published or rejected of it lately too.
        pub mine: Vec<ProposalSummary>,
        /// Proposals that they can decide on, the oldest first.
        pub to_review: Vec<ProposalSummary>,
        /// The first of the articles that they keep right, whose review is near or over, the most urgent first.
        pub due: Vec<KeptArticle>,
        /// The first of the articles that they kept right and that were retired, the last first.
        pub retired: Vec<RetiredArticle>,
        /// Whether they keep an article right that is read now. What people look for, and how articles do, is for those alone.
        #[serde(default)]
        pub keeps: bool,
    }

    /// An article that somebody keeps right.
    pub struct KeptArticle {
        /// Which.
        pub id: ArticleId,
        /// Its title.
        pub title: String,
        /// Who keeps it right.
        pub owner: GroupRef,
        /// When somebody last made sure that it is right.
        pub reviewed: NaiveDate,
        /// The last day until which that holds.
        pub review_due: NaiveDate,
        /// Counts what was done with the article as a whole, for `If-Match`.
        pub version: u64,
    }

    /// An article that nobody reads any more.
    pub struct RetiredArticle {
        /// Which.
        pub id: ArticleId,
        /// Its title.
        pub title: String,
        /// Who kept it right.
        pub owner: GroupRef,
        /// When it was retired.
        #[serde(deserialize_with = "instant::read")]
        pub retired_at: Instant,
        /// By whom.
        pub retired_by: PersonRef,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub comment: Option<String>,
        /// What to read instead.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub replaced_by: Option<ArticleRef>,
        /// Counts what was done with the article as a whole, for `If-Match`.
        pub version: u64,
    }

    /// What an article said that nobody reads any more.
    pub struct RetiredText {
        /// As in a list.
        #[serde(flatten)]
        pub of: RetiredArticle,
        /// The language that it is in.
        pub language: String,
        /// What it answered, in one line.
        pub summary: String,
        /// What it said. CommonMark, as in an article.
        pub body: String,
        /// How large the pictures of `body` are, as in an article.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub pictures: Vec<PictureSize>,
        /// What the caller can do with it, and why not.
        pub actions: Vec<WritingPermission>,
    }

    /// What is said to what is done with an article as a whole.
    #[derive(Default)]
    pub struct ArticleActionInput {
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub comment: Option<String>,
        /// What to read instead of an article that is retired.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub replaced_by: Option<ArticleId>,
    }

    /// Where an article stands as a whole.
    pub struct ArticleStanding {
        /// Which.
        pub article: ArticleId,
        /// Published, or retired.
        pub state: ProposalState,
        /// Counts what was done with the article as a whole, for `If-Match`.
        pub version: u64,
        /// What the caller can do with it, and why not.
        pub actions: Vec<WritingPermission>,
    }

    /// What is known of an article that was retired: `current` of a refusal with the code `retired`.
    pub struct RetiredNotice {
        /// Which.
        pub id: ArticleId,
        /// What its title was.
        pub title: String,
        /// When it was retired.
        #[serde(deserialize_with = "instant::read")]
        pub retired_at: Instant,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub comment: Option<String>,
        /// What to read instead.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub replaced_by: Option<ArticleRef>,
        /// Whether the caller may still read its text, at `/knowledge/retired/{article}`: those who write.
        #[serde(default)]
        pub readable: bool,
    }
}

query! {
    /// Which part of a list.
    PartQuery {
        /// At most so many.
        limit: u32,
        /// From an earlier part's `next`.
        cursor: String,
    }
}

impl WritingPermission {
    /// Whether `action` is among `all`, and allowed.
    pub fn allows(all: &[Self], action: WritingAction) -> bool {
        all.iter().any(|permission| permission.action == action && permission.allowed)
    }
}

impl Proposal {
    /// Whether somebody published since its author began, and it is not decided yet.
    pub fn is_behind(&self) -> bool {
        let state = self.summary.state;
        (state.is_open_to_author() || state == ProposalState::Proposed) && self.base != self.published
    }
}
