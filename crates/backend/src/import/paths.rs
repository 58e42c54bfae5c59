//! Where the links of a page lead: within the folder by the paths of its files, or out of it.

/// Where a link of a page leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To a part of the page itself.
    Here(String),
    /// To a file of the folder, by its path in it, which need not be there; and to a part of it.
    File(String, Option<String>),
    /// Out of the folder of files that was given.
    Beyond,
    /// To an address that names how to get there.
    Elsewhere(String),
}

/// Files that a folder stands for.
const INDEXES: [&str; 5] = ["index.html", "index.htm", "index.md", "README.md", "readme.md"];

/// Where `url` leads on the page `page`. `root` is where the folder lies, for links that leave it and come back; `base` is
/// what the page says its links are relative to.
pub fn resolve(root: &str, page: &str, base: Option<&str>, url: &str) -> Target {
    let url: String = url.trim().chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let url = url.as_str();
    if let Some(fragment) = url.strip_prefix('#') {
        return Target::Here(decoded(fragment));
    }
    if has_scheme(url) {
        return Target::Elsewhere(url.to_owned());
    }
    if url.starts_with("//") {
        return Target::Elsewhere(format!("https:{url}"));
    }
    let (path, fragment) =
        url.split_once('#').map_or((url, None), |(path, part)| (path, Some(decoded(part))));
    let fragment = fragment.filter(|part| !part.is_empty());
    let path = path.split('?').next().unwrap_or_default();
    // A site's own address as base is the folder's: what is relative to it is relative to the page as well.
    let base = base.filter(|base| !has_scheme(base) && !base.starts_with("//"));
    let mut at: Vec<String> = segments(root);
    let root_length = at.len();
    if !path.starts_with('/') {
        go(&mut at, page);
        at.pop();
        if let Some(base) = base {
            if base.starts_with('/') {
                at.truncate(root_length);
            }
            go(&mut at, base);
            if !base.ends_with(['/', '.']) {
                at.pop();
            }
        }
    }
    go(&mut at, &decoded(path));
    let inside = at.get(..root_length) == Some(segments(root).as_slice());
    match at.get(root_length..) {
        Some(inner) if inside => Target::File(inner.join("/"), fragment),
        _ => Target::Beyond,
    }
}

/// The paths that a link to `path` may mean, the likeliest first.
pub fn candidates(path: &str) -> Vec<String> {
    let mut paths = vec![path.to_owned()];
    let ends = |ending: &str| path.strip_suffix(ending);
    if let Some(stem) = ends(".html").or_else(|| ends(".htm")).or_else(|| ends(".md")) {
        // As a generator of sites would have named it.
        paths.extend([".md", ".html", ".htm", ".markdown"].map(|ending| format!("{stem}{ending}")));
    } else if !path.is_empty() {
        paths.extend([".html", ".md", ".htm", ".xhtml", ".markdown"].map(|ending| format!("{path}{ending}")));
    }
    let folder = if path.is_empty() { String::new() } else { format!("{path}/") };
    paths.extend(INDEXES.map(|index| format!("{folder}{index}")));
    paths
}

fn segments(path: &str) -> Vec<String> {
    let mut at = Vec::new();
    go(&mut at, path);
    at
}

fn go(at: &mut Vec<String>, path: &str) {
    for segment in path.split(['/', '\\']) {
        match segment {
            "" | "." => {}
            ".." => {
                at.pop();
            }
            name => at.push(name.to_owned()),
        }
    }
}

/// Whether an address begins with the name of a way to get there, such as `https:`.
pub fn has_scheme(url: &str) -> bool {
    let Some((scheme, _)) = url.split_once(':') else { return false };
    let mut letters = scheme.chars();
    letters.next().is_some_and(|first| first.is_ascii_alphabetic())
        && letters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// `%20` is a space.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digit = |place: usize| after.get(place).and_then(|byte| char::from(*byte).to_digit(16));
        match (*first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, part: Option<&str>) -> Target {
        Target::File(path.to_owned(), part.map(str::to_owned))
    }

    #[test]
    fn links_are_relative_to_their_page() {
        for (url, expected) in [
            ("b.html", file("guide/b.html", None)),
            ("./b.html?x=1#y", file("guide/b.html", Some("y"))),
            ("../c%20d.html", file("c d.html", None)),
            ("/c.html", file("c.html", None)),
            ("..\\c.html", file("c.html", None)),
            ("sub/", file("guide/sub", None)),
            ("..", file("", None)),
            ("#a%C3%A4", Target::Here("aä".to_owned())),
            ("../../help/c.html", file("c.html", None)),
            ("../../other/c.html", Target::Beyond),
            ("../../../../../etc/passwd", Target::Beyond),
            ("https://a.example/b", Target::Elsewhere("https://a.example/b".to_owned())),
            ("//a.example/b", Target::Elsewhere("https://a.example/b".to_owned())),
            ("java\nscript:alert(1)", Target::Elsewhere("javascript:alert(1)".to_owned())),
            ("a b:c", file("guide/a b:c", None)),
        ] {
            assert_eq!(resolve("/srv/help", "guide/a.html", None, url), expected, "{url}");
        }
    }

    #[test]
    fn a_page_can_say_what_its_links_are_relative_to() {
        // As in the help of LibreOffice.
        let found = resolve("/x/help/en-US", "text/shared/a.html", Some("../../../"), "en-US/text/b.html#c");
        assert_eq!(found, file("text/b.html", Some("c")));
        let site = Some("https://help.example/");
        assert_eq!(resolve("/x", "a/b.html", site, "c.html"), file("a/c.html", None));
        assert_eq!(resolve("/x", "a/b.html", Some("/"), "c.html"), file("c.html", None));
        assert_eq!(resolve("/x", "a/b.html", Some("d/e.html"), "c.html"), file("a/d/c.html", None));
    }

    #[test]
    fn a_link_may_leave_out_what_a_server_adds() {
        assert!(candidates("a/b").contains(&"a/b.html".to_owned()));
        assert!(candidates("a/b").contains(&"a/b/index.md".to_owned()));
        assert!(candidates("a/b.html").contains(&"a/b.md".to_owned()));
        assert!(candidates("").contains(&"README.md".to_owned()));
    }
}
