use crate::backend::{Backend, headset, text};
use guichet_contract::types::{Capabilities, Item, ItemSummary, Me, Page, PublishedForm};
use guichet_rules::money::Amounts;
use reqwest::{Method, StatusCode};
use serde_json::{from_value, json};
use std::fs;

#[tokio::test]
async fn what_it_offers_is_told_to_everyone_and_the_catalog_to_those_who_signed_in() {
    let backend = Backend::start().await;
    let nobody = backend.nobody();
    let offers: Capabilities = from_value(nobody.get("/capabilities").await).unwrap();
    assert_eq!(offers.company, "Nordlicht Instruments");
    assert_eq!(offers.languages, ["en", "de"]);
    assert!(nobody.get("/session/personas").await.as_array().unwrap().len() > 3);
    nobody.reply("/catalog/items").await.refused(StatusCode::UNAUTHORIZED, "not_signed_in");

    let aylin = backend.sign_in("aylin-kaya").await;
    let me: Me = from_value(aylin.get("/me").await).unwrap();
    assert_eq!((me.given_name.as_str(), me.zone.as_str()), ("Aylin", "Europe/Berlin"));
    let items: Page<ItemSummary> =
        from_value(aylin.get("/catalog/items?popular=true&limit=3").await).unwrap();
    assert_eq!(items.items[0].id.as_str(), "laptop");
    let item: Item = from_value(aylin.get("/catalog/items/laptop").await).unwrap();
    assert_eq!(item.summary.price.amounts.one_off, 129_000);
    assert!(item.summary.price.from && item.expected.is_some());
    // A laptop costs what its model does, and nothing besides.
    assert_eq!(item.base_price, Some(Amounts::default()));
    let form: PublishedForm = from_value(aylin.get("/forms/laptop@1").await).unwrap();
    assert_eq!(form.newest, 1);
    aylin.reply("/forms/laptop@99").await.refused(StatusCode::NOT_FOUND, "not_found");
    aylin.reply("/catalog/items/..%2Fetc").await.refused(StatusCode::NOT_FOUND, "not_found");

    let bye = aylin.send(aylin.ask(Method::DELETE, "/session")).await;
    assert_eq!(bye.status, 204);
    aylin.reply("/me").await.refused(StatusCode::UNAUTHORIZED, "not_signed_in");
}

#[tokio::test]
async fn parts_of_a_list_follow_one_another() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let all: Page<ItemSummary> = from_value(aylin.get("/catalog/items?limit=100").await).unwrap();
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let part = aylin.get(&format!("/catalog/items?limit=7{cursor}")).await;
        let part: Page<ItemSummary> = from_value(part).unwrap();
        seen.extend(part.items.into_iter().map(|item| item.id));
        match part.next {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(seen, all.items.into_iter().map(|item| item.id).collect::<Vec<_>>());
    let reply = aylin.reply("/catalog/items?cursor=nonsense").await;
    reply.refused(StatusCode::BAD_REQUEST, "bad_parameter");
    assert!(text(&reply.body["detail"]).contains("cursor"));
}

#[tokio::test]
async fn an_item_for_some_has_no_form_for_the_others_old_or_new() {
    let backend = Backend::with_own_files().await;
    let (aylin, ingrid) = (backend.sign_in("aylin-kaya").await, backend.sign_in("ingrid-solberg").await);
    let hana = backend.sign_in("hana-mori").await;
    let file = backend.content().join("items/headset.yaml");
    let text = fs::read_to_string(&file).unwrap();
    let for_finance = text.replacen("id: headset\n", "id: headset\nvisible_to: {group: finance}\n", 1);
    fs::write(&file, for_finance.replacen("  version: 1\n", "  version: 2\n", 1)).unwrap();
    backend.reload().await;
    for path in ["/catalog/items/headset", "/forms/headset@2", "/forms/headset@1", "/forms/headset@1/schema"]
    {
        assert_eq!(ingrid.reply(path).await.status, 200, "{path}");
        for other in [&aylin, &hana] {
            other.reply(path).await.refused(StatusCode::NOT_FOUND, "not_found");
        }
    }
    let asked = aylin.send(aylin.write("/requests", &headset("wired"))).await;
    asked.refused(StatusCode::NOT_FOUND, "not_found");
    // Whoever writes forms can do so, whoever they are for.
    assert_eq!(hana.get("/studio/forms/headset").await["published"], json!(2));
}

#[tokio::test]
async fn each_reader_has_their_language() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let in_german =
        aylin.ask(Method::GET, "/catalog/items/laptop").header("accept-language", "de-CH, en;q=0.5");
    let reply = aylin.send(in_german).await;
    assert_eq!(reply.body["verb"], json!("Laptop anfordern"));
    assert_eq!(reply.header("content-language"), "de");
    assert!(reply.header("vary").contains("Accept-Language"));
    assert_eq!(aylin.get("/catalog/items/laptop").await["verb"], json!("Request a laptop"));
}

#[tokio::test]
async fn what_the_reader_has_is_not_sent_again() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let first = aylin.reply("/catalog/categories").await;
    assert_eq!(first.header("cache-control"), "private, no-cache");
    assert_eq!(first.header("x-content-type-options"), "nosniff");
    let again = aylin.ask(Method::GET, "/catalog/categories").header("if-none-match", first.header("etag"));
    let again = aylin.send(again).await;
    assert_eq!((again.status, again.header("etag")), (304, first.header("etag")));
}

#[tokio::test]
async fn one_search_finds_items_articles_and_tickets() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let number = aylin.incident("VPN is slow").await;
    let found = aylin.get("/search?q=vpn").await;
    let kinds: Vec<String> = found["hits"].as_array().unwrap().iter().map(|hit| text(&hit["kind"])).collect();
    for kind in ["item", "article", "ticket"] {
        assert!(kinds.iter().any(|k| k == kind), "{kind}: {found}");
    }
    let found = aylin.get(&format!("/search?q={number}")).await;
    assert_eq!(found["hits"][0]["id"], json!(number));
    let mara = backend.sign_in("mara-lindt").await;
    let others = mara.get(&format!("/search?q={number}")).await;
    assert!(!others.to_string().contains(&number), "somebody else's ticket: {others}");
}

#[tokio::test]
async fn an_opinion_of_an_article_is_kept_once() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let articles = aylin.get("/knowledge/articles?limit=1").await;
    let path = format!("/knowledge/articles/{}", text(&articles["items"][0]["id"]));
    let before = aylin.get(&path).await;
    assert_eq!((&before["my_feedback"], &before["helped"]), (&json!(null), &json!(0)));
    aylin.post(&format!("{path}/feedback"), json!({ "helpful": true })).await;
    aylin.post(&format!("{path}/feedback"), json!({ "helpful": true })).await;
    assert_eq!(aylin.get(&path).await["helped"], json!(1));
    let after =
        aylin.post(&format!("{path}/feedback"), json!({ "helpful": false, "comment": "Too long" })).await;
    assert_eq!((&after["my_feedback"], &after["helped"]), (&json!(false), &json!(0)));
}
