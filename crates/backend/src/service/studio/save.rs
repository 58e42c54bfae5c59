//! Publishing a text as the next version of a form.
//!
//! A file and the database cannot change in one step. So the file is replaced when everything else is ready, and put back
//! should what is left, the commit, not succeed. Nobody else saves meanwhile: that takes the one connection that writes.

use super::{finding::refusals, form, writer};
use crate::{
    app::{App, Files},
    content::{self, Broken, Content, ContentProblem, Sources, with_version},
    service::{Ctx, Denial, Failure, Write},
    store::{StoreError, forms},
};
use guichet_contract::types::StudioSaved;
use guichet_rules::ids::{FormId, ItemId};
use std::io;

/// A text that is in its file, and is taken out of it again unless [`take_effect`](Self::take_effect) is called.
pub struct Saving {
    /// What came of it.
    pub saved: StudioSaved,
    found: Result<Content, Box<Broken>>,
    undo: Undo,
}

/// Puts `source` into the file of an item with the next version, provided that the caller has seen the text that is there.
pub async fn save(
    ctx: &Ctx,
    write: &mut Write,
    item: &ItemId,
    source: &str,
    has_seen: impl Fn(u64) -> bool,
) -> Result<Saving, Failure> {
    writer(ctx)?;
    let files = ctx.app.files();
    let current = form::now(ctx, write.conn()?, item).await?;
    if !has_seen(current.version) {
        return Err(Failure::Stale(serde_json::to_value(&current).map_err(Failure::internal)?));
    }
    // A text that does not say which version it is has a mistake, which is found below.
    let text = with_version(source, current.next).unwrap_or_else(|| source.to_owned());
    let draft = files.sources.draft(item, &text);
    if draft.problems.iter().any(ContentProblem::is_error) {
        return Err(Failure::Invalid(refusals(&draft.problems)));
    }
    let in_languages =
        draft.items.iter().map(|(language, item)| (language.clone(), item.form.form().clone()));
    let version = forms::Version {
        // A form is named after its item; a guide goes by its form.
        form: FormId::new(item.as_str()).map_err(Failure::internal)?,
        version: current.next,
        forms: in_languages.collect(),
    };
    forms::keep(write.conn()?, &[version], ctx.now).await?;

    let mut undo = Undo { sources: files.sources.clone(), item: item.clone(), text: None };
    files.sources.replace(item, &text).map_err(not_written)?;
    undo.text = Some(current.source);
    let dir = files.sources.dir().to_owned();
    let found = tokio::task::spawn_blocking(move || content::read(&dir)).await.map_err(Failure::internal)?;
    let live = found.is_ok();
    let after = match &found {
        Ok(content) => Files { sources: content.sources.clone(), problems: content.warnings.clone() },
        Err(broken) => Files { sources: broken.sources.clone(), problems: broken.report.problems.clone() },
    };
    let mut form = form::with_text(ctx, write.conn()?, &after, item, text).await?;
    if live {
        form.published = Some(current.next);
    }
    Ok(Saving { saved: StudioSaved { form, live }, found, undo })
}

impl Saving {
    /// Once the change is kept: takes the content as it is now, and tells everyone.
    pub async fn take_effect(mut self, app: &App) {
        self.undo.text = None;
        let told = match self.found {
            Ok(content) => app.replace_content(content).await,
            Err(broken) => app.content_broke(*broken).await,
        };
        if let Err(error) = told {
            // It is in use all the same; whoever looks at a page meanwhile sees it a little later.
            tracing::warn!(%error, "nobody was told that a form changed");
        }
    }
}

/// Puts a text back into its file when it is dropped, if there is one.
struct Undo {
    sources: Sources,
    item: ItemId,
    text: Option<String>,
}

impl Drop for Undo {
    fn drop(&mut self) {
        let Some(text) = self.text.take() else { return };
        if let Err(error) = self.sources.replace(&self.item, &text) {
            tracing::error!(%error, item = %self.item, "a form that was refused is still in its file");
        }
    }
}

/// Why a file could not be written.
fn not_written(error: io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            Failure::Store(StoreError::no_room(error))
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            Failure::NotAllowed(Denial::ContentReadOnly)
        }
        _ => Failure::internal(error),
    }
}
