//! What those who look after the answers learn from the others, and what they must never learn.

use crate::backend::{Backend, Person};
use chrono::TimeDelta;
use guichet_backend::config::Config;
use guichet_contract::types::{ArticleFigures, KnownError, LearningEntry, Page, SearchReply};
use reqwest::{Method, StatusCode};
use serde_json::{Value, from_value, json};
use sqlx::Row;

const LEARNING: &str = "/knowledge/learning";
const VPN: &str = "/knowledge/articles/vpn-does-not-connect";

/// Tells what came of searches, as a browser does.
async fn tell(person: &Person, body: Value) {
    let reply = person.send(person.ask(Method::POST, LEARNING).json(&body)).await;
    assert_eq!(reply.status, 204, "{reply:?}");
}

fn search(words: &str, outcome: &str) -> Value {
    json!({ "searches": [{ "words": words, "language": "en", "outcome": outcome }] })
}

async fn entries(person: &Person, query: &str) -> Vec<LearningEntry> {
    let page: Page<LearningEntry> = from_value(person.get(&format!("{LEARNING}{query}")).await).unwrap();
    page.items
}

/// The words alone, in order.
async fn listed(person: &Person, query: &str) -> Vec<String> {
    entries(person, query).await.into_iter().map(|entry| entry.words).collect()
}

async fn figures(person: &Person, article: &str) -> Option<ArticleFigures> {
    let page: Page<ArticleFigures> = from_value(person.get("/knowledge/figures?limit=100").await).unwrap();
    page.items.into_iter().find(|figures| figures.article.id.as_str() == article)
}

/// Everything that is kept, as text.
async fn kept(backend: &Backend) -> String {
    let mut conn = backend.store().read().await.unwrap();
    let mut all = String::new();
    for sql in [
        "SELECT day || entry || language || words AS text FROM learning_searches",
        "SELECT day || mark AS text FROM learning_marks",
        "SELECT day || article AS text FROM article_days",
        "SELECT person || path || body_hash AS text FROM idempotency",
    ] {
        for row in sqlx::query(sql).fetch_all(&mut *conn).await.unwrap() {
            all.push_str(&row.get::<String, _>("text"));
            all.push('\n');
        }
    }
    all
}

#[tokio::test]
async fn what_one_person_alone_looks_for_is_never_shown() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let hana = backend.sign_in("hana-mori").await;
    // Again and again, with every outcome, in every spelling, from several browsers.
    let again = backend.sign_in("aylin-kaya").await;
    for outcome in ["no_result", "no_click", "clicked", "ticket"] {
        for words in ["how to resign", "  How to RESIGN? "] {
            tell(&aylin, search(words, outcome)).await;
            tell(&again, search(words, outcome)).await;
        }
    }
    for query in ["", "?outcome=ticket", "?period=half_year", "?decided=true", "?limit=100"] {
        assert!(listed(&hana, query).await.is_empty(), "{query}");
    }
    // Neither on another day, on which the same person would be taken for another one.
    for _ in 0..3 {
        backend.wait(TimeDelta::days(1));
        backend.sweep().await;
        let aylin = backend.sign_in("aylin-kaya").await;
        tell(&aylin, search("how to resign", "no_result")).await;
    }
    let hana = backend.sign_in("hana-mori").await;
    assert!(listed(&hana, "?period=half_year").await.is_empty());
    // Nor can it be guessed: what is not shown cannot be decided about.
    let entry = sqlx::query("SELECT DISTINCT entry FROM learning_searches")
        .fetch_one(&mut *backend.store().read().await.unwrap())
        .await
        .unwrap()
        .get::<String, _>("entry");
    let path = format!("{LEARNING}/{entry}/decision");
    let guess = hana.send(hana.write(&path, &json!({ "choice": "not_needed" }))).await;
    guess.refused(StatusCode::NOT_FOUND, "not_found");
    // A second person on one day makes it something that people look for.
    let daniel = backend.sign_in("daniel-reyes").await;
    tell(&daniel, search("how to resign", "no_result")).await;
    assert_eq!(listed(&hana, "").await, ["how to resign"]);
    assert_eq!(entries(&hana, "").await[0].people, 2);
}

#[tokio::test]
async fn a_company_may_demand_more_people() {
    let backend = Backend::with(Config { learning_people: 3, ..Config::local() }).await;
    let hana = backend.sign_in("hana-mori").await;
    for (person, there) in [("aylin-kaya", 0), ("daniel-reyes", 0), ("yuki-tanabe", 1)] {
        let person = backend.sign_in(person).await;
        tell(&person, search("beamer", "no_result")).await;
        assert_eq!(listed(&hana, "").await.len(), there);
    }
}

