//! Secret answers: asked for one by one, shown for a moment, kept nowhere.

use super::{super::words, subject::Subject};
use crate::{
    api::{self, ApiError, Topic},
    i18n::m,
    ui::{AnnouncerHandle, Button, clipboard, use_announcer},
};
use guichet_contract::{
    Code,
    endpoints::{RevealAnswer, RevealPath},
    types::RevealedAnswer,
};
use guichet_rules::{ids::QuestionId, secret::Refusal};
use leptos::{html, prelude::*, task::spawn_local};
use std::time::Duration;

/// Long enough to type it off, short enough that whoever goes for a coffee leaves nothing on the screen.
const SHOWN_SECONDS: u32 = 30;

/// The secret answers of a ticket, of which one is shown at a time.
#[derive(Clone, Copy)]
pub(super) struct Secrets {
    subject: Subject,
    shown: RwSignal<Option<Shown>>,
    busy: RwSignal<Option<QuestionId>>,
    said: RwSignal<Option<Said>>,
    /// The button that shows the one that is shown.
    button: StoredValue<Option<NodeRef<html::Button>>>,
    /// Whether the focus is on what goes away with it.
    inside: RwSignal<bool>,
    timer: StoredValue<Option<TimeoutHandle>>,
    announcer: AnnouncerHandle,
}

/// What is shown. It has no `Debug`, so that it gets into no console.
struct Shown {
    question: QuestionId,
    value: String,
}

/// What came of it, in words.
struct Said {
    question: QuestionId,
    words: String,
}

impl Secrets {
    /// Those of the ticket of this page.
    pub fn new(subject: Subject) -> Self {
        let secrets = Self {
            subject,
            shown: RwSignal::new(None),
            busy: RwSignal::new(None),
            said: RwSignal::new(None),
            button: StoredValue::new(None),
            inside: RwSignal::new(false),
            timer: StoredValue::new(None),
            announcer: use_announcer(),
        };
        on_cleanup(move || secrets.stop());
        secrets
    }

    /// The place of a secret answer: what is said in its stead, and for the desk a button that shows it.
    pub fn answer(self, question: &QuestionId, label: &str, masked: &str) -> AnyView {
        let (question, masked) = (StoredValue::new(question.clone()), StoredValue::new(masked.to_owned()));
        let value = move || self.value(question).unwrap_or_else(|| masked.get_value());
        let said = move || self.words(question).map(|words| view! { <span class="muted">{words}</span> });
        view! {
            <div class="secret">
                <span class="secret__value">{value}</span>
                {self.controls(question, label)}
                <span class="secret__said">{said}</span>
            </div>
        }
        .into_any()
    }

    fn controls(self, question: StoredValue<QuestionId>, label: &str) -> AnyView {
        let label = StoredValue::new(format!(" {label}"));
        let button = NodeRef::<html::Button>::new();
        let desk = Memo::new(move |_| self.subject.desk());
        let shown = Memo::new(move |_| self.value(question).is_some());
        let busy = Signal::derive(move || self.busy.with(|busy| *busy == Some(question.get_value())));
        let refusal = Signal::derive(move || self.refusal(question).map(|why| words::secret(why, true)));
        let toggle = Callback::new(move |()| {
            if shown.get_untracked() {
                self.hide();
            } else {
                self.show(question.get_value(), button);
            }
        });
        let verb = move || {
            if shown.get() { m::ticket_page::secret_hide() } else { m::ticket_page::secret_show() }
        };
        let copy = move || {
            shown.get().then(|| {
                let press = Callback::new(move |()| self.copy());
                view! {
                    <span
                        on:focusin=move |_| self.inside.set(true)
                        on:focusout=move |_| {
                            self.inside.try_set(false);
                        }
                    >
                        <Button small=true on_press=press>
                            {m::ticket_page::secret_copy()}
                            <span class="visually-hidden">{label.get_value()}</span>
                        </Button>
                    </span>
                }
            })
        };
        (move || {
            desk.get().then(|| {
                view! {
                    <div class="cluster no-print">
                        <Button
                            small=true
                            node_ref=button
                            busy=busy
                            disabled_reason=refusal
                            on_press=toggle
                        >
                            {verb}
                            <span class="visually-hidden">{label.get_value()}</span>
                        </Button>
                        {copy}
                    </div>
                }
            })
        })
        .into_any()
    }

