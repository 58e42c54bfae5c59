//! What the buttons over the text do. Places count units of UTF-16, as browsers count them.

/// A button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Bold,
    Heading,
    List,
    Link,
    Code,
    Note,
}

impl Mark {
    pub const ALL: [Self; 6] = [Self::Bold, Self::Heading, Self::List, Self::Link, Self::Code, Self::Note];

    /// Its key with Ctrl or ⌘, for the most frequent ones that no browser needs.
    pub fn key(self) -> Option<&'static str> {
        match self {
            Self::Bold => Some("b"),
            Self::Link => Some("u"),
            Self::Code => Some("e"),
            Self::Heading | Self::List | Self::Note => None,
        }
    }
}

/// What takes the place of what, and what is marked then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    /// Where what is replaced begins and ends.
    pub from: u32,
    pub to: u32,
    /// What takes its place.
    pub insert: String,
    /// What is marked then.
    pub select: (u32, u32),
}

/// What `mark` does to `text`, of which the part from `start` to `end` is marked.
pub(super) fn edit(mark: Mark, text: &str, start: u32, end: u32) -> Edit {
    let (start_byte, end_byte) = (byte(text, start), byte(text, end.max(start)));
    let marked = text.get(start_byte..end_byte).unwrap_or_default();
    let around = |before: &str, after: &str| {
        let insert = format!("{before}{marked}{after}");
        let from = start + units(before);
        Edit { from: start, to: end, insert, select: (from, from + units(marked)) }
    };
    match mark {
        Mark::Bold => around("**", "**"),
        Mark::Code if marked.contains('\n') => around("```\n", "\n```"),
        Mark::Code => around("`", "`"),
        Mark::Link => {
            let insert = format!("[{marked}](https://)");
            // What is missing is marked: the words, or else the address.
            let at = if marked.is_empty() { start + 1 } else { start + 3 + units(marked) };
            let length = if marked.is_empty() { 0 } else { units("https://") };
            Edit { from: start, to: end, insert, select: (at, at + length) }
        }
        Mark::Heading => lines(text, start_byte, end_byte, "## ", ""),
        Mark::List => lines(text, start_byte, end_byte, "- ", ""),
        Mark::Note => lines(text, start_byte, end_byte, "> ", "> [!NOTE]\n"),
    }
}

/// A picture of `words` at `url`, in a paragraph of its own at a place of `text`.
pub(super) fn picture(text: &str, at: u32, words: &str, url: &str) -> Edit {
    let (before, after) = text.split_at(byte(text, at));
    let at = units(before);
    let gap = |there: usize| "\n".repeat(2_usize.saturating_sub(there));
    let lead = match before {
        "" => String::new(),
        _ => gap(before.len() - before.trim_end_matches('\n').len()),
    };
    let trail = match after {
        "" => "\n".to_owned(),
        _ => gap(after.len() - after.trim_start_matches('\n').len()),
    };
    let insert = format!("{lead}![{}]({url}){trail}", escaped(words));
    let end = at + units(&insert);
    Edit { from: at, to: at, insert, select: (end, end) }
}

