//! What went wrong with the forms of other portals, over HTTP: each test names the public thread that it is about. Those that
//! are about a screen are in `tests/e2e/specs/lessons.spec.ts`.

use crate::backend::{Backend, Person, Reply, copy, demo, load, text};
use guichet_contract::types::{FormSchema, Page, PublishedForm, RequestPreview, Ticket};
use guichet_rules::form::Form;
use reqwest::{Method, StatusCode};
use serde_json::{Value, from_value, json, to_value};
use std::fs;
use tempfile::TempDir;

/// An item whose options, questions and approvals hang on one answer.
const ITEM: &str = r#"
id: lesson
category: computers
name: {en: "Lesson", de: "Lektion"}
summary: {en: "Lesson", de: "Lektion"}
description: {en: "Lesson.", de: "Lektion."}
verb: {en: "Ask", de: "Fragen"}
icon: box
service: laptops
group: client-services
delivery: 3wd
order_for: self
approvals:
  - id: security
    approvers: {group: security-approvers}
    policy: anyone
    when: {answers: {eq: [category, access]}}
    because: {en: "because it is about access", de: "weil es um Zugang geht"}
form:
  version: 1
  pages:
    - id: what
      title: {en: "What", de: "Was"}
      questions:
        - id: category
          type: single_choice
          label: {en: "Category", de: "Kategorie"}
          required: true
          options:
            - {id: hardware, label: {en: "Hardware", de: "Geräte"}}
            - {id: access, label: {en: "Access", de: "Zugang"}}
        - id: part
          type: single_choice
          label: {en: "Part", de: "Teil"}
          required: true
          options:
            - {id: screen, label: {en: "Screen", de: "Bildschirm"}, visible_when: {eq: [category, hardware]}}
            - {id: badge, label: {en: "Badge", de: "Ausweis"}, visible_when: {eq: [category, access]}}
        - id: door
          type: short_text
          label: {en: "Which door?", de: "Welche Tür?"}
          visible_when: {eq: [category, access]}
          required: true
        - id: note
          type: long_text
          label: {en: "Note", de: "Notiz"}
          default: {en: "Please call first", de: "Bitte vorher anrufen"}
"#;

/// The demo company with that item.
fn company() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&demo(), folder.path());
    fs::write(folder.path().join("items/lesson.yaml"), ITEM).unwrap();
    folder
}

fn lesson(answers: Value) -> Value {
    json!({ "item": "lesson", "form": { "id": "lesson", "version": 1 }, "answers": answers })
}

async fn validate(person: &Person, body: &Value) -> RequestPreview {
    let reply = person.send(person.ask(Method::POST, "/requests/validate").json(body)).await;
    from_value(reply.body).unwrap()
}

async fn german(person: &Person, path: &str) -> Value {
    person.send(person.ask(Method::GET, path).header("accept-language", "de")).await.body
}

fn labels(ticket: &Ticket) -> Vec<&str> {
    ticket.answers.iter().map(|answer| answer.label.as_str()).collect()
}

fn errors(reply: &Reply) -> Vec<(String, String)> {
    let errors = reply.body["errors"].as_array().unwrap().iter();
    errors.map(|error| (text(&error["pointer"]), text(&error["code"]))).collect()
}

// frappe/helpdesk 3779: which options there are follows the other answer on the page for new tickets and nowhere else, so that
// pairs are saved that do not go together.
#[tokio::test]
async fn options_that_do_not_go_together_are_refused_wherever_they_come_from() {
    let company = company();
    let backend = Backend::of(company.path()).await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let wrong = lesson(json!({ "category": "access", "part": "screen", "door": "D-1" }));
    let preview = validate(&aylin, &wrong).await;
    let said: Vec<(&str, &str)> =
        preview.problems.iter().map(|problem| (problem.pointer.as_str(), problem.code.name())).collect();
    assert_eq!(said, [("/part", "no_such_option")]);
    let reply = aylin.send(aylin.write("/requests", &wrong)).await;
    reply.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    assert_eq!(errors(&reply), [("/answers/part".to_owned(), "no_such_option".to_owned())]);
    let right = lesson(json!({ "category": "access", "part": "badge", "door": "D-1" }));
    assert_eq!(aylin.send(aylin.write("/requests", &right)).await.status, 201);
}

// backstage/backstage 24113: what was typed into a question is submitted although its condition no longer holds. A client that
// sends it all the same changes nothing. And frappe/helpdesk 3614: the ticket lists every field, with a dash for those that do
// not apply.
#[tokio::test]
async fn answers_to_what_is_not_asked_are_neither_kept_nor_listed() {
    let company = company();
    let backend = Backend::of(company.path()).await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let stale = lesson(json!({ "category": "hardware", "part": "screen", "door": "D-1", "note": "x" }));
    assert!(validate(&aylin, &stale).await.problems.is_empty());
    let ticket: Ticket = from_value(aylin.post("/requests", stale).await).unwrap();
    assert_eq!(labels(&ticket), ["Category", "Part", "Note"]);
    let again: Ticket = from_value(aylin.get(&format!("/tickets/{}", ticket.summary.id)).await).unwrap();
    assert_eq!(labels(&again), labels(&ticket));
    // And where it is asked it is needed, whatever a client thinks.
    let missing = lesson(json!({ "category": "access", "part": "badge" }));
    let reply = aylin.send(aylin.write("/requests", &missing)).await;
    assert_eq!(errors(&reply), [("/answers/door".to_owned(), "required".to_owned())]);
}

/// A form without its words.
fn bones(mut form: Value) -> Value {
    match &mut form {
        Value::Object(map) => {
            for word in [
                "label", "hint", "title", "because", "message", "text", "alt", "default", "unit", "levels",
                "messages",
            ] {
                map.remove(word);
            }
            map.retain(|key, _| !key.ends_with("_message") && !key.ends_with("_label"));
            map.values_mut().for_each(|value| *value = bones(value.take()));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| *item = bones(item.take())),
        _ => {}
    }
    form
}

