//! Files in pieces.

use crate::backend::{Backend, Person, Reply, incident, text};
use chrono::TimeDelta;
use guichet_contract::tus;
use reqwest::{Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::{
    io::AsyncWriteExt,
    net::TcpStream,
    time::{sleep, timeout},
};
use uuid::Uuid;

/// Bytes that are a picture by their beginning, so many of them.
fn picture(size: usize) -> Vec<u8> {
    let mut data = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    data.extend((data.len()..size).map(|n| u8::try_from(n % 251).unwrap()));
    data
}

fn key() -> String {
    Uuid::new_v4().to_string()
}

/// A call of the protocol.
fn call(person: &Person, method: Method, path: &str) -> RequestBuilder {
    person.ask(method, path).header("tus-resumable", "1.0.0")
}

fn creation(person: &Person, key: &str, name: &str, size: usize) -> RequestBuilder {
    let call = call(person, Method::POST, "/uploads").header("idempotency-key", key);
    call.header("upload-length", size).header("upload-metadata", tus::metadata(name, "image/png"))
}

/// Begins a file; gives where it is.
async fn begin(person: &Person, name: &str, size: usize) -> String {
    let reply = person.send(creation(person, &key(), name, size)).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    assert_eq!(reply.body["offset"], json!(0));
    let id = text(&reply.body["id"]);
    assert_eq!(reply.header("location"), format!("uploads/{id}"));
    assert_eq!(reply.header("tus-resumable"), "1.0.0");
    assert!(reply.header("upload-expires").ends_with(" GMT"), "{reply:?}");
    format!("/uploads/{id}")
}

async fn append(person: &Person, path: &str, offset: usize, data: &[u8]) -> Reply {
    let call = call(person, Method::PATCH, path)
        .header("content-type", "application/offset+octet-stream")
        .header("upload-offset", offset);
    person.send(call.body(data.to_vec())).await
}

async fn head(person: &Person, path: &str) -> Reply {
    person.send(call(person, Method::HEAD, path)).await
}

async fn offset(person: &Person, path: &str) -> usize {
    let reply = head(person, path).await;
    assert_eq!((reply.status, reply.header("cache-control").as_str()), (200, "no-store"), "{reply:?}");
    reply.header("upload-offset").parse().unwrap()
}

/// The file that came of it.
async fn finished(person: &Person, path: &str) -> Value {
    let upload = person.get(path).await;
    assert_eq!(upload["offset"], upload["length"]);
    upload["attachment"].clone()
}

#[tokio::test]
async fn it_is_offered_with_its_limits() {
    let backend = Backend::start().await;
    let nobody = backend.nobody();
    let offered = nobody.get("/capabilities").await;
    assert!(offered["features"].as_array().unwrap().contains(&json!("uploads")));
    assert!(offered["limits"]["chunk_bytes"].as_u64().is_some_and(|bytes| bytes >= 64 << 10));
    let spoken = nobody.send(nobody.ask(Method::OPTIONS, "/uploads")).await;
    assert_eq!((spoken.status, spoken.header("tus-version").as_str()), (204, "1.0.0"));
    assert_eq!(spoken.header("tus-extension"), "creation,expiration,termination");
    assert_eq!(spoken.header("tus-max-size"), offered["limits"]["attachment_bytes"].to_string());
}

#[tokio::test]
async fn a_file_arrives_in_pieces_and_is_one_like_any_other() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let data = picture(700_000);
    let path = begin(&aylin, "../Fehler.exe", data.len()).await;
    let mut at = 0;
    for piece in data.chunks(300_000) {
        assert!(aylin.get(&path).await.get("attachment").is_none(), "not all of it is there");
        let reply = append(&aylin, &path, at, piece).await;
        at += piece.len();
        assert_eq!((reply.status, reply.header("upload-offset")), (204, at.to_string()), "{reply:?}");
        assert_eq!(offset(&aylin, &path).await, at);
    }
    let file = finished(&aylin, &path).await;
    assert_eq!((&file["media_type"], &file["size"]), (&json!("image/png"), &json!(data.len())));
    assert!(text(&file["name"]).ends_with(".exe.png"), "{file}");

    let mut report = incident("VPN does not connect");
    report["attachments"] = json!([file["id"]]);
    let number = text(&aylin.post("/incidents", report).await["id"]);
    let tomasz = backend.sign_in("tomasz-sikora").await;
    let entry = tomasz.get(&format!("/tickets/{number}/timeline")).await[0].clone();
    assert_eq!(entry["attachments"][0]["id"], file["id"]);
    let download = format!("/attachments/{}", text(&file["id"]));
    let response = tomasz.ask(Method::GET, &download).send().await.unwrap();
    let etag = response.headers()["etag"].clone();
    assert_eq!(response.bytes().await.unwrap(), data);
    let known = tomasz.send(tomasz.ask(Method::GET, &download).header("if-none-match", etag)).await;
    assert_eq!(known.status, 304);
}

