//! What would come of the order: asked of the backend while the person changes it, and never waited for.

use super::{
    super::pace,
    basket::carry_secrets_over,
    kept::{Cart, Line},
    ordering::Ordering,
};
use crate::api::{ApiError, fetch_once, send};
use guichet_contract::{
    NoPath, NoQuery,
    endpoints::{FormPath, GetForm, ValidateOrder},
    types::{FormChange, FormRef, OrderInput, OrderPreview},
};
use guichet_rules::form::Form;
use leptos::{prelude::*, task::spawn_local};

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
    pace::follow(move || ordering.basket.body(), move |body| ask(ordering, body));
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
                ordering.previewed.set(Previewed {
                    preview: Some(preview),
                    lines: lines.clone(),
                    refreshing: !changed.is_empty(),
                    failure: None,
                });
                if let Err(error) = carry_over(ordering, &lines, changed).await {
                    failed(ordering, &error);
                }
            }
            Err(error) => failed(ordering, &error),
        }
    });
}

fn failed(ordering: Ordering, error: &ApiError) {
    // The page may be gone.
    let _ = ordering.previewed.try_update(|previewed| {
        previewed.refreshing = false;
        previewed.failure = Some(error.words());
    });
}

/// The keys of the lines.
fn keys(cart: &Cart) -> Vec<String> {
    cart.lines.iter().map(|line| line.key.clone()).collect()
}

/// A form as it was published.
pub async fn form(wanted: &FormRef) -> Result<Form, ApiError> {
    let path = FormPath { form: format!("{}@{}", wanted.id, wanted.version) };
    Ok(fetch_once::<GetForm>(&path, &NoQuery {}).await?.form)
}

/// Takes newer forms, with the answers that still fit them; what does not is noted. `lines` are the keys of those that were
/// asked about.
pub async fn carry_over(
    ordering: Ordering,
    lines: &[String],
    changed: Vec<FormChange>,
) -> Result<(), ApiError> {
    for change in changed {
        let place = usize::try_from(change.line).ok();
        let Some(key) = place.and_then(|place| lines.get(place)) else { continue };
        let form = form(&change.form).await?;
        // The page may be gone.
        if ordering.basket.cart.is_disposed() {
            return Ok(());
        }
        carry_secrets_over(key, &form);
        ordering.basket.change(|cart| {
            if let Some(line) = cart.lines.iter_mut().find(|line| line.key == *key) {
                take(line, &form);
            }
        });
    }
    Ok(())
}

fn take(line: &mut Line, form: &Form) {
    line.kept = std::mem::take(&mut line.kept).carried_over(form);
    line.form = form.id.to_string();
    line.changed = true;
}

#[cfg(test)]
mod tests {
    use super::{
        super::super::{fixture, left::LeftWhy},
        *,
    };
    use serde_json::json;

    #[test]
    fn a_line_takes_a_newer_form_with_what_fits_and_names_what_does_not() {
        let form = fixture::form(json!([
            {"id": "model", "type": "single_choice", "label": "Model", "options": [{"id": "b", "label": "B"}]},
            {"id": "code", "type": "short_text", "label": "Code", "max_length": 2},
        ]));
        let mut line = Line { kept: fixture::kept(json!({"model": "a", "code": "1234"})), ..Line::default() };
        take(&mut line, &form);
        assert_eq!((line.kept.version, line.changed, line.form.as_str()), (2, true, "f"));
        // What is too long now is a mistake that the person sees, not an answer that is gone.
        assert_eq!(json!(line.kept.answers), json!({"code": "1234"}));
        let left: Vec<_> = line.kept.left.iter().map(|left| (left.label.as_str(), left.why)).collect();
        assert_eq!(left, [("Model", LeftWhy::NotOffered)]);
    }
}
