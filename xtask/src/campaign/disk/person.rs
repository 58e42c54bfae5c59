//! Somebody who uploads and reports, and remembers what was acknowledged.

use crate::{
    campaign::{example, rng::Rng},
    http::{Answer, Client},
};
use anyhow::{Context, Result, bail};
use guichet_contract::{
    BASE_PATH, Endpoint,
    endpoints::{CreateIncident, ListTickets},
    openapi, path_url,
};
use serde_json::Value;
use std::collections::BTreeSet;

/// Between the parts of a body with a file.
const BOUNDARY: &str = "3f7a9c51";
/// In characters of a description: reports are to take some room too.
const DESCRIPTION: usize = 4_000;

/// Somebody who calls.
pub struct Person {
    client: Client,
    origin: String,
    cookie: String,
    incident: Value,
    rng: Rng,
}

/// A call that can be sent again.
pub struct Call {
    key: String,
    what: What,
    body: Vec<u8>,
}

enum What {
    /// A file with this text.
    File(String),
    Report,
}

/// What was acknowledged.
#[derive(Default)]
pub struct Kept {
    /// Files by their ids, with their texts.
    pub files: Vec<(String, String)>,
    tickets: BTreeSet<String>,
}

impl Person {
    /// The first whom the demo sign-in offers.
    pub fn new(origin: &str, seed: u64) -> Result<Self> {
        let client = Client::new();
        let id = client.people(origin)?.into_iter().next().context("nobody can sign in")?;
        let cookie = client.sign_in(origin, &id)?;
        let incident =
            example(&openapi::document(), CreateIncident::PATH).context("the contract has no incident")?;
        Ok(Self { client, origin: origin.to_owned(), cookie, incident, rng: Rng::stream(seed, 0) })
    }

    /// The upload of a file of about `size` bytes that nobody else has.
    pub fn upload(&mut self, size: usize) -> Call {
        let key = self.rng.uuid();
        let line = format!("{key}\n");
        let text = line.repeat(size.div_ceil(line.len()));
        let body = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\
             Content-Type: text/plain\r\n\r\n{text}\r\n--{BOUNDARY}--\r\n"
        );
        Call { key, what: What::File(text), body: body.into_bytes() }
    }

    /// The report of a problem.
    pub fn report(&mut self) -> Call {
        let mut incident = self.incident.clone();
        if let Value::Object(incident) = &mut incident {
            incident.insert("description".to_owned(), "It is full. ".repeat(DESCRIPTION / 12).into());
        }
        Call { key: self.rng.uuid(), what: What::Report, body: incident.to_string().into_bytes() }
    }

    /// Sends a call.
    pub fn send(&self, call: &Call) -> Result<Answer> {
        let (path, media_type) = match call.what {
            What::File(_) => {
                (format!("{BASE_PATH}/attachments"), format!("multipart/form-data; boundary={BOUNDARY}"))
            }
            What::Report => (path_url(CreateIncident::PATH, &[]), "application/json".to_owned()),
        };
        let headers = [("Cookie", self.cookie.as_str()), ("Idempotency-Key", call.key.as_str())];
        self.client.post_as(&format!("{}{path}", self.origin), &headers, &media_type, call.body.clone())
    }

    /// Sends a call that was refused before, twice: the first time it is done, the second time the answer is repeated.
    pub fn again(&self, call: &Call, kept: &mut Kept) -> Result<()> {
        for replayed in ["", "true"] {
            let answer = self.send(call)?.must_be(201)?;
            let found = answer.header("idempotency-replayed");
            if found != replayed {
                bail!("Idempotency-Replayed is '{found}' and not '{replayed}': {}", answer.excerpt());
            }
            if replayed.is_empty() {
                kept.add(call, &answer)?;
            }
        }
        Ok(())
    }

    /// Whether everything is there that was acknowledged, and no other ticket.
    pub fn look(&self, kept: &Kept) -> Result<()> {
        for (id, text) in &kept.files {
            let url = format!("{}{BASE_PATH}/attachments/{id}", self.origin);
            let file = self.client.get(&url, &[("Cookie", self.cookie.as_str())])?.must_be(200)?;
            if file.body != text.as_bytes() {
                bail!("the file {id} is not what was uploaded");
            }
        }
        let url = format!("{}{}?limit=100", self.origin, path_url(ListTickets::PATH, &[]));
        let list = self.client.list(&url, &self.cookie)?;
        let ids = list.iter().filter_map(|ticket| ticket.get("id").and_then(Value::as_str));
        let found: BTreeSet<String> = ids.map(str::to_owned).collect();
        if found != kept.tickets || list.len() != kept.tickets.len() {
            bail!("the tickets are {found:?} and {:?} were acknowledged", kept.tickets);
        }
        Ok(())
    }
}

impl Kept {
    /// Remembers what `answer` acknowledged.
    pub fn add(&mut self, call: &Call, answer: &Answer) -> Result<()> {
        let body = answer.json()?;
        let id = body.get("id").and_then(Value::as_str).context("the answer has no id")?.to_owned();
        match &call.what {
            What::File(text) => self.files.push((id, text.clone())),
            What::Report => {
                self.tickets.insert(id);
            }
        }
        Ok(())
    }
}
