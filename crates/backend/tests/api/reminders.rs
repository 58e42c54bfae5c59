use crate::backend::{Backend, Person, laptop, text};
use chrono::TimeDelta;
use reqwest::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;

/// What the timeline says of reminders: who sent each, and to whom.
async fn reminders(person: &Person, ticket: &str) -> Vec<(Option<String>, String)> {
    let entries = person.get(&format!("/tickets/{ticket}/timeline")).await;
    let reminded = entries.as_array().unwrap().iter().filter(|entry| entry["event"] == "reminded");
    reminded.map(|entry| (entry["author"]["name"].as_str().map(str::to_owned), text(&entry["to"]))).collect()
}

/// What the ticket says of the action.
async fn may_remind(person: &Person, ticket: &str) -> Value {
    // At another address each time: a reply lives for some seconds of real time, of which none pass here.
    let ticket = person.get(&format!("/tickets/{ticket}?{}", Uuid::new_v4())).await;
    ticket["actions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|action| action["action"] == "remind")
        .cloned()
        .unwrap_or_default()
}

#[tokio::test]
async fn who_lets_others_wait_is_reminded_three_times_and_each_only_once() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let number = text(&aylin.post("/requests", laptop()).await["id"]);
    backend.sweep().await;
    assert!(reminders(&aylin, &number).await.is_empty(), "not at once");
    for sent in [1, 2, 3, 3] {
        // Two working days, whatever holidays there are.
        backend.wait(TimeDelta::days(9));
        for _ in 0..2 {
            backend.sweep().await;
        }
        let aylin = backend.sign_in("aylin-kaya").await;
        let by_the_system = (None, "Mara Lindt".to_owned());
        assert_eq!(reminders(&aylin, &number).await, vec![by_the_system; sent]);
    }
    let mara = backend.sign_in("mara-lindt").await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let newer = text(&aylin.post("/requests", laptop()).await["id"]);
    let waiting = mara.waiting().await;
    assert_eq!((&waiting[0]["ticket"], &waiting[0]["reminders"]), (&json!(number), &json!(3)), "on top");
    assert_eq!((&waiting[1]["ticket"], &waiting[1]["reminders"]), (&json!(newer), &Value::Null));
    let first = mara.get("/approvals?phase=open&limit=1").await;
    let next = mara.get(&format!("/approvals?phase=open&limit=1&cursor={}", text(&first["next"]))).await;
    assert_eq!((&first["items"][0]["ticket"], &next["items"][0]["ticket"]), (&json!(number), &json!(newer)));
    // Who has decided is left alone.
    for approval in &waiting {
        assert_eq!(mara.decide(approval, json!({ "decision": "reject", "comment": "No" })).await.status, 200);
    }
    backend.wait(TimeDelta::days(9));
    backend.sweep().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    assert!(reminders(&aylin, &newer).await.is_empty());
}

#[tokio::test]
async fn whoever_asked_may_remind_once_a_day() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let number = text(&aylin.post("/requests", laptop()).await["id"]);
    let early = may_remind(&aylin, &number).await;
    assert_eq!((&early["allowed"], &early["reason"]["code"]), (&json!(false), &json!("remind_later")));
    let refused = aylin.act(&number, "remind", json!({})).await;
    refused.refused(StatusCode::CONFLICT, "refused");
    assert_eq!(refused.body["reason"]["from"], early["reason"]["from"]);

    let seen = backend.sign_in("mara-lindt").await.waiting().await[0].clone();
    backend.wait(TimeDelta::hours(25));
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    assert_eq!(may_remind(&aylin, &number).await["allowed"], json!(true));
    let done = aylin.act(&number, "remind", json!({})).await;
    assert_eq!(done.status, 200, "{done:?}");
    assert_eq!(reminders(&aylin, &number).await, [(Some("Aylin Kaya".to_owned()), "Mara Lindt".to_owned())]);
    assert_eq!(may_remind(&aylin, &number).await["allowed"], json!(false), "once a day");
    let waiting = mara.waiting().await[0].clone();
    assert_eq!((&waiting["reminders"], waiting["reminded_at"].is_string()), (&json!(1), true));
    // A reminder is no change of what is decided about: the version that was seen before it still counts.
    assert_eq!(mara.decide(&seen, json!({ "decision": "approve" })).await.status, 200);
    // Those who are asked next have just heard of it.
    assert_eq!(may_remind(&aylin, &number).await["reason"]["code"], json!("remind_later"));
    // Others have nothing to remind of.
    let stranger = backend.sign_in("daniel-reyes").await;
    stranger.act(&number, "remind", json!({})).await.refused(StatusCode::NOT_FOUND, "not_found");
}
