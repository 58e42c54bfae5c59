//! What a page says of itself, and where its own words begin.

use super::tree::{Id, ROOT, Tree, one_line};
use chrono::{DateTime, NaiveDate};

/// What a page says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    pub title: Option<String>,
    pub summary: Option<String>,
    pub keywords: Vec<String>,
    /// A BCP 47 tag.
    pub language: Option<String>,
    /// What relative links are relative to.
    pub base: Option<String>,
    /// When it was changed.
    pub date: Option<NaiveDate>,
}

/// Reads the head of a page, and its first heading.
pub fn read(tree: &Tree) -> Page {
    let first = |name: &str| {
        let texts = tree.all().filter(|id| tree.name(*id) == name && !in_drawing(tree, *id));
        texts.map(|id| tree.line_of_text(id)).find(|text| !text.is_empty())
    };
    let html = tree.called("html").next();
    let language =
        html.and_then(|html| tree.attribute(html, "lang").or_else(|| tree.attribute(html, "xml:lang")));
    let base = tree.called("base").find_map(|base| tree.attribute(base, "href"));
    Page {
        title: title(first("title"), first("h1")),
        summary: meta(tree, &["description", "og:description", "dcterms.description", "dc.description"]),
        keywords: meta(tree, &["keywords"]).map(|listed| keywords(&listed)).unwrap_or_default(),
        language: language.map(str::to_owned).filter(|tag| !tag.is_empty()),
        base: base.map(str::to_owned),
        date: meta(tree, &["article:modified_time", "dcterms.modified", "last-modified", "dc.date", "date"])
            .and_then(|text| day(&text)),
    }
}

/// Titles of pages end with the name of their site, headings do not.
fn title(of_page: Option<String>, heading: Option<String>) -> Option<String> {
    match (of_page, heading) {
        (Some(page), Some(heading)) if !page.contains(&heading) => Some(page),
        (page, heading) => heading.or(page),
    }
}

fn in_drawing(tree: &Tree, id: Id) -> bool {
    tree.lies_in(id, |name| matches!(name, "svg" | "math"))
}

/// What the first of `names` that is there says.
fn meta(tree: &Tree, names: &[&str]) -> Option<String> {
    names.iter().find_map(|wanted| {
        tree.called("meta").find_map(|id| {
            let name = tree.attribute(id, "name").or_else(|| tree.attribute(id, "property"))?;
            let content = one_line(tree.attribute(id, "content")?);
            (name.eq_ignore_ascii_case(wanted) && !content.is_empty()).then_some(content)
        })
    })
}

/// Words between commas.
pub fn keywords(listed: &str) -> Vec<String> {
    listed.split([',', ';']).map(one_line).filter(|word| !word.is_empty()).collect()
}

/// The day of `2026-11-21`, with a time behind it or without.
pub fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let instant = DateTime::parse_from_rfc3339(text).map(|instant| instant.date_naive()).ok();
    instant.or_else(|| text.get(..10)?.parse().ok())
}

/// The elements whose content is the page's own: the one that says so, or all of it.
pub fn own_part(tree: &Tree) -> Vec<Id> {
    let is_main = |id: &Id| tree.name(*id) == "main" || tree.attribute(*id, "role") == Some("main");
    let mains: Vec<Id> = tree.all().filter(is_main).collect();
    if let [main] = mains.as_slice() {
        return vec![*main];
    }
    let articles: Vec<Id> = tree.called("article").collect();
    match articles.as_slice() {
        [article] if mains.is_empty() => vec![*article],
        _ => vec![ROOT],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::html::parse;

    #[test]
    fn a_page_says_what_it_is() {
        let page = read(&parse(
            "<html lang=de><head><title>VPN – Hilfe</title><base href='../'>\
             <meta name=Description content=' Was tun, \n wenn es nicht geht '>\
             <meta name=keywords content='Tunnel, remote;  Fernzugriff,'>\
             <meta property='article:modified_time' content='2026-03-04T23:00:00+02:00'></head>\
             <body><svg><title>No</title></svg><h1>\nVPN </h1></body>",
        ));
        assert_eq!(page.title.as_deref(), Some("VPN"));
        assert_eq!(page.summary.as_deref(), Some("Was tun, wenn es nicht geht"));
        assert_eq!(page.keywords, ["Tunnel", "remote", "Fernzugriff"]);
        assert_eq!((page.language.as_deref(), page.base.as_deref()), (Some("de"), Some("../")));
        assert_eq!(page.date, NaiveDate::from_ymd_opt(2026, 3, 4));
        assert_eq!(read(&parse("<p>a</p>")), Page::default());
    }

    #[test]
    fn a_title_is_that_of_the_page_and_not_of_the_site() {
        for (page, heading, expected) in [
            (Some("VPN | Help"), Some("VPN"), Some("VPN")),
            (Some("VPN"), Some("Welcome"), Some("VPN")),
            (None, Some("VPN"), Some("VPN")),
            (Some("VPN"), None, Some("VPN")),
            (None, None, None),
        ] {
            let found = title(page.map(str::to_owned), heading.map(str::to_owned));
            assert_eq!(found.as_deref(), expected);
        }
    }

    #[test]
    fn days_come_with_times_and_without() {
        let expected = NaiveDate::from_ymd_opt(2026, 11, 21);
        for text in ["2026-11-21", " 2026-11-21T10:00:00Z", "2026-11-21 10:00"] {
            assert_eq!(day(text), expected, "{text}");
        }
        assert_eq!(day("last week"), None);
        assert_eq!(day("21.11.2026"), None);
    }

    #[test]
    fn its_own_part_is_what_says_so() {
        for (html, expected) in [
            ("<nav>a</nav><main>b</main>", "b"),
            ("<div role=main>b</div><p>c</p>", "b"),
            ("<nav>a</nav><article>b</article>", "b"),
            ("<article>a</article><article>b</article>", "ab"),
            ("<main>a</main><main>b</main>", "ab"),
        ] {
            let tree = parse(html);
            let text: String = own_part(&tree).iter().map(|id| tree.text(*id)).collect();
            assert_eq!(text, expected, "{html}");
        }
    }
}
