//! Dealing with words that people search for: they need no answer, or one answers them already.

use crate::{
    api::{self, ApiError, Topic, Unanswered},
    draft,
    i18n::m,
    lookup::{Suggestions, look_up_article},
    session::{Session, use_session},
    ui::{AnnouncerHandle, Button, Choice, FieldText, TextArea, use_announcer},
};
use guichet_contract::{
    endpoints::{DecideLearning, LearningPath},
    types::{ArticleRef, LearningChoice, LearningDecisionInput, LearningEntry, Lookup},
};
use guichet_rules::ids::ArticleId;
use leptos::{ev, html, prelude::*, task::spawn_local};
use std::collections::BTreeMap;

/// What is done about one entry; of the page, so that fetching the list again takes nothing away that was typed.
#[derive(Clone, Copy)]
pub(super) struct Deciding {
    /// Which entry is being dealt with, and how.
    open: RwSignal<Option<(String, LearningChoice)>>,
    /// Whether any entry is being dealt with.
    pub dealing: Memo<bool>,
    /// What was dealt with on this page, as it is now.
    pub here: RwSignal<BTreeMap<String, LearningEntry>>,
    reason: RwSignal<String>,
    article: RwSignal<Option<Choice>>,
    busy: RwSignal<bool>,
    problem: RwSignal<Option<String>>,
    call: Unanswered,
    /// The entry of which what can be done next takes the focus once it is there.
    moving: StoredValue<Option<String>>,
    announcer: AnnouncerHandle,
    session: Session,
}

/// What the reason of an entry is kept as until it is sent.
fn kept_as(id: &str) -> String {
    format!("learning:{id}")
}

impl Deciding {
    pub fn new() -> Self {
        let open = RwSignal::new(None);
        Self {
            open,
            dealing: Memo::new(move |_| open.with(Option::is_some)),
            here: RwSignal::new(BTreeMap::new()),
            reason: RwSignal::new(String::new()),
            article: RwSignal::new(None),
            busy: RwSignal::new(false),
            problem: RwSignal::new(None),
            call: Unanswered::new(),
            moving: StoredValue::new(None),
            announcer: use_announcer(),
            session: use_session(),
        }
    }

    /// Begins anew, with another list.
    pub fn forget(self) {
        self.here.set(BTreeMap::new());
        self.open.set(None);
    }

    /// An entry as it is now.
    pub fn now(self, entry: &LearningEntry) -> LearningEntry {
        self.here.with(|here| here.get(&entry.id).cloned()).unwrap_or_else(|| entry.clone())
    }

    /// How an entry is being dealt with, if it is.
    pub fn how(self, id: &str) -> Option<LearningChoice> {
        self.open.with(|open| open.as_ref().filter(|(open, _)| open == id).map(|(_, how)| *how))
    }

    /// For what can be done next about an entry: it takes the focus when what was pressed has just made room for it.
    pub fn arrival(self, id: &str) -> NodeRef<html::Button> {
        let button = NodeRef::<html::Button>::new();
        if self.moving.with_value(|moving| moving.as_deref() == Some(id)) {
            button.on_load(move |button| {
                // Not before: a row may be made twice until it is on the page.
                self.moving.set_value(None);
                let _ = button.focus();
            });
        }
        button
    }

    /// Opens the form of an entry, with the reason that was begun, or closes it.
    pub fn toggle(self, id: &str, how: LearningChoice) {
        let same = untrack(|| self.how(id)) == Some(how);
        let kept = (how == LearningChoice::NotNeeded)
            .then(|| draft::kept::<String>(&kept_as(id), &untrack(|| self.session.person())));
        self.reason.set(kept.flatten().map(|kept| kept.content).unwrap_or_default());
        self.article.set(None);
        self.problem.set(None);
        self.open.set((!same).then(|| (id.to_owned(), how)));
    }

    /// Takes what is typed as a reason. It outlives the page.
    fn type_in(self, id: &str, text: String) {
        let person = untrack(|| self.session.person());
        if text.trim().is_empty() {
            draft::forget(&kept_as(id), &person);
        } else {
            draft::keep(&kept_as(id), "", &person, &text);
        }
        self.reason.set(text);
    }

