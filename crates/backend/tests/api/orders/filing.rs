//! Filing: all of it or nothing, and once.

use super::{has, mistakes, order, refused, validate};
use crate::backend::{Backend, headset, laptop, text};
use guichet_contract::types::Ticket;
use guichet_rules::{money::Amounts, ticket::State};
use reqwest::{Method, StatusCode};
use serde_json::{Value, from_value, json};

#[tokio::test]
async fn several_items_are_one_request_with_a_total_and_a_ticket_each() {
    let backend = Backend::start().await;
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    let mut several = order();
    several["items"][0]["quantity"] = json!(2);
    let preview = validate(&aylin, &several).await;
    assert!(preview.errors.is_empty(), "{:?}", preview.errors);
    assert_eq!(preview.price.total, Amounts { one_off: 259_800, monthly: 650, yearly: 0 });
    assert_eq!(preview.price.lines[0].label, "2 × Headset");
    assert_eq!((preview.requested_items, preview.items[0].max_quantity), (2, 5));
    assert!(preview.items[0].answers.iter().any(|answer| answer.value == "With cable"));
    let asked: Vec<(&str, &[u32])> =
        preview.approvers.iter().map(|a| (a.person.name.as_str(), a.lines.as_slice())).collect();
    assert_eq!(asked[0], ("Mara Lindt", &[1][..]), "the headset alone needs nobody");
    assert!(asked.iter().any(|(name, _)| *name == "Ingrid Solberg"));
    // In which order, by which policy, and what one refusal does: as for a request of its own.
    assert!(preview.items[0].chains.is_empty());
    let [chain] = preview.items[1].chains.as_slice() else { panic!("{:?}", preview.items[1].chains) };
    assert_eq!(chain.people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Aylin Kaya"]);
    let alone = aylin.post("/requests/validate", several["items"][1].clone()).await;
    assert_eq!(json!(chain.approvals), alone["approvals"]);
    assert!(chain.approvals.len() > 1 && chain.approvals.iter().all(|step| !step.if_refused.is_empty()));
    assert_eq!(aylin.get("/tickets").await["items"], json!([]), "a preview creates nothing");

    let filed = aylin.post("/orders", several).await;
    let number = text(&filed["id"]);
    assert_eq!((number.as_str(), &filed["title"]), ("REQ-20001", &json!("Headset, Laptop")));
    assert_eq!((&filed["state"], &filed["next_who"]), (&json!("awaiting_approval"), &json!("Mara Lindt")));
    assert_eq!(
        (&filed["description"], &filed["price"]["total"]["one_off"]),
        (&json!("For the fair."), &json!(259_800))
    );
    // It waits as a whole, and says who is asked after the first.
    let milestones = filed["milestones"].as_array().unwrap();
    let now = milestones.iter().find(|milestone| milestone["progress"] == json!("now"));
    assert_eq!(now.map(|milestone| &milestone["kind"]), Some(&json!("approved")), "{milestones:?}");
    let later = filed["items"][1]["asked_later"].as_array().unwrap();
    assert_eq!(later.len(), 1, "{later:?}");
    assert!(text(&later[0]).contains("Ingrid Solberg") && !text(&later[0]).contains("Mara Lindt"));
    assert!(filed["items"][0].get("asked_later").is_none(), "nobody has to agree to the headset");
    // And with each item what its own page says of its approvals.
    assert!(filed["items"][0].get("approvals").is_none());
    let steps = filed["items"][1]["approvals"].as_array().unwrap();
    assert_eq!((steps.len(), &steps[0]["outcome"]), (2, &json!("waiting")), "{steps:?}");
    assert_eq!(filed["items"][1]["approvals"], aylin.get("/tickets/RITM-30002").await["approvals"]);
    let ticket: Ticket = from_value(filed).unwrap();
    let numbers: Vec<&str> = ticket.items.iter().map(|item| item.summary.id.as_str()).collect();
    assert_eq!(numbers, ["RITM-30001", "RITM-30002"]);
    let items: Vec<State> = ticket.items.iter().map(|item| item.summary.state).collect();
    assert_eq!(items, [State::New, State::AwaitingApproval]);

    // In lists the request stands for its items; whoever looks for one finds it.
    let list = aylin.get("/tickets?count=true").await;
    assert_eq!((&list["total"], &list["items"][0]["id"]), (&json!(1), &json!(number)));
    assert_eq!(aylin.get("/tickets?q=ritm").await["items"].as_array().unwrap().len(), 2);
    let item = aylin.get("/tickets/RITM-30002").await;
    assert_eq!((&item["part_of"], &item["item"]["id"]), (&json!(number), &json!("laptop")));
    assert!(
        mara.get("/tickets/RITM-30002").await.get("part_of").is_none(),
        "she is asked about the laptop alone"
    );
    let agreed = mara.decide(&mara.waiting().await[0], json!({ "decision": "approve" })).await;
    assert_eq!(agreed.status, 200, "{agreed:?}");
    let order = aylin.get(&format!("/tickets/{number}")).await;
    let outcomes: Vec<&str> = order["items"][1]["approvals"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|step| step["outcome"].as_str())
        .collect();
    assert_eq!(outcomes, ["approved", "waiting"]);
}

#[tokio::test]
async fn all_of_it_is_filed_or_nothing() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let mut wrong = order();
    wrong["items"][1]["answers"]["model"] = json!("golden");
    wrong["items"][0]["quantity"] = json!(9);
    wrong["items"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "item": "unicorn", "form": { "id": "unicorn", "version": 1 }, "answers": {} }));
    let reply = refused(&aylin, &wrong).await;
    for (pointer, code) in [
        ("/items/1/answers/model", "no_such_option"),
        ("/items/0/quantity", "too_many"),
        ("/items/2/item", "not_found"),
    ] {
        assert!(has(&reply, pointer, code), "{pointer}: {:?}", mistakes(&reply));
    }
    let preview = validate(&aylin, &wrong).await;
    assert_eq!(preview.errors.len(), mistakes(&reply).len(), "the preview says the same");
    // Where no field stands beside it, an answer is known by what its question is called.
    for (pointer, label) in [("/items/1/answers/model", Some("Which model?")), ("/items/0/quantity", None)] {
        let error = preview.errors.iter().find(|error| error.pointer == pointer);
        assert_eq!(error.map(|error| error.label.as_deref()), Some(label), "{pointer}: {:?}", preview.errors);
    }
    assert!(has(&refused(&aylin, &json!({ "items": [] })).await, "/items", "required"));
    let long = json!({ "items": [headset("wired")], "note": "x".repeat(10_001) });
    assert!(has(&refused(&aylin, &long).await, "/note", "too_long"));
}

