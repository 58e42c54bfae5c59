//! Deciding from the list: one approval or several, with one comment, and an outcome for each. Nothing is taken back, and
//! what did not go can be tried again with the same keys, so that nothing is decided twice.

use super::words::{happened, others, what};
use crate::{
    api::{self, ApiError, Key, Topic},
    draft,
    i18n::m,
    session::{Session, use_session},
    ui::{FieldError, FocusMap},
};
use guichet_contract::{
    Code,
    endpoints::{DecideApproval, DecisionPath},
    types::{ApprovalRequest, Decision, DecisionInput},
};
use guichet_rules::ids::ApprovalId;
use leptos::{html, prelude::*, task::spawn_local};
use std::collections::{BTreeMap, BTreeSet};

/// Under which the summary finds the comment.
pub(super) const COMMENT: &str = "comment";
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
    /// The comment, as it is being written.
    pub comment: RwSignal<String>,
    /// How often it was tried; a refusal without a reason does not go.
    pub tries: RwSignal<u32>,
    /// Whether it is on its way.
    pub busy: RwSignal<bool>,
    /// What came of the last ones.
    pub outcomes: RwSignal<Vec<Outcome>>,
    /// The field, for the summary.
    pub focus: FocusMap,
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
            comment: RwSignal::new(String::new()),
            tries: RwSignal::new(0),
            busy: RwSignal::new(false),
            outcomes: RwSignal::new(Vec::new()),
            focus: FocusMap::new(),
            heading: NodeRef::new(),
            keys: StoredValue::new(BTreeMap::new()),
            session: use_session(),
        };
        inbox.restore_and_keep();
        inbox
    }

    fn restore_and_keep(self) {
        let restored = RwSignal::new(false);
        Effect::new(move || {
            let person = self.session.person();
            if !person.is_empty() && !restored.get_untracked() {
                if let Some(draft) = draft::kept::<String>(DRAFT, &person) {
                    self.comment.set(draft.content);
                }
                restored.set(true);
            }
        });
        Effect::new(move || {
            let comment = self.comment.get();
            if !restored.get() {
                return;
            }
            if comment.trim().is_empty() {
                draft::forget(DRAFT);
            } else {
                draft::keep(DRAFT, "", &untrack(|| self.session.person()), &comment);
            }
        });
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
        self.tries.set(0);
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

    /// What is wrong, once it was tried.
    pub fn errors(self) -> Vec<FieldError> {
        let refuses = self.decision.get() == Some(Decision::Reject);
        let missing = refuses && self.tries.get() > 0 && self.comment.with(|text| text.trim().is_empty());
        let error = FieldError { key: COMMENT.to_owned(), message: m::approvals::need_reason() };
        if missing { vec![error] } else { Vec::new() }
    }

    /// Decides, one after the other. Whoever leaves the page has decided all the same.
    pub fn send(self) {
        let Some(decision) = self.decision.get_untracked().filter(|_| !self.busy.get_untracked()) else {
            return;
        };
        let comment = self.comment.get_untracked().trim().to_owned();
        let comment = Some(comment).filter(|comment| !comment.is_empty());
        self.tries.update(|tries| *tries += 1);
        if decision == Decision::Reject && comment.is_none() {
            return;
        }
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
                if !error.is_passing() && error.code() != Some(Code::NotSignedIn) {
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
            self.comment.set(String::new());
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
