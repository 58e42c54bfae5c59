//! Secret answers. What the person may read is read, which everyone who sees the ticket is then told.

use crate::{
    client::{Client, Reply},
    walk::{Broken, Check, Walk, ensure, refused, success},
};
use guichet_contract::{
    Code, NoPath, NoQuery, Problem,
    endpoints::{GetTicket, GetTimeline, ListTickets, RevealAnswer, RevealPath, TicketPath, TimelinePath},
    types::{SecretAnswer, TicketQuery, TimelineEvent},
    url,
};
use guichet_rules::ids::{QuestionId, TicketId};
use serde_json::{Value, json};

/// Of the person's tickets so many are looked at for one with a secret.
const LOOKED_AT: u32 = 50;

pub(super) fn all(walk: &mut Walk) {
    if !walk.has("secrets") {
        return;
    }
    let Some(ticket) = walk.ticket.clone() else {
        walk.leave_out("secret answers", "the person has no ticket");
        return;
    };
    walk.check("a secret that is not there is refused with not_found", |client| {
        let question =
            QuestionId::new("no-such-question").map_err(|error| Broken::Otherwise(error.to_string()))?;
        refused(&reveal(client, &ticket, &question)?, Code::NotFound).map(drop)
    });
    let Some(found) = walk.check("tickets name their secrets", find) else { return };
    let Some((ticket, secret)) = found else {
        walk.leave_out("reading a secret answer", "the person sees no ticket with one");
        return;
    };
    if secret.allowed {
        walk.check("a secret is read, told of, and kept by nobody", |client| {
            read(client, &ticket, &secret.question)
        });
    } else {
        walk.check("a secret is refused to whoever may not read it, with a reason", |client| {
            refuse(&reveal(client, &ticket, &secret.question)?)
        });
    }
}

fn reveal(client: &Client, ticket: &TicketId, question: &QuestionId) -> Check<Reply> {
    let path = RevealPath { request: ticket.clone(), question: question.clone() };
    Ok(client.post(&url::<RevealAnswer>(&path, &NoQuery {})).json(&json!({})).send()?)
}

/// One of the person's tickets with a secret, if there is one.
fn find(client: &Client) -> Check<Option<(TicketId, SecretAnswer)>> {
    let query = TicketQuery { limit: Some(LOOKED_AT), ..TicketQuery::default() };
    let page = success::<ListTickets>(&client.get(&url::<ListTickets>(&NoPath {}, &query)).send()?)?;
    for summary in page.items {
        let address = url::<GetTicket>(&TicketPath { ticket: summary.id.clone() }, &NoQuery {});
        let ticket = success::<GetTicket>(&client.get(&address).send()?)?;
        let Some(secret) = ticket.secrets.into_iter().next() else { continue };
        let place = usize::try_from(secret.answer).unwrap_or(usize::MAX);
        ensure(ticket.answers.get(place).is_some(), || {
            format!("{} has a secret in the place of an answer that is not there", summary.id)
        })?;
        return Ok(Some((summary.id, secret)));
    }
    Ok(None)
}

fn read(client: &Client, ticket: &TicketId, question: &QuestionId) -> Check {
    let told = || -> Check<usize> {
        let address = url::<GetTimeline>(&TimelinePath { ticket: ticket.clone() }, &NoQuery {});
        let timeline = success::<GetTimeline>(&client.get(&address).send()?)?;
        Ok(timeline.iter().filter(|entry| entry.event == TimelineEvent::Revealed).count())
    };
    let before = told()?;
    let reply = reveal(client, ticket, question)?;
    success::<RevealAnswer>(&reply)?;
    ensure(reply.header("cache-control").contains("no-store"), || {
        format!("Cache-Control is '{}' and not no-store", reply.header("cache-control"))
    })?;
    ensure(reply.header("etag").is_empty(), || "it comes with an ETag".to_owned())?;
    let after = told()?;
    ensure(after == before + 1, || "the timeline has no entry `revealed` about it".to_owned())
}

fn refuse(reply: &Reply) -> Check {
    let code = reply.json::<Problem>().map_or(Code::Other, |problem| problem.code);
    ensure(matches!(code, Code::NotAllowed | Code::Refused | Code::Gone), || {
        format!("the code is '{code}' and none of not_allowed, refused and gone")
    })?;
    let problem = refused(reply, code)?;
    ensure(problem.reason.get("code").is_some_and(Value::is_string), || {
        format!("the reason is {} and has no code", problem.reason)
    })
}
