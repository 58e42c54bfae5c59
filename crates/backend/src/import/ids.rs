//! Ids of articles, made of the paths of their pages.

use crate::hex::short_hash;
use guichet_rules::ids::MAX_ID_LEN;

/// Leaves room for the number behind the second of the same.
const LONGEST: usize = MAX_ID_LEN - 6;

/// `guide/Set it up.html` is `guide.set-it-up`, `guide/index.html` is `guide`.
pub fn id_of(path: &str) -> String {
    let stem =
        path.rsplit_once('.').filter(|(_, ending)| !ending.contains('/')).map_or(path, |(stem, _)| stem);
    let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    let is_index = matches!(name.to_ascii_lowercase().as_str(), "index" | "readme" | "default");
    let stem = if is_index && !folder.is_empty() { folder } else { stem };
    let parts: Vec<String> = stem.split('/').map(part).filter(|part| !part.is_empty()).collect();
    let id = parts.join(".");
    if id.is_empty() {
        // Of signs alone, or of letters that no id can hold.
        return format!("page-{}", short_hash(path.as_bytes()));
    }
    if id.len() <= LONGEST {
        return id;
    }
    // The end says more than the beginning, and the hash tells it from others that end alike.
    let hash = short_hash(path.as_bytes());
    let from = id.len() - (LONGEST - hash.len() - 1);
    let end = id.get(from..).unwrap_or_default().trim_start_matches(['-', '.', '_']);
    format!("{end}-{hash}")
}

fn part(segment: &str) -> String {
    let mut part = String::new();
    for c in segment.chars() {
        match c {
            'ä' | 'Ä' => part.push_str("ae"),
            'ö' | 'Ö' => part.push_str("oe"),
            'ü' | 'Ü' => part.push_str("ue"),
            'ß' => part.push_str("ss"),
            _ if c.is_ascii_alphanumeric() || c == '_' => part.push(c.to_ascii_lowercase()),
            _ if !part.ends_with('-') => part.push('-'),
            _ => {}
        }
    }
    part.trim_matches(['-', '_']).to_owned()
}

/// `wanted`, or the same with the first number that is free.
pub fn free(wanted: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|n: u32| format!("{wanted}-{n}"));
    let mut ids = std::iter::once(wanted.to_owned()).chain(numbered);
    ids.find(|id| !is_taken(id)).unwrap_or_else(|| wanted.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use guichet_rules::ids::ArticleId;
    use proptest::prelude::*;

    #[test]
    fn an_id_is_the_path_of_the_page() {
        for (path, expected) in [
            ("vpn.html", "vpn"),
            ("guide/Set it up.html", "guide.set-it-up"),
            ("guide/index.html", "guide"),
            ("index.html", "index"),
            ("text/shared/02/12090000.html", "text.shared.02.12090000"),
            ("v1.2/a.b.md", "v1-2.a-b"),
            ("Über uns (neu).md", "ueber-uns-neu"),
            ("_private/x_y.md", "private.x_y"),
        ] {
            assert_eq!(id_of(path), expected, "{path}");
        }
        assert!(id_of("安装.md").starts_with("page-"));
    }

    #[test]
    fn the_second_of_the_same_has_a_number() {
        let free = |wanted: &str| free(wanted, |id| matches!(id, "vpn" | "vpn-2"));
        assert_eq!([free("vpn"), free("a")], ["vpn-3", "a"]);
    }

    proptest! {
        #[test]
        fn whatever_the_path_it_is_an_id(path in r"([^/]{0,40}/){0,4}[^/]{1,60}\.html") {
            let id = id_of(&path);
            prop_assert!(ArticleId::new(format!("{id}-1234")).is_ok(), "{id}");
            prop_assert_eq!(id.to_lowercase(), id);
        }
    }
}
