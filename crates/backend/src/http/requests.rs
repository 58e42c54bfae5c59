//! Requests, alone and several together.

use super::call::{Answer, Call};
use crate::service::{Failure, requests, tickets};
use guichet_contract::endpoints::{
    CreateOrder, CreateRequest, GetRequest, RevealAnswer, ValidateOrder, ValidateRequest,
};

pub async fn validate(call: Call<ValidateRequest>) -> Result<Answer<ValidateRequest>, Failure> {
    Answer::of(&requests::preview(&call.ctx, &call.body).await?)
}

pub async fn create(call: Call<CreateRequest>) -> Result<Answer<CreateRequest>, Failure> {
    let mut write = call.begin().await?;
    let ticket = requests::create(&call.ctx, &mut write, call.body).await?;
    Answer::versioned(&ticket, ticket.version)?.commit(write).await
}

pub async fn record(call: Call<GetRequest>) -> Result<Answer<GetRequest>, Failure> {
    Answer::of(&requests::record(&call.ctx, &call.path.request).await?)
}

pub async fn reveal(call: Call<RevealAnswer>) -> Result<Answer<RevealAnswer>, Failure> {
    let mut write = call.begin().await?;
    let reply = tickets::reveal(&call.ctx, &mut write, &call.path.request, &call.path.question).await?;
    write.commit(None).await?;
    Answer::fleeting(&reply)
}

pub async fn validate_order(call: Call<ValidateOrder>) -> Result<Answer<ValidateOrder>, Failure> {
    Answer::of(&requests::preview_order(&call.ctx, &call.body).await?)
}

pub async fn create_order(call: Call<CreateOrder>) -> Result<Answer<CreateOrder>, Failure> {
    let mut write = call.begin().await?;
    let ticket = requests::create_order(&call.ctx, &mut write, call.body).await?;
    Answer::versioned(&ticket, ticket.version)?.commit(write).await
}
