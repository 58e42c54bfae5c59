//! What would come of the request: asked of the backend while the person answers, and never waited for.

use super::{
    asking::Asking,
    pace, submit, told,
    wrong::{Objection, QUANTITY, WHOM, value_at},
};
use crate::api::send;
use guichet_contract::{
    Code, FieldError, NoPath,
    endpoints::{ValidateOrder, ValidateRequest},
    types::{OrderInput, RequestInput, RequestPreview},
};
use guichet_rules::{
    entitlement::OrderFor,
    ids::{PersonId, QuestionId},
};
use leptos::{prelude::*, task::spawn_local};
use std::collections::BTreeSet;

/// The last preview.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Previewed {
    /// What the backend said.
    pub preview: Option<RequestPreview>,
    /// Of which request.
    pub of: Option<RequestInput>,
    /// What stands against the answers because of whom else a line of the cart is for.
    pub others: Vec<FieldError>,
    /// Whether a newer one is on its way.
    pub refreshing: bool,
    /// Why there is none yet.
    pub failure: Option<String>,
}

/// Asks for a preview now, and after each change once the person pauses.
pub(super) fn follow(asking: Asking) {
    pace::follow(
        move || (asking.body(), asking.people.get()),
        move |(body, people)| ask(asking, body, people),
    );
    // Other people belong to other groups: what was asked because of those is seen anew.
    Effect::new(move |before: Option<()>| {
        asking.people.track();
        if before.is_some() {
            asking.forced.update(|forced| forced.clear());
        }
    });
}

fn ask(asking: Asking, body: RequestInput, people: Vec<PersonId>) {
    // The page may be gone.
    if asking.previewed.try_update(|p| p.refreshing = true).is_none() {
        return;
    }
    spawn_local(async move {
        let outcome = send::<ValidateRequest>(&NoPath {}, Some(&body), &[]).await;
        let others = of_others(&body, &people).await;
        let of_now = || untrack(|| asking.body() == body && asking.people.with(|now| *now == people));
        // A newer one is coming, or nobody is there any more.
        if asking.kept.is_disposed() || !of_now() {
            return;
        }
        match outcome {
            Ok(preview) => take(asking, body, preview, others),
            Err(error) => {
                asking.previewed.update(|p| {
                    p.refreshing = false;
                    p.failure = Some(error.words());
                });
                if error.code() == Some(Code::FormChanged) {
                    submit::form_changed(asking);
                }
            }
        }
    });
}

/// What stands against the answers of a line for several people: the first is who a request is checked for.
async fn of_others(body: &RequestInput, people: &[PersonId]) -> Vec<FieldError> {
    if people.len() < 2 {
        return Vec::new();
    }
    let line = RequestInput { requested_for: None, ..body.clone() };
    let order =
        OrderInput { items: vec![line], requested_for: people.to_vec(), cost_centre: None, note: None };
    // Where it cannot be had, the cart says what stands against the line.
    let Ok(told) = send::<ValidateOrder>(&NoPath {}, Some(&order), &[]).await else { return Vec::new() };
    let of_answers = told.errors.into_iter().filter_map(|error| {
        let pointer =
            error.pointer.strip_prefix("/items/0").filter(|p| p.starts_with("/answers/"))?.to_owned();
        Some(FieldError { pointer, ..error })
    });
    of_answers.collect()
}

fn take(asking: Asking, body: RequestInput, preview: RequestPreview, others: Vec<FieldError>) {
    let unseen: Vec<QuestionId> = preview
        .problems
        .iter()
        .filter_map(|p| told::place_of(asking, p))
        .filter(|at| !untrack(|| asking.asks(at)))
        .map(|at| at.question)
        .collect();
    if !unseen.is_empty() {
        asking.forced.update(|forced| forced.extend(unseen));
    }
    for error in &others {
        // Asked from now on.
        submit::key_at(asking, error);
    }
    let places = preview.problems.iter().filter_map(|p| told::place_of(asking, p));
    let of_others = others.iter().filter_map(|error| told::place(asking, &error.pointer));
    let missed: BTreeSet<QuestionId> = places.chain(of_others).map(|at| at.question).collect();
    // What is neither answered nor missed is not asked any more: another answer saw to that.
    let stays = |id: &QuestionId| missed.contains(id) || body.answers.contains_key(id);
    if !asking.forced.with_untracked(|forced| forced.iter().all(stays)) {
        asking.forced.update(|forced| forced.retain(stays));
    }
    asking.previewed.set(Previewed {
        preview: Some(preview),
        of: Some(body),
        others,
        ..Previewed::default()
    });
}

/// Takes what the last preview has against the answers, as far as it is about the answers of now.
pub(super) fn take_objections(asking: Asking) {
    let previewed = asking.previewed.get_untracked();
    let Previewed { preview: Some(preview), of: Some(of), others, .. } = previewed else { return };
    if untrack(|| asking.body()) != of {
        return;
    }
    let mut found: Vec<(String, String)> = Vec::new();
    for problem in &preview.problems {
        if let Some(at) = told::place_of(asking, problem) {
            found.push((at.key(), told::in_words(asking, &at, problem)));
        }
    }
    for error in &others {
        let key = submit::key_at(asking, error);
        let key = key.filter(|key| !found.iter().any(|(known, _)| known == key));
        found.extend(key.map(|key| (key, submit::words_of(asking, error))));
    }
    // In words alone, so it cannot be told which of the two it is about; most often it is the person.
    if let Some(refusal) = preview.refusals.first()
        && let Some(key) = key_of_refusals(asking)
    {
        found.push((key.to_owned(), refusal.clone()));
    }
    object(asking, found);
}

/// Which field answers for what is wrong beside the answers; none where there is neither.
fn key_of_refusals(asking: Asking) -> Option<&'static str> {
    let for_other = asking.kept.with_untracked(|k| k.for_other);
    if !for_other && !asking.own.get_untracked() {
        // The cart says whom it is for, and what stands against that.
        return None;
    }
    asking.item.with_value(|item| match item.order_for {
        OrderFor::Reports | OrderFor::Anyone if for_other => Some(WHOM),
        _ if item.max_quantity > 1 => Some(QUANTITY),
        _ => None,
    })
}

/// Keeps what the backend has against answers, by key, until these change.
pub(super) fn object(asking: Asking, found: Vec<(String, String)>) {
    let kept = asking.kept.get_untracked();
    asking.objections.update(|objections| {
        for (key, words) in found {
            let value = value_at(&kept, &key);
            objections.insert(key, Objection { value, words });
        }
    });
}
