//! Tickets of every kind.

use super::call::{Answer, Call};
use crate::service::{Failure, actions, comment as write_comment, tickets};
use guichet_contract::endpoints::{ActOnTicket, AddComment, GetClocks, GetTicket, GetTimeline, ListTickets};

pub async fn list(call: Call<ListTickets>) -> Result<Answer<ListTickets>, Failure> {
    Answer::of(&tickets::list(&call.ctx, &call.query).await?)
}

pub async fn ticket(call: Call<GetTicket>) -> Result<Answer<GetTicket>, Failure> {
    let ticket = tickets::ticket(&call.ctx, &call.path.ticket).await?;
    Answer::versioned(&ticket, ticket.version)
}

pub async fn timeline(call: Call<GetTimeline>) -> Result<Answer<GetTimeline>, Failure> {
    Answer::of(&tickets::timeline(&call.ctx, &call.path.ticket).await?)
}

pub async fn clocks(call: Call<GetClocks>) -> Result<Answer<GetClocks>, Failure> {
    Answer::of(&tickets::clocks(&call.ctx, &call.path.ticket).await?)
}

pub async fn comment(call: Call<AddComment>) -> Result<Answer<AddComment>, Failure> {
    let mut write = call.begin().await?;
    let ticket = write_comment(&call.ctx, &mut write, &call.path.ticket, call.body).await?;
    Answer::versioned(&ticket, ticket.version)?.commit(write).await
}

pub async fn act(call: Call<ActOnTicket>) -> Result<Answer<ActOnTicket>, Failure> {
    let mut write = call.begin().await?;
    let has_seen = |version| call.conditions.has_seen(version);
    let (id, action) = (&call.path.ticket, &call.path.action);
    let reply = actions::act(&call.ctx, &mut write, id, action, &call.body, has_seen).await?;
    Answer::versioned(&reply, reply.ticket.version)?.commit(write).await
}
