//! What is wrong with a content folder, in words that say what to do.

use std::fmt;

/// One mistake, with the place to mend it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContentProblem {
    /// The file, relative to the content folder.
    pub file: String,
    /// The line, counted from 1; absent where the whole file is meant, or one that is missing.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl ContentProblem {
    /// A problem with a file as a whole.
    pub(super) fn file(file: &str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: None, what: what.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for ContentProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}; {}", self.what, self.remedy)
    }
}

/// Everything that is wrong with a content folder: whoever mends it wants to see all of it at once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// By file and line.
    pub problems: Vec<ContentProblem>,
}

impl Report {
    /// Adds a problem, once: the same content is read in several languages, and a mistake may show in each.
    pub(super) fn add(&mut self, problem: ContentProblem) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    /// Gives `value` where nothing is wrong, the sorted problems otherwise.
    pub(super) fn or<T>(mut self, value: Option<T>) -> Result<T, Self> {
        self.problems.sort();
        match value {
            Some(value) if self.problems.is_empty() => Ok(value),
            _ => Err(self),
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, problem) in self.problems.iter().enumerate() {
            if n > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Report {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_names_each_place_once_in_order() {
        let mut report = Report::default();
        let late = ContentProblem { line: Some(9), ..ContentProblem::file("people.yaml", "late", "mend it") };
        report.add(late.clone());
        report.add(ContentProblem::file("groups.yaml", "missing", "add it"));
        report.add(late);
        let report = report.or(Some(())).unwrap_err();
        assert_eq!(report.to_string(), "groups.yaml: missing; add it\npeople.yaml:9: late; mend it");
        assert_eq!(Report::default().or(Some(7)), Ok(7));
    }
}
