use crate::backend::{Backend, headset, text};
use reqwest::StatusCode;
use serde_json::{Value, json};
use std::fs;

/// Four people whom a headset asks; Aylin orders it.
const FOUR: &str = "{people: [mara-lindt, ingrid-solberg, hana-mori, emeka-adeyemi]}";

fn step(approvers: &str, policy: &str) -> String {
    format!("  - {{id: step, approvers: {approvers}, policy: {policy}}}\n")
}

/// Files a headset and lets people decide, one after the other; gives the state of the ticket after each.
async fn states(backend: &Backend, votes: &[(&str, bool)]) -> Vec<String> {
    let aylin = backend.sign_in("aylin-kaya").await;
    let number = text(&aylin.post("/requests", headset("wired")).await["id"]);
    let mut states = Vec::new();
    for (person, agrees) in votes {
        let person = backend.sign_in(person).await;
        let waiting = person.waiting().await;
        let approval = waiting.iter().find(|approval| approval["ticket"] == json!(number)).unwrap();
        let body = if *agrees {
            json!({ "decision": "approve" })
        } else {
            json!({ "decision": "reject", "comment": "No." })
        };
        let reply = person.decide(approval, body).await;
        assert_eq!(reply.status, 200, "{reply:?}");
        states.push(text(&aylin.get(&format!("/tickets/{number}")).await["state"]));
    }
    states
}

#[tokio::test]
async fn every_policy_decides_as_soon_as_it_is_certain() {
    const WAITS: &str = "awaiting_approval";
    const GOES_ON: &str = "in_progress";
    const ENDS: &str = "rejected";
    let (mara, ingrid, hana, emeka) = ("mara-lindt", "ingrid-solberg", "hana-mori", "emeka-adeyemi");
    for (policy, in_words, yes, no) in [
        ("anyone", "anyone of 4", vec![GOES_ON], vec![WAITS, WAITS, WAITS, ENDS]),
        ("all", "all of 4", vec![WAITS, WAITS, WAITS, GOES_ON], vec![ENDS]),
        ("majority", "more than half of 4", vec![WAITS, WAITS, GOES_ON], vec![WAITS, ENDS]),
        ("{percent: 50}", "50% of 4", vec![WAITS, GOES_ON], vec![WAITS, WAITS, ENDS]),
        ("{count: 3}", "3 of 4", vec![WAITS, WAITS, GOES_ON], vec![WAITS, ENDS]),
    ] {
        let backend = Backend::asking_for_headsets(&step(FOUR, policy)).await;
        let order = [mara, ingrid, hana, emeka];
        let votes =
            |agrees: bool, n: usize| order.iter().take(n).map(|who| (*who, agrees)).collect::<Vec<_>>();
        assert_eq!(states(&backend, &votes(true, yes.len())).await, yes, "{policy}");
        assert_eq!(states(&backend, &votes(false, no.len())).await, no, "{policy}");
        // The others are not asked any more, and their approvals say so.
        let last = backend.sign_in(emeka).await.get("/approvals").await;
        assert!(last["items"].as_array().unwrap().iter().all(|approval| approval["open"] == json!(false)));
        // Before anything was filed it was said what one refusal does.
        let aylin = backend.sign_in("aylin-kaya").await;
        let preview = aylin.post("/requests/validate", headset("wired")).await;
        let step = &preview["approvals"][0];
        assert_eq!(step["policy"], json!(in_words));
        let refused = text(&step["if_refused"]);
        match no.len() {
            1 => assert!(refused.starts_with("If one of them refuses, the request ends"), "{refused}"),
            4 => assert!(refused.contains("only if all 4 refuse"), "{refused}"),
            n => assert!(refused.contains(&format!("but {n} refusals do")), "{refused}"),
        }
    }
}

#[tokio::test]
async fn a_refused_step_ends_it_and_the_next_never_begins() {
    let steps = "  - {id: one, approvers: {people: [mara-lindt]}, policy: all}\n  \
                 - {id: two, approvers: {people: [ingrid-solberg]}, policy: all}\n";
    let backend = Backend::asking_for_headsets(steps).await;
    assert_eq!(states(&backend, &[("mara-lindt", false)]).await, ["rejected"]);
    let ingrid = backend.sign_in("ingrid-solberg").await;
    assert_eq!(ingrid.get("/approvals").await["items"], json!([]), "never asked");
    assert_eq!(
        states(&backend, &[("mara-lindt", true), ("ingrid-solberg", true)]).await,
        ["awaiting_approval", "in_progress"]
    );
}

