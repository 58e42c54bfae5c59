//! Incidents: what can be answered, and reporting one.

mod options;
mod report;

pub use options::options;
pub(crate) use report::{opening, ticket};

use super::{
    Ctx, Failure, Write, files,
    input::{is_longer, too_long, wrong},
    tickets::{self, Access},
};
use crate::{
    config::limits,
    content::{Company, Level},
    store,
    words::Words,
};
use guichet_contract::{
    FieldError,
    types::{IncidentInput, Ticket},
};
use guichet_rules::{ids::PersonId, ticket::Kind};

/// Reports a problem.
pub async fn create(ctx: &Ctx, write: &mut Write, input: IncidentInput) -> Result<Ticket, Failure> {
    let me = ctx.me()?;
    let errors = check(ctx, &input);
    if !errors.is_empty() {
        return Err(Failure::Invalid(errors));
    }
    files::check(ctx, write.conn()?, &input.attachments).await?;
    let attachments = input.attachments.clone();
    let id = store::tickets::next_id(write.conn()?, Kind::Incident).await?;
    let mut ticket = ticket(&ctx.company, &me.id, input, id, ctx.now).map_err(Failure::internal)?;
    tickets::file(ctx, write, &mut ticket).await?;
    for entry in opening(&ticket) {
        tickets::log(write, &ticket, entry).await?;
    }
    for file in &attachments {
        files::claim(ctx, write, file, ticket.seq, None).await?;
    }
    tickets::tell(write, &ticket, &[]).await?;
    let access = Access::of(ctx, write.conn()?, ticket).await?;
    tickets::view(ctx, write.conn()?, &access).await
}

/// What is wrong with a report.
fn check(ctx: &Ctx, input: &IncidentInput) -> Vec<FieldError> {
    let company = &ctx.company;
    let mut errors = Vec::new();
    if input.title.trim().is_empty() {
        errors.push(wrong(ctx, "/title", "required", Words::Needed));
    } else if is_longer(&input.title, limits::TITLE_CHARS) {
        errors.push(too_long(ctx, "/title", limits::TITLE_CHARS));
    }
    if is_longer(&input.description, limits::TEXT_CHARS) {
        errors.push(too_long(ctx, "/description", limits::TEXT_CHARS));
    }
    let known = |levels: &[Level], id: &str| levels.iter().any(|level| level.id == id);
    let choices = [
        ("/impact", known(&company.impacts, &input.impact)),
        ("/urgency", known(&company.urgencies, &input.urgency)),
        ("/service", input.service.as_ref().is_none_or(|id| company.services.contains_key(id))),
        ("/asset", input.asset.as_ref().is_none_or(|id| company.assets.contains_key(id))),
        ("/requested_for", input.requested_for.as_ref().is_none_or(|id| is_active(company, id))),
    ];
    for (pointer, _) in choices.into_iter().filter(|(_, there)| !there) {
        errors.push(wrong(ctx, pointer, "not_found", Words::NoSuchChoice));
    }
    errors
}

fn is_active(company: &Company, person: &PersonId) -> bool {
    company.person(person).is_some_and(|person| person.active)
}
