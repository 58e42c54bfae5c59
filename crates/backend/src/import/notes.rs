//! What there is to say about a page, noted while it is read.

use super::kind::Kind;
use serde::Serialize;
use std::collections::BTreeMap;

/// Something that was lost, left out or has to be looked at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// The page, relative to the folder.
    pub file: String,
    /// The first line that it is on, counted from 1; absent where the whole file is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// What kind of thing.
    pub kind: Kind,
    /// What it was.
    pub what: String,
    /// How often the same is on the page.
    pub count: usize,
    /// What to do.
    pub remedy: &'static str,
}

/// What there is to say about one page.
#[derive(Debug, Default)]
pub struct Notes {
    file: String,
    /// How many lines of the file are above what is being read.
    above: u64,
    found: Vec<Finding>,
    /// Where in `found` it is.
    places: BTreeMap<(Kind, String), usize>,
}

impl Notes {
    pub fn of(file: &str) -> Self {
        Self { file: file.to_owned(), ..Self::default() }
    }

    /// From now on lines are counted from below the first `above` of the file.
    pub fn begin_below(&mut self, above: u64) {
        self.above = above;
    }

    /// The same for a part of what is being read; gives what it was.
    pub fn begin_further_below(&mut self, lines: u64) -> u64 {
        let above = self.above;
        self.above += lines;
        above
    }

    /// Notes `what` on a line of what is being read; the same again is counted.
    pub fn at(&mut self, kind: Kind, line: u64, what: impl Into<String>) {
        self.add(kind, Some(line + self.above), what.into());
    }

    /// Notes `what` of the page as a whole.
    pub fn whole(&mut self, kind: Kind, what: impl Into<String>) {
        self.add(kind, None, what.into());
    }

    fn add(&mut self, kind: Kind, line: Option<u64>, what: String) {
        let what = clipped(what);
        if let Some(finding) =
            self.places.get(&(kind, what.clone())).and_then(|place| self.found.get_mut(*place))
        {
            finding.count += 1;
            return;
        }
        self.places.insert((kind, what.clone()), self.found.len());
        let (file, remedy) = (self.file.clone(), kind.remedy());
        self.found.push(Finding { file, line, kind, what, count: 1, remedy });
    }

    pub fn findings(self) -> Vec<Finding> {
        self.found
    }
}

/// A page may hold an address of a megabyte.
fn clipped(mut what: String) -> String {
    const MOST: usize = 200;
    if let Some((end, _)) = what.char_indices().nth(MOST) {
        what.truncate(end);
        what.push('…');
    }
    what
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_endless_is_clipped() {
        let mut notes = Notes::of("a");
        notes.whole(Kind::Link, "ä".repeat(1 << 20));
        assert_eq!(notes.findings().pop().map(|it| it.what.chars().count()), Some(201));
    }
}
