//! What only the backend can check of answers: that people, services, devices, sites and files exist and may be chosen.

use crate::{
    content::Company,
    service::{Ctx, Failure, files, scope},
    store::{Conn, attachments},
};
use guichet_rules::{
    form::{Answer, Evaluation, Form, Kind, Problem, ProblemCode, Question},
    ids::{AssetId, AttachmentId, LocationId, PersonId, ServiceId},
};

/// Adds a problem to each answer that names what does not exist, or may not be chosen here.
pub(super) async fn check(
    ctx: &Ctx,
    conn: &mut Conn,
    form: &Form,
    beneficiary: &PersonId,
    evaluation: &mut Evaluation,
) -> Result<(), Failure> {
    let me = &ctx.me()?.id;
    for state in &mut evaluation.questions {
        let (Some(question), Some(answer), None) =
            (form.question(state.id.as_str()), &state.answer, &state.problem)
        else {
            continue;
        };
        let code = match (&question.kind, answer) {
            (Kind::File { .. }, Answer::Ids(ids)) => file_problem(ctx, conn, question, ids).await?,
            (_, Answer::Id(id)) if !exists(&ctx.company, &question.kind, me, beneficiary, id) => {
                Some(ProblemCode::NotFound)
            }
            _ => None,
        };
        state.problem = code.map(|code| Problem { question: state.id.clone(), code, message: None });
    }
    Ok(())
}

fn exists(company: &Company, kind: &Kind, me: &PersonId, beneficiary: &PersonId, id: &str) -> bool {
    match kind {
        Kind::Person { within } => {
            PersonId::new(id).is_ok_and(|id| scope::has_person(company, *within, me, &id))
        }
        Kind::Service {} => ServiceId::new(id).is_ok_and(|id| company.services.contains_key(&id)),
        Kind::Location {} => LocationId::new(id).is_ok_and(|id| company.locations.contains_key(&id)),
        Kind::Asset { within } => {
            let asset = AssetId::new(id).ok().and_then(|id| company.assets.get(&id));
            asset.is_some_and(|asset| scope::has_asset(*within, beneficiary, asset))
        }
        // The options of a choice are the form's own, and checked there.
        _ => true,
    }
}

/// The first thing that is wrong with the files of an answer: each has to be the requester's own, and free.
async fn file_problem(
    ctx: &Ctx,
    conn: &mut Conn,
    question: &Question,
    ids: &[String],
) -> Result<Option<ProblemCode>, Failure> {
    let Kind::File { max_bytes, accept, .. } = &question.kind else { return Ok(None) };
    for id in ids {
        let Ok(id) = AttachmentId::new(id.as_str()) else { return Ok(Some(ProblemCode::NotFound)) };
        let found = attachments::find(conn, &id).await?;
        let Some(file) = found.filter(|file| files::is_loose(ctx, file)) else {
            return Ok(Some(ProblemCode::NotFound));
        };
        if let Some(max_bytes) = max_bytes.filter(|max| file.public.size > *max) {
            return Ok(Some(ProblemCode::FileTooLarge { max_bytes }));
        }
        let fits = |range: &String| files::is_in_range(&file.public.media_type, range);
        if !accept.is_empty() && !accept.iter().any(fits) {
            return Ok(Some(ProblemCode::FileType));
        }
    }
    Ok(None)
}
