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
    store::{self, secrets},
    words::Words,
};
use guichet_contract::{
    FieldError,
    types::{RequestInput, Ticket},
};
use guichet_rules::{
    form::{Answers, Form, Kind as QuestionKind, Problem},
    ids::{AttachmentId, CostCentreId, TicketId},
    ticket::Kind,
};
use serde_json::Value;

/// Files a request.
pub async fn create(ctx: &Ctx, write: &mut Write, input: RequestInput) -> Result<Ticket, Failure> {
    let draft = draft(ctx, write.conn()?, &input, None).await?;
    refuse(ctx, &draft)?;
    let id = store::tickets::next_id(write.conn()?, Kind::Request).await?;
    let ticket = file(ctx, write, draft, Filing { id, cost_centre: None, note: None, part: None }).await?;
    let access = Access::of(ctx, write.conn()?, ticket).await?;
    tickets::view(ctx, write.conn()?, &access).await
}

/// As what a request that was worked out is filed.
pub(super) struct Filing<'a> {
    /// Its number.
    pub id: TicketId,
    /// Who pays, where that was said.
    pub cost_centre: Option<&'a CostCentreId>,
    /// What was written with it.
    pub note: Option<String>,
    /// The order that it is a part of.
    pub part: Option<Part>,
}

/// A part of an order.
pub(super) struct Part {
    /// The order.
    pub of: i64,
    /// The line of it that asked for it, from 0.
    pub line: u32,
    /// The files in its answers are those of the order: others have them too.
    pub shares_files: bool,
}

/// Files what was worked out, asks whoever has to agree first, and tells everyone.
pub(super) async fn file(
    ctx: &Ctx,
    write: &mut Write,
    draft: Draft<'_>,
    filing: Filing<'_>,
) -> Result<store::Ticket, Failure> {
    let files = files_of(&draft);
    let own = !filing.part.as_ref().is_some_and(|part| part.shares_files);
    let (mut ticket, secrets) = ticket(ctx, draft, filing)?;
    tickets::file(ctx, write, &mut ticket).await?;
    secrets::keep(write.conn()?, ctx.app.store.vault(), ticket.seq, &secrets).await?;
    if own {
        for file in &files {
            files::claim(ctx, write, file, ticket.seq, None).await?;
        }
    }
    approvals::add(write, &ticket).await?;
    // Asks whoever comes first, and tells everyone.
    approvals::advance(ctx, write, &mut ticket).await?;
    tickets::tell(write, &ticket, &[]).await?;
    Ok(ticket)
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
            label: None,
        })
    });
    let answers = draft.problems.iter().map(|problem| field_error(ctx, &draft.item.form, problem));
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
pub(super) fn field_error(ctx: &Ctx, form: &Form, problem: &Problem) -> FieldError {
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
        label: form.label_at(&problem.pointer),
    }
}

/// The files that the answers name; that they are there and free was checked.
pub(super) fn files_of(draft: &Draft<'_>) -> Vec<AttachmentId> {
    let questions = draft.item.form.questions();
    let values = questions
        .filter(|question| matches!(question.kind, QuestionKind::File { .. }))
        .filter_map(|question| draft.answers.get(&question.id)?.as_array());
    values.flatten().filter_map(|id| AttachmentId::new(id.as_str()?).ok()).collect()
}

/// The ticket, and the answers that are kept apart from it.
fn ticket(ctx: &Ctx, draft: Draft<'_>, filing: Filing<'_>) -> Result<(store::Ticket, Answers), Failure> {
    let Draft { item, quantity, beneficiary, answers, price, plan, calendar, .. } = draft;
    let Filing { id, cost_centre, note, part } = filing;
    let (company, requester, at) = (&*ctx.company, &ctx.me()?.id, ctx.now);
    let order = Order { company, item, quantity, requester, beneficiary: &beneficiary, cost_centre, at };
    let (mut ticket, secrets) = order.ticket(id, answers, price, plan, calendar);
    ticket.parent = part.as_ref().map(|part| part.of);
    ticket.detail.line = part.map(|part| part.line);
    ticket.detail.description = note;
    Ok((ticket, secrets))
}