#[tokio::test]
async fn nothing_that_is_kept_leads_to_a_person() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let body = json!({
        "searches": [
            { "words": "beamer", "language": "en", "outcome": "no_result" },
            { "words": "mail to aylin@nordlicht.example", "language": "en", "outcome": "no_result" },
            { "words": "call 030 1234567", "language": "en", "outcome": "no_click" },
            { "words": "Sommer2026!", "language": "en", "outcome": "no_result" },
            { "words": "x".repeat(2_000), "language": "en", "outcome": "no_result" },
            { "words": "of a later release", "language": "en", "outcome": "unheard_of" },
        ],
        "reads": [{ "article": "vpn-does-not-connect" }, { "article": "no-such-article" }],
    });
    tell(&aylin, body).await;
    let all = kept(&backend).await;
    assert!(all.contains("beamer") && all.contains("vpn-does-not-connect"), "{all}");
    for never in ["aylin", "nordlicht", "1234567", "sommer", "xxxx", "later release", "no-such-article"] {
        assert!(!all.to_lowercase().contains(never), "{never}: {all}");
    }
    // The salt of a day and all that it was made for go with the day.
    backend.wait(TimeDelta::days(1));
    backend.sweep().await;
    let mut conn = backend.store().read().await.unwrap();
    for sql in ["SELECT COUNT(*) AS n FROM learning_marks", "SELECT COUNT(*) AS n FROM learning_salts"] {
        let many: i64 = sqlx::query(sql).fetch_one(&mut *conn).await.unwrap().get("n");
        assert_eq!(many, 0, "{sql}");
    }
}

#[tokio::test]
async fn a_person_counts_once_a_day() {
    let backend = Backend::start().await;
    let (aylin, daniel) = (backend.sign_in("aylin-kaya").await, backend.sign_in("daniel-reyes").await);
    let hana = backend.sign_in("hana-mori").await;
    for _ in 0..3 {
        tell(&aylin, search("beamer", "no_result")).await;
        tell(&aylin, search("beamer", "ticket")).await;
    }
    tell(&daniel, search("beamer", "no_result")).await;
    let entry = entries(&hana, "?outcome=no_result").await.remove(0);
    assert_eq!((entry.people, entry.no_result, entry.tickets, entry.clicked), (2, 2, 1, 0));
    assert!(listed(&hana, "?outcome=clicked").await.is_empty());

    let read = json!({ "reads": [{ "article": "vpn-does-not-connect" }] });
    let and_ticket = json!({ "reads": [{ "article": "vpn-does-not-connect", "ticket": true }] });
    for body in [&read, &read, &and_ticket, &and_ticket] {
        tell(&aylin, body.clone()).await;
    }
    let clicked = json!({ "searches": [
        { "words": "vpn", "language": "en", "outcome": "clicked", "article": "vpn-does-not-connect" },
    ] });
    tell(&aylin, clicked.clone()).await;
    tell(&aylin, clicked).await;
    let vpn = figures(&hana, "vpn-does-not-connect").await.unwrap();
    assert_eq!((vpn.views, vpn.tickets, vpn.searches), (1, 1, 1));
}

#[tokio::test]
async fn a_program_that_makes_words_up_does_not_fill_the_disk() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    // Letters alone: numbers would be dropped for other reasons.
    let word = |n: usize| {
        let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap());
        format!("made up {}{}{}", letter(n / 676), letter(n / 26), letter(n))
    };
    for batch in 0..10 {
        let searches: Vec<Value> = (0..100)
            .map(|n| json!({ "words": word(100 * batch + n), "language": "en", "outcome": "no_result" }))
            .collect();
        tell(&aylin, json!({ "searches": searches })).await;
    }
    let mut conn = backend.store().read().await.unwrap();
    let sql = "SELECT COUNT(*) AS n FROM learning_searches";
    let many: i64 = sqlx::query(sql).fetch_one(&mut *conn).await.unwrap().get("n");
    assert_eq!(many, 300);
}

