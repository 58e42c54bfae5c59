//! What was ordered before, to order the same again.

use super::kept::Kept;
use crate::{
    api::{Query, query},
    i18n::m,
    router::use_query_map,
    ui::{Notice, Tone},
};
use guichet_contract::{
    NoQuery,
    endpoints::{GetRequest, RequestPath},
    types::{OrderedItem, RequestRecord},
};
use guichet_rules::ids::{ItemId, QuestionId, TicketId};
use leptos::prelude::*;

/// The request that the link names, if it names one.
#[derive(Clone, Copy)]
pub(super) struct Before {
    request: StoredValue<Option<TicketId>>,
    record: Query<RequestRecord>,
}

impl Before {
    /// Looks at the link once: whoever goes on to another page of the form has the same request in mind.
    pub fn new() -> Self {
        let id = use_query_map().with_untracked(|link| link.get("again"));
        let request = StoredValue::new(id.and_then(|id| TicketId::new(id).ok()));
        let record =
            query::<GetRequest>(move || Some((RequestPath { request: request.get_value()? }, NoQuery {})));
        Self { request, record }
    }

    /// Whether it is known what was ordered, or that it cannot be: then the form begins empty.
    pub fn is_known(self) -> bool {
        let none = self.request.with_value(Option::is_none);
        none || self.record.status().is_there() || self.record.error().is_some()
    }

    /// That nothing could be filled in, and why.
    pub fn trouble(self) -> AnyView {
        (move || {
            let id = self.request.get_value()?;
            let words = self.record.error()?.words();
            let title = m::cart::not_filled_in(id.as_str());
            Some(view! { <Notice title=title tone=Tone::Warn><p>{words}</p></Notice> })
        })
        .into_any()
    }

    /// What was ordered, once it is known.
    pub fn record(self) -> Option<RequestRecord> {
        self.record.get()
    }

    /// The answers for `item`, and the questions whose answers are not given out again.
    pub fn kept(self, item: &ItemId) -> Option<(Kept, Vec<QuestionId>)> {
        let record = self.record.get_untracked()?;
        let ordered = record.items.into_iter().find(|ordered| ordered.item.id == *item)?;
        let left_out = ordered.left_out.clone();
        Some((kept(record.id.as_str(), ordered), left_out))
    }
}

/// What is answered already of something that was ordered with the request `before`.
pub(super) fn kept(before: &str, ordered: OrderedItem) -> Kept {
    Kept {
        version: ordered.form.version,
        own: ordered.answers.keys().cloned().collect(),
        answers: ordered.answers,
        quantity: ordered.quantity.to_string(),
        again: before.to_owned(),
        ..Kept::default()
    }
}
