//! The catalog: shelves, items, and the forms that they are ordered with.

use super::{GroupRef, Instant, ServiceRef, instant};
use guichet_rules::{
    entitlement::OrderFor,
    form::Form,
    ids::{ArticleId, CategoryId, FormId, ItemId},
    money::{Amounts, Currency},
};

wire! {
    /// A shelf of the catalog.
    pub struct Category {
        /// Which.
        pub id: CategoryId,
        /// Its name.
        pub name: String,
        /// What is on it, in one line.
        pub summary: String,
        /// The name of a picture that a portal may have.
        pub icon: String,
        /// How many items this person may see on it.
        pub items: u32,
    }

    /// A catalog item, as on a card.
    pub struct ItemSummary {
        /// Which.
        pub id: ItemId,
        /// Its shelf.
        pub category: CategoryId,
        /// Its name.
        pub name: String,
        /// What it is, in one line.
        pub summary: String,
        /// The name of a picture that a portal may have.
        pub icon: String,
        /// What one costs at least.
        pub price: StartingPrice,
        /// How long delivery takes once everyone agreed.
        pub delivery: Delivery,
        /// Whether this person may order it.
        pub orderable: Orderable,
        /// Its rank among the often asked for; 1 is the most asked for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub popular: Option<u32>,
    }

    /// What one of something costs at least.
    pub struct StartingPrice {
        /// The currency of the amounts.
        pub currency: Currency,
        /// The least that can be charged; all zero: no charge.
        pub amounts: Amounts,
        /// Options can make it more.
        pub from: bool,
    }

    /// A delivery time, as people say it.
    pub struct Delivery {
        /// How many of the unit.
        pub amount: u32,
        /// Of what.
        pub unit: DeliveryUnit,
    }

    /// Whether a person may order an item.
    pub struct Orderable {
        /// They may.
        pub allowed: bool,
        /// Why not, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<String>,
    }

    /// A catalog item, whole.
    pub struct Item {
        /// As on a card.
        #[serde(flatten)]
        pub summary: ItemSummary,
        /// CommonMark.
        pub description: String,
        /// The name of its shelf.
        pub category_name: String,
        /// What the request page is called and its button says: "Request a laptop".
        pub verb: String,
        /// The service that it belongs to.
        pub service: ServiceRef,
        /// Who delivers it.
        pub group: GroupRef,
        /// When it would be there if it were ordered now and everyone agreed at once.
        #[serde(default, deserialize_with = "instant::read_some", skip_serializing_if = "Option::is_none")]
        pub expected: Option<Instant>,
        /// For whom one may order it.
        pub order_for: OrderFor,
        /// What one costs before any option is chosen; absent: only `/requests/validate` knows what it costs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub base_price: Option<Amounts>,
        /// How many of it one request may ask for.
        pub max_quantity: u32,
        /// Who is asked, step by step, in words; empty: nobody.
        pub approvals: Vec<String>,
        /// The form that it is ordered with.
        pub form: FormRef,
        /// Articles that may make the order unnecessary.
        pub articles: Vec<ArticleRef>,
    }

    /// A published form, `id@version`.
    pub struct FormRef {
        /// Which form.
        pub id: FormId,
        /// Which version.
        pub version: u32,
    }

    /// An article, by title.
    pub struct ArticleRef {
        /// Which.
        pub id: ArticleId,
        /// Its title.
        pub title: String,
    }

    /// What may be submitted for a form, for backends and tools that validate with JSON Schema.
    pub struct FormSchema {
        /// A JSON Schema (2020-12) of the answers as they are submitted. It accepts everything that the form accepts.
        pub schema: serde_json::Value,
        /// It accepts nothing else. Otherwise a `$comment` stands wherever it is looser than the form.
        pub exact: bool,
    }

    /// A form with what is needed to ask it.
    pub struct PublishedForm {
        /// The form, in the language of the reply.
        pub form: Form,
        /// The newest version; greater than the form's own when it has changed since.
        pub newest: u32,
    }
}

words! {
    /// A unit of delivery time.
    DeliveryUnit {
        /// Minutes of opening hours.
        Minutes = "minutes",
        /// Hours of opening hours.
        Hours = "hours",
        /// Days of 24 hours of opening hours.
        Days = "days",
        /// Working days.
        WorkingDays = "working_days",
    }
}

query! {
    /// Which items.
    ItemQuery {
        /// Words that name, summary or keywords hold.
        q: String,
        /// Only of this shelf.
        category: CategoryId,
        /// Only those that cost nothing.
        free: bool,
        /// Only those that this person may order.
        orderable: bool,
        /// Only the often asked for, in their order.
        popular: bool,
        /// At most so many.
        limit: u32,
        /// From an earlier part's `next`.
        cursor: String,
    }
}
