//! What of a text its readers would not get: for whoever writes it, while they do.

use super::{Link, headings, link, parser, picture};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// From so many characters on, readers look for headings: about a screen.
const LONG: usize = 1_500;

/// Something that readers do not get as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loss {
    /// Raw HTML is left out; the tag, where it is one.
    Html(String),
    /// A link leads nowhere, so its words stand alone.
    Link(String),
    /// A link leads to no heading of the text.
    Part(String),
    /// A picture is not shown.
    Picture(String),
    /// A picture has no words for those who do not see it.
    Undescribed(String),
    /// The text is long and has no headings.
    NoHeadings,
}

/// What is lost of `text`, each with its line, counted from 1.
pub fn losses(text: &str) -> Vec<(u32, Loss)> {
    let headings = headings(text);
    let mut found = Vec::new();
    // A picture that is open and that nobody has said a word about.
    let mut undescribed = None;
    for (event, range) in parser(text).into_offset_iter() {
        let loss = match event {
            Event::Start(Tag::HtmlBlock) => Some(Loss::Html(String::new())),
            Event::InlineHtml(tag) => Some(Loss::Html(tag.into_string())),
            Event::Start(Tag::Link { link_type, dest_url, .. }) if link_type != LinkType::Email => {
                match link(&dest_url) {
                    None => Some(Loss::Link(dest_url.to_string())),
                    Some(Link::Here(part)) if !headings.iter().any(|heading| heading.id == part) => {
                        Some(Loss::Part(part.to_owned()))
                    }
                    Some(_) => None,
                }
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                undescribed = Some(dest_url.to_string());
                picture(&dest_url).is_none().then(|| Loss::Picture(dest_url.into_string()))
            }
            Event::Text(_) | Event::Code(_) => {
                undescribed = None;
                None
            }
            Event::End(TagEnd::Image) => undescribed.take().map(Loss::Undescribed),
            _ => None,
        };
        if let Some(loss) = loss {
            let before = text.get(..range.start).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            found.push((u32::try_from(line).unwrap_or(u32::MAX), loss));
        }
    }
    if headings.is_empty() && text.chars().count() > LONG {
        found.push((1, Loss::NoHeadings));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_readers_do_not_get_is_named_with_its_line() {
        let text = "## One\n\nA <b>word</b>, [there](#one), [nowhere](#two) and [bad](javascript:x).\n\n\
                    <div>gone</div>\n\n![](picture:a.png)\n\n![Seen](https://a.example/b.png) <me@a.example>\n";
        let html = |tag: &str| Loss::Html(tag.to_owned());
        assert_eq!(
            losses(text),
            [
                (3, html("<b>")),
                (3, html("</b>")),
                (3, Loss::Part("two".to_owned())),
                (3, Loss::Link("javascript:x".to_owned())),
                (5, html("")),
                (7, Loss::Undescribed("picture:a.png".to_owned())),
                (9, Loss::Picture("https://a.example/b.png".to_owned())),
            ]
        );
        // What is uploaded for a text is shown in it.
        let fine = "See [VPN](article:vpn), ![Green](picture:a.png) and ![Grey](/itsm/v1/attachments/a-1).";
        assert!(losses(fine).is_empty());
    }

    #[test]
    fn a_long_text_needs_headings() {
        let long = "word ".repeat(400);
        assert_eq!(losses(&long), [(1, Loss::NoHeadings)]);
        assert!(losses(&format!("## Part\n\n{long}")).is_empty());
    }
}
