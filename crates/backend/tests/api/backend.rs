//! A backend to ask, and people to ask it as.

pub use crate::folder::copy;
use chrono::{DateTime, TimeDelta, Utc};
use guichet_backend::{
    App,
    clock::Clock,
    config::Config,
    content::{self, Content},
    serve,
    service::sweep,
    store::Store,
};
use reqwest::{Client, Method, RequestBuilder, StatusCode, header::HeaderMap};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};
use tempfile::TempDir;
use tokio::{net::TcpListener, sync::oneshot};
use uuid::Uuid;

/// A backend of its own for each test, with the demo company and an empty database.
pub struct Backend {
    /// Where it is, with the base path.
    pub url: String,
    app: App,
    /// Milliseconds that its clock is ahead of ours.
    ahead: Arc<AtomicI64>,
    // Both end with the test: the folder goes, and so does the backend.
    folder: TempDir,
    _stop: oneshot::Sender<()>,
}

/// A reply, read to its end.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Value,
}

/// Somebody who is signed in, or nobody yet.
#[derive(Clone)]
pub struct Person {
    client: Client,
    url: String,
}

impl Backend {
    pub async fn start() -> Self {
        Self::with(Config::local()).await
    }

    pub async fn with(config: Config) -> Self {
        Self::serve(config, load(&demo())).await
    }

    /// With the company in another folder.
    pub async fn of(company: &Path) -> Self {
        Self::serve(Config::local(), load(company)).await
    }

    /// With files of its own, which may be changed: see [`Self::content`].
    pub async fn with_own_files() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let files = folder.path().join("content");
        copy(&demo(), &files);
        Self::serve_in(folder, Config::local(), load(&files)).await
    }

    /// One in whose company a headset needs these approvals.
    pub async fn asking_for_headsets(approvals: &str) -> Self {
        let asking = |text: &str| {
            let (head, rest) = text.split_once("approvals:\n").unwrap();
            let (_, form) = rest.split_once("form:\n").unwrap();
            format!("{head}approvals:\n{approvals}form:\n{form}")
        };
        Self::with_changed("items/headset.yaml", asking).await
    }

    /// One in whose company a file says something else.
    pub async fn with_changed(file: &str, change: impl FnOnce(&str) -> String) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&demo(), folder.path());
        let path = folder.path().join(file);
        let before = fs::read_to_string(&path).unwrap();
        let after = change(&before);
        assert_ne!(before, after, "{file}");
        fs::write(&path, after).unwrap();
        Self::of(folder.path()).await
    }

    async fn serve(config: Config, content: Content) -> Self {
        Self::serve_in(tempfile::tempdir().unwrap(), config, content).await
    }

    /// With its database in `folder`.
    async fn serve_in(folder: TempDir, config: Config, content: Content) -> Self {
        let store = Store::open(&folder.path().join("test.db")).await.unwrap();
        let ahead = Arc::new(AtomicI64::new(0));
        let told = Arc::clone(&ahead);
        let clock = Clock::telling(move || now() + TimeDelta::milliseconds(told.load(Ordering::SeqCst)));
        let app = App::new(config, content, store, clock);
        let listener = TcpListener::bind(app.config.listen).await.unwrap();
        let url = format!("http://{}/itsm/v1", listener.local_addr().unwrap());
        let (stop, stopped) = oneshot::channel::<()>();
        tokio::spawn(serve(app.clone(), listener, async move {
            let _ = stopped.await;
        }));
        Self { url, app, ahead, folder, _stop: stop }
    }

    /// The folder of its own files.
    pub fn content(&self) -> PathBuf {
        self.folder.path().join("content")
    }

    /// Takes the files as they are now, as the watch does.
    pub async fn reload(&self) {
        match content::read(&self.content()) {
            Ok(content) => self.app.replace_content(content).await.unwrap(),
            Err(broken) => self.app.content_broke(*broken).await.unwrap(),
        }
    }

    /// Lets time pass.
    pub fn wait(&self, time: TimeDelta) {
        self.ahead.fetch_add(time.num_milliseconds(), Ordering::SeqCst);
    }

    /// What day it is in Berlin, so many days from now.
    pub fn day(&self, days: i64) -> String {
        let ahead = TimeDelta::milliseconds(self.ahead.load(Ordering::SeqCst)) + TimeDelta::days(days);
        (now() + ahead).with_timezone(&chrono_tz::Europe::Berlin).date_naive().to_string()
    }

    /// What it keeps.
    pub fn store(&self) -> &Store {
        &self.app.store
    }

    /// Does what the backend does by itself every minute.
    pub async fn sweep(&self) -> usize {
        sweep::sweep(&self.app).await.unwrap()
    }

    /// Somebody who is not signed in.
    pub fn nobody(&self) -> Person {
        let client = Client::builder().cookie_store(true).build().unwrap();
        Person { client, url: self.url.clone() }
    }

    /// Somebody who is.
    pub async fn sign_in(&self, person: &str) -> Person {
        self.session(person).await.0
    }

    /// Somebody who is, with the cookie that says so, for calls that no client would make.
    pub async fn session(&self, person: &str) -> (Person, String) {
        let somebody = self.nobody();
        let reply =
            somebody.send(somebody.ask(Method::POST, "/session").json(&json!({ "person": person }))).await;
        assert_eq!(reply.status, 201, "{reply:?}");
        let cookie = reply.header("set-cookie").split(';').next().unwrap_or_default().to_owned();
        (somebody, cookie)
    }
}

