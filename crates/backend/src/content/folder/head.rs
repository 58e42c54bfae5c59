//! Where the head of an article ends.

/// The head, the body, and the line on which the body begins. Empty lines between the two are no part of either.
pub(in crate::content) fn split_head(text: &str) -> Option<(&str, &str, usize)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (mut start, mut end) = (None, 0);
    for (n, line) in text.split_inclusive('\n').enumerate() {
        let next = end + line.len();
        match start {
            None if line.trim_end() != "---" => return None,
            None => start = Some(next),
            // Lines count from 1, and the body begins below this one.
            Some(start) if line.trim_end() == "---" => {
                let rest = text.get(next..)?;
                let body = rest.trim_start_matches(['\r', '\n']);
                let empty = rest.len() - body.len();
                let skipped = rest.get(..empty)?.matches('\n').count();
                return Some((text.get(start..end)?, body, n + 2 + skipped));
            }
            Some(_) => {}
        }
        end = next;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_ends_at_its_second_line_of_dashes() {
        let text = "---\ntitle: A\n---\n\nBody\n---\nmore\n";
        assert_eq!(split_head(text), Some(("title: A\n", "Body\n---\nmore\n", 5)));
        assert_eq!(split_head("---\n---\r\n\r\n\n    code\n"), Some(("", "    code\n", 5)));
        assert_eq!(split_head("\u{feff}---\r\na: 1\r\n---\r\nB"), Some(("a: 1\r\n", "B", 4)));
        assert_eq!(split_head("---\n---\n"), Some(("", "", 3)));
        for none in ["", "Body\n", "---\ntitle: A\n", "\n---\na: 1\n---\n"] {
            assert_eq!(split_head(none), None, "{none:?}");
        }
    }
}
