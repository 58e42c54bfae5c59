//! A delegation while it is being arranged or changed: kept as it is typed, checked when it is sent.

use super::typed::{Typed, input, is_same, missing, patch};
use crate::{
    api::{self, ApiError, Key, Topic},
    draft, format,
    i18n::m,
    session::{Session, use_session},
    ui::{Choice, FieldError, FocusMap},
};
use guichet_contract::{
    Code, NoPath,
    endpoints::{CreateDelegation, DelegationChangePath, UpdateDelegation},
    types::Delegation,
};
use guichet_rules::{approval::DelegationPhase, ids::DelegationId};
use leptos::{html, prelude::*, task::spawn_local};

/// Under which it is kept on the device.
const DRAFT: &str = "delegation";

/// The delegation that is changed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Changed {
    pub id: DelegationId,
    version: u64,
    /// Only its end and its reason can change.
    pub begun: bool,
}

/// The form.
#[derive(Clone, Copy)]
pub(super) struct Form {
    /// What was typed.
    pub typed: RwSignal<Typed>,
    /// Which one is changed; a new one otherwise.
    pub changed: RwSignal<Option<Changed>>,
    /// How often it was sent.
    pub attempt: RwSignal<u32>,
    /// Whether it is on its way.
    pub busy: RwSignal<bool>,
    /// Why it was not taken, where no field is to blame.
    pub problem: RwSignal<Option<String>>,
    /// What came of it.
    pub done: RwSignal<Option<String>>,
    /// The fields, for the summary.
    pub focus: FocusMap,
    /// The heading of the form: takes the focus when something is to be changed, and when that is done.
    pub heading: NodeRef<html::H2>,
    /// What the backend said of fields, and of what was typed then.
    refused: RwSignal<Vec<(FieldError, Typed)>>,
    session: Session,
}

impl Form {
    /// Empty, or with what was kept.
    pub fn new() -> Self {
        let form = Self {
            typed: RwSignal::new(Typed::fresh()),
            changed: RwSignal::new(None),
            attempt: RwSignal::new(0),
            busy: RwSignal::new(false),
            problem: RwSignal::new(None),
            done: RwSignal::new(None),
            focus: FocusMap::new(),
            heading: NodeRef::new(),
            refused: RwSignal::new(Vec::new()),
            session: use_session(),
        };
        form.restore_and_keep();
        form
    }

    fn restore_and_keep(self) {
        let person = move || self.session.person();
        let restored = draft::restored(DRAFT.to_owned(), person, move |kept: Typed| {
            let fresh = self.typed.with_untracked(|typed| typed.key.clone());
            let key = if kept.key.is_empty() { fresh } else { kept.key };
            self.typed.set(Typed { key, ..kept });
        });
        Effect::new(move || {
            let typed = self.typed.get();
            // What is changed is there already; only what is new could be lost.
            if !restored.get() || self.changed.with(Option::is_some) {
                return;
            }
            let nothing = [&typed.delegate, &typed.from, &typed.until, &typed.reason];
            if nothing.iter().all(|text| text.trim().is_empty()) {
                draft::forget(DRAFT, &untrack(person));
            } else {
                draft::keep(DRAFT, "", &untrack(person), &typed);
            }
        });
    }

    /// Takes what was typed into one field.
    pub fn change(self, change: impl FnOnce(&mut Typed)) {
        self.done.set(None);
        self.typed.update(change);
    }

    /// The chosen person.
    pub fn delegate(self) -> Option<Choice> {
        self.typed.with(|typed| {
            (!typed.delegate.is_empty()).then(|| Choice::new(typed.delegate.clone(), typed.name.clone()))
        })
    }

    /// Begins to change a delegation.
    pub fn edit(self, found: &Delegation) {
        self.changed.set(Some(Changed {
            id: found.id.clone(),
            version: found.version,
            begun: found.phase == DelegationPhase::Active,
        }));
        self.begin(Typed {
            delegate: found.delegate.id.to_string(),
            name: found.delegate.name.clone(),
            from: found.from.to_string(),
            until: found.until.to_string(),
            reason: found.reason.clone().unwrap_or_default(),
            key: Key::fresh().to_string(),
        });
        self.focus_heading();
    }

    /// Begins anew.
    pub fn clear(self) {
        self.changed.set(None);
        self.begin(Typed::fresh());
    }

