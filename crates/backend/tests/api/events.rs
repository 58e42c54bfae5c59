use crate::backend::{Backend, Person, text};
use futures_util::StreamExt;
use reqwest::{Method, StatusCode};
use serde_json::json;
use std::time::Duration;
use tokio::time::timeout;

/// What a stream says until it says `wanted`, or nothing for a while.
async fn listen(person: &Person, last: Option<&str>, wanted: &str) -> String {
    let mut call = person.ask(Method::GET, "/events").header("accept", "text/event-stream");
    if let Some(last) = last {
        call = call.header("last-event-id", last);
    }
    let response = call.send().await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let mut stream = response.bytes_stream();
    let mut said = String::new();
    while !said.contains(wanted) {
        match timeout(Duration::from_secs(5), stream.next()).await {
            Ok(Some(part)) => said.push_str(std::str::from_utf8(&part.unwrap()).unwrap()),
            _ => break,
        }
    }
    said
}

#[tokio::test]
async fn who_is_concerned_hears_of_a_change() {
    let backend = Backend::start().await;
    let (aylin, yuki) = (backend.sign_in("aylin-kaya").await, backend.sign_in("yuki-tanabe").await);
    let hears = tokio::spawn({
        let aylin = aylin.clone();
        async move { listen(&aylin, None, "REQ-20001").await }
    });
    // Long enough for the stream to open; a test that is faster would listen to nothing.
    tokio::time::sleep(Duration::from_millis(300)).await;
    let number = aylin.headset().await;
    let said = hears.await.unwrap();
    assert!(said.contains("\"type\":\"ticket\"") && said.contains(&number), "{said}");

    let missed = listen(&aylin, Some("0"), &number).await;
    assert!(missed.contains("id: 1") && missed.contains(&number), "{missed}");
    let list = yuki.get("/events?since=0").await;
    assert_eq!(list["items"], json!([]), "not hers");
}

#[tokio::test]
async fn who_cannot_stream_asks_what_happened_since() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let start = text(&aylin.get("/events").await["next"]);
    let number = aylin.headset().await;
    let news = aylin.get(&format!("/events?since={start}")).await;
    assert_eq!(news["items"][0]["id"], json!(number));
    let next = text(&news["next"]);
    assert_eq!(aylin.get(&format!("/events?since={next}")).await["items"], json!([]));
    let other_database = aylin.get("/events?since=999999").await;
    assert_eq!(other_database["items"][0]["type"], json!("reset"));
    aylin.reply("/events?since=x").await.refused(StatusCode::BAD_REQUEST, "bad_parameter");
    let nobody = backend.nobody();
    nobody.reply("/events").await.refused(StatusCode::UNAUTHORIZED, "not_signed_in");
}
