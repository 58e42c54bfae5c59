//! Calls over HTTP, and what comes back, as it came back.

use serde::{Serialize, de::DeserializeOwned};
use std::{cell::RefCell, io::Read, net::IpAddr, time::Duration};
use ureq::{
    Agent,
    http::{HeaderMap, Method, Request, Uri},
};

/// Longer than any call of a backend that people can work with.
const PATIENCE: Duration = Duration::from_secs(30);

/// Nobody answers, or not in HTTP.
#[derive(Debug, thiserror::Error)]
#[error("there is no answer from {url}: {source}")]
pub struct Unreachable {
    /// What was called.
    pub url: String,
    /// Why.
    pub source: Box<ureq::Error>,
}

/// Somebody who calls a backend.
#[derive(Debug)]
pub struct Client {
    agent: Agent,
    origin: String,
    cookie: RefCell<Option<String>>,
}

/// A call in the making.
pub struct Call<'c> {
    client: &'c Client,
    method: Method,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Option<Vec<u8>>,
}

/// What was answered.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

impl Client {
    /// Calls the backend at `base_url`, an origin with or without the contract's base path behind it: through the proxy that
    /// the environment names, unless it is this computer.
    pub fn new(base_url: &str) -> Self {
        let origin = base_url.trim_end_matches('/');
        let origin = origin.strip_suffix(guichet_contract::BASE_PATH).unwrap_or(origin).to_owned();
        let mut config = Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE));
        if is_loopback(&origin) {
            config = config.proxy(None);
        }
        Self { agent: Agent::new_with_config(config.build()), origin, cookie: RefCell::new(None) }
    }

    /// Sends `cookie` from here on, or none.
    pub fn set_cookie(&self, cookie: Option<String>) {
        *self.cookie.borrow_mut() = cookie;
    }

    /// A GET of a path, base path included.
    pub fn get(&self, path: &str) -> Call<'_> {
        self.call(Method::GET, path)
    }

    /// A POST to a path, base path included.
    pub fn post(&self, path: &str) -> Call<'_> {
        self.call(Method::POST, path)
    }

    /// A DELETE of a path, base path included.
    pub fn delete(&self, path: &str) -> Call<'_> {
        self.call(Method::DELETE, path)
    }

    /// A HEAD of a path, base path included.
    pub fn head(&self, path: &str) -> Call<'_> {
        self.call(Method::HEAD, path)
    }

    /// A PATCH of a path, base path included.
    pub fn patch(&self, path: &str) -> Call<'_> {
        self.call(Method::PATCH, path)
    }

    fn call(&self, method: Method, path: &str) -> Call<'_> {
        Call { client: self, method, path: path.to_owned(), headers: Vec::new(), body: None }
    }
}

/// Whether an origin is on this computer. A proxy elsewhere would take it for one on its own.
fn is_loopback(origin: &str) -> bool {
    let Ok(uri) = origin.parse::<Uri>() else { return false };
    let host = uri.host().unwrap_or_default().to_ascii_lowercase();
    let address = host.trim_matches(['[', ']']).parse::<IpAddr>();
    address.is_ok_and(|address| address.is_loopback()) || host == "localhost" || host.ends_with(".localhost")
}

impl Call<'_> {
    /// With a header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// With a JSON body.
    #[must_use]
    pub fn json(self, body: &impl Serialize) -> Self {
        // What is sent here is plain data, which always becomes JSON.
        let body = serde_json::to_vec(body).unwrap_or_default();
        self.body("application/json", body)
    }

    /// With a body of any type.
    #[must_use]
    pub fn body(mut self, media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self.header("Content-Type", media_type)
    }

    /// Sends it, and reads the whole answer.
    pub fn send(self) -> Result<Reply, Unreachable> {
        let (url, response) = self.open()?;
        let (parts, mut body) = response.into_parts();
        let body = body.read_to_vec().map_err(|source| Unreachable { url, source: Box::new(source) })?;
        Ok(Reply { status: parts.status.as_u16(), headers: parts.headers, body })
    }

    /// Sends it, and reads what comes first: of a stream, which does not end.
    pub fn begin(self) -> Result<Reply, Unreachable> {
        let (_, response) = self.open()?;
        let (parts, mut body) = response.into_parts();
        let mut first = vec![0; 4096];
        // A stream that says nothing yet is one all the same.
        let read = body.as_reader().read(&mut first).unwrap_or(0);
        first.truncate(read);
        Ok(Reply { status: parts.status.as_u16(), headers: parts.headers, body: first })
    }

    fn open(self) -> Result<(String, ureq::http::Response<ureq::Body>), Unreachable> {
        let url = format!("{}{}", self.client.origin, self.path);
        let failed = |source: ureq::Error| Unreachable { url: url.clone(), source: Box::new(source) };
        let mut request = Request::builder().method(self.method).uri(&url);
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        if let Some(cookie) = self.client.cookie.borrow().as_ref() {
            request = request.header("Cookie", cookie);
        }
        let http = |error: ureq::http::Error| failed(ureq::Error::Http(error));
        let response = match self.body {
            None => self.client.agent.run(request.body(()).map_err(http)?),
            Some(body) => self.client.agent.run(request.body(body).map_err(http)?),
        };
        let response = response.map_err(failed)?;
        Ok((url, response))
    }
}

impl Reply {
    /// A header, empty where it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The media type, without its parameters.
    pub fn media_type(&self) -> &str {
        self.header("content-type").split(';').next().unwrap_or_default().trim()
    }

    /// The body, read as the portal reads it.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_slice(&self.body)
    }

    /// The beginning of the body, for a message.
    pub fn excerpt(&self) -> String {
        let text = String::from_utf8_lossy(&self.body);
        text.chars().take(200).map(|c| if c.is_control() { ' ' } else { c }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_may_come_with_the_base_path() {
        for given in ["http://localhost:8480", "http://localhost:8480/", "http://localhost:8480/itsm/v1/"] {
            assert_eq!(Client::new(given).origin, "http://localhost:8480", "{given}");
        }
        assert_eq!(Client::new("https://a.example/help").origin, "https://a.example/help");
    }

    #[test]
    fn this_computer_has_several_names() {
        for own in [
            "http://127.0.0.1:8480",
            "http://127.1.2.3",
            "http://[::1]:8480",
            "http://localhost",
            "https://LOCALHOST:8443/help",
            "http://portal.localhost:8480",
        ] {
            assert!(is_loopback(own), "{own}");
        }
        for other in [
            "https://itsm.example.com",
            "http://localhost.example.com",
            "http://10.0.0.1",
            "http://[2001:db8::1]",
            "8480",
        ] {
            assert!(!is_loopback(other), "{other}");
        }
    }

    #[test]
    fn nobody_there_is_said_with_the_address() {
        // Port 9 discards, where anything listens at all.
        let error = Client::new("http://127.0.0.1:9").get("/itsm/v1/capabilities").send().unwrap_err();
        assert!(error.to_string().contains("http://127.0.0.1:9/itsm/v1/capabilities"), "{error}");
    }
}
