use crate::backend::{Backend, Person, Reply, headset, laptop, text};
use chrono::TimeDelta;
use guichet_contract::types::{GuidePreview, OrderPreview, RequestRecord, Ticket};
use guichet_rules::{ids::PersonId, money::Amounts, ticket::State};
use reqwest::{Method, StatusCode};
use serde_json::{Value, from_value, json};

/// A headset that costs nothing to agree to, and a laptop that costs more than € 2,000.
fn order() -> Value {
    json!({ "items": [headset("wired"), laptop()], "note": "For the fair." })
}

async fn validate(person: &Person, body: &Value) -> OrderPreview {
    let reply = person.send(person.ask(Method::POST, "/orders/validate").json(body)).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    from_value(reply.body).unwrap()
}

async fn refused(person: &Person, body: &Value) -> Reply {
    let reply = person.send(person.write("/orders", body)).await;
    reply.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    assert_eq!(person.get("/tickets?count=true").await["total"], json!(0), "nothing was filed");
    reply
}

/// Pointer and code of each mistake.
fn mistakes(reply: &Reply) -> Vec<(String, String)> {
    let errors = reply.body["errors"].as_array().unwrap();
    errors.iter().map(|error| (text(&error["pointer"]), text(&error["code"]))).collect()
}

fn has(reply: &Reply, pointer: &str, code: &str) -> bool {
    mistakes(reply).iter().any(|(p, c)| p == pointer && c == code)
}

/// The states of the requested items, in their order.
fn states(ticket: &Value) -> Vec<String> {
    ticket["items"].as_array().unwrap().iter().map(|item| text(&item["state"])).collect()
}

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
    assert_eq!(aylin.get("/tickets").await["items"], json!([]), "a preview creates nothing");

    let filed = aylin.post("/orders", several).await;
    let number = text(&filed["id"]);
    assert_eq!((number.as_str(), &filed["title"]), ("REQ-20001", &json!("Headset, Laptop")));
    assert_eq!((&filed["state"], &filed["next_who"]), (&json!("awaiting_approval"), &json!("Mara Lindt")));
    assert_eq!(
        (&filed["description"], &filed["price"]["total"]["one_off"]),
        (&json!("For the fair."), &json!(259_800))
    );
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

#[tokio::test]
async fn what_was_ordered_can_be_ordered_again() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let body = json!({ "items": [headset("wired"), laptop()], "requested_for": ["aylin-kaya", "jonas-weber"], "cost_centre": "4410" });
    let number = text(&aylin.post("/orders", body).await["id"]);
    let record: RequestRecord = from_value(aylin.get(&format!("/requests/{number}")).await).unwrap();
    let lines: Vec<(u32, &str)> =
        record.items.iter().map(|item| (item.line, item.item.id.as_str())).collect();
    assert_eq!(lines, [(0, "headset"), (0, "headset"), (1, "laptop"), (1, "laptop")]);
    assert_eq!(record.items[1].requested_for.id, PersonId::new("jonas-weber").unwrap());
    assert_eq!(json!(record.items[0].answers)["model"], json!("wired"));
    assert_eq!(
        (record.items[0].form.version, record.cost_centre.map(|id| id.to_string())),
        (1, Some("4410".into()))
    );
    let one: RequestRecord = from_value(aylin.get("/requests/RITM-30001").await).unwrap();
    assert_eq!(one.items.len(), 1);

    let single = aylin.headset().await;
    let single: RequestRecord = from_value(aylin.get(&format!("/requests/{single}")).await).unwrap();
    assert_eq!((single.items.len(), single.items[0].item.id.as_str()), (1, "headset"));
    let lena = backend.sign_in("lena-hoffmann").await;
    lena.reply(&format!("/requests/{number}")).await.refused(StatusCode::NOT_FOUND, "not_found");
    let incident = aylin.incident("Slow").await;
    aylin.reply(&format!("/requests/{incident}")).await.refused(StatusCode::NOT_FOUND, "not_found");
}

