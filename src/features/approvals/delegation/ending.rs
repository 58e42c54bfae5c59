//! Ending a delegation, or calling off one to come.

use super::form::Form;
use crate::{
    api::{self, Key, Topic},
    i18n::m,
};
use guichet_contract::{
    NoBody,
    endpoints::{DelegationEndPath, DeleteDelegation},
    types::Delegation,
};
use guichet_rules::{approval::DelegationPhase, ids::DelegationId};
use leptos::{prelude::*, task::spawn_local};

/// Whoever ends a delegation.
#[derive(Clone, Copy)]
pub(super) struct Ending {
    /// Whether one is on its way.
    pub busy: RwSignal<bool>,
    failure: RwSignal<Option<String>>,
    /// The key of the last try, until it went through.
    key: StoredValue<Option<(DelegationId, u64, Key)>>,
    form: Form,
}

impl Ending {
    /// What comes of it is said above the form.
    pub fn new(form: Form) -> Self {
        Self { busy: RwSignal::new(false), failure: RwSignal::new(None), key: StoredValue::new(None), form }
    }

    /// Ends it.
    pub fn end(self, found: &Delegation) {
        if self.busy.get_untracked() {
            return;
        }
        let (id, version) = (found.id.clone(), found.version);
        let kept = self.key.get_value().filter(|(of, seen, _)| *of == id && *seen == version);
        let key = kept.map_or_else(Key::fresh, |(_, _, key)| key);
        self.key.set_value(Some((id.clone(), version, key.clone())));
        self.busy.set(true);
        self.failure.set(None);
        let begun = found.phase == DelegationPhase::Active;
        spawn_local(async move {
            let path = DelegationEndPath { delegation: id.clone() };
            let seen = format!("\"{version}\"");
            let topics = [Topic::Me, Topic::Approvals];
            let outcome = api::act::<DeleteDelegation>(&path, &NoBody {}, &seen, &key, &topics).await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match outcome {
                Ok(_) => {
                    self.key.set_value(None);
                    if self
                        .form
                        .changed
                        .with_untracked(|changed| changed.as_ref().is_some_and(|c| c.id == id))
                    {
                        self.form.clear();
                    }
                    let words =
                        if begun { m::approvals::done_ended() } else { m::approvals::done_called_off() };
                    self.form.say(words);
                }
                Err(error) => {
                    if error.is_answer() {
                        self.key.set_value(None);
                        // It is not as it was shown.
                        api::refresh(&[Topic::Me]);
                    }
                    self.failure.set(Some(error.words()));
                }
            }
        });
    }

    /// Why the last one did not go.
    pub fn problem(self) -> AnyView {
        let failure = move || self.failure.get().map(|words| view! { <p class="field__error">{words}</p> });
        view! { <div role="alert">{failure}</div> }.into_any()
    }
}
