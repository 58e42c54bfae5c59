//! CommonMark as texts of the contract use it: how it is read, which ids its headings have, where its links and pictures
//! may lead. A portal shows what is allowed here and nothing else, so whoever checks texts before they are published, or
//! searches in them, asks the same functions.

#[cfg(feature = "markdown")]
mod losses;
mod slugs;
#[cfg(feature = "markdown")]
mod text;
mod video;

#[cfg(feature = "markdown")]
pub use losses::{Loss, losses};
pub use slugs::Slugs;
#[cfg(feature = "markdown")]
pub use text::{Heading, headings, parser};

use crate::BASE_PATH;
use guichet_rules::ids::{ArticleId, AttachmentId, ItemId, PictureId};
use video::is_video;

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link<'a> {
    /// To an article.
    Article(ArticleId),
    /// To a heading of another article, by its id; see [`Slugs`].
    ArticlePart(ArticleId, &'a str),
    /// To a catalog item.
    Item(ItemId),
    /// To a heading of the same text, by its id; see [`Slugs`].
    Here(&'a str),
    /// To a video, out of the portal: the address of a page or a file.
    Video(&'a str),
    /// Out of the portal: the address of a page.
    Outside(&'a str),
    /// To a mailbox or a telephone.
    Contact(&'a str),
}

/// Where a link to `url` leads; `None` where links may not lead, and then its words stand alone.
pub fn link(url: &str) -> Option<Link<'_>> {
    if let Some(part) = url.strip_prefix('#') {
        return (!part.is_empty()).then_some(Link::Here(part));
    }
    let (scheme, rest) = url.split_once(':')?;
    match scheme.to_ascii_lowercase().as_str() {
        "article" => match rest.split_once('#') {
            Some((id, part)) if !part.is_empty() => {
                ArticleId::new(id).ok().map(|id| Link::ArticlePart(id, part))
            }
            _ => ArticleId::new(rest).ok().map(Link::Article),
        },
        "item" => ItemId::new(rest).ok().map(Link::Item),
        "http" | "https" if !rest.starts_with("//") => None,
        "http" | "https" if is_video(rest) => Some(Link::Video(url)),
        "http" | "https" => Some(Link::Outside(url)),
        "mailto" | "tel" => (!rest.is_empty()).then_some(Link::Contact(url)),
        _ => None,
    }
}

/// What a picture is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picture {
    /// A file that somebody uploaded.
    Attachment(AttachmentId),
    /// A picture that belongs to the articles: `GET /knowledge/pictures/{picture}`.
    Article(PictureId),
}

impl Picture {
    /// How a text names it.
    pub fn url(&self) -> String {
        match self {
            Self::Attachment(id) => format!("{BASE_PATH}/attachments/{id}"),
            Self::Article(id) => format!("picture:{id}"),
        }
    }
}

/// The picture at `url`; `None` where it is not shown, and then its description stands alone. A picture of somebody else's
/// would tell them who reads what.
pub fn picture(url: &str) -> Option<Picture> {
    if let Some(id) = url.strip_prefix("picture:") {
        return PictureId::new(id).ok().map(Picture::Article);
    }
    let id = url.strip_prefix(BASE_PATH)?.strip_prefix("/attachments/")?;
    AttachmentId::new(id).ok().map(Picture::Attachment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_only_where_they_may() {
        assert_eq!(link("article:vpn"), ArticleId::new("vpn").ok().map(Link::Article));
        let part = ArticleId::new("vpn").ok().map(|id| Link::ArticlePart(id, "set-it-up"));
        assert_eq!(link("article:vpn#set-it-up"), part);
        assert_eq!(link("Item:laptop"), ItemId::new("laptop").ok().map(Link::Item));
        assert_eq!(link("#clone"), Some(Link::Here("clone")));
        for good in ["https://a.example/", "HTTP://a.example"] {
            assert_eq!(link(good), Some(Link::Outside(good)));
        }
        for good in ["mailto:a@b.example", "tel:+49-30-1234", "TEL:110"] {
            assert_eq!(link(good), Some(Link::Contact(good)));
        }
        assert_eq!(link("https://a.example/b.mp4"), Some(Link::Video("https://a.example/b.mp4")));
        for bad in [
            "",
            "x",
            "#",
            "/x",
            "//a.example",
            "https:x",
            "mailto:",
            "tel:",
            "item:../x",
            "article:",
            "article:#part",
            "article:vpn#",
            "article:../x#part",
            "sms:110",
            "file:///etc/passwd",
            "data:text/html,x",
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            " javascript:alert(1)",
            "vbscript:x",
            "blob:https://a.example/1",
        ] {
            assert_eq!(link(bad), None, "{bad}");
        }
    }

    #[test]
    fn pictures_are_attachments_or_belong_to_articles() {
        let attachment = AttachmentId::new("a-1").ok().map(Picture::Attachment);
        assert_eq!(picture("/itsm/v1/attachments/a-1"), attachment);
        let own = PictureId::new("gateway.png").ok().map(Picture::Article);
        assert_eq!(picture("picture:gateway.png"), own);
        for url in ["/itsm/v1/attachments/a-1", "picture:gateway.png"] {
            assert_eq!(picture(url).map(|picture| picture.url()).as_deref(), Some(url));
        }
        for bad in [
            "https://a.example/x.png",
            "http://a.example/x.png",
            "data:image/png;base64,x",
            "/itsm/v1/attachments/../me",
            "/itsm/v1/attachments/",
            "https://a.example/itsm/v1/attachments/a-1",
            "x.png",
            "picture:",
            "picture:../me",
            "picture:a/b.png",
        ] {
            assert_eq!(picture(bad), None, "{bad}");
        }
    }
}
