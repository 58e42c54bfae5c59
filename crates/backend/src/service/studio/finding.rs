//! What the check of the content says, as it travels.

use crate::content::{self, ContentProblem};
use guichet_contract::{
    FieldError,
    types::{Severity, StudioFinding},
};
use serde_json::json;

/// Findings, in their order.
pub(super) fn findings(problems: &[ContentProblem]) -> Vec<StudioFinding> {
    problems.iter().map(finding).collect()
}

fn finding(problem: &ContentProblem) -> StudioFinding {
    StudioFinding {
        line: problem.line.map(small),
        column: problem.column.map(small),
        severity: match problem.severity {
            content::Severity::Error => Severity::Error,
            content::Severity::Warning => Severity::Warning,
        },
        what: problem.what.clone(),
        remedy: problem.remedy.clone(),
    }
}

/// The same as the reasons why a text is not saved; what could be better is no reason.
pub(super) fn refusals(problems: &[ContentProblem]) -> Vec<FieldError> {
    let error = |problem: &ContentProblem| FieldError {
        pointer: "/source".to_owned(),
        code: "mistake".to_owned(),
        detail: format!("{problem:#}"),
        params: json!({
            "line": problem.line,
            "column": problem.column,
            "what": problem.what,
            "remedy": problem.remedy,
        }),
        label: None,
    };
    problems.iter().filter(|problem| problem.is_error()).map(error).collect()
}

/// No text that is taken has more lines.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// How many of `problems` are mistakes, and how many could be better.
pub(super) fn count<'p>(problems: impl Iterator<Item = &'p ContentProblem>) -> (u32, u32) {
    let (errors, warnings): (Vec<_>, Vec<_>) = problems.partition(|problem| problem.is_error());
    (small(errors.len()), small(warnings.len()))
}
