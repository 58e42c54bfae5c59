//! Order guides.

use super::{Company, Item};
use guichet_contract::types::StartingPrice;
use guichet_rules::{
    entitlement::{Audience, OrderFor},
    form::Compiled,
    guide::Line,
    ids::{CategoryId, GuideId, ItemId},
    money::Amounts,
    person::Person,
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

    /// The items that `person` may know of, each with what the guide says of it. The others are not there for them.
    pub fn lines_for<'c>(
        &'c self,
        company: &'c Company,
        person: &'c Person,
    ) -> impl Iterator<Item = (&'c Line, &'c Item)> {
        let line = move |line: &'c Line| Some((line, company.item(&line.item)?));
        self.items.iter().filter_map(line).filter(move |(_, item)| item.is_visible_to(person))
    }

    /// As if it were an item, for those who try its form. Nobody orders the guide itself, so it costs nothing and asks nobody;
    /// service and group are those of its first item. None where it has no item that there is.
    pub(in crate::content) fn as_item(&self, company: &Company) -> Option<Item> {
        let first = self.items.iter().find_map(|line| company.item(&line.item))?;
        Some(Item {
            id: ItemId::new(format!("{}{}", Self::FORM, self.id)).ok()?,
            category: self.category.clone(),
            name: self.name.clone(),
            summary: self.summary.clone(),
            description: self.description.clone(),
            verb: self.name.clone(),
            icon: self.icon.clone(),
            keywords: self.keywords.clone(),
            service: first.service.clone(),
            group: first.group.clone(),
            popular: None,
            price: Amounts::default(),
            starting_price: StartingPrice {
                currency: company.currency,
                amounts: Amounts::default(),
                from: false,
            },
            delivery: first.delivery,
            calendar: None,
            visible_to: None,
            orderable_by: self.orderable_by.clone(),
            orderable_reason: self.orderable_reason.clone(),
            order_for: OrderFor::SelfOnly,
            quantity: 1,
            approvals: Vec::new(),
            form: self.form.clone(),
        })
    }

    /// Whether `person` may know of it: of at least one of its items.
    pub fn is_visible_to(&self, company: &Company, person: &Person) -> bool {
        self.lines_for(company, person).next().is_some()
    }
}
