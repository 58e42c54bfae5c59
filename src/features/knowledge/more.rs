//! The parts of the list after the first, appended as the person asks for them.

use super::filter::Filter;
use crate::api::{self, ApiError, Query};
use guichet_contract::{
    NoPath,
    endpoints::ListArticles,
    types::{ArticleSummary, Page},
};
use guichet_rules::ids::ArticleId;
use leptos::{prelude::*, task::spawn_local};

/// The first part, which keeps itself fresh, and what was appended to it.
#[derive(Clone, Copy)]
pub(super) struct More {
    filter: Memo<Filter>,
    first: Query<Page<ArticleSummary>>,
    appended: RwSignal<Vec<ArticleSummary>>,
    /// Where to go on; `None` until something was appended.
    next: RwSignal<Option<Option<String>>>,
    /// The first of those that have just been appended: the focus goes there, since the button may be gone.
    arrived: StoredValue<Option<ArticleId>>,
    /// Whether a part is on its way.
    pub busy: RwSignal<bool>,
    /// Why the last part did not come.
    pub error: RwSignal<Option<ApiError>>,
}

impl More {
    /// Begins anew with every other filter.
    pub fn new(filter: Memo<Filter>, first: Query<Page<ArticleSummary>>) -> Self {
        let more = Self {
            filter,
            first,
            appended: RwSignal::new(Vec::new()),
            next: RwSignal::new(None),
            arrived: StoredValue::new(None),
            busy: RwSignal::new(false),
            error: RwSignal::new(None),
        };
        Effect::new(move || {
            filter.track();
            more.appended.set(Vec::new());
            more.next.set(None);
            more.busy.set(false);
            more.error.set(None);
        });
        more
    }

    /// All that is there, each once: the list may have changed between two parts.
    pub fn articles(self) -> Vec<ArticleSummary> {
        let mut all = self.first.with(|page| page.map(|page| page.items.clone()).unwrap_or_default());
        self.appended.with(|appended| {
            for article in appended {
                if !all.iter().any(|known| known.id == article.id) {
                    all.push(article.clone());
                }
            }
        });
        all
    }

    /// Where to go on; `None` at the end.
    pub fn cursor(self) -> Option<String> {
        match self.next.get() {
            Some(next) => next,
            None => self.first.with(|page| page.and_then(|page| page.next.clone())),
        }
    }

    /// The one to move the focus to, once.
    pub fn take_arrived(self) -> Option<ArticleId> {
        let arrived = self.arrived.get_value();
        if arrived.is_some() {
            self.arrived.set_value(None);
        }
        arrived
    }

    /// Appends the next part.
    pub fn ask(self) {
        let Some(cursor) = untrack(|| self.cursor()) else { return };
        let filter = self.filter.get_untracked();
        self.busy.set(true);
        self.error.set(None);
        spawn_local(async move {
            let part = api::fetch_once::<ListArticles>(&NoPath {}, &filter.query(Some(cursor))).await;
            // The page may be gone, or may by now show another list.
            if self.filter.try_with_untracked(|now| *now == filter) != Some(true) {
                return;
            }
            self.busy.set(false);
            match part {
                Ok(page) => self.append(page),
                Err(error) => self.error.set(Some(error)),
            }
        });
    }

    fn append(self, page: Page<ArticleSummary>) {
        self.arrived.set_value(page.items.first().map(|article| article.id.clone()));
        self.next.set(Some(page.next));
        self.appended.update(|appended| appended.extend(page.items));
    }
}
