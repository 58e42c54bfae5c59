//! What every call has at hand.

use crate::{
    cache::Replies,
    clock::Clock,
    config::Config,
    content::{Broken, Content, ContentProblem, Overlay, Sources},
    finder::{Finders, Learned, Theirs},
    hub::{Hub, Running},
    store::{
        Store, StoreError,
        events::{self, Audience, Event},
        forms, learning,
        sessions::Session,
    },
};
use arc_swap::ArcSwap;
use chrono::{DateTime, Utc};
use guichet_contract::types::{EventHint, Topic};
use guichet_rules::{form::Form, ids::PersonId, person::Right};
use moka::sync::Cache;
use std::{
    collections::BTreeSet,
    fmt,
    ops::Deref,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::sync::{Mutex, watch};

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
    /// What each person may find.
    pub theirs: Theirs,
    /// Who is signed in, by the hash of their token, to ask the store less often.
    pub sessions: Cache<String, Arc<Session>>,
    /// Who listens for changes.
    pub hub: Hub,
    /// The calls that run now.
    pub running: Running,
    loaded: ArcSwap<Loaded>,
    files: ArcSwap<Files>,
    /// What [`Loaded`] is made of.
    parts: Mutex<Parts>,
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
    /// What people search in.
    pub finders: Finders,
}

/// The content of the files, and what was published over it. Whoever changes one of them has both to themselves.
#[derive(Debug)]
struct Parts {
    files: Arc<Content>,
    overlay: Overlay,
}

/// The files of the content as they were last read, whether they can be taken as they are or not.
#[derive(Debug)]
pub struct Files {
    /// The files.
    pub sources: Sources,
    /// What is wrong with them, or could be better.
    pub problems: Vec<ContentProblem>,
}

impl Files {
    fn of(content: &Content) -> Self {
        Self { sources: content.sources.clone(), problems: content.warnings.clone() }
    }
}

impl Loaded {
    fn new(content: Content, at: DateTime<Utc>, before: Option<&Self>) -> Self {
        let learned = before.map(|before| Arc::clone(before.finders.learned())).unwrap_or_default();
        Self::with(content, at, before, learned)
    }

    fn with(content: Content, at: DateTime<Utc>, before: Option<&Self>, learned: Arc<Learned>) -> Self {
        let finders = Finders::new(&content, before.map(|before| &before.finders), learned);
        Self { content, at, finders }
    }
}

impl App {
    /// A backend that is ready to be asked.
    pub fn new(config: Config, content: Content, store: Store, clock: Clock) -> Self {
        let files = ArcSwap::from_pointee(Files::of(&content));
        let parts = Mutex::new(Parts { files: Arc::new(content.clone()), overlay: Overlay::default() });
        let loaded = ArcSwap::from_pointee(Loaded::new(content, clock.now(), None));
        // Without randomness the ids of two runs look alike, which is a nuisance and no more.
        let run = crate::hex::random::<4>().unwrap_or_default();
        Self(Arc::new(Inner {
            config,
            store,
            clock,
            replies: Replies::default(),
            theirs: Theirs::default(),
            sessions: Cache::builder().max_capacity(100_000).time_to_live(Duration::from_secs(60)).build(),
            hub: Hub::default(),
            running: Running::default(),
            loaded,
            files,
            parts,
            stopping: watch::Sender::new(false),
            run,
            requests: AtomicU64::new(0),
        }))
    }

    /// The content as it is now.
    pub fn loaded(&self) -> Arc<Loaded> {
        self.loaded.load_full()
    }

    /// The files of the content as they were last read.
    pub fn files(&self) -> Arc<Files> {
        self.files.load_full()
    }

    /// Takes new content, and tells everyone. Calls that run go on with the old.
    pub async fn replace_content(&self, content: Content) -> Result<(), StoreError> {
        let now = self.clock.now();
        let before = self.loaded();
        let files = Files::of(&content);
        let published = published(&content);
        let known = self.files().sources.digest() == files.sources.digest();
        if known && before.content.digest == content.digest {
            // Whoever changed it brought it along, and the watch comes with the same.
            return Ok(());
        }
        {
            let mut parts = self.parts.lock().await;
            // Something may have been published or learned since.
            let before = self.loaded();
            let shown = content.with_articles(&parts.overlay);
            parts.files = Arc::new(content);
            self.loaded.store(Arc::new(Loaded::new(shown, now, Some(&*before))));
            self.files.store(Arc::new(files));
        }
        self.replies.all_changed();
        let mut tx = self.store.begin().await?;
        forms::keep(tx.conn()?, &published, now).await?;
        let event = events::add(tx.conn()?, content_changed(), Audience::Everyone, false, now).await?;
        tx.commit().await?;
        self.hub.publish(event);
        Ok(())
    }

