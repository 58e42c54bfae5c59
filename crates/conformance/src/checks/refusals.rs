//! Refusals that every backend has.

use crate::{
    client::Call,
    key::key,
    walk::{Check, Walk, ensure, refused},
};
use guichet_contract::{
    BASE_PATH, Code, NoPath, NoQuery,
    endpoints::{CreateIncident, GetTicket, TicketPath},
    url,
};
use guichet_rules::ids::TicketId;
use serde_json::json;

/// What is not there, and what cannot be read. Nothing here files anything.
pub(super) fn all(walk: &mut Walk) {
    walk.check("a path that is not there is a problem document", |client| {
        refused(&client.get(&format!("{BASE_PATH}/no-such-thing")).send()?, Code::NotFound).map(drop)
    });
    walk.check("a ticket that is not there is refused with not_found", |client| {
        // Of the form that any backend takes for an id.
        let Ok(ticket) = TicketId::new("NO-SUCH-TICKET-1") else { return Ok(()) };
        let address = url::<GetTicket>(&TicketPath { ticket }, &NoQuery {});
        refused(&client.get(&address).send()?, Code::NotFound).map(drop)
    });
    walk.check("another method is refused with method_not_allowed", |client| {
        refused(&client.delete(&format!("{BASE_PATH}/me")).send()?, Code::MethodNotAllowed).map(drop)
    });
    let report = url::<CreateIncident>(&NoPath {}, &NoQuery {});
    let body = json!({ "title": "Never filed", "impact": "?", "urgency": "?" });
    for (convention, key) in [("no Idempotency-Key", None), ("an Idempotency-Key that is no UUID", Some("7"))]
    {
        walk.check(&format!("{convention} is refused with idempotency_key_missing"), |client| {
            let call = client.post(&report).json(&body);
            let call = key.into_iter().fold(call, |call, key| call.header("Idempotency-Key", key));
            refused(&call.send()?, Code::IdempotencyKeyMissing).map(drop)
        });
    }
    for (convention, media_type, text, code) in [
        ("a body that is no JSON", "application/json", "{", Code::Malformed),
        ("a body of other JSON", "application/json", r#"{"title": 7}"#, Code::Malformed),
        ("a body of another media type", "text/plain", "{}", Code::UnsupportedMediaType),
    ] {
        walk.check(&format!("{convention} is refused with {code}"), |client| {
            let call = client.post(&report).body(media_type, text).header("Idempotency-Key", key());
            refused(&call.send()?, code).map(drop)
        });
    }
    walk.check("what is wrong in a body is refused with invalid, and pointed at", |client| {
        pointed_at(client.post(&report).json(&json!({ "title": " ", "impact": "?", "urgency": "?" })))
    });
}

fn pointed_at(call: Call<'_>) -> Check {
    let problem = refused(&call.header("Idempotency-Key", key()).send()?, Code::Invalid)?;
    for pointer in ["/title", "/impact", "/urgency"] {
        let error = problem.errors.iter().find(|error| error.pointer == pointer);
        ensure(error.is_some_and(|error| !error.code.is_empty() && !error.detail.is_empty()), || {
            format!("there is no error with the pointer {pointer}, a code and words")
        })?;
    }
    Ok(())
}
