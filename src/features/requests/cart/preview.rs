//! What would come of the order: asked of the backend while the person changes it, and never waited for.

use super::{
    kept::{Cart, Line},
    ordering::Ordering,
};
use crate::api::send;
use guichet_contract::{
    NoPath,
    endpoints::ValidateOrder,
    types::{FormChange, OrderInput, OrderPreview},
};
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;

/// Long enough that a note is typed to the end of a word, short enough that the sums seem to follow.
const PAUSE: Duration = Duration::from_millis(300);

/// The last preview.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Previewed {
    /// What the backend said.
    pub preview: Option<OrderPreview>,
    /// The keys of the lines that it was asked about, in their order.
    pub lines: Vec<String>,
    /// Whether a newer one is on its way.
    pub refreshing: bool,
    /// Why there is none.
    pub failure: Option<String>,
}

/// Asks for a preview now, and after each change once the person pauses.
pub fn follow(ordering: Ordering) {
    let body = Memo::new(move |_| ordering.basket.body());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<()>| {
        let body = body.get();
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
        let pause = before.map_or(Duration::ZERO, |()| PAUSE);
        timer.set_value(set_timeout_with_handle(move || ask(ordering, body), pause).ok());
    });
}

/// Asks again: what was asked did not come.
pub fn retry(ordering: Ordering) {
    ask(ordering, untrack(|| ordering.basket.body()));
}

fn ask(ordering: Ordering, body: OrderInput) {
    // The page may be gone.
    let Some(lines) = ordering.basket.cart.try_with_untracked(keys) else { return };
    if lines.is_empty() {
        ordering.previewed.set(Previewed::default());
        return;
    }
    ordering.previewed.update(|previewed| previewed.refreshing = true);
    spawn_local(async move {
        let outcome = send::<ValidateOrder>(&NoPath {}, Some(&body), &[]).await;
        // A newer one is coming, or nobody is there any more.
        if ordering.basket.cart.is_disposed() || untrack(|| ordering.basket.body()) != body {
            return;
        }
        match outcome {
            Ok(preview) => {
                let changed = preview.items.iter().filter_map(|line| line.changed.clone());
                let changed: Vec<FormChange> = changed.collect();
                let refreshing = !changed.is_empty();
                carry_over(ordering, &lines, changed);
                ordering.previewed.set(Previewed {
                    preview: Some(preview),
                    lines,
                    refreshing,
                    failure: None,
                });
            }
            Err(error) => ordering.previewed.update(|previewed| {
                previewed.refreshing = false;
                previewed.failure = Some(error.words());
            }),
        }
    });
}

/// The keys of the lines.
fn keys(cart: &Cart) -> Vec<String> {
    cart.lines.iter().map(|line| line.key.clone()).collect()
}

/// Takes newer forms, with the answers that still fit them. `lines` are the keys of those that were asked about.
pub fn carry_over(ordering: Ordering, lines: &[String], changed: Vec<FormChange>) {
    if changed.is_empty() {
        return;
    }
    ordering.basket.change(|cart| {
        for change in changed {
            let key = usize::try_from(change.line).ok().and_then(|place| lines.get(place));
            if let Some(line) = cart.lines.iter_mut().find(|line| Some(&line.key) == key) {
                take(line, change);
            }
        }
    });
}

fn take(line: &mut Line, change: FormChange) {
    let kept = &mut line.kept;
    kept.version = change.form.version;
    kept.own = change.answers.keys().cloned().collect();
    kept.settled.retain(|question| change.answers.contains_key(question));
    kept.files.retain(|question, _| change.answers.contains_key(question));
    // What of files that were begun still fits is seen when its form is opened.
    kept.answers = change.answers;
    line.form = change.form.id.to_string();
    line.changed = true;
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_line_takes_a_newer_form_with_what_fits() {
        let mut line = Line::default();
        line.kept.version = 1;
        line.kept.answers = serde_json::from_value(json!({"a": 1, "gone": 2})).unwrap_or_default();
        let change = json!({"line": 0, "form": {"id": "token", "version": 2}, "answers": {"a": 1}});
        take(&mut line, serde_json::from_value(change).unwrap_or_else(|e| panic!("{e}")));
        assert_eq!((line.kept.version, line.changed, line.form.as_str()), (2, true, "token"));
        assert_eq!(json!(line.kept.answers), json!({"a": 1}));
    }
}
