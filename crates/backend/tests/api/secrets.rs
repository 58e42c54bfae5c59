use crate::backend::{Backend, Person, Reply, text};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

const SECRET: &str = "XQ7-4419-KL";
/// Where it is asked for.
const ITEM: &str = "items/phone-number-change.yaml";

/// A request that the group Telephony delivers without anybody's agreement, with a secret in it.
fn request() -> Value {
    json!({
        "item": "phone-number-change",
        "form": { "id": "phone-number-change", "version": 1 },
        "answers": {
            "phone": "mobile", "change": "bring", "number": "+49 151 5550 1423", "transfer-code": SECRET,
        },
    })
}

async fn file(person: &Person) -> String {
    text(&person.post("/requests", request()).await["id"])
}

fn path(ticket: &str) -> String {
    format!("/requests/{ticket}/answers/transfer-code/reveal")
}

async fn reveal(person: &Person, ticket: &str) -> Reply {
    person.send(person.ask(Method::POST, &path(ticket))).await
}

/// Who read it, by the timeline.
async fn readers(person: &Person, ticket: &str) -> Vec<String> {
    let timeline = person.get(&format!("/tickets/{ticket}/timeline")).await;
    let entries = timeline.as_array().unwrap().iter();
    entries.filter(|e| e["event"] == json!("revealed")).map(|e| text(&e["author"]["name"])).collect()
}

/// How many rows of the database match.
async fn count(backend: &Backend, sql: &'static str) -> i64 {
    let mut conn = backend.store().read().await.unwrap();
    sqlx::query_scalar(sql).fetch_one(&mut *conn).await.unwrap()
}

async fn change(backend: &Backend, sql: &'static str) {
    let mut tx = backend.store().begin().await.unwrap();
    assert_eq!(sqlx::query(sql).execute(tx.conn().unwrap()).await.unwrap().rows_affected(), 1, "{sql}");
    tx.commit().await.unwrap();
}

/// Whoever may see the ticket, reads that there is a secret, and never the secret.
#[tokio::test]
async fn what_is_secret_is_in_no_other_reply() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let dry = aylin.send(aylin.ask(Method::POST, "/requests/validate").json(&request())).await;
    assert_eq!(dry.body["problems"], json!([]));
    assert!(!dry.body.to_string().contains("4419-KL"));
    let ticket = aylin.post("/requests", request()).await;
    let shown = ticket["answers"].as_array().unwrap();
    let place = shown.iter().position(|answer| answer["label"] == json!("Transfer code")).unwrap();
    assert_eq!(shown[place]["value"], json!("••••••"));
    assert!(shown.iter().any(|answer| answer["value"] == json!("+49 151 5550 1423")));
    assert_eq!(
        ticket["secrets"],
        json!([{
            "answer": place, "question": "transfer-code",
            "allowed": false, "reason": { "code": "not_working_on_it" },
        }])
    );

    let id = text(&ticket["id"]);
    let gregor = backend.sign_in("gregor-hansen").await;
    assert_eq!(reveal(&gregor, &id).await.body, json!({ "value": SECRET }));
    // Also afterwards, also for those who read it.
    for person in [&aylin, &gregor] {
        for path in [
            format!("/tickets/{id}"),
            format!("/tickets/{id}/timeline"),
            format!("/requests/{id}"),
            "/tickets?scope=mine".to_owned(),
            "/tickets?q=XQ7".to_owned(),
            "/search?q=XQ7-4419-KL".to_owned(),
            "/events?since=0".to_owned(),
        ] {
            let body = person.reply(&path).await.body.to_string();
            assert!(!body.contains("4419-KL"), "{path}: {body}");
        }
        assert_eq!(person.get("/tickets?q=XQ7").await["items"], json!([]));
        let found = person.get("/search?q=XQ7-4419-KL").await;
        assert!(!found.to_string().contains(&id), "{found}");
    }
    let record = aylin.get(&format!("/requests/{id}")).await;
    assert_eq!(record["items"][0]["left_out"], json!(["transfer-code"]));
}

#[tokio::test]
async fn a_secret_is_nowhere_in_the_clear() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let id = file(&aylin).await;
    let gregor = backend.sign_in("gregor-hansen").await;
    assert_eq!(reveal(&gregor, &id).await.status, 200);
    for sql in [
        "SELECT COUNT(*) FROM tickets WHERE detail LIKE '%4419-KL%' OR words LIKE '%4419-kl%'",
        "SELECT COUNT(*) FROM secrets WHERE instr(sealed, CAST('4419-KL' AS BLOB)) > 0",
        "SELECT COUNT(*) FROM idempotency WHERE instr(answer, CAST('4419-KL' AS BLOB)) > 0",
        "SELECT COUNT(*) FROM entries WHERE coalesce(body, '') || coalesce(to_value, '') LIKE '%4419-KL%'",
    ] {
        assert_eq!(count(&backend, sql).await, 0, "{sql}");
    }
    assert_eq!(count(&backend, "SELECT COUNT(*) FROM secrets").await, 1);
}

