//! Descriptions.

use serde_json::{Map, Value};

/// Adds a paragraph to the description.
pub(super) fn append(object: &mut Map<String, Value>, paragraph: &str) {
    let text = object.get("description").and_then(Value::as_str).unwrap_or_default();
    let text = if text.is_empty() { paragraph.to_owned() } else { format!("{text}\n\n{paragraph}") };
    object.insert("description".to_owned(), text.into());
}

/// Documentation links mean nothing outside Rust.
pub(super) fn plain_words(object: &mut Map<String, Value>) {
    if let Some(Value::String(text)) = object.get_mut("description") {
        *text = without_links(text);
    }
}

fn without_links(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once("[`") {
        let Some((name, after)) = tail.split_once("`]") else { break };
        out.push_str(before);
        out.push('`');
        out.push_str(name.rsplit("::").next().unwrap_or(name));
        out.push('`');
        rest =
            after.strip_prefix('(').and_then(|link| link.split_once(')')).map_or(after, |(_, after)| after);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_rust_become_words() {
        for (text, plain) in [
            ("see [`Price::clamped`].", "see `clamped`."),
            ("except [`Ne`](Self::Ne), which", "except `Ne`, which"),
            ("a [`b and no end", "a [`b and no end"),
            ("nothing", "nothing"),
        ] {
            assert_eq!(without_links(text), plain);
        }
    }
}
