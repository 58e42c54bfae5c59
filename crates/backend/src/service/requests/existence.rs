//! What only the backend can check of answers: that people, groups, services, devices, sites and files exist and may be
//! chosen.

use crate::{
    service::{
        Ctx, Failure, files,
        scope::{Choosing, Narrowed},
    },
    store::{Conn, attachments},
};
use guichet_contract::is_in_range;
use guichet_rules::{
    form::{Answer, Evaluation, Form, Kind, Problem, ProblemCode, Question, QuestionState},
    ids::{AttachmentId, PersonId, QuestionId},
};

/// Adds a problem to each answer that names what does not exist, or may not be chosen here.
pub(super) async fn check(
    ctx: &Ctx,
    conn: &mut Conn,
    form: &Form,
    beneficiary: &PersonId,
    evaluation: &mut Evaluation,
) -> Result<(), Failure> {
    // The states are in the order of the form.
    for (question, state) in form.questions().zip(&mut evaluation.questions) {
        if let (Kind::File { .. }, Some(Answer::Ids(ids)), None) =
            (&question.kind, &state.answer, &state.problem)
            && let Some(code) = file_problem(ctx, conn, question, ids).await?
        {
            state.problem = Some(problem(&state.id, String::new(), code));
        }
        look_up(ctx, question, state, "", beneficiary)?;
        for (n, row) in state.rows.iter_mut().enumerate() {
            let prefix = format!("/{}/{n}", question.id);
            for (column, cell) in question.kind.columns().iter().zip(&mut row.cells) {
                look_up(ctx, column, cell, &prefix, beneficiary)?;
            }
        }
    }
    Ok(())
}

/// Holds an answer that names something of the company's against what may be chosen.
fn look_up(
    ctx: &Ctx,
    question: &Question,
    state: &mut QuestionState,
    prefix: &str,
    beneficiary: &PersonId,
) -> Result<(), Failure> {
    let (Some(list), None) = (question.kind.list(), &state.problem) else { return Ok(()) };
    let ids: Vec<&str> = match &state.answer {
        Some(Answer::Id(id)) => vec![id.as_str()],
        Some(Answer::Ids(ids)) => ids.iter().map(String::as_str).collect(),
        _ => return Ok(()),
    };
    let me = ctx.me()?;
    let given = |question: &QuestionId| {
        let found = state.given.iter().find(|(id, _)| id == question);
        found.map(|(_, answer)| answer.as_str())
    };
    let there = Narrowed::by(question.kind.narrowing(), &given).is_some_and(|narrowed| {
        let choosing = Choosing::new(&ctx.company, me, beneficiary, Some(&question.kind), narrowed);
        ids.iter().all(|id| choosing.has(list, id))
    });
    if !there {
        state.problem = Some(problem(&state.id, prefix.to_owned(), ProblemCode::NotFound));
    }
    Ok(())
}

fn problem(question: &QuestionId, prefix: String, code: ProblemCode) -> Problem {
    Problem { question: question.clone(), pointer: format!("{prefix}/{question}"), code, message: None }
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
        let fits = |range: &String| is_in_range(&file.public.media_type, range);
        if !accept.is_empty() && !accept.iter().any(fits) {
            return Ok(Some(ProblemCode::FileType));
        }
    }
    Ok(None)
}
