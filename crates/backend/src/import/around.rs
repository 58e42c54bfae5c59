//! What the links of a page lead to: parts of it, other pages that become articles, pictures, and the world.

use super::{
    html::{Around, Seen, Way, Written},
    pages::AroundPage,
    paths::{Target, candidates, resolve},
    pictures::Pictures,
};
use guichet_contract::commonmark;
use std::{
    collections::{BTreeMap, HashMap},
    hash::{DefaultHasher, Hash, Hasher},
    path::Path,
};

/// A page that becomes an article.
#[derive(Debug, Default)]
pub struct Place {
    pub id: String,
    /// The ids of its headings, in its order.
    headings: Vec<String>,
    /// By a hash of a fragment, the heading that it belongs to, counted from 1; 0 is the top.
    anchors: BTreeMap<u64, usize>,
}

/// What a fragment means.
enum Part<'a> {
    /// The heading with this id.
    Heading(&'a str),
    Top,
    Unknown,
}

impl Place {
    pub fn of(id: String, written: &Written) -> Self {
        let headings = commonmark::headings(&written.text).into_iter().map(|heading| heading.id).collect();
        let anchors =
            written.anchors.iter().map(|(fragment, heading)| (hashed(fragment), *heading)).collect();
        Self { id, headings, anchors }
    }

    fn part(&self, fragment: &str) -> Part<'_> {
        match self.anchors.get(&hashed(fragment)).map(|heading| heading.checked_sub(1)) {
            Some(None) => return Part::Top,
            Some(Some(place)) => {
                if let Some(id) = self.headings.get(place) {
                    return Part::Heading(id);
                }
            }
            None => {}
        }
        let own = self.headings.iter().find(|id| id.as_str() == fragment);
        own.map_or(Part::Unknown, |id| Part::Heading(id))
    }
}

fn hashed(text: &str) -> u64 {
    let mut hash = DefaultHasher::new();
    text.hash(&mut hash);
    hash.finish()
}

/// Every page that becomes an article, by its path.
#[derive(Debug, Default)]
pub struct Known(HashMap<String, Place>);

impl Known {
    pub fn add(&mut self, path: &str, place: Place) {
        self.0.insert(path.to_owned(), place);
    }

    pub fn place(&self, path: &str) -> Option<&Place> {
        self.0.get(path)
    }

    /// What is around the page `path`.
    pub fn around<'a>(&'a self, path: &'a str, root: &'a Path, pictures: &'a mut Pictures) -> Here<'a> {
        Here { known: self, path, root, base: None, pictures }
    }
}

/// What is around one page.
pub struct Here<'a> {
    known: &'a Known,
    path: &'a str,
    root: &'a Path,
    base: Option<String>,
    pictures: &'a mut Pictures,
}

impl Here<'_> {
    fn target(&self, url: &str) -> Target {
        resolve(&self.root.to_string_lossy(), self.path, self.base.as_deref(), url)
    }
}