    /// The secret, while it is shown.
    fn value(self, question: StoredValue<QuestionId>) -> Option<String> {
        let question = question.get_value();
        self.shown.with(|shown| {
            shown.as_ref().filter(|shown| shown.question == question).map(|shown| shown.value.clone())
        })
    }

    /// Why this person may not read it.
    fn refusal(self, question: StoredValue<QuestionId>) -> Option<Refusal> {
        let question = question.get_value();
        let refusal = self.subject.see(|ticket| {
            let known = ticket.secrets.iter().find(|secret| secret.question == question)?;
            (!known.allowed).then(|| known.reason.unwrap_or(Refusal::Unknown))
        });
        refusal.flatten()
    }

    /// What is said below it: to the desk what came of the button, which says itself why it cannot be used; to others why they
    /// see nothing.
    fn words(self, question: StoredValue<QuestionId>) -> Option<String> {
        let refusal = self.refusal(question);
        if !self.subject.desk() {
            return refusal.map(|why| words::secret(why, false));
        }
        let question = question.get_value();
        let said = self.said.with(|said| {
            said.as_ref().filter(|said| said.question == question).map(|said| said.words.clone())
        });
        said.filter(|_| refusal.is_none())
    }

    fn show(self, question: QuestionId, button: NodeRef<html::Button>) {
        if self.busy.with_untracked(Option::is_some) {
            return;
        }
        self.hide();
        self.busy.set(Some(question.clone()));
        self.button.set_value(Some(button));
        let path = RevealPath { request: self.subject.id.get_value(), question: question.clone() };
        spawn_local(async move {
            let answer = api::send::<RevealAnswer>(&path, None, &[Topic::Tickets]).await;
            if self.busy.try_set(None).is_some() {
                // The page is gone, and the answer with it.
                return;
            }
            match answer {
                Ok(RevealedAnswer { value }) => {
                    self.say(&question, m::ticket_page::secret_shown(SHOWN_SECONDS));
                    self.shown.set(Some(Shown { question, value }));
                    let hide = move || self.over();
                    let time = Duration::from_secs(SHOWN_SECONDS.into());
                    self.timer.set_value(set_timeout_with_handle(hide, time).ok());
                }
                Err(error) => self.refused(&question, &error),
            }
        });
    }

    fn refused(self, question: &QuestionId, error: &ApiError) {
        self.say(question, error.words());
        if matches!(error.code(), Some(Code::NotAllowed | Code::Refused | Code::Gone | Code::NotFound)) {
            // What is shown here is out of date.
            api::refresh(&[Topic::Tickets]);
        }
    }

    /// The time is up.
    fn over(self) {
        if self.shown.try_with_untracked(Option::is_some) == Some(true) {
            self.hide();
            self.announcer.say(m::ticket_page::secret_hidden());
        }
    }

    fn hide(self) {
        self.stop();
        let button = self.button.try_get_value().flatten();
        let button = button.and_then(|node| node.try_get_untracked().flatten());
        if self.inside.try_get_untracked() == Some(true)
            && let Some(button) = button
        {
            // Where it is gone by now, so is the focus.
            let _ = button.focus();
        }
        self.inside.try_set(false);
        self.shown.try_set(None);
        self.said.try_set(None);
    }

    fn stop(self) {
        if let Some(timer) = self.timer.try_get_value().flatten() {
            timer.clear();
        }
    }

    fn copy(self) {
        let shown = self.shown.with_untracked(|shown| {
            shown.as_ref().map(|shown| (shown.question.clone(), shown.value.clone()))
        });
        let Some((question, value)) = shown else { return };
        spawn_local(async move {
            let words = if clipboard::copy(&value).await {
                m::ticket_page::secret_copied()
            } else {
                m::ticket_page::secret_not_copied()
            };
            self.say(&question, words);
        });
    }

    fn say(self, question: &QuestionId, words: String) {
        self.announcer.say(words.clone());
        self.said.try_set(Some(Said { question: question.clone(), words }));
    }
}
