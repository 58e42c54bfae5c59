//! A disk that is full: nothing is half done, what is there can be read, and the same calls go through later.

use crate::backend::{Backend, Person, Reply, incident, text};
use guichet_backend::store::Store;
use guichet_contract::tus;
use reqwest::{
    Method, RequestBuilder, StatusCode,
    multipart::{Form, Part},
};
use serde_json::json;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

/// In pages of the database: more than it ever has here.
const PLENTY: i64 = 1_000_000;
/// In pages: more than any call here takes.
const ENOUGH: i64 = 200;
/// How many rows there are of everything, and where the numbers are that only grow.
const CONTENTS: &str = "SELECT 'tickets', COUNT(*) FROM tickets \
     UNION ALL SELECT 'watchers', COUNT(*) FROM watchers \
     UNION ALL SELECT 'entries', COUNT(*) FROM entries \
     UNION ALL SELECT 'attachments', COUNT(*) FROM attachments \
     UNION ALL SELECT 'attachment_data', COUNT(*) FROM attachment_data \
     UNION ALL SELECT 'uploads', COUNT(*) FROM uploads \
     UNION ALL SELECT 'upload_pieces', COUNT(*) FROM upload_pieces \
     UNION ALL SELECT 'idempotency', COUNT(*) FROM idempotency \
     UNION ALL SELECT 'events', COUNT(*) FROM events \
     UNION ALL SELECT name, value FROM counters \
     UNION ALL SELECT name, seq FROM sqlite_sequence";

async fn contents(store: &Store) -> Vec<(String, i64)> {
    let mut conn = store.read().await.unwrap();
    sqlx::query_as(CONTENTS).fetch_all(&mut *conn).await.unwrap()
}

/// Lets the database grow by so many pages and no further: SQLite then says what it says of a disk that is full. The limit
/// is the connection's, and a connection that came to it may be given up, so this is for the next call alone.
async fn leave_room(store: &Store, pages: i64) {
    let mut tx = store.begin().await.unwrap();
    let conn = tx.conn().unwrap();
    let used: i64 = sqlx::query_scalar("PRAGMA page_count").fetch_one(&mut *conn).await.unwrap();
    let limit = format!("PRAGMA max_page_count = {}", used + pages);
    sqlx::query(AssertSqlSafe(limit)).execute(conn).await.unwrap();
    tx.commit().await.unwrap();
}

/// Sends a call with no room at all, and again with a page more each time until it succeeds: so every step of the change is
/// once the one that there is no room for. Gives the reply of success.
async fn squeeze(backend: &Backend, person: &Person, call: impl Fn() -> RequestBuilder) -> Reply {
    let store = backend.store();
    let before = contents(store).await;
    for room in 0..ENOUGH {
        leave_room(store, room).await;
        let reply = person.send(call()).await;
        leave_room(store, PLENTY).await;
        if reply.status != 201 {
            reply.refused(StatusCode::INSUFFICIENT_STORAGE, "no_space");
            assert_eq!(contents(store).await, before, "something is left of it, with room for {room} pages");
            assert_eq!(person.reply("/tickets").await.status, 200, "what is there can be read");
            continue;
        }
        assert!(room > 0, "there was room from the beginning");
        assert_eq!(reply.header("idempotency-replayed"), "", "it was done when it was refused");
        let again = person.send(call()).await;
        assert_eq!((again.status, again.header("idempotency-replayed").as_str()), (201, "true"));
        assert_eq!(again.body, reply.body);
        return reply;
    }
    panic!("{ENOUGH} pages are not room enough");
}

#[tokio::test]
async fn what_does_not_fit_is_refused_whole_and_done_once_when_there_is_room() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let long = "It went dark again. ".repeat(400);

    let mut report = incident("It went dark");
    report["description"] = json!(long);
    let key = Uuid::new_v4().to_string();
    let call = || aylin.ask(Method::POST, "/incidents").header("idempotency-key", &key).json(&report);
    let filed = squeeze(&backend, &aylin, call).await;
    let number = text(&filed.body["id"]);
    assert_eq!(number, "INC-10001", "no number is lost");

    let path = format!("/tickets/{number}/comments");
    let comment = json!({ "text": long });
    let key = Uuid::new_v4().to_string();
    let call = || aylin.ask(Method::POST, &path).header("idempotency-key", &key).json(&comment);
    assert_eq!(squeeze(&backend, &aylin, call).await.body["version"], json!(2));
    let timeline = aylin.get(&format!("/tickets/{number}/timeline")).await;
    let comments = timeline.as_array().unwrap().iter().filter(|entry| entry["event"] == json!("comment"));
    let said: Vec<String> = comments.map(|entry| text(&entry["text"]).trim().to_owned()).collect();
    assert_eq!(said, [long.trim()]);

    let file = vec![b'a'; 50_000];
    let key = Uuid::new_v4().to_string();
    let call = || {
        let part = Part::bytes(file.clone()).file_name("a.txt");
        let call = aylin.ask(Method::POST, "/attachments").header("idempotency-key", &key);
        call.multipart(Form::new().part("file", part))
    };
    let uploaded = squeeze(&backend, &aylin, call).await;
    let path = format!("/attachments/{}", text(&uploaded.body["id"]));
    let response = aylin.ask(Method::GET, &path).send().await.unwrap();
    assert_eq!(response.bytes().await.unwrap(), file);
    assert_eq!(aylin.get("/tickets?count=true").await["total"], json!(1));
}

#[tokio::test]
async fn a_piece_that_does_not_fit_is_not_counted_and_goes_through_when_there_is_room() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let data = b"It went dark again. ".repeat(10_000);
    let half = data.len() / 2;
    let call = aylin.ask(Method::POST, "/uploads").header("tus-resumable", tus::VERSION);
    let call = call.header("idempotency-key", Uuid::new_v4().to_string()).header("upload-length", data.len());
    let begun = aylin.send(call.header("upload-metadata", tus::metadata("dark.txt", "text/plain"))).await;
    assert_eq!(begun.status, 201, "{begun:?}");
    let path = format!("/uploads/{}", text(&begun.body["id"]));
    let append = |at: usize, piece: &[u8]| {
        let call = aylin.ask(Method::PATCH, &path).header("tus-resumable", tus::VERSION);
        let call = call.header("upload-offset", at).header("content-type", tus::MEDIA_TYPE);
        aylin.send(call.body(piece.to_vec()))
    };
    // The first half is a piece like any other; with the second it is put together.
    for (at, piece) in [(0, &data[..half]), (half, &data[half..])] {
        let before = contents(backend.store()).await;
        for room in [0, 1, 5, 20] {
            leave_room(backend.store(), room).await;
            let refused = append(at, piece).await;
            leave_room(backend.store(), PLENTY).await;
            refused.refused(StatusCode::INSUFFICIENT_STORAGE, "no_space");
            assert_eq!(contents(backend.store()).await, before, "something is left of it");
            assert_eq!(aylin.get(&path).await["offset"], json!(at));
        }
        assert_eq!(append(at, piece).await.status, 204);
    }
    let file = aylin.get(&path).await["attachment"].clone();
    let response =
        aylin.ask(Method::GET, &format!("/attachments/{}", text(&file["id"]))).send().await.unwrap();
    assert_eq!(response.bytes().await.unwrap(), data);
}
