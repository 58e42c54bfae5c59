//! The id of a new article, made of its title.

use crate::ids::ArticleId;

/// Room for a number behind it, and for people to read it in an address.
const LONGEST: usize = 48;

/// An id that says what `title` says and is not `taken`. `article` where nothing of the title can be in an id.
pub fn id_of(title: &str, taken: impl Fn(&str) -> bool) -> Option<ArticleId> {
    let slug = slug(title);
    let slug = if slug.is_empty() { "article".to_owned() } else { slug };
    let numbered = (2..=999).map(|n| format!("{slug}-{n}"));
    let free = std::iter::once(slug.clone()).chain(numbered).find(|id| !taken(id))?;
    ArticleId::new(free).ok()
}

fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' | 'æ' => slug.push_str("ae"),
            'ö' | 'ø' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            'à' | 'á' | 'â' | 'ã' | 'å' => slug.push('a'),
            'è' | 'é' | 'ê' | 'ë' => slug.push('e'),
            'ì' | 'í' | 'î' | 'ï' => slug.push('i'),
            'ò' | 'ó' | 'ô' | 'õ' => slug.push('o'),
            'ù' | 'ú' | 'û' => slug.push('u'),
            'ñ' => slug.push('n'),
            'ç' => slug.push('c'),
            c if c.is_ascii_alphanumeric() => slug.push(c),
            // It stands between letters of one word.
            '\'' | '’' => {}
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    while slug.len() > LONGEST {
        // Whole words, as long as there are several.
        let shorter = slug.rfind('-').unwrap_or(LONGEST);
        slug.truncate(shorter);
    }
    slug.trim_end_matches('-').to_owned()
}
