//! How large the pictures of an article are.

use super::{Ctx, Failure};
use crate::{
    content,
    dimensions::Dimensions,
    store::{Conn, article_pictures},
};
use guichet_contract::{commonmark::Picture, types::PictureSize};
use guichet_rules::ids::ArticleId;
use std::collections::BTreeMap;

/// Those of the pictures in `body`, a text of `article`, as far as they are known; each once.
pub(super) async fn sizes(
    ctx: &Ctx,
    conn: &mut Conn,
    article: &ArticleId,
    body: &str,
) -> Result<Vec<PictureSize>, Failure> {
    let shown = content::shown(body);
    let any_uploaded = shown.iter().any(|picture| matches!(picture, Picture::Attachment(_)));
    let uploaded =
        if any_uploaded { article_pictures::dimensions(conn, article).await? } else { BTreeMap::new() };
    let size = |picture: &Picture| match picture {
        Picture::Article(id) => ctx.loaded.content.pictures.get(id)?.dimensions,
        Picture::Attachment(id) => uploaded.get(id).copied(),
    };
    let sizes: BTreeMap<String, Dimensions> =
        shown.iter().filter_map(|picture| Some((picture.url(), size(picture)?))).collect();
    let wire = |(picture, Dimensions { width, height })| PictureSize { picture, width, height };
    Ok(sizes.into_iter().map(wire).collect())
}
