//! Forms against tables, and random forms against random answers.

// `json!` takes a step of macro expansion for each word of a form.
#![recursion_limit = "512"]

mod arbitrary;
mod conditions;
mod constraints;
mod defaults;
mod evaluation;
mod lint;
mod migrate;
mod price;
mod properties;
#[cfg(feature = "testing")]
mod random;
mod rows;
#[cfg(all(feature = "testing", feature = "schema-of-form"))]
mod schema;
mod why;
mod wire;

use chrono::NaiveDate;
use guichet_rules::{
    form::{Answers, Context, Evaluation, Form, Prefill, Problem, QuestionState, evaluate},
    ids::GroupId,
};
use serde_json::{Value, json};

fn today() -> NaiveDate {
    "2026-11-21".parse().unwrap()
}

fn groups() -> Vec<GroupId> {
    vec![GroupId::new("designers").unwrap()]
}

/// A regular expression that matches itself alone: these tests are about when a pattern is asked, not about patterns.
fn itself(pattern: &str, text: &str) -> bool {
    pattern == text
}

/// What there is to know beside the form and the answers.
fn context<'a>(groups: &'a [GroupId], prefill: &'a Prefill) -> Context<'a> {
    Context { today: today(), groups, matches: &itself, prefill }
}

fn judge(form: &Form, answers: &Answers) -> Evaluation {
    let groups = groups();
    evaluate(form, answers, &context(&groups, Prefill::nothing()))
}

/// A form of one page.
fn form(questions: &Value) -> Form {
    let page = json!({"id": "p", "title": "P", "questions": questions});
    serde_json::from_value(json!({"id": "f", "version": 1, "pages": [page]})).unwrap()
}

fn answers(given: &Value) -> Answers {
    serde_json::from_value(given.clone()).unwrap()
}

fn ask(questions: &Value, given: &Value) -> Evaluation {
    judge(&form(questions), &answers(given))
}

fn state<'e>(evaluation: &'e Evaluation, id: &str) -> &'e QuestionState {
    evaluation.question(id).unwrap()
}

/// The codes of all problems, with the question that each belongs to.
fn codes(evaluation: &Evaluation) -> Vec<(String, String)> {
    let code = |problem: &Problem| {
        let json = serde_json::to_value(problem).unwrap();
        (json["question"].as_str().unwrap().to_owned(), json["code"].as_str().unwrap().to_owned())
    };
    evaluation.problems().map(code).collect()
}
