//! Did this help? Yes and no are sent at once; after "no" the person may say what was missing. Both buttons stay where they
//! are, so that neither the focus nor the earlier choice is lost.

use super::reason::reason_form;
use crate::{
    api::{self, Key, Query, Unanswered},
    draft,
    i18n::m,
    session::{Session, use_session},
    ui::use_ids,
};
use chrono::{DateTime, Utc};
use guichet_contract::{
    endpoints::{FeedbackPath, GiveFeedback},
    types::{Article, FeedbackInput},
};
use guichet_rules::ids::ArticleId;
use leptos::{html, prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

/// A reason that was not sent yet, as it is kept on the device.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    reason: String,
    /// Under which it was sent off, if it was.
    key: Option<String>,
}

/// What a person says of an article.
#[derive(Clone, Copy)]
pub(super) struct Feedback {
    article: Query<Article>,
    id: StoredValue<ArticleId>,
    session: Session,
    /// What they have said, now or earlier.
    said: Memo<Option<bool>>,
    thanks: RwSignal<Option<String>>,
    /// Where that is said; the focus goes there when the form closes.
    told: NodeRef<html::P>,
    /// Whether the reason is asked for.
    asking: RwSignal<bool>,
    /// What is typed.
    pub reason: RwSignal<String>,
    /// When that was last saved.
    pub saved: RwSignal<Option<DateTime<Utc>>>,
    /// What is on its way.
    pub sending: RwSignal<Option<FeedbackInput>>,
    error: RwSignal<Option<String>>,
    tried: Unanswered,
}

impl Feedback {
    fn new(article: Query<Article>, id: ArticleId) -> Self {
        let feedback = Self {
            article,
            id: StoredValue::new(id),
            session: use_session(),
            said: Memo::new(move |_| article.with(|article| article.and_then(|article| article.my_feedback))),
            thanks: RwSignal::new(None),
            told: NodeRef::new(),
            asking: RwSignal::new(false),
            reason: RwSignal::new(String::new()),
            saved: RwSignal::new(None),
            sending: RwSignal::new(None),
            error: RwSignal::new(None),
            tried: Unanswered::new(),
        };
        let person = Memo::new(move |_| feedback.session.person());
        Effect::new(move || person.with(|person| feedback.restore(person)));
        feedback
    }

    fn draft(self) -> String {
        self.id.with_value(|id| format!("feedback:{id}"))
    }

    /// Goes on where the person left off.
    fn restore(self, person: &str) {
        if person.is_empty() || self.reason.with_untracked(|reason| !reason.is_empty()) {
            return;
        }
        let Some(kept) = draft::kept::<Kept>(&self.draft(), person) else { return };
        if let Some(key) = &kept.content.key {
            let body = FeedbackInput { helpful: false, comment: Some(kept.content.reason.trim().to_owned()) };
            self.tried.keep(said(&body), Key::kept(key));
        }
        self.saved.set(DateTime::from_timestamp_millis(kept.saved_at));
        self.reason.set(kept.content.reason);
        self.asking.set(self.said.get_untracked() != Some(true));
    }

    fn keep(self, key: Option<&Key>) {
        let (person, reason) = (untrack(|| self.session.person()), self.reason.get_untracked());
        if reason.trim().is_empty() {
            draft::forget(&self.draft(), &person);
            self.saved.set(None);
        } else if !person.is_empty() {
            let title = self.article.get_untracked().map(|article| article.summary.title).unwrap_or_default();
            let kept = Kept { reason, key: key.map(ToString::to_string) };
            self.saved.set(draft::keep(&self.draft(), &title, &person, &kept));
        }
    }

    /// Takes what is typed.
    pub fn type_in(self, text: String) {
        self.reason.set(text);
        self.error.set(None);
        self.keep(None);
    }

    fn choose(self, helpful: bool) {
        if !helpful {
            self.asking.set(true);
        }
        if self.said.get_untracked() != Some(helpful) {
            self.send(FeedbackInput { helpful, comment: None });
        }
    }

