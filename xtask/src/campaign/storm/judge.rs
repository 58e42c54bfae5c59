//! Whether an answer is one that a backend may give, whatever it was asked.

use super::{attack::Attack, wire::Heard};
use crate::process::root;
use anyhow::{Context, Result, bail};
use guichet_contract::{Code, Problem};
use serde_json::Value;
use std::path::Path;

/// Words that a refusal holds only where it tells of the backend's insides.
pub const WORDS: [&str; 15] = [
    "SELECT ",
    "INSERT INTO",
    "UPDATE tickets",
    "no such column",
    "no such table",
    "sqlite",
    "SQLite",
    "sqlx",
    "guichet.db",
    "guichet.key",
    "panicked",
    "stack backtrace",
    "/registry/src/",
    ".rs:",
    "root:x:0",
];

/// In bytes: who sends more and is refused before the end may find the line cut, with the answer lost on the way.
const MUCH: usize = 64 << 10;

/// What no refusal may hold.
pub struct Secrets(Vec<String>);

impl Secrets {
    /// The words, and the paths of this computer.
    pub fn new(folder: &Path) -> Self {
        let paths = [folder.display().to_string(), root().join("crates").display().to_string()];
        Self(WORDS.iter().map(|word| (*word).to_owned()).chain(paths).collect())
    }

    fn in_body(&self, body: &[u8]) -> Option<&str> {
        let text = String::from_utf8_lossy(body);
        self.0.iter().map(String::as_str).find(|secret| text.contains(secret))
    }
}

/// Everything that is wrong with an answer.
pub fn judge(attack: &Attack, heard: Option<&Heard>, secrets: &Secrets) -> Vec<String> {
    let Some(heard) = heard else {
        let may_be = attack.is_broken || attack.body > MUCH;
        return if may_be { Vec::new() } else { vec!["there was no answer".to_owned()] };
    };
    let mut wrong = Vec::new();
    if heard.status >= 500 && !matches!(heard.status, 503 | 507) {
        wrong.push(format!("the answer was {}", heard.status));
    }
    if heard.status >= 400
        && let Some(secret) = secrets.in_body(&heard.body)
    {
        wrong.push(format!("the answer {} tells of '{secret}'", heard.status));
    }
    if !attack.is_broken {
        wrong.extend(of_shape(attack, heard).err().map(|error| format!("{error:#}")));
    }
    wrong
}

/// Whether an answer of the backend has the shape that the contract gives it.
fn of_shape(attack: &Attack, heard: &Heard) -> Result<()> {
    let status = heard.status;
    let media_type = heard.header("content-type").split(';').next().unwrap_or_default();
    let id = heard.header("x-request-id");
    if id.is_empty() {
        bail!("the answer {status} has no request id");
    }
    if status >= 400 && media_type != "application/problem+json" {
        bail!("the refusal {status} is '{media_type}' and no problem document");
    }
    if attack.is_head {
        return Ok(());
    }
    if status >= 400 {
        return of_problem(heard, id);
    }
    if media_type == "application/json" && serde_json::from_slice::<Value>(&heard.body).is_err() {
        bail!("the answer {status} is no JSON");
    }
    Ok(())
}

fn of_problem(heard: &Heard, id: &str) -> Result<()> {
    let status = heard.status;
    let problem: Problem = serde_json::from_slice(&heard.body)
        .with_context(|| format!("the refusal {status} cannot be read"))?;
    if problem.status != status || problem.code.status() != status || problem.code == Code::Other {
        bail!("the refusal {status} says {} and '{}'", problem.status, problem.code);
    }
    if problem.request_id != id {
        bail!("the refusal {status} has the ids '{}' and '{id}'", problem.request_id);
    }
    if problem.title.is_empty() || problem.detail.is_empty() {
        bail!("the refusal {status} says nothing to people");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::storm::wire::parse;

    fn attack() -> Attack {
        let bytes = b"GET /itsm/v1/a HTTP/1.1\r\n\r\n".to_vec();
        Attack { bytes, is_head: false, is_broken: false, ends_early: false, signs_out: None, body: 0 }
    }

    fn judged(attack: &Attack, answer: &str) -> Vec<String> {
        let heard = parse(answer.as_bytes());
        judge(attack, heard.as_ref(), &Secrets::new(Path::new("/tmp/some-data")))
    }

    fn refusal(status: u16, id: &str, body: &str) -> String {
        format!(
            "HTTP/1.1 {status} No\r\nContent-Type: application/problem+json\r\nX-Request-Id: {id}\r\n\r\n{body}"
        )
    }

    fn problem(code: Code) -> Problem {
        Problem { request_id: "a-1".to_owned(), ..Problem::new(code, "There is nothing here.") }
    }

    fn json(problem: &Problem) -> String {
        serde_json::to_string(problem).unwrap()
    }

    #[test]
    fn a_proper_refusal_is_right() {
        for code in [Code::NotFound, Code::Malformed, Code::Unavailable, Code::NoSpace] {
            let answer = refusal(code.status(), "a-1", &json(&problem(code)));
            assert_eq!(judged(&attack(), &answer), Vec::<String>::new(), "{code}");
        }
        let good = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Request-Id: a-1\r\n\r\n{}";
        assert_eq!(judged(&attack(), good), Vec::<String>::new());
    }

    #[test]
    fn everything_else_is_seen() {
        let right = problem(Code::NotFound);
        let telling = Problem { detail: "no such column: q".to_owned(), ..right.clone() };
        let path = Problem { detail: "/tmp/some-data/data".to_owned(), ..right.clone() };
        let silent = Problem { detail: String::new(), ..right.clone() };
        for (answer, word) in [
            (String::new(), "no answer"),
            (refusal(500, "a-1", &json(&problem(Code::Internal))), "was 500"),
            (refusal(404, "a-1", &json(&telling)), "tells of 'no such column'"),
            (refusal(404, "a-1", &json(&path)), "tells of '/tmp/some-data'"),
            (refusal(404, "", &json(&right)), "no request id"),
            (refusal(404, "b-2", &json(&right)), "has the ids"),
            (refusal(400, "a-1", &json(&right)), "says 404"),
            (refusal(404, "a-1", "{"), "cannot be read"),
            (refusal(404, "a-1", &json(&silent)), "says nothing"),
            ("HTTP/1.1 404 No\r\nX-Request-Id: a-1\r\n\r\n".to_owned(), "no problem document"),
            (
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Request-Id: a-1\r\n\r\n{".to_owned(),
                "is no JSON",
            ),
        ] {
            let wrong = judged(&attack(), &answer);
            assert!(wrong.iter().any(|mistake| mistake.contains(word)), "{word}: {wrong:?}");
        }
    }

    #[test]
    fn who_breaks_http_may_be_hung_up_on() {
        let broken = Attack { is_broken: true, ..attack() };
        assert_eq!(judged(&broken, ""), Vec::<String>::new());
        assert_eq!(judged(&broken, "HTTP/1.1 431 No\r\n\r\n"), Vec::<String>::new());
        assert_eq!(judged(&broken, "HTTP/1.1 500 No\r\n\r\n"), ["the answer was 500"]);
        let long = Attack { body: MUCH + 1, ..attack() };
        assert_eq!(judged(&long, ""), Vec::<String>::new());
    }
}
