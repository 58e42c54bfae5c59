//! Deciding from the list: one approval or several, with one comment, and an outcome for each. Nothing is taken back, and
//! what did not go can be tried again with the same keys, so that nothing is decided twice.

use super::{
    reason::Reason,
    words::{happened, others, what},
};
use crate::{
    api::{self, ApiError, Key, Topic},
    draft,
    i18n::m,
    session::{Session, use_session},
};
use guichet_contract::{
    Code,
    endpoints::{DecideApproval, DecisionPath},
    types::{ApprovalRequest, Decision, DecisionInput},
};
use guichet_rules::ids::ApprovalId;
use leptos::{html, prelude::*, task::spawn_local};
use std::collections::{BTreeMap, BTreeSet};

/// Under which the comment is kept on the device.
const DRAFT: &str = "approvals";

/// What came of one approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outcome {
    /// What was decided; nothing where it did not go.
    pub decision: Option<Decision>,
    /// The same in words, or why it did not go.
    pub words: String,
}

/// The approvals that wait, as somebody decides them.
#[derive(Clone, Copy)]
pub(super) struct Inbox {
    /// Those that are marked.
    pub selected: RwSignal<BTreeSet<ApprovalId>>,
    /// Those that are being decided.
    pub target: RwSignal<Vec<ApprovalRequest>>,
    /// What is being decided about them; nothing while nobody decides.
    pub decision: RwSignal<Option<Decision>>,
    /// What is written with it.
    pub reason: Reason,
    /// Whether it is on its way.
    pub busy: RwSignal<bool>,
    /// What came of the last ones.
    pub outcomes: RwSignal<Vec<Outcome>>,
    /// The heading of the list: takes the focus when what had it is gone.
    pub heading: NodeRef<html::H2>,
    /// One approval has one key, whatever is decided about it, until it went through.
    keys: StoredValue<BTreeMap<ApprovalId, Key>>,
    session: Session,
}

impl Inbox {
    /// Nothing is marked yet; the comment is what was kept.
    pub fn new() -> Self {
        let inbox = Self {
            selected: RwSignal::new(BTreeSet::new()),
            target: RwSignal::new(Vec::new()),
            decision: RwSignal::new(None),
            reason: Reason::new(),
            busy: RwSignal::new(false),
            outcomes: RwSignal::new(Vec::new()),
            heading: NodeRef::new(),
            keys: StoredValue::new(BTreeMap::new()),
            session: use_session(),
        };
        draft::keep_typed(DRAFT.to_owned(), move || inbox.session.person(), inbox.reason.text);
        inbox
    }

    /// Marks an approval, or takes the mark away.
    pub fn mark(self, id: &ApprovalId, marked: bool) {
        self.selected.update(|all| {
            if marked {
                all.insert(id.clone());
            } else {
                all.remove(id);
            }
        });
    }

    /// Opens the form for `target`.
    pub fn open(self, target: Vec<ApprovalRequest>, decision: Decision) {
        if self.busy.get_untracked() || target.is_empty() {
            return;
        }
        self.reason.forgive();
        self.outcomes.set(Vec::new());
        self.target.set(target);
        // Closed first, so that the form is another one with another heading.
        self.decision.set(None);
        self.decision.set(Some(decision));
    }

    /// Closes the form. What was written stays.
    pub fn close(self) {
        self.decision.set(None);
        self.target.set(Vec::new());
        self.focus_heading();
    }

    /// Decides, one after the other. Whoever leaves the page has decided all the same.
    pub fn send(self) {
        let Some(decision) = self.decision.get_untracked().filter(|_| !self.busy.get_untracked()) else {
            return;
        };
        if !self.reason.suffices(decision) {
            return;
        }
        let comment = self.reason.said();
        self.busy.set(true);
        self.outcomes.set(Vec::new());
        let all: Vec<(ApprovalRequest, Key)> = self
            .target
            .get_untracked()
            .into_iter()
            .map(|request| (request.clone(), self.key(&request)))
            .collect();
        spawn_local(async move {
            let mut left = Vec::new();
            for (request, key) in all {
                let path = DecisionPath { approval: request.approval.id.clone() };
                let also = others(&request).collect();
                let input = DecisionInput { decision, comment: comment.clone(), also };
                let version = format!("\"{}\"", request.version);
                let outcome = api::act::<DecideApproval>(&path, &input, &version, &key, &[]).await;
                if !self.note(decision, &request, outcome.map(|_| ())) {
                    left.push(request);
                }
            }
            api::refresh(&[Topic::Approvals, Topic::Me, Topic::Tickets]);
            if self.busy.try_set(false).is_none() {
                self.settle(left);
            }
        });
    }

    fn key(self, request: &ApprovalRequest) -> Key {
        let id = &request.approval.id;
        let known = self.keys.with_value(|keys| keys.get(id).cloned());
        known.unwrap_or_else(|| {
            let key = Key::fresh();
            self.keys.update_value(|keys| drop(keys.insert(id.clone(), key.clone())));
            key
        })
    }

    /// Writes down what came of one; false where it may be tried again as it is.
    fn note(self, decision: Decision, request: &ApprovalRequest, outcome: Result<(), ApiError>) -> bool {
        let what = what(request);
        let (settled, decision, words) = match outcome {
            Ok(()) if decision == Decision::Approve => {
                (true, Some(decision), m::approvals::result_approved(&what))
            }
            Ok(()) => (true, Some(decision), m::approvals::result_refused(&what)),
            Err(error) => {
                let over = matches!(error.code(), Some(Code::Stale | Code::Refused | Code::NotFound))
                    || has_changed_along(&error);
                if error.is_answer() {
                    // It was refused for good: another try is another call.
                    self.keys.try_update_value(|keys| keys.remove(&request.approval.id));
                }
                (over, None, m::approvals::result_none(&what, &why(&error)))
            }
        };
        if settled {
            let id = &request.approval.id;
            self.keys.try_update_value(|keys| keys.remove(id));
            self.selected.try_update(|all| all.remove(id));
        }
        self.outcomes.try_update(|outcomes| outcomes.push(Outcome { decision, words }));
        settled
    }

    fn settle(self, left: Vec<ApprovalRequest>) {
        if !left.is_empty() {
            return self.target.set(left);
        }
        // What was written stands in the decisions now. Where one did not go it may still be wanted.
        if self.outcomes.with_untracked(|all| all.iter().all(|outcome| outcome.decision.is_some())) {
            self.reason.text.set(String::new());
        }
        self.close();
    }

    fn focus_heading(self) {
        if let Some(heading) = self.heading.get_untracked() {
            // A heading that is gone by now needs no focus.
            let _ = heading.focus();
        }
    }
}

/// Why one was not decided: what somebody else did meanwhile, if it is that.
fn why(error: &ApiError) -> String {
    match error {
        ApiError::Refused(problem) if problem.code == Code::Stale => {
            let current = api::read::<ApprovalRequest>(&problem.current.to_string());
            current.as_ref().and_then(happened).unwrap_or_else(m::approvals::happened_other)
        }
        _ if has_changed_along(error) => m::approvals::happened_other(),
        _ => error.words(),
    }
}

/// Whether others of the same order, which were to be decided along, have changed meanwhile.
fn has_changed_along(error: &ApiError) -> bool {
    match error {
        ApiError::Refused(problem) => problem.errors.iter().any(|error| error.pointer.starts_with("/also/")),
        _ => false,
    }
}
