//! The rules against the backend over HTTP: what `POST /requests/validate` says of answers, and what filing them comes to.

use super::{Judges, Lines, SETS, company};
use crate::{
    campaign::{folder::Folder, rng::Rng},
    http::{Answer, Client},
    process::{root, say},
    server,
};
use anyhow::{Context, Result, bail};
use guichet_contract::{
    Endpoint,
    endpoints::{CreateRequest, GetMe, ValidateRequest},
    path_url,
};
use serde_json::{Value, json};
use std::{collections::BTreeSet, path::Path, time::Instant};

/// Somebody who belongs to groups that random conditions ask for.
const PERSON: &str = "aylin-kaya";
/// What only a backend knows: whether what an answer names exists.
const NOT_FOUND: &str = "not_found";

/// What was said.
#[derive(Debug, Default)]
struct Counted {
    filed: u64,
    refused: u64,
}

/// Whoever asks the backend, and what the rules say to the same.
struct Asking {
    client: Client,
    origin: String,
    cookie: String,
    groups: Vec<Value>,
    native: Lines,
    wasm: Lines,
    rng: Rng,
}

/// Compares what is said of `forms` forms.
pub fn compare(judges: &Judges, program: &Path, folder: &Folder, from: u64, forms: u64) -> Result<()> {
    let began = Instant::now();
    say(format!("{forms} random forms with {SETS} sets of answers, over HTTP"));
    let all = company::forms(&mut judges.native("sound-form")?, from, forms, SETS)?;
    let content = company::make(&root().join("content/demo"), folder.path(), &all)?;
    let mut serve = server::backend_of(program, &content, &folder.data());
    let server = server::start(&mut serve, &folder.log())?;
    let mut asking = Asking::new(judges, server.origin(), from)?;
    let mut counted = Counted::default();
    for random in &all {
        for answers in &random.answers {
            asking.compare(&random.id, &random.form, answers, &mut counted).with_context(|| {
                format!("{} with {answers}; everything is in {}", random.form, folder.path().display())
            })?;
        }
    }
    let Counted { filed, refused } = counted;
    if filed == 0 || refused == 0 {
        bail!("{filed} were filed and {refused} refused: that says too little");
    }
    println!("    {filed} filed and {refused} refused, as the rules say, {} s", began.elapsed().as_secs());
    Ok(())
}

impl Asking {
    fn new(judges: &Judges, origin: &str, seed: u64) -> Result<Self> {
        let client = Client::new();
        let cookie = client.sign_in(origin, PERSON)?;
        let me = client.read(&format!("{origin}{}", path_url(GetMe::PATH, &[])), &cookie)?;
        let groups = me.get("groups").and_then(Value::as_array).into_iter().flatten();
        Ok(Self {
            groups: groups.filter_map(|group| group.get("id").cloned()).collect(),
            client,
            origin: origin.to_owned(),
            cookie,
            native: judges.native("form")?,
            wasm: judges.wasm("form")?,
            rng: Rng::stream(seed, 0),
        })
    }

    fn compare(&mut self, id: &str, form: &Value, answers: &Value, counted: &mut Counted) -> Result<()> {
        let body = json!({ "item": id, "form": { "id": id, "version": 1 }, "answers": answers });
        let checked = self.post(ValidateRequest::PATH, &body)?.must_be(200)?;
        let line = json!({
            "form": form,
            "answers": answers,
            "today": day(checked.header("date")).context("the backend does not say what day it is")?,
            "groups": self.groups,
            "currency": "EUR",
        });
        let (said, preview) = (self.native.ask(&line)?, checked.json()?);
        same("the module", &said, &self.wasm.ask(&line)?)?;
        let found = without_unknown(preview.get("problems"));
        same("the preview", &said["problems"], &found)?;
        same("the preview", &said["price"], &preview["price"])?;

        let filed = self.post(CreateRequest::PATH, &body)?;
        let fine = said["problems"] == json!([]) && preview["problems"] == json!([]);
        if fine {
            let ticket = filed.must_be(201)?.json()?;
            same(
                "the ticket",
                &ids(said["submitted"].as_object().map(|all| all.keys().cloned())),
                &labels(&ticket),
            )?;
            counted.filed += 1;
        } else {
            let refusal = filed.must_be(422)?.json()?;
            same(
                "the refusal",
                &pointers(&preview["problems"], "/answers"),
                &pointers(&refusal["errors"], ""),
            )?;
            counted.refused += 1;
        }
        Ok(())
    }

    fn post(&mut self, path: &str, body: &Value) -> Result<Answer> {
        let url = format!("{}{}", self.origin, path_url(path, &[]));
        let key = self.rng.uuid();
        let headers = [("Cookie", self.cookie.as_str()), ("Idempotency-Key", key.as_str())];
        self.client.post(&url, &headers, body)
    }
}

fn same(who: &str, rules: &Value, other: &Value) -> Result<()> {
    if rules != other {
        bail!("the rules say {rules}, {who} says {other}");
    }
    Ok(())
}

/// Problems without those that the rules cannot know of.
fn without_unknown(problems: Option<&Value>) -> Value {
    let problems = problems.and_then(Value::as_array).into_iter().flatten();
    problems
        .filter(|problem| problem.get("code").and_then(Value::as_str) != Some(NOT_FOUND))
        .cloned()
        .collect()
}

/// Where something is wrong, and what.
fn pointers(problems: &Value, above: &str) -> Value {
    let problems = problems.as_array().into_iter().flatten();
    let pointer =
        |problem: &Value| problem.get("pointer").and_then(Value::as_str).map(|at| format!("{above}{at}"));
    problems.map(|problem| json!([pointer(problem), problem.get("code")])).collect()
}

/// Which questions a ticket has an answer to.
fn labels(ticket: &Value) -> Value {
    let answers = ticket.get("answers").and_then(Value::as_array).into_iter().flatten();
    ids(Some(answers.filter_map(|answer| answer.get("label")?.as_str()).map(str::to_owned)))
}

fn ids(ids: Option<impl Iterator<Item = String>>) -> Value {
    json!(ids.into_iter().flatten().collect::<BTreeSet<String>>())
}

/// The day of an HTTP date, `Sat, 21 Nov 2026 10:00:00 GMT`, as `2026-11-21`.
fn day(date: &str) -> Option<String> {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let mut words = date.split_whitespace().skip(1);
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    let month = MONTHS.find(month).filter(|_| month.len() == 3)? / 3 + 1;
    Some(format!("{year}-{month:02}-{day}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_of_http_is_a_day() {
        assert_eq!(day("Sat, 21 Nov 2026 10:00:00 GMT").as_deref(), Some("2026-11-21"));
        assert_eq!(day("Thu, 01 Jan 2026 23:59:59 GMT").as_deref(), Some("2026-01-01"));
        assert_eq!(day(""), None);
    }

    #[test]
    fn what_only_the_backend_knows_is_left_out() {
        let problems =
            json!([{ "code": "not_found", "pointer": "/a" }, { "code": "required", "pointer": "/b/0/c" }]);
        assert_eq!(without_unknown(Some(&problems)), json!([{ "code": "required", "pointer": "/b/0/c" }]));
        assert_eq!(
            pointers(&problems, "/answers"),
            json!([["/answers/a", "not_found"], ["/answers/b/0/c", "required"]])
        );
        assert_eq!(labels(&json!({ "answers": [{ "label": "b" }, { "label": "a" }] })), json!(["a", "b"]));
    }
}
