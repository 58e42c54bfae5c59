//! What those who look after the answers learn from the others.

use super::call::{Answer, Call};
use crate::service::{Failure, learning};
use guichet_contract::endpoints::{
    DecideLearning, ListFigures, ListLearning, ReportLearning, SolveWithArticle,
};

pub async fn solved(call: Call<SolveWithArticle>) -> Result<Answer<SolveWithArticle>, Failure> {
    let mut write = call.begin().await?;
    let solved = learning::solved(&call.ctx, &mut write, &call.path.article, &call.body).await?;
    Answer::of(&solved)?.commit(write).await
}

pub async fn report(call: Call<ReportLearning>) -> Result<Answer<ReportLearning>, Failure> {
    learning::report(&call.ctx, call.body).await?;
    Ok(Answer::empty())
}

pub async fn list(call: Call<ListLearning>) -> Result<Answer<ListLearning>, Failure> {
    Answer::of(&learning::list(&call.ctx, &call.query).await?)
}

pub async fn decide(call: Call<DecideLearning>) -> Result<Answer<DecideLearning>, Failure> {
    let mut write = call.begin().await?;
    let entry = learning::decide(&call.ctx, &mut write, &call.path.entry, call.body).await?;
    let answer = Answer::of(&entry)?.commit(write).await?;
    if let Err(error) = call.ctx.app.learn().await {
        // It is decided; the search hears of it within a minute.
        tracing::warn!(%error, "articles are not found yet by what they were said to answer");
    }
    Ok(answer)
}

pub async fn figures(call: Call<ListFigures>) -> Result<Answer<ListFigures>, Failure> {
    Answer::of(&learning::figures(&call.ctx, &call.query).await?)
}
