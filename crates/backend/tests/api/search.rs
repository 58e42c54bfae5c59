//! The search, here and as a browser does it from the index that it is sent.

use crate::backend::{Backend, Person};
use guichet_contract::types::{ArticleSummary, Hit, HitKind, Page, SearchReply};
use guichet_search_worker::Engine;
use reqwest::{Method, StatusCode, header::HeaderMap};
use serde_json::{Value, from_str, from_value, json};
use std::fs;

const INDEX: &str = "/knowledge/index";

/// What people type: whole words and beginnings, with mistakes, in both languages, numbers, and nonsense.
const QUERIES: [&str; 32] = [
    "vpn",
    "vpn does not connect",
    "VPN no answer",
    "lapt",
    "laptop",
    "laptpo",
    "notebook",
    "print",
    "pirnter",
    "druckr",
    "passwort",
    "kennwort vergessen",
    "forgot my password",
    "mfa new phone",
    "wlan",
    "wi-fi",
    "e-mail",
    "email",
    "shared mailbox",
    "postfach voll",
    "INC-10001",
    "req",
    "20001",
    "screen stays black",
    "monitor",
    "badge",
    "guest account",
    "how do i print",
    "sap",
    "a",
    "zzyzx",
    "größe \"; --",
];

async fn index(person: &Person, language: &str, since: &str) -> (HeaderMap, Vec<u8>) {
    let path = if since.is_empty() { INDEX.to_owned() } else { format!("{INDEX}?since={since}") };
    person.bytes(person.ask(Method::GET, &path).header("accept-language", language)).await
}

async fn engine(person: &Person, language: &str) -> Engine {
    let mut engine = Engine::new();
    let (headers, bytes) = index(person, language, "").await;
    assert!(engine.take(bytes));
    assert_eq!(headers["guichet-index-version"].to_str().unwrap(), engine.version());
    engine
}

fn found(engine: &mut Engine, text: &str, each: usize) -> SearchReply {
    from_str(&engine.search(text, each, "", "", "", "").unwrap()).unwrap()
}

fn ids(reply: &SearchReply) -> Vec<String> {
    reply.hits.iter().map(|hit| hit.id.clone()).collect()
}

#[tokio::test]
async fn the_browser_finds_what_the_backend_finds_in_the_same_order() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let solved = aylin.incident("VPN is slow").await;
    aylin.incident("The printer on the third floor eats paper").await;
    aylin.headset().await;
    let tomasz = backend.sign_in("tomasz-sikora").await;
    tomasz.act(&solved, "take", json!({})).await;
    for language in ["en", "de"] {
        let mut engine = engine(&aylin, language).await;
        let mut hits = 0;
        for query in QUERIES {
            for each in [5, 20] {
                let asked = aylin
                    .ask(Method::GET, "/search")
                    .query(&[("q", query), ("limit", &each.to_string())])
                    .header("accept-language", language);
                let mut reply: SearchReply = from_value(aylin.send(asked).await.body).unwrap();
                // Texts are no part of what a browser has.
                for hit in &mut reply.hits {
                    hit.excerpt = None;
                    hit.excerpt_marks.clear();
                }
                hits += reply.hits.len();
                assert_eq!(found(&mut engine, query, each), reply, "{language} {query} {each}");
            }
        }
        assert!(hits > 200, "only {hits} hits to compare");
    }
}

#[tokio::test]
async fn the_browser_lists_the_articles_that_the_backend_lists_in_the_same_order() {
    let backend = Backend::start().await;
    let mara = backend.sign_in("mara-lindt").await;
    for language in ["en", "de"] {
        let engine = engine(&mara, language).await;
        for category in ["", "network"] {
            let only = if category.is_empty() { String::new() } else { format!("&category={category}") };
            let asked = mara.ask(Method::GET, &format!("/knowledge/articles?limit=100{only}"));
            let reply = mara.send(asked.header("accept-language", language)).await;
            let page: Page<ArticleSummary> = from_value(reply.body).unwrap();
            assert!(page.next.is_none() && page.items.len() > 2);
            let listed: SearchReply = from_str(&engine.list("article", category, 1_000).unwrap()).unwrap();
            let expected: Vec<_> = page.items.iter().map(|article| article.id.to_string()).collect();
            assert_eq!(ids(&listed), expected, "{language} {category}");
            assert_eq!(listed.hits[0].title, page.items[0].title);
        }
    }
}

