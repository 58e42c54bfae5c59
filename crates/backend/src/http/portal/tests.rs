use super::*;
use axum::{
    body::to_bytes,
    http::{
        HeaderName, Request,
        header::{
            CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG,
            VARY, X_CONTENT_TYPE_OPTIONS,
        },
    },
};
use std::fs;
use tower::ServiceExt as _;

const PAGE: &str = "<!doctype html><base href=\"/\"><title>Guichet</title>";
const BROWSER: (HeaderName, &str) = (ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8");

fn dist() -> tempfile::TempDir {
    let dist = tempfile::tempdir().unwrap();
    for (name, content) in [
        ("index.html", PAGE),
        ("index.html.br", "br of index"),
        ("config.json", "{}"),
        ("config.json.br", "br of another"),
        ("app-1f8a90b2.js", "script"),
        ("app-1f8a90b2.js.br", "br of script"),
        ("app-1f8a90b2_bg.wasm", "module"),
        ("icons/a b.svg", "<svg/>"),
        ("site.webmanifest", "{}"),
        ("style-00000000.css", "a {}"),
    ] {
        let path = dist.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    dist
}

struct Answer {
    status: u16,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn header(&self, name: HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

async fn send(method: Method, path: &str, headers: &[(HeaderName, &str)], base: &str) -> Answer {
    let options = PortalOptions { base: base.to_owned(), ..PortalOptions::default() };
    let router: Router = routes(dist().path(), options).unwrap();
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    let response = router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, 1 << 20).await.unwrap();
    Answer {
        status: parts.status.as_u16(),
        headers: parts.headers,
        body: String::from_utf8(body.to_vec()).unwrap(),
    }
}

async fn get(path: &str, headers: &[(HeaderName, &str)]) -> Answer {
    send(Method::GET, path, headers, "/").await
}

#[tokio::test]
async fn files_come_with_their_types_and_how_long_to_keep_them() {
    const FOR_EVER: &str = "public, max-age=31536000, immutable";
    for (path, media_type, cache) in [
        ("/", "text/html; charset=utf-8", "no-cache"),
        ("/index.html", "text/html; charset=utf-8", "no-cache"),
        ("/config.json", "application/json", "no-cache"),
        ("/app-1f8a90b2.js", "text/javascript; charset=utf-8", FOR_EVER),
        ("/app-1f8a90b2_bg.wasm", "application/wasm", FOR_EVER),
        ("/style-00000000.css", "text/css; charset=utf-8", FOR_EVER),
        ("/icons/a%20b.svg", "image/svg+xml", "no-cache"),
        ("/site.webmanifest", "application/manifest+json", "no-cache"),
    ] {
        let answer = get(path, &[]).await;
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header(CONTENT_TYPE), media_type, "{path}");
        assert_eq!(answer.header(CACHE_CONTROL), cache, "{path}");
        assert_eq!(answer.header(X_CONTENT_TYPE_OPTIONS), "nosniff", "{path}");
    }
}

#[tokio::test]
async fn brotli_is_for_those_who_take_it() {
    let path = "/app-1f8a90b2.js";
    for (accepts, body) in [
        ("gzip, deflate, br", "br of script"),
        ("BR;q=0.5", "br of script"),
        ("gzip", "script"),
        ("br;q=0, gzip", "script"),
        ("", "script"),
    ] {
        let answer = get(path, &[(ACCEPT_ENCODING, accepts)]).await;
        assert_eq!(answer.body, body, "{accepts}");
        let encoding = if body == "script" { "" } else { "br" };
        assert_eq!(answer.header(CONTENT_ENCODING), encoding, "{accepts}");
        assert_eq!(answer.header(VARY), "accept-encoding", "{accepts}");
    }
    assert_eq!(get("/config.json", &[(ACCEPT_ENCODING, "br")]).await.header(VARY), "");
    assert_eq!(get("/app-1f8a90b2.js.br", &[]).await.status, 404, "the sibling has no address of its own");
}

#[tokio::test]
async fn what_the_browser_has_is_not_sent_again() {
    let plain = get("/config.json", &[]).await;
    let tag = plain.header(ETAG);
    assert!(tag.len() > 10 && tag.starts_with('"') && tag.ends_with('"'), "{tag}");
    for given in [tag.to_owned(), format!("\"x\", W/{tag}"), "*".to_owned()] {
        let again = get("/config.json", &[(IF_NONE_MATCH, given.as_str())]).await;
        assert_eq!((again.status, again.body.as_str(), again.header(ETAG)), (304, "", tag), "{given}");
    }
    assert_eq!(get("/config.json", &[(IF_NONE_MATCH, "\"x\"")]).await.status, 200);
    let script = get("/app-1f8a90b2.js", &[]).await;
    let packed = get("/app-1f8a90b2.js", &[(ACCEPT_ENCODING, "br")]).await;
    assert_ne!(script.header(ETAG), packed.header(ETAG), "a strong tag means these very bytes");
}

#[tokio::test]
async fn addresses_of_the_portal_are_the_page_and_nothing_else_is() {
    for (path, headers, status) in [
        ("/tickets/REQ-20418", &[BROWSER][..], 200),
        ("/knowledge/a.b", &[BROWSER], 200),
        ("/tickets/REQ-20418", &[], 404),
        ("/tickets/REQ-20418", &[(ACCEPT, "*/*")], 404),
        ("/tickets/REQ-20418", &[(ACCEPT, "text/html;q=0")], 404),
        ("/app-ffffffff.js", &[(ACCEPT, "*/*")], 404),
        ("/itsm", &[BROWSER], 404),
        ("/itsm/v2/me", &[BROWSER], 404),
        ("/itsmith", &[BROWSER], 200),
    ] {
        let answer = get(path, headers).await;
        assert_eq!(answer.status, status, "{path}");
        assert_eq!(answer.body, if status == 200 { PAGE } else { "" }, "{path}");
        assert!(answer.header(CONTENT_SECURITY_POLICY).starts_with("default-src 'none';"), "{path}");
    }
}

#[tokio::test]
async fn no_path_leads_out_of_the_folder() {
    for path in [
        "/../Cargo.toml",
        "/icons/../../Cargo.toml",
        "/..%2fCargo.toml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/%2e%2e%5cCargo.toml",
        "/a%00b",
        "/%ff",
        "/%zz",
        "/%2",
        "/..",
    ] {
        assert_eq!(get(path, &[BROWSER]).await.status, 404, "{path}");
    }
    assert_eq!(get("/%252e%252e/x", &[]).await.status, 404, "decoded once, it names no file");
    assert_eq!(get("//etc/passwd", &[]).await.status, 404);
}

#[tokio::test]
async fn other_methods_are_refused_and_head_has_no_body() {
    let answer = send(Method::POST, "/", &[BROWSER], "/").await;
    assert_eq!((answer.status, answer.header(ALLOW)), (405, "GET, HEAD"));
    let head = send(Method::HEAD, "/config.json", &[], "/").await;
    assert_eq!((head.status, head.body.as_str(), head.header(CONTENT_LENGTH)), (200, "", "2"));
}

#[tokio::test]
async fn below_a_base_the_page_knows_where_it_lives() {
    let page = PAGE.replace("\"/\"", "\"/service/\"");
    for path in ["/service/", "/service", "/service/tickets", "/", "/tickets"] {
        let answer = send(Method::GET, path, &[BROWSER, (ACCEPT_ENCODING, "br")], "/service/").await;
        assert_eq!((answer.status, answer.body.as_str()), (200, page.as_str()), "{path}");
    }
    for path in ["/service/config.json", "/config.json"] {
        assert_eq!(send(Method::GET, path, &[], "/service/").await.body, "{}", "{path}");
    }
    let path = "/service/app-1f8a90b2.js";
    let script = send(Method::GET, path, &[(ACCEPT_ENCODING, "br")], "/service/").await;
    assert_eq!(script.body, "br of script");
}

#[tokio::test]
async fn the_policy_names_the_backend_that_the_configuration_names() {
    for (config, connect, images) in [
        ("{}", "'self'", "'self' data: blob:"),
        ("{\"backend\": \"/it\"}", "'self'", "'self' data: blob:"),
        (
            "{\"backend\": \"https://itsm.example.com/\"}",
            "'self' https://itsm.example.com",
            "'self' data: blob: https://itsm.example.com",
        ),
    ] {
        let dist = dist();
        fs::write(dist.path().join(CONFIG), config).unwrap();
        let router: Router = routes(dist.path(), PortalOptions::default()).unwrap();
        let request = Request::builder().uri("/tickets").header(ACCEPT, BROWSER.1);
        let response = router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let policy = response.headers()[CONTENT_SECURITY_POLICY].to_str().unwrap();
        let directives: Vec<&str> = policy.split("; ").collect();
        assert!(directives.contains(&format!("connect-src {connect}").as_str()), "{config}: {policy}");
        assert!(directives.contains(&format!("img-src {images}").as_str()), "{config}: {policy}");
    }
}

#[test]
fn a_portal_that_cannot_be_served_is_refused_at_start() {
    let read = |dist: &Path, base: &str| {
        let options = PortalOptions { base: base.to_owned(), ..PortalOptions::default() };
        Portal::read(dist, &options).err().map(|error| error.to_string()).unwrap_or_default()
    };
    let dist = dist();
    for bad in ["", "service", "/service", "service/", "/a\"b/", "//", "/a/../", "/a b/"] {
        assert!(read(dist.path(), bad).contains("is no base path"), "{bad}");
    }
    assert_eq!(read(dist.path(), "/a/b.c/"), "");
    fs::write(dist.path().join(INDEX), "<title>no base</title>").unwrap();
    assert!(read(dist.path(), "/it/").contains("no <base"), "it could not find its files");
    assert_eq!(read(dist.path(), "/"), "");
    for (config, word) in [
        ("{\"backend\": ", "config.json of the portal cannot be read"),
        ("{\"backend\": \"itsm.example.com\"}", "names 'itsm.example.com' as its backend"),
        ("{\"backend\": \"https://*.example.com\"}", "'https://*.example.com' is no origin"),
    ] {
        fs::write(dist.path().join(CONFIG), config).unwrap();
        assert!(read(dist.path(), "/").contains(word), "{config}: {}", read(dist.path(), "/"));
    }
    let empty = tempfile::tempdir().unwrap();
    assert!(read(empty.path(), "/").contains("no index.html"));
}
