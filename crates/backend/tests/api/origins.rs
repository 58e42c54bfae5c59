use crate::backend::{Backend, incident};
use guichet_backend::config::Config;
use reqwest::{Method, StatusCode};

#[tokio::test]
async fn pages_of_other_origins_change_nothing() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let own = backend.url.trim_end_matches("/itsm/v1").to_owned();
    let call =
        |name: &'static str, value: &str| aylin.write("/incidents", &incident("x")).header(name, value);
    for (name, value) in
        [("origin", "https://evil.example"), ("origin", "null"), ("sec-fetch-site", "cross-site")]
    {
        aylin.send(call(name, value)).await.refused(StatusCode::FORBIDDEN, "foreign_origin");
    }
    assert_eq!(aylin.send(call("origin", &own)).await.status, 201);
    // To read needs no such check: without permission, a browser shows the reply to nobody.
    let read = aylin.ask(Method::GET, "/me").header("origin", "https://evil.example");
    let read = aylin.send(read).await;
    assert_eq!((read.status, read.header("access-control-allow-origin")), (200, String::new()));
}

#[tokio::test]
async fn origins_that_the_set_up_allows_may() {
    let intranet = "https://intranet.example.com";
    let config = Config { allow_origins: vec![intranet.parse().unwrap()], ..Config::local() };
    let backend = Backend::with(config).await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let call = aylin.write("/incidents", &incident("x")).header("origin", intranet);
    let reply = aylin.send(call.header("sec-fetch-site", "cross-site")).await;
    assert_eq!(reply.status, 201);
    assert_eq!(reply.header("access-control-allow-origin"), intranet);
    assert_eq!(reply.header("access-control-allow-credentials"), "true");
    assert!(reply.header("access-control-expose-headers").contains("etag"));
    let before = aylin
        .ask(Method::OPTIONS, "/incidents")
        .header("origin", intranet)
        .header("access-control-request-method", "POST")
        .header("access-control-request-headers", "idempotency-key");
    let before = aylin.send(before).await;
    assert!(before.status < 300, "{before:?}");
    assert!(before.header("access-control-allow-headers").contains("idempotency-key"));
}
