//! Order guides.

use guichet_rules::{
    entitlement::Audience,
    form::Compiled,
    guide::Line,
    ids::{CategoryId, GuideId},
};

/// Several items that belong together, with what they have in common asked once.
#[derive(Debug, Clone, PartialEq)]
pub struct Guide {
    /// Which.
    pub id: GuideId,
    /// Its shelf.
    pub category: CategoryId,
    /// Its name.
    pub name: String,
    /// What it is for, in one line.
    pub summary: String,
    /// CommonMark, without raw HTML.
    pub description: String,
    /// The name of its picture.
    pub icon: String,
    /// Other words that people look for it with.
    pub keywords: Vec<String>,
    /// Who may use it; everyone where absent.
    pub orderable_by: Option<Audience>,
    /// Why the others may not.
    pub orderable_reason: Option<String>,
    /// What is asked once, ready to be evaluated.
    pub form: Compiled,
    /// The items, in the order in which they are shown.
    pub items: Vec<Line>,
}

impl Guide {
    /// What the id of a guide's form begins with; the rest is that of the guide. A form of an item has the id of the item.
    pub const FORM: &str = "guide.";
}
