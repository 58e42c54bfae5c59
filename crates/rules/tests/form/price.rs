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
