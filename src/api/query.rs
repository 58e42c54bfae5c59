//! Reads that keep themselves fresh.
//!
//! A [`Query`] follows its parameters, shows what it has while it fetches anew, asks with the version it holds, and
//! fetches again when somebody calls [`refresh`] with its topic: a mutation that changed something, or an event. What did
//! not come is asked for once more when the device goes online.

use super::{
    ApiError, json,
    transport::{Extra, Reply, call},
};
use crate::online::when_online;
use guichet_contract::{Code, Endpoint, url};
use leptos::{prelude::*, task::spawn_local};
use serde::de::DeserializeOwned;
use std::{any::Any, cell::RefCell, collections::HashMap, marker::PhantomData, sync::Arc};

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
            Some("me" | "session") => Self::Me,
            _ => Self::Content,
        }
    }
}

struct Kept {
    text: String,
    etag: Option<String>,
    /// When it was asked for, in the order of asking.
    asked: u32,
}

#[derive(Default)]
struct Cache {
    kept: HashMap<String, Kept>,
    pulses: HashMap<Topic, ArcRwSignal<u32>>,
    /// How many calls were made. Answers may overtake one another: what was asked for later holds.
    asked: u32,
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

/// Runs whatever calls it again when something about `topics` may have changed.
pub fn follow(topics: &[Topic]) {
    for topic in topics {
        pulse(*topic).track();
    }
}

/// Forgets every answer: another person signs in.
pub fn forget_all() {
    CACHE.with_borrow_mut(|cache| cache.kept.clear());
    refresh(&Topic::ALL);
}

/// A read that keeps itself fresh.
///
/// Inside, nothing knows `T`: one signal type, one effect, one fetch serve every query, and only the reading of the JSON
/// is made anew for each type. That halves the module.
pub struct Query<T: 'static> {
    state: State,
    answers: PhantomData<fn() -> T>,
}

impl<T: 'static> Clone for Query<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for Query<T> {}

/// A value read from JSON, of the type that the query's `read` gives.
type Value = Arc<dyn Any + Send + Sync>;

#[derive(Clone, Copy)]
struct State {
    data: RwSignal<Option<Value>>,
    url: RwSignal<String>,
    etag: RwSignal<Option<String>>,
    error: RwSignal<Option<ApiError>>,
    loading: RwSignal<bool>,
    again: RwSignal<u32>,
    /// How many calls were made for it.
    calls: RwSignal<u32>,
    read: fn(&str) -> Option<Value>,
}

impl<T: Send + Sync + Clone + 'static> Query<T> {
    /// What is there, old while something newer is on its way.
    pub fn get(&self) -> Option<T> {
        self.with(|data| data.cloned())
    }

    /// What is there, for as long as `look` takes.
    pub fn with<R>(&self, look: impl FnOnce(Option<&T>) -> R) -> R {
        let value = self.state.data.get();
        look(value.as_ref().and_then(|v| v.downcast_ref()))
    }

    /// Without following it.
    pub fn get_untracked(&self) -> Option<T> {
        self.state.data.get_untracked().and_then(|v| v.downcast_ref().cloned())
    }

    /// What went wrong last, until it goes right.
    pub fn error(&self) -> Option<ApiError> {
        self.state.error.get()
    }

    /// Whether an answer is on its way.
    pub fn loading(&self) -> bool {
        self.state.loading.get()
    }

    /// Whether there is something to show, and if not, why: for views that need not know what.
    pub fn status(&self) -> QueryStatus {
        QueryStatus(self.state)
    }

    /// The version of what is there, for `If-Match`.
    pub fn version(&self) -> Option<String> {
        self.state.etag.get_untracked()
    }

    /// Fetches again.
    pub fn retry(&self) {
        self.status().retry();
    }

    /// Takes what a mutation answered, so that it shows at once.
    pub fn set(&self, value: T, etag: Option<String>) {
        self.state.etag.set(etag);
        self.state.data.set(Some(Arc::new(value)));
    }
}

/// How a query does, whatever it reads.
#[derive(Clone, Copy)]
pub struct QueryStatus(State);

impl QueryStatus {
    /// Whether there is something to show.
    pub fn is_there(self) -> bool {
        self.0.data.with(Option::is_some)
    }

    /// What went wrong last.
    pub fn error(self) -> Option<ApiError> {
        self.0.error.get()
    }

    /// Fetches again.
    pub fn retry(self) {
        self.0.again.update(|n| *n = n.wrapping_add(1));
    }

    /// Forgets what it shows, and whatever else is kept about the same thing: it is no longer there for this person, and is not
    /// to come back where there is no connection.
    pub fn forget(self) {
        let thing = self.0.url.get_untracked();
        CACHE.with_borrow_mut(|cache| cache.kept.retain(|url, _| !is_about(url, &thing)));
        self.0.etag.set(None);
        self.0.data.set(None);
    }
}

/// Whether what is at `url` is what is at `thing`, in any language, or a part of it.
fn is_about(url: &str, thing: &str) -> bool {
    let path = thing.split('?').next().unwrap_or_default();
    url.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with(['?', '/']))
}

/// Reads endpoint `E` with whatever `parameters` gives, now and each time that it changes; `None` waits.
pub fn query<E>(
    parameters: impl Fn() -> Option<(E::Path, E::Query)> + Send + Sync + 'static,
) -> Query<E::Reply>
where
    E: Endpoint,
    E::Reply: Send + Sync + Clone + 'static,
{
    query_part::<E, E::Reply>(parameters)
}

