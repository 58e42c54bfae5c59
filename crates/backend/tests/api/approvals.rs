use crate::backend::{Backend, Person, Reply, laptop, text};
use reqwest::StatusCode;
use serde_json::{Value, json};

/// The first approval that waits for somebody.
async fn first(person: &Person) -> Value {
    person.get("/approvals?state=waiting").await["items"][0].clone()
}

async fn decide(person: &Person, approval: &Value, body: Value) -> Reply {
    let path = format!("/approvals/{}/decision", text(&approval["id"]));
    let seen = format!("\"{}\"", approval["version"]);
    person.send(person.write(&path, &body).header("if-match", seen)).await
}

#[tokio::test]
async fn a_request_goes_on_once_everyone_agreed() {
    let backend = Backend::start().await;
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    let ingrid = backend.sign_in("ingrid-solberg").await;
    let filed = aylin.post("/requests", laptop()).await;
    let number = text(&filed["id"]);
    assert_eq!((&filed["state"], &filed["clock"]), (&json!("awaiting_approval"), &json!("not_started")));
    assert_eq!(filed["next_who"], json!("Mara Lindt"));
    assert_eq!(mara.get("/me").await["approvals_waiting"], json!(1));
    assert_eq!(ingrid.get("/approvals").await["items"], json!([]), "not asked yet");
    ingrid.reply(&format!("/tickets/{number}")).await.refused(StatusCode::NOT_FOUND, "not_found");

    let approval = first(&mara).await;
    assert_eq!(approval["price"]["total"]["one_off"], json!(248_000));
    let agreed = decide(&mara, &approval, json!({ "decision": "approve" })).await;
    assert_eq!(agreed.body["state"], json!("approved"), "{agreed:?}");
    let again = decide(&mara, &agreed.body, json!({ "decision": "approve" })).await;
    again.refused(StatusCode::CONFLICT, "refused");
    assert_eq!(again.body["reason"]["code"], json!("already_answered"));

    let approval = first(&ingrid).await;
    assert_eq!(decide(&ingrid, &approval, json!({ "decision": "approve" })).await.status, 200);
    let ticket = aylin.get(&format!("/tickets/{number}")).await;
    assert_eq!((&ticket["state"], &ticket["clock"]), (&json!("in_progress"), &json!("running")));
    let outcomes: Vec<String> =
        ticket["approvals"].as_array().unwrap().iter().map(|step| text(&step["outcome"])).collect();
    assert_eq!(outcomes, ["approved", "approved"]);
    // Ingrid was one of several; the others need not decide any more.
    assert!(ticket.to_string().contains("superseded"));
}

#[tokio::test]
async fn what_was_decided_last_comes_first_among_the_past() {
    let backend = Backend::start().await;
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    aylin.post("/requests", laptop()).await;
    let oldest = first(&mara).await;
    for _ in 0..3 {
        aylin.post("/requests", laptop()).await;
    }
    let newest = first(&mara).await;
    for approval in [&newest, &oldest] {
        assert_eq!(decide(&mara, approval, json!({ "decision": "approve" })).await.status, 200);
    }
    let ids =
        |list: &Value| list["items"].as_array().unwrap().iter().map(|a| text(&a["id"])).collect::<Vec<_>>();
    let past = mara.get("/approvals?phase=past&limit=1").await;
    assert_eq!(ids(&past), [text(&oldest["id"])], "asked first, decided last");
    let next = mara.get(&format!("/approvals?phase=past&limit=1&cursor={}", text(&past["next"]))).await;
    assert_eq!((ids(&next), &next["next"]), (vec![text(&newest["id"])], &Value::Null));
    assert_eq!(ids(&mara.get("/approvals?phase=open").await).len(), 2);
    mara.reply("/approvals?phase=later").await.refused(StatusCode::BAD_REQUEST, "bad_parameter");
}

#[tokio::test]
async fn a_refusal_says_why_and_ends_the_request() {
    let backend = Backend::start().await;
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    let number = text(&aylin.post("/requests", laptop()).await["id"]);
    let approval = first(&mara).await;
    let silent = decide(&mara, &approval, json!({ "decision": "reject" })).await;
    silent.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    assert_eq!(silent.body["errors"][0]["pointer"], json!("/comment"));
    let refused = decide(&mara, &approval, json!({ "decision": "reject", "comment": "Next year." })).await;
    assert_eq!(refused.body["state"], json!("rejected"), "{refused:?}");
    let ticket = aylin.get(&format!("/tickets/{number}")).await;
    assert_eq!(ticket["state"], json!("rejected"));
    assert_eq!(ticket["milestones"].as_array().unwrap().last().unwrap()["kind"], json!("ended"));
    assert_eq!(backend.sign_in("ingrid-solberg").await.get("/approvals").await["items"], json!([]));
}

#[tokio::test]
async fn an_approval_is_for_whom_it_was_asked_of() {
    let backend = Backend::start().await;
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    aylin.post("/requests", laptop()).await;
    let approval = first(&mara).await;
    let path = format!("/approvals/{}", text(&approval["id"]));
    aylin.reply(&path).await.refused(StatusCode::NOT_FOUND, "not_found");
    decide(&aylin, &approval, json!({ "decision": "approve" }))
        .await
        .refused(StatusCode::NOT_FOUND, "not_found");
    let stale = json!({ "id": approval["id"], "version": 99 });
    let stale = decide(&mara, &stale, json!({ "decision": "approve" })).await;
    stale.refused(StatusCode::PRECONDITION_FAILED, "stale");
    assert_eq!(stale.body["current"]["id"], approval["id"]);
}

#[tokio::test]
async fn who_cancels_asks_nobody_any_more() {
    let backend = Backend::start().await;
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    let number = text(&aylin.post("/requests", laptop()).await["id"]);
    let approval = first(&mara).await;
    let cancelled = aylin.act(&number, "cancel", json!({})).await;
    assert_eq!(cancelled.body["ticket"]["state"], json!("cancelled"), "{cancelled:?}");
    let current = mara.get(&format!("/approvals/{}", text(&approval["id"]))).await;
    assert_eq!((&current["state"], &current["open"]), (&json!("superseded"), &json!(false)));
    let late = decide(&mara, &current, json!({ "decision": "approve" })).await;
    late.refused(StatusCode::CONFLICT, "refused");
    assert_eq!(aylin.get(&format!("/tickets/{number}")).await["state"], json!("cancelled"));
}
