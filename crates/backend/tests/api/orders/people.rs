//! For whom an order is.

use super::{has, mistakes, refused, validate};
use crate::backend::{Backend, Person, headset, text};
use reqwest::StatusCode;
use serde_json::json;

/// So many active people beside Mara, Lena last, by the look-up that a portal has.
async fn people(person: &Person, count: usize) -> Vec<String> {
    let found = person.get("/lookups/people?limit=100").await;
    let ids = found.as_array().unwrap().iter().map(|found| text(&found["id"]));
    let others = ids.filter(|id| !["mara-lindt", "lena-hoffmann"].contains(&id.as_str()));
    let mut ids: Vec<String> = others.take(count - 1).collect();
    assert_eq!(ids.len(), count - 1, "the demo company has enough people");
    ids.push("lena-hoffmann".to_owned());
    ids
}

#[tokio::test]
async fn an_order_is_for_up_to_fifty_people_each_with_their_own() {
    let backend = Backend::start().await;
    let mara = backend.sign_in("mara-lindt").await;
    let mut fifty = json!({ "items": [headset("wired")], "requested_for": people(&mara, 50).await });
    let filed = mara.post("/orders", fifty.clone()).await;
    let items = filed["items"].as_array().unwrap();
    assert_eq!(items.len(), 50);
    assert_eq!(filed["price"]["total"]["one_off"], json!(50 * 5_900));
    assert_eq!(items[7]["requested_for"]["id"], fifty["requested_for"][7]);
    assert_eq!(items[49]["requested_for"]["id"], json!("lena-hoffmann"));
    assert_eq!(filed["requested_for"]["id"], json!("mara-lindt"));

    // Each of them sees what is theirs, and nothing else of it.
    let (own, order) = (text(&items[49]["id"]), text(&filed["id"]));
    let them = backend.sign_in("lena-hoffmann").await;
    assert_eq!(them.get("/tickets").await["items"][0]["id"], json!(own));
    assert!(them.get(&format!("/tickets/{own}")).await.get("part_of").is_none());
    them.reply(&format!("/tickets/{order}")).await.refused(StatusCode::NOT_FOUND, "not_found");
    them.reply(&format!("/tickets/{}", text(&items[8]["id"])))
        .await
        .refused(StatusCode::NOT_FOUND, "not_found");
    assert_eq!(mara.get("/tickets?count=true").await["total"], json!(1));

    fifty["requested_for"].as_array_mut().unwrap().push(json!("mara-lindt"));
    let reply = mara.send(mara.write("/orders", &fifty)).await;
    reply.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    assert_eq!(mistakes(&reply), [("/requested_for".to_owned(), "too_many".to_owned())]);
    assert_eq!(reply.body["errors"][0]["params"]["max"], json!(50));
    // Nobody waits for each of many to be held against all others.
    fifty["requested_for"] = vec!["mara-lindt"; 40_000].into();
    let reply = mara.send(mara.write("/orders", &fifty)).await;
    assert_eq!(mistakes(&reply), [("/requested_for".to_owned(), "too_many".to_owned())]);
}

#[tokio::test]
async fn whoever_may_not_be_ordered_for_is_named() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let phone =
        json!({ "item": "mobile-phone", "form": { "id": "mobile-phone", "version": 1 }, "answers": {} });
    let body = json!({
        "items": [headset("wired"), phone],
        "requested_for": ["aylin-kaya", "jonas-weber", "nobody-at-all", "aylin-kaya"],
    });
    let reply = refused(&aylin, &body).await;
    assert_eq!(
        mistakes(&reply),
        [("/requested_for/3".to_owned(), "twice".to_owned())],
        "first what is wrong with the list"
    );
    let body =
        json!({ "items": body["items"], "requested_for": ["aylin-kaya", "jonas-weber", "nobody-at-all"] });
    let reply = refused(&aylin, &body).await;
    assert!(has(&reply, "/requested_for/1", "not_a_report"), "{:?}", mistakes(&reply));
    assert!(has(&reply, "/requested_for/2", "not_found"), "{:?}", mistakes(&reply));
    let detail = reply.body["errors"].as_array().unwrap().iter().find(|e| e["code"] == json!("not_a_report"));
    assert!(text(&detail.unwrap()["detail"]).starts_with("Jonas Weber (Mobile phone): "), "{reply:?}");
    // A line that names somebody itself is pointed at itself.
    let mut line = body["items"][1].clone();
    line["requested_for"] = json!("jonas-weber");
    let reply = refused(&aylin, &json!({ "items": [headset("wired"), line] })).await;
    assert!(has(&reply, "/items/1/requested_for", "not_a_report"), "{:?}", mistakes(&reply));
    // For her own team, Mara may.
    let mara = backend.sign_in("mara-lindt").await;
    let preview = validate(&mara, &json!({ "items": body["items"], "requested_for": ["jonas-weber"] })).await;
    assert!(!preview.errors.iter().any(|error| error.pointer.starts_with("/requested_for")), "{preview:?}");
}

#[tokio::test]
async fn people_are_found_by_their_addresses() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let found = aylin
        .get("/lookups/people?facts=true&emails=Jonas.Weber@nordlicht.example,%20lena.hoffmann@nordlicht.example,nobody@nordlicht.example")
        .await;
    let found: Vec<(String, String)> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|person| (text(&person["id"]), text(&person["facts"]["email"])))
        .collect();
    let pair = |id: &str, email: &str| (id.to_owned(), format!("{email}@nordlicht.example"));
    assert_eq!(found, [pair("jonas-weber", "jonas.weber"), pair("lena-hoffmann", "lena.hoffmann")]);
}