#[tokio::test]
async fn a_new_ticket_brings_a_small_difference() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let old = aylin.incident("The dock makes a noise").await;
    aylin.act(&old, "cancel", json!({ "comment": "It stopped." })).await;
    let mut engine = engine(&aylin, "en").await;
    let (before, many) = (engine.version(), engine.len());
    let (_, nothing) = index(&aylin, "en", &before).await;
    assert!(nothing.len() < 100, "nothing changed, and {} bytes came", nothing.len());
    assert!(engine.take(nothing));
    assert_eq!(engine.version(), before);

    let number = aylin.incident("Qwertz keys are stuck").await;
    let (_, whole) = index(&aylin, "en", "").await;
    let (_, difference) = index(&aylin, "en", &before).await;
    assert!(10 * difference.len() < whole.len(), "{} of {}", difference.len(), whole.len());
    assert!(engine.take(difference));
    assert_eq!(engine.len(), many + 1);
    // Answers about keyboards come behind it.
    assert_eq!(ids(&found(&mut engine, "qwertz", 5)).first(), Some(&number));
    // What was never sent means nothing.
    for since in ["nonsense", "0000000000000000", "-1"] {
        assert_eq!(index(&aylin, "en", since).await.1, whole, "{since}");
    }
    aylin.reply(&format!("{INDEX}?since=a&since=b")).await.refused(StatusCode::BAD_REQUEST, "bad_parameter");
}

#[tokio::test]
async fn nobody_is_sent_a_word_of_what_they_may_not_see() {
    let backend = Backend::start().await;
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    let secret = mara.incident("Xylograph of Project Quokka is broken").await;
    let desk = backend.sign_in("tomasz-sikora").await;
    assert_eq!(desk.reply(&format!("/tickets/{secret}")).await.status, 200, "the desk works on it");

    let mut hers = engine(&mara, "en").await;
    assert_eq!(ids(&found(&mut hers, "quokka", 5)), std::slice::from_ref(&secret));
    let page = "before-somebody-leaves-your-team";
    assert_eq!(ids(&found(&mut hers, "garden leave", 5))[0], page);
    let version = hers.version();

    for (person, name) in [(&aylin, "aylin"), (&desk, "the desk")] {
        // Neither by asking for everything nor by claiming to have what she has.
        for since in ["", version.as_str()] {
            let (_, bytes) = index(person, "en", since).await;
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            for word in ["quokka", "xylograph", &secret.to_lowercase(), page, "garden"] {
                assert!(!text.contains(word), "{name} was sent {word:?}");
            }
        }
        let mut engine = engine(person, "en").await;
        for query in
            ["quokka", "quokk", "qoukka", "xylograph", "project quokka", "garden leave", "garden leav"]
        {
            let reply = found(&mut engine, query, 20);
            let hits = ids(&reply);
            assert!(!hits.contains(&secret) && !hits.iter().any(|id| id == page), "{name} {query}: {hits:?}");
            let said = reply.suggestion.unwrap_or_default().to_lowercase();
            assert!(
                !said.contains("quokka") && !said.contains("xylo"),
                "{name} {query}: did you mean {said}"
            );
            let asked = person.ask(Method::GET, "/search").query(&[("q", query)]);
            let reply: SearchReply = from_value(person.send(asked).await.body).unwrap();
            assert!(!ids(&reply).contains(&secret) && !ids(&reply).iter().any(|id| id == page), "{query}");
        }
    }
    backend.nobody().reply(INDEX).await.refused(StatusCode::UNAUTHORIZED, "not_signed_in");
}

/// The passages that somebody is shown: of what, and the words in it that are marked.
async fn passages(person: &Person, language: &str, query: &str) -> Vec<(String, String, String)> {
    let asked = person.ask(Method::GET, "/search").query(&[("q", query), ("limit", "20")]);
    let reply: SearchReply =
        from_value(person.send(asked.header("accept-language", language)).await.body).unwrap();
    let passage = |hit: Hit| {
        let (text, marks) = (hit.excerpt?, hit.excerpt_marks);
        let is_marked = |at: u32| marks.iter().any(|(from, to)| (*from..*to).contains(&at));
        let marked = (0_u32..).zip(text.chars()).filter(|(at, _)| is_marked(*at)).map(|(_, c)| c).collect();
        Some((hit.id, text, marked))
    };
    reply.hits.into_iter().filter_map(passage).collect()
}