// glpi-project/glpi 22745: a title is changed and saved, and the conditions of all other questions are gone.
#[test]
fn other_words_leave_every_condition_as_it_was() {
    let company = company();
    let before = load(company.path());
    let file = company.path().join("items/laptop.yaml");
    let old = fs::read_to_string(&file).unwrap();
    let new = old.replace("What will the design work be?", "What is it for?");
    assert_ne!(old, new);
    fs::write(&file, new).unwrap();
    let after = load(company.path());
    let mut conditions = 0;
    for (language, company) in &after.companies {
        for (id, item) in &company.items {
            let was = before.in_language(language).item(id).unwrap();
            let (was, is) = (to_value(was.form.form()).unwrap(), to_value(item.form.form()).unwrap());
            assert_eq!(bones(was.clone()), bones(is.clone()), "{id} in {language}");
            // In every language the same; and whoever writes down what they read has lost nothing.
            let first = to_value(after.in_language("en").item(id).unwrap().form.form()).unwrap();
            assert_eq!(bones(first), bones(is.clone()), "{id} in {language}");
            assert_eq!(&from_value::<Form>(is.clone()).unwrap(), item.form.form());
            conditions += is.to_string().matches("_when\":").count();
            assert_eq!(was != is, id.as_str() == "laptop" && language == "en", "{id} in {language}");
        }
    }
    assert!(conditions > 200, "{conditions}");
}

// pluginsGLPI/formcreator 3378: the text that is there at first is not translated; and when a ticket hangs on an answer and
// somebody chooses its translation, there is an error and no ticket.
#[tokio::test]
async fn an_answer_is_the_same_in_every_language() {
    let company = company();
    let backend = Backend::of(company.path()).await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let form: PublishedForm = from_value(german(&aylin, "/forms/lesson@1").await).unwrap();
    let note = form.form.question("note").unwrap();
    assert_eq!(note.default, Some(json!("Bitte vorher anrufen")));
    let category = form.form.question("category").unwrap();
    let access = category.kind.options().iter().find(|option| option.label == "Zugang").unwrap();

    let body = lesson(json!({ "category": access.id, "part": "badge", "door": "Tür 1" }));
    let filed = aylin.send(aylin.write("/requests", &body).header("accept-language", "de")).await;
    assert_eq!(filed.status, 201, "{filed:?}");
    // Whoever decides on access is asked.
    assert_eq!(filed.body["state"], json!("awaiting_approval"));
    let path = format!("/tickets/{}", text(&filed.body["id"]));
    let value = |ticket: Value| {
        let ticket: Ticket = from_value(ticket).unwrap();
        ticket.answers.into_iter().map(|answer| (answer.label, answer.value)).next().unwrap()
    };
    assert_eq!(value(aylin.get(&path).await), ("Category".to_owned(), "Access".to_owned()));
    assert_eq!(value(german(&aylin, &path).await), ("Kategorie".to_owned(), "Zugang".to_owned()));
}

// pluginsGLPI/formcreator 3447 and 2071: what was answered cannot be had from the API but by knowing the plugin's tables, and
// nothing says how to fill in a form. zammad/zammad 1074 and 1889: there are no forms of one's own, and the one that there is
// has fixed fields.
#[tokio::test]
async fn a_form_of_ones_own_is_read_filled_in_checked_filed_and_read_back_over_the_api() {
    let company = company();
    let backend = Backend::of(company.path()).await;
    let aylin = backend.sign_in("aylin-kaya").await;

    // Found, and read with its conditions.
    let items: Page<Value> = from_value(aylin.get("/catalog/items?q=lesson").await).unwrap();
    assert!(items.items.iter().any(|item| item["id"] == json!("lesson")), "{items:?}");
    let item = aylin.get("/catalog/items/lesson").await;
    let named = format!("{}@{}", text(&item["form"]["id"]), item["form"]["version"]);
    let form = aylin.get(&format!("/forms/{named}")).await["form"].clone();
    let questions = form["pages"][0]["questions"].as_array().unwrap();
    let ids: Vec<String> = questions.iter().map(|question| text(&question["id"])).collect();
    assert_eq!(ids, ["category", "part", "door", "note"]);
    assert_eq!(questions[2]["visible_when"], json!({ "eq": ["category", "access"] }));

    // What may be sent is a document too, for whoever has a validator.
    let schema: FormSchema = from_value(aylin.get(&format!("/forms/{named}/schema")).await).unwrap();
    assert!(schema.exact, "{:#}", schema.schema);
    let mut properties: Vec<&str> =
        schema.schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    properties.sort_unstable();
    assert_eq!(properties, ["category", "door", "note", "part"]);

    // Checked, which files nothing; then filed, and read back in the order of the form.
    let answers = json!({ "category": "access", "part": "badge", "door": "D-1", "note": "Before noon" });
    let preview = validate(&aylin, &lesson(answers.clone())).await;
    assert!(preview.problems.is_empty() && preview.approvals.len() == 1, "{preview:?}");
    assert_eq!(aylin.get("/tickets").await["items"], json!([]));
    let id = text(&aylin.post("/requests", lesson(answers)).await["id"]);
    let ticket: Ticket = from_value(aylin.get(&format!("/tickets/{id}")).await).unwrap();
    let told: Vec<(&str, &str)> =
        ticket.answers.iter().map(|answer| (answer.label.as_str(), answer.value.as_str())).collect();
    assert_eq!(
        told,
        [("Category", "Access"), ("Part", "Badge"), ("Which door?", "D-1"), ("Note", "Before noon")]
    );
}
