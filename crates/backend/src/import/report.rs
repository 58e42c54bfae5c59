//! What an import did, and what could not be carried over, for people and for programs.

use super::{
    kind::Kind,
    notes::{Finding, Notes},
};
use serde::Serialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The collection, as it is named in the heads of its articles.
    pub collection: String,
    /// Whether nothing was written.
    pub dry_run: bool,
    /// How many pages there are.
    pub pages: usize,
    /// How many became an article that was not there.
    pub new: usize,
    /// How many articles were made anew, because their page had changed.
    pub changed: usize,
    /// How many articles are as they were.
    pub unchanged: usize,
    /// How many articles were left alone, because somebody went on with them by hand.
    pub edited: usize,
    /// How many pages became no article.
    pub skipped: usize,
    /// How many pictures the articles show.
    pub pictures: usize,
    /// What was lost, by kind.
    pub kinds: Vec<Sum>,
    /// All of it, by file and line.
    pub findings: Vec<Finding>,
}

/// How much there is of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// Which.
    pub kind: Kind,
    /// How often.
    pub count: usize,
    /// On how many pages.
    pub pages: usize,
    /// What to do about it.
    pub remedy: &'static str,
}

impl Report {
    pub(super) fn add(&mut self, notes: Notes) {
        self.findings.extend(notes.findings());
    }

    /// Puts everything in order, and adds it up.
    pub(super) fn finish(mut self) -> Self {
        self.findings.sort();
        let mut kinds: BTreeMap<Kind, (usize, BTreeSet<&str>)> = BTreeMap::new();
        for finding in &self.findings {
            let (count, pages) = kinds.entry(finding.kind).or_default();
            *count += finding.count;
            pages.insert(&finding.file);
        }
        let sums = kinds.into_iter().map(|(kind, (count, pages))| Sum {
            kind,
            count,
            pages: pages.len(),
            remedy: kind.remedy(),
        });
        self.kinds = sums.collect();
        self
    }

    /// How many pages are an article now.
    pub fn carried(&self) -> usize {
        self.new + self.changed + self.unchanged + self.edited
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let done = if self.dry_run { "would become" } else { "became" };
        writeln!(
            f,
            "{}: {} pages, of which {} {done} articles",
            self.collection,
            self.pages,
            self.carried()
        )?;
        for (count, what) in [
            (self.new, "new"),
            (self.changed, "changed"),
            (self.unchanged, "as they were"),
            (self.edited, "edited by hand, and left alone"),
            (self.skipped, "pages that became none"),
            (self.pictures, "pictures"),
        ] {
            writeln!(f, "{count:>8}  {what}")?;
        }
        if self.kinds.is_empty() {
            return write!(f, "\nEverything was carried over.");
        }
        write!(
            f,
            "\nWhat was not carried over as it was\n{:<13}{:>8}{:>8}  what to do",
            "kind", "times", "pages"
        )?;
        for Sum { kind, count, pages, remedy } in &self.kinds {
            write!(f, "\n{:<13}{count:>8}{pages:>8}  {remedy}", kind.name())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        let mut notes = Notes::of("b.html");
        notes.at(Kind::Script, 3, "a script");
        notes.at(Kind::Script, 9, "a script");
        notes.begin_below(10);
        notes.at(Kind::Link, 2, "'x.html' leads nowhere");
        let mut other = Notes::of("a.html");
        other.whole(Kind::Script, "a script");
        let mut report =
            Report { collection: "help".into(), pages: 3, new: 2, skipped: 1, ..Report::default() };
        report.add(notes);
        report.add(other);
        report.finish()
    }

    #[test]
    fn the_same_on_a_page_is_counted() {
        let found: Vec<_> =
            report().findings.into_iter().map(|it| (it.file, it.line, it.kind, it.count)).collect();
        let expected = [
            ("a.html".to_owned(), None, Kind::Script, 1),
            ("b.html".to_owned(), Some(3), Kind::Script, 2),
            ("b.html".to_owned(), Some(12), Kind::Link, 1),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn people_see_sums_and_programs_see_all() {
        let text = report().to_string();
        assert!(text.starts_with("help: 3 pages, of which 2 became articles\n       2  new\n"), "{text}");
        assert!(
            text.ends_with("script              3       2  nothing, unless it made words that people need"),
            "{text}"
        );
        let json = serde_json::to_value(report()).unwrap();
        assert_eq!(json["kinds"][1]["kind"], "script");
        assert_eq!(json["findings"][2]["line"], 12);
        assert_eq!(json["findings"][0].get("line"), None);
    }
}
