//! How the items of an order go on, and who decides on them together.

use super::{has, mistakes, order, states};
use crate::backend::{Backend, headset, laptop, text};
use chrono::TimeDelta;
use reqwest::StatusCode;
use serde_json::{Value, json};

#[tokio::test]
async fn a_request_goes_where_its_items_go() {
    let backend = Backend::start().await;
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    let tomasz = backend.sign_in("tomasz-sikora").await;
    let number = text(&aylin.post("/orders", order()).await["id"]);
    let path = format!("/tickets/{number}");
    let look = || aylin.get(&path);
    assert_eq!(tomasz.act("RITM-30001", "take", json!({})).await.status, 200);
    assert_eq!(look().await["state"], json!("in_progress"));
    let taken = tomasz.act(&number, "take", json!({})).await;
    taken.refused(StatusCode::CONFLICT, "refused");
    let done = json!({ "resolution_code": "fulfilled", "resolution_text": "On your desk." });
    assert_eq!(tomasz.act("RITM-30001", "resolve", done.clone()).await.status, 200);
    let partly = look().await;
    assert_eq!(
        (states(&partly), &partly["state"]),
        (vec!["resolved".into(), "awaiting_approval".into()], &json!("in_progress"))
    );
    // Part of it is delivered: the rest is cancelled item by item.
    let cancel = aylin.act(&number, "cancel", json!({ "comment": "No more" })).await;
    cancel.refused(StatusCode::CONFLICT, "refused");
    assert_eq!(cancel.body["reason"]["code"], json!("delivery_begun"));
    let approval = mara.waiting().await.remove(0);
    let refusal = json!({ "decision": "reject", "comment": "Next year." });
    assert_eq!(mara.decide(&approval, refusal).await.status, 200);
    let resolved = look().await;
    assert_eq!((&resolved["state"], states(&resolved)[1].as_str()), (&json!("resolved"), "rejected"));
    let confirmed = aylin.act(&number, "confirm", json!({})).await.body;
    assert_eq!(confirmed["ticket"]["state"], json!("closed"), "{confirmed}");
    assert_eq!(
        states(&confirmed["ticket"]),
        ["closed", "rejected"],
        "whoever confirms the request confirms its items"
    );
    let timeline = aylin.get(&format!("/tickets/{number}/timeline")).await;
    let to: Vec<String> = timeline.as_array().unwrap().iter().map(|entry| text(&entry["to"])).collect();
    assert_eq!(to, ["", "in_progress", "resolved", "closed"]);
}

#[tokio::test]
async fn who_cancels_a_request_cancels_its_items_and_asks_nobody_any_more() {
    let backend = Backend::start().await;
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    let number = text(&aylin.post("/orders", order()).await["id"]);
    assert_eq!(mara.waiting().await.len(), 1);
    let cancelled = aylin.act(&number, "cancel", json!({})).await.body["ticket"].clone();
    assert_eq!(
        (&cancelled["state"], states(&cancelled)),
        (&json!("cancelled"), vec!["cancelled".to_owned(); 2])
    );
    assert!(mara.waiting().await.is_empty());
}

