//! What a look-up takes among a hundred thousand people and as many devices: from a backend in this process over HTTP, in the
//! list itself, and beside them a scan of the same list. `cargo xtask bench lookups` runs this and reads what it prints.

#[path = "../tests/support/folder.rs"]
mod folder;
#[path = "../tests/support/large.rs"]
#[allow(dead_code, reason = "the tests need more of it")]
mod large;

use guichet_backend::{
    App,
    clock::Clock,
    config::Config,
    content::{self, Company},
    register::{By, Register, Wanted},
    serve, spelling,
    store::Store,
};
use guichet_contract::types::Lookup;
use guichet_rules::form::SourceList;
use reqwest::Client;
use serde_json::{Value, json};
use std::{
    error::Error,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::net::TcpListener;

/// People, and devices.
const COUNT: usize = 100_000;
/// As many as the portal asks for.
const LIMIT: usize = 21;
/// Calls that are not measured.
const WARM_UP: usize = 200;
/// Calls that are.
const CALLS: usize = 2_000;
/// Of these what is found is compared with what the scan finds.
const COMPARED: usize = 10;
/// Scans; each takes as long as hundreds of calls.
const SCANS: usize = 100;

/// What is looked for.
#[derive(Default)]
struct Call {
    q: String,
    id: Option<String>,
    site: Option<&'static str>,
}

/// A kind of calls, each with another one for each turn.
type Kind = (&'static str, fn(usize) -> Call);

const PEOPLE: [Kind; 6] = [
    ("first-letter", |n| Call { q: letter(n), ..Call::default() }),
    ("rare-word", |n| Call { q: large::person_id(some(n)), ..Call::default() }),
    ("full-name", |n| Call { q: large::name(some(n)), ..Call::default() }),
    ("nothing", |n| Call { q: format!("xq{n}"), ..Call::default() }),
    ("narrowed", |n| Call { q: letter(n), site: Some(large::site(some(n))), ..Call::default() }),
    ("by-id", |n| Call { id: Some(large::person_id(some(n))), ..Call::default() }),
];

/// Whose they are is only shown in questions about a site.
const ASSETS: [Kind; 5] = [
    ("first-letter", |n| Call { q: letter(n), ..at(n) }),
    ("rare-word", |n| Call { q: format!("NI-WB-{:06}", some(n)), ..at(n) }),
    ("inside-a-word", |n| Call { q: format!("b-{:05}", some(n) / 10), ..at(n) }),
    ("nothing", |n| Call { q: format!("xq{n}"), ..at(n) }),
    ("by-id", |n| Call { id: Some(large::asset_id(some(n))), ..at(n) }),
];

/// Numbers that do not follow one another.
fn some(turn: usize) -> usize {
    turn * 7_919 % COUNT
}

fn letter(turn: usize) -> String {
    ('a'..='z').nth(turn % 26).map(String::from).unwrap_or_default()
}

fn at(turn: usize) -> Call {
    Call { site: Some(large::site(some(turn))), ..Call::default() }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (files, data) = (tempfile::tempdir()?, tempfile::tempdir()?);
    folder::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/demo"), files.path());
    large::add(files.path(), COUNT, COUNT)?;
    let content = content::load(files.path())?;
    let company = Arc::clone(content.in_language("en"));
    let store = Store::open(&data.path().join("bench.db")).await?;
    let app = App::new(Config::local(), content, store, Clock::system());
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/itsm/v1", listener.local_addr()?);
    tokio::spawn(serve(app, listener, std::future::pending::<()>()));
    let client = Client::builder().cookie_store(true).no_proxy().build()?;
    let person = json!({ "person": "aylin-kaya" });
    client.post(format!("{url}/session")).json(&person).send().await?.error_for_status()?;

    let mut figures = Vec::new();
    for (list, kinds) in [(SourceList::People, &PEOPLE[..]), (SourceList::Assets, &ASSETS[..])] {
        let looked =
            Looked { company: &company, list, register: company.register(list).ok_or("no such list")? };
        for (name, call) in kinds {
            let ours = over_http(&client, &url, &looked, *call).await?;
            let own = times(CALLS, |n| drop(looked.find(&call(n))));
            let peer = times(SCANS, |n| drop(looked.scan(&call(n))));
            let name = format!("{}-{name}", list.name());
            figures.push(
                json!({ "name": name, "ours": spread(ours), "list": spread(own), "peer": spread(peer) }),
            );
        }
    }
    println!("{}", Value::from(figures));
    Ok(())
}

/// A list, and whose it is.
struct Looked<'c> {
    company: &'c Company,
    list: SourceList,
    register: &'c Register,
}

impl Looked<'_> {
    fn find(&self, call: &Call) -> Vec<String> {
        let words = spelling::words(Some(&call.q));
        let under: Vec<(By, &str)> = call.site.map(|site| (By::Location, site)).into_iter().collect();
        let found = match &call.id {
            Some(id) => Vec::from_iter(self.register.has(id, &words).then_some(id.as_str())),
            None => self.register.find(Wanted { words: &words, under: &under, limit: LIMIT }, &|_| true),
        };
        found.into_iter().map(str::to_owned).collect()
    }

    fn scan(&self, call: &Call) -> Vec<String> {
        let words = spelling::words(Some(&call.q));
        let may = |id: &str| {
            call.id.as_deref().is_none_or(|wanted| wanted == id)
                && call.site.is_none_or(|site| self.site(id) == Some(site))
        };
        self.register.scan(&words, LIMIT, &may).into_iter().map(str::to_owned).collect()
    }

    fn site(&self, id: &str) -> Option<&str> {
        match self.list {
            SourceList::Assets => self.company.assets.get(id)?.location.as_ref().map(|site| site.as_str()),
            _ => self.company.people.get(id).map(|person| person.location.as_str()),
        }
    }

    /// Where it is asked for; no two are the same, so that no answer is one that was kept.
    fn address(&self, call: &Call, turn: usize) -> Vec<(&'static str, String)> {
        let question = if self.list == SourceList::Assets { "instrument" } else { "contact" };
        let mut query =
            vec![("q", call.q.clone()), ("limit", LIMIT.to_string()), ("fresh", turn.to_string())];
        query.extend(call.id.clone().map(|id| ("id", id)));
        if let Some(site) = call.site {
            query.push(("question", format!("static-address@2/{question}")));
            query.push(("given", format!("site:{site}")));
        }
        query
    }
}

