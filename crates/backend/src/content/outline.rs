//! What an import has to know of a content folder, which need not be right for it: half an import leads to articles that
//! are not there yet.

use super::{Doc, Report, folder::Folder, folder::split_head, load::languages, pointer::visit};
use crate::content::ContentProblem;
use serde_json::Value;
use std::{collections::BTreeSet, fs, path::Path};

/// The ids that the head of an article can name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Outline {
    /// The languages; the first is the fallback.
    pub languages: Vec<String>,
    pub categories: BTreeSet<String>,
    /// Those that follow from the way that people are employed are not among them.
    pub groups: BTreeSet<String>,
    pub services: BTreeSet<String>,
    pub items: BTreeSet<String>,
}

/// Reads so much of the content folder `dir`.
pub(crate) fn outline(dir: &Path) -> Result<Outline, Report> {
    let mut report = Report::default();
    let mut folder = Folder::default();
    for file in ["company.yaml", "categories.yaml", "groups.yaml", "services.yaml"] {
        match fs::read_to_string(dir.join(file)).map(|text| Doc::read(file, &text, 0)) {
            Ok(Ok(doc)) => {
                folder.docs.insert(file.to_owned(), doc);
            }
            Ok(Err(problems)) => problems.into_iter().for_each(|problem| report.add(problem)),
            Err(error) => {
                let what = format!("the file cannot be read: {error}");
                report.add(ContentProblem::file(
                    file,
                    what,
                    "name a folder with content, see docs/content.md",
                ));
            }
        }
    }
    let languages = languages(&folder, &mut report);
    let outline = Outline {
        languages,
        categories: ids(&folder, "categories.yaml"),
        groups: ids(&folder, "groups.yaml"),
        services: ids(&folder, "services.yaml"),
        items: items(dir),
    };
    report.or(Some(outline))
}

fn ids(folder: &Folder, file: &str) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    visit(folder.value(file), "/*/id", &mut |_, id| ids.extend(id.as_str().map(str::to_owned)));
    ids
}

fn items(dir: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(dir.join("items")).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    names.filter_map(|name| name.strip_suffix(".yaml").map(str::to_owned)).collect()
}

/// A head as a tree, or why it is no YAML.
type ReadHead = Result<Value, Vec<ContentProblem>>;

/// The head of a text as a tree, what follows it, and the line that this begins on. `None` where there is no head; the head
/// is an error where it is no YAML.
pub(crate) fn head_of<'t>(file: &str, text: &'t str) -> Option<(ReadHead, &'t str, usize)> {
    let (head, body, line) = split_head(text)?;
    Some((Doc::read(file, head, 1).map(|doc| doc.value), body, line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::fixture::Fixture;

    #[test]
    fn an_outline_names_what_heads_can_name() {
        let fixture = Fixture::small();
        // Wrong, and no business of an import.
        fixture.remove("articles/no-token.de.md");
        let outline = outline(fixture.dir()).unwrap();
        assert_eq!(outline.languages, ["en", "de"]);
        assert_eq!(outline.categories.iter().collect::<Vec<_>>(), ["access", "books"]);
        assert!(outline.groups.contains("desk") && outline.services.contains("vpn"));
        assert!(outline.items.contains("token"));
        fixture.remove("categories.yaml");
        let report = super::outline(fixture.dir()).unwrap_err();
        assert!(report.to_string().starts_with("categories.yaml: the file cannot be read"), "{report}");
    }

    #[test]
    fn a_head_is_read_by_itself() {
        let (head, body, line) = head_of("a.md", "---\ntitle: A\n---\nText\n").unwrap();
        assert_eq!((head.unwrap()["title"].as_str(), body, line), (Some("A"), "Text\n", 4));
        assert!(head_of("a.md", "Text\n").is_none());
        assert!(head_of("a.md", "---\na: [\n---\n").is_some_and(|(head, ..)| head.is_err()));
    }
}
