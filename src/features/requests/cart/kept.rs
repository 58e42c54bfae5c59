//! What is kept of the cart. Sensitive answers are never in here: they stay in the memory of the page, and are asked for again
//! once that is gone.

use super::super::{at::At, kept::Kept, wrong::quantity};
use crate::upload::Begun;
use guichet_contract::types::{FormRef, OrderInput, PersonRef, RequestInput};
use guichet_rules::{
    form::{Answers, Form, Question},
    ids::{CostCentreId, FormId, ItemId, PersonId, QuestionId},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Whom an order is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whom {
    /// Whoever orders.
    #[default]
    Me,
    /// Somebody else.
    Other,
    /// Several people, whoever orders among them or not.
    Several,
}

/// What is about to be ordered.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cart {
    /// In the order in which they were put in.
    pub lines: Vec<Line>,
    /// Whom it is for.
    pub whom: Whom,
    /// For whom, where it is for somebody else. Who was chosen stays, in case it is for others again.
    pub other: Option<PersonRef>,
    /// For whom, where it is for several; they stay as well.
    pub people: Vec<PersonRef>,
    /// Who pays; empty: the cost centre of whoever something is for.
    pub cost_centre: String,
    /// What else there is to say, as typed.
    pub note: String,
    /// The idempotency key, so that an order that was on its way when the page closed is not filed twice.
    pub key: String,
}

/// Something in the cart.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Line {
    /// Tells it from others of the same item.
    pub key: String,
    /// Which item.
    pub item: String,
    /// Its form.
    pub form: String,
    /// What it is called, until the backend says so in the reader's language.
    pub name: String,
    /// What was answered.
    pub kept: Kept,
    /// The keys of what is not asked, given these answers: what was typed there is not sent.
    pub unasked: BTreeSet<String>,
    /// The order guide that it came from; empty where it came from none.
    pub guide: String,
    /// It came from a guide, and its own questions were not looked at yet.
    pub open: bool,
    /// A newer form is out, to which the answers were carried over; nobody has looked at them yet.
    pub changed: bool,
}

impl Line {
    /// How many. What was typed and is no number is none: then the backend has that against the line.
    pub fn quantity(&self) -> u32 {
        quantity(&self.kept.quantity, u32::MAX).unwrap_or_default()
    }

    /// A file of it that is not all there: somebody left its form while it was on its way.
    pub fn unfinished(&self) -> Option<&Begun> {
        let asked = |question: &QuestionId| !self.unasked.contains(&At::question(question).key());
        self.kept.begun.iter().filter(|(question, _)| asked(question)).find_map(|(_, begun)| begun.first())
    }

    /// Whether a secret was given that is not among those that are remembered for it.
    pub fn misses(&self, secrets: &Answers) -> bool {
        let asked = |question: &QuestionId| !self.unasked.contains(&At::question(question).key());
        secrets.is_empty() && self.kept.withheld.iter().any(asked)
    }

    /// As it is sent, with the secrets that are remembered for it and without what is not asked.
    fn input(&self, secrets: &Answers) -> Option<RequestInput> {
        let mut answers = self.kept.answers.clone();
        answers.extend(secrets.iter().map(|(id, value)| (id.clone(), value.clone())));
        for at in self.unasked.iter().filter_map(|key| At::read(key)) {
            at.set(&mut answers, None);
        }
        let other = self.kept.other.as_ref().filter(|_| self.kept.for_other);
        Some(RequestInput {
            item: ItemId::new(self.item.clone()).ok()?,
            form: FormRef { id: FormId::new(self.form.clone()).ok()?, version: self.kept.version },
            requested_for: other.map(|person| person.id.clone()),
            quantity: Some(self.quantity()),
            answers,
        })
    }
}

impl Cart {
    /// As it is sent, with the secrets of each line.
    pub fn body(&self, secrets: impl Fn(&str) -> Answers) -> OrderInput {
        OrderInput {
            items: self.lines.iter().filter_map(|line| line.input(&secrets(&line.key))).collect(),
            requested_for: self.whom_ids(),
            cost_centre: CostCentreId::new(self.cost_centre.clone()).ok(),
            note: Some(self.note.trim().to_owned()).filter(|note| !note.is_empty()),
        }
    }

    /// Those whom a line is for that names nobody; nobody: whoever orders.
    pub fn whom_ids(&self) -> Vec<PersonId> {
        self.beneficiaries().iter().map(|person| person.id.clone()).collect()
    }

    /// The same, with their names.
    pub fn beneficiaries(&self) -> &[PersonRef] {
        match self.whom {
            Whom::Me => &[],
            Whom::Other => self.other.as_slice(),
            Whom::Several => self.people.as_slice(),
        }
    }

    /// The line with this key.
    pub fn line(&self, key: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.key == key)
    }
}

