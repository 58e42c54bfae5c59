//! The report while it is being written: kept as it is typed, checked when it is sent.

use super::{
    super::files::files,
    content::{Field, Report},
};
use crate::{
    api::{self, ApiError, Key, Topic},
    draft::{self, Keeper},
    learning,
    router::{NavigateOptions, use_navigate},
    routes,
    session::use_session,
    ui::{FieldError, FieldText, FocusMap},
    upload::{Begun, Hold, Uploads},
};
use guichet_contract::{NoPath, Problem, endpoints::CreateIncident, types::Attachment};
use leptos::{prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

/// What is kept on the device.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    report: Report,
    files: Vec<Attachment>,
    begun: Vec<Begun>,
}

/// The report while it is being written.
#[derive(Clone, Copy)]
pub struct Form {
    /// What was written.
    pub report: RwSignal<Report>,
    /// What goes with it.
    pub files: Uploads,
    /// Whether it is to be sent once they are there.
    pub hold: Hold,
    /// How many times it was sent.
    pub attempt: RwSignal<u32>,
    /// The fields, for the error summary.
    pub focus: FocusMap,
    /// It is on its way.
    pub busy: RwSignal<bool>,
    /// Why it was not taken, where no field is to blame.
    pub problem: RwSignal<Option<String>>,
    /// Keeps it, here and in other tabs.
    pub draft: Keeper,
    /// Another problem that the person came to report, while this one was not sent.
    pub other: RwSignal<Option<String>>,
    /// What the backend said of single fields.
    refused: RwSignal<Vec<(Field, String)>>,
    restored: RwSignal<bool>,
    go: crate::router::Go,
}

impl Form {
    /// Begins with the title that the person came with, or with what was kept.
    pub fn new(title: &str) -> Self {
        let navigate = use_navigate();
        let go = move |to: &str| navigate(to, NavigateOptions { replace: true, ..Default::default() });
        let session = use_session();
        let files = files();
        let form = Self {
            report: RwSignal::new(Report::new(title)),
            files,
            hold: Hold::of(files),
            attempt: RwSignal::new(0),
            focus: FocusMap::new(),
            busy: RwSignal::new(false),
            problem: RwSignal::new(None),
            draft: Keeper::new(draft::REPORT.to_owned(), move || session.person()),
            other: RwSignal::new(None),
            refused: RwSignal::new(Vec::new()),
            restored: RwSignal::new(false),
            go: StoredValue::new_local(Box::new(go) as Box<dyn Fn(&str)>),
        };
        form.hold.follow(move || form.send());
        form.files.close_while(move || form.draft.led_elsewhere());
        form.forget_what_is_right();
        let title = title.to_owned();
        Effect::new(move || match (form.draft.ready(), form.restored.get_untracked()) {
            (true, false) => {
                let newest = form.draft.newest();
                if let Some(kept) = newest.and_then(|record| api::read::<Kept>(&record.content)) {
                    form.restore(kept, &title);
                }
                form.restored.set(true);
            }
            // The session has ended; whoever comes next may be somebody else.
            (false, true) => {
                form.restored.set(false);
                form.report.set(Report::new(""));
                form.files.clear();
            }
            _ => {}
        });
        Effect::new(move || {
            let arrived = form.draft.arrived.get();
            if let Some(kept) = arrived.and_then(|record| api::read::<Kept>(&record.content)) {
                form.files.show(kept.files, kept.begun);
                form.report.set(kept.report);
            }
        });
        Effect::new(move || {
            let (files, begun) = (form.files.there.get(), form.files.begun.get());
            let kept = Kept { report: form.report.get(), files, begun };
            if form.restored.get() {
                form.keep(&kept);
            }
        });
        form
    }

    /// What was said of the files holds until something becomes of them.
    fn forget_what_is_right(self) {
        let state = Memo::new(move |_| (self.files.stuck(), self.files.there.with(Vec::len)));
        Effect::new(move |before: Option<()>| {
            state.track();
            if before.is_some() {
                self.refused.update(|refused| refused.retain(|(at, _)| *at != Field::Files));
            }
        });
    }

    fn restore(self, kept: Kept, wanted: &str) {
        let begun = kept.report.title.trim().to_owned();
        self.report.set(kept.report);
        self.report.update(|report| {
            if report.key.is_empty() {
                report.key = Key::fresh().to_string();
            }
        });
        self.files.restore(kept.files, kept.begun);
        if begun.is_empty() {
            self.report.update(|report| wanted.clone_into(&mut report.title));
        } else if !wanted.is_empty() && begun != wanted {
            self.other.set(Some(wanted.to_owned()));
        }
    }

    fn keep(self, kept: &Kept) {
        let Ok(content) = serde_json::to_string(kept) else { return };
        if !kept.report.is_empty() || !kept.files.is_empty() || !kept.begun.is_empty() {
            let title = kept.report.title.clone();
            self.draft.keep(move || Some((title, content)));
        } else if self.draft.newest().is_some() {
            // What was there was emptied by hand.
            self.draft.discard(content);
        }
    }

