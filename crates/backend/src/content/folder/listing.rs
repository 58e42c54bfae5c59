//! Which files a content folder has, and which it should have.

use crate::content::{ContentProblem, Report, keys::did_you_mean};
use std::{collections::BTreeSet, fs, io, path::Path};

/// Files at the top, and whether a company can do without.
pub(super) const FILES: &[(&str, bool)] = &[
    ("company.yaml", true),
    ("priorities.yaml", true),
    ("locations.yaml", true),
    ("groups.yaml", true),
    ("people.yaml", true),
    ("services.yaml", true),
    ("categories.yaml", true),
    ("cost-centres.yaml", false),
    ("announcements.yaml", false),
    ("problems.yaml", false),
    ("assets.yaml", false),
    ("synonyms.yaml", false),
];

/// Folders with a file a thing, and how the names of those may end.
const FOLDERS: &[(&str, &[&str])] = &[
    ("calendars/", &[".yaml"]),
    ("items/", &[".yaml"]),
    ("guides/", &[".yaml"]),
    ("articles/", &[".md"]),
    ("versions/", &[".md"]),
    ("pictures/", &[".png", ".jpg", ".jpeg", ".gif", ".webp"]),
];

/// Files of the format, sorted. Reports those that are missing or out of place; what cannot be listed is `broken`.
pub(super) fn names(dir: &Path, broken: &mut BTreeSet<String>, report: &mut Report) -> Vec<String> {
    let mut names = Vec::new();
    match list(dir) {
        Ok(found) => names.extend(found.into_iter().filter(|name| belongs(name, report))),
        Err(error) => {
            let what = format!("the folder cannot be read: {error}");
            report.add(ContentProblem::file(".", what, "name a folder with content"));
            return names;
        }
    }
    for (folder, endings) in FOLDERS {
        match list(&dir.join(folder)) {
            Ok(found) => {
                for name in found {
                    if endings.iter().any(|ending| name.ends_with(ending)) {
                        names.push(format!("{folder}{name}"));
                    } else {
                        let endings = endings.join(" or ");
                        let remedy = format!("move it away, or give it a name that ends with {endings}");
                        let file = format!("{folder}{name}");
                        report.add(ContentProblem::file(&file, "this file is not read", remedy));
                    }
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => {
                let what = format!("the folder cannot be read: {error}");
                report.add(ContentProblem::file(folder, what, "make it readable"));
                broken.insert((*folder).to_owned());
            }
        }
    }
    for (file, _) in FILES.iter().filter(|(_, needed)| *needed) {
        if !names.iter().any(|name| name == file) {
            report.add(ContentProblem::file(file, "the file is missing", "add it, see docs/content.md"));
            broken.insert((*file).to_owned());
        }
    }
    names.sort();
    names
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
