//! What answers are judged by and begin with, beside the form: whom the request is for, and what is known of them.

use super::{kept::Kept, pattern};
use crate::{format, session::use_session};
use guichet_contract::types::Me;
use guichet_rules::{
    form::{Context, Prefill},
    ids::GroupId,
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What a form may know of the person who asks.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Who {
    /// The groups they belong to.
    pub groups: Vec<GroupId>,
    /// What it may fill in of them.
    pub facts: BTreeMap<String, String>,
}

impl Who {
    /// The person who is signed in.
    pub fn signed_in() -> Signal<Self> {
        let session = use_session();
        Signal::derive(move || {
            let known =
                |me: Me| Self { groups: me.groups.into_iter().map(|g| g.id).collect(), facts: me.facts };
            session.me().map(known).unwrap_or_default()
        })
    }
}

/// What is known.
#[derive(Clone, Copy)]
pub(super) struct Known {
    groups: Memo<Vec<GroupId>>,
    prefill: Memo<Prefill>,
}

impl Known {
    /// For the request in `kept` by `who`, that a link with these parameters led to. `own` says whether it is for themselves.
    pub fn new(
        kept: RwSignal<Kept>,
        link: BTreeMap<String, String>,
        who: Signal<Who>,
        own: Memo<bool>,
    ) -> Self {
        let groups = Memo::new(move |_| {
            // Which groups other people belong to is not for this device to know.
            if own.get() { who.with(|who| who.groups.clone()) } else { Vec::new() }
        });
        let prefill = Memo::new(move |_| {
            let mine = || who.with(|who| who.facts.clone());
            kept.with(|k| Prefill {
                person: match (own.get(), k.for_other) {
                    (true, _) => mine(),
                    (false, true) => k.facts_of_other(),
                    // Nothing of whoever fills it in fits those whom their cart is for.
                    (false, false) => BTreeMap::new(),
                },
                link: link.clone(),
                assets: k.facts_of_assets(),
            })
        });
        Self { groups, prefill }
    }

    /// Calls `judge` with what is known now.
    pub fn with<T>(self, judge: impl FnOnce(&Context<'_>) -> T) -> T {
        let (groups, prefill) = (self.groups.get(), self.prefill.get());
        judge(&Context {
            today: format::today(),
            groups: &groups,
            matches: &pattern::matches,
            prefill: &prefill,
        })
    }
}
