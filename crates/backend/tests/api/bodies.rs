use crate::backend::{Backend, incident, text};
use guichet_backend::config::Config;
use serde_json::json;
use std::time::Duration;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::{sleep, timeout},
};
use uuid::Uuid;

/// Whoever waits for so long waits without limit.
const FOR_EVER: Duration = Duration::from_secs(10);

async fn backend(idle_ms: u64) -> Backend {
    Backend::with(Config { body_idle: Duration::from_millis(idle_ms), ..Config::local() }).await
}

async fn connect(backend: &Backend) -> TcpStream {
    let address = backend.url.trim_start_matches("http://").trim_end_matches("/itsm/v1");
    TcpStream::connect(address).await.unwrap()
}

fn head(path: &str, cookie: &str, key: &str, media_type: &str, length: usize) -> String {
    format!(
        "POST /itsm/v1{path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nIdempotency-Key: {key}\r\n\
         Content-Type: {media_type}\r\nContent-Length: {length}\r\n\r\n"
    )
}

/// Everything that comes until the connection is closed, which it has to be.
async fn listen(mut stream: TcpStream) -> String {
    let mut said = String::new();
    let closed = timeout(FOR_EVER, stream.read_to_string(&mut said)).await;
    closed.expect("the connection is still open").unwrap();
    said
}

#[tokio::test]
async fn a_body_that_stops_half_way_ends_the_call() {
    let backend = backend(100).await;
    let (aylin, cookie) = backend.session("aylin-kaya").await;
    let form = "multipart/form-data; boundary=b";
    let part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nThe first li";
    for (path, media_type, sent) in [
        ("/incidents", "application/json", ""),
        ("/incidents", "application/json", "{\"title\": \"VPN dro"),
        ("/requests/validate", "application/json", "{"),
        ("/attachments", form, ""),
        ("/attachments", form, "--b\r\nContent-Dispo"),
        ("/attachments", form, part),
    ] {
        let mut stream = connect(&backend).await;
        let key = Uuid::new_v4().to_string();
        let call = format!("{}{sent}", head(path, &cookie, &key, media_type, 500));
        stream.write_all(call.as_bytes()).await.unwrap();
        let said = listen(stream).await;
        assert!(said.starts_with("HTTP/1.1 408 "), "{path} {sent:?}: {said}");
        let lower = said.to_ascii_lowercase();
        for header in ["connection: close\r\n", "content-type: application/problem+json\r\n"] {
            assert!(lower.contains(header), "{path} {sent:?}: {said}");
        }
        let problem: serde_json::Value =
            serde_json::from_str(said.split_once("\r\n\r\n").unwrap().1).unwrap();
        assert_eq!(
            (&problem["code"], &problem["status"]),
            (&json!("request_timeout"), &json!(408)),
            "{path} {sent:?}"
        );
        assert!(!text(&problem["detail"]).is_empty() && !text(&problem["request_id"]).is_empty());
        // The key is free: nothing was begun under it.
        let again = aylin.ask(reqwest::Method::POST, "/incidents").header("idempotency-key", &key);
        assert_eq!(aylin.send(again.json(&incident("x"))).await.status, 201, "{path} {sent:?}");
    }
    assert_eq!(aylin.get("/tickets?count=true").await["total"], json!(6), "the halves filed nothing");
}

#[tokio::test]
async fn what_is_too_large_and_stops_is_not_waited_for_either() {
    let backend = backend(100).await;
    let (_, cookie) = backend.session("aylin-kaya").await;
    for (path, media_type) in
        [("/incidents", "application/json"), ("/attachments", "multipart/form-data; boundary=b")]
    {
        let mut stream = connect(&backend).await;
        let key = Uuid::new_v4().to_string();
        let call = head(path, &cookie, &key, media_type, 30 << 20);
        stream.write_all(call.as_bytes()).await.unwrap();
        let said = listen(stream).await;
        assert!(said.starts_with("HTTP/1.1 413 ") && said.contains("\"too_large\""), "{path}: {said}");
    }
}

#[tokio::test]
async fn a_body_that_comes_slowly_is_waited_for() {
    let backend = backend(600).await;
    let (aylin, cookie) = backend.session("aylin-kaya").await;
    let body = incident("A train, a tunnel, a train").to_string();
    let mut stream = connect(&backend).await;
    let key = Uuid::new_v4().to_string();
    let head = head("/incidents", &cookie, &key, "application/json", body.len())
        .replace("Content-Type", "Connection: close\r\nContent-Type");
    stream.write_all(head.as_bytes()).await.unwrap();
    // Longer in all than a pause may be.
    for part in body.as_bytes().chunks(body.len().div_ceil(7)) {
        sleep(Duration::from_millis(100)).await;
        stream.write_all(part).await.unwrap();
    }
    let said = listen(stream).await;
    assert!(said.starts_with("HTTP/1.1 201 "), "{said}");
    assert_eq!(aylin.get("/tickets?count=true").await["total"], json!(1));
}
