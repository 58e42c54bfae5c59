//! The files of a content folder, read once.

use super::{ContentProblem, Doc, Report, keys::did_you_mean};
use crate::hex::hex;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
};

/// Files at the top, and whether a company can do without.
const FILES: &[(&str, bool)] = &[
    ("company.yaml", true),
    ("priorities.yaml", true),
    ("locations.yaml", true),
    ("groups.yaml", true),
    ("people.yaml", true),
    ("services.yaml", true),
    ("categories.yaml", true),
    ("cost-centres.yaml", false),
    ("announcements.yaml", false),
    ("assets.yaml", false),
];

/// Folders with a file a thing.
const FOLDERS: &[(&str, &str)] = &[("calendars/", ".yaml"), ("items/", ".yaml"), ("articles/", ".md")];

/// A content folder as it lies on the disk, in every language.
#[derive(Debug, Default)]
pub(super) struct Folder {
    /// Every YAML file that could be read, by its name relative to the folder. The heads of articles are among them.
    pub docs: BTreeMap<String, Doc>,
    /// What follows the heads.
    pub articles: Vec<ArticleFile>,
    /// Files that could not be read as YAML; whatever refers to what they define cannot be judged.
    pub broken: BTreeSet<String>,
    /// A hash of all files, in hex.
    pub digest: String,
}

/// The text of an article in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ArticleFile {
    /// The file, relative to the content folder.
    pub file: String,
    /// The article, by its file's name.
    pub id: String,
    /// The language, by its file's name.
    pub language: String,
    /// CommonMark.
    pub body: String,
    /// The line on which `body` begins.
    pub line: usize,
}

impl Folder {
    /// Reads every file of `dir` that belongs to the format.
    pub fn read(dir: &Path, report: &mut Report) -> Self {
        let mut folder = Self::default();
        let mut hash = Sha256::new();
        for file in folder.names(dir, report) {
            match fs::read_to_string(dir.join(&file)) {
                Ok(text) => {
                    // Length first, or text could move from one file to the next unseen.
                    hash.update(format!("{file}\n{}\n", text.len()));
                    hash.update(&text);
                    folder.add(&file, &text, report);
                }
                Err(error) => {
                    let what = format!("the file cannot be read: {error}");
                    report.add(ContentProblem::file(&file, what, "make it readable, in UTF-8"));
                    folder.broken.insert(file);
                }
            }
        }
        // Half of a SHA-256: nobody attacks it, it only has to tell versions apart.
        folder.digest = hex(hash.finalize().get(..16).unwrap_or_default());
        folder
    }

    /// The document of a file, `Null` where there is none.
    pub fn value(&self, file: &str) -> &Value {
        self.docs.get(file).map_or(&Value::Null, |doc| &doc.value)
    }

    /// Documents whose file is `of`, or lies in it where it ends with `/`.
    pub fn of<'a>(&'a self, of: &'a str) -> impl Iterator<Item = &'a Doc> {
        self.docs
            .values()
            .filter(move |doc| doc.file == of || (of.ends_with('/') && doc.file.starts_with(of)))
    }

    /// Whether something in `of` could not be read.
    pub fn is_broken(&self, of: &str) -> bool {
        self.broken.iter().any(|file| file == of || (of.ends_with('/') && file.starts_with(of)))
    }