    /// Takes what was published over the files, as `read` gives it. Calls that run go on with the old. `read` runs while nobody
    /// else changes the content, so that what was read last is what shows.
    pub async fn take_articles<F>(&self, read: impl FnOnce() -> F) -> Result<(), StoreError>
    where
        F: Future<Output = Result<Overlay, StoreError>>,
    {
        let mut parts = self.parts.lock().await;
        let overlay = read().await?;
        if parts.overlay == overlay {
            return Ok(());
        }
        let (files, before) = (Arc::clone(&parts.files), self.loaded());
        // The first of a run lays everything over the files, and one too many indexes all of it anew: nothing that other calls
        // should wait for.
        let made = tokio::task::spawn_blocking(move || {
            let shown = files.with_articles(&overlay);
            // When the content was loaded stays: "tomorrow" in an announcement counts from there.
            (Loaded::new(shown, before.at, Some(&*before)), overlay)
        });
        let (loaded, overlay) = made.await.map_err(StoreError::Stopped)?;
        parts.overlay = overlay;
        self.loaded.store(Arc::new(loaded));
        drop(parts);
        self.replies.all_changed();
        Ok(())
    }

    /// Tells everyone that articles changed.
    pub async fn tell_of_articles(&self) -> Result<(), StoreError> {
        let mut tx = self.store.begin().await?;
        let event =
            events::add(tx.conn()?, content_changed(), Audience::Everyone, false, self.clock.now()).await?;
        tx.commit().await?;
        self.hub.publish(event);
        Ok(())
    }

    /// Keeps what is wrong with the files, and tells those who write forms. The content stays as it was.
    pub async fn content_broke(&self, broken: Broken) -> Result<(), StoreError> {
        let Broken { sources, report } = broken;
        self.files.store(Arc::new(Files { sources, problems: report.problems }));
        self.replies.all_changed();
        let event = self.tell_writers().await?;
        self.hub.publish(event);
        Ok(())
    }

    async fn tell_writers(&self) -> Result<Event, StoreError> {
        let loaded = self.loaded();
        let people = loaded.content.in_language("").people.values();
        let writers: BTreeSet<PersonId> = people
            .filter(|person| person.active && person.rights.contains(&Right::Forms))
            .map(|person| person.id.clone())
            .collect();
        let mut tx = self.store.begin().await?;
        let audience = Audience::People(writers);
        let event = events::add(tx.conn()?, content_changed(), audience, false, self.clock.now()).await?;
        tx.commit().await?;
        Ok(event)
    }

    /// Keeps the forms that are published now, so that they can still be read once there are newer ones.
    pub async fn keep_forms(&self) -> Result<(), StoreError> {
        let published = published(&self.loaded().content);
        let mut tx = self.store.begin().await?;
        forms::keep(tx.conn()?, &published, self.clock.now()).await?;
        tx.commit().await
    }

    /// Has articles found by the words that they were said to answer, and tells everyone where that is new.
    pub async fn learn(&self) -> Result<(), StoreError> {
        // New content may come at the same time, and neither may be lost.
        let parts = self.parts.lock().await;
        let decisions = learning::decisions(&mut *self.store.read().await?).await?;
        let learned = Arc::new(Learned::of(decisions));
        let before = self.loaded();
        if **before.finders.learned() == *learned {
            return Ok(());
        }
        self.loaded.store(Arc::new(Loaded::with(before.content.clone(), before.at, Some(&*before), learned)));
        drop(parts);
        self.replies.all_changed();
        self.tell_of_articles().await
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

/// The forms that `content` publishes, in every language.
fn published(content: &Content) -> Vec<forms::Version> {
    let version = |form: &Form| {
        let in_language = content.companies.iter().filter_map(|(language, company)| {
            Some((language.clone(), company.form(&form.id, form.version)?.clone()))
        });
        forms::Version { form: form.id.clone(), version: form.version, forms: in_language.collect() }
    };
    content.in_language("").items.values().map(|item| version(&item.form)).collect()
}

/// A hint that the content changed, or its files did.
fn content_changed() -> EventHint {
    EventHint { topic: Topic::Content, id: String::new(), version: 0 }
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