/// Words that mean nothing but themselves.
fn escaped(words: &str) -> String {
    let mut escaped = String::new();
    for c in words.chars() {
        if matches!(c, '\\' | '[' | ']' | '*' | '_' | '`' | '<' | '&' | '~') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Where a line begins and ends; they count from 1.
pub(super) fn line(text: &str, number: u32) -> (u32, u32) {
    let skipped = usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
    let begin: u32 = text.split('\n').take(skipped).map(|line| units(line) + 1).sum();
    match text.split('\n').nth(skipped) {
        Some(line) => (begin, begin + units(line)),
        None => (units(text), units(text)),
    }
}

/// Every marked line with `prefix`, and `first` above them; without it, where all of them have it.
fn lines(text: &str, start: usize, end: usize, prefix: &str, first: &str) -> Edit {
    let head = text.get(..start).unwrap_or_default();
    let from = head.rfind('\n').map_or(0, |at| at + 1);
    let to = text.get(end..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| end + at);
    let whole = text.get(from..to).unwrap_or_default();
    let has_it = first.is_empty() && !whole.is_empty() && whole.lines().all(|line| line.starts_with(prefix));
    let line = |line: &str| match line.strip_prefix(prefix) {
        Some(rest) if has_it => rest.to_owned(),
        _ => format!("{prefix}{line}"),
    };
    let changed: Vec<String> = whole.split('\n').map(line).collect();
    let insert = format!("{first}{}", changed.join("\n"));
    let begin = units(text.get(..from).unwrap_or_default());
    let after = begin + units(&insert);
    Edit { from: begin, to: begin + units(whole), insert, select: (after, after) }
}

fn units(text: &str) -> u32 {
    text.chars().map(|c| if c.len_utf16() == 2 { 2 } else { 1 }).sum()
}

/// Where in its bytes a place of `text` is.
fn byte(text: &str, place: u32) -> usize {
    let mut passed = 0;
    for (at, c) in text.char_indices() {
        if passed >= place {
            return at;
        }
        passed += if c.len_utf16() == 2 { 2 } else { 1 };
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text after it, with what is marked in brackets.
    fn after(mark: Mark, text: &str, start: u32, end: u32) -> String {
        let edit = edit(mark, text, start, end);
        let head = text.get(..byte(text, edit.from)).unwrap_or_default();
        let tail = text.get(byte(text, edit.to)..).unwrap_or_default();
        let text = format!("{head}{}{tail}", edit.insert);
        let (from, to) = (byte(&text, edit.select.0), byte(&text, edit.select.1));
        format!("{}[{}]{}", &text[..from], &text[from..to], &text[to..])
    }

    #[test]
    fn a_picture_stands_in_a_paragraph_of_its_own() {
        for (text, at, expected) in [
            ("", 0, "![a](u)\n"),
            ("One", 3, "One\n\n![a](u)\n"),
            ("One\nTwo", 4, "One\n\n![a](u)\n\nTwo"),
            ("😀\n\nTwo", 4, "😀\n\n![a](u)\n\nTwo"),
            ("One", u32::MAX, "One\n\n![a](u)\n"),
        ] {
            let edit = picture(text, at, "a", "u");
            let (head, tail) = text.split_at(byte(text, edit.from));
            let whole = format!("{head}{}{tail}", edit.insert);
            assert_eq!(whole, expected, "{text:?}");
        }
        assert_eq!(picture("", 0, "a [b] *c*", "u").insert, "![a \\[b\\] \\*c\\*](u)\n");
    }

    #[test]
    fn a_line_is_found() {
        let text = "a\n😀é\n";
        let found: Vec<_> = (1..=4).map(|number| line(text, number)).collect();
        assert_eq!(found, [(0, 1), (2, 5), (6, 6), (6, 6)]);
    }

    #[test]
    fn what_is_marked_gets_its_marks() {
        for (mark, text, start, end, expected) in [
            (Mark::Bold, "a b c", 2, 3, "a **[b]** c"),
            (Mark::Bold, "😀 ü", 3, 4, "😀 **[ü]**"),
            (Mark::Bold, "", 0, 0, "**[]**"),
            (Mark::Code, "a\nb", 0, 3, "```\n[a\nb]\n```"),
            (Mark::Code, "ipconfig", 0, 8, "`[ipconfig]`"),
            (Mark::Link, "see here", 4, 8, "see [here]([https://])"),
            (Mark::Link, "", 0, 0, "[[]](https://)"),
            (Mark::Heading, "One\nTwo", 5, 5, "One\n## Two[]"),
            (Mark::Heading, "## Two", 3, 3, "Two[]"),
            (Mark::List, "a\nb\nc", 0, 3, "- a\n- b[]\nc"),
            (Mark::List, "- a\n- b", 0, 7, "a\nb[]"),
            (Mark::Note, "a\nb", 0, 1, "> [!NOTE]\n> a[]\nb"),
        ] {
            assert_eq!(after(mark, text, start, end), expected, "{mark:?} {text:?}");
        }
    }
}
