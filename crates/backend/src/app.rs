//! What every call has at hand.

use crate::{
    cache::Replies,
    clock::Clock,
    config::Config,
    content::Content,
    finder::Finder,
    hub::{Hub, Running},
    store::{
        Store, StoreError,
        events::{self, Audience},
        sessions::Session,
    },
};
use arc_swap::ArcSwap;
use chrono::{DateTime, Utc};
use guichet_contract::types::{EventHint, Topic};
use moka::sync::Cache;
use std::{
    collections::BTreeMap,
    fmt,
    ops::Deref,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::sync::watch;

/// The running backend. Clones are the same one.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// What [`App`] holds.
pub struct Inner {
    /// How it is set up.
    pub config: Config,
    /// What is kept.
    pub store: Store,
    /// What time it is.
    pub clock: Clock,
    /// Replies that were just made.
    pub replies: Replies,
    /// Who is signed in, by the hash of their token, to ask the store less often.
    pub sessions: Cache<String, Arc<Session>>,
    /// Who listens for changes.
    pub hub: Hub,
    /// The calls that run now.
    pub running: Running,
    loaded: ArcSwap<Loaded>,
    stopping: watch::Sender<bool>,
    /// Tells the request ids of this run from those of others.
    run: String,
    requests: AtomicU64,
}

/// The content, and what is made of it.
#[derive(Debug)]
pub struct Loaded {
    /// What the company offers.
    pub content: Content,
    /// When it was loaded: "tomorrow" in an announcement counts from there.
    pub at: DateTime<Utc>,
    /// What people search in, by language.
    pub finders: BTreeMap<String, Finder>,
}

impl Loaded {
    fn new(content: Content, at: DateTime<Utc>) -> Self {
        let finders = content
            .languages
            .iter()
            .map(|language| (language.clone(), Finder::new(content.in_language(language))))
            .collect();
        Self { content, at, finders }
    }
}

impl App {
    /// A backend that is ready to be asked.
    pub fn new(config: Config, content: Content, store: Store, clock: Clock) -> Self {
        let loaded = ArcSwap::from_pointee(Loaded::new(content, clock.now()));
        // Without randomness the ids of two runs look alike, which is a nuisance and no more.
        let run = crate::hex::random::<4>().unwrap_or_default();
        Self(Arc::new(Inner {
            config,
            store,
            clock,
            replies: Replies::default(),
            sessions: Cache::builder().max_capacity(100_000).time_to_live(Duration::from_secs(60)).build(),
            hub: Hub::default(),
            running: Running::default(),
            loaded,
            stopping: watch::Sender::new(false),
            run,
            requests: AtomicU64::new(0),
        }))
    }

    /// The content as it is now.
    pub fn loaded(&self) -> Arc<Loaded> {
        self.loaded.load_full()
    }

    /// Takes new content, and tells everyone. Calls that run go on with the old.
    pub async fn replace_content(&self, content: Content) -> Result<(), StoreError> {
        let now = self.clock.now();
        self.loaded.store(Arc::new(Loaded::new(content, now)));
        self.replies.all_changed();
        let hint = EventHint { topic: Topic::Content, id: String::new(), version: 0 };
        let mut tx = self.store.begin().await?;
        let event = events::add(tx.conn()?, hint, Audience::Everyone, false, now).await?;
        tx.commit().await?;
        self.hub.publish(event);
        Ok(())
    }

    /// An id for a call.
    pub fn request_id(&self) -> String {
        let number = self.requests.fetch_add(1, Ordering::Relaxed);
        format!("{}-{number:06}", self.run)
    }

    /// Tells everything that waits to come to an end.
    pub fn stop(&self) {
        self.stopping.send_replace(true);
    }

    /// Hears when the backend stops.
    pub fn stopping(&self) -> watch::Receiver<bool> {
        self.stopping.subscribe()
    }
}

impl Deref for App {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").field("config", &self.config).finish_non_exhaustive()
    }
}
