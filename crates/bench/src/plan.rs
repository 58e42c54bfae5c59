//! What is called, prepared before the clock runs: making a call should cost as little as it can, because on one computer
//! the load takes its time from the backend.

use anyhow::{Context, Result, bail};
use bytes::Bytes;
use http_body_util::Full;
use hyper::{
    Method, Request, Uri,
    header::{CONTENT_TYPE, COOKIE, HOST, HeaderValue},
};
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// What is called.
#[derive(Debug)]
pub struct Plan {
    /// Host and port, which every URL has in common.
    pub authority: String,
    host: HeaderValue,
    paths: Vec<Uri>,
    cookies: Vec<HeaderValue>,
    /// What is posted; absent for reads.
    body: Option<Bytes>,
    /// Whether no two calls may have the same address.
    fresh: bool,
    calls: AtomicU64,
}

impl Plan {
    /// Calls of `urls`, of which all are on one server.
    pub fn new(urls: &[String], cookies: &[String], body: Option<Bytes>, fresh: bool) -> Result<Self> {
        let mut authority = String::new();
        let mut paths = Vec::with_capacity(urls.len());
        for url in urls {
            let uri: Uri = url.parse().with_context(|| format!("'{url}' is no URL"))?;
            let (Some("http"), Some(here), Some(path)) =
                (uri.scheme_str(), uri.authority(), uri.path_and_query())
            else {
                bail!("'{url}' is no URL such as http://127.0.0.1:8480/itsm/v1/me");
            };
            if here.port().is_none() || (!authority.is_empty() && authority != here.as_str()) {
                bail!("'{url}' names no port, or another server than the URL before it");
            }
            here.as_str().clone_into(&mut authority);
            paths.push(Uri::from(path.clone()));
        }
        let cookie = |text: &String| {
            HeaderValue::from_str(text).with_context(|| format!("'{text}' cannot be a cookie"))
        };
        Ok(Self {
            host: HeaderValue::from_str(&authority)?,
            authority,
            paths,
            cookies: cookies.iter().map(cookie).collect::<Result<_>>()?,
            body,
            fresh,
            calls: AtomicU64::new(0),
        })
    }

    /// The next call of a connection: it keeps its cookie and goes round the addresses.
    pub fn call(&self, connection: usize, turn: usize) -> Result<Request<Full<Bytes>>> {
        let path = self.paths.get(turn % self.paths.len().max(1)).context("there is nothing to call")?;
        let mut request = Request::builder().uri(self.address(path)?).header(HOST, self.host.clone());
        if let Some(cookie) = self.cookies.get(connection % self.cookies.len().max(1)) {
            request = request.header(COOKIE, cookie.clone());
        }
        let request = match &self.body {
            None => request.method(Method::GET).body(Full::default()),
            Some(body) => request
                .method(Method::POST)
                .header(CONTENT_TYPE, HeaderValue::from_static("application/json"))
                .header("idempotency-key", Uuid::new_v4().hyphenated().to_string())
                .body(Full::new(body.clone())),
        };
        Ok(request?)
    }

    /// `path`, with a parameter that nobody knows where no two calls may have the same address.
    fn address(&self, path: &Uri) -> Result<Uri> {
        if !self.fresh {
            return Ok(path.clone());
        }
        let number = self.calls.fetch_add(1, Ordering::Relaxed);
        let sign = if path.query().is_some() { '&' } else { '?' };
        Ok(format!("{path}{sign}fresh={number}").parse()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(urls: &[&str], body: Option<&'static str>, fresh: bool) -> Result<Plan> {
        let urls: Vec<String> = urls.iter().map(|url| (*url).to_owned()).collect();
        Plan::new(&urls, &["a=1".to_owned(), "a=2".to_owned()], body.map(Bytes::from), fresh)
    }

    #[test]
    fn connections_keep_their_cookie_and_go_round_the_addresses() {
        let plan = plan(&["http://127.0.0.1:1/a", "http://127.0.0.1:1/b?c=d"], None, false).unwrap();
        for (connection, turn, path, cookie) in
            [(0, 0, "/a", "a=1"), (0, 1, "/b?c=d", "a=1"), (1, 2, "/a", "a=2"), (2, 3, "/b?c=d", "a=1")]
        {
            let call = plan.call(connection, turn).unwrap();
            assert_eq!(call.method(), Method::GET);
            assert_eq!(call.uri().to_string(), path);
            assert_eq!(call.headers()[COOKIE], cookie);
            assert_eq!(call.headers()[HOST], "127.0.0.1:1");
        }
    }

    #[test]
    fn each_call_that_files_has_a_key_of_its_own() {
        let plan = plan(&["http://127.0.0.1:1/a"], Some("{}"), false).unwrap();
        let key = |turn| plan.call(0, turn).unwrap().headers()["idempotency-key"].clone();
        assert_eq!(key(0).len(), 36);
        assert_ne!(key(0), key(1));
        assert_eq!(plan.call(0, 0).unwrap().method(), Method::POST);
    }

    #[test]
    fn fresh_addresses_are_never_the_same() {
        let plan = plan(&["http://127.0.0.1:1/a", "http://127.0.0.1:1/b?c=d"], None, true).unwrap();
        let paths: Vec<String> = (0..3).map(|turn| plan.call(0, turn).unwrap().uri().to_string()).collect();
        assert_eq!(paths, ["/a?fresh=0", "/b?c=d&fresh=1", "/a?fresh=2"]);
    }

    #[test]
    fn all_addresses_are_on_one_server() {
        for urls in [
            &["127.0.0.1:1/a"][..],
            &["https://127.0.0.1:1/"],
            &["http://127.0.0.1/"],
            &["http://127.0.0.1:1/", "http://127.0.0.1:2/"],
        ] {
            assert!(plan(urls, None, false).is_err(), "{urls:?}");
        }
    }
}
