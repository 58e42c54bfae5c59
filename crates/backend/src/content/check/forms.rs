//! Forms, as the rules judge them, and the conditions that name their questions.

use super::super::{Company, Doc, Report, folder::Folder, form::AT};
use guichet_rules::{
    approval::When,
    form::{Condition, Form, Kind, Page, Question, advise, lint},
    ids::{PageId, QuestionId},
};

pub(super) fn check(folder: &Folder, company: &Company, report: &mut Report) {
    for item in company.items.values() {
        let Some(doc) = folder.docs.get(&format!("items/{}.yaml", item.id)) else { continue };
        form(&item.form, doc, report);
        let steps = item.approvals.iter().enumerate();
        let conditions = steps.filter_map(|(n, step)| match &step.when {
            Some(When::Answers(condition)) => Some((format!("/approvals/{n}/when/answers"), condition)),
            _ => None,
        });
        behind(&item.form, conditions.collect(), doc, report);
    }
    for guide in company.guides.values() {
        let Some(doc) = folder.docs.get(&format!("guides/{}.yaml", guide.id)) else { continue };
        form(&guide.form, doc, report);
        let lines = guide.items.iter().enumerate();
        let conditions =
            lines.filter_map(|(n, line)| Some((format!("/items/{n}/when"), line.when.as_ref()?)));
        behind(&guide.form, conditions.collect(), doc, report);
    }
}

fn form(form: &Form, doc: &Doc, report: &mut Report) {
    for problem in lint(form) {
        report.add(doc.problem(&format!("{AT}{}", problem.pointer), problem.what(), problem.remedy()));
    }
    for advice in advise(form) {
        report.add(doc.advice(&format!("{AT}{}", advice.pointer), advice.what(), advice.remedy()));
    }
}

/// Conditions that come after every question: those of approval steps, and of the items of a guide. They are judged as those
/// of one more page would be.
fn behind(form: &Form, conditions: Vec<(String, &Condition)>, doc: &Doc, report: &mut Report) {
    let Some(last_page) =
        conditions.iter().map(|(_, condition)| notice(condition)).collect::<Option<Vec<_>>>()
    else {
        return;
    };
    let Ok(id) = PageId::new("approvals") else { return };
    let mut form = form.clone();
    let added = format!("/pages/{}/questions/", form.pages.len());
    form.pages.push(Page { id, title: String::new(), questions: last_page });
    for problem in lint(&form) {
        let inside = problem.pointer.strip_prefix(&added).and_then(|rest| rest.strip_suffix("/visible_when"));
        let found = inside.and_then(|n| n.parse().ok()).and_then(|n: usize| conditions.get(n));
        if let Some((at, _)) = found {
            report.add(doc.problem(at, problem.what(), problem.remedy()));
        }
    }
}

/// Something that is shown while `condition` holds.
fn notice(condition: &Condition) -> Option<Question> {
    let notice = Question::new(QuestionId::new("approvals").ok()?, Kind::Notice { text: String::new() });
    Some(Question { visible_when: Some(condition.clone()), ..notice })
}
