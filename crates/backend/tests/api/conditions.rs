use crate::backend::{Backend, headset, incident, text};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

#[tokio::test]
async fn the_same_call_is_answered_again_and_done_once() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let key = Uuid::new_v4().to_string();
    let call = |key: &str, path: &str, body: &Value| {
        aylin.ask(Method::POST, path).header("idempotency-key", key).json(body)
    };
    let first = aylin.send(call(&key, "/requests", &headset("wired"))).await;
    assert_eq!((first.status, first.header("idempotency-replayed")), (201, String::new()));
    let again = aylin.send(call(&key, "/requests", &headset("wired"))).await;
    assert_eq!((again.status, again.header("idempotency-replayed")), (201, "true".to_owned()));
    assert_eq!((&again.body, again.header("etag")), (&first.body, first.header("etag")));
    assert_eq!(aylin.get("/tickets?count=true").await["total"], json!(1));

    let other_body = aylin.send(call(&key, "/requests", &headset("wireless"))).await;
    other_body.refused(StatusCode::UNPROCESSABLE_ENTITY, "key_reused");
    let other_path = aylin.send(call(&key, "/incidents", &incident("x"))).await;
    other_path.refused(StatusCode::UNPROCESSABLE_ENTITY, "key_reused");
    // Keys are one's own.
    let mara = backend.sign_in("mara-lindt").await;
    let hers = mara.ask(Method::POST, "/incidents").header("idempotency-key", &key).json(&incident("x"));
    assert_eq!(mara.send(hers).await.status, 201);
}

#[tokio::test]
async fn many_at_once_file_one() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let key = Uuid::new_v4().to_string();
    let calls = (0..8).map(|_| {
        let call = aylin.ask(Method::POST, "/incidents").header("idempotency-key", &key).json(&incident("x"));
        aylin.send(call)
    });
    for reply in futures_util::future::join_all(calls).await {
        assert!(matches!(reply.status, 201 | 409), "{reply:?}");
    }
    assert_eq!(aylin.get("/tickets?count=true").await["total"], json!(1));
}

#[tokio::test]
async fn a_call_that_failed_may_be_mended_under_its_key() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let key = Uuid::new_v4().to_string();
    let call =
        |body: &Value| aylin.ask(Method::POST, "/incidents").header("idempotency-key", &key).json(body);
    aylin.send(call(&incident(" "))).await.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    assert_eq!(aylin.send(call(&incident("x"))).await.status, 201);
}

#[tokio::test]
async fn a_call_without_its_conditions_is_refused() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let bare = aylin.ask(Method::POST, "/incidents").json(&incident("x"));
    aylin.send(bare).await.refused(StatusCode::BAD_REQUEST, "idempotency_key_missing");
    let no_uuid = aylin.ask(Method::POST, "/incidents").header("idempotency-key", "1").json(&incident("x"));
    aylin.send(no_uuid).await.refused(StatusCode::BAD_REQUEST, "idempotency_key_missing");
    let number = aylin.headset().await;
    let path = format!("/tickets/{number}/actions/cancel");
    let blind = aylin.send(aylin.write(&path, &json!({}))).await;
    blind.refused(StatusCode::PRECONDITION_REQUIRED, "version_missing");
}

#[tokio::test]
async fn who_saw_an_older_version_is_shown_the_present_one() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let number = aylin.headset().await;
    let seen = aylin.reply(&format!("/tickets/{number}")).await;
    aylin.post(&format!("/tickets/{number}/comments"), json!({ "text": "In black, please." })).await;
    let path = format!("/tickets/{number}/actions/cancel");
    let stale = aylin.send(aylin.write(&path, &json!({})).header("if-match", seen.header("etag"))).await;
    stale.refused(StatusCode::PRECONDITION_FAILED, "stale");
    assert_eq!(
        (&stale.body["current"]["version"], &stale.body["current"]["state"]),
        (&json!(2), &json!("new"))
    );
    let now = aylin.reply(&format!("/tickets/{number}")).await;
    assert_ne!(now.header("etag"), seen.header("etag"), "the reply of a moment ago is not used again");
    let cancelled = aylin.send(aylin.write(&path, &json!({})).header("if-match", now.header("etag"))).await;
    assert_eq!(text(&cancelled.body["ticket"]["state"]), "cancelled");
}
