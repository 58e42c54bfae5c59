//! What is wrong with a form itself, found before anyone meets it.

use super::{
    Condition, Form, Kind, Question,
    misfit::{crossed, default_misfit, misfit},
};
use crate::{ids::QuestionId, money::Amounts};
use std::collections::{BTreeMap, BTreeSet};

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
    let mut pages = BTreeSet::new();
    for (p, page) in form.pages.iter().enumerate() {
        if !pages.insert(page.id.as_str()) {
            let what = format!("the page '{}' is there twice", page.id);
            linter.report(format!("/pages/{p}/id"), what, "give each page its own id");
        }
        if page.questions.is_empty() {
            linter.report(
                format!("/pages/{p}/questions"),
                "the page has no questions",
                "add a question, or remove the page",
            );
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
            self.report(
                format!("{at}/id"),
                format!("the id '{}' is there twice", question.id),
                "give each question its own id",
            );
        }
        let text_only = matches!(question.kind, Kind::Paragraph { .. } | Kind::Notice { .. });
        if question.label.is_empty() && !text_only {
            self.report(
                at.to_owned(),
                "the question has no label",
                "add a `label`: what is asked, in an employee's words",
            );
        }
        match &question.kind {
            Kind::Unknown => self.report(
                format!("{at}/type"),
                "this type of question does not exist",
                "use one of the types in docs/content.md",
            ),
            Kind::SingleChoice { options, .. } | Kind::ManyChoice { options, .. } => {
                if options.is_empty() {
                    self.report(
                        format!("{at}/options"),
                        "the choice has no options",
                        "add at least one option",
                    );
                }
                for (o, option) in options.iter().enumerate() {
                    let here = format!("{at}/options/{o}");
                    if options.iter().take(o).any(|other| other.id == option.id) {
                        self.report(
                            format!("{here}/id"),
                            format!("the option '{}' is there twice", option.id),
                            "give each option its own id",
                        );
                    }
                    self.price(&format!("{here}/price"), option.price);
                    self.condition(&format!("{here}/visible_when"), &option.visible_when);
                }
            }
            Kind::YesNo { price } => self.price(&format!("{at}/price"), *price),
            Kind::ShortText { pattern: Some(_), pattern_message: None, .. } => self.report(
                format!("{at}/pattern"),
                "a pattern without `pattern_message`",
                "say in `pattern_message` what to enter, such as \"Enter the cost centre, four digits\"",
            ),
            _ => {}
        }
        if let Some((low, high)) = crossed(&question.kind) {
            self.report(
                format!("{at}/{low}"),
                format!("`{low}` is beyond {high}"),
                "make it smaller, or that greater",
            );
        }
        if let Some(what) = question.default.as_ref().and_then(|value| default_misfit(question, value)) {
            self.report(format!("{at}/default"), what, "use a value that the question can have");
        }
        self.condition(&format!("{at}/visible_when"), &question.visible_when);
        self.condition(&format!("{at}/required_when"), &question.required_when);
        self.condition(&format!("{at}/read_only_when"), &question.read_only_when);
    }

    fn price(&mut self, at: &str, price: Option<Amounts>) {
        if price.is_some_and(|p| p.one_off < 0 || p.monthly < 0 || p.yearly < 0) {
            self.report(at.to_owned(), "the price is negative", "use 0 or more, in minor units");
        }
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
            if question.kind.is_display() {
                self.report(
                    at.to_owned(),
                    format!("the condition names '{id}', which is only shown and has no answer"),
                    "name a question that is answered",
                );
                continue;
            }
            for value in values {
                if let Some(what) = misfit(question, value) {
                    self.report(at.to_owned(), what, "compare with a value that the question can have");
                }
            }
        }
        // Of a question that does not exist, or is only shown, something worse was said above.
        let orderless =
            |kind: &Kind| !kind.is_display() && !matches!(kind, Kind::Number { .. } | Kind::Date { .. });
        let mut unordered: Vec<&QuestionId> = Vec::new();
        ordered(condition, &mut |id| {
            unordered
                .extend(self.seen.get(id.as_str()).filter(|question| orderless(&question.kind)).map(|_| id));
        });
        for id in unordered {
            self.report(
                at.to_owned(),
                format!("'{id}' is neither a number nor a date, and so never less or greater"),
                "use `eq`, `in` or `contains`",
            );
        }
    }
}

/// Calls `found` with every question that is asked to be less, greater or between.
fn ordered<'a>(condition: &'a Condition, found: &mut dyn FnMut(&'a QuestionId)) {
    match condition {
        Condition::And(inner) | Condition::Or(inner) => inner.iter().for_each(|c| ordered(c, found)),
        Condition::Not(inner) => ordered(inner, found),
        Condition::Lt(q, _)
        | Condition::Le(q, _)
        | Condition::Gt(q, _)
        | Condition::Ge(q, _)
        | Condition::Between(q, ..) => found(q),
        _ => {}
    }
}