    /// Drops what was begun for the problem that the person came to report.
    pub fn begin_other(self) {
        if untrack(|| self.draft.locked()) {
            return;
        }
        if let Some(title) = self.other.get_untracked() {
            self.report.set(Report::new(&title));
            self.files.clear();
            self.attempt.set(0);
            self.other.set(None);
        }
    }

    /// Empties it: an answer has helped. What was written can be put back; its files stay where they are until then.
    pub fn close(self) -> Kept {
        let (files, begun) = (self.files.there.get_untracked(), self.files.begun.get_untracked());
        let kept = Kept { report: self.report.get_untracked(), files, begun };
        self.files.show(Vec::new(), Vec::new());
        self.report.set(Report::new(""));
        self.attempt.set(0);
        self.problem.set(None);
        self.refused.set(Vec::new());
        kept
    }

    /// Puts back what was written.
    pub fn reopen(self, kept: Kept) {
        self.report.set(kept.report);
        self.files.show(kept.files, kept.begun);
        self.focus.focus(Field::Title.key());
    }

    /// Changes `field`; what the backend said of it no longer holds. Nothing while the form is filled in in another tab.
    pub fn change(self, field: Field, change: impl FnOnce(&mut Report)) {
        if untrack(|| self.draft.locked()) {
            return;
        }
        self.report.update(change);
        if self.refused.with_untracked(|refused| refused.iter().any(|(at, _)| *at == field)) {
            self.refused.update(|refused| refused.retain(|(at, _)| *at != field));
        }
    }

    /// A part of the report, for a control.
    pub fn part<T: Send + Sync + 'static>(
        self,
        part: impl Fn(&Report) -> T + Send + Sync + 'static,
    ) -> Signal<T> {
        Signal::derive(move || self.report.with(&part))
    }

    fn wrong(self) -> Vec<(Field, String)> {
        if self.attempt.get() == 0 {
            return Vec::new();
        }
        let mut wrong = self.report.with(Report::missing);
        wrong.extend(self.refused.get());
        wrong
    }

    /// All mistakes, for the summary.
    pub fn errors(self) -> Signal<Vec<FieldError>> {
        Signal::derive(move || {
            let errors = self.wrong().into_iter();
            errors
                .map(|(field, message)| FieldError { key: field.key().to_owned(), message })
                .collect::<Vec<_>>()
        })
    }

    /// The words around a control, with the mistake of its field.
    pub fn field(self, field: Field, label: String) -> FieldText {
        let error = Signal::derive(move || {
            self.wrong().into_iter().find(|(at, _)| *at == field).map(|(_, words)| words)
        });
        FieldText::new(label).error(error).at(self.focus, field.key())
    }

    /// Sends it, if nothing is missing.
    pub fn send(self) {
        // While it is still being looked for what was kept, there is nothing to send, but what is missing can be said.
        if self.busy.get_untracked() || untrack(|| self.draft.led_elsewhere()) {
            return;
        }
        self.attempt.update(|n| *n += 1);
        self.refused.set(Vec::new());
        self.problem.set(None);
        if self.report.with_untracked(|report| !report.missing().is_empty()) {
            return;
        }
        if let Some(unfinished) = untrack(|| self.files.stuck()) {
            // The summary leads to the files, and takes the focus.
            self.refused.set(vec![(Field::Files, unfinished)]);
            return;
        }
        if self.hold.waits() {
            return;
        }
        let report = self.report.get_untracked();
        let input = self.files.there.with_untracked(|files| report.input(files));
        self.busy.set(true);
        // With its key, before anything leaves: whatever happens then, the same report is not filed twice.
        self.draft.flush();
        let ending = self.draft.ending();
        spawn_local(async move {
            let key = Key::kept(&report.key);
            let outcome =
                api::create::<CreateIncident>(&NoPath {}, &input, &key, &[Topic::Tickets, Topic::Me]).await;
            let gone = self.busy.try_set(false).is_some();
            match outcome {
                Ok(ticket) => {
                    ending.sent(ticket.summary.id.as_str());
                    learning::filed();
                    if !gone {
                        self.go.with_value(|go| go(&routes::receipt(ticket.summary.id.as_str())));
                    }
                }
                Err(error) if !gone => self.failed(&error),
                Err(_) => {}
            }
        });
    }

    fn failed(self, error: &ApiError) {
        if error.is_answer() {
            // Refused for good: corrected, it is another report.
            self.report.update(|report| report.key = Key::fresh().to_string());
        }
        match error {
            ApiError::Refused(problem) if !problem.errors.is_empty() => self.refused_with(problem),
            _ => self.problem.set(Some(error.words())),
        }
    }

    fn refused_with(self, problem: &Problem) {
        let (mut fields, mut others) = (Vec::new(), Vec::new());
        for error in &problem.errors {
            match Field::at(&error.pointer) {
                Some(field) => fields.push((field, error.detail.clone())),
                None => others.push(error.detail.clone()),
            }
        }
        self.problem.set((!others.is_empty()).then(|| others.join(" ")));
        // The summary takes the focus once more: these are new.
        self.attempt.update(|n| *n += 1);
        self.refused.set(fields);
    }
}
