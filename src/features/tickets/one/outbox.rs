//! What is being written, and what was sent and has not yet arrived. Both outlive a reload: the text as a draft, the
//! message with its idempotency key, so that sending it again cannot say it twice.

use super::{super::files::files, subject::Subject};
use crate::{
    api::{self, Key, Topic},
    draft,
    i18n::m,
    ui::{AnnouncerHandle, use_announcer},
    upload::{Begun, Hold, Uploads},
};
use chrono::{DateTime, Utc};
use guichet_contract::{
    endpoints::{AddComment, CommentPath},
    types::{Attachment, CommentInput},
};
use leptos::{prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

/// A message that was sent off.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// What was written.
    pub text: String,
    /// For the desk alone.
    pub internal: bool,
    /// What goes with it.
    pub files: Vec<Attachment>,
    key: String,
}

/// How a message fares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// On its way.
    Sending,
    /// Arrived; the timeline had so many entries before.
    Arrived(usize),
    /// Not taken, and why.
    Failed(String),
}

/// What is kept on the device.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    text: String,
    internal: bool,
    files: Vec<Attachment>,
    begun: Vec<Begun>,
    outbox: Option<Message>,
}

/// What is being written on a ticket.
#[derive(Clone, Copy)]
pub struct Outbox {
    /// The ticket.
    pub subject: Subject,
    /// The text in the box.
    pub text: RwSignal<String>,
    /// It is for the desk alone.
    pub internal: RwSignal<bool>,
    /// What goes with it.
    pub files: Uploads,
    /// Whether it is to be sent once they are there.
    pub hold: Hold,
    /// What was sent and is not yet in the timeline.
    pub message: RwSignal<Option<Message>>,
    /// How that fares.
    pub fate: RwSignal<Fate>,
    /// Why what is in the box cannot be sent.
    pub problem: RwSignal<Option<String>>,
    /// When the box was last saved.
    pub saved: RwSignal<Option<DateTime<Utc>>>,
    announcer: AnnouncerHandle,
}

impl Outbox {
    /// With what was kept on this device.
    pub fn new(subject: Subject) -> Self {
        let files = files();
        let outbox = Self {
            subject,
            text: RwSignal::new(String::new()),
            internal: RwSignal::new(false),
            files,
            hold: Hold::of(files),
            message: RwSignal::new(None),
            fate: RwSignal::new(Fate::Sending),
            problem: RwSignal::new(None),
            saved: RwSignal::new(None),
            announcer: use_announcer(),
        };
        outbox.restore_and_keep();
        outbox.hold.follow(move || outbox.send());
        // Once the timeline holds it, the message need not stand in for itself.
        Effect::new(move || {
            let entries = subject.timeline.with(|entries| entries.map_or(0, Vec::len));
            if matches!(outbox.fate.get(), Fate::Arrived(before) if entries > before) {
                outbox.message.set(None);
            }
        });
        outbox
    }

    fn name(self) -> String {
        self.subject.id.with_value(|id| format!("reply:{id}"))
    }

    fn restore_and_keep(self) {
        let person = move || self.subject.me();
        let restored = draft::restored(self.name(), person, move |kept: Kept| self.restore(kept));
        Effect::new(move || {
            let kept = Kept {
                text: self.text.get(),
                internal: self.internal.get(),
                files: self.files.there.get(),
                begun: self.files.begun.get(),
                outbox: self.message.get(),
            };
            if restored.get() {
                self.saved.set(keep(&self.name(), &untrack(person), &kept));
            }
        });
    }

    fn restore(self, kept: Kept) {
        if self.text.with_untracked(String::is_empty) {
            self.text.set(kept.text);
        }
        self.internal.set(kept.internal);
        self.files.restore(kept.files, kept.begun);
        if kept.outbox.is_some() {
            // It was sent off before; with its key that is safe to do again.
            self.message.set(kept.outbox);
            self.deliver();
        }
    }

    fn has_arrived(self) -> bool {
        self.fate.with_untracked(|fate| matches!(fate, Fate::Arrived(_)))
    }

    /// Sends what is in the box. It shows in the timeline at once.
    pub fn send(self) {
        let text = self.text.get_untracked().trim().to_owned();
        let problem = if text.is_empty() {
            Some(m::ticket_page::need_text())
        } else if let Some(unfinished) = untrack(|| self.files.stuck()) {
            Some(unfinished)
        } else if self.message.with_untracked(Option::is_some) && !self.has_arrived() {
            Some(m::ticket_page::need_outbox())
        } else {
            None
        };
        self.problem.set(problem.clone());
        if problem.is_some() || self.hold.waits() {
            return;
        }
        let files = self.files.there.get_untracked();
        let (internal, key) = (self.internal.get_untracked(), Key::fresh().to_string());
        self.message.set(Some(Message { text, internal, files, key }));
        self.text.set(String::new());
        self.files.clear();
        self.deliver();
    }

    /// Sends the message, once more if it failed.
    pub fn deliver(self) {
        let Some(message) = self.message.get_untracked() else { return };
        let before = self.subject.timeline.get_untracked().map_or(0, |entries| entries.len());
        let (id, name) = (self.subject.id.get_value(), self.name());
        let person = untrack(|| self.subject.me());
        self.fate.set(Fate::Sending);
        spawn_local(async move {
            let input = CommentInput {
                text: message.text.clone(),
                internal: message.internal,
                attachments: message.files.iter().map(|file| file.id.clone()).collect(),
            };
            let path = CommentPath { ticket: id };
            let key = Key::kept(&message.key);
            let outcome = api::create::<AddComment>(&path, &input, &key, &[Topic::Tickets, Topic::Me]).await;
            match outcome {
                Ok(ticket) => {
                    forget(&name, &person, &message);
                    // The page may be gone.
                    if self.fate.try_set(Fate::Arrived(before)).is_none() {
                        self.subject.take(ticket, None);
                        self.announcer.say(m::ticket_page::done_comment());
                    }
                }
                Err(error) => {
                    if error.is_answer() {
                        // It was refused for good; changed, it is another message.
                        let key = Key::fresh().to_string();
                        self.message.try_update(|sent| {
                            if let Some(sent) = sent {
                                sent.key = key;
                            }
                        });
                    }
                    self.fate.try_set(Fate::Failed(error.words()));
                }
            }
        });
    }

    /// Takes the message back into the box, before what was typed since.
    pub fn take_back(self) {
        let Some(message) = self.message.get_untracked() else { return };
        self.text.update(|text| {
            *text = if text.trim().is_empty() { message.text } else { format!("{}\n\n{text}", message.text) };
        });
        self.internal.set(message.internal);
        self.files.give_back(message.files);
        self.message.set(None);
    }
}

/// Keeps it, or forgets it if there is nothing to keep. Gives when it was saved.
fn keep(name: &str, person: &str, kept: &Kept) -> Option<DateTime<Utc>> {
    if kept.text.trim().is_empty() && kept.files.is_empty() && kept.begun.is_empty() && kept.outbox.is_none()
    {
        draft::forget(name, person);
        return None;
    }
    let title: String = kept.text.chars().take(60).collect();
    draft::keep(name, &title, person, kept)
}

/// The message arrived, and must not be sent again after a reload, whether or not the page is still open.
fn forget(name: &str, person: &str, message: &Message) {
    if let Some(draft) = draft::kept::<Kept>(name, person) {
        let mut kept = draft.content;
        if kept.outbox.as_ref().is_some_and(|outbox| outbox.key == message.key) {
            kept.outbox = None;
        }
        keep(name, person, &kept);
    }
}
