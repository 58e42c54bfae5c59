//! All forms.

use super::{finding::count, writer};
use crate::{
    content::file_of,
    service::{Ctx, Failure},
};
use guichet_contract::types::StudioFormSummary;
use guichet_rules::ids::ItemId;

/// The forms by the name of their item or guide, as the files were last read.
pub fn list(ctx: &Ctx) -> Result<Vec<StudioFormSummary>, Failure> {
    writer(ctx)?;
    let files = ctx.app.files();
    let (languages, language) = (&ctx.company.languages, &ctx.company.language);
    let summary = |item: ItemId| {
        let file = file_of(&item);
        let (errors, warnings) = count(files.problems.iter().filter(|problem| problem.file == file));
        let (title, form_version) = files.sources.heading(&item, languages, language);
        let title = title.unwrap_or_else(|| item.to_string());
        StudioFormSummary { item, title, file, form_version, errors, warnings }
    };
    let mut forms: Vec<StudioFormSummary> = files.sources.forms().into_iter().map(summary).collect();
    forms.sort_by_cached_key(|form| (form.title.to_lowercase(), form.item.clone()));
    Ok(forms)
}
