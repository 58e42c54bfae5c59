//! The files of a content folder, read once.

mod head;
mod listing;

use super::{ContentProblem, Doc, Report};
use crate::hex::hex;
pub(super) use head::split_head;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// A content folder as it lies on the disk, in every language.
#[derive(Debug, Default)]
pub(super) struct Folder {
    /// Every YAML file that could be read, by its name relative to the folder. The heads of articles are among them.
    pub docs: BTreeMap<String, Doc>,
    /// What follows the heads.
    pub articles: Vec<ArticleFile>,
    /// What articles said before. Their heads are among `docs`.
    pub versions: Vec<VersionFile>,
    /// The bytes of pictures, by the names of their files.
    pub pictures: BTreeMap<String, Vec<u8>>,
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

/// The text of an earlier version of an article in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct VersionFile {
    /// The file, relative to the content folder.
    pub file: String,
    /// The article, by its file's name.
    pub id: String,
    /// The number of the version, by its file's name.
    pub version: u32,
    /// The language, by its file's name.
    pub language: String,
    /// CommonMark.
    pub body: String,
}

impl Folder {
    /// Reads every file of `dir` that belongs to the format.
    pub fn read(dir: &Path, report: &mut Report) -> Self {
        let mut folder = Self::default();
        let mut hash = Sha256::new();
        for file in listing::names(dir, &mut folder.broken, report) {
            match fs::read(dir.join(&file)) {
                Ok(bytes) => {
                    // Length first, or text could move from one file to the next unseen.
                    hash.update(format!("{file}\n{}\n", bytes.len()));
                    hash.update(&bytes);
                    folder.take(&file, bytes, report);
                }
                Err(error) => folder.unreadable(file, &error.to_string(), report),
            }
        }
        // Half of a SHA-256: nobody attacks it, it only has to tell versions apart.
        folder.digest = hex(hash.finalize().get(..16).unwrap_or_default());
        folder
    }

    /// What it takes to judge `file` if it held `text`: neither other items nor articles, which know nothing of it.
    pub fn with(&self, file: &str, text: &str, report: &mut Report) -> Self {
        // A guide is nothing without its items.
        let needs_items = file.starts_with("guides/");
        let apart = |name: &str| {
            let is_other = ["articles/", "versions/"].iter().any(|dir| name.starts_with(dir));
            name == file || is_other || (name.starts_with("items/") && !needs_items)
        };
        let docs = self.docs.iter().filter(|(name, _)| !apart(name));
        let broken = self.broken.iter().filter(|name| !apart(name));
        let mut folder = Self {
            docs: docs.map(|(name, doc)| (name.clone(), doc.clone())).collect(),
            broken: broken.cloned().collect(),
            ..Self::default()
        };
        folder.add(file, text, report);
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

    fn unreadable(&mut self, file: String, error: &str, report: &mut Report) {
        let what = format!("the file cannot be read: {error}");
        report.add(ContentProblem::file(&file, what, "make it readable, in UTF-8"));
        self.broken.insert(file);
    }

    fn take(&mut self, file: &str, bytes: Vec<u8>, report: &mut Report) {
        if let Some(name) = file.strip_prefix("pictures/") {
            self.pictures.insert(name.to_owned(), bytes);
            return;
        }
        match String::from_utf8(bytes) {
            Ok(text) => self.add(file, &text, report),
            Err(error) => self.unreadable(file.to_owned(), &error.to_string(), report),
        }
    }

    fn add(&mut self, file: &str, text: &str, report: &mut Report) {
        let name = |folder: &str| file.strip_prefix(folder).and_then(|name| name.strip_suffix(".md"));
        let read = match (name("articles/"), name("versions/")) {
            (Some(name), _) => self.article(file, name, text),
            (None, Some(name)) => self.version(file, name, text),
            (None, None) => Doc::read(file, text, 0),
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

    /// Keeps the body of an earlier version of an article and reads its head.
    fn version(&mut self, file: &str, name: &str, text: &str) -> Result<Doc, Vec<ContentProblem>> {
        let problem = |what: &str, remedy: &str| vec![ContentProblem::file(file, what, remedy)];
        let parts = name.rsplit_once('.').and_then(|(rest, language)| {
            let (id, version) = rest.rsplit_once('.')?;
            Some((id, version.parse().ok()?, language))
        });
        let (id, version, language) = parts.ok_or_else(|| {
            let remedy = "name it like wifi.2.en.md, for the second version of articles/wifi.en.md";
            problem("the name of the file does not say which version of which article it is", remedy)
        })?;
        let (head, body, _) = split_head(text).ok_or_else(|| {
            problem(
                "the version has no head",
                "begin with a line '---', title and summary, and another line '---'",
            )
        })?;
        let doc = Doc::read(file, head, 1)?;
        self.versions.push(VersionFile {
            file: file.to_owned(),
            id: id.to_owned(),
            version,
            language: language.to_owned(),
            body: body.to_owned(),
        });
        Ok(doc)
    }
}

#[cfg(test)]
mod tests {
    use super::{listing::FILES, *};

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
