//! What is wrong with a form itself, found before anyone meets it.

mod fault;
mod names;
mod question;
mod reach;
mod values;

pub use fault::{Fault, Finding, Naming};

use super::{By, Condition, DefaultFrom, Form, FormOption, Formula, Kind, Mention, Question};
use names::{Names, Spot, asked};
use reach::Reach;
use std::collections::BTreeSet;

/// Everything that is wrong with `form`, in its order.
pub fn lint(form: &Form) -> Vec<Finding> {
    let mut linter =
        Linter { names: Names::of(form), reach: Reach::of(form), ids: BTreeSet::new(), findings: Vec::new() };
    if form.pages.is_empty() {
        linter.report("/pages".into(), Fault::NoPages);
    }
    let mut pages = BTreeSet::new();
    for (p, page) in form.pages.iter().enumerate() {
        if !pages.insert(page.id.as_str()) {
            linter.report(format!("/pages/{p}/id"), Fault::PageTwice(page.id.clone()));
        }
        if page.questions.is_empty() {
            linter.report(format!("/pages/{p}/questions"), Fault::EmptyPage);
        }
        for (q, question) in page.questions.iter().enumerate() {
            linter.question(&format!("/pages/{p}/questions/{q}"), question, None);
            linter.names.seen.insert(question.id.as_str(), question);
        }
    }
    linter.findings
}

/// Every regular expression of a form, with the JSON Pointer to it.
pub fn patterns(form: &Form) -> Vec<(String, &str)> {
    let mut all = Vec::new();
    for (p, page) in form.pages.iter().enumerate() {
        for (q, question) in page.questions.iter().enumerate() {
            let at = format!("/pages/{p}/questions/{q}");
            patterns_of(question, &at, &mut all);
            for (c, column) in question.kind.columns().iter().enumerate() {
                patterns_of(column, &format!("{at}/questions/{c}"), &mut all);
            }
        }
    }
    all
}

fn patterns_of<'f>(question: &'f Question, at: &str, all: &mut Vec<(String, &'f str)>) {
    all.extend(question.kind.pattern().map(|pattern| (format!("{at}/pattern"), pattern)));
    conditions(question, at, &mut |at, condition, _| {
        condition.mentions(&mut |mention| {
            if let By::Text(pattern) = mention.by {
                all.push((at.to_owned(), pattern));
            }
        });
    });
    option_patterns(question.kind.options(), &format!("{at}/options"), all);
}

fn option_patterns<'f>(options: &'f [FormOption], at: &str, all: &mut Vec<(String, &'f str)>) {
    for (n, option) in options.iter().enumerate() {
        if let Some(condition) = &option.visible_when {
            condition.mentions(&mut |mention| {
                if let By::Text(pattern) = mention.by {
                    all.push((format!("{at}/{n}/visible_when"), pattern));
                }
            });
        }
        option_patterns(&option.children, &format!("{at}/{n}/children"), all);
    }
}

/// What a condition decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Decides {
    Visible,
    /// Whether it is needed, or locked.
    State,
    /// Whether an answer does.
    Answer,
}

/// Calls `found` with every condition of a question but those of its options and columns.
fn conditions<'f>(question: &'f Question, at: &str, found: &mut dyn FnMut(&str, &'f Condition, Decides)) {
    for (key, condition, decides) in [
        ("visible_when", &question.visible_when, Decides::Visible),
        ("required_when", &question.required_when, Decides::State),
        ("read_only_when", &question.read_only_when, Decides::State),
    ] {
        if let Some(condition) = condition {
            found(&format!("{at}/{key}"), condition, decides);
        }
    }
    for (n, constraint) in question.constraints.iter().enumerate() {
        found(&format!("{at}/constraints/{n}/must"), &constraint.must, Decides::Answer);
    }
}

struct Linter<'a> {
    names: Names<'a>,
    reach: Reach<'a>,
    /// Ids of questions and columns so far.
    ids: BTreeSet<&'a str>,
    findings: Vec<Finding>,
}

