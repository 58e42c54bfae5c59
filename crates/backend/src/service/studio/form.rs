//! One form with its text.

use super::{
    finding::{count, findings},
    writer,
};
use crate::{
    app::Files,
    content::{Company, file_of, guide_of},
    hex,
    service::{Ctx, Failure},
    store::{Conn, forms},
};
use guichet_contract::types::StudioForm;
use guichet_rules::ids::{FormId, ItemId};

/// The form as its file is now.
pub async fn form(ctx: &Ctx, item: &ItemId) -> Result<StudioForm, Failure> {
    writer(ctx)?;
    let mut conn = ctx.app.store.read().await?;
    now(ctx, &mut conn, item).await
}

/// The same, for whoever is about to change it.
pub(super) async fn now(ctx: &Ctx, conn: &mut Conn, item: &ItemId) -> Result<StudioForm, Failure> {
    let files = ctx.app.files();
    let source = files.sources.text(item).map_err(Failure::internal)?.ok_or(Failure::NotFound)?;
    with_text(ctx, conn, &files, item, source).await
}

/// The form if its file held `source`.
pub(super) async fn with_text(
    ctx: &Ctx,
    conn: &mut Conn,
    files: &Files,
    item: &ItemId,
    source: String,
) -> Result<StudioForm, Failure> {
    let draft = files.sources.draft(item, &source);
    let in_catalog = in_catalog(&ctx.company, item);
    let own = draft.items.iter().find(|(language, _)| *language == ctx.company.language);
    let name = own.map(|(_, item)| &item.name).or(in_catalog.map(|(name, _)| name));
    let published = in_catalog.map(|(_, version)| version);
    Ok(StudioForm {
        title: name.map_or_else(|| item.to_string(), Clone::clone),
        file: file_of(item),
        version: version_of(&source),
        published,
        next: next(conn, item, published).await?,
        languages: ctx.company.languages.clone(),
        findings: findings(&draft.problems),
        elsewhere: elsewhere(files, item),
        item: item.clone(),
        source,
    })
}

/// The number of the version that is published next. Files may have been put back to an earlier state; numbers are never
/// given out twice.
pub(super) async fn next(conn: &mut Conn, item: &ItemId, published: Option<u32>) -> Result<u32, Failure> {
    // A form is named after its item; a guide goes by its form.
    let id = FormId::new(item.as_str()).map_err(Failure::internal)?;
    let kept = forms::newest(conn, &id).await?;
    Ok(kept.max(published.unwrap_or(0)).saturating_add(1))
}

/// How many mistakes are in other files.
pub(super) fn elsewhere(files: &Files, item: &ItemId) -> u32 {
    let file = file_of(item);
    count(files.problems.iter().filter(|problem| problem.file != file)).0
}

/// The name of an item or a guide, and the version of its form that people are asked.
fn in_catalog<'c>(company: &'c Company, form: &ItemId) -> Option<(&'c String, u32)> {
    match guide_of(form) {
        Some(guide) => company.guides.get(guide).map(|guide| (&guide.name, guide.form.version)),
        None => company.item(form).map(|item| (&item.name, item.form.version)),
    }
}

/// A number that tells a text from others: 32 bits of its hash, which every JSON reader takes for the number that it is.
pub(super) fn version_of(text: &str) -> u64 {
    let hash = hex::short_hash(text.as_bytes());
    hash.get(..8).and_then(|digits| u64::from_str_radix(digits, 16).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::version_of;

    #[test]
    fn another_text_is_another_version() {
        assert_eq!(version_of("abc"), 0xba78_16bf);
        assert_ne!(version_of("version: 1"), version_of("version: 2"));
    }
}
