use crate::backend::{Backend, Person, Reply, incident, text};
use reqwest::{
    Method, StatusCode,
    multipart::{Form, Part},
};
use serde_json::json;
use uuid::Uuid;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01";

async fn upload(person: &Person, key: &str, name: &str, data: &[u8]) -> Reply {
    let part = Part::bytes(data.to_vec()).file_name(name.to_owned());
    let call = person.ask(Method::POST, "/attachments").header("idempotency-key", key);
    person.send(call.multipart(Form::new().part("file", part))).await
}

fn key() -> String {
    Uuid::new_v4().to_string()
}

#[tokio::test]
async fn a_file_is_uploaded_referred_to_and_downloaded() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let file = upload(&aylin, &key(), "../Fehler VPN.exe", PNG).await;
    assert_eq!(file.status, 201, "{file:?}");
    assert_eq!(file.body["media_type"], json!("image/png"));
    assert!(text(&file.body["name"]).ends_with(".exe.png"), "{file:?}");
    let path = format!("/attachments/{}", text(&file.body["id"]));
    let mara = backend.sign_in("mara-lindt").await;
    mara.reply(&path).await.refused(StatusCode::NOT_FOUND, "not_found");

    let mut report = incident("VPN does not connect");
    report["attachments"] = json!([file.body["id"]]);
    let stolen = mara.send(mara.write("/incidents", &report)).await;
    stolen.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    let number = text(&aylin.post("/incidents", report.clone()).await["id"]);
    let timeline = aylin.get(&format!("/tickets/{number}/timeline")).await;
    assert_eq!(timeline[0]["attachments"][0]["id"], file.body["id"]);
    let twice = aylin.send(aylin.write("/incidents", &report)).await;
    twice.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");

    let tomasz = backend.sign_in("tomasz-sikora").await;
    let response = tomasz.ask(Method::GET, &path).send().await.unwrap();
    let headers = response.headers().clone();
    assert_eq!(headers["content-type"], "image/png");
    assert!(headers["content-disposition"].to_str().unwrap().starts_with("attachment; filename="));
    assert_eq!(headers["x-content-type-options"], "nosniff");
    assert!(headers["content-security-policy"].to_str().unwrap().contains("sandbox"));
    assert_eq!(response.bytes().await.unwrap(), PNG);
}

#[tokio::test]
async fn an_upload_is_kept_once() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let key = key();
    let first = upload(&aylin, &key, "a.png", PNG).await;
    // Another boundary, the same file.
    let again = upload(&aylin, &key, "a.png", PNG).await;
    assert_eq!((again.status, again.header("idempotency-replayed")), (201, "true".to_owned()));
    assert_eq!(again.body["id"], first.body["id"]);
    upload(&aylin, &key, "a.txt", b"text").await.refused(StatusCode::UNPROCESSABLE_ENTITY, "key_reused");
}

#[tokio::test]
async fn what_is_not_taken_is_refused() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let program = upload(&aylin, &key(), "photo.png", b"MZ\x90\0\x03\0\0\0").await;
    program.refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, "file_type");
    let page = upload(&aylin, &key(), "notes.txt", b"<html><script>alert(1)</script></html>").await;
    page.refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, "file_type");
    let large = upload(&aylin, &key(), "a.txt", &vec![b'a'; (10 << 20) + 1]).await;
    large.refused(StatusCode::PAYLOAD_TOO_LARGE, "too_large");
    let no_form = aylin.send(aylin.write("/attachments", &json!({}))).await;
    no_form.refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type");
    let nobody = backend.nobody();
    upload(&nobody, &key(), "a.png", PNG).await.refused(StatusCode::UNAUTHORIZED, "not_signed_in");
}
