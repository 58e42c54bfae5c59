//! Filing a request.

use super::{
    Order,
    draft::{Draft, Obstacle, draft},
    preview::in_words,
};
use crate::{
    service::{
        Ctx, Denial, Failure, Objection, Write, approvals, files,
        tickets::{self, Access},
    },
    store,
    words::Words,
};
use guichet_contract::{
    FieldError,
    types::{RequestInput, Ticket},
};
use guichet_rules::{
    form::{Kind as QuestionKind, Problem},
    ids::{AttachmentId, TicketId},
    ticket::Kind,
};
use serde_json::Value;

/// Files a request.
pub async fn create(ctx: &Ctx, write: &mut Write, input: RequestInput) -> Result<Ticket, Failure> {
    let draft = draft(ctx, write.conn()?, &input).await?;
    refuse(ctx, &draft)?;
    let files = files_of(&draft);
    let mut ticket = ticket(ctx, draft, store::tickets::next_id(write.conn()?, Kind::Request).await?)?;
    tickets::file(ctx, write, &mut ticket).await?;
    for file in &files {
        files::claim(ctx, write, file, ticket.seq, None).await?;
    }
    approvals::add(write, &ticket).await?;
    // Asks whoever comes first, and tells everyone.
    approvals::advance(ctx, write, &mut ticket).await?;
    tickets::tell(write, &ticket, &[]).await?;
    let access = Access::of(ctx, write.conn()?, ticket).await?;
    tickets::view(ctx, write.conn()?, &access).await
}

/// What is wrong beside the answers comes first: whoever may not order need not mend answers.
fn refuse(ctx: &Ctx, draft: &Draft<'_>) -> Result<(), Failure> {
    if let Some(Obstacle::Refused(refusal)) =
        draft.obstacles.iter().find(|obstacle| matches!(obstacle, Obstacle::Refused(_)))
    {
        let own_words = in_words(ctx, draft, &Obstacle::Refused(*refusal));
        return Err(Failure::NotAllowed(Denial::Order(*refusal, Some(own_words))));
    }
    let obstacles = draft.obstacles.iter().filter_map(|obstacle| {
        let (pointer, code) = match obstacle {
            Obstacle::Refused(_) => return None,
            Obstacle::NoSuchPerson => ("/requested_for", "not_found"),
            Obstacle::Quantity => ("/quantity", "too_many"),
        };
        Some(FieldError {
            pointer: pointer.to_owned(),
            code: code.to_owned(),
            detail: in_words(ctx, draft, obstacle),
            params: Value::Null,
        })
    });
    let answers = draft.problems.iter().map(|problem| field_error(ctx, problem));
    let errors: Vec<FieldError> = obstacles.chain(answers).collect();
    if !errors.is_empty() {
        return Err(Failure::Invalid(errors));
    }
    // Last: other answers may ask other people.
    match draft.unaskable() {
        Some(problem) => {
            tracing::warn!(item = %draft.item.id, %problem, "a request was refused: an approval would find nobody to ask");
            let words = approvals::unaskable(ctx, problem);
            Err(Failure::Refused(Objection::Unaskable(problem.clone(), words)))
        }
        None => Ok(()),
    }
}

/// A problem of an answer, as `{code, …parameters}` on the wire and in words.
fn field_error(ctx: &Ctx, problem: &Problem) -> FieldError {
    let mut params = match serde_json::to_value(&problem.code) {
        Ok(Value::Object(map)) => map,
        _ => serde_json::Map::new(),
    };
    let code = params.remove("code");
    FieldError {
        pointer: format!("/answers{}", problem.pointer),
        code: code.as_ref().and_then(Value::as_str).unwrap_or("other").to_owned(),
        detail: problem.message.clone().unwrap_or_else(|| ctx.say(Words::Answer(&problem.code))),
        params: if params.is_empty() { Value::Null } else { Value::Object(params) },
    }
}

/// The files that the answers name; that they are there and free was checked.
fn files_of(draft: &Draft<'_>) -> Vec<AttachmentId> {
    let questions = draft.item.form.questions();
    let values = questions
        .filter(|question| matches!(question.kind, QuestionKind::File { .. }))
        .filter_map(|question| draft.answers.get(&question.id)?.as_array());
    values.flatten().filter_map(|id| AttachmentId::new(id.as_str()?).ok()).collect()
}

fn ticket(ctx: &Ctx, draft: Draft<'_>, id: TicketId) -> Result<store::Ticket, Failure> {
    let Draft { item, quantity, beneficiary, answers, price, plan, calendar, .. } = draft;
    let requester = &ctx.me()?.id;
    let order =
        Order { company: &ctx.company, item, quantity, requester, beneficiary: &beneficiary, at: ctx.now };
    Ok(order.ticket(id, answers, price, plan, calendar))
}
