//! What is kept in the browser while a request is being made, and how it comes back.

use super::{at::At, left::Left, values};
use crate::{draft::Said, upload::Begun};
use guichet_contract::types::{Attachment, Lookup, PersonRef};
use guichet_rules::{
    form::{Answers, Form, Question, SourceList},
    ids::{ItemId, QuestionId},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// A request that was begun. Sensitive answers are never in here.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Kept {
    /// The version of the form that was answered.
    pub version: u32,
    /// As typed, answers to questions that are hidden at present among them.
    pub answers: Answers,
    /// The questions that the person answered or emptied; all others have what the form begins with.
    pub own: BTreeSet<QuestionId>,
    /// People and things that were chosen, by list and id: an answer holds the id alone.
    pub chosen: BTreeMap<String, Chosen>,
    /// The files that were uploaded.
    pub files: BTreeMap<QuestionId, Vec<Attachment>>,
    /// Those that are not all there.
    pub begun: BTreeMap<QuestionId, Vec<Begun>>,
    /// Whether it is for someone else.
    pub for_other: bool,
    /// For whom, then.
    pub other: Option<PersonRef>,
    /// How many, as typed.
    pub quantity: String,
    /// The questions that an order guide has answered.
    pub settled: BTreeSet<QuestionId>,
    /// The parameters of the link that led to the form, as far as it fills in from them.
    pub link: BTreeMap<String, String>,
    /// The request whose answers it was filled in from.
    pub again: String,
    /// The idempotency key, so that a request that was on its way when the page closed is not filed twice.
    pub key: String,
    /// Questions whose answers are secret and were given: they are not in here, and have to be given again.
    pub withheld: BTreeSet<QuestionId>,
    /// The answers in words, for when the form is gone or has changed. Filled in when it is kept.
    pub said: Vec<Said>,
    /// Answers that no longer fitted when the form changed.
    pub left: Vec<Left>,
    /// The items of an order guide that were added or left out by hand.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub picked: BTreeMap<ItemId, bool>,
    /// How many of each of them, where somebody said.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub quantities: BTreeMap<ItemId, u32>,
}

/// Somebody or something that was chosen from a list.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    /// What they are called, with what tells them from others.
    pub name: String,
    /// What a form may fill in from them.
    pub facts: BTreeMap<String, String>,
}

impl From<&Lookup> for Chosen {
    fn from(found: &Lookup) -> Self {
        let name = [Some(found.label.as_str()), found.hint.as_deref()].into_iter().flatten();
        Self { name: name.collect::<Vec<_>>().join(" · "), facts: found.facts.clone() }
    }
}

fn chosen_key(list: SourceList, id: &str) -> String {
    format!("{}/{id}", list.name())
}

impl Kept {
    /// Answers, or takes an answer back.
    pub fn answer(&mut self, at: &At, value: Option<Value>) {
        self.own.insert(at.question.clone());
        at.set(&mut self.answers, value);
    }

    /// Keeps what the thing with this `id` on `list` is called.
    pub fn remember(&mut self, list: SourceList, id: &str, chosen: Chosen) {
        self.chosen.insert(chosen_key(list, id), chosen);
    }

    /// Whether it is what became of `given`, which was ordered before.
    pub fn goes_on(&self, given: &Self) -> bool {
        !given.again.is_empty() && self.again == given.again
    }

    /// What was chosen from `list`.
    pub fn chosen(&self, list: SourceList, id: &str) -> Option<&Chosen> {
        self.chosen.get(&chosen_key(list, id))
    }

    /// What forms may fill in from the other person it is for.
    pub fn facts_of_other(&self) -> BTreeMap<String, String> {
        let other = self.other.as_ref().and_then(|other| self.chosen(SourceList::People, other.id.as_str()));
        other.map(|chosen| chosen.facts.clone()).unwrap_or_default()
    }

    /// What forms may fill in from devices, by their ids.
    pub fn facts_of_assets(&self) -> BTreeMap<String, BTreeMap<String, String>> {
        let assets = chosen_key(SourceList::Assets, "");
        let facts = |(key, chosen): (&String, &Chosen)| {
            Some((key.strip_prefix(&assets)?.to_owned(), chosen.facts.clone()))
        };
        self.chosen.iter().filter_map(facts).collect()
    }

    /// Takes out what must not stay on the device, and notes that it was there.
    pub fn without_secrets(mut self, form: &Form) -> Self {
        for question in form.questions() {
            if question.is_secret() {
                if self.answers.contains_key(&question.id) {
                    self.withheld.insert(question.id.clone());
                }
                self.forget(&question.id);
                continue;
            }
            for column in question.kind.columns().iter().filter(|column| column.is_secret()) {
                let rows = self.answers.get_mut(&question.id).and_then(Value::as_array_mut);
                for row in rows.into_iter().flatten().filter_map(Value::as_object_mut) {
                    if row.remove(column.id.as_str()).is_some() {
                        self.withheld.insert(column.id.clone());
                    }
                }
            }
        }
        self.without_strangers(form)
    }

    /// With the secrets that were typed here: what comes from another tab has none.
    pub fn with_secrets_of(mut self, here: &Self, form: &Form) -> Self {
        for question in form.questions().filter(|question| question.is_secret()) {
            if let (Some(answer), false) =
                (here.answers.get(&question.id), self.answers.contains_key(&question.id))
            {
                self.answers.insert(question.id.clone(), answer.clone());
                self.own.insert(question.id.clone());
                let files = here.files.get(&question.id);
                self.files.extend(files.map(|files| (question.id.clone(), files.clone())));
            }
        }
        for question in form.questions() {
            let secret: Vec<&str> =
                question.kind.columns().iter().filter(|c| c.is_secret()).map(|c| c.id.as_str()).collect();
            let known = here.answers.get(&question.id).and_then(Value::as_array);
            let rows = self.answers.get_mut(&question.id).and_then(Value::as_array_mut);
            if let (false, Some(known), Some(rows)) = (secret.is_empty(), known, rows) {
                take_cells(rows, known, &secret);
            }
        }
        self
    }

