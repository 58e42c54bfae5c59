//! Who decides for whom.

use super::call::{Answer, Call};
use crate::service::{Failure, delegations};
use guichet_contract::endpoints::{
    CreateDelegation, DeleteDelegation, GetDelegation, ListDelegations, UpdateDelegation,
};

pub async fn list(call: Call<ListDelegations>) -> Result<Answer<ListDelegations>, Failure> {
    Answer::of(&delegations::list(&call.ctx).await?)
}

pub async fn delegation(call: Call<GetDelegation>) -> Result<Answer<GetDelegation>, Failure> {
    let found = delegations::delegation(&call.ctx, &call.path.delegation).await?;
    Answer::versioned(&found, found.version)
}

pub async fn create(call: Call<CreateDelegation>) -> Result<Answer<CreateDelegation>, Failure> {
    let mut write = call.begin().await?;
    let created = delegations::create(&call.ctx, &mut write, &call.body).await?;
    Answer::versioned(&created, created.version)?.commit(write).await
}

pub async fn update(call: Call<UpdateDelegation>) -> Result<Answer<UpdateDelegation>, Failure> {
    let mut write = call.begin().await?;
    let has_seen = |version| call.conditions.has_seen(version);
    let id = &call.path.delegation;
    let changed = delegations::update(&call.ctx, &mut write, id, &call.body, has_seen).await?;
    Answer::versioned(&changed, changed.version)?.commit(write).await
}

pub async fn end(call: Call<DeleteDelegation>) -> Result<Answer<DeleteDelegation>, Failure> {
    let mut write = call.begin().await?;
    let has_seen = |version| call.conditions.has_seen(version);
    delegations::end(&call.ctx, &mut write, &call.path.delegation, has_seen).await?;
    Answer::empty().commit(write).await
}
