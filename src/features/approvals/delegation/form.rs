//! A delegation while it is being arranged or changed: kept as it is typed, checked when it is sent.

use crate::{
    api::{self, ApiError, Key, Topic},
    draft, format,
    i18n::m,
    session::{Session, use_session},
    ui::{Choice, FieldError, FocusMap},
};
use chrono::NaiveDate;
use guichet_contract::{
    Code, NoPath,
    endpoints::{CreateDelegation, DelegationChangePath, UpdateDelegation},
    types::{Delegation, DelegationInput, DelegationPatch},
};
use guichet_rules::{
    approval::DelegationPhase,
    ids::{DelegationId, PersonId},
};
use leptos::{html, prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

/// Under which it is kept on the device.
const DRAFT: &str = "delegation";
/// The fields, by the pointers of the contract.
pub(super) const DELEGATE: &str = "/delegate";
/// See above.
pub(super) const FROM: &str = "/from";
/// See above.
pub(super) const UNTIL: &str = "/until";
/// See above.
pub(super) const REASON: &str = "/reason";

/// What was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    /// Who decides: their id; empty while nobody is chosen.
    pub delegate: String,
    /// Their name.
    pub name: String,
    /// The first day, ISO 8601.
    pub from: String,
    /// The last day.
    pub until: String,
    /// Why.
    pub reason: String,
    /// One delegation has one key until it went through.
    key: String,
}

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
    restored: RwSignal<bool>,
    session: Session,
}

impl Form {
    /// Empty, or with what was kept.
    pub fn new() -> Self {
        let form = Self {
            typed: RwSignal::new(Typed::default()),
            changed: RwSignal::new(None),
            attempt: RwSignal::new(0),
            busy: RwSignal::new(false),
            problem: RwSignal::new(None),
            done: RwSignal::new(None),
            focus: FocusMap::new(),
            heading: NodeRef::new(),
            refused: RwSignal::new(Vec::new()),
            restored: RwSignal::new(false),
            session: use_session(),
        };
        form.restore_and_keep();
        form
    }

    fn restore_and_keep(self) {
        Effect::new(move || {
            let person = self.session.person();
            if !person.is_empty() && !self.restored.get_untracked() {
                if let Some(draft) = draft::kept::<Typed>(DRAFT, &person) {
                    self.typed.set(draft.content);
                }
                self.typed.update(|typed| {
                    if typed.key.is_empty() {
                        typed.key = Key::fresh().to_string();
                    }
                });
                self.restored.set(true);
            }
        });
        Effect::new(move || {
            let typed = self.typed.get();
            // What is changed is there already; only what is new could be lost.
            if !self.restored.get() || self.changed.with(Option::is_some) {
                return;
            }
            let nothing = [&typed.delegate, &typed.from, &typed.until, &typed.reason];
            if nothing.iter().all(|text| text.trim().is_empty()) {
                draft::forget(DRAFT);
            } else {
                draft::keep(DRAFT, "", &untrack(|| self.session.person()), &typed);
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
        self.begin(Typed { key: Key::fresh().to_string(), ..Typed::default() });
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

    /// What is wrong, once it was sent; what the backend said until the field is another.
    pub fn errors(self) -> Vec<FieldError> {
        if self.attempt.get() == 0 {
            return Vec::new();
        }
        let typed = self.typed.get();
        let mut errors = missing(&typed);
        self.refused.with(|refused| {
            for (error, then) in refused {
                let known = errors.iter().any(|other| other.key == error.key);
                if !known && of(&typed, &error.key) == of(then, &error.key) {
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
        self.attempt.update(|attempt| *attempt += 1);
        let typed = self.typed.get_untracked();
        if !untrack(|| self.errors()).is_empty() {
            return;
        }
        let Some(input) = input(&typed) else { return };
        let changed = self.changed.get_untracked();
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
                draft::forget(DRAFT);
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
        if !error.is_passing() {
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

/// What is not filled in, or cannot be.
fn missing(typed: &Typed) -> Vec<FieldError> {
    let mut errors = Vec::new();
    let mut add = |key: &str, message: String| errors.push(FieldError { key: key.to_owned(), message });
    let (from, until) = (day(&typed.from), day(&typed.until));
    if typed.delegate.is_empty() {
        add(DELEGATE, m::approvals::need_delegate());
    }
    if from.is_none() {
        add(FROM, m::approvals::need_first_day());
    }
    match (from, until) {
        (_, None) => add(UNTIL, m::approvals::need_last_day()),
        (Some(from), Some(until)) if until < from => add(UNTIL, m::approvals::days_reversed()),
        _ => {}
    }
    errors
}

fn day(text: &str) -> Option<NaiveDate> {
    text.trim().parse().ok()
}

/// What was typed into the field of that key.
fn of<'t>(typed: &'t Typed, key: &str) -> &'t str {
    match key {
        DELEGATE => &typed.delegate,
        FROM => &typed.from,
        UNTIL => &typed.until,
        _ => &typed.reason,
    }
}

fn input(typed: &Typed) -> Option<DelegationInput> {
    Some(DelegationInput {
        delegate: PersonId::new(typed.delegate.clone()).ok()?,
        from: day(&typed.from)?,
        until: day(&typed.until)?,
        reason: Some(typed.reason.trim().to_owned()).filter(|reason| !reason.is_empty()),
    })
}

/// The whole of it, as a change: an empty reason takes the old one away.
fn patch(input: &DelegationInput) -> DelegationPatch {
    DelegationPatch {
        delegate: Some(input.delegate.clone()),
        from: Some(input.from),
        until: Some(input.until),
        reason: Some(input.reason.clone().unwrap_or_default()),
    }
}
