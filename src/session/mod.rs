//! Who is signed in, and what the backend offers.

mod offer;

pub use offer::Feature;

use crate::{
    api::{self, Query, Topic, query},
    format, routes,
};
use chrono::NaiveDate;
use guichet_contract::{
    NoPath, NoQuery,
    endpoints::{DeleteSession, GetCapabilities, GetSession},
    types::{Capabilities, Me, SessionState},
};
use guichet_rules::person::Right;
use leptos::{prelude::*, task::spawn_local};

/// The session, for every page through [`use_session`].
#[derive(Clone, Copy)]
pub struct Session {
    state: Query<SessionState>,
    capabilities: Query<Capabilities>,
}

/// Opens the session and makes it known to everything below.
pub fn provide_session() -> Session {
    let session = Session {
        state: query::<GetSession>(|| Some((NoPath {}, NoQuery {}))),
        capabilities: query::<GetCapabilities>(|| Some((NoPath {}, NoQuery {}))),
    };
    provide_context(session);
    session
}

/// The session.
pub fn use_session() -> Session {
    expect_context::<Session>()
}

impl Session {
    /// Who is signed in, for as long as `look` takes; nobody while that is not known.
    fn look<R>(&self, look: impl FnOnce(Option<&Me>) -> R) -> R {
        self.with(|state| look(state.and_then(|s| s.me.as_ref())))
    }

    fn with<R>(&self, look: impl FnOnce(Option<&SessionState>) -> R) -> R {
        self.state.with(|state| {
            // Whoever waits for a person shows their days next. An effect could come after that: effects run in no order.
            if let Some(me) = state.and_then(|s| s.me.as_ref()) {
                format::set_zone(&me.zone);
            }
            look(state)
        })
    }

    /// Who is signed in, once that is known.
    pub fn me(&self) -> Option<Me> {
        self.look(|me| me.cloned())
    }

    /// The id of who is signed in; empty while nobody is.
    pub fn person(&self) -> String {
        self.look(|me| me.map(|me| me.person.id.to_string()).unwrap_or_default())
    }

    /// Today where the person works; asked again once it is known who they are.
    pub fn today(&self) -> NaiveDate {
        self.look(|_| format::today())
    }

    /// Whether nobody is signed in. False while that is not known.
    pub fn signed_out(&self) -> bool {
        self.with(|state| state.is_some_and(|s| s.me.is_none()))
    }

    /// Whether the person has `right`.
    pub fn has(&self, right: Right) -> bool {
        self.look(|me| me.is_some_and(|me| me.rights.contains(&right)))
    }

    /// What the backend offers, once that is known.
    pub fn capabilities(&self) -> Option<Capabilities> {
        self.capabilities.get()
    }

    /// The name of the company; the product's own until it is known.
    pub fn company(&self) -> String {
        self.capabilities
            .with(|c| c.map(|c| c.company.clone()))
            .unwrap_or_else(crate::i18n::m::shell::product)
    }

    /// Takes who has just signed in.
    pub fn signed_in(&self, me: Me) {
        api::forget_all();
        self.state.set(SessionState { me: Some(me) }, None);
    }

    /// Signs out. Drafts stay on the device, for when the same person comes back.
    pub fn sign_out(&self) {
        spawn_local(async move {
            // Whether or not the backend heard of it, this page forgets who it was.
            let _ = api::send::<DeleteSession>(&NoPath {}, None, &[]).await;
            api::device("forget", "").await;
            api::forget_all();
            api::refresh(&[Topic::Me]);
            if let Some(window) = web_sys::window() {
                let _ = window.location().assign(&routes::sign_in(""));
            }
        });
    }
}