#[tokio::test]
async fn what_arrived_before_the_line_broke_is_kept() {
    let backend = Backend::start().await;
    let (aylin, cookie) = backend.session("aylin-kaya").await;
    let data = picture(500_000);
    let path = begin(&aylin, "screen.png", data.len()).await;
    // Announces all of it, sends some, and hangs up.
    let address = backend.url.trim_start_matches("http://").split('/').next().unwrap();
    let mut line = TcpStream::connect(address).await.unwrap();
    let head = format!(
        "PATCH /itsm/v1{path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\nTus-Resumable: 1.0.0\r\n\
         Upload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: {}\r\n\r\n",
        data.len()
    );
    line.write_all(head.as_bytes()).await.unwrap();
    line.write_all(&data[..400_000]).await.unwrap();
    line.flush().await.unwrap();
    // The first part is kept while the rest is on its way; the remainder once the line breaks.
    let arrived = timeout(Duration::from_secs(10), async {
        while offset(&aylin, &path).await == 0 {
            sleep(Duration::from_millis(20)).await;
        }
    });
    arrived.await.expect("something is kept before all of it is there");
    drop(line);
    let kept = timeout(Duration::from_secs(10), async {
        loop {
            let before = offset(&aylin, &path).await;
            sleep(Duration::from_millis(200)).await;
            if offset(&aylin, &path).await == before {
                return before;
            }
        }
    });
    let kept = kept.await.unwrap();
    assert!((1..=400_000).contains(&kept), "{kept}");
    let reply = append(&aylin, &path, kept, &data[kept..]).await;
    assert_eq!(reply.status, 204, "{reply:?}");
    let file = finished(&aylin, &path).await;
    let download = format!("/attachments/{}", text(&file["id"]));
    let response = aylin.ask(Method::GET, &download).send().await.unwrap();
    assert_eq!(response.bytes().await.unwrap(), data, "the same bytes in the same order");
}

#[tokio::test]
async fn a_piece_begins_where_the_last_one_ended() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let data = picture(1_000);
    let path = begin(&aylin, "a.png", data.len()).await;
    assert_eq!(append(&aylin, &path, 0, &data[..600]).await.status, 204);
    for wrong in [0, 599, 601, 1_000] {
        append(&aylin, &path, wrong, &data[..10]).await.refused(StatusCode::CONFLICT, "wrong_offset");
    }
    append(&aylin, &path, 600, &[0; 500]).await.refused(StatusCode::PAYLOAD_TOO_LARGE, "too_large");
    let empty = append(&aylin, &path, 600, &[]).await;
    assert_eq!((empty.status, empty.header("upload-offset").as_str()), (204, "600"));
    assert_eq!(append(&aylin, &path, 600, &data[600..]).await.status, 204);
    append(&aylin, &path, 1_000, &[0]).await.refused(StatusCode::PAYLOAD_TOO_LARGE, "too_large");
}

#[tokio::test]
async fn it_is_nobody_elses() {
    let backend = Backend::start().await;
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    let path = begin(&aylin, "a.png", 100).await;
    assert_eq!(head(&mara, &path).await.status, 404);
    mara.reply(&path).await.refused(StatusCode::NOT_FOUND, "not_found");
    append(&mara, &path, 0, &picture(100)).await.refused(StatusCode::NOT_FOUND, "not_found");
    let ended = mara.send(call(&mara, Method::DELETE, &path)).await;
    ended.refused(StatusCode::NOT_FOUND, "not_found");
    assert_eq!(offset(&aylin, &path).await, 0);
    let nobody = backend.nobody();
    append(&nobody, &path, 0, &[0]).await.refused(StatusCode::UNAUTHORIZED, "not_signed_in");
}

