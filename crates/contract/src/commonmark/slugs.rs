//! Ids of headings.

use std::collections::BTreeMap;

/// Gives the headings of one text their ids, in the order of the text: the words in small letters with hyphens between them,
/// as GitHub makes them, so that authors know them. The second of the same words ends with `-1`, the third with `-2`.
///
/// Ids hold letters and digits of any language, `-` and `_`, and nothing else.
#[derive(Debug, Clone)]
pub struct Slugs {
    /// Each id that was given, with how often its words came again.
    given: BTreeMap<String, u32>,
}

impl Default for Slugs {
    fn default() -> Self {
        // The id of a page's main part, where its skip link leads.
        Self { given: BTreeMap::from([("main".to_owned(), 0)]) }
    }
}

impl Slugs {
    /// The id of a heading that says `words`, which no other of the text has.
    pub fn give(&mut self, words: &str) -> String {
        let base = slug(words);
        let mut id = base.clone();
        while self.given.contains_key(&id) {
            let again = self.given.entry(base.clone()).or_default();
            *again += 1;
            id = format!("{base}-{again}");
        }
        self.given.insert(id.clone(), 0);
        id
    }
}

fn slug(words: &str) -> String {
    let mut slug = String::new();
    for c in words.trim().chars() {
        if c.is_whitespace() {
            slug.push('-');
        } else if c.is_alphanumeric() || matches!(c, '-' | '_') {
            slug.extend(c.to_lowercase());
        }
    }
    // A heading of signs alone can be linked to as well.
    if slug.chars().any(char::is_alphanumeric) { slug } else { "part".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_ids_as_on_github() {
        for (words, id) in [
            ("First, three quick checks", "first-three-quick-checks"),
            ("  Was tun? – Über VPN ", "was-tun--über-vpn"),
            ("snake_case & kebab-case", "snake_case--kebab-case"),
            ("2026", "2026"),
            ("安装 软件", "安装-软件"),
            ("?!", "part"),
            ("-", "part"),
            ("\"><img src=x onerror=alert(1)>", "img-srcx-onerroralert1"),
        ] {
            assert_eq!(Slugs::default().give(words), id, "{words}");
        }
    }

    #[test]
    fn the_same_words_again_are_counted() {
        let mut slugs = Slugs::default();
        let given: Vec<_> = ["A", "A", "A 1", "a", "A-1", "Main", "?", "!"]
            .into_iter()
            .map(|words| slugs.give(words))
            .collect();
        assert_eq!(given, ["a", "a-1", "a-1-1", "a-2", "a-1-2", "main-1", "part", "part-1"]);
    }
}
