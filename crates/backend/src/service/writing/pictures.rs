//! Pictures that are uploaded for an article. A text that names one keeps it, and lets see it whoever sees the text; naming a
//! file that its writer may not see themselves is no way to it.

use super::{actor, knows_of};
use crate::{
    content::uploaded,
    service::{Ctx, Failure, files, input::invalid},
    store::{
        Conn, article_pictures, attachments,
        attachments::File,
        proposals::{self, Proposal},
    },
    words::Words,
};

/// Notes what `proposal` shows.
pub(super) async fn note(ctx: &Ctx, conn: &mut Conn, proposal: &Proposal) -> Result<(), Failure> {
    let mut shown = Vec::new();
    for id in uploaded(&proposal.content.body) {
        if let Some(file) = attachments::find(conn, &id).await?
            && is_picture(&file)
            && files::sees(ctx, conn, &file).await?
        {
            shown.push(id);
        }
    }
    article_pictures::put(conn, (&proposal.article, &proposal.id), &shown, ctx.now).await?;
    Ok(())
}

/// What belongs to a ticket is seen by those who see the ticket, and by nobody for an article.
fn is_picture(file: &File) -> bool {
    file.ticket.is_none() && file.public.media_type.starts_with("image/")
}

/// Refuses a text that names a picture which its readers would not see.
pub(super) async fn complete(ctx: &Ctx, conn: &mut Conn, proposal: &Proposal) -> Result<(), Failure> {
    let named = uploaded(&proposal.content.body).len();
    if named == article_pictures::count(conn, &proposal.id).await? {
        Ok(())
    } else {
        Err(invalid(ctx, "/content/body", "not_found", Words::NoSuchPicture))
    }
}

/// Whether whoever asks sees a text that shows `file`.
pub(in crate::service) async fn shows(ctx: &Ctx, conn: &mut Conn, file: &File) -> Result<bool, Failure> {
    let me = ctx.me()?;
    for showing in article_pictures::showing(conn, &file.public.id).await? {
        let sees = match &showing.proposal {
            None => {
                let article = ctx.company.article(&showing.article);
                article.is_some_and(|article| article.is_visible_to(me))
                    || ctx.company.retired_for(&showing.article, me).is_some()
            }
            Some(id) => match proposals::find(conn, id).await? {
                Some(proposal) => knows_of(actor(ctx, &proposal)?, &proposal),
                None => false,
            },
        };
        if sees {
            return Ok(true);
        }
    }
    Ok(false)
}
