//! What answers cost.

use super::ask;
use guichet_rules::money::{Currency, Price};
use serde_json::{Value, json};

fn questions() -> Value {
    json!([
        {"id": "model", "type": "single_choice", "label": "Model", "options": [
            {"id": "basic", "label": "Basic"},
            {"id": "design", "label": "Design", "price": {"one_off": 248_000}}]},
        {"id": "extras", "type": "many_choice", "label": "Extras", "visible_when": {"eq": ["model", "design"]}, "options": [
            {"id": "dock", "label": "Dock", "price": {"one_off": 18_000}},
            {"id": "bag", "label": "Bag", "price": {"one_off": 4_000, "yearly": 100}},
            {"id": "free", "label": "Sticker", "price": {}}]},
        {"id": "care", "type": "yes_no", "label": "Care plan", "price": {"monthly": 650}},
        {"id": "rebate", "type": "yes_no", "label": "Old device back", "price": {"one_off": -30_000}},
    ])
}

#[test]
fn every_priced_choice_that_counts_is_a_line() {
    for (given, lines, total) in [
        (json!({}), json!([]), json!({})),
        (json!({"model": "basic", "care": false}), json!([]), json!({})),
        (
            json!({"model": "design", "extras": ["bag", "free", "dock"], "care": true}),
            json!([
                {"label": "Design", "one_off": 248_000},
                {"label": "Bag", "one_off": 4_000, "yearly": 100},
                {"label": "Dock", "one_off": 18_000},
                {"label": "Care plan", "monthly": 650},
            ]),
            json!({"one_off": 270_000, "monthly": 650, "yearly": 100}),
        ),
        // Twice is once.
        (
            json!({"model": "design", "extras": ["bag", "bag"]}),
            json!([{"label": "Design", "one_off": 248_000}, {"label": "Bag", "one_off": 4_000, "yearly": 100}]),
            json!({"one_off": 252_000, "yearly": 100}),
        ),
        // Not visible, not on offer, not well-typed: not charged.
        (json!({"model": "basic", "extras": ["dock"]}), json!([]), json!({})),
        (json!({"model": "platinum"}), json!([]), json!({})),
        (json!({"model": ["design"], "care": "true"}), json!([]), json!({})),
        // A rebate makes a thing free and never more.
        (
            json!({"model": "design", "rebate": true}),
            json!([{"label": "Design", "one_off": 248_000}, {"label": "Old device back", "one_off": -30_000}]),
            json!({"one_off": 218_000}),
        ),
        (json!({"rebate": true}), json!([{"label": "Old device back", "one_off": -30_000}]), json!({})),
    ] {
        let price = Price::of(Currency::EUR, ask(&questions(), &given).lines);
        assert_eq!(serde_json::to_value(&price.lines).unwrap(), lines, "{given}");
        assert_eq!(serde_json::to_value(price.total).unwrap(), total, "{given}");
    }
}

#[test]
fn numbers_trees_and_rows_are_charged() {
    let questions = json!([
        {"id": "seats", "type": "number", "label": "Seats", "integer": true, "price": {"monthly": 700}},
        {"id": "place", "type": "tree", "label": "Place", "any_level": true, "options": [
            {"id": "eu", "label": "EU", "price": {"one_off": 100}, "children": [
                {"id": "de", "label": "Germany", "price": {"one_off": 10}}, {"id": "fr", "label": "France"}]}]},
        {"id": "cards", "type": "rows", "label": "Cards", "questions": [
            {"id": "name", "type": "short_text", "label": "Name"},
            {"id": "kind", "type": "single_choice", "label": "Kind", "visible_when": {"present": "name"}, "options": [
                {"id": "chip", "label": "Chip card", "price": {"one_off": 900}}, {"id": "plain", "label": "Plain card"}]},
            {"id": "express", "type": "yes_no", "label": "Express", "price": {"one_off": 500}}]},
    ]);
    let seats = |n: u32| json!({"label": format!("Seats × {n}"), "monthly": 700 * n});
    for (given, lines) in [
        (json!({"seats": 3}), json!([seats(3)])),
        (json!({"seats": 0}), json!([])),
        (json!({"seats": -2}), json!([])),
        // It is not whole, and half a seat costs nothing.
        (json!({"seats": 2.5}), json!([seats(2)])),
        (json!({"place": "eu"}), json!([{"label": "EU", "one_off": 100}])),
        (
            json!({"place": "de"}),
            json!([{"label": "EU", "one_off": 100}, {"label": "Germany", "one_off": 10}]),
        ),
        (json!({"place": "fr"}), json!([{"label": "EU", "one_off": 100}])),
        (
            json!({"cards": [{"name": "a", "kind": "chip"}, {}, {"kind": "chip"}, {"name": "b", "kind": "plain", "express": true}]}),
            json!([{"label": "Chip card", "one_off": 900}, {"label": "Express", "one_off": 500}]),
        ),
    ] {
        let price = Price::of(Currency::EUR, ask(&questions, &given).lines);
        assert_eq!(serde_json::to_value(&price.lines).unwrap(), lines, "{given}");
    }
    let hostile = Price::of(Currency::EUR, ask(&questions, &json!({"seats": 1e300})).lines);
    assert_eq!(hostile.total.monthly, 700 * i64::from(u32::MAX));
}
