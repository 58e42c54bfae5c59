//! Sending the request, and what to do when it is refused.

use super::{
    asking::Asking,
    kept::Kept,
    notes, preview,
    stage::{Stage, point_out},
    told, words,
    wrong::{QUANTITY, WHOM},
};
use crate::{
    api::{ApiError, Key, Topic, create},
    i18n::m,
    learning, routes,
};
use guichet_contract::{Code, FieldError, NoPath, Problem, endpoints::CreateRequest};
use guichet_rules::form;
use leptos::{prelude::*, task::spawn_local};

/// Why the request was not sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failure {
    /// What happened and what to do.
    pub words: String,
    /// The session has ended.
    pub signed_out: bool,
    /// An earlier version may have been sent already.
    pub sent_before: bool,
}

impl Failure {
    /// With nothing more to do than the words say.
    pub fn plain(words: String) -> Self {
        Self { words, signed_out: false, sent_before: false }
    }

    /// What a call that did not get through, or was refused as a whole, leads to.
    pub fn of(error: &ApiError) -> Self {
        let code = error.code();
        let sent_before = code == Some(Code::KeyReused);
        let words = if sent_before { m::requests::sent_before() } else { error.words() };
        Self { words, signed_out: code == Some(Code::NotSignedIn), sent_before }
    }
}

/// Sends the request, once: with the same key a repeated call cannot file it twice.
pub(super) fn send(asking: Asking) {
    if asking.sending.get_untracked() || untrack(|| asking.draft.locked()) {
        return;
    }
    let pages = asking.form.with_value(|f| f.pages.len());
    if let Some(wrong) = point_out(asking, pages) {
        asking.go(Stage::Page(wrong));
        return;
    }
    asking.hold_for_cart.stop();
    if asking.hold.waits() {
        return;
    }
    if let Some(trial) = asking.trial.get_value() {
        trial.done.run(());
        return;
    }
    let body = untrack(|| asking.body());
    let key = Key::kept(&asking.kept.with_untracked(|k| k.key.clone()));
    asking.failure.set(None);
    asking.sending.set(true);
    // With its key, before anything leaves: whatever happens then, the same request is not filed twice.
    asking.draft.flush();
    let ending = asking.draft.ending();
    spawn_local(async move {
        let changed = [Topic::Tickets, Topic::Approvals, Topic::Me];
        let outcome = create::<CreateRequest>(&NoPath {}, &body, &key, &changed).await;
        let gone = asking.sending.try_set(false).is_some();
        match outcome {
            Ok(ticket) => {
                if !gone {
                    // Or it would be kept anew.
                    asking.touched.set(false);
                }
                ending.sent(ticket.summary.id.as_str());
                learning::filed();
                if !gone {
                    asking.open.run((routes::receipt(ticket.summary.id.as_str()), true));
                }
            }
            // The draft is still there for when they come back.
            Err(_) if gone => {}
            Err(error) => refused(asking, error),
        }
    });
}

fn refused(asking: Asking, error: ApiError) {
    if error.is_answer() {
        asking.change(|kept| kept.key = Key::fresh().to_string());
    }
    match error {
        ApiError::Refused(problem) if problem.code == Code::Invalid => invalid(asking, &problem),
        ApiError::Refused(problem) if problem.code == Code::FormChanged => form_changed(asking),
        other => asking.failure.set(Some(Failure::of(&other))),
    }
}

/// Takes the person to what the backend has against the answers, in its words.
fn invalid(asking: Asking, problem: &Problem) {
    let (mut found, mut rest) = (Vec::new(), Vec::new());
    for error in &problem.errors {
        match key_at(asking, error) {
            Some(key) => found.push((key, words_of(asking, error))),
            None => rest.push(words_of(asking, error)),
        }
    }
    if found.is_empty() {
        rest.push(problem.detail.clone());
    }
    rest.retain(|words| !words.is_empty());
    preview::object(asking, found);
    if !rest.is_empty() {
        asking.failure.set(Some(Failure::plain(rest.join(" "))));
    }
    let pages = asking.form.with_value(|f| f.pages.len());
    if let Some(page) = point_out(asking, pages) {
        asking.go(Stage::Page(page));
    }
}

/// The key of the field that an error of the body is about. It is asked from now on, if it was not.
pub(super) fn key_at(asking: Asking, error: &FieldError) -> Option<String> {
    if [WHOM, QUANTITY].contains(&error.pointer.as_str()) {
        return Some(error.pointer.clone());
    }
    let at = told::place(asking, &error.pointer)?;
    if !untrack(|| asking.asks(&at)) {
        asking.forced.update(|forced| forced.extend([at.question.clone()]));
    }
    Some(at.key())
}

/// What an error of the body says, in words.
pub(super) fn words_of(asking: Asking, error: &FieldError) -> String {
    if !error.detail.is_empty() {
        return error.detail.clone();
    }
    let Some(at) = told::place(asking, &error.pointer) else { return m::requests::wrong_other() };
    let code = words::code_of(&error.code, &error.params);
    let problem =
        form::Problem { question: at.question.clone(), pointer: String::new(), code, message: None };
    told::in_words(asking, &at, &problem)
}

/// A newer form is out: it is fetched, and takes over what still fits. What does not is told in the words of this one.
pub(super) fn form_changed(asking: Asking) {
    let said = untrack(|| notes::said(asking));
    asking.newer_form.run(Kept { said, ..asking.kept.get_untracked() });
}
