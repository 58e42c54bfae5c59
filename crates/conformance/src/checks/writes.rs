//! Filing, repeating, commenting and acting. Whatever is filed here is cancelled at the end.

use crate::{
    client::Client,
    key::key,
    walk::{Broken, Check, Walk, ensure, refused, success},
};
use guichet_contract::{
    Code, NoPath, NoQuery,
    endpoints::{
        ActOnTicket, ActionPath, AddComment, CommentPath, CreateIncident, CreateRequest, GetIncidentOptions,
        GetItem, GetTicket, GetTimeline, ItemPath, ListItems, TicketPath, TimelinePath, ValidateRequest,
    },
    types::{Item, ItemQuery, Ticket, TimelineEvent},
    url,
};
use guichet_rules::{ids::TicketId, ticket::State};
use serde_json::{Value, json};

/// Says whose doing it is, to whoever finds it.
const TITLE: &str = "Conformance check, please ignore";

/// The life of an incident, then what can be wrong with a request.
pub(super) fn all(walk: &mut Walk) {
    let Some(input) = walk.check("an incident can be described with /incidents/options", describe) else {
        return;
    };
    let once = key();
    let Some(ticket) = walk
        .check("an incident is filed once however often it is sent", |client| file(client, &input, &once))
    else {
        return;
    };
    walk.check("a key that was used for another call is refused with key_reused", |client| {
        let other = json!({ "title": "Another one", "impact": input["impact"], "urgency": input["urgency"] });
        let call = client.post(&url::<CreateIncident>(&NoPath {}, &NoQuery {})).json(&other);
        refused(&call.header("Idempotency-Key", once.as_str()).send()?, Code::KeyReused).map(drop)
    });
    walk.check("what was filed is there", |client| {
        let found = read(client, &ticket.summary.id)?;
        ensure(found.summary.title == TITLE, || format!("its title is '{}'", found.summary.title))?;
        ensure(found.summary.state == State::New, || format!("its state is '{}'", found.summary.state))?;
        ensure(!found.actions.is_empty(), || "there is nothing that can be done with it".to_owned())
    });
    let id = &ticket.summary.id;
    walk.check("a comment makes a new version and stands in the timeline", |client| comment(client, id));
    walk.check("an action without If-Match is refused with version_missing", |client| {
        let call = client.post(&cancel(id)).json(&json!({ "comment": TITLE }));
        refused(&call.header("Idempotency-Key", key()).send()?, Code::VersionMissing).map(drop)
    });
    walk.check("an action on an old version is refused with stale, which holds the new one", |client| {
        let call = client.post(&cancel(id)).json(&json!({ "comment": TITLE })).header("If-Match", "\"0\"");
        let problem = refused(&call.header("Idempotency-Key", key()).send()?, Code::Stale)?;
        let current = serde_json::from_value::<Ticket>(problem.current);
        ensure(current.is_ok_and(|current| current.summary.id == *id), || {
            "`current` is not the ticket".to_owned()
        })
    });
    walk.check("an action that does not exist is refused with not_found", |client| {
        let path = ActionPath { ticket: id.clone(), action: "no-such-action".to_owned() };
        let version = read(client, id)?.version;
        let call = client.post(&url::<ActOnTicket>(&path, &NoQuery {})).json(&json!({}));
        let call = call.header("If-Match", format!("\"{version}\""));
        refused(&call.header("Idempotency-Key", key()).send()?, Code::NotFound).map(drop)
    });
    let cancelled =
        walk.check("If-Match takes the version in quotes, and the action is done", |client| end(client, id));
    if cancelled.is_some() {
        walk.check("what is not possible now is refused with refused and a reason", |client| {
            let path = CommentPath { ticket: id.clone() };
            let call = client.post(&url::<AddComment>(&path, &NoQuery {})).json(&json!({ "text": TITLE }));
            let problem = refused(&call.header("Idempotency-Key", key()).send()?, Code::Refused)?;
            ensure(problem.reason.get("code").is_some_and(Value::is_string), || {
                format!("the reason is {} and has no code", problem.reason)
            })
        });
    }
    requests(walk);
}

fn describe(client: &Client) -> Check<Value> {
    let options = client.get(&url::<GetIncidentOptions>(&NoPath {}, &NoQuery {})).send()?;
    let options = success::<GetIncidentOptions>(&options)?;
    let whole = options.matrix.len() == options.impacts.len()
        && options.matrix.iter().all(|row| row.len() == options.urgencies.len());
    ensure(whole, || "the matrix does not have a row an impact and a column an urgency".to_owned())?;
    let (Some(impact), Some(urgency)) = (options.impacts.last(), options.urgencies.last()) else {
        return Err(Broken::Otherwise("there are no options".to_owned()));
    };
    // What a later release may send has to be ignored.
    Ok(json!({ "title": TITLE, "impact": impact.id, "urgency": urgency.id, "x_later": { "a": 1 } }))
}

