//! Articles and the search.

use super::call::{Answer, Call};
use crate::service::{Failure, knowledge, search as find};
use guichet_contract::endpoints::{GetArticle, GiveFeedback, ListArticles, Search};

pub async fn list(call: Call<ListArticles>) -> Result<Answer<ListArticles>, Failure> {
    Answer::of(&knowledge::list(&call.ctx, &call.query)?)
}

pub async fn article(call: Call<GetArticle>) -> Result<Answer<GetArticle>, Failure> {
    Answer::of(&knowledge::article(&call.ctx, &call.path.article).await?)
}

pub async fn feedback(call: Call<GiveFeedback>) -> Result<Answer<GiveFeedback>, Failure> {
    let mut write = call.begin().await?;
    let article = knowledge::say(&call.ctx, &mut write, &call.path.article, call.body).await?;
    Answer::of(&article)?.commit(write).await
}

pub async fn search(call: Call<Search>) -> Result<Answer<Search>, Failure> {
    Answer::of(&find::search(&call.ctx, &call.query).await?)
}
