use crate::backend::{Backend, text};
use chrono::TimeDelta;
use guichet_contract::types::ClockExplanation;
use reqwest::StatusCode;
use serde_json::{from_value, json};

#[tokio::test]
async fn an_incident_waits_for_an_answer_and_goes_on() {
    let backend = Backend::start().await;
    let (aylin, tomasz) = (backend.sign_in("aylin-kaya").await, backend.sign_in("tomasz-sikora").await);
    let options = aylin.get("/incidents/options").await;
    assert_eq!(options["matrix"][2][0]["id"], json!(3));
    let number = aylin.incident("VPN does not connect").await;
    assert_eq!(number, "INC-10001");
    let ticket = aylin.get(&format!("/tickets/{number}")).await;
    assert_eq!((&ticket["priority"]["id"], &ticket["group"]["id"]), (&json!(3), &json!("network")));
    assert_eq!(ticket["clocks"].as_array().unwrap().len(), 2);

    tomasz
        .act(&number, "hold", json!({ "hold_reason": "requester" }))
        .await
        .refused(StatusCode::CONFLICT, "refused");
    assert_eq!(tomasz.act(&number, "take", json!({})).await.status, 200);
    let silent = tomasz.act(&number, "hold", json!({ "hold_reason": "requester" })).await;
    silent.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    assert_eq!(silent.body["errors"][0]["pointer"], json!("/comment"));
    let asked = json!({ "hold_reason": "requester", "comment": "Which error do you see?" });
    let held = tomasz.act(&number, "hold", asked).await;
    assert_eq!(
        (&held.body["ticket"]["state"], &held.body["ticket"]["clock"]),
        (&json!("on_hold"), &json!("paused"))
    );
    assert!(held.body["ticket"].get("due").is_none());

    let note = json!({ "text": "Looks like the gateway.", "internal": true });
    tomasz.post(&format!("/tickets/{number}/comments"), note.clone()).await;
    let refused = aylin.send(aylin.write(&format!("/tickets/{number}/comments"), &note)).await;
    refused.refused(StatusCode::FORBIDDEN, "not_allowed");
    assert_eq!(refused.body["reason"]["code"], json!("not_permitted"));
    let answered = aylin.post(&format!("/tickets/{number}/comments"), json!({ "text": "No answer." })).await;
    assert_eq!((&answered["state"], &answered["clock"]), (&json!("in_progress"), &json!("running")));

    let mine = aylin.get(&format!("/tickets/{number}/timeline")).await.to_string();
    assert!(mine.contains("Which error") && !mine.contains("gateway"), "{mine}");
    assert!(tomasz.get(&format!("/tickets/{number}/timeline")).await.to_string().contains("gateway"));
    let clocks: Vec<ClockExplanation> =
        from_value(aylin.get(&format!("/tickets/{number}/clocks")).await).unwrap();
    for clock in &clocks {
        for pair in clock.intervals.windows(2) {
            assert_eq!(pair[0].to, pair[1].from, "without a gap");
        }
    }
}

#[tokio::test]
async fn what_is_resolved_can_be_reopened_for_a_week_and_then_followed() {
    let backend = Backend::start().await;
    let (aylin, tomasz) = (backend.sign_in("aylin-kaya").await, backend.sign_in("tomasz-sikora").await);
    let number = aylin.incident("VPN is slow").await;
    tomasz.act(&number, "take", json!({})).await;
    let done = json!({ "resolution_code": "solved", "resolution_text": "Moved to the second gateway." });
    assert_eq!(tomasz.act(&number, "resolve", done.clone()).await.status, 200);
    backend.wait(TimeDelta::days(6));
    // Sessions do not last that long.
    let (aylin, tomasz) = (backend.sign_in("aylin-kaya").await, backend.sign_in("tomasz-sikora").await);
    let reopened = aylin.act(&number, "reopen", json!({ "comment": "Slow again." })).await;
    assert_eq!(reopened.body["ticket"]["state"], json!("in_progress"), "{reopened:?}");
    assert_eq!(reopened.body["ticket"]["reopen_count"], json!(1));
    assert_eq!(tomasz.act(&number, "resolve", done).await.status, 200);

    backend.wait(TimeDelta::days(8));
    let aylin = backend.sign_in("aylin-kaya").await;
    let late = aylin.act(&number, "reopen", json!({})).await;
    late.refused(StatusCode::CONFLICT, "refused");
    assert_eq!(late.body["reason"]["code"], json!("reopen_window_ended"));
    let followed = aylin.act(&number, "follow_up", json!({ "comment": "It is back." })).await;
    assert_eq!(followed.body["ticket"]["follows"], json!(number), "{followed:?}");
    assert_eq!(followed.body["ticket"]["id"], json!("INC-10002"));
}

#[tokio::test]
async fn a_resolved_ticket_closes_by_itself() {
    let backend = Backend::start().await;
    let (aylin, tomasz) = (backend.sign_in("aylin-kaya").await, backend.sign_in("tomasz-sikora").await);
    let number = aylin.incident("VPN is slow").await;
    tomasz.act(&number, "take", json!({})).await;
    let done = json!({ "resolution_code": "solved", "resolution_text": "Done." });
    tomasz.act(&number, "resolve", done).await;
    assert_eq!(backend.sweep().await, 0, "not before a week has passed");
    backend.wait(TimeDelta::days(7));
    assert_eq!(backend.sweep().await, 1);
    let aylin = backend.sign_in("aylin-kaya").await;
    let ticket = aylin.get(&format!("/tickets/{number}")).await;
    assert_eq!(ticket["state"], json!("closed"));
    assert_eq!(ticket["clock"], json!("met"));
}

#[tokio::test]
async fn a_report_says_what_it_is_about() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let nothing = json!({ "title": " ", "impact": "nobody", "urgency": "stopped", "service": "no-such" });
    let reply = aylin.send(aylin.write("/incidents", &nothing)).await;
    reply.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    let pointers: Vec<String> =
        reply.body["errors"].as_array().unwrap().iter().map(|error| text(&error["pointer"])).collect();
    assert_eq!(pointers, ["/title", "/impact", "/service"]);
}

#[tokio::test]
async fn lists_are_sorted_and_their_parts_hide_nothing_while_others_write() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let mut filed = Vec::new();
    for title in ["VPN", "Mail", "Printer", "Screen", "Phone"] {
        filed.push(aylin.incident(&format!("{title} is broken")).await);
        backend.wait(TimeDelta::milliseconds(5));
    }
    let first = aylin.get("/tickets?sort=opened&limit=2").await;
    let later = aylin.incident("Chat is broken").await;
    let second = aylin.get(&format!("/tickets?sort=opened&limit=10&cursor={}", text(&first["next"]))).await;
    let parts = [&first, &second].into_iter().flat_map(|part| part["items"].as_array().unwrap());
    let seen: Vec<String> = parts.map(|ticket| text(&ticket["id"])).collect();
    filed.reverse();
    assert_eq!(seen, filed, "{later} was filed meanwhile");
    assert_eq!(aylin.get("/tickets?q=broken%20scr").await["items"].as_array().unwrap().len(), 1);
    aylin.reply("/tickets?scope=all").await.refused(StatusCode::FORBIDDEN, "not_allowed");
    aylin.reply("/tickets?sort=colour").await.refused(StatusCode::BAD_REQUEST, "bad_parameter");
    let tomasz = backend.sign_in("tomasz-sikora").await;
    assert_eq!(tomasz.get("/tickets?scope=groups&count=true").await["total"], json!(6));
}
