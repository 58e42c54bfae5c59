//! Order guides whose items can be ordered, and take the answers that the guide has for them.

use super::super::{
    Company, ContentProblem, Doc, Guide, Item, Report, folder::Folder, keys::did_you_mean, pointer::join,
};
use guichet_rules::{
    form::{Form, Question},
    guide::{Line, Unfit, fits},
    ids::QuestionId,
};

pub(super) fn check(folder: &Folder, company: &Company, report: &mut Report) {
    for guide in company.guides.values() {
        let Some(doc) = folder.docs.get(&format!("guides/{}.yaml", guide.id)) else { continue };
        if guide.items.is_empty() {
            let what = "the guide puts nothing together";
            report.add(doc.problem("/items", what, "add at least one item"));
        }
        for (n, line) in guide.items.iter().enumerate() {
            let at = format!("/items/{n}");
            if guide.items.iter().take(n).any(|earlier| earlier.item == line.item) {
                let what = format!("the item '{}' is there twice", line.item);
                report.add(doc.problem(&join(&at, "item"), what, "keep one of the two, with a `quantity`"));
            }
            // An item that does not exist is reported as such.
            if let Some(item) = company.item(&line.item) {
                of_line(guide, line, item, &at, doc, report);
            }
        }
    }
}

/// What the guides that offer `item` have against it.
pub(in super::super) fn against(folder: &Folder, company: &Company, item: &Item) -> Vec<ContentProblem> {
    let mut report = Report::default();
    for guide in company.guides.values() {
        let Some(doc) = folder.docs.get(&format!("guides/{}.yaml", guide.id)) else { continue };
        for (n, line) in guide.items.iter().enumerate().filter(|(_, line)| line.item == item.id) {
            of_line(guide, line, item, &format!("/items/{n}"), doc, &mut report);
        }
    }
    report.problems
}

fn of_line(guide: &Guide, line: &Line, item: &Item, at: &str, doc: &Doc, report: &mut Report) {
    if !(1..=item.quantity).contains(&line.quantity) {
        let what = format!("{} cannot be ordered at once", line.quantity);
        let remedy = format!("write 1 to {}, or raise `quantity` of the item", item.quantity);
        report.add(doc.problem(&join(at, "quantity"), what, remedy));
    }
    for (own, from) in &line.fills {
        let at = join(&join(at, "fills"), own.as_str());
        let whose = format!("the item '{}'", item.id);
        let (asked, shared) = (find(&item.form, own, &whose), find(&guide.form, from, "the guide"));
        let problem = match (asked, shared) {
            (Ok(asked), Ok(shared)) => match fits(shared, asked) {
                Ok(()) => continue,
                Err(unfit) => misfit(&unfit, shared, asked),
            },
            (Err(problem), _) | (_, Err(problem)) => problem,
        };
        report.add(doc.problem(&at, problem.0, problem.1));
    }
}

/// The question of a form; otherwise what is wrong and what to do.
fn find<'f>(form: &'f Form, id: &QuestionId, whose: &str) -> Result<&'f Question, (String, String)> {
    form.question(id.as_str()).ok_or_else(|| {
        let there = form.questions().map(|question| question.id.as_str());
        let remedy =
            did_you_mean(id.as_str(), there, "name one of its questions; those in rows cannot be filled");
        (format!("{whose} has no question '{id}'"), remedy)
    })
}

fn misfit(unfit: &Unfit, shared: &Question, asked: &Question) -> (String, String) {
    let (from, to) = (shared.kind.name(), asked.kind.name());
    let pair = format!("'{}' is answered with {from}, '{}' with {to}", shared.id, asked.id);
    match unfit {
        Unfit::NotShared => {
            (pair, "leave it to be asked with the item: such answers are for one request alone".into())
        }
        Unfit::OtherType => (pair, format!("ask for {to} in the guide too")),
        Unfit::OtherList => {
            let what = format!("'{}' and '{}' take their answers from different lists", shared.id, asked.id);
            (what, "take both from the same list".into())
        }
        Unfit::NoSuchOption(option) => {
            let what = format!("'{}' has no option '{option}', which '{}' offers", asked.id, shared.id);
            (what, "offer in the guide what the item offers, and nothing else".into())
        }
        Unfit::Secret => {
            let what = format!("'{}' is a secret, '{}' is none", shared.id, asked.id);
            (what, "make both `sensitive`, or neither".into())
        }
    }
}
