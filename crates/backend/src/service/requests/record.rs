//! A request as it was ordered, for whoever wants to order the same again.

use crate::{
    content::Item,
    service::{Ctx, Failure, refs, tickets::Access},
    store::{Conn, Ticket, tickets},
};
use guichet_contract::types::{FormRef, OrderedItem, RequestRecord};
use guichet_rules::{
    form::{Answers, Kind as QuestionKind, Question},
    ids::{FormId, QuestionId, TicketId},
    ticket::Kind,
};
use serde_json::Value;

/// What was ordered with the request of this number, and what was answered.
pub async fn record(ctx: &Ctx, id: &TicketId) -> Result<RequestRecord, Failure> {
    let mut conn = ctx.app.store.read().await?;
    let Access { ticket, .. } = Access::open(ctx, &mut conn, id).await?;
    if ticket.kind != Kind::Request {
        return Err(Failure::NotFound);
    }
    let items = parts(&mut conn, &ticket).await?;
    Ok(RequestRecord {
        id: ticket.id.clone(),
        items: items.iter().filter_map(|item| ordered(ctx, item).transpose()).collect::<Result<_, _>>()?,
        cost_centre: ticket.detail.cost_centre.filter(|_| ticket.detail.requested_items.is_some()),
    })
}

/// The requested items of an order; any other request is its own.
async fn parts(conn: &mut Conn, ticket: &Ticket) -> Result<Vec<Ticket>, Failure> {
    if ticket.is_order() { Ok(tickets::items_of(conn, ticket.seq).await?) } else { Ok(vec![ticket.clone()]) }
}

fn ordered(ctx: &Ctx, ticket: &Ticket) -> Result<Option<OrderedItem>, Failure> {
    let Some(item) = &ticket.item else { return Ok(None) };
    let (answers, left_out) = told(ctx.company.item(item), &ticket.detail.answers);
    Ok(Some(OrderedItem {
        ticket: ticket.id.clone(),
        line: ticket.detail.line.unwrap_or(0),
        item: refs::item(&ctx.company, item),
        form: FormRef {
            // A form has the id of its item.
            id: FormId::new(item.as_str()).map_err(Failure::internal)?,
            version: ticket.form_version.unwrap_or(0),
        },
        quantity: ticket.quantity.unwrap_or(1),
        requested_for: refs::person_in_full(&ctx.company, &ticket.requested_for),
        answers,
        left_out,
    }))
}

/// The answers that are given out again, and the questions whose answers are not. Of an answer to a question that the form no
/// longer has nobody knows whether it is a secret.
fn told(item: Option<&Item>, kept: &Answers) -> (Answers, Vec<QuestionId>) {
    let (mut answers, mut left_out) = (Answers::new(), Vec::new());
    for (id, value) in kept {
        let Some(question) = item.and_then(|item| item.form.question(id.as_str())) else { continue };
        if is_private(question) || value.is_null() {
            left_out.push(id.clone());
        } else {
            answers.insert(id.clone(), without_secrets(question, value));
        }
    }
    (answers, left_out)
}

fn is_private(question: &Question) -> bool {
    question.is_secret() || matches!(question.kind, QuestionKind::File { .. })
}

/// The rows of an answer without the secrets in them.
fn without_secrets(question: &Question, value: &Value) -> Value {
    let secret = |id: &str| question.kind.columns().iter().any(|q| q.id.as_str() == id && is_private(q));
    let mut value = value.clone();
    if !question.kind.columns().is_empty() {
        for row in value.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
            row.retain(|id, value| !secret(id) && !value.is_null());
        }
    }
    value
}
