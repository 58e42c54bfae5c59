//! What is published becomes what people read.

use crate::{
    app::App,
    content::{End, Overlay, Published, Standing},
    store::{StoreError, articles},
};

/// Lays over the files what was published.
pub async fn take_published(app: &App) -> Result<(), StoreError> {
    app.take_articles(|| overlay(app)).await
}

/// The same once a change is kept, and tells everyone.
pub async fn take_effect(app: &App) {
    let told = match take_published(app).await {
        Ok(()) => app.tell_of_articles().await,
        Err(error) => Err(error),
    };
    if let Err(error) = told {
        // It is kept all the same, and shows with the next change or start.
        tracing::warn!(%error, "not everybody sees yet what was published");
    }
}

async fn overlay(app: &App) -> Result<Overlay, StoreError> {
    let mut conn = app.store.read().await?;
    let versions = articles::versions(&mut conn).await?.into_iter().map(published).collect();
    let standings = articles::standings(&mut conn).await?.into_iter();
    Ok(Overlay {
        versions,
        standings: standings.map(|kept| (kept.article.clone(), standing(kept))).collect(),
    })
}

fn published(version: articles::Version) -> Published {
    Published {
        id: version.article,
        language: version.language,
        version: version.version,
        content: version.content,
        author: version.author,
        note: version.note,
        at: version.published_at,
        on: version.published_on,
    }
}

fn standing(kept: articles::Standing) -> Standing {
    let articles::Standing { reviewed_on, retired_at, person, comment, replaced_by, .. } = kept;
    Standing { reviewed: reviewed_on, end: retired_at.map(|at| End { at, by: person, comment, replaced_by }) }
}
