//! Order guides.

use crate::backend::{Backend, Person, text};
use guichet_contract::types::GuidePreview;
use reqwest::{Method, StatusCode};
use serde_json::{Value, from_value, json};

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