    fn begin(self, typed: Typed) {
        self.typed.set(typed);
        self.attempt.set(0);
        self.problem.set(None);
        self.done.set(None);
        self.refused.set(Vec::new());
    }

    /// Moves the focus to where the form begins.
    pub fn focus_heading(self) {
        if let Some(heading) = self.heading.get_untracked() {
            // A heading that is gone by now needs no focus.
            let _ = heading.focus();
        }
    }

    /// What is wrong, once it was sent; what the backend said until something else is typed.
    pub fn errors(self) -> Vec<FieldError> {
        if self.attempt.get() == 0 {
            return Vec::new();
        }
        let typed = self.typed.get();
        let mut errors = missing(&typed);
        self.refused.with(|refused| {
            for (error, then) in refused {
                let known = errors.iter().any(|other| other.key == error.key);
                // Other days may suit the same person: with anything else typed, it is asked anew.
                if !known && is_same(&typed, then) {
                    errors.push(error.clone());
                }
            }
        });
        errors
    }

    /// The mistake at one field.
    pub fn error(self, key: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.errors().into_iter().find(|error| error.key == key).map(|error| error.message)
        })
    }

    /// Sends it.
    pub fn send(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.problem.set(None);
        self.done.set(None);
        // What the backend had against it may be gone by now.
        self.refused.set(Vec::new());
        self.attempt.update(|attempt| *attempt += 1);
        let typed = self.typed.get_untracked();
        if !untrack(|| self.errors()).is_empty() {
            return;
        }
        let Some(input) = input(&typed) else { return };
        let changed = self.changed.get_untracked();
        let person = untrack(|| self.session.person());
        self.busy.set(true);
        spawn_local(async move {
            let key = Key::kept(&typed.key);
            let topics = [Topic::Me, Topic::Approvals];
            let outcome = match &changed {
                None => api::create::<CreateDelegation>(&NoPath {}, &input, &key, &topics).await,
                Some(changed) => {
                    let path = DelegationChangePath { delegation: changed.id.clone() };
                    let version = format!("\"{}\"", changed.version);
                    let patch = patch(&input);
                    let outcome = api::act::<UpdateDelegation>(&path, &patch, &version, &key, &topics).await;
                    outcome.map(|(found, _)| found)
                }
            };
            if outcome.is_ok() && changed.is_none() {
                draft::forget(DRAFT, &person);
            }
            if self.busy.try_set(false).is_some() {
                return;
            }
            match outcome {
                Ok(found) => self.settle(&found, changed.is_some()),
                Err(error) => self.refuse(error, typed),
            }
        });
    }

    fn settle(self, found: &Delegation, changed: bool) {
        let (from, until) = (format::date(found.from), format::date(found.until));
        let name = &found.delegate.name;
        let words = if changed {
            m::approvals::done_saved(&from, name, &until)
        } else {
            m::approvals::done_arranged(&from, name, &until)
        };
        self.clear();
        self.say(words);
    }

    /// Shows what came of it, in a place that is read out.
    pub fn say(self, words: String) {
        self.done.set(Some(words));
        self.focus_heading();
    }

    fn refuse(self, error: ApiError, typed: Typed) {
        if error.is_answer() {
            // It was refused for good: another try is another call.
            self.typed.update(|typed| typed.key = Key::fresh().to_string());
        }
        let problem = match error {
            ApiError::Refused(problem) => problem,
            other => return self.problem.set(Some(other.words())),
        };
        if problem.code == Code::Invalid {
            let errors = problem.errors.iter().map(|error| {
                let error = FieldError { key: error.pointer.clone(), message: error.detail.clone() };
                (error, typed.clone())
            });
            self.refused.set(errors.collect());
            // The summary takes the focus anew.
            self.attempt.update(|attempt| *attempt += 1);
            return;
        }
        let stale = problem.code == Code::Stale;
        self.overtaken(stale.then(|| api::read::<Delegation>(&problem.current.to_string())).flatten());
        let words = ApiError::Refused(problem).words();
        self.problem.set(Some(if stale { m::approvals::overtaken_delegation() } else { words }));
    }

    /// Somebody, or this person elsewhere, was faster: acts on what is there now. What was typed stays.
    fn overtaken(self, current: Option<Delegation>) {
        if let Some(current) = current {
            self.changed.set(Some(Changed {
                id: current.id,
                version: current.version,
                begun: current.phase == DelegationPhase::Active,
            }));
        }
        api::refresh(&[Topic::Me]);
    }
}