#[tokio::test]
async fn what_is_secret_or_a_file_is_not_given_out_again() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let form = reqwest::multipart::Form::new().part(
        "file",
        reqwest::multipart::Part::bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()).file_name("me.png"),
    );
    let key = uuid::Uuid::new_v4().to_string();
    let upload = aylin.ask(Method::POST, "/attachments").header("idempotency-key", key).multipart(form);
    let photo = text(&aylin.send(upload).await.body["id"]);
    let badge = json!({
        "item": "badge",
        "form": { "id": "badge", "version": 1 },
        "answers": { "reason": "first", "printed_name": "Aylin Kaya", "photo": [photo], "pick_up": "berlin" },
    });
    // For two people the file is that of the order, and both see it.
    let body = json!({ "items": [badge], "requested_for": ["aylin-kaya", "lena-hoffmann"] });
    let filed = aylin.post("/orders", body).await;
    let record: RequestRecord =
        from_value(aylin.get(&format!("/requests/{}", text(&filed["id"]))).await).unwrap();
    assert_eq!(record.items[0].left_out.iter().map(ToString::to_string).collect::<Vec<_>>(), ["photo"]);
    assert!(!json!(record.items[0].answers).to_string().contains(&photo));
    let them = backend.sign_in("lena-hoffmann").await;
    let own = them.get(&format!("/tickets/{}", text(&filed["items"][1]["id"]))).await;
    let files: Vec<&Value> =
        own["answers"].as_array().unwrap().iter().filter_map(|a| a.get("files")).collect();
    assert_eq!(files[0][0]["id"], json!(photo));
    assert_eq!(them.reply(&format!("/attachments/{photo}")).await.status, 200);
    let daniel = backend.sign_in("daniel-reyes").await;
    daniel.reply(&format!("/attachments/{photo}")).await.refused(StatusCode::NOT_FOUND, "not_found");
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

async fn preview(person: &Person, answers: &Value, picked: Value) -> GuidePreview {
    let body = json!({ "answers": answers, "picked": picked });
    let call = person.ask(Method::POST, "/catalog/guides/new-employee/preview").json(&body);
    from_value(person.send(call).await.body).unwrap()
}

#[tokio::test]
async fn a_guide_decides_what_is_included_and_answers_what_it_can() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let guides = aylin.get("/catalog/guides").await;
    let ids: Vec<String> = guides.as_array().unwrap().iter().map(|guide| text(&guide["id"])).collect();
    assert_eq!(ids, ["office-move", "new-employee"], "by name");
    let guide = aylin.get("/catalog/guides/new-employee").await;
    assert_eq!(guide["items"][0]["rule"]["fills"]["model"], json!("model"));
    assert_eq!(guide["items"][0]["item"]["name"], json!("Laptop"));
    assert_eq!(aylin.get("/forms/guide.new-employee@1").await["form"]["id"], json!("guide.new-employee"));
    aylin.reply("/catalog/guides/nothing").await.refused(StatusCode::NOT_FOUND, "not_found");

    let answers = json!({ "model": "design-16", "site": "berlin", "remote": true, "cost-centre": "4410" });
    let found =
        preview(&aylin, &answers, json!({ "headset": false, "door-access": true, "laptop": false })).await;
    assert_eq!(found.problems.iter().map(|problem| problem.question.as_str()).collect::<Vec<_>>(), ["start"]);
    let included: Vec<&str> =
        found.items.iter().filter(|pick| pick.included).map(|pick| pick.item.as_str()).collect();
    assert_eq!(included, ["laptop", "docking-station", "vpn-access", "door-access"]);
    let vpn = found.items.iter().find(|pick| pick.item.as_str() == "vpn-access").unwrap();
    assert_eq!((vpn.fixed, vpn.because.as_deref()), (true, Some("because the person works from home")));
    assert_eq!(json!(found.items[0].answers), json!({ "cost-centre": "4410", "model": "design-16" }));
    let without = preview(&aylin, &json!({ "remote": false }), json!({})).await;
    assert!(!without.items.iter().any(|pick| ["vpn-access", "headset"].contains(&pick.item.as_str())));
}