/// Reads endpoint `E`, and of its reply only what is in `T`: code that reads what nobody shows is downloaded all the same.
pub fn query_part<E, T>(
    parameters: impl Fn() -> Option<(E::Path, E::Query)> + Send + Sync + 'static,
) -> Query<T>
where
    E: Endpoint,
    T: DeserializeOwned + Send + Sync + Clone + 'static,
{
    let wanted = Box::new(move || parameters().map(|(path, query)| url::<E>(&path, &query)));
    Query { state: open(E::PATH, wanted, read_any::<T>), answers: PhantomData }
}

fn open(
    path: &str,
    wanted: Box<dyn Fn() -> Option<String> + Send + Sync>,
    read: fn(&str) -> Option<Value>,
) -> State {
    let state = State {
        data: RwSignal::new(None),
        url: RwSignal::new(String::new()),
        etag: RwSignal::new(None),
        error: RwSignal::new(None),
        loading: RwSignal::new(true),
        again: RwSignal::new(0),
        calls: RwSignal::new(0),
        read,
    };
    let wanted = Memo::new(move |_| wanted());
    let pulse = pulse(Topic::of(path));
    Effect::new(move || {
        pulse.track();
        state.again.track();
        if let Some(url) = wanted.get() {
            show_and_ask(url, state);
        }
    });
    when_online(Callback::new(move |()| {
        // Whatever it was: to ask again is one call.
        if state.error.with_untracked(Option::is_some) {
            QueryStatus(state).retry();
        }
    }));
    state
}

fn read_any<T: DeserializeOwned + Send + Sync + 'static>(text: &str) -> Option<Value> {
    Some(Arc::new(json::read::<T>(text)?))
}

impl State {
    /// Shows an answer; false if it makes no sense.
    fn show(self, text: &str) -> bool {
        let value = (self.read)(text);
        let fits = value.is_some();
        if fits {
            self.data.set(value);
        }
        fits
    }
}

/// Shows what is kept for `url`, then asks whether it still holds.
fn show_and_ask(url: String, status: State) {
    let changed = status.url.with_untracked(|u| *u != url);
    status.url.set(url.clone());
    status.loading.set(true);
    let call = status.calls.get_untracked() + 1;
    status.calls.set(call);
    if changed {
        CACHE.with_borrow(|cache| {
            if let Some(kept) = cache.kept.get(&url) {
                status.show(&kept.text);
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
            Ok(reply) if status.show(&reply.text) => {
                status.etag.set(reply.etag);
                status.error.set(None);
            }
            Ok(_) => status.error.set(Some(ApiError::Nonsense)),
            // A later call says how it went.
            Err(_) if status.calls.get_untracked() != call => return,
            Err(error) => {
                // The session has ended, or is by now that of somebody else: whoever shows who is signed in must hear of
                // it.
                if matches!(error.code(), Some(Code::NotSignedIn | Code::NotAllowed)) {
                    refresh(&[Topic::Me]);
                }
                status.error.set(Some(error));
            }
        }
        status.loading.set(false);
    });
}

/// Gets `url`, from what is kept where it still holds.
async fn fetch(url: &str) -> Result<Reply, ApiError> {
    let (asked, etag) = CACHE.with_borrow_mut(|cache| {
        cache.asked += 1;
        (cache.asked, cache.kept.get(url).and_then(|k| k.etag.clone()))
    });
    let mut extra = Extra::default();
    if let Some(etag) = etag {
        extra.headers.push(("If-None-Match", etag));
    }
    let reply = call(guichet_contract::Method::Get, url, extra).await?;
    CACHE.with_borrow_mut(|cache| cache.newest(url, asked, reply)).ok_or(ApiError::Nonsense)
}

impl Cache {
    /// Keeps `reply`, and gives it, or whatever of the same URL is newer.
    fn newest(&mut self, url: &str, asked: u32, reply: Reply) -> Option<Reply> {
        if let Some(kept) = self.kept.get(url)
            && (reply.status == 304 || kept.asked > asked)
        {
            return Some(Reply { text: kept.text.clone(), etag: kept.etag.clone(), ..reply });
        }
        if reply.status == 304 {
            return None;
        }
        if self.kept.len() >= KEPT_MOST {
            self.kept.clear();
        }
        let kept = Kept { text: reply.text.clone(), etag: reply.etag.clone(), asked };
        self.kept.insert(url.to_owned(), kept);
        Some(reply)
    }
}

/// Reads endpoint `E` once.
pub async fn fetch_once<E: Endpoint>(path: &E::Path, query: &E::Query) -> Result<E::Reply, ApiError> {
    let reply = fetch(&url::<E>(path, query)).await?;
    json::read(&reply.text).ok_or(ApiError::Nonsense)
}

/// Reads endpoint `E` ahead of need, on intent.
pub fn prefetch<E: Endpoint>(path: &E::Path, query: &E::Query) {
    let url = url::<E>(path, query);
    spawn_local(async move {
        // Nobody waits for it: whoever does will ask again and see the error.
        let _ = fetch(&url).await;
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_of_a_thing_is_all_of_it_and_nothing_else() {
        let thing = "/itsm/v1/knowledge/articles/vpn?language=de";
        for (rest, expected) in [
            ("/vpn", true),
            ("/vpn?language=en", true),
            ("/vpn/versions", true),
            ("/vpn-slow", false),
            ("", false),
            ("?q=vpn", false),
        ] {
            let url = format!("/itsm/v1/knowledge/articles{rest}");
            assert_eq!(is_about(&url, thing), expected, "{url}");
        }
    }
}
