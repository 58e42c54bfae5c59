//! What was ordered before, once more: into the cart, line by line.

use super::{
    super::{again, kept::Kept},
    kept::{Cart, Line, Whom},
    ordering::Ordering,
    preview::form,
};
use crate::api::Key;
use guichet_contract::types::{FormRef, OrderedItem, PersonRef, RequestRecord};
use guichet_rules::ids::{PersonId, QuestionId};
use leptos::{prelude::*, task::spawn_local};
use std::collections::BTreeMap;

/// What was answered before on a line, and is not given out again.
struct LeftOut {
    line: String,
    form: FormRef,
    questions: Vec<QuestionId>,
}

/// Puts what was ordered before into the cart, and notes on each line what did not come along.
pub fn order_again(ordering: Ordering, record: RequestRecord) {
    let me = ordering.me.with_value(|me| me.id.clone());
    let mut left_out = Vec::new();
    ordering.basket.change(|cart| left_out = put(cart, record, &me, || Key::fresh().to_string()));
    spawn_local(async move {
        for LeftOut { line: key, form: asked, questions } in left_out {
            // What the questions are called; where that cannot be had, there is nothing to name.
            let Ok(form) = form(&asked).await else { continue };
            if ordering.basket.cart.is_disposed() {
                return;
            }
            ordering.basket.change(|cart| {
                if let Some(line) = cart.lines.iter_mut().find(|line| line.key == key) {
                    line.kept.leave_out(&form, &questions);
                }
            });
        }
    });
}

/// Puts `record` into the cart of `me`, each line with a `fresh` key. In a cart that is not empty, people and payer stay as they
/// are: what was for others says so on lines of its own.
fn put(cart: &mut Cart, record: RequestRecord, me: &PersonId, fresh: impl Fn() -> String) -> Vec<LeftOut> {
    let (id, single, first) = (record.id.to_string(), record.items.len() < 2, cart.lines.is_empty());
    let mut lines: BTreeMap<u32, Vec<OrderedItem>> = BTreeMap::new();
    for ordered in record.items {
        lines.entry(ordered.line).or_default().push(ordered);
    }
    let people: Vec<PersonRef> =
        lines.values().next().into_iter().flatten().map(|ordered| ordered.requested_for.clone()).collect();
    let alike = |line: &Vec<OrderedItem>| {
        line.iter().map(|ordered| &ordered.requested_for.id).eq(people.iter().map(|person| &person.id))
    };
    let together = single || (first && lines.values().all(alike));
    if first {
        cart.cost_centre = record.cost_centre.map(|id| id.to_string()).unwrap_or_default();
        cart.whom = match people.as_slice() {
            [_, _, ..] if together => Whom::Several,
            [only] if together && !single && only.id != *me => Whom::Other,
            _ => Whom::Me,
        };
        match cart.whom {
            Whom::Me => {}
            Whom::Other => cart.other = people.into_iter().next(),
            Whom::Several => cart.people = people,
        }
    }
    let own = cart.whom == Whom::Me;
    let mut left_out = Vec::new();
    for ordered in
        lines.into_values().flat_map(|line| line.into_iter().take(if together { 1 } else { usize::MAX }))
    {
        let key = fresh();
        if !ordered.left_out.is_empty() {
            let (line, form, questions) = (key.clone(), ordered.form.clone(), ordered.left_out.clone());
            left_out.push(LeftOut { line, form, questions });
        }
        let other =
            Some(ordered.requested_for.clone()).filter(|person| !(together || own && person.id == *me));
        cart.lines.push(Line {
            key,
            item: ordered.item.id.to_string(),
            form: ordered.form.id.to_string(),
            name: ordered.item.name.clone(),
            kept: Kept { for_other: other.is_some(), other, ..again::kept(&id, ordered) },
            ..Line::default()
        });
    }
    left_out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Of lines, each for these people.
    fn record(lines: &[&[&str]]) -> RequestRecord {
        let items = lines.iter().enumerate().flat_map(|(line, people)| {
            people.iter().map(move |person| {
                json!({
                    "ticket": "RITM-1", "line": line, "item": {"id": "token", "name": "Token"},
                    "form": {"id": "token", "version": 1}, "quantity": 1, "answers": {}, "left_out": ["photo"],
                    "requested_for": {"id": person, "name": person},
                })
            })
        });
        let record = json!({"id": "REQ-1", "items": items.collect::<Vec<_>>(), "cost_centre": "4410"});
        serde_json::from_value(record).unwrap_or_else(|e| panic!("{e}"))
    }

    /// Whom each line is for by itself, for whom the cart is, and who pays.
    fn put_into(mut cart: Cart, lines: &[&[&str]]) -> (Vec<String>, Whom, usize, String) {
        let me = PersonId::new("ada").unwrap_or_else(|e| panic!("{e}"));
        put(&mut cart, record(lines), &me, String::new);
        let own = |line: &Line| line.kept.other.as_ref().map(|other| other.name.clone()).unwrap_or_default();
        (cart.lines.iter().map(own).collect(), cart.whom, cart.beneficiaries().len(), cart.cost_centre)
    }

    #[test]
    fn an_empty_cart_is_for_those_whom_the_order_was_for() {
        for (lines, own, whom, people) in [
            (&[&["ada"][..], &["ada"]][..], &["", ""][..], Whom::Me, 0),
            (&[&["ben"], &["ben"]], &["", ""], Whom::Other, 1),
            (&[&["ada", "ben"], &["ada", "ben"]], &["", ""], Whom::Several, 2),
            // Not everything was for everyone.
            (&[&["ada"], &["ben"]], &["", "ben"], Whom::Me, 0),
        ] {
            let own: Vec<String> = own.iter().map(ToString::to_string).collect();
            assert_eq!(put_into(Cart::default(), lines), (own, whom, people, "4410".to_owned()), "{lines:?}");
        }
    }

    #[test]
    fn what_a_cart_says_of_people_and_payer_stays() {
        let line = Line { key: "a".to_owned(), ..Line::default() };
        let cart = Cart { lines: vec![line], cost_centre: "5100".to_owned(), ..Cart::default() };
        let own = ["", "", "ben", "ben"].map(str::to_owned).to_vec();
        assert_eq!(
            put_into(cart.clone(), &[&["ada", "ben"], &["ben"]]),
            (own, Whom::Me, 0, "5100".to_owned())
        );
        let own = ["", "ada", "ben"].map(str::to_owned).to_vec();
        let cart = Cart { whom: Whom::Several, ..cart };
        assert_eq!(put_into(cart, &[&["ada", "ben"]]), (own, Whom::Several, 0, "5100".to_owned()));
    }

    #[test]
    fn what_is_not_given_out_again_is_told_of_each_line() {
        let me = PersonId::new("ada").unwrap_or_else(|e| panic!("{e}"));
        let mut cart = Cart::default();
        let count = std::cell::Cell::new(0);
        let fresh = || format!("line-{}", count.replace(count.get() + 1));
        let left_out = put(&mut cart, record(&[&["ada"], &["ada"]]), &me, fresh);
        assert_eq!(left_out.iter().map(|left| left.line.as_str()).collect::<Vec<_>>(), ["line-0", "line-1"]);
        assert!(left_out.iter().all(|left| cart.line(&left.line).is_some()));
        assert!(left_out.iter().all(|left| left.questions.len() == 1 && left.form.version == 1));
    }
}
