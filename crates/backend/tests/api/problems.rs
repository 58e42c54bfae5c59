use crate::backend::{Backend, headset};
use reqwest::{Method, StatusCode};
use serde_json::json;
use uuid::Uuid;

#[tokio::test]
async fn what_belongs_to_others_is_not_there() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let number = aylin.headset().await;
    let stranger = backend.sign_in("yuki-tanabe").await;
    let path = format!("/tickets/{number}");
    for path in
        [path.clone(), format!("{path}/timeline"), format!("{path}/clocks"), "/tickets/REQ-99999".to_owned()]
    {
        stranger.reply(&path).await.refused(StatusCode::NOT_FOUND, "not_found");
    }
    let comment = stranger.write(&format!("{path}/comments"), &json!({ "text": "x" }));
    stranger.send(comment).await.refused(StatusCode::NOT_FOUND, "not_found");
    let act = stranger.write(&format!("{path}/actions/cancel"), &json!({})).header("if-match", "\"1\"");
    stranger.send(act).await.refused(StatusCode::NOT_FOUND, "not_found");
    assert_eq!(stranger.get("/tickets").await["items"], json!([]));
}

#[tokio::test]
async fn addresses_and_methods_that_are_none_are_problems_too() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    for path in ["", "/", "/nothing", "/tickets/REQ-1/nothing", "/catalog/items/laptop/x"] {
        aylin.reply(path).await.refused(StatusCode::NOT_FOUND, "not_found");
    }
    let wrong = aylin.send(aylin.ask(Method::DELETE, "/me")).await;
    wrong.refused(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed");
    assert!(wrong.header("allow").contains("GET"));
    aylin
        .send(aylin.ask(Method::PUT, "/tickets"))
        .await
        .refused(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed");
}

#[tokio::test]
async fn bodies_that_cannot_be_read_are_pointed_at() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let call = || aylin.ask(Method::POST, "/requests").header("idempotency-key", Uuid::new_v4().to_string());
    let json_type = ("content-type", "application/json");
    let send = |body: String| aylin.send(call().header(json_type.0, json_type.1).body(body));

    let torn = send("{\"item\": ".to_owned()).await;
    torn.refused(StatusCode::BAD_REQUEST, "malformed");
    let mut wrong = headset("wired");
    wrong["form"]["version"] = json!("one");
    let wrong = send(wrong.to_string()).await;
    wrong.refused(StatusCode::BAD_REQUEST, "malformed");
    assert_eq!(wrong.body["errors"][0]["pointer"], json!("/form/version"));

    let large = format!("{{\"item\": \"{}\"}}", "a".repeat(2 << 20));
    send(large).await.refused(StatusCode::PAYLOAD_TOO_LARGE, "too_large");
    let text = call().header("content-type", "text/plain").body(headset("wired").to_string());
    aylin.send(text).await.refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type");
}

#[tokio::test]
async fn a_parameter_that_does_not_fit_is_named_in_the_readers_language() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let call = aylin.ask(Method::GET, "/tickets?limit=many").header("accept-language", "de");
    let reply = aylin.send(call).await;
    reply.refused(StatusCode::BAD_REQUEST, "bad_parameter");
    assert_eq!(reply.header("content-language"), "de");
    assert!(reply.body["detail"].as_str().unwrap().contains("„limit“"), "{reply:?}");
}
