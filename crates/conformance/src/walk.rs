//! The walk: one check after the other, and what earlier ones learned.

use crate::{
    client::{Client, Reply, Unreachable},
    report::{Finding, Report, Verdict},
};
use guichet_contract::{Code, Endpoint, Problem, types::Capabilities, url};
use guichet_rules::ids::TicketId;

/// Why a convention is not kept.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Broken {
    /// It answers otherwise than it should.
    #[error("{0}")]
    Otherwise(String),
    /// It no longer answers.
    #[error(transparent)]
    Unreachable(#[from] Unreachable),
}

/// What a check gives.
pub(crate) type Check<T = ()> = Result<T, Broken>;

/// A convention is kept if `holds`.
pub(crate) fn ensure(holds: bool, otherwise: impl FnOnce() -> String) -> Check {
    if holds { Ok(()) } else { Err(Broken::Otherwise(otherwise())) }
}

/// Where the walk is, and what it knows.
pub(crate) struct Walk {
    pub(crate) client: Client,
    pub(crate) report: Report,
    /// What the backend says that it offers, once it was asked.
    pub(crate) capabilities: Option<Capabilities>,
    /// A ticket of the person, once one was seen.
    pub(crate) ticket: Option<TicketId>,
}

impl Walk {
    pub(crate) fn new(client: Client) -> Self {
        Self { client, report: Report::default(), capabilities: None, ticket: None }
    }

    /// Looks whether `convention` is kept; gives what was learned.
    pub(crate) fn check<T>(
        &mut self,
        convention: &str,
        check: impl FnOnce(&Client) -> Check<T>,
    ) -> Option<T> {
        let (verdict, learned) = match check(&self.client) {
            Ok(learned) => (Verdict::Kept, Some(learned)),
            Err(broken) => (Verdict::Broken(broken.to_string()), None),
        };
        self.report.findings.push(Finding { convention: convention.to_owned(), verdict });
        learned
    }

    /// Says that a convention was not looked at.
    pub(crate) fn leave_out(&mut self, convention: &str, why: &str) {
        let verdict = Verdict::LeftOut(why.to_owned());
        self.report.findings.push(Finding { convention: convention.to_owned(), verdict });
    }

    /// Whether the backend has an optional part; where it has not, that is noted.
    pub(crate) fn has(&mut self, feature: &str) -> bool {
        let has = self.capabilities.as_ref().is_some_and(|there| there.features.iter().any(|f| f == feature));
        if !has {
            self.leave_out(feature, "not among the features of /capabilities");
        }
        has
    }

    /// Reads `E`: status, media type, language, type, and where it is cached that 304 follows.
    pub(crate) fn read<E: Endpoint>(&mut self, path: &E::Path, query: &E::Query) -> Option<E::Reply> {
        let address = url::<E>(path, query);
        let convention = format!("{} answers as the document says ({address})", E::ID);
        self.check(&convention, |client| {
            let reply = client.get(&address).send()?;
            let read = success::<E>(&reply)?;
            ensure(!reply.header("content-language").is_empty(), || {
                "there is no Content-Language".to_owned()
            })?;
            if E::CACHED {
                cached(client, &address, &reply)?;
            }
            Ok(read)
        })
    }
}

/// The reply of a call that succeeded.
pub(crate) fn success<E: Endpoint>(reply: &Reply) -> Check<E::Reply> {
    ensure(reply.status == E::SUCCESS, || {
        format!("{} answers {} and not {}: {}", E::ID, reply.status, E::SUCCESS, reply.excerpt())
    })?;
    ensure(reply.media_type() == "application/json", || {
        format!("{} answers with '{}' and not with application/json", E::ID, reply.media_type())
    })?;
    reply.json().map_err(|error| {
        Broken::Otherwise(format!("{} answers with something that the portal cannot read: {error}", E::ID))
    })
}

/// Whether `If-None-Match` saves the body.
fn cached(client: &Client, address: &str, first: &Reply) -> Check {
    let etag = first.header("etag");
    let strong = etag.len() > 2 && etag.starts_with('"') && etag.ends_with('"');
    ensure(strong, || format!("'{etag}' is no strong ETag"))?;
    // Clocks go on, so what has some may change from one second to the next: one of three calls is enough.
    let mut etag = etag.to_owned();
    for _ in 0..3 {
        let again = client.get(address).header("If-None-Match", etag.as_str()).send()?;
        if again.status == 304 {
            return ensure(again.body.is_empty(), || "304 comes with a body".to_owned());
        }
        ensure(again.status == 200, || format!("If-None-Match is answered with {}", again.status))?;
        etag = again.header("etag").to_owned();
    }
    Err(Broken::Otherwise("If-None-Match with the newest ETag is never answered with 304".to_owned()))
}

/// A refusal with this code, in the one shape that refusals have.
pub(crate) fn refused(reply: &Reply, code: Code) -> Check<Problem> {
    ensure(reply.status == code.status(), || {
        format!("the status is {} and not {} ({code}): {}", reply.status, code.status(), reply.excerpt())
    })?;
    ensure(reply.media_type() == "application/problem+json", || {
        format!("the media type is '{}' and not application/problem+json", reply.media_type())
    })?;
    let problem: Problem = reply
        .json()
        .map_err(|error| Broken::Otherwise(format!("the problem document cannot be read: {error}")))?;
    ensure(problem.code == code, || format!("the code is '{}' and not '{code}'", problem.code))?;
    ensure(problem.status == reply.status, || {
        format!("the document says {} and the status line {}", problem.status, reply.status)
    })?;
    for (field, text) in
        [("title", &problem.title), ("detail", &problem.detail), ("request_id", &problem.request_id)]
    {
        ensure(!text.is_empty(), || format!("'{field}' is empty"))?;
    }
    Ok(problem)
}
