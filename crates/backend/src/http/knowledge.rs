//! Articles and the search.

use super::call::{Answer, Call};
use crate::service::{Failure, knowledge, search as find};
use guichet_contract::endpoints::{
    GetArticle, GetArticleVersion, GiveFeedback, ListArticleVersions, ListArticles, ListKnownErrors, Search,
};

pub async fn list(call: Call<ListArticles>) -> Result<Answer<ListArticles>, Failure> {
    Answer::of(&knowledge::list(&call.ctx, &call.query)?)
}

pub async fn article(call: Call<GetArticle>) -> Result<Answer<GetArticle>, Failure> {
    Answer::of(&knowledge::article(&call.ctx, &call.path.article, &call.query).await?)
}

pub async fn versions(call: Call<ListArticleVersions>) -> Result<Answer<ListArticleVersions>, Failure> {
    Answer::of(&knowledge::versions(&call.ctx, &call.path.article, &call.query)?)
}

pub async fn version(call: Call<GetArticleVersion>) -> Result<Answer<GetArticleVersion>, Failure> {
    let path = &call.path;
    Answer::of(&knowledge::version(&call.ctx, &path.article, &path.version, &call.query)?)
}

pub async fn feedback(call: Call<GiveFeedback>) -> Result<Answer<GiveFeedback>, Failure> {
    let mut write = call.begin().await?;
    let article = knowledge::say(&call.ctx, &mut write, &call.path.article, call.body).await?;
    Answer::of(&article)?.commit(write).await
}

pub async fn known_errors(call: Call<ListKnownErrors>) -> Result<Answer<ListKnownErrors>, Failure> {
    Answer::of(&knowledge::known_errors(&call.ctx)?)
}

pub async fn search(call: Call<Search>) -> Result<Answer<Search>, Failure> {
    Answer::of(&find::search(&call.ctx, &call.query).await?)
}
