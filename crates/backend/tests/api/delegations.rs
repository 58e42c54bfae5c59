use crate::backend::{Backend, Person, Reply, laptop, text};
use chrono::TimeDelta;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

/// Lets `delegate` decide on these days.
async fn arrange(person: &Person, delegate: &str, from: &str, until: &str) -> Value {
    person.post("/me/delegations", json!({ "delegate": delegate, "from": from, "until": until })).await
}

/// A call that acts on a delegation as it was seen.
async fn act(person: &Person, method: Method, found: &Value, body: Value) -> Reply {
    let path = format!("/me/delegations/{}", text(&found["id"]));
    let call = person
        .ask(method, &path)
        .header("idempotency-key", Uuid::new_v4().to_string())
        .header("if-match", format!("\"{}\"", found["version"]));
    person.send(if body.is_null() { call } else { call.json(&body) }).await
}

fn yes() -> Value {
    json!({ "decision": "approve" })
}

/// A request that the data owners decide on: more than half of four.
fn export() -> Value {
    json!({
        "item": "data-export",
        "form": { "id": "data-export", "version": 1 },
        "answers": {
            "content": "Repairs of 2025 with model, fault and cost", "personal": false, "recipient": "me",
            "format": "csv", "rhythm": "once", "delete_after": 30,
        },
    })
}

#[tokio::test]
async fn a_delegate_decides_for_somebody_while_it_lasts() {
    let backend = Backend::start().await;
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    let emeka = backend.sign_in("emeka-adeyemi").await;
    let number = text(&aylin.post("/requests", laptop()).await["id"]);
    emeka.reply(&format!("/tickets/{number}")).await.refused(StatusCode::NOT_FOUND, "not_found");
    let made = arrange(&mara, "emeka-adeyemi", &backend.day(0), &backend.day(2)).await;
    assert_eq!((&made["phase"], &made["delegate"]["name"]), (&json!("active"), &json!("Emeka Adeyemi")));

    // What was asked before it began is the delegate's too, and stays the approver's.
    assert_eq!(emeka.get("/me").await["approvals_waiting"], json!(1));
    let waiting = emeka.waiting().await;
    assert_eq!((waiting.len(), &waiting[0]["acting_for"]["name"]), (1, &json!("Mara Lindt")));
    assert_eq!(waiting[0]["approver"]["id"], json!("mara-lindt"));
    assert_eq!(mara.waiting().await.len(), 1);
    let ticket = emeka.get(&format!("/tickets/{number}")).await;
    let asked = &ticket["approvals"][0]["approvals"][0];
    assert_eq!(
        asked["delegate"],
        json!({
            "person": { "id": "emeka-adeyemi", "name": "Emeka Adeyemi" }, "until": backend.day(2),
        })
    );

    let decided = emeka.decide(&waiting[0], yes()).await;
    assert_eq!(
        (decided.status, &decided.body["decided_by"]["id"]),
        (200, &json!("emeka-adeyemi")),
        "{decided:?}"
    );
    assert_eq!(decided.body["acting_for"]["name"], json!("Mara Lindt"));
    let entries = aylin.get(&format!("/tickets/{number}/timeline")).await;
    let approved = entries.as_array().unwrap().iter().find(|entry| entry["event"] == "approved").unwrap();
    assert_eq!(
        (&approved["author"]["name"], &approved["to"]),
        (&json!("Emeka Adeyemi"), &json!("Mara Lindt"))
    );
    // Whoever was away finds it decided, and is told by whom when they try all the same.
    let past = mara.get("/approvals?phase=past").await["items"][0].clone();
    assert_eq!(past["decided_by"]["name"], json!("Emeka Adeyemi"));
    let late = mara.decide(&waiting[0], json!({ "decision": "reject", "comment": "No" })).await;
    late.refused(StatusCode::PRECONDITION_FAILED, "stale");
    assert_eq!(late.body["current"]["decided_by"]["id"], json!("emeka-adeyemi"));
    let again = mara.decide(&past, json!({ "decision": "reject", "comment": "No" })).await;
    again.refused(StatusCode::CONFLICT, "refused");
    assert_eq!(again.body["reason"]["code"], json!("already_answered"));

    // Afterwards the delegate sees what they decided, and nothing else.
    backend.wait(TimeDelta::days(4));
    let (aylin, emeka) = (backend.sign_in("aylin-kaya").await, backend.sign_in("emeka-adeyemi").await);
    let other = text(&aylin.post("/requests", laptop()).await["id"]);
    assert_eq!(emeka.waiting().await, Vec::<Value>::new());
    emeka.reply(&format!("/tickets/{other}")).await.refused(StatusCode::NOT_FOUND, "not_found");
    assert_eq!(emeka.get(&format!("/tickets/{number}")).await["id"], json!(number));
    assert_eq!(emeka.get("/approvals?phase=past").await["items"][0]["ticket"], json!(number));
}