#[tokio::test]
async fn a_single_item_is_the_request_that_it_always_was() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let filed = aylin.post("/orders", json!({ "items": [headset("wired")], "note": "Thanks" })).await;
    assert_eq!((&filed["id"], &filed["item"]["id"]), (&json!("REQ-20001"), &json!("headset")));
    assert_eq!((&filed["description"], filed.get("items")), (&json!("Thanks"), None));
}

#[tokio::test]
async fn a_repetition_files_nothing_again() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let key = uuid::Uuid::new_v4().to_string();
    let call =
        |body: Value| aylin.ask(Method::POST, "/orders").header("idempotency-key", key.clone()).json(&body);
    let first = aylin.send(call(order())).await;
    let again = aylin.send(call(order())).await;
    assert_eq!((first.status, again.status), (201, 201));
    assert_eq!(first.body["id"], again.body["id"]);
    assert_eq!(aylin.get("/tickets?count=true").await["total"], json!(1));
    aylin
        .send(call(json!({ "items": [laptop()] })))
        .await
        .refused(StatusCode::UNPROCESSABLE_ENTITY, "key_reused");
}

#[tokio::test]
async fn a_cost_centre_is_charged_by_those_who_may() {
    let backend = Backend::start().await;
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    let charging = |centre: &str| json!({ "items": [headset("wired"), laptop()], "cost_centre": centre });
    assert!(has(&refused(&aylin, &charging("2100")).await, "/cost_centre", "not_your_cost_centre"));
    assert!(has(&refused(&aylin, &charging("9999")).await, "/cost_centre", "not_found"));
    let offered: Vec<String> =
        validate(&aylin, &order()).await.cost_centres.iter().map(|centre| centre.id.to_string()).collect();
    assert_eq!(offered, ["4410"]);
    let filed = aylin.post("/orders", charging("4410")).await;
    assert_eq!(filed["cost_centre"], json!({ "id": "4410", "name": "Product design" }));
    assert_eq!(mara.waiting().await[0]["cost_centre"], json!("4410 Product design"));
}

#[tokio::test]
async fn what_would_find_nobody_to_ask_is_not_taken() {
    let step = "  - id: step\n    approvers: {people: [pieter-van-dam]}\n    policy: anyone\n";
    let backend = Backend::asking_for_headsets(step).await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let reply = refused(&aylin, &order()).await;
    assert_eq!(mistakes(&reply), [("/items/0/item".to_owned(), "nobody_left".to_owned())]);
    assert!(text(&reply.body["errors"][0]["detail"]).starts_with("This cannot be sent: "), "{reply:?}");
    let preview = validate(&aylin, &order()).await;
    assert_eq!(preview.errors.len(), 1, "{:?}", preview.errors);
}

#[tokio::test]
async fn forms_that_changed_give_back_the_answers_that_fit_line_by_line() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let mut old = order();
    old["items"][1]["form"]["version"] = json!(99);
    old["items"][1]["answers"]["gone"] = json!("x");
    let reply = aylin.send(aylin.write("/orders", &old)).await;
    reply.refused(StatusCode::UNPROCESSABLE_ENTITY, "form_changed");
    let changed = &reply.body["current"]["items"];
    assert_eq!((changed.as_array().unwrap().len(), &changed[0]["line"]), (1, &json!(1)));
    assert_eq!(changed[0]["form"], json!({ "id": "laptop", "version": 1 }));
    assert_eq!(changed[0]["answers"]["model"], json!("design-16"));
    assert!(changed[0]["answers"].get("gone").is_none());
    let preview = validate(&aylin, &old).await;
    assert_eq!(preview.items[1].changed.as_ref().map(|change| change.form.version), Some(1));
    assert_eq!(preview.items[0].people, 1, "the other line is worked out all the same");
}
