//! Articles that are there in every language.

use super::super::{ContentProblem, Report, folder::Folder};
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
    for (id, there) in there {
        for missing in languages.iter().filter(|language| !there.contains(&language.as_str())) {
            let file = format!("articles/{id}.{missing}.md");
            // It is there, and cannot be read: reported already.
            if !folder.broken.contains(&file) {
                let remedy =
                    format!("add the article in '{missing}', as it is there in '{}'", there.join("', '"));
                report.add(ContentProblem::file(&file, "the file is missing", remedy));
            }
        }
    }
}