/// The answers to a form that must not be kept: whole rows where there is a secret in one of them.
pub fn secrets(form: &Form, answers: &Answers) -> Answers {
    let secret =
        |question: &Question| question.is_secret() || question.kind.columns().iter().any(Question::is_secret);
    let asked = form.questions().filter(|question| secret(question));
    asked.filter_map(|q| Some((q.id.clone(), answers.get(&q.id)?.clone()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn person(id: &str) -> PersonRef {
        let id = PersonId::new(id).unwrap_or_else(|e| panic!("{e}"));
        PersonRef { name: id.to_string(), id, about: None }
    }

    fn line(key: &str) -> Line {
        let kept = Kept { version: 3, quantity: "2".to_owned(), ..Kept::default() };
        Line { key: key.to_owned(), item: "token".into(), form: "token".into(), kept, ..Line::default() }
    }

    #[test]
    fn an_order_is_for_those_who_were_chosen() {
        let people = vec![person("ada"), person("ben")];
        for (whom, expected) in
            [(Whom::Me, vec![]), (Whom::Other, vec!["cleo"]), (Whom::Several, vec!["ada", "ben"])]
        {
            let other = Some(person("cleo"));
            let cart =
                Cart { lines: vec![line("a")], whom, other, people: people.clone(), ..Cart::default() };
            let body = cart.body(|_| Answers::new());
            let found: Vec<&str> = body.requested_for.iter().map(PersonId::as_str).collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_quantity_that_is_none_is_not_taken_for_one() {
        for (typed, quantity) in [("2", 2), (" 3 ", 3), ("two", 0), ("", 0), ("-1", 0), ("1.5", 0)] {
            let mut line = line("a");
            line.kept.quantity = typed.to_owned();
            assert_eq!(line.quantity(), quantity, "{typed}");
            let sent = line.input(&Answers::new()).and_then(|input| input.quantity);
            assert_eq!(sent, Some(quantity), "{typed}");
        }
    }

    #[test]
    fn secrets_are_sent_and_not_kept() {
        let form: Form = serde_json::from_value(json!({"id": "token", "version": 3, "pages": [{"id": "p", "title": "P", "questions": [
            {"id": "pin", "type": "masked", "label": "PIN"},
            {"id": "note", "type": "long_text", "label": "Note"},
            {"id": "people", "type": "rows", "label": "People", "questions": [{"id": "code", "type": "masked", "label": "Code"}]},
        ]}]}))
        .unwrap_or_else(|e| panic!("{e}"));
        let answers: Answers =
            serde_json::from_value(json!({"pin": "1", "note": "x", "people": [{"code": "2"}]}))
                .unwrap_or_default();
        let secret = secrets(&form, &answers);
        assert_eq!(json!(secret), json!({"pin": "1", "people": [{"code": "2"}]}));
        let mut kept = line("a");
        kept.kept.answers = serde_json::from_value(json!({"note": "x", "people": [{}]})).unwrap_or_default();
        let cart = Cart { lines: vec![kept], ..Cart::default() };
        let body = cart.body(|key| if key == "a" { secret.clone() } else { Answers::new() });
        assert_eq!(json!(body.items[0].answers), json!(answers));
        assert_eq!((body.items[0].quantity, body.items[0].form.version), (Some(2), 3));
    }

    #[test]
    fn what_is_not_asked_is_kept_and_not_sent() {
        let mut hidden = line("a");
        let answers = json!({"sign": false, "why": "x", "people": [{"name": "Ada", "badge": "1"}]});
        hidden.kept.answers = serde_json::from_value(answers.clone()).unwrap_or_default();
        let ids = ["/answers/why", "/answers/pin", "/answers/people/0/badge", "/answers/photo"];
        hidden.unasked = ids.map(str::to_owned).into();
        let begun = json!({"photo": [{"upload": "u", "name": "crack.png", "size": 1, "modified": 0}]});
        hidden.kept.begun = serde_json::from_value(begun).unwrap_or_default();
        assert_eq!(hidden.kept.begun.len(), 1);
        assert!(hidden.unfinished().is_none(), "nobody can mend what is not asked");
        let cart = Cart { lines: vec![hidden.clone()], ..Cart::default() };
        let secrets: Answers = serde_json::from_value(json!({"pin": "1234"})).unwrap_or_default();
        let body = cart.body(|_| secrets.clone());
        assert_eq!(json!(body.items[0].answers), json!({"sign": false, "people": [{"name": "Ada"}]}));
        assert_eq!(json!(cart.lines[0].kept.answers), answers);
        hidden.unasked.clear();
        assert_eq!(hidden.unfinished().map(|file| file.name.as_str()), Some("crack.png"));
    }

    #[test]
    fn a_secret_that_was_forgotten_is_missed() {
        let mut given = line("a");
        assert!(!given.misses(&Answers::new()));
        given.kept.withheld.insert(QuestionId::new("pin").unwrap_or_else(|e| panic!("{e}")));
        assert!(given.misses(&Answers::new()));
        assert!(!given.misses(&serde_json::from_value(json!({"pin": "1"})).unwrap_or_default()));
    }
}