#[tokio::test]
async fn a_passage_shows_why_something_was_found_to_those_who_may_read_it() {
    let backend = Backend::start().await;
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    for (language, says) in
        [("en", "for example your phone's hotspot"), ("de", "etwa den Hotspot Ihres Telefons")]
    {
        let all = passages(&aylin, language, "hotspot").await;
        let (_, text, marked) = all.iter().find(|(id, ..)| id == "vpn-does-not-connect").unwrap();
        assert!(text.contains(says) && !text.contains('|') && text.chars().count() <= 164, "{text}");
        assert_eq!(marked.to_lowercase(), "hotspot");
    }
    // Where the title says it, nothing else has to.
    assert!(passages(&aylin, "en", "vpn").await.iter().all(|(id, ..)| id != "vpn-does-not-connect"));

    let (page, query) = ("before-somebody-leaves-your-team", "recurring meetings hang");
    let all = passages(&mara, "en", query).await;
    let (_, text, _) = all.iter().find(|(id, ..)| id == page).unwrap();
    assert!(text.contains("recurring meetings hang on the person"), "{text}");
    for (id, text, _) in passages(&aylin, "en", query).await {
        assert!(id != page && !text.contains("hang on the person"), "{id}: {text}");
    }
}

#[tokio::test]
async fn an_article_for_some_does_not_exist_for_the_others() {
    let backend = Backend::start().await;
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    let path = "/knowledge/articles/before-somebody-leaves-your-team";
    assert_eq!(mara.get(path).await["category"], json!("people"));
    aylin.reply(path).await.refused(StatusCode::NOT_FOUND, "not_found");
    for more in ["?language=de", "/versions", "/versions/1", "/versions/1?language=de"] {
        assert_eq!(mara.reply(&format!("{path}{more}")).await.status, 200, "{more}");
        aylin.reply(&format!("{path}{more}")).await.refused(StatusCode::NOT_FOUND, "not_found");
    }
    let said = aylin.send(aylin.write(&format!("{path}/feedback"), &json!({ "helpful": true }))).await;
    said.refused(StatusCode::NOT_FOUND, "not_found");
    for (person, sees) in [(&mara, true), (&aylin, false)] {
        for list in [
            "/knowledge/articles?category=people&limit=100",
            "/knowledge/articles?q=garden%20leave&limit=100",
            "/knowledge/articles/leaving-checklist",
        ] {
            let there = person.get(list).await.to_string().contains("before-somebody-leaves-your-team");
            // It is not among the four closest of every article.
            assert!(there == sees || (sees && list.ends_with("checklist")), "{list}");
        }
    }
}

#[tokio::test]
async fn a_guide_is_found_by_those_who_may_know_of_its_items() {
    let backend = Backend::with_own_files().await;
    let (aylin, ingrid) = (backend.sign_in("aylin-kaya").await, backend.sign_in("ingrid-solberg").await);
    let for_finance = |item: &str| {
        let file = backend.content().join(format!("items/{item}.yaml"));
        let (text, id) = (fs::read_to_string(&file).unwrap(), format!("id: {item}\n"));
        let hidden = text.replacen(&id, &format!("{id}visible_to: {{group: finance}}\n"), 1);
        assert_ne!(hidden, text);
        fs::write(&file, hidden).unwrap();
    };
    for_finance("printer-setup");
    backend.reload().await;
    for (person, items) in [(&ingrid, 4), (&aylin, 3)] {
        let guide = person.get("/catalog/guides/office-move").await;
        assert_eq!((guide["items"].as_array().unwrap().len(), &guide["item_count"]), (items, &json!(items)));
        assert_eq!(guide.to_string().contains("printer-setup"), items == 4);
    }
    for item in ["desk-move", "network-socket", "door-access"] {
        for_finance(item);
    }
    backend.reload().await;
    for (person, status) in [(&ingrid, 200), (&aylin, 404)] {
        for path in ["/catalog/guides/office-move", "/forms/guide.office-move@1"] {
            assert_eq!(person.reply(path).await.status, status, "{path}");
        }
        // Nor does the count of what an answer made unnecessary give it away.
        let solved = person
            .write("/knowledge/articles/vpn-does-not-connect/solved", &json!({ "form": "office-move" }));
        assert_eq!(person.send(solved).await.status, if status == 200 { 200 } else { 422 });
        let sees = status == 200;
        assert_eq!(person.get("/catalog/guides").await.to_string().contains("office-move"), sees);
        let reply: SearchReply =
            from_value(person.get("/search?q=another%20office&kind=guide").await).unwrap();
        assert!(reply.hits.iter().all(|hit| hit.kind == HitKind::Guide));
        assert_eq!(ids(&reply).iter().any(|id| id == "office-move"), sees);
        let mut engine = engine(person, "en").await;
        assert_eq!(ids(&found(&mut engine, "another office", 5)).iter().any(|id| id == "office-move"), sees);
    }
}

