//! Parts that are fetched when somebody first needs them: pages, and what opens over a page.
//!
//! Functions marked `wasm_split` with the same name share a chunk: an area a chunk, and one, `frame`, for the small parts
//! around every page. Fewer chunks have fewer pieces in common, each of which would be a file of its own.

use crate::{
    i18n::{self, m},
    online::when_online,
    styles,
};
use futures::future::{join, join3};
use leptos::{prelude::*, task::spawn_local};
use std::{pin::Pin, time::Duration};

/// What draws a page, or a part of one.
pub type Page = fn() -> AnyView;

/// A chunk on its way.
pub type Coming = Pin<Box<dyn Future<Output = Result<Page, ChunkError>>>>;

/// A chunk did not arrive: no connection, or a newer release has replaced it. The browser's console says more.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("a part of the portal could not be loaded")]
pub struct ChunkError;

impl From<leptos::wasm_split::SplitLoaderError> for ChunkError {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// A chunk, and with it the words and styles that come with the pages.
pub fn complete(chunk: Coming) -> Coming {
    Box::pin(async move {
        let (words, styled, page) = join3(i18n::load_rest(), styles::load(), chunk).await;
        if words && styled { page } else { Err(ChunkError) }
    })
}

#[derive(Clone, Copy)]
enum State {
    Unasked,
    Coming,
    There(Page),
    Failed,
}

/// A part that is fetched on intent.
#[derive(Clone, Copy)]
pub struct Lazy {
    load: fn() -> Coming,
    state: RwSignal<State>,
}

impl Lazy {
    /// One that `load` fetches.
    pub fn new(load: fn() -> Coming) -> Self {
        Self { load, state: RwSignal::new(State::Unasked) }
    }

    /// Fetches it, unless it is there or on its way. After a failure it is tried again, also when the device goes online.
    pub fn want(self) {
        if matches!(self.state.get_untracked(), State::Coming | State::There(_)) {
            return;
        }
        self.state.set(State::Coming);
        spawn_local(async move {
            let (styled, part) = join(styles::load(), (self.load)()).await;
            let state = part.ok().filter(|_| styled).map_or(State::Failed, State::There);
            // Whoever wanted it may have gone on.
            self.state.try_set(state);
        });
    }

    /// The part, once it is there; that it could not be loaded, if so.
    pub fn view(self) -> AnyView {
        self.draw("field__error")
    }

    /// The same for what nobody asked for: nothing is said where it could not be loaded.
    pub fn quietly(self) -> AnyView {
        self.draw("")
    }

    /// The same, with the class of the line that says that it could not be loaded.
    fn draw(self, failure: &'static str) -> AnyView {
        match self.state.get() {
            State::There(page) => page(),
            State::Failed => {
                when_online(Callback::new(move |()| self.want()));
                if failure.is_empty() {
                    return ().into_any();
                }
                view! { <p class=failure role="alert">{m::common::failed_chunk()}</p> }.into_any()
            }
            State::Unasked | State::Coming => ().into_any(),
        }
    }
}

/// How long somebody who opened something waits for it. What comes later would get in the way of what they do by then.
const PATIENCE: Duration = Duration::from_secs(3);

/// Something that opens over the page, fetched when it is first opened.
#[derive(Clone, Copy)]
pub struct Overlay {
    /// Whether it is open; whoever closes it says so here.
    pub is_open: RwSignal<bool>,
    part: Lazy,
    /// What was typed since it was opened, until the field in it has the focus.
    early: StoredValue<Option<String>>,
}

impl Overlay {
    /// One that `load` fetches, closed.
    pub fn new(load: fn() -> Coming) -> Self {
        Self { is_open: RwSignal::new(false), part: Lazy::new(load), early: StoredValue::new(None) }
    }

    /// Opens it.
    pub fn open(self) {
        self.early.set_value(Some(String::new()));
        self.part.want();
        self.is_open.set(true);
        set_timeout(
            move || {
                if !matches!(self.part.state.try_get_untracked(), Some(State::There(_)) | None) {
                    self.is_open.set(false);
                }
            },
            PATIENCE,
        );
    }

    /// Keeps a letter for the field in it, which has not got the focus yet; says whether it was kept.
    pub fn keep(self, letter: &str) -> bool {
        let keep = |early: &mut Option<String>| early.as_mut().map(|early| early.push_str(letter)).is_some();
        self.is_open.get_untracked() && self.early.try_update_value(keep) == Some(true)
    }

    /// What was kept, once the field has the focus: from then on it gets the letters itself.
    pub fn early(self) -> String {
        self.early.try_update_value(Option::take).flatten().unwrap_or_default()
    }

    /// The place where it is drawn, or where it is said that it could not be loaded: at the top of the page.
    pub fn view(self) -> AnyView {
        (move || self.part.draw("banner banner--warn")).into_any()
    }
}
