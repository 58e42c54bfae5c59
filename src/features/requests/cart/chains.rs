//! Who is asked to agree to an order, step by step: the same steps of several lines once, with what they are for.

use super::super::side::chain;
use crate::i18n::m;
use guichet_contract::types::{ApprovalPreview, OrderPreview};
use leptos::prelude::*;

/// Steps, and the lines that they are for; with those whom they are for, where others of the line have other steps.
type Chain<'a> = (Vec<String>, &'a [ApprovalPreview]);

/// The steps; none where the backend tells none.
pub fn chains(preview: &OrderPreview) -> Option<AnyView> {
    let all = gathered(preview, |name, people| format!("{name} · {}", m::cart::for_person(people)));
    let several = preview.items.len() > 1 || all.len() > 1;
    let parts = all.iter().map(|(lines, approvals)| {
        let title = several.then(|| view! { <p class="muted">{lines.join(", ")}</p> });
        view! { {title} {chain(approvals)} }
    });
    (!all.is_empty()).then(|| parts.collect_view().into_any())
}

/// The same steps once. `of` names a line with a part of its people.
fn gathered(preview: &OrderPreview, of: impl Fn(&str, &str) -> String) -> Vec<Chain<'_>> {
    let mut all: Vec<Chain<'_>> = Vec::new();
    for line in &preview.items {
        for chain in &line.chains {
            let names =
                || chain.people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join(", ");
            let whole = u32::try_from(chain.people.len()).is_ok_and(|count| count == line.people);
            let name = if whole { line.item.name.clone() } else { of(&line.item.name, &names()) };
            match all.iter_mut().find(|(_, approvals)| *approvals == chain.approvals.as_slice()) {
                Some((lines, _)) => lines.push(name),
                None => all.push((vec![name], chain.approvals.as_slice())),
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn step(id: &str) -> Value {
        json!({"id": id, "people": [{"id": "mara", "name": "Mara"}], "policy": "Mara", "if_refused": "It ends."})
    }

    #[test]
    fn the_same_steps_are_told_once() {
        let line = |name: &str, people: u32, chains: Value| {
            json!({
                "item": {"id": "token", "name": name}, "people": people, "max_quantity": 1, "chains": chains,
                "price": {"currency": "EUR", "lines": [], "total": {"one_off": 0, "monthly": 0, "yearly": 0}},
            })
        };
        let chain = |people: &[&str], steps: &[Value]| {
            let people: Vec<Value> = people.iter().map(|name| json!({"id": name, "name": name})).collect();
            json!({"people": people, "approvals": steps})
        };
        let manager = [step("manager")];
        let both = [step("manager"), step("finance")];
        let preview = json!({
            "items": [
                line("Token", 2, json!([chain(&["ada", "ben"], &manager)])),
                line("Free", 2, json!([])),
                line("Laptop", 2, json!([chain(&["ada"], &both), chain(&["ben"], &manager)])),
            ],
            "price": {"currency": "EUR", "lines": [], "total": {"one_off": 0, "monthly": 0, "yearly": 0}},
            "requested_items": 6,
        });
        let preview: OrderPreview = serde_json::from_value(preview).unwrap_or_else(|e| panic!("{e}"));
        let all = gathered(&preview, |name, people| format!("{name} for {people}"));
        let told: Vec<(String, usize)> =
            all.iter().map(|(lines, steps)| (lines.join(", "), steps.len())).collect();
        let expected = [("Token, Laptop for ben", 1), ("Laptop for ada", 2)];
        assert_eq!(told, expected.map(|(lines, steps)| (lines.to_owned(), steps)));
    }
}
