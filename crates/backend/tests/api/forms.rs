use crate::backend::{Backend, copy, demo, text};
use chrono::{TimeDelta, Utc};
use guichet_contract::types::{FormSchema, Lookup, Me};
use reqwest::{Method, StatusCode};
use serde_json::{Value, from_value, json};
use std::fs;

/// A request with rows: Wi-Fi for guests with these names.
fn guests(rows: Value) -> Value {
    #[allow(clippy::disallowed_methods, reason = "a test runs now")]
    let day = (Utc::now() + TimeDelta::days(7)).date_naive();
    json!({
        "item": "guest-wifi",
        "form": { "id": "guest-wifi", "version": 1 },
        "answers": { "site": "berlin", "first_day": day.to_string(), "days": 1, "guests": 2, "names": rows, "handover": "reception" },
    })
}

#[tokio::test]
async fn each_form_has_a_schema_of_its_answers() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let schema: FormSchema = from_value(aylin.get("/forms/guest-wifi@1/schema").await).unwrap();
    assert_eq!(schema.schema["$id"], json!("urn:guichet:form:guest-wifi@1"));
    assert_eq!(schema.schema["properties"]["names"]["items"]["properties"]["name"]["maxLength"], json!(80));
    // Which sites there are no schema can say.
    assert!(!schema.exact && schema.schema.get("$comment").is_some());
    aylin.reply("/forms/guest-wifi@99/schema").await.refused(StatusCode::NOT_FOUND, "not_found");
}

#[tokio::test]
async fn a_text_with_marks_is_told_from_one_without() {
    let company = tempfile::tempdir().unwrap();
    copy(&demo(), company.path());
    let file = company.path().join("items/headset.yaml");
    let story = "        - {id: story, type: rich_text, label: {en: Story, de: Verlauf}}\n";
    fs::write(&file, fs::read_to_string(&file).unwrap() + story).unwrap();
    let backend = Backend::of(company.path()).await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let ticket = aylin
        .post(
            "/requests",
            json!({
                "item": "headset",
                "form": { "id": "headset", "version": 1 },
                "answers": {
                    "model": "wired", "ears": "one", "plug": "usb-c", "handover": "pick-up",
                    "cost-centre": "4410", "story": "It *hums*",
                },
            }),
        )
        .await;
    let answers = ticket["answers"].as_array().unwrap();
    let marked: Vec<&Value> = answers.iter().filter(|answer| answer.get("marked").is_some()).collect();
    assert_eq!(marked, [&json!({ "label": "Story", "value": "It *hums*", "marked": true })]);
    assert!(answers.len() > 1);
}

#[tokio::test]
async fn what_is_wrong_in_a_row_is_pointed_at_in_its_row() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let wrong =
        guests(json!([{ "name": "Ingeborg Haugen" }, { "company": "Norsk Optikk AS", "mobile": "soon" }]));
    let dry = aylin.send(aylin.ask(Method::POST, "/requests/validate").json(&wrong)).await;
    let found: Vec<(String, String)> = dry.body["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| (text(&problem["pointer"]), text(&problem["code"])))
        .collect();
    let pair = |pointer: &str, code: &str| (pointer.to_owned(), code.to_owned());
    assert_eq!(found, [pair("/names/1/name", "required"), pair("/names/1/mobile", "format")]);
    let reply = aylin.send(aylin.write("/requests", &wrong)).await;
    reply.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    let pointers: Vec<String> =
        reply.body["errors"].as_array().unwrap().iter().map(|error| text(&error["pointer"])).collect();
    assert_eq!(pointers, ["/answers/names/1/name", "/answers/names/1/mobile"]);

    let right = guests(
        json!([{ "name": "Ingeborg Haugen", "company": "Norsk Optikk AS" }, {}, { "name": "Daniel Osei" }]),
    );
    let ticket = aylin.post("/requests", right).await;
    let answers = ticket["answers"].as_array().unwrap();
    let who = answers.iter().find(|answer| answer["label"] == json!("Who is coming?")).unwrap();
    assert_eq!(
        who["value"],
        json!("Guest 1: Name: Ingeborg Haugen; Company: Norsk Optikk AS\nGuest 2: Name: Daniel Osei")
    );
}

#[tokio::test]
async fn lists_give_names_and_what_forms_fill_in() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let me: Me = from_value(aylin.get("/me").await).unwrap();
    let fact = |name: &str| me.facts.get(name).map(String::as_str);
    assert_eq!(
        (fact("cost_centre"), fact("location"), fact("manager")),
        (Some("4410"), Some("berlin"), Some("mara-lindt"))
    );

    let ids = async |path: &str| {
        let found: Vec<Lookup> = from_value(aylin.get(path).await).unwrap();
        found.into_iter().map(|one| one.id).collect::<Vec<_>>()
    };
    assert_eq!(ids("/lookups/cost_centres?q=product").await, ["4410"]);
    assert_eq!(ids("/lookups/cost_centres?question=new-colleague@1/cost_centre&id=4410").await, ["4410"]);
    assert_eq!(ids("/lookups/people?id=mara-lindt&q=mara").await, ["mara-lindt"]);
    assert!(ids("/lookups/people?id=mara-lindt&q=aylin").await.is_empty());

    let facts = async |path: &str| {
        let found: Vec<Lookup> = from_value(aylin.get(path).await).unwrap();
        found.into_iter().next().unwrap().facts
    };
    assert!(facts("/lookups/people?id=mara-lindt").await.is_empty());
    let mara = facts("/lookups/people?id=mara-lindt&facts=true").await;
    assert_eq!(mara.get("email").map(String::as_str), Some("mara.lindt@nordlicht.example"));
    // Who pays for others is not everybody's business.
    assert_eq!(mara.get("cost_centre"), None);
    let own = facts("/lookups/people?id=aylin-kaya&facts=true").await;
    assert_eq!(own.get("cost_centre").map(String::as_str), Some("4410"));

    aylin.reply("/lookups/planets").await.refused(StatusCode::NOT_FOUND, "not_found");
    for wrong in ["given=berlin", "question=laptop", "question=laptop@1/nothing"] {
        let reply = aylin.reply(&format!("/lookups/people?{wrong}")).await;
        reply.refused(StatusCode::BAD_REQUEST, "bad_parameter");
    }
}
