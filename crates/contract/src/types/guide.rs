//! Order guides.

use super::{FormRef, ItemSummary, Orderable};
use guichet_rules::{
    form::{Answers, Form, Problem},
    guide::Line,
    ids::{CategoryId, GuideId, ItemId, PersonId},
};
use std::collections::BTreeMap;

wire! {
    /// An order guide, as on a card: items that belong together, with what they have in common asked once.
    pub struct GuideSummary {
        /// Which.
        pub id: GuideId,
        /// Its shelf.
        pub category: CategoryId,
        /// Its name.
        pub name: String,
        /// What it is for, in one line.
        pub summary: String,
        /// The name of a picture that a portal may have.
        pub icon: String,
        /// Other words that people look for it with.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub keywords: Vec<String>,
        /// How many items it puts together.
        pub item_count: u32,
        /// Whether this person may use it.
        pub orderable: Orderable,
    }

    /// An order guide, whole.
    pub struct Guide {
        /// As on a card.
        #[serde(flatten)]
        pub summary: GuideSummary,
        /// CommonMark.
        pub description: String,
        /// What is asked once for all items, in the language of the reply.
        pub form: Form,
        /// The items, in the order in which they are shown.
        pub items: Vec<GuideItem>,
    }

    /// An item of a guide.
    pub struct GuideItem {
        /// What the guide says of it: whether it is included, and which of its questions the guide answers.
        pub rule: Line,
        /// The item, as on a card.
        pub item: ItemSummary,
        /// The form that it is ordered with.
        pub form: FormRef,
        /// How many of it one request may ask for.
        pub max_quantity: u32,
    }

    /// Answers to the questions of a guide.
    pub struct GuideInput {
        /// Whom it is for; the caller where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub requested_for: Option<PersonId>,
        /// A JSON value a question.
        pub answers: Answers,
        /// Items that were added or left out by hand.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub picked: BTreeMap<ItemId, bool>,
    }

    /// What a guide makes of answers.
    pub struct GuidePreview {
        /// What is wrong with the answers.
        pub problems: Vec<Problem>,
        /// The items that are offered, in the order of the guide.
        pub items: Vec<GuidePick>,
    }

    /// An item that a guide offers.
    pub struct GuidePick {
        /// Which.
        pub item: ItemId,
        /// Whether it is ordered.
        pub included: bool,
        /// Whether that cannot be changed.
        pub fixed: bool,
        /// Why it is included, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub because: Option<String>,
        /// How many of it.
        pub quantity: u32,
        /// The form that it is ordered with.
        pub form: FormRef,
        /// The answers to its form that follow from those of the guide; the rest is still to be asked.
        pub answers: Answers,
    }
}
