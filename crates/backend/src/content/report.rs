//! What is wrong with a content folder, in words that say what to do.

use std::fmt;

/// How bad something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The folder is not taken with it.
    Error,
    /// It could be better.
    Warning,
}

/// One mistake, with the place to mend it. `{:#}` writes the column too.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContentProblem {
    /// The file, relative to the content folder.
    pub file: String,
    /// The line, counted from 1; absent where the whole file is meant, or one that is missing.
    pub line: Option<usize>,
    /// The column, in characters, counted from 1; absent where the line as a whole is meant.
    pub column: Option<usize>,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl ContentProblem {
    /// A problem with a file as a whole.
    pub(super) fn file(file: &str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line: None,
            column: None,
            severity: Severity::Error,
            what: what.into(),
            remedy: remedy.into(),
        }
    }

    /// The file, with the line where there is one.
    pub(super) fn place(&self) -> String {
        self.line.map_or_else(|| self.file.clone(), |line| format!("{}:{line}", self.file))
    }

    /// Whether the folder is not taken with it.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for ContentProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.place())?;
        if let Some(column) = self.column.filter(|_| f.alternate()) {
            write!(f, ":{column}")?;
        }
        let kind = if self.is_error() { "" } else { "warning: " };
        write!(f, ": {kind}{}; {}", self.what, self.remedy)
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

    /// Whether anything is wrong: what could be better is not.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(ContentProblem::is_error)
    }

    /// What could be better, by file and line.
    pub(super) fn warnings(&self) -> Vec<ContentProblem> {
        let mut warnings: Vec<ContentProblem> =
            self.problems.iter().filter(|problem| !problem.is_error()).cloned().collect();
        warnings.sort();
        warnings
    }

    /// Gives `value` where nothing is wrong, the sorted problems otherwise.
    pub(super) fn or<T>(mut self, value: Option<T>) -> Result<T, Self> {
        self.problems.sort();
        match value {
            Some(value) if !self.has_errors() => Ok(value),
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
            write!(f, "{problem:#}")?;
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

    #[test]
    fn what_could_be_better_keeps_nothing_from_being_taken() {
        let mut report = Report::default();
        let place = ContentProblem {
            line: Some(4),
            column: Some(7),
            ..ContentProblem::file("a.yaml", "long", "cut")
        };
        report.add(ContentProblem { severity: Severity::Warning, ..place.clone() });
        assert_eq!(report.problems[0].to_string(), "a.yaml:4: warning: long; cut");
        assert_eq!(report.clone().or(Some(7)), Ok(7));
        report.add(place);
        let report = report.or(Some(7)).unwrap_err();
        assert_eq!(report.to_string(), "a.yaml:4:7: long; cut\na.yaml:4:7: warning: long; cut");
    }
}
