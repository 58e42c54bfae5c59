//! What was ordered before.

use crate::backend::{Backend, headset, laptop, text};
use guichet_contract::types::RequestRecord;
use guichet_rules::ids::PersonId;
use reqwest::{Method, StatusCode};
use serde_json::{Value, from_value, json};

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