#[tokio::test]
async fn an_index_is_described_and_packed() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let (headers, plain) = index(&aylin, "de", "").await;
    let header = |name: &str| headers.get(name).map_or("", |value| value.to_str().unwrap());
    assert_eq!(header("content-type"), "application/vnd.guichet.index");
    assert_eq!(header("cache-control"), "private, no-store");
    assert_eq!(header("content-language"), "de");
    assert!(header("vary").contains("Accept-Encoding") && header("vary").contains("Cookie"));
    let request = aylin.ask(Method::GET, INDEX).header("accept-language", "de");
    let (headers, packed) = aylin.bytes(request.header("accept-encoding", "gzip, br")).await;
    assert_eq!(headers["content-encoding"], "br");
    assert!(packed.len() < plain.len(), "{} of {}", packed.len(), plain.len());
    let again = aylin.ask(Method::GET, INDEX).header("accept-language", "de");
    let again = aylin.send(again.header("if-none-match", header("etag"))).await;
    assert_eq!((again.status, again.body), (304, Value::Null));
}

#[tokio::test]
async fn a_search_is_narrowed() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    aylin.incident("VPN is slow").await;
    let search = async |query: &str| -> SearchReply {
        from_value(aylin.get(&format!("/search?q=vpn&limit=20&{query}")).await).unwrap()
    };
    let all = search("").await;
    for (word, kind) in [("item", HitKind::Item), ("article", HitKind::Article), ("ticket", HitKind::Ticket)]
    {
        let only = search(&format!("kind={word}")).await;
        assert!(!only.hits.is_empty() && only.hits.iter().all(|hit| hit.kind == kind), "{word}");
        let among: Vec<_> = all.hits.iter().filter(|hit| hit.kind == kind).map(|hit| &hit.id).collect();
        assert_eq!(only.hits.iter().map(|hit| &hit.id).collect::<Vec<_>>(), among, "{word}");
    }
    let network = search("category=network").await;
    assert!(!network.hits.is_empty() && network.hits.len() < all.hits.len());
    assert!(network.hits.iter().all(|hit| hit.category.as_ref().is_some_and(|id| id.as_str() == "network")));
    assert!(search("service=vpn").await.hits.iter().any(|hit| hit.kind == HitKind::Ticket));
    assert!(search("service=email").await.hits.iter().all(|hit| hit.kind != HitKind::Ticket));
    let german = search("language=de").await;
    assert!(german.hits.iter().any(|hit| hit.title == "VPN verbindet sich nicht"), "{german:?}");
    assert!(search("language=fr").await.hits.is_empty());
    // The part of an article that says more than its title.
    let reply: SearchReply = from_value(aylin.get("/search?q=what%20the%20message%20means").await).unwrap();
    let heading = reply.hits.iter().find_map(|hit| hit.heading.clone()).unwrap();
    assert_eq!(
        (heading.text.as_str(), heading.anchor.as_str()),
        ("What the message means", "what-the-message-means")
    );
    aylin.reply("/search?q=vpn&kind=nonsense").await.refused(StatusCode::BAD_REQUEST, "bad_parameter");
    assert_eq!(search("q2=").await.suggestion, None);
    let meant: SearchReply = from_value(aylin.get("/search?q=pasword").await).unwrap();
    assert_eq!(meant.suggestion.as_deref().map(str::to_lowercase).as_deref(), Some("password"));
}
