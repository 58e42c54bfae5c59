//! Where links and pictures lead: to pages of the portal or outside, as the contract lets them, and nowhere else.

use crate::{api, routes};
use guichet_contract::commonmark::{self, Link, Picture};

/// Where a link may lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// A page of the portal.
    Inside(String),
    /// A place on this one, by its id.
    Here(String),
    /// A video, somewhere else.
    Video(String),
    /// Somewhere else.
    Outside(String),
    /// A mailbox or a telephone.
    Contact(String),
}

/// What lets links and pictures through. Both give `None` where there is no way, and then the words stand alone.
#[derive(Clone, Copy)]
pub(super) struct Gate {
    /// The target of a link.
    pub link: fn(&str) -> Option<Target>,
    /// Where a picture is fetched from.
    pub picture: fn(&str) -> Option<String>,
}

/// The gate of the portal: what the contract lets through.
pub(super) const CONTRACT: Gate = Gate { link: target, picture: source };

fn target(url: &str) -> Option<Target> {
    Some(match commonmark::link(url)? {
        Link::Article(id) => Target::Inside(routes::answer(id.as_str())),
        // In the reader's own language, as links to whole articles are.
        Link::ArticlePart(id, part) => Target::Inside(routes::answer_part(id.as_str(), "", part)),
        Link::Item(id) => Target::Inside(routes::service(id.as_str())),
        Link::Here(part) => Target::Here(part.to_owned()),
        Link::Video(address) => Target::Video(address.to_owned()),
        Link::Outside(address) => Target::Outside(address.to_owned()),
        Link::Contact(address) => Target::Contact(address.to_owned()),
    })
}

/// Where the picture is fetched from that a text names so.
pub(super) fn source(url: &str) -> Option<String> {
    Some(match commonmark::picture(url)? {
        Picture::Attachment(id) => api::url_of_attachment(id.as_str()),
        Picture::Article(id) => api::url_of_picture(id.as_str()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_pages_or_outside() {
        assert_eq!(target("article:vpn"), Some(Target::Inside("/answers/vpn".to_owned())));
        assert_eq!(
            target("article:vpn#set-it-up"),
            Some(Target::Inside("/answers/vpn#set-it-up".to_owned()))
        );
        assert_eq!(target("item:laptop"), Some(Target::Inside("/services/laptop".to_owned())));
        assert_eq!(target("#clone"), Some(Target::Here("clone".to_owned())));
        let (page, film) = ("https://a.example/", "https://vimeo.com/1");
        assert_eq!(target(page), Some(Target::Outside(page.to_owned())));
        assert_eq!(target(film), Some(Target::Video(film.to_owned())));
        for good in ["mailto:a@b.example", "tel:+49-30-1234"] {
            assert_eq!(target(good), Some(Target::Contact(good.to_owned())));
        }
        for bad in ["javascript:alert(1)", "//a.example", "/x"] {
            assert_eq!(target(bad), None, "{bad}");
        }
    }

    #[test]
    fn pictures_come_from_the_backend() {
        assert_eq!(source("picture:a.png").as_deref(), Some("/itsm/v1/knowledge/pictures/a.png"));
        assert_eq!(source("/itsm/v1/attachments/a").as_deref(), Some("/itsm/v1/attachments/a"));
        assert_eq!(source("https://a.example/a.png"), None);
    }
}