#[tokio::test]
async fn those_who_work_on_it_may_read_it_and_nobody_else() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let id = file(&aylin).await;
    reveal(&backend.nobody(), &id).await.refused(StatusCode::UNAUTHORIZED, "not_signed_in");
    // Her colleague, her manager: to them there is no such ticket.
    for stranger in ["lena-hoffmann", "mara-lindt"] {
        let stranger = backend.sign_in(stranger).await;
        reveal(&stranger, &id).await.refused(StatusCode::NOT_FOUND, "not_found");
    }
    // Herself, the rest of the desk, whoever may see everything.
    let tomasz = backend.sign_in("tomasz-sikora").await;
    let hana = backend.sign_in("hana-mori").await;
    for person in [&aylin, &tomasz, &hana] {
        let refused = reveal(person, &id).await;
        refused.refused(StatusCode::FORBIDDEN, "not_allowed");
        assert_eq!(refused.body["reason"], json!({ "code": "not_working_on_it" }));
        assert!(!refused.body.to_string().contains("4419"));
    }
    assert_eq!(readers(&aylin, &id).await, [""; 0], "who was refused has read nothing");

    let gregor = backend.sign_in("gregor-hansen").await;
    let seen = gregor.get(&format!("/tickets/{id}")).await;
    assert_eq!(seen["secrets"][0]["allowed"], json!(true));
    assert_eq!(reveal(&gregor, &id).await.body, json!({ "value": SECRET }));
    assert_eq!(tomasz.act(&id, "take", json!({})).await.status, 200);
    assert_eq!(reveal(&tomasz, &id).await.body, json!({ "value": SECRET }));
    assert_eq!(readers(&aylin, &id).await, ["Gregor Hansen", "Tomasz Sikora"]);
}

#[tokio::test]
async fn nobody_keeps_the_answer_and_each_reading_is_told() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let id = file(&aylin).await;
    let gregor = backend.sign_in("gregor-hansen").await;
    let before = aylin.get(&format!("/tickets/{id}")).await["version"].as_u64().unwrap();
    let key = uuid::Uuid::new_v4().to_string();
    for _ in 0..2 {
        let call = gregor.ask(Method::POST, &path(&id)).header("idempotency-key", key.clone());
        let reply = gregor.send(call).await;
        assert_eq!(reply.status, 200, "{reply:?}");
        assert_eq!(reply.header("cache-control"), "no-store");
        assert_eq!(reply.header("etag"), "");
        assert_eq!(reply.header("idempotency-replayed"), "");
    }
    assert_eq!(readers(&aylin, &id).await, ["Gregor Hansen", "Gregor Hansen"]);
    let after = aylin.get(&format!("/tickets/{id}")).await["version"].as_u64().unwrap();
    assert_eq!(after, before + 2, "whoever looks at it learns that there is something new");
    let hints = aylin.get("/events?since=0").await;
    assert!(hints.to_string().contains(&format!("\"version\":{after}")), "{hints}");

    let german = aylin.ask(Method::GET, &format!("/tickets/{id}/timeline")).header("accept-language", "de");
    let entries = aylin.send(german).await.body;
    let entry = entries.as_array().unwrap().last().unwrap();
    assert_eq!(entry["to"], json!("Code für die Mitnahme"));
    assert_eq!((entry["role"].clone(), entry.get("text")), (json!("agent"), None));
}

#[tokio::test]
async fn what_is_no_secret_of_the_ticket_is_not_there() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let id = file(&aylin).await;
    let gregor = backend.sign_in("gregor-hansen").await;
    for question in ["number", "day", "no-such-question", "%20"] {
        let path = format!("/requests/{id}/answers/{question}/reveal");
        gregor.send(gregor.ask(Method::POST, &path)).await.refused(StatusCode::NOT_FOUND, "not_found");
    }
    let incident = aylin.incident("Slow").await;
    reveal(&gregor, &incident).await.refused(StatusCode::NOT_FOUND, "not_found");
    reveal(&gregor, "REQ-99999").await.refused(StatusCode::NOT_FOUND, "not_found");
}