#[tokio::test]
async fn who_no_longer_wants_it_ends_it() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let data = picture(100);
    let path = begin(&aylin, "a.png", data.len()).await;
    append(&aylin, &path, 0, &data[..50]).await;
    let delete = || call(&aylin, Method::DELETE, &path);
    let ended = aylin.send(delete()).await;
    assert_eq!((ended.status, ended.header("tus-resumable").as_str()), (204, "1.0.0"));
    assert_eq!(head(&aylin, &path).await.status, 404);
    aylin.send(delete()).await.refused(StatusCode::NOT_FOUND, "not_found");

    // All of it is there, and nothing refers to it: the file goes too.
    let path = begin(&aylin, "a.png", data.len()).await;
    append(&aylin, &path, 0, &data).await;
    let file = finished(&aylin, &path).await;
    assert_eq!(aylin.send(call(&aylin, Method::DELETE, &path)).await.status, 204);
    let gone = aylin.reply(&format!("/attachments/{}", text(&file["id"]))).await;
    gone.refused(StatusCode::NOT_FOUND, "not_found");
}

#[tokio::test]
async fn a_file_of_a_ticket_stays_when_its_upload_is_ended_or_forgotten() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let data = picture(100);
    let mut kept = Vec::new();
    for title in ["VPN one", "VPN two"] {
        let path = begin(&aylin, "a.png", data.len()).await;
        append(&aylin, &path, 0, &data).await;
        let file = finished(&aylin, &path).await;
        let mut report = incident(title);
        report["attachments"] = json!([file["id"]]);
        aylin.post("/incidents", report).await;
        kept.push((path, format!("/attachments/{}", text(&file["id"]))));
    }
    assert_eq!(aylin.send(call(&aylin, Method::DELETE, &kept[0].0)).await.status, 204);
    backend.wait(TimeDelta::hours(25));
    backend.sweep().await;
    // A session is for a working day.
    let aylin = backend.sign_in("aylin-kaya").await;
    assert_eq!(aylin.reply(&kept[1].0).await.status, 404);
    for (_, file) in kept {
        assert_eq!(aylin.ask(Method::GET, &file).send().await.unwrap().status(), 200, "{file}");
    }
}

#[tokio::test]
async fn the_content_decides_with_the_last_piece() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let program = b"MZ\x90\0\x03\0\0\0 This program cannot be run in DOS mode.";
    let path = begin(&aylin, "photo.png", program.len()).await;
    assert_eq!(append(&aylin, &path, 0, &program[..10]).await.status, 204);
    let refused = append(&aylin, &path, 10, &program[10..]).await;
    refused.refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, "file_type");
    assert_eq!(head(&aylin, &path).await.status, 404, "there is nothing to go on with");
    let empty = aylin.send(creation(&aylin, &key(), "empty.txt", 0)).await;
    empty.refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, "file_type");
}

#[tokio::test]
async fn what_is_left_alone_for_a_day_is_forgotten() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let data = picture(100);
    let path = begin(&aylin, "a.png", data.len()).await;
    backend.wait(TimeDelta::hours(23));
    let aylin = backend.sign_in("aylin-kaya").await;
    append(&aylin, &path, 0, &data[..50]).await;
    backend.wait(TimeDelta::hours(23));
    backend.sweep().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    assert_eq!(offset(&aylin, &path).await, 50, "each piece begins the day anew");
    backend.wait(TimeDelta::hours(2));
    assert_eq!(head(&aylin, &path).await.status, 404, "even before anybody has swept");
    append(&aylin, &path, 50, &data[50..]).await.refused(StatusCode::NOT_FOUND, "not_found");
    backend.sweep().await;
    let mut conn = backend.store().read().await.unwrap();
    let left: i64 =
        sqlx::query_scalar("SELECT (SELECT COUNT(*) FROM uploads) + (SELECT COUNT(*) FROM upload_pieces)")
            .fetch_one(&mut *conn)
            .await
            .unwrap();
    assert_eq!(left, 0);
}

