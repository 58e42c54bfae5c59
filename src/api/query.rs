//! Reads that keep themselves fresh.
//!
//! A [`Query`] follows its parameters, shows what it has while it fetches anew, asks with the version it holds, and
//! fetches again when somebody calls [`refresh`] with its topic: a mutation that changed something, or an event.

use super::{ApiError, transport::{Extra, Reply, call}};
use guichet_contract::{Endpoint, url};
use leptos::{prelude::*, task::spawn_local};
use serde::de::DeserializeOwned;
use std::{cell::RefCell, collections::HashMap};

/// What a query is about: the first segment of its path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Who is signed in, and what waits for them.
    Me,
    /// The catalog, articles, services, announcements.
    Content,
    /// Tickets.
    Tickets,
    /// Approvals.
    Approvals,
}

impl Topic {
    const ALL: [Self; 4] = [Self::Me, Self::Content, Self::Tickets, Self::Approvals];

    fn of(path: &str) -> Self {
        match path.split('/').nth(1) {
            Some("tickets") => Self::Tickets,
            Some("approvals") => Self::Approvals,
            Some("me") => Self::Me,
            _ => Self::Content,
        }
    }
}

struct Kept {
    text: String,
    etag: Option<String>,
}

#[derive(Default)]
struct Cache {
    kept: HashMap<String, Kept>,
    pulses: HashMap<Topic, ArcRwSignal<u32>>,
}

thread_local! {
    static CACHE: RefCell<Cache> = RefCell::default();
}

/// How many answers are kept; the oldest are not worth more than the memory of a phone.
const KEPT_MOST: usize = 200;

fn pulse(topic: Topic) -> ArcRwSignal<u32> {
    CACHE.with_borrow_mut(|cache| cache.pulses.entry(topic).or_insert_with(|| ArcRwSignal::new(0)).clone())
}

/// Fetches everything about `topics` again, as far as it is shown.
pub fn refresh(topics: &[Topic]) {
    for topic in topics {
        pulse(*topic).update(|n| *n = n.wrapping_add(1));
    }
}

/// Forgets every answer: another person signs in.
pub fn forget_all() {
    CACHE.with_borrow_mut(|cache| cache.kept.clear());
    refresh(&Topic::ALL);
}

/// A read that keeps itself fresh.
pub struct Query<T: Send + Sync + 'static> {
    data: RwSignal<Option<T>>,
    status: Status,
}

impl<T: Send + Sync + 'static> Clone for Query<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Query<T> {}

#[derive(Clone, Copy)]
struct Status {
    url: RwSignal<String>,
    etag: RwSignal<Option<String>>,
    error: RwSignal<Option<ApiError>>,
    loading: RwSignal<bool>,
    again: RwSignal<u32>,
}

impl<T: Send + Sync + Clone + 'static> Query<T> {
    /// What is there, old while something newer is on its way.
    pub fn get(&self) -> Option<T> {
        self.data.get()
    }

    /// What is there, for as long as `look` takes.
    pub fn with<R>(&self, look: impl FnOnce(Option<&T>) -> R) -> R {
        self.data.with(|data| look(data.as_ref()))
    }

    /// Without following it.
    pub fn get_untracked(&self) -> Option<T> {
        self.data.get_untracked()
    }

    /// What went wrong last, until it goes right.
    pub fn error(&self) -> Option<ApiError> {
        self.status.error.get()
    }

    /// Whether an answer is on its way.
    pub fn loading(&self) -> bool {
        self.status.loading.get()
    }

    /// The version of what is there, for `If-Match`.
    pub fn version(&self) -> Option<String> {
        self.status.etag.get_untracked()
    }

    /// Fetches again.
    pub fn retry(&self) {
        self.status.again.update(|n| *n = n.wrapping_add(1));
    }

    /// Takes what a mutation answered, so that it shows at once.
    pub fn set(&self, value: T, etag: Option<String>) {
        self.status.etag.set(etag);
        self.data.set(Some(value));
    }
}

/// Reads endpoint `E` with whatever `parameters` gives, now and each time that it changes; `None` waits.
pub fn query<E>(parameters: impl Fn() -> Option<(E::Path, E::Query)> + Send + Sync + 'static) -> Query<E::Reply>
where
    E: Endpoint,
    E::Reply: Send + Sync + Clone + 'static,
{
    let data = RwSignal::new(None);
    let status = Status {
        url: RwSignal::new(String::new()),
        etag: RwSignal::new(None),
        error: RwSignal::new(None),
        loading: RwSignal::new(true),
        again: RwSignal::new(0),
    };
    let wanted = Memo::new(move |_| parameters().map(|(path, query)| url::<E>(&path, &query)));
    let pulse = pulse(Topic::of(E::PATH));
    Effect::new(move || {
        pulse.track();
        status.again.track();
        let Some(url) = wanted.get() else { return };
        follow(url, status, move |text| read(text).map(|value| data.set(Some(value))).is_some());
    });
    Query { data, status }
}

fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

/// Shows what is kept for `url`, then asks whether it still holds.
fn follow(url: String, status: Status, show: impl Fn(&str) -> bool + 'static) {
    let changed = status.url.with_untracked(|u| *u != url);
    status.url.set(url.clone());
    status.loading.set(true);
    if changed {
        CACHE.with_borrow(|cache| {
            if let Some(kept) = cache.kept.get(&url) {
                show(&kept.text);
                status.etag.set(kept.etag.clone());
            }
        });
    }
    spawn_local(async move {
        let outcome = fetch(&url).await;
        // The page may be gone, or may by now show something else.
        if status.url.try_with_untracked(|u| *u == url) != Some(true) {
            return;
        }
        match outcome {
            Ok(reply) if show(&reply.text) => {
                status.etag.set(reply.etag);
                status.error.set(None);
            }
            Ok(_) => status.error.set(Some(ApiError::Nonsense)),
            Err(error) => status.error.set(Some(error)),
        }
        status.loading.set(false);
    });
}

/// Gets `url`, from what is kept where it still holds.
async fn fetch(url: &str) -> Result<Reply, ApiError> {
    let etag = CACHE.with_borrow(|cache| cache.kept.get(url).and_then(|k| k.etag.clone()));
    let mut extra = Extra::default();
    if let Some(etag) = etag {
        extra.headers.push(("If-None-Match", etag));
    }
    let reply = call(guichet_contract::Method::Get, url, extra).await?;
    if reply.status == 304 {
        let kept = CACHE.with_borrow(|cache| cache.kept.get(url).map(|k| k.text.clone()));
        return kept.map(|text| Reply { text, ..reply }).ok_or(ApiError::Nonsense);
    }
    CACHE.with_borrow_mut(|cache| {
        if cache.kept.len() >= KEPT_MOST {
            cache.kept.clear();
        }
        cache.kept.insert(url.to_owned(), Kept { text: reply.text.clone(), etag: reply.etag.clone() });
    });
    Ok(reply)
}

/// Reads endpoint `E` once.
pub async fn fetch_once<E: Endpoint>(path: &E::Path, query: &E::Query) -> Result<E::Reply, ApiError> {
    let reply = fetch(&url::<E>(path, query)).await?;
    read(&reply.text).ok_or(ApiError::Nonsense)
}

/// Reads endpoint `E` ahead of need, on intent.
pub fn prefetch<E: Endpoint>(path: &E::Path, query: &E::Query) {
    let url = url::<E>(path, query);
    spawn_local(async move {
        // Nobody waits for it: whoever does will ask again and see the error.
        let _ = fetch(&url).await;
    });
}
