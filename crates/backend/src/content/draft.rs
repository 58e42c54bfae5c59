//! An item or a guide with another text than its file has: judged as if it were there, and not taken.

use super::{
    ContentProblem, Doc, Item, Report, Sources, build, check,
    folder::Folder,
    load::languages,
    source::{file_of, guide_of},
};
use guichet_rules::ids::ItemId;

/// What would come of a text.
#[derive(Debug, Clone)]
pub struct Draft {
    /// What is wrong with it, or could be better, by line.
    pub problems: Vec<ContentProblem>,
    /// The item in each language, the guide as if it were one; empty where something is wrong with the text, or with what an item needs besides.
    pub items: Vec<(String, Item)>,
}

impl Sources {
    /// Judges the file of `item`, see [`Sources::forms`], as if it held `text`.
    pub fn draft(&self, item: &ItemId, text: &str) -> Draft {
        let file = file_of(item);
        let mut report = Report::default();
        let known = check::Known::of(&self.folder);
        let folder = self.folder.with(&file, text, &mut report);
        let languages = languages(&folder, &mut report);
        check::files(&folder, &languages, &known, &mut report);
        let mut items = Vec::new();
        for language in &languages {
            items.extend(in_language(&folder, &languages, language, item, &known, &mut report));
        }
        // What is wrong elsewhere is wrong without this text too, but for what guides expect of it.
        let mut problems = report.problems;
        problems.retain(|problem| problem.file == file);
        problems.sort();
        if problems.iter().any(ContentProblem::is_error) {
            items.clear();
        }
        Draft { problems, items }
    }
}

fn in_language(
    folder: &Folder,
    languages: &[String],
    language: &str,
    item: &ItemId,
    known: &check::Known,
    report: &mut Report,
) -> Option<(String, Item)> {
    let company = build::company(folder, languages, language, report)?;
    check::company(folder, &company, known, report);
    if let Some(guide) = guide_of(item) {
        return Some((language.to_owned(), company.guides.get(guide)?.as_item(&company)?));
    }
    for problem in check::guides_against(folder, &company, company.items.get(item)?) {
        let what = format!("it no longer fits {}: {}", problem.place(), problem.what);
        report.add(ContentProblem::file(&file_of(item), what, problem.remedy));
    }
    Some((language.to_owned(), company.item(item)?.clone()))
}

/// The `text` of an item with this number as the version of its form. None where it does not say which version it is.
pub fn with_version(text: &str, version: u32) -> Option<String> {
    let doc = Doc::read("", text, 0).ok()?;
    doc.value.pointer("/form/version")?;
    let (line, column) = doc.place("/form/version")?;
    let before: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let rest = text.get(before..)?;
    let key = rest.char_indices().nth(column.checked_sub(1)?)?.0;
    let colon = rest.get(key..)?.find(':')? + key;
    let number = rest.get(colon..)?.find(|c: char| c.is_ascii_digit())? + colon;
    let number = before + number;
    let digits = text.get(number..)?.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - number);
    Some(format!("{}{version}{}", text.get(..number)?, text.get(number + digits..)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::fixture::Fixture;

    fn token() -> ItemId {
        ItemId::new("token").unwrap()
    }

    fn draft(from: &str, to: &str) -> Draft {
        let sources = Fixture::small().load().sources;
        // The folder is gone by now: nothing is read from the disk.
        let text = crate::content::fixture::text_of("items/token.yaml");
        assert!(text.contains(from), "{from}");
        sources.draft(&token(), &text.replacen(from, to, 1))
    }

    #[test]
    fn a_text_that_is_well_is_there_in_every_language() {
        let draft = draft("Which?", "Which one?");
        assert!(draft.problems.is_empty(), "{:?}", draft.problems);
        let labels: Vec<_> = draft
            .items
            .iter()
            .map(|(language, item)| (language.as_str(), item.form.question("kind").unwrap().label.as_str()))
            .collect();
        assert_eq!(labels, [("en", "Which one?"), ("de", "Welcher?")]);
    }

    #[test]
    fn a_text_is_judged_as_the_folder_would_be() {
        for (from, to, expected) in [
            (
                "category: access",
                "category: acess",
                "items/token.yaml:2:1: there is no category 'acess'; did you",
            ),
            (
                "{ne: [kind, gold]}",
                "{ne: [kind, silver]}",
                "items/token.yaml:42:11: 'kind' has no option 'silver'",
            ),
            ("de: Welcher?", "fr: Lequel?", "items/token.yaml:33:31: 'fr' is no language of company.yaml"),
            ("id: token", "id: tokens", "items/token.yaml:1:1: the id 'tokens' is not the name of the file"),
            ("pages:", "pages: [", "items/token.yaml:"),
        ] {
            let draft = draft(from, to);
            let said: Vec<String> = draft.problems.iter().map(|problem| format!("{problem:#}")).collect();
            assert!(said.iter().any(|problem| problem.starts_with(expected)), "{expected}: {said:#?}");
            assert!(draft.items.is_empty(), "{to}");
        }
    }

    #[test]
    fn what_could_be_better_is_said_and_keeps_nothing_from_being_tried() {
        let draft = draft("required: true", "because: {en: A, de: B}");
        let said: Vec<String> = draft.problems.iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("items/token.yaml:34: warning: `because` is never shown"), "{said:?}");
        assert_eq!(draft.items.len(), 2);
    }

    #[test]
    fn links_lead_to_what_is_beside_it() {
        assert!(draft("en: Sent by mail.", "en: See [this](article:no-token).").problems.is_empty());
        let draft = draft("en: Sent by mail.", "en: See [this](article:none).");
        assert!(draft.problems.iter().any(|problem| problem.what.contains("there is no article 'none'")));
    }

    #[test]
    fn the_version_is_set_where_it_stands() {
        for (text, expected) in [
            ("id: a\nform:\n  version: 9\n  pages: []\n", "id: a\nform:\n  version: 10\n  pages: []\n"),
            ("form: {pages: [], version: 1}\n", "form: {pages: [], version: 10}\n"),
            (
                "# version: 3\nform:\r\n  version:  12 # of many\r\n",
                "# version: 3\nform:\r\n  version:  10 # of many\r\n",
            ),
            ("größe: version\nform: {\"version\": 7}", "größe: version\nform: {\"version\": 10}"),
        ] {
            assert_eq!(with_version(text, 10).as_deref(), Some(expected));
        }
        for none in ["form: {pages: []}", "form: [", ""] {
            assert_eq!(with_version(none, 2), None, "{none}");
        }
    }
}