#[tokio::test]
async fn it_begins_and_ends_by_itself_and_both_are_told_once() {
    let backend = Backend::start().await;
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    let made = arrange(&mara, "emeka-adeyemi", &backend.day(1), &backend.day(1)).await;
    assert_eq!(made["phase"], json!("coming"));
    let number = text(&aylin.post("/requests", laptop()).await["id"]);
    assert_eq!(backend.sign_in("emeka-adeyemi").await.waiting().await.len(), 0, "not yet");

    /// The hints about all approvals that somebody got since.
    async fn hints(person: &Person, since: &str) -> usize {
        let news = person.get(&format!("/events?since={since}")).await;
        let about_all = |hint: &&Value| hint["type"] == "approval" && hint["id"] == "";
        news["items"].as_array().unwrap().iter().filter(about_all).count()
    }
    backend.wait(TimeDelta::days(1));
    let emeka = backend.sign_in("emeka-adeyemi").await;
    let since = text(&emeka.get("/events").await["next"]);
    for _ in 0..2 {
        backend.sweep().await;
        assert_eq!(hints(&emeka, &since).await, 1);
    }
    assert_eq!(emeka.waiting().await[0]["ticket"], json!(number));
    backend.wait(TimeDelta::days(1));
    let emeka = backend.sign_in("emeka-adeyemi").await;
    // At another address: a reply that was just made lives for some seconds of real time, of which none have passed.
    let over = emeka.get("/approvals?state=waiting").await;
    assert_eq!(over["items"], json!([]), "over, whether or not anything was swept");
    for _ in 0..2 {
        backend.sweep().await;
        assert_eq!(hints(&emeka, &since).await, 2);
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field() {
    let backend = Backend::start().await;
    let mara = backend.sign_in("mara-lindt").await;
    let emeka = backend.sign_in("emeka-adeyemi").await;
    arrange(&mara, "katharina-brandt", &backend.day(20), &backend.day(22)).await;
    arrange(&emeka, "katharina-brandt", &backend.day(10), &backend.day(12)).await;
    for (delegate, from, until, pointer, code) in [
        ("mara-lindt", 0, 1, "/delegate", "to_oneself"),
        ("nobody-at-all", 0, 1, "/delegate", "not_found"),
        ("pieter-van-dam", 0, 1, "/delegate", "inactive"),
        ("lena-hoffmann", 0, 1, "/delegate", "not_employed"),
        ("emeka-adeyemi", 12, 13, "/delegate", "delegate_away"),
        ("emeka-adeyemi", -1, 1, "/from", "begins_in_the_past"),
        ("emeka-adeyemi", 22, 25, "/from", "overlaps"),
        ("emeka-adeyemi", 3, 2, "/until", "ends_too_early"),
        ("emeka-adeyemi", 30, 400, "/until", "too_long"),
    ] {
        let body = json!({ "delegate": delegate, "from": backend.day(from), "until": backend.day(until) });
        let reply = mara.send(mara.write("/me/delegations", &body)).await;
        reply.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
        let error = &reply.body["errors"][0];
        assert_eq!((&error["pointer"], &error["code"]), (&json!(pointer), &json!(code)), "{reply:?}");
        assert_eq!(reply.body["errors"].as_array().unwrap().len(), 1, "{reply:?}");
    }
    let long = json!({
        "delegate": "emeka-adeyemi", "from": backend.day(0), "until": backend.day(1), "reason": "x".repeat(201),
    });
    let long = mara.send(mara.write("/me/delegations", &long)).await;
    assert_eq!(long.body["errors"][0]["pointer"], json!("/reason"), "{long:?}");
    assert_eq!(mara.get("/me/delegations").await.as_array().unwrap().len(), 1, "nothing of it was kept");
}

#[tokio::test]
async fn it_is_changed_and_ended_by_whoever_arranged_it() {
    let backend = Backend::start().await;
    let mara = backend.sign_in("mara-lindt").await;
    let emeka = backend.sign_in("emeka-adeyemi").await;
    let made = arrange(&mara, "emeka-adeyemi", &backend.day(0), &backend.day(2)).await;
    let path = format!("/me/delegations/{}", text(&made["id"]));
    let longer = json!({ "until": backend.day(5), "reason": " Holiday " });
    let bare =
        mara.ask(Method::PATCH, &path).header("idempotency-key", Uuid::new_v4().to_string()).json(&longer);
    mara.send(bare).await.refused(StatusCode::PRECONDITION_REQUIRED, "version_missing");
    let changed = act(&mara, Method::PATCH, &made, longer).await;
    assert_eq!(
        (&changed.body["until"], &changed.body["reason"], &changed.body["version"]),
        (&json!(backend.day(5)), &json!("Holiday"), &json!(2)),
        "{changed:?}"
    );
    assert!(changed.header("etag").starts_with("\"2-"), "{changed:?}");
    let stale = act(&mara, Method::PATCH, &made, json!({ "until": backend.day(9) })).await;
    stale.refused(StatusCode::PRECONDITION_FAILED, "stale");
    assert_eq!(stale.body["current"]["until"], json!(backend.day(5)));
    // It has begun: who and since when is part of the record.
    for (body, pointer, code) in [
        (json!({ "from": backend.day(1) }), "/from", "begun"),
        (json!({ "delegate": "katharina-brandt" }), "/delegate", "delegate_fixed"),
    ] {
        let begun = act(&mara, Method::PATCH, &changed.body, body).await;
        begun.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
        let error = &begun.body["errors"][0];
        assert_eq!((&error["pointer"], &error["code"]), (&json!(pointer), &json!(code)));
    }
    // The delegate sees it and cannot change it; nobody else sees it.
    assert_eq!(emeka.get("/me/delegations").await[0]["delegator"]["id"], json!("mara-lindt"));
    act(&emeka, Method::DELETE, &changed.body, Value::Null).await.refused(StatusCode::NOT_FOUND, "not_found");
    let aylin = backend.sign_in("aylin-kaya").await;
    aylin.reply(&path).await.refused(StatusCode::NOT_FOUND, "not_found");

    assert_eq!(act(&mara, Method::DELETE, &changed.body, Value::Null).await.status, 204);
    let over = mara.get(&path).await;
    assert_eq!((&over["phase"], &over["until"]), (&json!("past"), &json!(backend.day(0))));
    let again = act(&mara, Method::DELETE, &over, Value::Null).await;
    again.refused(StatusCode::CONFLICT, "refused");
    assert_eq!(again.body["reason"]["code"], json!("past"));
    aylin.post("/requests", laptop()).await;
    assert_eq!(emeka.waiting().await.len(), 0);
    // The days are free again; and what never began is simply gone.
    let coming = arrange(&mara, "emeka-adeyemi", &backend.day(1), &backend.day(2)).await;
    assert_eq!(act(&mara, Method::DELETE, &coming, Value::Null).await.status, 204);
    let gone = format!("/me/delegations/{}", text(&coming["id"]));
    mara.reply(&gone).await.refused(StatusCode::NOT_FOUND, "not_found");
}

#[tokio::test]
async fn nobody_decides_over_their_own_request_whomever_they_stand_in_for() {
    let backend = Backend::start().await;
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    arrange(&mara, "aylin-kaya", &backend.day(0), &backend.day(2)).await;
    let filed = aylin.post("/requests", laptop()).await;
    assert_eq!(aylin.waiting().await, Vec::<Value>::new());
    assert_eq!(aylin.get("/me").await["approvals_waiting"], json!(0));
    assert_eq!(filed["approvals"][0]["approvals"][0]["delegate"], Value::Null);
    let approval = mara.waiting().await[0].clone();
    aylin.decide(&approval, yes()).await.refused(StatusCode::NOT_FOUND, "not_found");
    // For a colleague's she does.
    let jonas = backend.sign_in("jonas-weber").await;
    let other = jonas.post("/requests", laptop()).await;
    assert_eq!(aylin.waiting().await[0]["ticket"], other["id"]);
    let preview = backend.sign_in("jonas-weber").await.post("/requests/validate", laptop()).await;
    let notes = preview["approvals"][0]["notes"].to_string();
    assert!(notes.contains("Aylin Kaya may decide for Mara Lindt, who is away until"), "{notes}");
}

#[tokio::test]
async fn nobody_has_two_votes_in_a_step() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let number = text(&aylin.post("/requests", export()).await["id"]);
    let (thorsten, henrik) =
        (backend.sign_in("thorsten-albrecht").await, backend.sign_in("henrik-dahl").await);
    let friederike = backend.sign_in("friederike-vogt").await;
    let (dorothea, hana) = (backend.sign_in("dorothea-engel").await, backend.sign_in("hana-mori").await);
    for (person, delegate) in
        [(&thorsten, "hana-mori"), (&henrik, "hana-mori"), (&friederike, "dorothea-engel")]
    {
        arrange(person, delegate, &backend.day(0), &backend.day(2)).await;
    }
    // Who is asked as well has the one vote that they have.
    let hers = dorothea.waiting().await;
    assert_eq!((hers.len(), &hers[0]["approver"]["id"]), (1, &json!("dorothea-engel")));
    // Who stands in for two decides for one of them.
    let both = hana.waiting().await;
    let mine: Vec<&Value> = both.iter().filter(|approval| approval["ticket"] == json!(number)).collect();
    assert_eq!(mine.len(), 2);
    assert_eq!(hana.decide(mine[0], yes()).await.status, 200);
    let left = hana.waiting().await;
    assert!(left.iter().all(|approval| approval["ticket"] != json!(number)), "{left:?}");
    let second = hana.decide(mine[1], yes()).await;
    second.refused(StatusCode::CONFLICT, "refused");
    assert_eq!(second.body["reason"]["code"], json!("second_vote"));
    assert_eq!(dorothea.decide(&hers[0], yes()).await.status, 200);
    let state = async || text(&aylin.get(&format!("/tickets/{number}")).await["state"]);
    assert_eq!(state().await, "awaiting_approval", "two of the three that are needed");
    assert_eq!(friederike.decide(&friederike.waiting().await[0], yes()).await.status, 200);
    assert_ne!(state().await, "awaiting_approval");
}
