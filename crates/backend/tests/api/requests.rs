use crate::backend::{Backend, headset, laptop, text};
use guichet_contract::types::{RequestPreview, Ticket};
use guichet_rules::ticket::State;
use reqwest::{Method, StatusCode};
use serde_json::{from_value, json};

#[tokio::test]
async fn a_preview_tells_what_would_come_of_it_and_creates_nothing() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let reply = aylin.send(aylin.ask(Method::POST, "/requests/validate").json(&laptop())).await;
    let preview: RequestPreview = from_value(reply.body).unwrap();
    assert!(preview.problems.is_empty() && preview.refusals.is_empty(), "{preview:?}");
    assert_eq!((preview.price.total.one_off, preview.price.total.monthly), (248_000, 650));
    let asked: Vec<&str> = preview.approvals.iter().map(|step| step.people[0].name.as_str()).collect();
    assert_eq!(asked[0], "Mara Lindt");
    assert_eq!(preview.approvals.len(), 2);
    assert!(preview.approvals[1].because.is_some() && preview.expected.is_some());
    assert_eq!(aylin.get("/tickets").await["items"], json!([]));
}

#[tokio::test]
async fn a_request_is_filed_worked_on_and_confirmed() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let filed = aylin.post("/requests", headset("wired")).await;
    let number = text(&filed["id"]);
    assert_eq!(number, "REQ-20001");
    let ticket: Ticket = from_value(filed).unwrap();
    assert_eq!((ticket.summary.state, ticket.version), (State::New, 1));
    assert!(ticket.answers.iter().any(|answer| answer.value == "With cable"), "{:?}", ticket.answers);
    assert!(ticket.summary.due.is_some());
    assert_eq!(aylin.get("/tickets?count=true").await["total"], json!(1));

    let tomasz = backend.sign_in("tomasz-sikora").await;
    let taken = tomasz.act(&number, "take", json!({})).await;
    assert_eq!(taken.body["ticket"]["state"], json!("in_progress"), "{taken:?}");
    assert_eq!(taken.body["ticket"]["assignee"]["name"], json!("Tomasz Sikora"));
    let lacking = tomasz.act(&number, "resolve", json!({ "resolution_code": "fulfilled" })).await;
    lacking.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    assert_eq!(lacking.body["errors"][0]["pointer"], json!("/resolution_text"));
    let done = json!({ "resolution_code": "fulfilled", "resolution_text": "It lies at the service desk." });
    assert_eq!(tomasz.act(&number, "resolve", done).await.status, 200);

    let waiting = aylin.get("/tickets?phase=waiting").await;
    assert_eq!(waiting["items"][0]["next_step"], json!("confirmation"));
    assert_eq!(aylin.act(&number, "confirm", json!({})).await.body["ticket"]["state"], json!("closed"));
    let refused = aylin.act(&number, "confirm", json!({})).await;
    refused.refused(StatusCode::CONFLICT, "refused");
    let timeline = aylin.get(&format!("/tickets/{number}/timeline")).await;
    let told: Vec<String> = timeline.as_array().unwrap().iter().map(|entry| text(&entry["event"])).collect();
    assert_eq!(told, ["opened", "assigned", "state_changed", "state_changed", "state_changed"]);
}

#[tokio::test]
async fn what_is_wrong_is_pointed_at() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let mut wrong = headset("wired");
    wrong["answers"]["cost-centre"] = json!("abc");
    wrong["answers"]["model"] = json!("golden");
    wrong["quantity"] = json!(99);
    let reply = aylin.send(aylin.write("/requests", &wrong)).await;
    reply.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    let mut pointers: Vec<String> =
        reply.body["errors"].as_array().unwrap().iter().map(|error| text(&error["pointer"])).collect();
    pointers.sort();
    for pointer in ["/answers/cost-centre", "/answers/model", "/quantity"] {
        assert!(pointers.iter().any(|p| p == pointer), "{pointer}: {pointers:?}");
    }
    assert_eq!(aylin.get("/tickets").await["items"], json!([]), "nothing was filed");
}

#[tokio::test]
async fn a_form_that_changed_gives_back_the_answers_that_fit() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let mut old = headset("wired");
    old["form"]["version"] = json!(99);
    old["answers"]["gone"] = json!("x");
    let reply = aylin.send(aylin.write("/requests", &old)).await;
    reply.refused(StatusCode::UNPROCESSABLE_ENTITY, "form_changed");
    assert_eq!(reply.body["current"]["form"], json!({ "id": "headset", "version": 1 }));
    assert_eq!(reply.body["current"]["answers"]["model"], json!("wired"));
    assert!(reply.body["current"]["answers"].get("gone").is_none());
}

#[tokio::test]
async fn what_is_for_oneself_is_not_ordered_for_others() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let guests = json!({
        "item": "guest-wifi",
        "form": { "id": "guest-wifi", "version": 1 },
        "requested_for": "mara-lindt",
        "answers": {},
    });
    let reply = aylin.send(aylin.write("/requests", &guests)).await;
    reply.refused(StatusCode::FORBIDDEN, "not_allowed");
    assert_eq!(reply.body["reason"]["code"], json!("only_for_self"));
}

#[tokio::test]
async fn a_request_for_somebody_else_is_theirs_too() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let mut request = headset("wired");
    request["requested_for"] = json!("lena-hoffmann");
    let reply = aylin.send(aylin.write("/requests", &request)).await;
    if reply.status == 403 {
        // The demo company may decide that a headset is not for everyone; then there is nothing to see.
        return;
    }
    let number = text(&reply.body["id"]);
    let lena = backend.sign_in("lena-hoffmann").await;
    assert_eq!(lena.get(&format!("/tickets/{number}")).await["opened_by"]["id"], json!("aylin-kaya"));
}