#[tokio::test]
async fn a_condition_on_answers_or_the_price_decides_whether_a_step_is_there() {
    for (when, because) in [
        ("{answers: {eq: [ears, one]}}", Some("because of what was answered")),
        ("{answers: {eq: [ears, both]}}", None),
        ("{cost_over: 0}", Some("because it costs more than €0.00")),
        ("{cost_over: 10000000}", None),
    ] {
        let steps = format!("  - {{id: step, approvers: manager, policy: anyone, when: {when}}}\n");
        let backend = Backend::asking_for_headsets(&steps).await;
        let aylin = backend.sign_in("aylin-kaya").await;
        let preview = aylin.post("/requests/validate", headset("wired")).await;
        let found = preview["approvals"].as_array().unwrap();
        assert_eq!(found.len(), usize::from(because.is_some()), "{when}: {preview}");
        assert_eq!(found.first().map(|step| text(&step["because"])).as_deref(), because);
        let filed = aylin.post("/requests", headset("wired")).await;
        let state = if because.is_some() { "awaiting_approval" } else { "new" };
        assert_eq!(filed["state"], json!(state), "{when}");
        assert_eq!(backend.sign_in("mara-lindt").await.waiting().await.len(), found.len());
    }
}

#[tokio::test]
async fn who_left_is_passed_over_and_who_asks_is_replaced_by_their_manager() {
    let people = "{people: [pieter-van-dam, aylin-kaya, hana-mori]}";
    let backend = Backend::asking_for_headsets(&step(people, "all")).await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let preview = aylin.post("/requests/validate", headset("wired")).await;
    let step = &preview["approvals"][0];
    let names: Vec<String> =
        step["people"].as_array().unwrap().iter().map(|person| text(&person["name"])).collect();
    assert_eq!(names, ["Mara Lindt", "Hana Mori"]);
    let notes = step["notes"].to_string();
    assert!(
        notes.contains("Asked instead of Aylin Kaya, because nobody approves their own request."),
        "{notes}"
    );
    assert!(notes.contains("is not asked, because they are not here any more."), "{notes}");
    assert_eq!(
        states(&backend, &[("mara-lindt", true), ("hana-mori", true)]).await,
        ["awaiting_approval", "in_progress"]
    );
}

#[tokio::test]
async fn what_would_find_nobody_to_ask_is_not_taken_and_administrators_see_it() {
    let backend = Backend::asking_for_headsets(&step("{people: [pieter-van-dam]}", "anyone")).await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let preview = aylin.post("/requests/validate", headset("wired")).await;
    let blocked = text(&preview["blocked"]);
    assert!(
        blocked.starts_with("This cannot be sent: Of those who should agree nobody can be asked"),
        "{blocked}"
    );
    let filed = aylin.send(aylin.write("/requests", &headset("wired"))).await;
    filed.refused(StatusCode::CONFLICT, "refused");
    assert_eq!(filed.body["reason"]["code"], json!("nobody_left"));
    assert_eq!(text(&filed.body["detail"]), blocked);
    assert_eq!(aylin.get("/tickets").await["items"], json!([]), "nothing was filed");

    aylin.reply("/approval-problems").await.refused(StatusCode::FORBIDDEN, "not_allowed");
    let hana = backend.sign_in("hana-mori").await;
    let problems = hana.get("/approval-problems").await;
    let headsets: Vec<&Value> =
        problems.as_array().unwrap().iter().filter(|problem| problem["item"]["id"] == "headset").collect();
    assert_eq!((headsets.len(), &headsets[0]["step"]), (1, &json!("step")), "{problems}");
    assert!(headsets[0]["people"].as_u64().unwrap() > 100, "{problems}");
    // Whoever is at the top has no manager to ask: that is so in the demo company as well.
    let top = problems.as_array().unwrap().iter().find(|problem| problem["item"]["id"] == "laptop").unwrap();
    assert!(text(&top["detail"]).contains("has no manager"), "{top}");
}

#[tokio::test]
async fn nobody_waits_for_an_approver_who_left() {
    let backend = Backend::with_own_files().await;
    let rewrite = |file: &str, change: &dyn Fn(&str) -> String| {
        let path = backend.content().join(file);
        let before = fs::read_to_string(&path).unwrap();
        fs::write(&path, change(&before)).unwrap();
    };
    rewrite("items/headset.yaml", &|before| {
        let (head, rest) = before.split_once("approvals:\n").unwrap();
        let (_, form) = rest.split_once("form:\n").unwrap();
        let both = step("{people: [mara-lindt, luis-cordero]}", "all");
        format!("{head}approvals:\n{both}form:\n{form}")
    });
    backend.reload().await;
    assert_eq!(states(&backend, &[("mara-lindt", true)]).await, ["awaiting_approval"]);
    rewrite("people.yaml", &|before| {
        assert!(before.contains("- id: luis-cordero\n"));
        before.replace("- id: luis-cordero\n", "- id: luis-cordero\n  active: false\n")
    });
    backend.reload().await;
    for _ in 0..2 {
        backend.sweep().await;
    }
    let aylin = backend.sign_in("aylin-kaya").await;
    let number = text(&aylin.get("/tickets").await["items"][0]["id"]);
    assert_eq!(aylin.get(&format!("/tickets/{number}?later")).await["state"], "in_progress");
    let timeline = aylin.get(&format!("/tickets/{number}/timeline")).await;
    let gone = timeline.as_array().unwrap().iter().filter(|entry| entry["event"] == "approver_gone");
    assert_eq!(gone.map(|entry| text(&entry["to"])).collect::<Vec<_>>(), ["Luis Cordero"]);
}
