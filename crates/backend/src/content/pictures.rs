//! Pictures of articles, from the files.

use super::{Article, Company, ContentProblem, Picture, Report, Showing, folder::Folder};
use crate::dimensions::Dimensions;
use guichet_contract::commonmark;
use guichet_rules::{
    form::{Form, Kind},
    ids::{ArticleId, AttachmentId, PictureId},
};
use pulldown_cmark::{Event, Tag};
use std::collections::{BTreeMap, BTreeSet};

/// In bytes. A picture of a whole screen has less, and whoever reads on a phone waits for every one.
const MOST: usize = 1 << 20;

/// What every browser shows and no browser runs; an SVG may hold scripts.
const TYPES: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/// The pictures of the folder; those that nobody would see are reported.
pub(super) fn pictures(folder: &Folder, report: &mut Report) -> BTreeMap<PictureId, Picture> {
    let mut pictures = BTreeMap::new();
    for (name, bytes) in &folder.pictures {
        match picture(name, bytes) {
            Ok((id, picture)) => {
                pictures.insert(id, picture);
            }
            Err((what, remedy)) => {
                report.add(ContentProblem::file(&format!("pictures/{name}"), what, remedy));
            }
        }
    }
    pictures
}

/// A picture, or what is wrong with it and what to do.
pub(crate) fn picture(name: &str, bytes: &[u8]) -> Result<(PictureId, Picture), (String, &'static str)> {
    let id =
        PictureId::new(name).map_err(|error| (format!("the file's name is no id: {error}"), "rename it"))?;
    if bytes.len() > MOST {
        let what = format!("the picture has {} KB", bytes.len() / 1024);
        return Err((what, "make it smaller than 1 MB: cut it down to what matters"));
    }
    let found = infer::get(bytes).map(|found| found.mime_type());
    let Some(media_type) = TYPES.into_iter().find(|known| found == Some(*known)) else {
        let what = "the file is no picture that every browser shows".to_owned();
        return Err((what, "save it as PNG, JPEG, GIF or WebP"));
    };
    let dimensions = Dimensions::of(bytes);
    Ok((id, Picture { media_type, bytes: bytes.to_vec().into(), dimensions, shown_by: BTreeSet::new() }))
}

/// Notes with each picture what of `company` shows it.
pub(super) fn note_showing(pictures: &mut BTreeMap<PictureId, Picture>, company: &Company) {
    let articles = company.articles.values().map(|it| of_article(company, it));
    let items = company
        .items
        .values()
        .map(|it| (Showing::Item(it.id.clone()), of_form(&it.description, it.form.form())));
    let guides = company.guides.values();
    let guides = guides.map(|it| (Showing::Guide(it.id.clone()), of_form(&it.description, it.form.form())));
    note(pictures, articles.chain(items).chain(guides));
}

/// Notes anew with each picture which of the articles `changed` show it, in whatever company; who writes still reads those that
/// were retired. All other texts are as they were.
pub(super) fn note_changed<'a>(
    pictures: &mut BTreeMap<PictureId, Picture>,
    companies: impl Iterator<Item = &'a Company>,
    changed: &BTreeSet<&ArticleId>,
) {
    for picture in pictures.values_mut() {
        picture.shown_by.retain(|showing| !matches!(showing, Showing::Article(id) if changed.contains(id)));
    }
    for company in companies {
        let articles = changed.iter().filter_map(|id| company.article_or_retired(id));
        note(pictures, articles.map(|it| of_article(company, it)));
    }
}

fn note(pictures: &mut BTreeMap<PictureId, Picture>, all: impl Iterator<Item = (Showing, Vec<PictureId>)>) {
    for (showing, shown) in all {
        for id in shown {
            if let Some(picture) = pictures.get_mut(&id) {
                picture.shown_by.insert(showing.clone());
            }
        }
    }
}

/// An article, and the pictures in every text that whoever reads it can come to see.
fn of_article(company: &Company, article: &Article) -> (Showing, Vec<PictureId>) {
    let errors = company.known_errors(article).into_iter().map(|error| error.workaround.as_str());
    let before = article.before.values().map(|earlier| earlier.body.as_str());
    let shown = errors.chain(before).chain([article.body.as_str()]).flat_map(in_text).collect();
    (Showing::Article(article.id.clone()), shown)
}

/// The pictures in what an item or an order guide says and asks.
fn of_form(description: &str, form: &Form) -> Vec<PictureId> {
    let mut shown = in_text(description);
    for question in form.questions_and_columns() {
        match &question.kind {
            Kind::Paragraph { text } | Kind::Notice { text } => shown.extend(in_text(text)),
            Kind::Image { src, .. } => {
                let id = src.rsplit_once("/knowledge/pictures/").map(|(_, id)| PictureId::new(id));
                shown.extend(id.and_then(Result::ok));
            }
            _ => {}
        }
    }
    shown
}

/// The pictures of the files in a text.
fn in_text(text: &str) -> Vec<PictureId> {
    let of_files = |picture| match picture {
        commonmark::Picture::Article(id) => Some(id),
        commonmark::Picture::Attachment(_) => None,
    };
    shown(text).into_iter().filter_map(of_files).collect()
}

/// The uploaded files that a text shows as pictures, each once.
pub(crate) fn uploaded(text: &str) -> BTreeSet<AttachmentId> {
    let of_people = |picture| match picture {
        commonmark::Picture::Attachment(id) => Some(id),
        commonmark::Picture::Article(_) => None,
    };
    shown(text).into_iter().filter_map(of_people).collect()
}

/// The pictures in a text that are shown.
pub(crate) fn shown(text: &str) -> Vec<commonmark::Picture> {
    let mut shown = Vec::new();
    if !text.contains("![") {
        // Every picture begins so, and most texts show none.
        return shown;
    }
    for event in commonmark::parser(text) {
        if let Event::Start(Tag::Image { dest_url, .. }) = event
            && let Some(picture) = commonmark::picture(&dest_url)
        {
            shown.push(picture);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

    #[test]
    fn a_text_names_pictures_of_both_kinds() {
        let text = "![a](picture:a.png) ![b](/itsm/v1/attachments/b) ![b](</itsm/v1/attachments/b>)\n\n\
                    `![c](/itsm/v1/attachments/c)` [d](/itsm/v1/attachments/d)\n";
        assert_eq!(in_text(text), PictureId::new("a.png").into_iter().collect::<Vec<_>>());
        assert_eq!(uploaded(text), AttachmentId::new("b").into_iter().collect());
    }

    #[test]
    fn the_content_decides_what_is_a_picture() {
        let found = picture("gateway.jpg", PNG).map(|(id, picture)| (id.to_string(), picture.media_type));
        assert_eq!(found, Ok(("gateway.jpg".to_owned(), "image/png")));
        let large = [PNG, &[0; MOST]].concat();
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".as_slice();
        let page = b"<!doctype html><script>alert(1)</script>".as_slice();
        for (name, bytes, what) in [
            ("a b.png", PNG, "is no id"),
            ("a.png", svg, "no picture"),
            ("a.png", page, "no picture"),
            ("a.png", large.as_slice(), "1024 KB"),
        ] {
            let refused = picture(name, bytes).unwrap_err();
            assert!(refused.0.contains(what), "{refused:?}");
        }
    }
}
