//! What would come of the request: asked of the backend while the person answers, and never waited for.

use super::{
    asking::Asking,
    submit, told,
    wrong::{Objection, QUANTITY, WHOM, value_at},
};
use crate::api::send;
use guichet_contract::{
    Code, NoPath,
    endpoints::ValidateRequest,
    types::{RequestInput, RequestPreview},
};
use guichet_rules::{entitlement::OrderFor, ids::QuestionId};
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;

/// Long enough that a word is typed to its end, short enough that the price seems to follow.
const PAUSE: Duration = Duration::from_millis(300);

/// The last preview.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Previewed {
    /// What the backend said.
    pub preview: Option<RequestPreview>,
    /// Of which request.
    pub of: Option<RequestInput>,
    /// Whether a newer one is on its way.
    pub refreshing: bool,
    /// Why there is none yet.
    pub failure: Option<String>,
}

/// Asks for a preview now, and after each change once the person pauses.
pub(super) fn follow(asking: Asking) {
    let body = Memo::new(move |_| asking.body());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<()>| {
        let body = body.get();
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
        let pause = before.map_or(Duration::ZERO, |()| PAUSE);
        timer.set_value(set_timeout_with_handle(move || ask(asking, body), pause).ok());
    });
    // Other people belong to other groups: what was asked because of those is seen anew.
    let whom = Memo::new(move |_| asking.kept.with(|k| value_at(k, WHOM)));
    Effect::new(move |before: Option<()>| {
        whom.track();
        if before.is_some() {
            asking.forced.update(|forced| forced.clear());
        }
    });
}

fn ask(asking: Asking, body: RequestInput) {
    // The page may be gone.
    if asking.previewed.try_update(|p| p.refreshing = true).is_none() {
        return;
    }
    spawn_local(async move {
        let outcome = send::<ValidateRequest>(&NoPath {}, Some(&body), &[]).await;
        // A newer one is coming, or nobody is there any more.
        if asking.kept.is_disposed() || untrack(|| asking.body()) != body {
            return;
        }
        match outcome {
            Ok(preview) => take(asking, body, preview),
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

fn take(asking: Asking, body: RequestInput, preview: RequestPreview) {
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
    asking.previewed.set(Previewed { preview: Some(preview), of: Some(body), ..Previewed::default() });
}

/// Takes what the last preview has against the answers, as far as it is about the answers of now.
pub(super) fn take_objections(asking: Asking) {
    let Previewed { preview: Some(preview), of: Some(of), .. } = asking.previewed.get_untracked() else {
        return;
    };
    if untrack(|| asking.body()) != of {
        return;
    }
    let mut found: Vec<(String, String)> = Vec::new();
    for problem in &preview.problems {
        if let Some(at) = told::place_of(asking, problem) {
            found.push((at.key(), told::in_words(asking, &at, problem)));
        }
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
