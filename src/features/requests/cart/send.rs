//! Sending the order, once, and what to do when it is refused.

use super::{
    super::submit::Failure,
    ordering::Ordering,
    preview::{carry_over, retry},
};
use crate::{
    api::{ApiError, Key, Topic, create, read},
    i18n::m,
    routes,
};
use guichet_contract::{Code, NoPath, Problem, endpoints::CreateOrder, types::OrderFormsChanged};
use leptos::{prelude::*, task::spawn_local};

/// Sends it: with the same key, which the browser keeps, a repeated call cannot file it twice.
pub fn send(ordering: Ordering) {
    if ordering.sending.get_untracked() {
        return;
    }
    let body = untrack(|| ordering.basket.body());
    let leaving = ordering.basket.leaving();
    let (lines, key) = ordering.basket.cart.with_untracked(|cart| {
        (cart.lines.iter().map(|line| line.key.clone()).collect::<Vec<_>>(), cart.key.clone())
    });
    // Whatever was put in by an older release has none yet.
    let key = if key.is_empty() { Key::fresh() } else { Key::kept(&key) };
    ordering.failure.set(None);
    ordering.sending.set(true);
    spawn_local(async move {
        let changed = [Topic::Tickets, Topic::Approvals, Topic::Me];
        let outcome = create::<CreateOrder>(&NoPath {}, &body, &key, &changed).await;
        let gone = ordering.sending.try_set(false).is_some();
        match outcome {
            Ok(_) if gone => leaving.sent(&lines),
            Ok(ticket) => {
                ordering.open.run((routes::receipt(ticket.summary.id.as_str()), true));
                ordering.basket.sent(&lines);
            }
            // The cart is still there for when they come back.
            Err(_) if gone => {}
            Err(error) => refused(ordering, &lines, error),
        }
    });
}

fn refused(ordering: Ordering, lines: &[String], error: ApiError) {
    let words = error.words();
    // Whoever cannot know whether it arrived keeps the key. A refusal is an answer: what is sent next is another call.
    if !error.is_passing() && error.code() != Some(Code::NotSignedIn) {
        ordering.basket.change(|cart| cart.key = Key::fresh().to_string());
    }
    match error {
        ApiError::Refused(problem) => match problem.code {
            Code::Invalid => invalid(ordering, lines, &problem),
            Code::FormChanged => {
                let changed = read::<OrderFormsChanged>(&problem.current.to_string());
                carry_over(ordering, lines, changed.map(|changed| changed.items).unwrap_or_default());
                ordering.failure.set(Some(Failure::plain(words)));
                ordering.open.run((routes::cart(), false));
            }
            Code::KeyReused => {
                let words = m::requests::sent_before();
                ordering.failure.set(Some(Failure { words, signed_out: false, sent_before: true }));
            }
            code => {
                let signed_out = code == Code::NotSignedIn;
                ordering.failure.set(Some(Failure { words, signed_out, sent_before: false }));
            }
        },
        _ => ordering.failure.set(Some(Failure::plain(words))),
    }
}

/// Takes the person to what the backend has against the order, in its words.
fn invalid(ordering: Ordering, lines: &[String], problem: &Problem) {
    ordering.previewed.update(|previewed| {
        previewed.lines = lines.to_vec();
        if let Some(preview) = &mut previewed.preview {
            preview.errors.clone_from(&problem.errors);
        }
    });
    if ordering.point_out() {
        ordering.open.run((routes::cart(), false));
    } else {
        ordering.failure.set(Some(Failure::plain(problem.detail.clone())));
        retry(ordering);
    }
}
