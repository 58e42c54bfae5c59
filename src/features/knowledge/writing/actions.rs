//! One call at a time that acts on something, with the key that keeps it from being done twice.

use crate::api::{ApiError, Key, Topic, Unanswered, act};
use guichet_contract::{
    endpoints::{ActOnArticle, ArticleActionPath},
    types::{ArticleActionInput, ArticleStanding},
};
use guichet_rules::{article::WritingAction, ids::ArticleId};
use leptos::prelude::*;

/// Does `action` with an article as a whole, of which `version` was seen; whatever shows articles follows. Gives where it stands
/// then, with its `ETag`.
pub(super) async fn act_on_article(
    (article, version): (ArticleId, u64),
    action: WritingAction,
    input: &ArticleActionInput,
    key: &Key,
) -> Result<(ArticleStanding, Option<String>), ApiError> {
    let path = ArticleActionPath { article, action: action.as_str().to_owned() };
    act::<ActOnArticle>(&path, input, &format!("\"{version}\""), key, &[Topic::Content]).await
}

/// A call, under way or done.
#[derive(Debug, Clone, Copy)]
pub(super) struct Doing {
    /// What is under way, by a name of the caller's.
    pub busy: RwSignal<Option<String>>,
    /// Why the last did not go.
    pub problem: RwSignal<Option<String>>,
    call: Unanswered,
}

impl Doing {
    /// Nothing was done yet.
    pub fn new() -> Self {
        Self { busy: RwSignal::new(None), problem: RwSignal::new(None), call: Unanswered::new() }
    }

    /// Begins `what`, which says `said`; gives its key, the same one until it is answered. `None` while something is under way.
    pub fn begin(self, what: &str, said: &str) -> Option<Key> {
        if self.busy.get_untracked().is_some() {
            return None;
        }
        self.problem.set(None);
        self.busy.set(Some(what.to_owned()));
        Some(self.call.key(format!("{what} {said}")))
    }

    /// It was answered. False where nobody is there any more.
    pub fn end(self, error: Option<&ApiError>) -> bool {
        if self.busy.try_set(None).is_some() {
            return false;
        }
        if error.is_none_or(ApiError::is_answer) {
            self.call.answered();
        }
        self.problem.set(error.map(ApiError::words));
        true
    }

    /// Whether `what` is under way.
    pub fn is_busy(self, what: &'static str) -> Signal<bool> {
        Signal::derive(move || self.busy.with(|busy| busy.as_deref() == Some(what)))
    }

    /// Why the last did not go, where it is read out.
    pub fn failure(self) -> AnyView {
        let words = move || self.problem.get().map(|words| view! { <p class="field__error">{words}</p> });
        view! { <div role="alert">{words}</div> }.into_any()
    }
}
