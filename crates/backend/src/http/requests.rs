//! Requests.

use super::call::{Answer, Call};
use crate::service::{Failure, requests};
use guichet_contract::endpoints::{CreateRequest, ValidateRequest};

pub async fn validate(call: Call<ValidateRequest>) -> Result<Answer<ValidateRequest>, Failure> {
    Answer::of(&requests::preview(&call.ctx, &call.body).await?)
}

pub async fn create(call: Call<CreateRequest>) -> Result<Answer<CreateRequest>, Failure> {
    let mut write = call.begin().await?;
    let ticket = requests::create(&call.ctx, &mut write, call.body).await?;
    Answer::versioned(&ticket, ticket.version)?.commit(write).await
}