impl Around for Here<'_> {
    fn link(&mut self, url: &str) -> Way {
        match self.target(url) {
            Target::Here(fragment) => {
                match self.known.place(self.path).map_or(Part::Unknown, |place| place.part(&fragment)) {
                    Part::Heading(id) => Way::To(format!("#{id}")),
                    Part::Top => Way::Top,
                    Part::Unknown => Way::NoPart,
                }
            }
            Target::File(path, fragment) => {
                let found = candidates(&path).into_iter().find_map(|path| {
                    let place = self.known.place(&path)?;
                    Some((path, place))
                });
                let Some((path, place)) = found else {
                    return Way::Nowhere(format!("no page '{path}' became an article"));
                };
                let part = fragment.as_deref().map_or(Part::Top, |fragment| place.part(fragment));
                match part {
                    Part::Heading(part) if path == self.path => Way::To(format!("#{part}")),
                    Part::Heading(part) => Way::To(format!("article:{}#{part}", place.id)),
                    Part::Top if path == self.path => Way::Top,
                    Part::Top => Way::To(format!("article:{}", place.id)),
                    Part::Unknown => Way::Nearby(format!("article:{}", place.id)),
                }
            }
            Target::Beyond => Way::Nowhere("it leads out of the folder".to_owned()),
            Target::Elsewhere(url) => match commonmark::link(&url) {
                // What content of ours is called is nothing that a page from elsewhere could know.
                Some(
                    commonmark::Link::Outside(_) | commonmark::Link::Video(_) | commonmark::Link::Contact(_),
                ) => Way::To(url),
                _ => Way::Nowhere("portals follow no such address".to_owned()),
            },
        }
    }

    fn picture(&mut self, url: &str) -> Seen {
        match self.target(url) {
            Target::File(path, _) => match self.pictures.carry(&path) {
                Ok(name) => Seen::Own(format!("picture:{name}")),
                Err(why) => Seen::Lost(why),
            },
            Target::Here(_) => Seen::Lost("it is no picture".to_owned()),
            Target::Beyond => Seen::Lost("it lies out of the folder".to_owned()),
            Target::Elsewhere(url) => match commonmark::link(&url) {
                Some(commonmark::Link::Outside(_) | commonmark::Link::Video(_)) => Seen::Linked(
                    url,
                    "it is fetched from another address, which portals do not do".to_owned(),
                ),
                _ if url.starts_with("data:") => Seen::Lost("it is written into the page".to_owned()),
                _ => Seen::Lost("portals follow no such address".to_owned()),
            },
        }
    }
}

impl AroundPage for Here<'_> {
    fn set_base(&mut self, base: Option<String>) {
        self.base = base;
    }

    fn as_around(&mut self) -> &mut dyn Around {
        self
    }
}

/// What is around a page while nobody knows yet which others there are: every link leads somewhere, so that the headings are
/// those that they will be.
pub struct Nowhere;

impl Around for Nowhere {
    fn link(&mut self, _: &str) -> Way {
        Way::NoPart
    }

    fn picture(&mut self, _: &str) -> Seen {
        Seen::Lost(String::new())
    }
}

impl AroundPage for Nowhere {
    fn set_base(&mut self, _: Option<String>) {}

    fn as_around(&mut self) -> &mut dyn Around {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(id: &str, text: &str, anchors: &[(&str, usize)]) -> Place {
        let anchors = anchors.iter().map(|(name, n)| ((*name).to_owned(), *n)).collect();
        Place::of(id.to_owned(), &Written { text: text.to_owned(), anchors })
    }

    #[test]
    fn links_lead_to_articles_and_their_parts() {
        let mut known = Known::default();
        known.add("a.html", place("a", "## One\n\n## Two\n", &[("x", 2), ("top", 0)]));
        known.add("b/index.md", place("b", "## Three\n", &[]));
        let root = tempfile::tempdir().unwrap();
        let mut pictures = Pictures::new(root.path(), root.path(), false);
        let mut here = known.around("a.html", root.path(), &mut pictures);
        let to = |to: &str| Way::To(to.to_owned());
        for (url, expected) in [
            ("#x", to("#two")),
            ("#one", to("#one")),
            ("#none", Way::NoPart),
            ("#top", Way::Top),
            ("a.html", Way::Top),
            ("a.html#x", to("#two")),
            ("b/", to("article:b")),
            ("b/#three", to("article:b#three")),
            ("b/index.html#four", Way::Nearby("article:b".to_owned())),
            ("https://a.example", to("https://a.example")),
            ("mailto:a@b.example", to("mailto:a@b.example")),
        ] {
            assert_eq!(here.link(url), expected, "{url}");
        }
        for url in ["c.html", "../../c.html", "javascript:alert(1)", "article:a", "file:///etc/passwd"] {
            assert!(matches!(here.link(url), Way::Nowhere(_)), "{url}");
        }
        assert!(matches!(here.picture("https://a.example/b.png"), Seen::Linked(..)));
        for url in ["c.png", "data:image/png;base64,x", "../../etc/passwd", "javascript:x"] {
            assert!(matches!(here.picture(url), Seen::Lost(_)), "{url}");
        }
    }
}