#[tokio::test]
async fn counts_are_kept_for_half_a_year() {
    let backend = Backend::start().await;
    for person in ["aylin-kaya", "daniel-reyes"] {
        let person = backend.sign_in(person).await;
        let mut body = search("beamer", "no_result");
        body["reads"] = json!([{ "article": "vpn-does-not-connect" }]);
        tell(&person, body).await;
    }
    let entry = entries(&backend.sign_in("hana-mori").await, "").await.remove(0);
    let hana = backend.sign_in("hana-mori").await;
    hana.post(&format!("{LEARNING}/{}/decision", entry.id), json!({ "choice": "not_needed" })).await;
    for (days, there) in [(7, 1), (23, 1), (60, 1), (89, 1), (1, 0)] {
        backend.wait(TimeDelta::days(days));
        backend.sweep().await;
        let hana = backend.sign_in("hana-mori").await;
        let seen = listed(&hana, "?decided=true&period=half_year").await;
        assert_eq!(seen.len(), there, "after {days} more days");
    }
    let all = kept(&backend).await;
    assert!(!all.contains("beamer") && !all.contains("vpn"), "{all}");
    let mut conn = backend.store().read().await.unwrap();
    let sql = "SELECT COUNT(*) AS n FROM learning_decisions";
    let many: i64 = sqlx::query(sql).fetch_one(&mut *conn).await.unwrap().get("n");
    assert_eq!(many, 0, "what was decided about them goes with them");
}

#[tokio::test]
async fn only_those_who_look_after_answers_see_what_others_look_for() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    for path in [LEARNING, "/knowledge/figures"] {
        aylin.reply(path).await.refused(StatusCode::NOT_FOUND, "not_found");
        backend.nobody().reply(path).await.refused(StatusCode::UNAUTHORIZED, "not_signed_in");
    }
    let decide =
        aylin.send(aylin.write(&format!("{LEARNING}/x/decision"), &json!({ "choice": "open" }))).await;
    decide.refused(StatusCode::NOT_FOUND, "not_found");
    let nobody = backend.nobody();
    let told = nobody.send(nobody.ask(Method::POST, LEARNING).json(&json!({}))).await;
    told.refused(StatusCode::UNAUTHORIZED, "not_signed_in");
    // Whoever keeps some articles right sees the figures of those.
    let (tomasz, hana) = (backend.sign_in("tomasz-sikora").await, backend.sign_in("hana-mori").await);
    assert!(figures(&tomasz, "vpn-does-not-connect").await.is_some());
    assert!(figures(&tomasz, "printer-does-not-print").await.is_none());
    assert!(figures(&hana, "printer-does-not-print").await.is_some());
    assert!(listed(&tomasz, "").await.is_empty());
    for bad in ["?period=century", "?outcome=joy", "?limit=0"] {
        let refused = hana.reply(&format!("{LEARNING}{bad}")).await;
        refused.refused(StatusCode::BAD_REQUEST, "bad_parameter");
    }
    let refused = hana.reply("/knowledge/figures?sort=beauty").await;
    refused.refused(StatusCode::BAD_REQUEST, "bad_parameter");
}

#[tokio::test]
async fn words_that_are_said_to_be_answered_find_the_article() {
    let backend = Backend::start().await;
    let hana = backend.sign_in("hana-mori").await;
    for person in ["aylin-kaya", "daniel-reyes"] {
        let person = backend.sign_in(person).await;
        tell(&person, search("zzyzx", "no_result")).await;
        tell(&person, search("teams background", "no_click")).await;
    }
    let open = entries(&hana, "?outcome=no_result").await.remove(0);
    assert!(open.words == "zzyzx" && open.nearest.is_empty() && open.decision.is_none());
    let path = format!("{LEARNING}/{}/decision", open.id);
    for (body, pointer) in [
        (json!({ "choice": "article" }), "/article"),
        (json!({ "choice": "article", "article": "no-such-article" }), "/article"),
        (json!({ "choice": "a_later_one" }), "/choice"),
        (json!({ "choice": "not_needed", "reason": "x".repeat(10_001) }), "/reason"),
    ] {
        let refused = hana.send(hana.write(&path, &body)).await;
        refused.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
        assert_eq!(refused.body["errors"][0]["pointer"], pointer);
    }
    let found = |reply: Value| -> Vec<String> {
        let reply: SearchReply = from_value(reply).unwrap();
        reply.hits.into_iter().map(|hit| hit.id).collect()
    };
    assert!(found(hana.get("/search?q=zzyzx").await).is_empty());
    let body = json!({ "choice": "article", "article": "vpn-does-not-connect" });
    let decided: LearningEntry = from_value(hana.post(&path, body).await).unwrap();
    let decision = decided.decision.unwrap();
    assert_eq!(
        (decision.by.name.as_str(), decision.article.unwrap().id.as_str()),
        ("Hana Mori", "vpn-does-not-connect")
    );
    assert_eq!(found(hana.get("/search?q=zzyzx&limit=5").await), ["vpn-does-not-connect"]);
    assert_eq!(listed(&hana, "").await, ["teams background"]);
    assert_eq!(listed(&hana, "?decided=true").await, ["zzyzx"]);
    assert_eq!(entries(&hana, "?decided=true").await[0].nearest[0].id.as_str(), "vpn-does-not-connect");

    hana.post(&path, json!({ "choice": "open" })).await;
    assert!(found(hana.get("/search?q=zzyzx&limit=6").await).is_empty());
    assert_eq!(listed(&hana, "?decided=true").await, [""; 0]);
    hana.post(&path, json!({ "choice": "not_needed", "reason": " A slip of the finger. " })).await;
    let decided = entries(&hana, "?decided=true").await.remove(0).decision.unwrap();
    assert_eq!(decided.reason.as_deref(), Some("A slip of the finger."));
}

