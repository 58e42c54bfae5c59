//! What answers are judged by and begin with, beside the form: whom the request is for, and what is known of them.

use super::{kept::Kept, pattern};
use crate::{format, session::use_session};
use guichet_rules::{
    form::{Context, Prefill},
    ids::GroupId,
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What is known.
#[derive(Clone, Copy)]
pub(super) struct Known {
    groups: Memo<Vec<GroupId>>,
    prefill: Memo<Prefill>,
}

impl Known {
    /// For the request in `kept`, that a link with these parameters led to.
    pub fn new(kept: RwSignal<Kept>, link: BTreeMap<String, String>) -> Self {
        let session = use_session();
        let groups = Memo::new(move |_| {
            // Which groups other people belong to is not for this device to know.
            let mine = kept.with(|k| !k.for_other).then(|| session.me()).flatten();
            mine.map(|me| me.groups.into_iter().map(|g| g.id).collect()).unwrap_or_default()
        });
        let prefill = Memo::new(move |_| {
            let mine = || session.me().map(|me| me.facts).unwrap_or_default();
            kept.with(|k| Prefill {
                person: if k.for_other { k.facts_of_other() } else { mine() },
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
