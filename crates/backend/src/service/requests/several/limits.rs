//! What an order may hold at most. Looked at first: what is too much is not worked out.

use crate::{
    config::limits,
    service::{
        Ctx,
        input::{is_longer, too_long, wrong},
    },
    words::Words,
};
use guichet_contract::{
    FieldError,
    types::{ORDER_ITEMS_MAX, ORDER_LINES_MAX, ORDER_PEOPLE_MAX, OrderInput},
};
use serde_json::json;

/// What is too much, or missing, or there twice.
pub(super) fn check(ctx: &Ctx, input: &OrderInput) -> Vec<FieldError> {
    let mut errors = Vec::new();
    let mut too_many = |pointer: &str, most: usize, words: &dyn Fn(u32) -> Words<'static>| {
        let most = count(most);
        errors.push(FieldError {
            params: json!({ "max": most }),
            ..wrong(ctx, pointer, "too_many", words(most))
        });
    };
    if input.items.len() > ORDER_LINES_MAX {
        too_many("/items", ORDER_LINES_MAX, &Words::Lines);
    }
    if input.requested_for.len() > ORDER_PEOPLE_MAX {
        too_many("/requested_for", ORDER_PEOPLE_MAX, &Words::People);
    }
    let items = requested_items(input);
    if errors.is_empty() && items > ORDER_ITEMS_MAX {
        let words = Words::RequestedItems(count(ORDER_ITEMS_MAX), count(items));
        errors.push(wrong(ctx, "/items", "too_many", words));
    }
    if input.items.is_empty() {
        errors.push(wrong(ctx, "/items", "required", Words::Needed));
    }
    // Of a list that is too long nobody wants to know more, and it would take long to tell.
    let people = input.requested_for.iter().enumerate();
    for (n, person) in people.filter(|_| input.requested_for.len() <= ORDER_PEOPLE_MAX) {
        if input.requested_for.iter().take(n).any(|earlier| earlier == person) {
            errors.push(wrong(ctx, &format!("/requested_for/{n}"), "twice", Words::Twice));
        }
    }
    if input.note.as_deref().is_some_and(|note| is_longer(note, limits::TEXT_CHARS)) {
        errors.push(too_long(ctx, "/note", limits::TEXT_CHARS));
    }
    errors
}

/// How many requested items an order comes to.
pub(super) fn requested_items(input: &OrderInput) -> usize {
    let everyone = input.requested_for.len().max(1);
    input.items.iter().map(|line| if line.requested_for.is_some() { 1 } else { everyone }).sum()
}

/// As it travels.
pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
