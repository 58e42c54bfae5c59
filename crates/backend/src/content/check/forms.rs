//! Forms, as the rules judge them, and the conditions that name their questions.

use super::super::{Company, Doc, Item, Report, folder::Folder, form::AT};
use guichet_rules::{
    approval::When,
    form::{Condition, Kind, Page, Question, advise, lint},
    ids::{PageId, QuestionId},
};

pub(super) fn check(folder: &Folder, company: &Company, report: &mut Report) {
    for item in company.items.values() {
        let Some(doc) = folder.docs.get(&format!("items/{}.yaml", item.id)) else { continue };
        for problem in lint(&item.form) {
            report.add(doc.problem(&format!("{AT}{}", problem.pointer), problem.what(), problem.remedy()));
        }
        for advice in advise(&item.form) {
            report.add(doc.advice(&format!("{AT}{}", advice.pointer), advice.what(), advice.remedy()));
        }
        steps(item, doc, report);
    }
}

/// Conditions of approval steps. They come after every question, so they are judged as those of one more page would be.
fn steps(item: &Item, doc: &Doc, report: &mut Report) {
    let conditions: Vec<(usize, &Condition)> = item
        .approvals
        .iter()
        .enumerate()
        .filter_map(|(n, step)| match &step.when {
            Some(When::Answers(condition)) => Some((n, condition)),
            _ => None,
        })
        .collect();
    let Some(last_page) =
        conditions.iter().map(|(_, condition)| notice(condition)).collect::<Option<Vec<_>>>()
    else {
        return;
    };
    let Ok(id) = PageId::new("approvals") else { return };
    let mut form = item.form.form().clone();
    let added = format!("/pages/{}/questions/", form.pages.len());
    form.pages.push(Page { id, title: String::new(), questions: last_page });
    for problem in lint(&form) {
        let inside = problem.pointer.strip_prefix(&added).and_then(|rest| rest.strip_suffix("/visible_when"));
        let step = inside.and_then(|n| n.parse().ok()).and_then(|n: usize| conditions.get(n));
        if let Some((step, _)) = step {
            let at = format!("/approvals/{step}/when/answers");
            report.add(doc.problem(&at, problem.what(), problem.remedy()));
        }
    }
}

/// Something that is shown while `condition` holds.
fn notice(condition: &Condition) -> Option<Question> {
    let notice = Question::new(QuestionId::new("approvals").ok()?, Kind::Notice { text: String::new() });
    Some(Question { visible_when: Some(condition.clone()), ..notice })
}
