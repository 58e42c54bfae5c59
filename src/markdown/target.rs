//! Where links may lead and images may come from: to pages of the portal, out to the web and to mail, and nowhere else.

use crate::{api, routes};
use guichet_rules::ids::{ArticleId, AttachmentId, ItemId};

/// Where a link may lead.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A page of the portal, or a place on this one.
    Inside(String),
    /// Somewhere else.
    Outside(String),
}

/// The target of a link; `None` where links may not lead, and then its words stand alone.
pub(super) fn target(url: &str) -> Option<Target> {
    if url.starts_with('#') {
        return Some(Target::Inside(url.to_owned()));
    }
    let (scheme, rest) = url.split_once(':')?;
    match scheme.to_ascii_lowercase().as_str() {
        "article" => ArticleId::new(rest).ok().map(|id| Target::Inside(routes::answer(id.as_str()))),
        "item" => ItemId::new(rest).ok().map(|id| Target::Inside(routes::service(id.as_str()))),
        "http" | "https" if rest.starts_with("//") => Some(Target::Outside(url.to_owned())),
        "mailto" => Some(Target::Outside(url.to_owned())),
        _ => None,
    }
}

/// The address of an image: over https, or an attachment of the backend.
pub(super) fn picture(url: &str) -> Option<String> {
    if url.starts_with("https://") {
        return Some(url.to_owned());
    }
    let id = url.strip_prefix(guichet_contract::BASE_PATH)?.strip_prefix("/attachments/")?;
    AttachmentId::new(id).ok().map(|id| api::url_of_attachment(id.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_only_where_they_may() {
        assert_eq!(target("article:vpn"), Some(Target::Inside("/answers/vpn".to_owned())));
        assert_eq!(target("item:laptop"), Some(Target::Inside("/services/laptop".to_owned())));
        assert_eq!(target("#clone"), Some(Target::Inside("#clone".to_owned())));
        for good in ["https://a.example/", "HTTP://a.example", "mailto:a@b.example"] {
            assert_eq!(target(good), Some(Target::Outside(good.to_owned())));
        }
        for bad in
            ["javascript:alert(1)", "data:text/html,x", "//a.example", "/x", "item:../x", "https:x", "x"]
        {
            assert_eq!(target(bad), None, "{bad}");
        }
    }

    #[test]
    fn images_come_from_https_or_the_backend() {
        assert_eq!(picture("https://a.example/x.png").as_deref(), Some("https://a.example/x.png"));
        assert_eq!(picture("/itsm/v1/attachments/a-1").as_deref(), Some("/itsm/v1/attachments/a-1"));
        for bad in
            ["http://a.example/x.png", "data:image/png;base64,x", "/itsm/v1/attachments/../me", "x.png"]
        {
            assert_eq!(picture(bad), None, "{bad}");
        }
    }
}
