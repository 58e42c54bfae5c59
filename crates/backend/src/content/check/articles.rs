//! Articles that are there in every language, for the same people.

use super::super::{ContentProblem, Report, folder::Folder};
use serde_json::Value;
use std::collections::BTreeMap;

pub(super) fn check(folder: &Folder, languages: &[String], report: &mut Report) {
    let mut there: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for article in &folder.articles {
        if languages.contains(&article.language) {
            there.entry(&article.id).or_default().push(&article.language);
        } else {
            let what = format!("'{}' is no language of company.yaml", article.language);
            let remedy = "rename the file, or add the language to `languages`";
            report.add(ContentProblem::file(&article.file, what, remedy));
        }
    }
    for (id, there) in &there {
        audience(folder, id, there, report);
    }
    for (id, there) in there {
        if there.iter().all(|language| is_untranslated(folder, id, language)) {
            continue;
        }
        for missing in languages.iter().filter(|language| !there.contains(&language.as_str())) {
            let file = format!("articles/{id}.{missing}.md");
            // It is there, and cannot be read: reported already.
            if !folder.broken.contains(&file) {
                let remedy = format!(
                    "add the article in '{missing}', as it is there in '{}', or write `untranslated: true` into its head",
                    there.join("', '")
                );
                report.add(ContentProblem::file(&file, "the file is missing", remedy));
            }
        }
    }
}

/// Whether the article need not be there in other languages than this.
fn is_untranslated(folder: &Folder, id: &str, language: &str) -> bool {
    let value = folder.value(&format!("articles/{id}.{language}.md"));
    value.get("untranslated").and_then(Value::as_bool).unwrap_or(false)
}

/// Who may not read an article in one language may not read it in another.
fn audience(folder: &Folder, id: &str, languages: &[&str], report: &mut Report) {
    let docs: Vec<_> = languages
        .iter()
        .filter_map(|language| folder.docs.get(&format!("articles/{id}.{language}.md")))
        .collect();
    let who = |value: &Value| value.get("visible_to").cloned().unwrap_or_default();
    let Some((first, others)) = docs.split_first() else { return };
    for other in others.iter().filter(|other| who(&other.value) != who(&first.value)) {
        let what = format!("`visible_to` is not the same as in {}", first.file);
        report.add(other.problem("", what, "write the same in every language"));
    }
}