    /// Takes a decision back.
    pub fn take_back(self, entry: &LearningEntry) {
        let input = LearningDecisionInput { choice: LearningChoice::Open, reason: None, article: None };
        self.send(entry, input, m::learning::taken_back(&entry.words));
    }

    fn confirm(self, entry: &LearningEntry, choice: LearningChoice) {
        let chosen = self.article.get_untracked().and_then(|choice| ArticleId::new(choice.value).ok());
        if choice == LearningChoice::Article && chosen.is_none() {
            self.problem.set(Some(m::learning::which_needed()));
            return;
        }
        let reason = self.reason.with_untracked(|reason| reason.trim().to_owned());
        let reason = Some(reason).filter(|reason| !reason.is_empty());
        let input = LearningDecisionInput { choice, reason, article: chosen };
        self.send(entry, input, m::learning::saved(&entry.words));
    }

    fn send(self, entry: &LearningEntry, input: LearningDecisionInput, said: String) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.problem.set(None);
        let path = LearningPath { entry: entry.id.clone() };
        let key = self.call.key(format!("{} {input:?}", entry.id));
        let person = untrack(|| self.session.person());
        spawn_local(async move {
            // What articles are found by is another from now on.
            let outcome = api::create::<DecideLearning>(&path, &input, &key, &[Topic::Content]).await;
            if outcome.is_ok() {
                draft::forget(&kept_as(&path.entry), &person);
            }
            // The page may be gone.
            if self.busy.try_set(false).is_some() {
                return;
            }
            if outcome.as_ref().err().is_none_or(ApiError::is_answer) {
                self.call.answered();
            }
            match outcome {
                Ok(entry) => {
                    self.moving.set_value(Some(entry.id.clone()));
                    self.open.set(None);
                    self.here.update(|here| {
                        here.insert(entry.id.clone(), entry);
                    });
                    self.announcer.say(said);
                }
                Err(error) => self.problem.set(Some(error.words())),
            }
        });
    }

    /// Why it did not work, at the entry that it was about.
    pub fn problem(self) -> AnyView {
        (move || self.problem.get().map(|words| view! { <p class="field__error" role="alert">{words}</p> }))
            .into_any()
    }
}

/// The form of an entry.
pub(super) fn form(deciding: Deciding, entry: LearningEntry, how: LearningChoice) -> AnyView {
    let field = if how == LearningChoice::Article {
        which(deciding, &entry)
    } else {
        let field = FieldText::new(m::learning::why()).optional(Some(m::common::optional()));
        let id = entry.id.clone();
        let type_in = Callback::new(move |text: String| deciding.type_in(&id, text));
        view! { <TextArea field=field value=deciding.reason on_input=type_in/> }.into_any()
    };
    let id = entry.id.clone();
    let cancel = Callback::new(move |()| deciding.toggle(&id, how));
    let submit = move |ev: ev::SubmitEvent| {
        ev.prevent_default();
        deciding.confirm(&entry, how);
    };
    view! {
        <form class="form row__actions" novalidate=true on:submit=submit>
            {field}
            {deciding.problem()}
            <div class="form__actions">
                <Button submit=true busy=deciding.busy>{m::learning::confirm()}</Button>
                <Button on_press=cancel>{m::learning::cancel()}</Button>
            </div>
        </form>
    }
    .into_any()
}

/// Which article it is: those that the words find, until others are typed.
fn which(deciding: Deciding, entry: &LearningEntry) -> AnyView {
    let nearest: Vec<Lookup> = entry.nearest.iter().map(lookup).collect();
    let articles = Suggestions::new(move |asked| {
        let typed = asked.q.as_deref().is_some_and(|words| !words.trim().is_empty());
        if typed || nearest.is_empty() {
            return look_up_article(asked);
        }
        let nearest = nearest.clone();
        Box::pin(async move { Ok(nearest) })
    });
    let field = FieldText::new(m::learning::which()).hint(Some(m::learning::which_hint()));
    let take = Callback::new(move |choice: Option<Choice>| deciding.article.set(choice));
    articles.field(field, deciding.article.into(), take)
}

fn lookup(article: &ArticleRef) -> Lookup {
    let (id, label) = (article.id.to_string(), article.title.clone());
    Lookup { id, label, hint: None, facts: BTreeMap::new() }
}
