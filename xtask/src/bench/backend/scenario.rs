//! What is called, as whom.

use crate::http::Client;
use anyhow::{Context, Result};
use guichet_contract::{
    Endpoint,
    endpoints::{CreateIncident, GetIncidentOptions, GetTicket, ListItems, ListTickets},
    path_url,
};
use serde_json::{Value, json};

/// So many ticket pages are opened in turn: more than the backend would keep for a second if people opened them.
const PAGES: usize = 500;
/// So many of the answers are looked at for one of a usual size.
const LOOKED_AT: usize = 50;

/// Who is signed in.
pub struct People {
    client: Client,
    /// Everyone of the demo sign-in, as cookies.
    all: Vec<String>,
    /// Those who see every ticket.
    desk: Vec<String>,
}

/// One kind of call.
pub struct Scenario {
    /// Its name in the lines.
    pub name: &'static str,
    /// What is called, from the base path on.
    pub paths: Vec<String>,
    /// As whom; each connection is one of them.
    pub cookies: Vec<String>,
    /// What is posted; absent for reads.
    pub body: Option<Value>,
    /// A real answer, for the peer.
    pub answer: Vec<u8>,
}

impl People {
    /// Signs everyone in.
    pub fn sign_in(origin: &str) -> Result<Self> {
        let client = Client::new();
        let people = client.people(origin)?;
        let all =
            people.iter().map(|person| client.sign_in(origin, person)).collect::<Result<Vec<String>>>()?;
        let mut desk = Vec::new();
        for cookie in &all {
            let url = format!("{origin}{}?limit=1&scope=all", path_url(ListTickets::PATH, &[]));
            if client.get(&url, &[("Cookie", cookie.as_str())])?.status == 200 {
                desk.push(cookie.clone());
            }
        }
        Ok(Self { client, all, desk })
    }

    /// What `cookies` are answered, of a usual size: the peer should send as much as we do.
    fn usual(&self, origin: &str, paths: &[String], cookies: &[String]) -> Result<Vec<u8>> {
        let mut answers = Vec::new();
        let calls = paths.iter().flat_map(|path| cookies.iter().map(move |cookie| (path, cookie)));
        for (path, cookie) in calls.take(LOOKED_AT) {
            let answer = self.client.get(&format!("{origin}{path}"), &[("Cookie", cookie.as_str())])?;
            answers.push(answer.must_be(200)?.body);
        }
        answers.sort_by_key(Vec::len);
        let middle = answers.len() / 2;
        answers.into_iter().nth(middle).context("there is nothing to read, or nobody to read it")
    }

    fn reads(
        &self,
        origin: &str,
        name: &'static str,
        paths: Vec<String>,
        cookies: &[String],
    ) -> Result<Scenario> {
        let answer = self.usual(origin, &paths, cookies)?;
        Ok(Scenario { name, paths, cookies: cookies.to_vec(), body: None, answer })
    }
}

/// Every kind, those that change something last.
pub fn all(origin: &str, people: &People) -> Result<Vec<Scenario>> {
    let items = vec![path_url(ListItems::PATH, &[])];
    let tickets = vec![path_url(ListTickets::PATH, &[])];
    Ok(vec![
        people.reads(origin, "catalog-list", items, &people.all)?,
        people.reads(origin, "ticket-list", tickets, &people.all)?,
        people.reads(origin, "ticket-page", pages(origin, people)?, &people.desk)?,
        create(origin, people)?,
    ])
}

/// The pages of the newest tickets, which those who see all of them open.
fn pages(origin: &str, people: &People) -> Result<Vec<String>> {
    let cookie = people.desk.first().context("nobody sees every ticket")?;
    let list = path_url(ListTickets::PATH, &[]);
    let (mut paths, mut next) = (Vec::new(), String::new());
    while paths.len() < PAGES {
        let page =
            people.client.read(&format!("{origin}{list}?limit=100&scope=all&sort=opened{next}"), cookie)?;
        let items = page.get("items").and_then(Value::as_array).into_iter().flatten();
        let ids = items.filter_map(|item| item.get("id").and_then(Value::as_str));
        paths.extend(ids.map(|id| path_url(GetTicket::PATH, &[("ticket", id)])));
        let Some(cursor) = page.get("next").and_then(Value::as_str) else { break };
        next = format!("&cursor={cursor}");
    }
    Ok(paths)
}

fn create(origin: &str, people: &People) -> Result<Scenario> {
    let cookie = people.all.first().context("nobody can sign in")?;
    let options = format!("{origin}{}", path_url(GetIncidentOptions::PATH, &[]));
    let options = people.client.read(&options, cookie)?;
    // The least severe: whoever reads this should not be woken by it.
    let least = |list: &str| options.get(list)?.as_array()?.last()?.get("id").cloned();
    let body = json!({
        "title": "The printer on the second floor prints every page twice",
        "description": "Since this morning. It was fine on Friday, and the one on the third floor still is.",
        "impact": least("impacts"),
        "urgency": least("urgencies"),
    });
    let path = path_url(CreateIncident::PATH, &[]);
    // Any UUID: this is the first call of the copy.
    let headers = [("Cookie", cookie.as_str()), ("Idempotency-Key", "5a1d7c1e-0f3b-4a53-9d0e-6f1b9c1f2e10")];
    let answer = people.client.post(&format!("{origin}{path}"), &headers, &body)?.must_be(201)?.body;
    Ok(Scenario { name: "create", paths: vec![path], cookies: people.all.clone(), body: Some(body), answer })
}
