//! Incidents.

use super::call::{Answer, Call};
use crate::service::{Failure, incidents};
use guichet_contract::endpoints::{CreateIncident, GetIncidentOptions};

pub async fn options(call: Call<GetIncidentOptions>) -> Result<Answer<GetIncidentOptions>, Failure> {
    Answer::of(&incidents::options(&call.ctx)?)
}

pub async fn create(call: Call<CreateIncident>) -> Result<Answer<CreateIncident>, Failure> {
    let mut write = call.begin().await?;
    let ticket = incidents::create(&call.ctx, &mut write, call.body).await?;
    Answer::versioned(&ticket, ticket.version)?.commit(write).await
}