    /// The secret questions that were answered, and have to be answered again, in words.
    pub fn to_repeat(&self, form: &Form) -> Vec<String> {
        let mut labels = Vec::new();
        for question in form.questions() {
            let answer = self.answers.get(&question.id);
            if self.withheld.contains(&question.id) && answer.is_none() {
                labels.push(question.label.clone());
            }
            let rows = answer.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            for column in question.kind.columns().iter().filter(|c| self.withheld.contains(&c.id)) {
                if rows.iter().any(|row| row.get(column.id.as_str()).is_none()) {
                    labels.push(column.label.clone());
                }
            }
        }
        labels
    }

    fn forget(&mut self, question: &QuestionId) {
        self.settled.remove(question);
        self.answers.remove(question);
        self.own.remove(question);
        self.files.remove(question);
        self.begun.remove(question);
    }

    /// Forgets the names of those that no answer names any more.
    pub(super) fn without_strangers(mut self, form: &Form) -> Self {
        let mut named = BTreeSet::new();
        let mut name = |question: &Question, value: &Value| {
            let Some(list) = question.kind.list() else { return };
            named.extend(value.as_str().map(|id| chosen_key(list, id)));
            named.extend(values::ids(Some(value)).iter().map(|id| chosen_key(list, id)));
        };
        for question in form.questions() {
            let Some(value) = self.answers.get(&question.id) else { continue };
            name(question, value);
            for row in value.as_array().into_iter().flatten() {
                for column in question.kind.columns() {
                    row.get(column.id.as_str()).into_iter().for_each(|value| name(column, value));
                }
            }
        }
        named.extend(self.other.as_ref().map(|other| chosen_key(SourceList::People, other.id.as_str())));
        self.chosen.retain(|key, _| named.contains(key));
        self
    }
}

/// Whether two rows are the same but for these cells.
fn same_apart(one: &Value, other: &Value, secret: &[&str]) -> bool {
    let open = |row: Option<&Map<String, Value>>| {
        let cells = row.into_iter().flatten().filter(|(id, _)| !secret.contains(&id.as_str()));
        cells.map(|(id, value)| (id.clone(), value.clone())).collect::<BTreeMap<_, _>>()
    };
    open(one.as_object()) == open(other.as_object())
}

/// Gives `rows` the `secret` cells of those of `known` that are the same otherwise. A row may have come or gone before it.
fn take_cells(rows: &mut [Value], known: &[Value], secret: &[&str]) {
    let mut left: Vec<&Value> = known.iter().collect();
    for row in rows {
        let Some(same) = left.iter().position(|known| same_apart(known, row, secret)) else { continue };
        let cells = left.remove(same).as_object().into_iter().flatten();
        if let Some(row) = row.as_object_mut() {
            for (id, value) in cells.filter(|(id, _)| secret.contains(&id.as_str())) {
                row.entry(id.clone()).or_insert_with(|| value.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::fixture::{form, kept},
        *,
    };
    use serde_json::json;

    #[test]
    fn no_secret_stays_on_the_device() {
        let form = form(json!([
            {"id": "pin", "type": "masked", "label": "PIN"},
            {"id": "boss", "type": "person", "label": "Boss", "sensitive": true},
            {"id": "peer", "type": "person", "label": "Peer"},
            {"id": "people", "type": "rows", "label": "People", "questions": [
                {"id": "name", "type": "short_text", "label": "Name"},
                {"id": "code", "type": "masked", "label": "Code"},
            ]},
        ]));
        let mut kept = kept(json!({
            "pin": "1234", "boss": "ada", "peer": "ben", "people": [{"name": "Cleo", "code": "9"}],
        }));
        for id in ["ada", "ben"] {
            kept.remember(SourceList::People, id, Chosen { name: id.to_uppercase(), ..Chosen::default() });
        }
        let safe = kept.without_secrets(&form);
        assert_eq!(json!(safe.answers), json!({"peer": "ben", "people": [{"name": "Cleo"}]}));
        assert_eq!(safe.to_repeat(&form), ["PIN", "Boss", "Code"]);
        let mut typed = safe.clone();
        typed.answers.insert(QuestionId::new("pin").unwrap_or_else(|e| panic!("{e}")), json!("1234"));
        assert_eq!(typed.to_repeat(&form), ["Boss", "Code"]);
        assert_eq!(safe.clone().with_secrets_of(&typed, &form).answers, typed.answers);
        // In another tab a row came before, and no secret is known there.
        let there = json!({"people": [{"name": "Ben"}, {"name": "Cleo"}]});
        let other = Kept { answers: serde_json::from_value(there).unwrap_or_default(), ..safe.clone() };
        let first = super::super::fixture::kept(json!({"people": [{"name": "Cleo", "code": "9"}]}));
        let together = json!(other.with_secrets_of(&first, &form).answers);
        assert_eq!(together["people"], json!([{"name": "Ben"}, {"name": "Cleo", "code": "9"}]));
        // What was not typed again is still missed the next time.
        assert_eq!(typed.without_secrets(&form).to_repeat(&form), ["PIN", "Boss", "Code"]);
        assert!(
            safe.chosen(SourceList::People, "ada").is_none()
                && safe.chosen(SourceList::People, "ben").is_some()
        );
    }
}
