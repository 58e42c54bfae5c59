//! Which language somebody is answered in.

use axum::http::{HeaderMap, header};

/// The one of `languages` that `Accept-Language` wants most; the first where it wants none of them.
pub fn choose<'a>(headers: &HeaderMap, languages: &'a [String]) -> &'a str {
    let fallback = languages.first().map_or("en", String::as_str);
    let Some(wanted) = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()) else {
        return fallback;
    };
    let mut best: Option<(u16, &str)> = None;
    for part in wanted.split(',') {
        let mut pieces = part.split(';').map(str::trim);
        let range = pieces.next().unwrap_or_default();
        let weight = pieces.find_map(|piece| piece.strip_prefix("q=")).map_or(1000, thousandths);
        let Some(found) = find(range, languages, fallback) else { continue };
        // The first of equals: people list what they like best first.
        if weight > 0 && best.is_none_or(|(so_far, _)| weight > so_far) {
            best = Some((weight, found));
        }
    }
    best.map_or(fallback, |(_, language)| language)
}

/// `de-CH` is answered with `de-CH`, else with `de`, else with `de-AT`: somebody who reads one reads the others.
fn find<'a>(range: &str, languages: &'a [String], fallback: &'a str) -> Option<&'a str> {
    if range == "*" {
        return Some(fallback);
    }
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let exact = languages.iter().find(|language| language.eq_ignore_ascii_case(range));
    let wanted = primary(range);
    exact.or_else(|| languages.iter().find(|language| primary(language) == wanted)).map(String::as_str)
}

/// A weight such as `0.8`, in thousandths; one that cannot be read counts as none given.
fn thousandths(weight: &str) -> u16 {
    let weight = weight.parse::<f32>().ok().filter(|weight| (0.0..=1.0).contains(weight));
    // At most 1000, so nothing is lost.
    weight.map_or(1000, |weight| (weight * 1000.0).round() as u16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn the_best_of_what_there_is() {
        let languages = ["en".to_owned(), "de".to_owned()];
        for (header, expected) in [
            ("de", "de"),
            ("de-CH,de;q=0.9,en;q=0.8", "de"),
            ("fr,en;q=0.7,de;q=0.3", "en"),
            ("fr", "en"),
            ("en;q=0,de;q=0.1", "de"),
            ("*", "en"),
            ("DE", "de"),
            (";;q=,", "en"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(header));
            assert_eq!(choose(&headers, &languages), expected, "{header}");
        }
        assert_eq!(choose(&HeaderMap::new(), &languages), "en");
    }
}
