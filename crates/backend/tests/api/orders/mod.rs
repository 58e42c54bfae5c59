//! Several items in one request.

mod again;
mod deciding;
mod filing;
mod guides;
mod people;

use crate::backend::{Person, Reply, headset, laptop, text};
use guichet_contract::types::OrderPreview;
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
