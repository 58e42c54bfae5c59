//! Writing articles.

use super::call::{Answer, Call};
use crate::service::{Failure, writing};
use guichet_contract::endpoints::{
    ActOnArticle, ActOnProposal, CreateProposal, GetArticleSource, GetArticleStanding, GetKnowledgeWork,
    GetProposal, GetRetiredArticle, GetWritingOptions, ListDueArticles, ListRetiredArticles, UpdateProposal,
};

pub async fn work(call: Call<GetKnowledgeWork>) -> Result<Answer<GetKnowledgeWork>, Failure> {
    Answer::of(&writing::work(&call.ctx).await?)
}

pub async fn due(call: Call<ListDueArticles>) -> Result<Answer<ListDueArticles>, Failure> {
    Answer::of(&writing::due(&call.ctx, &call.query).await?)
}

pub async fn retired(call: Call<ListRetiredArticles>) -> Result<Answer<ListRetiredArticles>, Failure> {
    Answer::of(&writing::retired(&call.ctx, &call.query).await?)
}

pub async fn retired_text(call: Call<GetRetiredArticle>) -> Result<Answer<GetRetiredArticle>, Failure> {
    let text = writing::retired_text(&call.ctx, &call.path.article, &call.query).await?;
    Answer::versioned(&text, text.of.version)
}

pub async fn options(call: Call<GetWritingOptions>) -> Result<Answer<GetWritingOptions>, Failure> {
    Answer::of(&writing::options(&call.ctx)?)
}

pub async fn source(call: Call<GetArticleSource>) -> Result<Answer<GetArticleSource>, Failure> {
    Answer::of(&writing::source(&call.ctx, &call.path.article, &call.query).await?)
}

pub async fn standing(call: Call<GetArticleStanding>) -> Result<Answer<GetArticleStanding>, Failure> {
    let standing = writing::standing(&call.ctx, &call.path.article).await?;
    Answer::versioned(&standing, standing.version)
}

pub async fn act_on_article(call: Call<ActOnArticle>) -> Result<Answer<ActOnArticle>, Failure> {
    let mut write = call.begin().await?;
    let has_seen = |version| call.conditions.has_seen(version);
    let (id, action) = (&call.path.article, &call.path.action);
    let standing = writing::act_on_article(&call.ctx, &mut write, id, action, &call.body, has_seen).await?;
    let answer = Answer::versioned(&standing, standing.version)?.commit(write).await?;
    writing::take_effect(&call.ctx.app).await;
    Ok(answer)
}

pub async fn create(call: Call<CreateProposal>) -> Result<Answer<CreateProposal>, Failure> {
    let mut write = call.begin().await?;
    let proposal = writing::create(&call.ctx, &mut write, &call.body).await?;
    Answer::versioned(&proposal, proposal.version)?.commit(write).await
}

pub async fn proposal(call: Call<GetProposal>) -> Result<Answer<GetProposal>, Failure> {
    let proposal = writing::proposal(&call.ctx, &call.path.proposal).await?;
    Answer::versioned(&proposal, proposal.version)
}

pub async fn update(call: Call<UpdateProposal>) -> Result<Answer<UpdateProposal>, Failure> {
    let mut write = call.begin().await?;
    let has_seen = |version| call.conditions.has_seen(version);
    let id = &call.path.proposal;
    let proposal = writing::update(&call.ctx, &mut write, id, &call.body, has_seen).await?;
    Answer::versioned(&proposal, proposal.version)?.commit(write).await
}

pub async fn act(call: Call<ActOnProposal>) -> Result<Answer<ActOnProposal>, Failure> {
    let mut write = call.begin().await?;
    let has_seen = |version| call.conditions.has_seen(version);
    let (id, action) = (&call.path.proposal, &call.path.action);
    let acted = writing::act(&call.ctx, &mut write, id, action, &call.body, has_seen).await?;
    let answer = Answer::versioned(&acted.proposal, acted.proposal.version)?.commit(write).await?;
    if acted.published {
        writing::take_effect(&call.ctx.app).await;
    }
    Ok(answer)
}
