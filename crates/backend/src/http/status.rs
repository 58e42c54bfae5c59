//! The services, and what is announced.

use super::call::{Answer, Call};
use crate::service::{Failure, status};
use guichet_contract::endpoints::{ListAnnouncements, ListServices};

pub async fn services(call: Call<ListServices>) -> Result<Answer<ListServices>, Failure> {
    Answer::of(&status::services(&call.ctx, &call.query))
}

pub async fn announcements(call: Call<ListAnnouncements>) -> Result<Answer<ListAnnouncements>, Failure> {
    Answer::of(&status::announcements(&call.ctx)?)
}