#[tokio::test]
async fn an_approver_is_asked_once_and_decides_it_together() {
    let backend = Backend::start().await;
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    let body = json!({ "items": [laptop(), headset("wired")], "requested_for": ["aylin-kaya", "jonas-weber", "malik-owusu"] });
    let number = text(&aylin.post("/orders", body).await["id"]);
    let asked = mara.waiting().await;
    assert_eq!(asked.len(), 1, "three laptops are asked about at once");
    assert_eq!(mara.get("/me").await["approvals_waiting"], json!(1));
    let (first, others) = (&asked[0], asked[0]["order"]["others"].as_array().unwrap());
    assert_eq!((&first["order"]["id"], others.len()), (&json!(number), 2));
    assert_eq!(others[0]["requested_for"]["id"], json!("jonas-weber"));

    let decide = |also: Value| mara.decide(first, json!({ "decision": "approve", "also": also }));
    let also = |n: usize, version: &Value| json!({ "approval": others[n]["id"], "version": version });
    let stale = decide(json!([also(0, &json!(99))])).await;
    stale.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    assert_eq!(mistakes(&stale), [("/also/0".to_owned(), "stale".to_owned())]);
    let itself = decide(json!([{ "approval": first["id"], "version": first["version"] }])).await;
    assert!(has(&itself, "/also/0", "not_found"), "{itself:?}");
    assert_eq!(
        mara.waiting().await[0]["order"]["others"].as_array().unwrap().len(),
        2,
        "nothing was decided"
    );

    // Two of three; the third is then asked about by itself.
    assert_eq!(decide(json!([also(0, &others[0]["version"])])).await.status, 200);
    let left = mara.waiting().await;
    assert_eq!((left.len(), &left[0]["id"]), (1, &others[1]["id"]));
    assert_eq!(left[0]["order"]["others"], json!([]));
    assert_eq!(mara.get("/approvals?phase=past").await["items"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_delegate_decides_together_what_of_an_order_is_theirs_to_decide() {
    let backend = Backend::start().await;
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    let days = json!({ "delegate": "aylin-kaya", "from": backend.day(0), "until": backend.day(2) });
    mara.post("/me/delegations", days).await;
    let jonas = backend.sign_in("jonas-weber").await;
    let people = ["aylin-kaya", "jonas-weber", "malik-owusu"];
    let body = json!({ "items": [laptop(), headset("wired")], "requested_for": people });
    jonas.post("/orders", body).await;

    // The first laptop is for the delegate: it stays the approver's alone, and does not hide the others.
    let hers = mara.waiting().await;
    assert_eq!((hers.len(), &hers[0]["requested_for"]["id"]), (1, &json!("aylin-kaya")));
    let asked = aylin.waiting().await;
    assert_eq!(
        (asked.len(), &asked[0]["requested_for"]["id"], &asked[0]["acting_for"]["name"]),
        (1, &json!("jonas-weber"), &json!("Mara Lindt")),
        "{asked:?}"
    );
    assert_eq!(aylin.get("/me").await["approvals_waiting"], json!(1));
    let others = asked[0]["order"]["others"].as_array().unwrap();
    let whom: Vec<&Value> = others.iter().map(|other| &other["requested_for"]["id"]).collect();
    assert_eq!(whom, [&json!("malik-owusu")]);

    let also = |found: &Value| json!([{ "approval": found["id"], "version": found["version"] }]);
    let decide = |also: Value| aylin.decide(&asked[0], json!({ "decision": "approve", "also": also }));
    let own = decide(also(&hers[0])).await;
    assert!(has(&own, "/also/0", "not_found"), "{own:?}");
    assert_eq!(aylin.waiting().await[0]["order"]["others"], json!(others), "nothing was decided");
    let decided = decide(also(&others[0])).await;
    assert_eq!(
        (decided.status, &decided.body["decided_by"]["id"]),
        (200, &json!("aylin-kaya")),
        "{decided:?}"
    );
    assert_eq!(aylin.waiting().await, Vec::<Value>::new());
    let past = aylin.get("/approvals?phase=past").await["items"].as_array().unwrap().clone();
    assert_eq!(past.len(), 2);
    assert!(past.iter().all(|found| found["decided_by"]["id"] == "aylin-kaya"), "{past:?}");
    let left = mara.waiting().await;
    assert_eq!((&left[0]["id"], &left[0]["order"]["others"]), (&hers[0]["id"], &json!([])));
}

#[tokio::test]
async fn an_approval_that_was_reminded_of_stands_for_its_order() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let body = json!({ "items": [laptop()], "requested_for": ["aylin-kaya", "jonas-weber"] });
    let filed = aylin.post("/orders", body).await;
    backend.wait(TimeDelta::days(2));
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    let second = text(&filed["items"][1]["id"]);
    assert_eq!(aylin.act(&second, "remind", json!({})).await.status, 200);
    let asked = mara.waiting().await;
    assert_eq!(
        (asked.len(), &asked[0]["ticket"], &asked[0]["reminders"]),
        (1, &json!(second), &json!(1)),
        "{asked:?}"
    );
    assert_eq!(asked[0]["order"]["others"][0]["ticket"], filed["items"][0]["id"]);
}
