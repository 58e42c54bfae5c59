//! Comments and work notes.

use super::{
    Ctx, Failure, Write, actions,
    tickets::{self, Access},
};
use guichet_contract::types::{CommentInput, Ticket};
use guichet_rules::{
    ids::TicketId,
    ticket::{Action, Input},
};

/// Adds a comment or a work note. Who is waited for and answers takes the ticket off hold.
pub async fn comment(
    ctx: &Ctx,
    write: &mut Write,
    id: &TicketId,
    input: CommentInput,
) -> Result<Ticket, Failure> {
    let access = Access::open(ctx, write.conn()?, id).await?;
    let action = if input.internal { Action::WorkNote } else { Action::Comment };
    let said = Input { comment: Some(input.text.as_str()), ..Input::default() };
    let access = actions::write(ctx, write, access, action, &said, &input.attachments).await?;
    tickets::view(ctx, write.conn()?, &access).await
}
