//! Those who file.

use super::shared::Shared;
use crate::{
    campaign::{example, rng::Rng},
    http::{Answer, Client},
};
use anyhow::{Context, Result, bail};
use guichet_contract::{
    Code, Endpoint, Problem,
    endpoints::{AddComment, CreateIncident, CreateRequest, ValidateRequest},
    openapi, path_url,
};
use serde_json::Value;
use std::{
    thread,
    time::{Duration, Instant},
};

/// How long somebody asks again for one answer. A backend that is well again has one in less than a second.
const PATIENCE: Duration = Duration::from_secs(120);
/// Before the next try.
const PAUSE: Duration = Duration::from_millis(3);

/// Somebody who files.
pub struct Person {
    /// Who.
    pub id: String,
    /// Their session, which outlives the backend's process.
    pub cookie: String,
    incident: Value,
    /// What they may order; absent where the catalog has it for others.
    request: Option<Value>,
    rng: Rng,
}

/// What was filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A problem, under this title.
    Incident(String),
    /// An order.
    Request,
    /// A comment with this text, on a ticket that was filed before.
    Comment(String),
}

/// A call that was acknowledged.
#[derive(Debug, Clone)]
pub struct Filed {
    /// What it was.
    pub what: What,
    /// Its `Idempotency-Key`.
    pub key: String,
    /// What was called, from the base path on.
    pub path: String,
    /// What was posted.
    pub body: Value,
    /// The ticket of the answer.
    pub ticket: String,
    /// Its version in the answer.
    pub version: u64,
    /// How often no answer came.
    pub cut_off: u32,
    /// Whether the answer was that of an earlier call.
    pub replayed: bool,
}

impl Person {
    /// Signs `id` in, and finds out what they may order.
    pub fn new(client: &Client, origin: &str, id: &str, rng: Rng) -> Result<Self> {
        let document = openapi::document();
        let cookie = client.sign_in(origin, id)?;
        let incident = example(&document, CreateIncident::PATH).context("the contract has no incident")?;
        let mut request = example(&document, CreateRequest::PATH);
        if let Some(Value::Object(request)) = &mut request {
            // For themselves, whoever they are.
            request.remove("requested_for");
        }
        let allowed = match &request {
            Some(request) => may_order(client, origin, &cookie, request)?,
            None => false,
        };
        Ok(Self { id: id.to_owned(), cookie, incident, request: request.filter(|_| allowed), rng })
    }

    /// Whether they file requests too.
    pub fn orders(&self) -> bool {
        self.request.is_some()
    }
}

fn may_order(client: &Client, origin: &str, cookie: &str, request: &Value) -> Result<bool> {
    let url = format!("{origin}{}", path_url(ValidateRequest::PATH, &[]));
    let answer = client.post(&url, &[("Cookie", cookie)], request)?;
    if answer.status != 200 {
        return Ok(false);
    }
    let preview = answer.json()?;
    let none = |list: &str| preview.get(list).and_then(Value::as_array).is_none_or(Vec::is_empty);
    Ok(none("problems") && none("refusals"))
}

/// Files one thing after the other until it is over; gives everything, all of it acknowledged.
pub fn file(shared: &Shared, person: &Person) -> Result<Vec<Filed>> {
    let client = Client::new();
    let mut rng = person.rng.clone();
    let mut filed = Vec::new();
    while !shared.is_over() {
        let next = next(person, &filed, &mut rng);
        match until_answered(shared, &client, person, next) {
            Ok(one) => filed.push(one),
            Err(error) => {
                // The others need not go on.
                shared.finish(false);
                return Err(error.context(format!("{} could not file", person.id)));
            }
        }
    }
    Ok(filed)
}

/// The next call, not yet answered.
fn next(person: &Person, filed: &[Filed], rng: &mut Rng) -> Filed {
    let key = rng.uuid();
    let incidents: Vec<&str> = filed
        .iter()
        .filter(|one| matches!(one.what, What::Incident(_)))
        .map(|one| one.ticket.as_str())
        .collect();
    let (what, path, body) = match (rng.below(100), rng.one(&incidents), &person.request) {
        (0..40, Some(&ticket), _) => {
            let text = format!("Any news? {key}");
            let path = path_url(AddComment::PATH, &[("ticket", ticket)]);
            (What::Comment(text.clone()), path, serde_json::json!({ "text": text }))
        }
        (40..60, _, Some(request)) => (What::Request, path_url(CreateRequest::PATH, &[]), request.clone()),
        _ => {
            let title = format!("It went dark again {key}");
            let mut incident = person.incident.clone();
            if let Some(place) = incident.get_mut("title") {
                *place = title.clone().into();
            }
            (What::Incident(title), path_url(CreateIncident::PATH, &[]), incident)
        }
    };
    Filed { what, key, path, body, ticket: String::new(), version: 0, cut_off: 0, replayed: false }
}

/// Sends `call` until it is answered.
fn until_answered(shared: &Shared, client: &Client, person: &Person, mut call: Filed) -> Result<Filed> {
    let began = Instant::now();
    loop {
        if shared.is_lost() {
            bail!("the backend did not come back");
        }
        if began.elapsed() > PATIENCE {
            bail!("{} was sent for {} s with the key {}", call.path, PATIENCE.as_secs(), call.key);
        }
        if let Some(origin) = shared.origin() {
            match send(client, &origin, &person.cookie, &call) {
                Ok(answer) if answer.status == 201 => return acknowledged(call, &answer),
                // The backend asks for patience: it is not an answer yet.
                Ok(answer) if is_later(&answer) => {}
                Ok(answer) => bail!("{} was answered {}: {}", call.path, answer.status, answer.excerpt()),
                Err(_) => call.cut_off += 1,
            }
        }
        thread::sleep(PAUSE);
    }
}

/// Sends a call once.
pub fn send(client: &Client, origin: &str, cookie: &str, call: &Filed) -> Result<Answer> {
    let headers = [("Cookie", cookie), ("Idempotency-Key", call.key.as_str())];
    client.post(&format!("{origin}{}", call.path), &headers, &call.body)
}

fn is_later(answer: &Answer) -> bool {
    let problem: Result<Problem, _> = serde_json::from_slice(&answer.body);
    problem.is_ok_and(|problem| matches!(problem.code, Code::StillRunning | Code::Unavailable))
}

fn acknowledged(call: Filed, answer: &Answer) -> Result<Filed> {
    let (ticket, version) = named(answer)?;
    Ok(Filed { ticket, version, replayed: is_replayed(answer), ..call })
}

/// Ticket and version of an answer.
pub fn named(answer: &Answer) -> Result<(String, u64)> {
    let body = answer.json()?;
    let ticket = body.get("id").and_then(Value::as_str).context("the answer names no ticket")?;
    let version = body.get("version").and_then(Value::as_u64).context("the answer has no version")?;
    Ok((ticket.to_owned(), version))
}

/// Whether the backend says that it had given this answer before.
pub fn is_replayed(answer: &Answer) -> bool {
    answer.header("idempotency-replayed") == "true"
}
