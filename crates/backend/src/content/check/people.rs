//! Who reports to whom, and whether a group can do what is asked of it.

use super::super::{ContentProblem, Doc, Report, build::EMPLOYMENTS, folder::Folder, pointer::visit};
use guichet_rules::person::Employment;
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(folder: &Folder, report: &mut Report) {
    let Some(doc) = folder.docs.get("people.yaml") else { return };
    let people: Vec<Entry<'_>> =
        doc.value.as_array().into_iter().flatten().enumerate().filter_map(entry).collect();
    managers(doc, &people, report);
    audiences(doc, report);
    groups(folder, &people, report);
    steps(folder, &people, report);
}

/// A person as the file has them, whether or not all of it can be read.
struct Entry<'a> {
    /// Their place in the file.
    n: usize,
    id: &'a str,
    manager: Option<&'a str>,
    active: bool,
    groups: BTreeSet<&'a str>,
}

fn entry((n, value): (usize, &Value)) -> Option<Entry<'_>> {
    let employment = value.get("employment").and_then(|word| Employment::deserialize(word).ok());
    let listed =
        value.get("groups").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    Some(Entry {
        n,
        id: value.get("id")?.as_str()?,
        manager: value.get("manager").and_then(Value::as_str),
        active: value.get("active").and_then(Value::as_bool).unwrap_or(true),
        groups: listed.chain(employment.map(Employment::group)).collect(),
    })
}

/// Circles, and more than one person without a manager.
fn managers(doc: &Doc, people: &[Entry<'_>], report: &mut Report) {
    let above: BTreeMap<&str, &str> = people.iter().filter_map(|p| Some((p.id, p.manager?))).collect();
    let mut reported: BTreeSet<&str> = BTreeSet::new();
    for person in people {
        let mut chain = vec![person.id];
        while let Some(manager) = chain.last().and_then(|last| above.get(last)) {
            if *manager == person.id && !reported.contains(manager) {
                reported.extend(&chain);
                let circle = chain.iter().chain([manager]).copied().collect::<Vec<_>>().join(" -> ");
                let at = format!("/{}/manager", person.n);
                let remedy = "name the real manager of one of them";
                report.add(doc.problem(&at, format!("nobody is at the top of {circle}"), remedy));
            }
            // A circle that `person` only leads into is reported with one of those in it.
            if chain.contains(manager) {
                break;
            }
            chain.push(*manager);
        }
    }
    let mut tops = people.iter().filter(|person| person.manager.is_none() && person.active);
    let Some(first) = tops.next() else { return };
    for person in tops {
        let what = format!("'{}' has no manager, and neither has '{}'", person.id, first.id);
        let remedy = "name a manager; only one person at the very top has none";
        report.add(doc.problem(&format!("/{}", person.n), what, remedy));
    }
}

fn audiences(doc: &Doc, report: &mut Report) {
    visit(&doc.value, "/*/groups/*", &mut |at, group| {
        if EMPLOYMENTS.iter().any(|employment| group.as_str() == Some(employment.group())) {
            let what = format!("{group} follows from `employment`");
            report.add(doc.problem(at, what, "remove it from `groups`"));
        }
    });
}

fn active_members(people: &[Entry<'_>], group: &str) -> usize {
    people.iter().filter(|person| person.active && person.groups.contains(group)).count()
}

/// Groups that are asked to do something and have nobody to do it.
fn groups(folder: &Folder, people: &[Entry<'_>], report: &mut Report) {
    let Some(doc) = folder.docs.get("groups.yaml") else { return };
    visit(&doc.value, "/*", &mut |at, group| {
        let kind = group.get("kind").and_then(Value::as_str);
        let Some(id) = group.get("id").and_then(Value::as_str) else { return };
        if matches!(kind, Some("assignment" | "approvers")) && active_members(people, id) == 0 {
            let what = format!("nobody who is active is in the group '{id}'");
            report.add(doc.problem(at, what, "add somebody in people.yaml, or remove the group"));
        }
    });
}

/// Steps that ask nobody, or want more people to agree than they ask.
fn steps(folder: &Folder, people: &[Entry<'_>], report: &mut Report) {
    for doc in folder.of("items/") {
        visit(&doc.value, "/approvals/*", &mut |at, step| {
            let approvers = step.get("approvers");
            let group = approvers.and_then(|approvers| approvers.get("group")).and_then(Value::as_str);
            let listed = approvers.and_then(|approvers| approvers.get("people")).and_then(Value::as_array);
            if let Some(problem) = listed.and_then(|listed| nobody(doc, at, listed, people)) {
                report.add(problem);
            }
            let Some(count) = step.pointer("/policy/count").and_then(Value::as_u64) else { return };
            let asked = match (group, listed) {
                (Some(group), _) => active_members(people, group),
                // Who is named twice is asked once.
                (None, Some(listed)) => {
                    listed.iter().filter_map(Value::as_str).collect::<BTreeSet<_>>().len()
                }
                (None, None) => 1,
            };
            let enough = usize::try_from(count).is_ok_and(|count| (1..=asked).contains(&count));
            // A group with nobody in it is reported as such.
            if !enough && asked > 0 {
                let what = format!("{count} have to agree and {asked} can be asked");
                report.add(doc.problem(&format!("{at}/policy"), what, format!("ask for 1 to {asked}")));
            }
        });
    }
}

/// What is wrong with the people that the step `at` lists by name. Those who left may have left a delegate too, so that is no
/// mistake.
fn nobody(doc: &Doc, at: &str, listed: &[Value], people: &[Entry<'_>]) -> Option<ContentProblem> {
    let at = format!("{at}/approvers");
    if listed.is_empty() {
        return Some(doc.problem(&at, "the step names nobody", "list at least one person"));
    }
    // Somebody who is not known is reported as such.
    let known: Option<Vec<&Entry<'_>>> =
        listed.iter().map(|id| people.iter().find(|person| Some(person.id) == id.as_str())).collect();
    let left = known?.iter().all(|person| !person.active);
    let remedy = "name somebody who is active; until then nobody can request this";
    left.then(|| doc.advice(&at, "nobody whom the step names is active", remedy))
}
