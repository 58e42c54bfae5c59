//! Changes to a text that otherwise stays as it is, letter by letter.

use std::ops::Range;

/// A change to the text.
pub struct Edit {
    pub range: Range<usize>,
    pub with: String,
}

/// `text` with all changes; of two that meet the first is made.
pub fn edited(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut written = String::with_capacity(text.len());
    let mut at = 0;
    for Edit { range, with } in edits {
        if range.start < at {
            continue;
        }
        written.push_str(text.get(at..range.start).unwrap_or_default());
        written.push_str(&with);
        at = range.end;
    }
    written.push_str(text.get(at..).unwrap_or_default());
    written
}