#[tokio::test]
async fn a_secret_ends_with_its_ticket() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let (id, other) = (file(&aylin).await, file(&aylin).await);
    let gregor = backend.sign_in("gregor-hansen").await;
    let cancelled = aylin.act(&id, "cancel", json!({ "comment": "I keep my number." })).await;
    assert_eq!(cancelled.body["ticket"]["state"], json!("cancelled"), "{cancelled:?}");
    // At once, and not when somebody has swept.
    let gone = reveal(&gregor, &id).await;
    gone.refused(StatusCode::GONE, "gone");
    assert_eq!(gone.body["reason"], json!({ "code": "deleted" }));
    assert!(text(&gone.body["detail"]).contains("ask for it in a new request"), "{gone:?}");
    backend.sweep().await;
    assert_eq!(count(&backend, "SELECT COUNT(*) FROM secrets").await, 1, "that of the other ticket");
    reveal(&gregor, &id).await.refused(StatusCode::GONE, "gone");
    let seen = gregor.get(&format!("/tickets/{id}")).await;
    assert_eq!(seen["secrets"][0]["reason"], json!({ "code": "deleted" }));
    assert_eq!(readers(&aylin, &id).await, [""; 0]);
    assert_eq!(reveal(&gregor, &other).await.body, json!({ "value": SECRET }));
}

#[tokio::test]
async fn what_nobody_agreed_to_yet_is_not_read() {
    let always = |yaml: &str| yaml.replace("    when: {answers: {eq: [change, take-along]}}\n", "");
    let backend = Backend::with_changed(ITEM, always).await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let id = file(&aylin).await;
    let gregor = backend.sign_in("gregor-hansen").await;
    let refused = reveal(&gregor, &id).await;
    refused.refused(StatusCode::CONFLICT, "refused");
    assert_eq!(refused.body["reason"], json!({ "code": "awaiting_approval" }));
    let mara = backend.sign_in("mara-lindt").await;
    reveal(&mara, &id).await.refused(StatusCode::FORBIDDEN, "not_allowed");
    let waiting = mara.waiting().await;
    assert!(!json!(waiting).to_string().contains("4419-KL"));
    assert_eq!(mara.decide(&waiting[0], json!({ "decision": "approve" })).await.status, 200);
    assert_eq!(reveal(&gregor, &id).await.body, json!({ "value": SECRET }));
}

#[tokio::test]
async fn rows_with_a_secret_are_read_whole() {
    let boxes = "        - id: boxes\n          type: rows\n          label: {en: Boxes, de: Boxen}\n          questions:\n            \
                 - {id: name, type: short_text, label: {en: Name, de: Name}}\n            \
                 - {id: pin, type: masked, label: {en: PIN, de: PIN}}\n";
    let with_boxes = |yaml: &str| yaml.replace("        - id: day\n", &format!("{boxes}        - id: day\n"));
    let backend = Backend::with_changed(ITEM, with_boxes).await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let mut request = request();
    request["answers"]["boxes"] = json!([{ "name": "Main", "pin": "0815" }, { "name": "Fax" }]);
    let ticket = aylin.post("/requests", request).await;
    let id = text(&ticket["id"]);
    let shown = ticket["answers"].as_array().unwrap();
    let boxes = shown.iter().find(|answer| answer["label"] == json!("Boxes")).unwrap();
    assert_eq!(boxes["value"], json!("1: Name: Main; PIN: ••••••\n2: Name: Fax"));
    let gregor = backend.sign_in("gregor-hansen").await;
    let path = format!("/requests/{id}/answers/boxes/reveal");
    let reply = gregor.send(gregor.ask(Method::POST, &path)).await;
    assert_eq!(reply.body, json!({ "value": "1: Name: Main; PIN: 0815\n2: Name: Fax" }));
    let record = aylin.get(&format!("/requests/{id}")).await;
    assert_eq!(record["items"][0]["answers"]["boxes"], json!([{ "name": "Main" }, { "name": "Fax" }]));
}

#[tokio::test]
async fn what_can_no_longer_be_opened_says_so_and_nobody_has_read_it() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let id = file(&aylin).await;
    // Sealed with another key.
    change(&backend, "UPDATE secrets SET sealed = zeroblob(60)").await;
    let gregor = backend.sign_in("gregor-hansen").await;
    let gone = reveal(&gregor, &id).await;
    gone.refused(StatusCode::GONE, "gone");
    assert_eq!(gone.body["reason"], json!({ "code": "sealed" }));
    assert_eq!(readers(&aylin, &id).await, [""; 0]);
}

/// Of a release that kept them among the other answers.
#[tokio::test]
async fn secrets_of_before_are_sealed_too() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let id = file(&aylin).await;
    change(&backend, "DELETE FROM secrets").await;
    change(
        &backend,
        "UPDATE tickets SET detail = json_set(detail, '$.answers.\"transfer-code\"', 'XQ7-4419-KL')",
    )
    .await;
    change(&backend, "UPDATE counters SET value = 1 WHERE name = 'secrets_unsealed'").await;
    backend.sweep().await;
    assert_eq!(count(&backend, "SELECT COUNT(*) FROM tickets WHERE detail LIKE '%4419-KL%'").await, 0);
    let gregor = backend.sign_in("gregor-hansen").await;
    assert_eq!(reveal(&gregor, &id).await.body, json!({ "value": SECRET }));
}