impl<'a> Linter<'a> {
    fn report(&mut self, pointer: String, fault: Fault) {
        let finding = Finding { pointer, fault };
        // A value may be named twice in one condition.
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    fn question(&mut self, at: &str, question: &'a Question, row: Option<(&'a Question, usize)>) {
        if !self.ids.insert(question.id.as_str()) {
            self.report(format!("{at}/id"), Fault::QuestionTwice(question.id.clone()));
        }
        question::check(question, row.is_some(), &mut |key, fault| {
            let pointer = if key.is_empty() { at.to_owned() } else { format!("{at}/{key}") };
            self.report(pointer, fault);
        });
        let spot = Spot { own: question, row, with_own: false, naming: Naming::Condition };
        let visible = question.visible_when.as_ref();
        let mut own = Vec::new();
        conditions(question, at, &mut |at, condition, decides| own.push((at.to_owned(), condition, decides)));
        let mut shown = true;
        for (at, condition, decides) in own {
            let with_own = decides == Decides::Answer;
            let well = self.condition(&at, condition, Spot { with_own, ..spot });
            // Of a constraint, the question's own answer is part; what it has to be is nothing to search for. And of what
            // hangs on a condition with a fault nothing can be said.
            if well && shown && (with_own || self.reach.possible(visible.into_iter().chain([condition]))) {
                continue;
            }
            let said = !well || !shown;
            shown &= decides != Decides::Visible;
            if said {
                continue;
            }
            let fault = match decides {
                Decides::Visible if question.required => Fault::RequiredNeverShown,
                Decides::Visible => Fault::NeverShown,
                Decides::State | Decides::Answer => Fault::NeverHolds,
            };
            self.report(at, fault);
        }
        let above: Vec<&Condition> = visible.into_iter().filter(|_| shown).collect();
        self.options(&format!("{at}/options"), question.kind.options(), &above, spot);
        self.sources(at, question, spot);
        if let Kind::Computed { formula, .. } = &question.kind {
            self.formula(&format!("{at}/formula"), formula, Spot { naming: Naming::Formula, ..spot });
        }
        if row.is_none() {
            for (n, column) in question.kind.columns().iter().enumerate() {
                self.question(&format!("{at}/questions/{n}"), column, Some((question, n)));
            }
        }
    }

    /// Options and what lies below them, each of them only there while all of `above` hold.
    fn options(&mut self, at: &str, options: &'a [FormOption], above: &[&'a Condition], spot: Spot<'a>) {
        for (n, option) in options.iter().enumerate() {
            let here = format!("{at}/{n}");
            let mut above = above.to_vec();
            if let Some(condition) = &option.visible_when {
                let at = format!("{here}/visible_when");
                above.push(condition);
                if self.condition(&at, condition, spot) && !self.reach.possible(above.iter().copied()) {
                    self.report(at, Fault::NeverOffered(option.id.clone()));
                }
            }
            self.options(&format!("{here}/children"), &option.children, &above, spot);
        }
    }

    /// What narrows a list, and where a default comes from.
    fn sources(&mut self, at: &str, question: &'a Question, spot: Spot<'a>) {
        if let Some(narrowing) = question.kind.narrowing() {
            let inside = if question.kind.options_source().is_some() { "/options_source" } else { "" };
            let spot = Spot { naming: Naming::Narrowing, ..spot };
            for (key, id) in narrowing.named() {
                let at = format!("{at}{inside}/narrowed_by/{key}");
                match self.names.find(id, None, spot) {
                    Err(fault) => self.report(at, fault),
                    Ok(named) => {
                        if let Some(fault) = question::narrowing(&question.kind, key, named) {
                            self.report(at, fault);
                        }
                    }
                }
            }
        }
        let Some(from) = &question.default_from else { return };
        let at = format!("{at}/default_from");
        let spot = Spot { naming: Naming::Default, ..spot };
        if let DefaultFrom::Asset(id, _) | DefaultFrom::Answer(id) = from {
            match self.names.find(id, None, spot) {
                Err(fault) => self.report(at.clone(), fault),
                Ok(named) if named.kind.is_display() => {
                    let fault = Fault::ShownOnly { naming: Naming::Default, question: id.clone() };
                    self.report(at.clone(), fault);
                }
                Ok(named) if matches!(from, DefaultFrom::Asset(..)) && !question::is_asset(&named.kind) => {
                    self.report(at.clone(), Fault::NotAnAsset(id.clone()));
                }
                Ok(_) => {}
            }
        }
        if let Some(fault) = question::default_from(question, from) {
            self.report(at, fault);
        }
    }

    /// Looks at the names in a condition. Whether nothing is wrong with it.
    fn condition(&mut self, at: &str, condition: &'a Condition, spot: Spot<'a>) -> bool {
        let before = self.findings.len();
        let mut mentions = Vec::new();
        condition.mentions(&mut |mention| mentions.push(mention));
        self.mentions(at, mentions, spot);
        let mut impossible = false;
        condition.bounds(&mut |operator, bound| {
            let days = matches!(operator, Condition::DaysUntil(..) | Condition::DaysBetween(..));
            impossible |= !days && !bound.is_possible_count();
        });
        if impossible {
            self.report(at.to_owned(), Fault::ImpossibleCount);
        }
        self.findings.len() == before
    }

    fn formula(&mut self, at: &str, formula: &'a Formula, spot: Spot<'a>) {
        let mut mentions = Vec::new();
        formula.mentions(&mut |mention| mentions.push(mention));
        self.mentions(at, mentions, spot);
    }

    fn mentions(&mut self, at: &str, mentions: Vec<Mention<'a>>, spot: Spot<'a>) {
        for mention in mentions {
            match self.names.find(mention.question, mention.rows, spot) {
                Err(fault) => self.report(at.to_owned(), fault),
                Ok(question) => {
                    for fault in asked(question, &mention, spot.naming) {
                        self.report(at.to_owned(), fault);
                    }
                }
            }
        }
    }
}