async fn over_http(
    client: &Client,
    url: &str,
    looked: &Looked<'_>,
    call: fn(usize) -> Call,
) -> Result<Vec<Duration>, Box<dyn Error>> {
    let url = format!("{url}/lookups/{}", looked.list.name());
    let mut times = Vec::with_capacity(CALLS);
    for turn in 0..WARM_UP + CALLS {
        let call = call(turn);
        let request = client.get(&url).query(&looked.address(&call, turn)).build()?;
        let began = Instant::now();
        let bytes = client.execute(request).await?.error_for_status()?.bytes().await?;
        let took = began.elapsed();
        if turn >= WARM_UP {
            times.push(took);
        } else if turn < COMPARED {
            let found: Vec<Lookup> = serde_json::from_slice(&bytes)?;
            let found: Vec<String> = found.into_iter().map(|one| one.id).collect();
            if found != looked.scan(&call) {
                return Err(format!("'{}' was not answered as a scan of the list does", call.q).into());
            }
        }
    }
    Ok(times)
}

fn times(count: usize, look: impl Fn(usize)) -> Vec<Duration> {
    let time = |turn| {
        let began = Instant::now();
        look(turn);
        began.elapsed()
    };
    (0..count).map(time).collect()
}

/// Half of them take at most so long, and 99 of 100, in microseconds.
fn spread(mut times: Vec<Duration>) -> Value {
    times.sort_unstable();
    let within = |share: usize| {
        let last = times.len().saturating_sub(1);
        times.get((times.len() * share / 100).min(last)).map_or(0.0, |time| time.as_secs_f64() * 1e6)
    };
    json!({ "p50_us": within(50), "p99_us": within(99) })
}