    /// Files of the format, sorted. Reports those that are missing or out of place.
    fn names(&mut self, dir: &Path, report: &mut Report) -> Vec<String> {
        let mut names = Vec::new();
        match list(dir) {
            Ok(found) => names.extend(found.into_iter().filter(|name| belongs(name, report))),
            Err(error) => {
                let what = format!("the folder cannot be read: {error}");
                report.add(ContentProblem::file(".", what, "name a folder with content"));
                return names;
            }
        }
        for (folder, ending) in FOLDERS {
            match list(&dir.join(folder)) {
                Ok(found) => {
                    for name in found {
                        if name.ends_with(ending) {
                            names.push(format!("{folder}{name}"));
                        } else {
                            let remedy = format!("move it away, or give it a name that ends with {ending}");
                            let file = format!("{folder}{name}");
                            report.add(ContentProblem::file(&file, "this file is not read", remedy));
                        }
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => {
                    let what = format!("the folder cannot be read: {error}");
                    report.add(ContentProblem::file(folder, what, "make it readable"));
                    self.broken.insert((*folder).to_owned());
                }
            }
        }
        for (file, _) in FILES.iter().filter(|(_, needed)| *needed) {
            if !names.iter().any(|name| name == file) {
                report.add(ContentProblem::file(file, "the file is missing", "add it, see docs/content.md"));
                self.broken.insert((*file).to_owned());
            }
        }
        names.sort();
        names
    }

    fn add(&mut self, file: &str, text: &str, report: &mut Report) {
        let read = match file.strip_prefix("articles/").and_then(|name| name.strip_suffix(".md")) {
            None => Doc::read(file, text, 0),
            Some(name) => self.article(file, name, text),
        };
        match read {
            Ok(doc) => {
                self.docs.insert(file.to_owned(), doc);
            }
            Err(problems) => {
                problems.into_iter().for_each(|problem| report.add(problem));
                self.broken.insert(file.to_owned());
            }
        }
    }

    /// Keeps the body of an article and reads its head.
    fn article(&mut self, file: &str, name: &str, text: &str) -> Result<Doc, Vec<ContentProblem>> {
        let problem = |line, what: &str, remedy: &str| {
            vec![ContentProblem { line, ..ContentProblem::file(file, what, remedy) }]
        };
        let (id, language) = name.rsplit_once('.').ok_or_else(|| {
            problem(None, "the name of the file has no language", "name it like wifi.en.md and wifi.de.md")
        })?;
        let (head, body, line) = split_head(text).ok_or_else(|| {
            problem(
                Some(1),
                "the article has no head",
                "begin with a line '---', YAML, and another line '---'",
            )
        })?;
        // The head begins below the first '---'.
        let doc = Doc::read(file, head, 1)?;
        self.articles.push(ArticleFile {
            file: file.to_owned(),
            id: id.to_owned(),
            language: language.to_owned(),
            body: body.to_owned(),
            line,
        });
        Ok(doc)
    }
}

/// Names of the files right in `dir`, sorted, without what editors and systems leave behind.
fn list(dir: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let leftover = name.starts_with(['.', '#']) || name.ends_with('~');
        if !leftover && entry.path().is_file() {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Whether a file at the top is read; reports YAML that looks as if it should be.
fn belongs(name: &str, report: &mut Report) -> bool {
    let known = || FILES.iter().map(|(file, _)| *file);
    if known().any(|file| file == name) {
        return true;
    }
    if name.ends_with(".yaml") || name.ends_with(".yml") {
        let remedy =
            did_you_mean(name, known(), "move it away, or see docs/content.md for the names of files");
        report.add(ContentProblem::file(name, "this file is not read", remedy));
    }
    false
}

/// The head, the body, and the line on which the body begins.
fn split_head(text: &str) -> Option<(&str, &str, usize)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (mut start, mut end) = (None, 0);
    for (n, line) in text.split_inclusive('\n').enumerate() {
        let next = end + line.len();
        match start {
            None if line.trim_end() != "---" => return None,
            None => start = Some(next),
            // Lines count from 1, and the body begins below this one.
            Some(start) if line.trim_end() == "---" => {
                return Some((text.get(start..end)?, text.get(next..)?, n + 2));
            }
            Some(_) => {}
        }
        end = next;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_ends_at_its_second_line_of_dashes() {
        let text = "---\ntitle: A\n---\n\nBody\n---\nmore\n";
        assert_eq!(split_head(text), Some(("title: A\n", "\nBody\n---\nmore\n", 4)));
        assert_eq!(split_head("\u{feff}---\r\na: 1\r\n---\r\nB"), Some(("a: 1\r\n", "B", 4)));
        assert_eq!(split_head("---\n---\n"), Some(("", "", 3)));
        for none in ["", "Body\n", "---\ntitle: A\n", "\n---\na: 1\n---\n"] {
            assert_eq!(split_head(none), None, "{none:?}");
        }
    }

    fn folder(files: &[(&str, &str)]) -> (Folder, Vec<String>) {
        let dir = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = dir.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let mut report = Report::default();
        let folder = Folder::read(dir.path(), &mut report);
        (folder, report.problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn files_out_of_place_are_reported() {
        let (folder, problems) = folder(&[
            ("pepole.yaml", "[]"),
            ("README.md", "ignored"),
            (".company.yaml.swp", "ignored"),
            ("items/laptop.yml", "id: laptop"),
            ("items/monitor.yaml", "id: monitor"),
            ("articles/wifi.md", "---\n---\n"),
            ("articles/vpn.en.md", "---\ntitle: VPN\n---\nText\n"),
        ]);
        for expected in [
            "pepole.yaml: this file is not read; did you mean 'people.yaml'?",
            "items/laptop.yml: this file is not read; move it away, or give it a name that ends with .yaml",
            "articles/wifi.md: the name of the file has no language; name it like wifi.en.md and wifi.de.md",
            "people.yaml: the file is missing; add it, see docs/content.md",
        ] {
            assert!(problems.iter().any(|p| p == expected), "{expected}: {problems:?}");
        }
        assert_eq!(problems.len(), 3 + FILES.iter().filter(|(_, needed)| *needed).count());
        assert_eq!(folder.docs.keys().collect::<Vec<_>>(), ["articles/vpn.en.md", "items/monitor.yaml"]);
        assert_eq!(folder.docs.values().next().and_then(|doc| doc.line("/title")), Some(2));
        assert_eq!(folder.articles.iter().map(|a| (a.id.as_str(), a.line)).collect::<Vec<_>>(), [("vpn", 4)]);
        assert!(
            folder.is_broken("articles/") && folder.is_broken("people.yaml") && !folder.is_broken("items/")
        );
    }

    #[test]
    fn the_digest_follows_the_content_alone() {
        let digest = |files| folder(files).0.digest;
        let first = digest(&[("groups.yaml", "[]")]);
        assert_eq!(first.len(), 32);
        assert_eq!(first, digest(&[("groups.yaml", "[]"), (".swp", "x")]));
        assert_ne!(first, digest(&[("groups.yaml", "[] ")]));
        assert_ne!(first, digest(&[("people.yaml", "[]")]));
    }
}