fn file(client: &Client, input: &Value, key: &str) -> Check<Ticket> {
    let address = url::<CreateIncident>(&NoPath {}, &NoQuery {});
    let mut first: Option<Ticket> = None;
    for _ in 0..2 {
        let reply = client.post(&address).json(input).header("Idempotency-Key", key).send()?;
        let ticket = success::<CreateIncident>(&reply)?;
        if let Some(first) = &first {
            ensure(first.summary.id == ticket.summary.id, || {
                format!("the second time it is {} and not {}", ticket.summary.id, first.summary.id)
            })?;
        }
        first = Some(ticket);
    }
    first.ok_or_else(|| Broken::Otherwise("it was not filed".to_owned()))
}

fn read(client: &Client, id: &TicketId) -> Check<Ticket> {
    let address = url::<GetTicket>(&TicketPath { ticket: id.clone() }, &NoQuery {});
    success::<GetTicket>(&client.get(&address).send()?)
}

fn comment(client: &Client, id: &TicketId) -> Check {
    let before = read(client, id)?.version;
    let address = url::<AddComment>(&CommentPath { ticket: id.clone() }, &NoQuery {});
    let call = client.post(&address).json(&json!({ "text": TITLE })).header("Idempotency-Key", key());
    let after = success::<AddComment>(&call.send()?)?.version;
    ensure(after > before, || format!("the version was {before} and is {after}"))?;
    let timeline = url::<GetTimeline>(&TimelinePath { ticket: id.clone() }, &NoQuery {});
    let timeline = success::<GetTimeline>(&client.get(&timeline).send()?)?;
    let told = timeline
        .iter()
        .any(|entry| entry.event == TimelineEvent::Comment && entry.text.as_deref() == Some(TITLE));
    ensure(told, || "it is not in the timeline".to_owned())?;
    ensure(timeline.is_sorted_by_key(|entry| entry.at), || "the timeline is not in order".to_owned())
}

fn cancel(id: &TicketId) -> String {
    let path = ActionPath { ticket: id.clone(), action: "cancel".to_owned() };
    url::<ActOnTicket>(&path, &NoQuery {})
}

fn end(client: &Client, id: &TicketId) -> Check {
    let version = read(client, id)?.version;
    let call = client.post(&cancel(id)).json(&json!({ "comment": TITLE }));
    let call = call.header("If-Match", format!("\"{version}\"")).header("Idempotency-Key", key());
    let reply = success::<ActOnTicket>(&call.send()?)?;
    let state = reply.ticket.summary.state;
    ensure(state == State::Cancelled, || format!("the state is '{state}' and not cancelled"))
}

/// A dry run, and what can be wrong with an order.
fn requests(walk: &mut Walk) {
    let found = walk.check("something can be ordered", |client| {
        let query = ItemQuery { orderable: Some(true), limit: Some(100), ..ItemQuery::default() };
        let page = success::<ListItems>(&client.get(&url::<ListItems>(&NoPath {}, &query)).send()?)?;
        let Some(first) = page.items.first() else {
            return Err(Broken::Otherwise("there is no item that this person may order".to_owned()));
        };
        let address = url::<GetItem>(&ItemPath { item: first.id.clone() }, &NoQuery {});
        success::<GetItem>(&client.get(&address).send()?)
    });
    let Some(item) = found else { return };
    let order = |answers: Value| json!({ "item": item.summary.id, "form": { "id": item.form.id, "version": item.form.version }, "answers": answers });
    walk.check("a dry run answers 200 whatever is wrong with the answers", |client| {
        let call = client.post(&url::<ValidateRequest>(&NoPath {}, &NoQuery {}));
        let preview =
            success::<ValidateRequest>(&call.json(&order(json!({ "no-such-question": 1 }))).send()?)?;
        ensure(!preview.problems.is_empty(), || "an answer to no question is no problem to it".to_owned())
    });
    walk.check("wrong answers are refused with invalid, and pointed at", |client| {
        let call = client.post(&url::<CreateRequest>(&NoPath {}, &NoQuery {}));
        let call = call.json(&order(json!({ "no-such-question": 1 }))).header("Idempotency-Key", key());
        let problem = refused(&call.send()?, Code::Invalid)?;
        ensure(problem.errors.iter().any(|error| error.pointer == "/answers/no-such-question"), || {
            "no error points at /answers/no-such-question".to_owned()
        })
    });
    walk.check("an old form is refused with form_changed, which names the new one", |client| {
        old_form(client, &item)
    });
}

fn old_form(client: &Client, item: &Item) -> Check {
    let form = json!({ "id": item.form.id, "version": item.form.version + 1 });
    let body = json!({ "item": item.summary.id, "form": form, "answers": {} });
    let call = client.post(&url::<CreateRequest>(&NoPath {}, &NoQuery {})).json(&body);
    let problem = refused(&call.header("Idempotency-Key", key()).send()?, Code::FormChanged)?;
    let version = problem.current.pointer("/form/version").and_then(Value::as_u64);
    ensure(version == Some(u64::from(item.form.version)), || {
        format!("`current` is {} and does not name version {}", problem.current, item.form.version)
    })?;
    ensure(problem.current.get("answers").is_some_and(Value::is_object), || {
        "`current` has no `answers`".to_owned()
    })
}