/// The folder of the demo company.
pub fn demo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/demo")
}

/// The company in a folder, in which there is no mistake.
pub fn load(company: &Path) -> Content {
    content::load(company).unwrap_or_else(|report| panic!("{report}"))
}

#[allow(clippy::disallowed_methods, reason = "a test runs now")]
fn now() -> DateTime<Utc> {
    Utc::now()
}

impl Person {
    /// A call in the making.
    pub fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url))
    }

    /// A call that creates or acts, with a key of its own.
    pub fn write(&self, path: &str, body: &Value) -> RequestBuilder {
        self.ask(Method::POST, path).header("idempotency-key", Uuid::new_v4().to_string()).json(body)
    }

    pub async fn send(&self, request: RequestBuilder) -> Reply {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = response.bytes().await.unwrap();
        Reply { status, headers, body: serde_json::from_slice(&bytes).unwrap_or(Value::Null) }
    }

    /// What is there, which has to be.
    pub async fn get(&self, path: &str) -> Value {
        let reply = self.reply(path).await;
        assert_eq!(reply.status, 200, "{path}: {reply:?}");
        reply.body
    }

    /// What is there and no JSON, with its headers.
    pub async fn bytes(&self, request: RequestBuilder) -> (HeaderMap, Vec<u8>) {
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK, "{}", response.url());
        let headers = response.headers().clone();
        (headers, response.bytes().await.unwrap().to_vec())
    }

    /// Whatever the answer is.
    pub async fn reply(&self, path: &str) -> Reply {
        self.send(self.ask(Method::GET, path)).await
    }

    /// Writes something, which has to succeed.
    pub async fn post(&self, path: &str, body: Value) -> Value {
        let reply = self.send(self.write(path, &body)).await;
        assert!(reply.status < 300, "{path}: {reply:?}");
        reply.body
    }

    /// Does something with a ticket as it is now.
    pub async fn act(&self, ticket: &str, action: &str, body: Value) -> Reply {
        let seen = self.reply(&format!("/tickets/{ticket}")).await;
        let path = format!("/tickets/{ticket}/actions/{action}");
        self.send(self.write(&path, &body).header("if-match", seen.header("etag"))).await
    }

    /// The approvals that wait for somebody.
    pub async fn waiting(&self) -> Vec<Value> {
        self.get("/approvals?phase=open").await["items"].as_array().cloned().unwrap_or_default()
    }

    /// Decides an approval as it was seen.
    pub async fn decide(&self, approval: &Value, body: Value) -> Reply {
        let path = format!("/approvals/{}/decision", text(&approval["id"]));
        self.send(self.write(&path, &body).header("if-match", format!("\"{}\"", approval["version"]))).await
    }

    /// Files a headset without approvals; gives its number.
    pub async fn headset(&self) -> String {
        let ticket = self.post("/requests", headset("wired")).await;
        text(&ticket["id"])
    }

    /// Reports a problem that stops somebody from working; gives its number.
    pub async fn incident(&self, title: &str) -> String {
        let ticket = self.post("/incidents", incident(title)).await;
        text(&ticket["id"])
    }
}

impl Reply {
    pub fn header(&self, name: &str) -> String {
        self.headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
    }

    /// A refusal with this code: the status that goes with it, and the one shape of all problems.
    #[track_caller]
    pub fn refused(&self, status: StatusCode, code: &str) {
        assert_eq!((self.status, &self.body["code"]), (status.as_u16(), &json!(code)), "{self:?}");
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(self.body["status"], json!(status.as_u16()));
        assert_eq!(self.body["type"], json!(format!("urn:guichet:problem:{code}")));
        assert_eq!(self.body["request_id"], json!(self.header("x-request-id")));
        assert!(!text(&self.body["detail"]).is_empty() && !text(&self.body["title"]).is_empty());
    }
}

/// A request for a headset.
pub fn headset(model: &str) -> Value {
    json!({
        "item": "headset",
        "form": { "id": "headset", "version": 1 },
        "answers": { "model": model, "ears": "one", "plug": "usb-c", "handover": "pick-up", "cost-centre": "4410" },
    })
}

/// A request for a laptop that costs more than € 2,000.
pub fn laptop() -> Value {
    json!({
        "item": "laptop",
        "form": { "id": "laptop", "version": 1 },
        "answers": { "model": "design-16", "use": "Packaging", "care-plan": true, "cost-centre": "4410" },
    })
}

/// A problem.
pub fn incident(title: &str) -> Value {
    json!({ "title": title, "description": "Since this morning.", "impact": "person", "urgency": "stopped", "service": "vpn" })
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
