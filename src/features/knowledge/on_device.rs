//! Where the list of answers does not come: what this device knows of them, from the index that its search has.

use super::{
    answered::{Answered, Shape},
    filter::Filter,
};
use crate::{
    api::{ApiError, Query},
    copies,
    i18n::m,
    routes,
    search::{Browsing, browse, highlighted},
    session::use_session,
    ui::{Button, Notice, Tag, Tone},
    view::{Row, rows},
};
use guichet_contract::types::{ArticleSummary, Category, Hit, Page};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What this device knows.
#[derive(Clone, Copy)]
pub(super) struct OnDevice {
    first: Query<Page<ArticleSummary>>,
    filter: Memo<Filter>,
    categories: Query<Vec<Category>>,
    device: Browsing,
    there: Memo<bool>,
}

impl OnDevice {
    /// In the place of `first`, the list that `filter` asks for, while it cannot be had. A list that `answered` what is asked now
    /// stays where the backend is only out of breath; without a connection it is a part, and the device knows all of it.
    /// `categories` have the names that the device does not know.
    pub fn instead_of(
        first: Query<Page<ArticleSummary>>,
        answered: Answered,
        filter: Memo<Filter>,
        categories: Query<Vec<Category>>,
    ) -> Self {
        let lost = Memo::new(move |_| match first.error() {
            Some(ApiError::Offline) => true,
            Some(error) => error.is_passing() && answered.shape.get() == Shape::Failed,
            None => false,
        });
        let asked = Memo::new(move |_| lost.get().then(|| filter.with(Filter::on_device)));
        let device = browse("answers", asked);
        let there = Memo::new(move |_| lost.get() && device.known.with(Option::is_some));
        Self { first, filter, categories, device, there }
    }

    /// Whether it is to be shown.
    pub fn is_there(self) -> bool {
        self.there.get()
    }

    /// Whether it is about to be.
    pub fn is_coming(self) -> bool {
        self.device.coming.get()
    }

    /// How many answers fit what is asked now, and whether more do than are shown.
    pub fn count(self) -> Option<(usize, bool)> {
        let asked = self.filter.with(Filter::on_device);
        self.device.known.with(|known| {
            let (_, reply) = known.as_ref().filter(|(query, _)| *query == asked)?;
            let shown = u32::try_from(reply.hits.len()).unwrap_or(u32::MAX);
            Some((reply.hits.len(), reply.total.is_some_and(|total| total > shown)))
        })
    }

    /// Says what this is, and shows it; `nothing` where nothing fits.
    pub fn view(self, nothing: fn(&Filter) -> AnyView) -> AnyView {
        let session = use_session();
        let kept = Memo::new(move |_| copies::kept(&session.person()));
        let empty = Memo::new(move |_| {
            self.device.known.with(|known| known.as_ref().is_some_and(|(_, it)| it.hits.is_empty()))
        });
        let list = move || {
            self.device.known.with(|known| {
                let hits = known.iter().flat_map(|(_, reply)| &reply.hits);
                kept.with(|kept| rows(hits.map(|hit| self.row(hit, kept))))
            })
        };
        let (retry, busy) =
            (Callback::new(move |()| self.first.retry()), Signal::derive(move || self.first.loading()));
        view! {
            <div class="stack">
                <div role="status">
                    <Notice title=m::knowledge::on_device() tone=Tone::Warn>
                        <p>{m::knowledge::on_device_text()}</p>
                        <div class="cluster"><Button small=true busy=busy on_press=retry>{m::common::retry()}</Button></div>
                    </Notice>
                </div>
                <ul class="list" hidden=move || empty.get()>{list}</ul>
                {move || empty.get().then(|| self.filter.with(nothing))}
            </div>
        }
        .into_any()
    }

    /// One answer. Those that were read on this device can be read again.
    fn row(self, hit: &Hit, kept: &BTreeSet<String>) -> Row {
        let named = |category: &&Category| hit.category.as_ref() == Some(&category.id);
        let category = self
            .categories
            .with(|all| all.into_iter().flatten().find(named).map(|category| category.name.clone()));
        let category = category.map(|name| view! { <span class="row__meta">{name}</span> });
        let saved = kept.contains(&hit.id).then(|| view! { <Tag>{m::knowledge::on_device_saved()}</Tag> });
        let view = view! {
            <li class="list__row">
                <a class="row__title" href=routes::answer(&hit.id)>{highlighted(&hit.title, &hit.title_marks)}</a>
                {saved}
                <span class="row__text">{highlighted(&hit.summary, &hit.summary_marks)}</span>
                {category}
            </li>
        };
        (hit.id.clone(), view.into_any())
    }
}
