//! The files of the folder that is imported.

use super::{kind::Kind, notes::Notes};
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// Deeper folders are a circle of mounts, or somebody's backup of backups.
const DEEPEST: usize = 32;

/// In bytes. Longer pages are logs and listings; nobody reads them for an answer.
const LONGEST: u64 = 2 << 20;

/// How names of pages end.
const PAGES: &[&str] = &["md", "markdown", "html", "htm", "xhtml"];

/// How names of files end that somebody may have meant to import.
const TEXTS: &[&str] = &[
    "adoc", "asciidoc", "doc", "docx", "epub", "mdx", "odt", "org", "pdf", "pptx", "rst", "rtf", "tex",
    "textile", "txt", "wiki", "xml",
];

/// How a page is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Markdown,
    Html,
}

/// A page of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path in the folder, with slashes.
    pub path: String,
    pub format: Format,
}

/// Every page of `root`, by path; notes what is none and might have been meant.
pub fn list(root: &Path, found: &mut Vec<Notes>) -> io::Result<Vec<File>> {
    let mut files = Vec::new();
    let mut others: BTreeMap<String, (String, usize)> = BTreeMap::new();
    let mut folders: Vec<(PathBuf, String, usize)> = vec![(root.to_owned(), String::new(), 0)];
    while let Some((folder, inner, depth)) = folders.pop() {
        let entries = match fs::read_dir(&folder).and_then(|entries| entries.collect::<io::Result<Vec<_>>>())
        {
            Ok(entries) => entries,
            Err(error) if depth == 0 => return Err(error),
            Err(error) => {
                note(found, &inner, Kind::Unreadable, format!("the folder cannot be read: {error}"));
                continue;
            }
        };
        for entry in entries {
            let Some(name) = entry.file_name().to_str().map(str::to_owned) else {
                let name = entry.file_name().to_string_lossy().into_owned();
                note(found, &joined(&inner, &name), Kind::Unreadable, "its name is not in UTF-8");
                continue;
            };
            // What tools and systems keep for themselves.
            if name.starts_with(['.', '#']) || name.ends_with('~') {
                continue;
            }
            let path = joined(&inner, &name);
            match entry.file_type() {
                Ok(kind) if kind.is_symlink() => note(found, &path, Kind::Symlink, "links are not followed"),
                Ok(kind) if kind.is_dir() && depth >= DEEPEST => {
                    note(found, &path, Kind::Deep, "the folder lies too deep");
                }
                Ok(kind) if kind.is_dir() => folders.push((entry.path(), path, depth + 1)),
                Ok(kind) if kind.is_file() => match format_of(&name) {
                    Some(format) => files.push(File { path, format }),
                    None => count(&mut others, &name, path),
                },
                Ok(_) => {}
                Err(error) => note(found, &path, Kind::Unreadable, error.to_string()),
            }
        }
    }
    for (ending, (first, many)) in others {
        let what = if many == 1 { "1 file ends".to_owned() } else { format!("{many} files end") };
        note(found, &first, Kind::Type, format!("{what} with .{ending}, which is not read"));
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// The bytes of a file, or why they are not there.
pub fn read(root: &Path, file: &str) -> Result<Vec<u8>, (Kind, String)> {
    let path = root.join(file);
    let unreadable = |error: io::Error| (Kind::Unreadable, format!("it cannot be read: {error}"));
    let length = fs::metadata(&path).map_err(unreadable)?.len();
    if length > LONGEST {
        return Err((Kind::Size, format!("it has {} KB, and {} are read", length >> 10, LONGEST >> 10)));
    }
    fs::read(path).map_err(unreadable)
}

/// Whether no part of a path in the folder is a link: what links lead to may not be meant for anybody.
pub fn is_plain(root: &Path, file: &str) -> bool {
    let mut path = root.to_owned();
    file.split('/').all(|part| {
        path.push(part);
        fs::symlink_metadata(&path).is_ok_and(|found| !found.is_symlink())
    })
}

fn format_of(name: &str) -> Option<Format> {
    let ending = ending(name)?;
    let known = PAGES.contains(&ending.as_str());
    known.then(|| if ending.starts_with('m') { Format::Markdown } else { Format::Html })
}

fn ending(name: &str) -> Option<String> {
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase())
}

fn count(others: &mut BTreeMap<String, (String, usize)>, name: &str, path: String) {
    if let Some(ending) = ending(name).filter(|ending| TEXTS.contains(&ending.as_str())) {
        others.entry(ending).or_insert((path, 0)).1 += 1;
    }
}

fn joined(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

fn note(found: &mut Vec<Notes>, file: &str, kind: Kind, what: impl Into<String>) {
    let mut notes = Notes::of(file);
    notes.whole(kind, what);
    found.push(notes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_found_wherever_they_are() {
        let dir = tempfile::tempdir().unwrap();
        for file in ["b.html", "a/c.MD", "a/d.txt", "a/e.rst", "a/f.rst", ".git/g.md", "h.png", "i.md~"] {
            let path = dir.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink("/etc", dir.path().join("etc")).unwrap();
        let mut found = Vec::new();
        let files = list(dir.path(), &mut found).unwrap();
        let paths: Vec<_> = files.iter().map(|file| (file.path.as_str(), file.format)).collect();
        assert_eq!(paths, [("a/c.MD", Format::Markdown), ("b.html", Format::Html)]);
        let mut told: Vec<_> = found
            .into_iter()
            .flat_map(Notes::findings)
            .map(|finding| (finding.kind.name(), finding.file, finding.what))
            .collect();
        told.sort();
        assert_eq!(told.len(), if cfg!(unix) { 3 } else { 2 }, "{told:?}");
        assert!(
            told.iter().any(|(kind, _, what)| *kind == "type" && what.starts_with("2 files end with .rst"))
        );
        assert!(is_plain(dir.path(), "a/c.MD") && !is_plain(dir.path(), "etc/passwd"));
        assert!(list(&dir.path().join("none"), &mut Vec::new()).is_err());
    }

    #[test]
    fn what_is_too_long_is_not_read() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("a.md"), vec![b'a'; (LONGEST + 1) as usize]).unwrap();
        assert!(matches!(read(dir.path(), "a.md"), Err((Kind::Size, _))));
        assert!(matches!(read(dir.path(), "b.md"), Err((Kind::Unreadable, _))));
    }
}
