//! Calls of a server, as a well-behaved program makes them.

use anyhow::{Context, Result, bail};
use guichet_contract::{
    Endpoint,
    endpoints::{CreateSession, ListPersonas},
    path_url,
};
use serde_json::{Value, json};
use std::time::Duration;
use ureq::{
    Agent,
    http::{HeaderMap, Request, Response},
};

/// Longer than any call of a server that works, a debug build on a busy machine among them.
const PATIENCE: Duration = Duration::from_secs(30);

/// Somebody who calls.
pub struct Client {
    agent: Agent,
}

/// What was answered.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
    headers: HeaderMap,
}

impl Client {
    /// One with no connections yet.
    pub fn new() -> Self {
        // Without the proxy of the environment: everything here is on this computer.
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE))
            .proxy(None)
            .build();
        Self { agent: Agent::new_with_config(config) }
    }

    /// Reads.
    pub fn get(&self, url: &str, headers: &[(&str, &str)]) -> Result<Answer> {
        let mut request = Request::get(url);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        read(self.agent.run(request.body(())?)?)
    }

    /// Posts JSON.
    pub fn post(&self, url: &str, headers: &[(&str, &str)], body: &Value) -> Result<Answer> {
        self.post_as(url, headers, "application/json", serde_json::to_vec(body)?)
    }

    /// Posts anything.
    pub fn post_as(
        &self,
        url: &str,
        headers: &[(&str, &str)],
        media_type: &str,
        body: Vec<u8>,
    ) -> Result<Answer> {
        let mut request = Request::post(url).header("Content-Type", media_type);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        read(self.agent.run(request.body(body)?)?)
    }

    /// Reads JSON as somebody.
    pub fn read(&self, url: &str, cookie: &str) -> Result<Value> {
        self.get(url, &[("Cookie", cookie)])?.must_be(200)?.json()
    }

    /// The items of every part of a list.
    pub fn list(&self, url: &str, cookie: &str) -> Result<Vec<Value>> {
        let sign = if url.contains('?') { '&' } else { '?' };
        let (mut items, mut next) = (Vec::new(), String::new());
        loop {
            let mut page = self.read(&format!("{url}{next}"), cookie)?;
            if let Some(Value::Array(part)) = page.get_mut("items") {
                items.append(part);
            }
            match page.get("next").and_then(Value::as_str) {
                // A cursor is opaque, and ours need no escaping.
                Some(cursor) => next = format!("{sign}cursor={cursor}"),
                None => return Ok(items),
            }
        }
    }

    /// The ids of everyone whom the demo sign-in offers.
    pub fn people(&self, origin: &str) -> Result<Vec<String>> {
        let url = format!("{origin}{}", path_url(ListPersonas::PATH, &[]));
        let people = self.get(&url, &[])?.must_be(200)?.json()?;
        let id = |persona: &Value| persona.pointer("/person/id").and_then(Value::as_str).map(str::to_owned);
        Ok(people.as_array().into_iter().flatten().filter_map(id).collect())
    }

    /// Signs in as somebody; gives the cookie.
    pub fn sign_in(&self, origin: &str, person: &str) -> Result<String> {
        let url = format!("{origin}{}", path_url(CreateSession::PATH, &[]));
        let answer = self.post(&url, &[], &json!({ "person": person }))?.must_be(201)?;
        let cookie = answer.header("set-cookie").split(';').next().unwrap_or_default();
        if !cookie.contains('=') {
            bail!("signing in as {person} set no cookie");
        }
        Ok(cookie.to_owned())
    }
}

fn read(response: Response<ureq::Body>) -> Result<Answer> {
    let (parts, mut body) = response.into_parts();
    Ok(Answer { status: parts.status.as_u16(), headers: parts.headers, body: body.read_to_vec()? })
}

impl Answer {
    /// A header, empty where it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The answer, if it is the one that was expected.
    pub fn must_be(self, status: u16) -> Result<Self> {
        if self.status != status {
            bail!("the answer was {} instead of {status}: {}", self.status, self.excerpt());
        }
        Ok(self)
    }

    /// The body as JSON.
    pub fn json(&self) -> Result<Value> {
        serde_json::from_slice(&self.body).with_context(|| format!("this is no JSON: {}", self.excerpt()))
    }

    /// The beginning of the body.
    pub fn excerpt(&self) -> String {
        String::from_utf8_lossy(&self.body).chars().take(300).collect()
    }
}
