//! Agreeing and refusing. A refusal needs a reason; what is written is kept until the decision went through.

use super::{
    reason::Reason,
    words::{happened, others},
};
use crate::{
    api::{self, ApiError, Key, Query, Topic},
    draft,
    i18n::m,
    session::{Session, use_session},
    ui::{AnnouncerHandle, use_announcer},
};
use chrono::{DateTime, Utc};
use guichet_contract::{
    Code,
    endpoints::{DecideApproval, DecisionPath},
    types::{ApprovalRequest, Decision, DecisionInput, SeenApproval},
};
use guichet_rules::ids::ApprovalId;
use leptos::{html, prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is kept on the device.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    comment: String,
    key: String,
}

/// A decision as it is being made.
#[derive(Clone, Copy)]
pub struct Deciding {
    id: StoredValue<ApprovalId>,
    request: Query<ApprovalRequest>,
    /// The reason.
    pub reason: Reason,
    /// One decision has one key, whichever it is: it cannot be made twice.
    key: RwSignal<String>,
    /// The decision that is on its way.
    pub busy: RwSignal<Option<Decision>>,
    /// Why it did not go.
    pub problem: RwSignal<Option<String>>,
    /// Somebody changed it meanwhile.
    pub overtaken: RwSignal<bool>,
    /// When the reason was last saved.
    pub saved: RwSignal<Option<DateTime<Utc>>>,
    /// Approvals of the same order that are not decided along.
    pub apart: RwSignal<BTreeSet<ApprovalId>>,
    /// How many of them were decided along, once it is decided here.
    pub along: RwSignal<u32>,
    /// The heading of the panel: takes the focus when the buttons are gone.
    pub heading: NodeRef<html::H2>,
    announcer: AnnouncerHandle,
    session: Session,
}

impl Deciding {
    /// On the approval of this page, with what was kept.
    pub fn new(id: ApprovalId, request: Query<ApprovalRequest>) -> Self {
        let deciding = Self {
            id: StoredValue::new(id),
            request,
            reason: Reason::new(),
            key: RwSignal::new(Key::fresh().to_string()),
            busy: RwSignal::new(None),
            problem: RwSignal::new(None),
            overtaken: RwSignal::new(false),
            saved: RwSignal::new(None),
            apart: RwSignal::new(BTreeSet::new()),
            along: RwSignal::new(0),
            heading: NodeRef::new(),
            announcer: use_announcer(),
            session: use_session(),
        };
        deciding.restore_and_keep();
        deciding
    }

    fn name(self) -> String {
        self.id.with_value(|id| format!("approval:{id}"))
    }

    fn restore_and_keep(self) {
        let person = move || self.session.person();
        let restored = draft::restored(self.name(), person, move |kept: Kept| {
            self.reason.text.set(kept.comment);
            if !kept.key.is_empty() {
                self.key.set(kept.key);
            }
        });
        Effect::new(move || {
            let kept = Kept { comment: self.reason.text.get(), key: self.key.get() };
            if !restored.get() {
                return;
            }
            self.saved.set(if kept.comment.trim().is_empty() {
                draft::forget(&self.name(), &untrack(person));
                None
            } else {
                draft::keep(&self.name(), "", &untrack(person), &kept)
            });
        });
    }

    /// Agrees or refuses.
    pub fn decide(self, decision: Decision) {
        if !self.reason.suffices(decision) {
            return;
        }
        let comment = self.reason.said();
        let Some(version) = self.version().filter(|_| self.busy.get_untracked().is_none()) else { return };
        self.busy.set(Some(decision));
        self.problem.set(None);
        self.overtaken.set(false);
        let (path, key) =
            (DecisionPath { approval: self.id.get_value() }, Key::kept(&self.key.get_untracked()));
        let (name, person) = (self.name(), untrack(|| self.session.person()));
        let also = untrack(|| self.also());
        let along = u32::try_from(also.len()).unwrap_or(u32::MAX);
        spawn_local(async move {
            let input = DecisionInput { decision, comment, also };
            let changed = [Topic::Approvals, Topic::Me, Topic::Tickets];
            let outcome = api::act::<DecideApproval>(&path, &input, &version, &key, &changed).await;
            if outcome.is_ok() {
                draft::forget(&name, &person);
            }
            if self.busy.try_set(None).is_some() {
                return;
            }
            match outcome {
                Ok((request, etag)) => {
                    self.along.set(along);
                    self.done(decision, request, etag);
                }
                Err(error) => self.failed(&error),
            }
        });
    }

    /// What is decided along: whatever of the same order waits too, and was not set apart.
    pub fn also(self) -> Vec<SeenApproval> {
        let apart = self.apart.get();
        self.request.with(|request| {
            let others = request.into_iter().flat_map(others);
            others.filter(|other| !apart.contains(&other.approval)).collect()
        })
    }

    /// The version to act on.
    fn version(self) -> Option<String> {
        let shown = || self.request.get_untracked().map(|request| quoted(request.version));
        self.request.version().or_else(shown)
    }

    fn done(self, decision: Decision, request: ApprovalRequest, etag: Option<String>) {
        // What was written stands in the decision now.
        self.reason.text.set(String::new());
        self.reason.forgive();
        self.take(request, etag);
        self.announcer.say(match decision {
            Decision::Approve => m::approvals::done_approved(),
            Decision::Reject | Decision::Other => m::approvals::done_refused(),
        });
        if let Some(heading) = self.heading.get_untracked() {
            // A heading that is gone by now needs no focus.
            let _ = heading.focus();
        }
    }

    fn take(self, request: ApprovalRequest, etag: Option<String>) {
        let etag = etag.unwrap_or_else(|| quoted(request.version));
        self.request.set(request, Some(etag));
    }

    /// What somebody did meanwhile, as far as that can be told.
    pub fn happened(self) -> Option<String> {
        self.request.with(|request| request.and_then(happened))
    }

    fn failed(self, error: &ApiError) {
        if error.is_answer() {
            // It was refused for good: another try is another call.
            self.key.set(Key::fresh().to_string());
        }
        match error {
            ApiError::Refused(problem) if problem.code == Code::Stale => {
                if let Some(request) = api::read::<ApprovalRequest>(&problem.current.to_string()) {
                    self.take(request, None);
                }
                self.overtaken.set(true);
                api::refresh(&[Topic::Approvals]);
            }
            ApiError::Refused(problem) => {
                let details: Vec<&str> = problem.errors.iter().map(|error| error.detail.as_str()).collect();
                let words = if details.is_empty() { error.words() } else { details.join(" ") };
                self.problem.set(Some(words));
                // The rules refused what this page still offers, so it is out of date.
                api::refresh(&[Topic::Approvals]);
            }
            _ => self.problem.set(Some(error.words())),
        }
    }
}

/// A version as the contract writes it in `ETag` and `If-Match`.
fn quoted(version: u64) -> String {
    format!("\"{version}\"")
}
