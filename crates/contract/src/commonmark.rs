//! Where links and pictures in CommonMark may lead. A portal shows what is allowed here and nothing else, so whoever checks
//! texts before they are published asks the same functions.

use crate::BASE_PATH;
use guichet_rules::ids::{ArticleId, AttachmentId, ItemId};

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link<'a> {
    /// To an article.
    Article(ArticleId),
    /// To a catalog item.
    Item(ItemId),
    /// To a heading of the same text: its id behind a `#`.
    Here(&'a str),
    /// Out of the portal: the address of a page, a mailbox or a telephone.
    Outside(&'a str),
}

/// Where a link to `url` leads; `None` where links may not lead, and then its words stand alone.
pub fn link(url: &str) -> Option<Link<'_>> {
    if url.starts_with('#') {
        return Some(Link::Here(url));
    }
    let (scheme, rest) = url.split_once(':')?;
    match scheme.to_ascii_lowercase().as_str() {
        "article" => ArticleId::new(rest).ok().map(Link::Article),
        "item" => ItemId::new(rest).ok().map(Link::Item),
        "http" | "https" => rest.starts_with("//").then_some(Link::Outside(url)),
        "mailto" | "tel" => (!rest.is_empty()).then_some(Link::Outside(url)),
        _ => None,
    }
}

/// The attachment that is the picture at `url`; `None` where it is not shown, and then its description stands alone. A
/// picture of somebody else's would tell them who reads what.
pub fn picture(url: &str) -> Option<AttachmentId> {
    let id = url.strip_prefix(BASE_PATH)?.strip_prefix("/attachments/")?;
    AttachmentId::new(id).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_only_where_they_may() {
        assert_eq!(link("article:vpn"), ArticleId::new("vpn").ok().map(Link::Article));
        assert_eq!(link("Item:laptop"), ItemId::new("laptop").ok().map(Link::Item));
        assert_eq!(link("#clone"), Some(Link::Here("#clone")));
        for good in
            ["https://a.example/", "HTTP://a.example", "mailto:a@b.example", "tel:+49-30-1234", "TEL:110"]
        {
            assert_eq!(link(good), Some(Link::Outside(good)));
        }
        for bad in [
            "",
            "x",
            "/x",
            "//a.example",
            "https:x",
            "mailto:",
            "tel:",
            "item:../x",
            "article:",
            "sms:110",
            "file:///etc/passwd",
            "data:text/html,x",
            "javascript:alert(1)",
            "java\nscript:alert(1)",
        ] {
            assert_eq!(link(bad), None, "{bad}");
        }
    }

    #[test]
    fn pictures_are_attachments() {
        assert_eq!(picture("/itsm/v1/attachments/a-1"), AttachmentId::new("a-1").ok());
        for bad in [
            "https://a.example/x.png",
            "http://a.example/x.png",
            "data:image/png;base64,x",
            "/itsm/v1/attachments/../me",
            "/itsm/v1/attachments/",
            "https://a.example/itsm/v1/attachments/a-1",
            "x.png",
        ] {
            assert_eq!(picture(bad), None, "{bad}");
        }
    }
}
