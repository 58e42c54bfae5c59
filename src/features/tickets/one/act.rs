//! Doing something with the ticket: one thing at a time, on the version that is shown, and what came of it.

use super::{super::words, subject::Subject};
use crate::{
    api::{self, ApiError, Key, Topic},
    i18n::m,
    router::{NavigateOptions, use_navigate},
    routes,
    ui::{AnnouncerHandle, use_announcer},
};
use guichet_contract::{
    Code, Problem,
    endpoints::{ActOnTicket, ActionPath},
    types::{ActionInput, Ticket},
};
use guichet_rules::ticket::{Action, Refusal};
use leptos::{html, prelude::*, task::spawn_local};

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was done.
    Done,
    /// It was refused: the same call would be refused again, another one is another call.
    Refused,
    /// Nobody knows: the same call, with the same key, may be tried again.
    Unknown,
}

/// Where the form of an action opens: beside what it answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the side panel, below the buttons.
    Panel,
    /// Below the notice that it is resolved.
    Verdict,
    /// Below the reply.
    Reply,
}

/// Whoever does something with the ticket of this page.
#[derive(Clone, Copy)]
pub struct Actor {
    /// The ticket.
    pub subject: Subject,
    /// The action whose form is open, and where.
    pub open: RwSignal<Option<(Action, Place)>>,
    /// What is under way.
    pub busy: RwSignal<Option<Action>>,
    /// Why the last one was not done.
    pub problem: RwSignal<Option<String>>,
    /// The heading of the actions: takes the focus when what had it is gone.
    pub heading: NodeRef<html::H2>,
    announcer: AnnouncerHandle,
    /// The key of an action without a form, until it went through.
    direct: StoredValue<Option<(Action, Key)>>,
    go: crate::router::Go,
}

impl Actor {
    /// On the ticket of this page.
    pub fn new(subject: Subject) -> Self {
        let navigate = use_navigate();
        let go = move |to: &str| navigate(to, NavigateOptions::default());
        Self {
            subject,
            open: RwSignal::new(None),
            busy: RwSignal::new(None),
            problem: RwSignal::new(None),
            heading: NodeRef::new(),
            announcer: use_announcer(),
            direct: StoredValue::new(None),
            go: StoredValue::new_local(Box::new(go) as Box<dyn Fn(&str)>),
        }
    }

    /// Does it, then tells `then` what came of it, whether or not the page is still there.
    pub fn act(self, action: Action, input: ActionInput, key: Key, then: impl FnOnce(Outcome) + 'static) {
        let Some(version) = self.subject.version() else { return };
        if self.busy.with_untracked(Option::is_some) {
            return;
        }
        self.busy.set(Some(action));
        self.problem.set(None);
        self.subject.overtaken.set(false);
        let path = ActionPath { ticket: self.subject.id.get_value(), action: action.as_str().to_owned() };
        spawn_local(async move {
            let changed = [Topic::Tickets, Topic::Approvals, Topic::Me];
            let outcome = api::act::<ActOnTicket>(&path, &input, &version, &key, &changed).await;
            let gone = self.busy.try_set(None).is_some();
            match outcome {
                Ok((reply, etag)) => {
                    then(Outcome::Done);
                    if !gone {
                        self.done(action, reply.ticket, etag);
                    }
                }
                Err(error) => {
                    then(if error.is_answer() { Outcome::Refused } else { Outcome::Unknown });
                    if !gone {
                        self.explain(&error);
                    }
                }
            }
        });
    }

    /// Does what needs no form.
    pub fn act_directly(self, action: Action) {
        let kept = self.direct.get_value().filter(|(of, _)| *of == action);
        let key = kept.map_or_else(Key::fresh, |(_, key)| key);
        self.direct.set_value(Some((action, key.clone())));
        self.act(action, ActionInput::default(), key, move |outcome| {
            if outcome != Outcome::Unknown {
                self.direct.try_update_value(|direct| *direct = None);
            }
        });
    }

    fn done(self, action: Action, ticket: Ticket, etag: Option<String>) {
        if action == Action::FollowUp {
            let to = routes::receipt(ticket.summary.id.as_str());
            self.go.with_value(|go| go(&to));
            return;
        }
        self.subject.take(ticket, etag);
        self.announcer.say(words::done(action));
        self.focus();
    }

    fn explain(self, error: &ApiError) {
        let words = match error {
            ApiError::Refused(problem) if problem.code == Code::Stale => {
                self.overtaken(problem);
                None
            }
            ApiError::Refused(problem) if problem.code == Code::Invalid && !problem.errors.is_empty() => {
                let details = problem.errors.iter().map(|error| error.detail.as_str());
                Some(details.collect::<Vec<_>>().join(" "))
            }
            ApiError::Refused(problem) => {
                // The rules gave the reason, so what is shown here is out of date.
                let refusal = api::read::<Refusal>(&problem.reason.to_string());
                if refusal.is_some() {
                    api::refresh(&[Topic::Tickets]);
                }
                Some(refusal.map_or_else(|| error.words(), |refusal| words::refusal(&refusal)))
            }
            _ => Some(error.words()),
        };
        if let Some(words) = &words {
            self.announcer.say(words.clone());
        }
        self.problem.set(words);
    }

    /// Somebody was faster: show what is there now, and leave it to the person to go on.
    fn overtaken(self, problem: &Problem) {
        if let Some(ticket) = api::read::<Ticket>(&problem.current.to_string()) {
            self.subject.take(ticket, None);
        }
        self.subject.overtaken.set(true);
        api::refresh(&[Topic::Tickets]);
        self.announcer.say(m::ticket_page::overtaken_title());
    }

    /// Opens the form of an action.
    pub fn open(self, action: Action, place: Place) {
        self.problem.set(None);
        self.open.set(Some((action, place)));
    }

    /// Closes the form that is open. What was typed stays on the device.
    pub fn close(self) {
        self.open.try_set(None);
        self.focus();
    }

    fn focus(self) {
        if let Some(heading) = self.heading.try_get_untracked().flatten() {
            // A heading that is gone by now needs no focus.
            let _ = heading.focus();
        }
    }
}