#[tokio::test]
async fn what_an_article_solved_counts_once_for_a_person_a_form_and_a_day() {
    let backend = Backend::start().await;
    let (aylin, hana) = (backend.sign_in("aylin-kaya").await, backend.sign_in("hana-mori").await);
    let path = format!("{VPN}/solved");
    let report = json!({ "form": "report" });
    assert_eq!(aylin.post(&path, report.clone()).await, json!({ "counted": true }));
    assert_eq!(aylin.post(&path, report.clone()).await, json!({ "counted": false }));
    assert_eq!(aylin.post(&path, json!({ "form": "vpn-access" })).await, json!({ "counted": true }));
    assert_eq!(hana.post(&path, report.clone()).await, json!({ "counted": true }));
    // An order guide is a form as well.
    assert_eq!(hana.post(&path, json!({ "form": "new-employee" })).await, json!({ "counted": true }));
    assert_eq!(figures(&hana, "vpn-does-not-connect").await.unwrap().solved, 4);
    // The same call twice is one call.
    let key = "1b4e28ba-2fa1-11d2-883f-0016d3cca427";
    for _ in 0..2 {
        let call = hana.ask(Method::POST, &path).header("idempotency-key", key);
        let reply = hana.send(call.json(&json!({ "form": "vpn-access" }))).await;
        assert_eq!(reply.body, json!({ "counted": true }));
    }
    let refused = aylin.send(aylin.write(&path, &json!({ "form": "no-such-form" }))).await;
    refused.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    assert_eq!(refused.body["errors"][0]["pointer"], "/form");
    let refused = aylin.send(aylin.write("/knowledge/articles/none/solved", &report)).await;
    refused.refused(StatusCode::NOT_FOUND, "not_found");
    let keyless = aylin.send(aylin.ask(Method::POST, &path).json(&report)).await;
    keyless.refused(StatusCode::BAD_REQUEST, "idempotency_key_missing");
}

#[tokio::test]
async fn figures_hold_what_people_said_and_come_in_order_and_in_parts() {
    let backend = Backend::start().await;
    let (aylin, daniel) = (backend.sign_in("aylin-kaya").await, backend.sign_in("daniel-reyes").await);
    let hana = backend.sign_in("hana-mori").await;
    aylin.post(&format!("{VPN}/feedback"), json!({ "helpful": true })).await;
    let missed = json!({ "helpful": false, "comment": "The gateway Tokyo" });
    daniel.post(&format!("{VPN}/feedback"), missed).await;
    tell(&aylin, json!({ "reads": [{ "article": "wifi-connect" }] })).await;
    let vpn = figures(&hana, "vpn-does-not-connect").await.unwrap();
    assert_eq!((vpn.helpful, vpn.unhelpful, vpn.reasons), (1, 1, vec!["The gateway Tokyo".to_owned()]));
    let part: Page<ArticleFigures> =
        from_value(hana.get("/knowledge/figures?sort=views&limit=1").await).unwrap();
    assert_eq!(part.items[0].article.id.as_str(), "wifi-connect");
    let next = format!("/knowledge/figures?sort=views&limit=1&cursor={}", part.next.unwrap());
    let next: Page<ArticleFigures> = from_value(hana.get(&next).await).unwrap();
    assert_ne!(next.items[0].article.id.as_str(), "wifi-connect");
    let part: Page<ArticleFigures> =
        from_value(hana.get("/knowledge/figures?sort=unhelpful&limit=1").await).unwrap();
    assert_eq!(part.items[0].article.id.as_str(), "vpn-does-not-connect");
}

#[tokio::test]
async fn known_errors_come_with_the_articles_that_show_them() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let known: Vec<KnownError> = from_value(aylin.get("/problems").await).unwrap();
    assert_eq!(known[0].id.as_str(), "vpn-berlin-drops");
    let articles: Vec<&str> = known[0].articles.iter().map(|article| article.as_str()).collect();
    assert!(articles.contains(&"vpn-slow-or-drops") && !articles.contains(&"add-a-printer"), "{articles:?}");
}
