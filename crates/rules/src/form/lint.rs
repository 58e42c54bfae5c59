//! What is wrong with a form itself, found before anyone meets it.

use super::{Comparand, Condition, Form, Kind, Question};
use std::collections::BTreeMap;

/// Something that is wrong with a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LintProblem {
    /// A JSON Pointer into the form.
    pub pointer: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub remedy: String,
}

/// Everything that is wrong with `form`, in its order.
pub fn lint(form: &Form) -> Vec<LintProblem> {
    let mut linter = Linter { seen: BTreeMap::new(), problems: Vec::new() };
    if form.pages.is_empty() {
        linter.report("/pages".into(), "the form has no pages", "add a page with at least one question");
    }
    for (p, page) in form.pages.iter().enumerate() {
        if page.questions.is_empty() {
            linter.report(format!("/pages/{p}/questions"), "the page has no questions", "add a question, or remove the page");
        }
        for (q, question) in page.questions.iter().enumerate() {
            linter.question(&format!("/pages/{p}/questions/{q}"), question);
            linter.seen.insert(question.id.as_str(), question);
        }
    }
    linter.problems
}

struct Linter<'a> {
    seen: BTreeMap<&'a str, &'a Question>,
    problems: Vec<LintProblem>,
}

impl<'a> Linter<'a> {
    fn report(&mut self, pointer: String, what: impl Into<String>, remedy: impl Into<String>) {
        self.problems.push(LintProblem { pointer, what: what.into(), remedy: remedy.into() });
    }

    fn question(&mut self, at: &str, question: &'a Question) {
        if self.seen.contains_key(question.id.as_str()) {
            self.report(format!("{at}/id"), format!("the id '{}' is there twice", question.id), "give each question its own id");
        }
        let text_only = matches!(question.kind, Kind::Paragraph { .. } | Kind::Notice { .. });
        if question.label.is_empty() && !text_only {
            self.report(at.to_owned(), "the question has no label", "add a `label`: what is asked, in an employee's words");
        }
        match &question.kind {
            Kind::Unknown => self.report(
                format!("{at}/type"),
                "this type of question does not exist",
                "use one of the types in docs/content.md",
            ),
            Kind::SingleChoice { options, .. } | Kind::ManyChoice { options, .. } => {
                if options.is_empty() {
                    self.report(format!("{at}/options"), "the choice has no options", "add at least one option");
                }
                for (o, option) in options.iter().enumerate() {
                    let here = format!("{at}/options/{o}");
                    if options.iter().take(o).any(|other| other.id == option.id) {
                        self.report(format!("{here}/id"), format!("the option '{}' is there twice", option.id), "give each option its own id");
                    }
                    if option.price.is_some_and(|p| p.one_off < 0 || p.monthly < 0 || p.yearly < 0) {
                        self.report(format!("{here}/price"), "the price is negative", "use 0 or more, in minor units");
                    }
                    self.condition(&format!("{here}/visible_when"), &option.visible_when);
                }
            }
            Kind::Number { min: Some(min), max: Some(max), .. } if min > max => {
                self.report(format!("{at}/min"), "`min` is greater than `max`", "swap them");
            }
            Kind::ShortText { pattern: Some(_), pattern_message: None, .. } => self.report(
                format!("{at}/pattern"),
                "a pattern without `pattern_message`",
                "say in `pattern_message` what to enter, such as \"Enter the cost centre, four digits\"",
            ),
            _ => {}
        }
        self.condition(&format!("{at}/visible_when"), &question.visible_when);
        self.condition(&format!("{at}/required_when"), &question.required_when);
        self.condition(&format!("{at}/read_only_when"), &question.read_only_when);
    }

    fn condition(&mut self, at: &str, condition: &Option<Condition>) {
        let Some(condition) = condition else { return };
        let mut found = Vec::new();
        condition.mentions(&mut |q, values| found.push((q, values)));
        for (id, values) in found {
            let Some(question) = self.seen.get(id.as_str()).copied() else {
                self.report(
                    at.to_owned(),
                    format!("the condition names '{id}', which is no earlier question"),
                    "name a question that is asked before this one",
                );
                continue;
            };
            for value in values {
                if let Some(what) = misfit(question, value) {
                    self.report(at.to_owned(), what, "compare with a value that the question can have");
                }
            }
        }
    }
}

/// Why `question` can never have `value`.
fn misfit(question: &Question, value: &Comparand) -> Option<String> {
    let id = &question.id;
    match (&question.kind, value) {
        (Kind::SingleChoice { options, .. } | Kind::ManyChoice { options, .. }, Comparand::Text(text)) => (!options
            .iter()
            .any(|o| o.id.as_str() == text))
        .then(|| format!("'{id}' has no option '{text}'")),
        (Kind::YesNo { .. }, Comparand::Bool(_)) | (Kind::Number { .. }, Comparand::Number(_)) => None,
        (Kind::Date { .. }, Comparand::Text(text)) => text
            .parse::<chrono::NaiveDate>()
            .is_err()
            .then(|| format!("'{text}' is no date such as 2026-11-21")),
        (Kind::YesNo { .. }, _) => Some(format!("'{id}' is answered with true or false")),
        (Kind::Number { .. }, _) => Some(format!("'{id}' is answered with a number")),
        (_, Comparand::Text(_)) => None,
        _ => Some(format!("'{id}' is answered with a text")),
    }
}
