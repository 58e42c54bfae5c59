//! The parts of a list after the first, appended as the person asks for them.

use crate::{
    api::{self, ApiError, Query},
    i18n::m,
    ui::Button,
};
use guichet_contract::{
    NoPath,
    endpoints::ListApprovals,
    types::{ApprovalPhase, ApprovalQuery, ApprovalRequest, ApprovalState, Page},
};
use leptos::{prelude::*, task::spawn_local};

/// As many as a person looks through at once.
const PART: u32 = 20;

/// The call for a part of the list.
pub(super) fn part(phase: ApprovalPhase, cursor: Option<String>) -> ApprovalQuery {
    // For backends that do not know phases yet.
    let state = (phase == ApprovalPhase::Open).then_some(ApprovalState::Waiting);
    ApprovalQuery { phase: Some(phase), state, limit: Some(PART), cursor }
}

/// What was appended to the first part, which keeps itself fresh.
#[derive(Clone, Copy)]
pub(super) struct More {
    first: Query<Page<ApprovalRequest>>,
    phase: ApprovalPhase,
    appended: RwSignal<Vec<ApprovalRequest>>,
    /// Where to go on; the first part says so until something was appended.
    next: RwSignal<Option<Option<String>>>,
    busy: RwSignal<bool>,
    error: RwSignal<Option<ApiError>>,
}

impl More {
    /// Nothing yet.
    pub fn new(first: Query<Page<ApprovalRequest>>, phase: ApprovalPhase) -> Self {
        let more = Self {
            first,
            phase,
            appended: RwSignal::new(Vec::new()),
            next: RwSignal::new(None),
            busy: RwSignal::new(false),
            error: RwSignal::new(None),
        };
        // When something was decided the parts shift, and what was appended no longer follows.
        Effect::new(move |before: Option<Option<Option<String>>>| {
            let next = first.with(|page| page.map(|page| page.next.clone()));
            if before.is_some_and(|before| before.is_some() && before != next) {
                more.appended.set(Vec::new());
                more.next.set(None);
            }
            next
        });
        more
    }

    /// All that is there, each once.
    pub fn all(self) -> Vec<ApprovalRequest> {
        let mut all = self.first.with(|page| page.map(|page| page.items.clone()).unwrap_or_default());
        self.appended.with(|appended| {
            for request in appended {
                if !all.iter().any(|known| known.approval.id == request.approval.id) {
                    all.push(request.clone());
                }
            }
        });
        all
    }

    fn cursor(self) -> Option<String> {
        match self.next.get() {
            Some(next) => next,
            None => self.first.with(|page| page.and_then(|page| page.next.clone())),
        }
    }

    fn ask(self) {
        let Some(cursor) = untrack(|| self.cursor()) else { return };
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.error.set(None);
        spawn_local(async move {
            let query = part(self.phase, Some(cursor.clone()));
            let outcome = api::fetch_once::<ListApprovals>(&NoPath {}, &query).await;
            // The page may be gone, or the list may have shifted.
            let same = self.busy.try_set(false).is_none() && untrack(|| self.cursor()) == Some(cursor);
            match outcome {
                Ok(page) if same => {
                    self.appended.update(|appended| appended.extend(page.items));
                    self.next.set(Some(page.next));
                }
                Err(error) if same => self.error.set(Some(error)),
                _ => {}
            }
        });
    }

    /// The button at the end of the list.
    pub fn button(self) -> AnyView {
        let there = Memo::new(move |_| self.cursor().is_some());
        let press = Callback::new(move |()| self.ask());
        let button = move || {
            there.get().then(|| {
                view! { <p class="more"><Button busy=self.busy on_press=press>{m::common::more()}</Button></p> }
            })
        };
        let error =
            move || self.error.get().map(|e| view! { <p class="field__error" role="alert">{e.words()}</p> });
        view! { {button} {error} }.into_any()
    }
}