#[tokio::test]
async fn there_is_a_limit_to_the_size_and_to_how_many() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let large = aylin.send(creation(&aylin, &key(), "film.png", (10 << 20) + 1)).await;
    large.refused(StatusCode::PAYLOAD_TOO_LARGE, "too_large");
    let first = begin(&aylin, "a.png", 100).await;
    for _ in 1..20 {
        begin(&aylin, "a.png", 100).await;
    }
    let more = aylin.send(creation(&aylin, &key(), "a.png", 100)).await;
    more.refused(StatusCode::CONFLICT, "too_many_uploads");
    begin(&backend.sign_in("mara-lindt").await, "a.png", 100).await;
    // One that is all there is none of them any more.
    assert_eq!(append(&aylin, &first, 0, &picture(100)).await.status, 204);
    begin(&aylin, "a.png", 100).await;
    // What lies there for an hour makes room, so that nobody is shut out by connections that broke.
    backend.wait(TimeDelta::minutes(61));
    begin(&aylin, "a.png", 100).await;
}

#[tokio::test]
async fn a_repeated_creation_begins_one_file() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let once = key();
    let first = aylin.send(creation(&aylin, &once, "a.png", 100)).await;
    let again = aylin.send(creation(&aylin, &once, "a.png", 100)).await;
    assert_eq!((again.status, again.header("idempotency-replayed").as_str()), (201, "true"), "{again:?}");
    assert_eq!(again.body["id"], first.body["id"]);
    assert_eq!(again.header("location"), first.header("location"));
    let other = aylin.send(creation(&aylin, &once, "b.png", 100)).await;
    other.refused(StatusCode::UNPROCESSABLE_ENTITY, "key_reused");
    let keyless = call(&aylin, Method::POST, "/uploads").header("upload-length", 1);
    let keyless = aylin.send(keyless.header("upload-metadata", tus::metadata("a.png", ""))).await;
    keyless.refused(StatusCode::BAD_REQUEST, "idempotency_key_missing");
}

#[tokio::test]
async fn what_is_missing_is_named() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let keyed = |call: RequestBuilder| call.header("idempotency-key", key());
    let old = aylin.ask(Method::POST, "/uploads").header("tus-resumable", "0.2.2").header("upload-length", 1);
    let old = aylin.send(keyed(old)).await;
    old.refused(StatusCode::PRECONDITION_FAILED, "tus_version");
    assert_eq!(old.header("tus-version"), "1.0.0");
    let unnamed = call(&aylin, Method::POST, "/uploads").header("upload-length", 1);
    aylin.send(keyed(unnamed)).await.refused(StatusCode::BAD_REQUEST, "bad_parameter");
    let endless = call(&aylin, Method::POST, "/uploads").header("upload-metadata", tus::metadata("a", ""));
    aylin.send(keyed(endless)).await.refused(StatusCode::BAD_REQUEST, "bad_parameter");
    let path = begin(&aylin, "a.png", 100).await;
    let plain = call(&aylin, Method::PATCH, &path).header("upload-offset", 0).body(vec![0_u8; 10]);
    aylin.send(plain).await.refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type");
    let nowhere =
        call(&aylin, Method::PATCH, &path).header("content-type", tus::MEDIA_TYPE).body(vec![0_u8; 10]);
    aylin.send(nowhere).await.refused(StatusCode::BAD_REQUEST, "bad_parameter");
    let put = call(&aylin, Method::PUT, &path);
    aylin.send(put).await.refused(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed");
    // A proxy that lets no PATCH through.
    let instead = call(&aylin, Method::POST, &path)
        .header("x-http-method-override", "PATCH")
        .header("content-type", tus::MEDIA_TYPE)
        .header("upload-offset", 0)
        .body(picture(100)[..50].to_vec());
    assert_eq!(aylin.send(instead).await.status, 204);
    let foreign = call(&aylin, Method::PATCH, &path)
        .header("origin", "https://evil.example")
        .header("content-type", tus::MEDIA_TYPE)
        .header("upload-offset", 50);
    aylin.send(foreign.body(vec![0_u8; 50])).await.refused(StatusCode::FORBIDDEN, "foreign_origin");
}
