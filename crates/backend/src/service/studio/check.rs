//! What would come of a text.

use super::{finding::findings, form::elsewhere, writer};
use crate::{
    content::{Draft, Item},
    service::{Ctx, Failure, catalog},
};
use guichet_contract::types::{StudioCheck, StudioPreview};
use guichet_rules::ids::ItemId;

/// Judges `source` as the text of an item, and shows the form in each language where nothing is wrong. Keeps nothing.
pub async fn check(ctx: &Ctx, item: &ItemId, source: String) -> Result<StudioCheck, Failure> {
    writer(ctx)?;
    let files = ctx.app.files();
    if !files.sources.forms().contains(item) {
        return Err(Failure::NotFound);
    }
    let elsewhere = elsewhere(&files, item);
    let id = item.clone();
    // A long form takes some milliseconds, which other calls should not wait for.
    let judged = tokio::task::spawn_blocking(move || files.sources.draft(&id, &source));
    let Draft { problems, items } = judged.await.map_err(Failure::internal)?;
    let previews = items.iter().map(|(language, item)| preview(ctx, language, item));
    Ok(StudioCheck {
        findings: findings(&problems),
        previews: previews.collect::<Result<_, _>>()?,
        elsewhere,
    })
}

fn preview(ctx: &Ctx, language: &str, item: &Item) -> Result<StudioPreview, Failure> {
    // The words around the form in its language too: who is asked, and why somebody may not order it.
    let me = ctx.me()?;
    let own = Ctx::new(ctx.app.clone(), ctx.loaded.clone(), language, Some(&me.id));
    Ok(StudioPreview {
        language: language.to_owned(),
        item: catalog::described(&own, item)?,
        form: item.form.form().clone(),
        schema: catalog::schema_of(&item.form),
    })
}
