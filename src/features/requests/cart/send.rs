//! Sending the order, once, and what to do when it is refused.

use super::{
    super::submit::Failure,
    ordering::Ordering,
    preview::{carry_over, retry},
};
use crate::{
    api::{ApiError, Key, Topic, create, read},
    learning, routes,
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
        if outcome.is_ok() {
            learning::filed();
        }
        match outcome {
            Ok(_) if gone => leaving.sent(&lines),
            Ok(ticket) => {
                ordering.open.run((routes::receipt(ticket.summary.id.as_str()), true));
                ordering.basket.sent(&lines);
            }
            // The cart is still there for when they come back.
            Err(_) if gone => {}
            Err(error) => refused(ordering, &lines, error).await,
        }
    });
}

async fn refused(ordering: Ordering, lines: &[String], error: ApiError) {
    if error.is_answer() {
        ordering.basket.change(|cart| cart.key = Key::fresh().to_string());
    }
    let failure = Failure::of(&error);
    match error {
        ApiError::Refused(problem) if problem.code == Code::Invalid => invalid(ordering, lines, &problem),
        ApiError::Refused(problem) if problem.code == Code::FormChanged => {
            let changed = read::<OrderFormsChanged>(&problem.current.to_string());
            let changed = changed.map(|changed| changed.items).unwrap_or_default();
            let carried = carry_over(ordering, lines, changed).await;
            if ordering.basket.cart.is_disposed() {
                return;
            }
            if carried.is_err() {
                // It says why, and how to try again.
                retry(ordering);
            }
            ordering.failure.set(Some(failure));
            ordering.open.run((routes::cart(), false));
        }
        _ => ordering.failure.set(Some(failure)),
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