    /// Sends what was missing; nothing where nothing was typed.
    pub fn send_reason(self) {
        let reason = self.reason.with_untracked(|reason| reason.trim().to_owned());
        if reason.is_empty() {
            self.close();
        } else {
            self.send(FeedbackInput { helpful: false, comment: Some(reason) });
        }
    }

    /// Asks no further. What was typed is kept.
    pub fn close(self) {
        self.asking.set(false);
        self.thanks.set(None);
        self.focus();
    }

    fn focus(self) {
        if let Some(told) = self.told.get_untracked() {
            // It is on the page, so it takes the focus.
            let _ = told.focus();
        }
    }

    fn send(self, body: FeedbackInput) {
        if self.sending.with_untracked(Option::is_some) {
            return;
        }
        let key = self.tried.key(said(&body));
        if body.comment.is_some() {
            self.keep(Some(&key));
        }
        self.error.set(None);
        self.sending.set(Some(body.clone()));
        let (path, draft) = (FeedbackPath { article: self.id.get_value() }, self.draft());
        let person = untrack(|| self.session.person());
        spawn_local(async move {
            let outcome = api::create::<GiveFeedback>(&path, &body, &key, &[]).await;
            if outcome.is_ok() && body.comment.is_some() {
                draft::forget(&draft, &person);
            }
            // The page may be gone.
            if self.sending.try_set(None).is_some() {
                return;
            }
            match outcome {
                Ok(article) => self.take(&body, article),
                Err(error) => self.error.set(Some(error.words())),
            }
        });
    }

    fn take(self, body: &FeedbackInput, article: Article) {
        self.tried.answered();
        // What the reader has before them stays, whatever language the answer is in.
        if let Some(shown) = self.article.get_untracked() {
            let Article { my_feedback, helped, .. } = article;
            self.article.set(Article { my_feedback, helped, ..shown }, None);
        }
        let thanks = match (body.helpful, body.comment.is_some()) {
            (true, _) => m::knowledge::thanks_yes(),
            (false, false) => m::knowledge::thanks_no(),
            (false, true) => m::knowledge::thanks_reason(),
        };
        self.thanks.set(Some(thanks));
        if body.helpful {
            self.asking.set(false);
        } else if body.comment.is_some() {
            self.asking.set(false);
            self.reason.set(String::new());
            self.saved.set(None);
            self.focus();
        }
    }
}

/// What tells one of these calls from another.
fn said(body: &FeedbackInput) -> String {
    format!("{body:?}")
}

/// The question.
pub(super) fn feedback(article: Query<Article>, id: ArticleId) -> AnyView {
    let feedback = Feedback::new(article, id);
    let question = use_ids("helped");
    let earlier = move || {
        let helped = feedback.said.get()?;
        Some(if helped { m::knowledge::said_yes() } else { m::knowledge::said_no() })
    };
    let told = move || feedback.thanks.get().or_else(earlier);
    let error =
        move || feedback.error.get().map(|words| view! { <p class="field__error" role="alert">{words}</p> });
    view! {
        <div class="feedback stack no-print">
            <p class="feedback__question" id=question.get_value()>{m::knowledge::helped()}</p>
            <div class="chips" role="group" aria-labelledby=question.get_value()>
                {choice(feedback, true, m::common::yes())}
                {choice(feedback, false, m::common::no())}
            </div>
            <p node_ref=feedback.told role="status" tabindex="-1">{told}</p>
            {move || feedback.asking.get().then(|| reason_form(feedback))}
            {error}
        </div>
    }
    .into_any()
}

fn choice(feedback: Feedback, helpful: bool, label: String) -> AnyView {
    let pressed = move || if feedback.said.get() == Some(helpful) { "true" } else { "false" };
    let busy = move || {
        let own = |body: &FeedbackInput| body.helpful == helpful && body.comment.is_none();
        feedback.sending.with(|sending| sending.as_ref().is_some_and(own)).then_some("true")
    };
    view! {
        <button
            class="chip"
            type="button"
            aria-pressed=pressed
            aria-busy=busy
            on:click=move |_| feedback.choose(helpful)
        >
            {label}
        </button>
    }
    .into_any()
}
