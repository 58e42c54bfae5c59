//! Looking somebody or something up as one types: one field for people, groups, sites, services, devices and cost centres,
//! wherever they are asked for; articles; and choices that are at hand.

mod among;
mod articles;
mod pace;
mod suggestions;

pub use among::adder_among;
pub use articles::look_up_article;
pub use suggestions::Suggestions;

use crate::{
    api::{ApiError, fetch_once},
    ui::Choice,
};
use guichet_contract::{
    endpoints::{LookupPath, Lookups},
    types::{Lookup, LookupQuery},
};
use guichet_rules::form::SourceList;
use std::pin::Pin;

/// What is found, on its way.
pub type Finding = Pin<Box<dyn Future<Output = Result<Vec<Lookup>, ApiError>>>>;

/// Looks something up on a list as the person who is signed in.
pub fn look_up(list: SourceList, query: LookupQuery) -> Finding {
    Box::pin(async move {
        let path = LookupPath { source: list.name().to_owned() };
        fetch_once::<Lookups>(&path, &query).await
    })
}

/// Something found, as something to choose.
pub fn choice(found: &Lookup) -> Choice {
    Choice { hint: found.hint.clone(), ..Choice::new(&found.id, &found.label) }
}
