//! From a tree in one language to typed values, with the place of whatever does not fit.

use super::{
    Doc, Report,
    explain::explain,
    keys::{KEYS, did_you_mean},
    pointer,
};
use serde::de::DeserializeOwned;
use serde_ignored::Path;
use serde_json::Value;
use serde_path_to_error::{Segment, Track};

/// Reads `value`, which stands at `at` in `doc`. Keys that nothing reads are problems, but do not keep the value from
/// being read.
pub(super) fn read<T: DeserializeOwned>(
    value: &Value,
    doc: &Doc,
    at: &str,
    report: &mut Report,
) -> Option<T> {
    let mut unread: Vec<String> = Vec::new();
    let mut track = Track::new();
    let tracked = serde_path_to_error::Deserializer::new(value, &mut track);
    let result = serde_ignored::deserialize(tracked, |path| {
        let mut unknown = at.to_owned();
        ignored(&path, &mut unknown);
        unread.push(unknown);
    });
    for unknown in unread {
        let inside = unknown.get(at.len()..).and_then(|inside| inside.rsplit_once('/'));
        let Some((parent, key)) = inside else { continue };
        // A key that is there already is not what was meant.
        let there = value.pointer(parent).and_then(Value::as_object);
        let free = KEYS.iter().copied().filter(|key| !there.is_some_and(|map| map.contains_key(*key)));
        report.add(unknown_key(doc, &unknown, key, free));
    }
    match result {
        Ok(read) => Some(read),
        Err(error) => {
            let mut place = at.to_owned();
            for segment in track.path().iter() {
                match segment {
                    Segment::Seq { index } => pointer::push(&mut place, &index.to_string()),
                    Segment::Map { key } | Segment::Enum { variant: key } => pointer::push(&mut place, key),
                    Segment::Unknown => continue,
                };
            }
            let (what, remedy) = explain(&error.to_string());
            report.add(doc.problem(&place, what, remedy));
            None
        }
    }
}

/// The problem of a key at `at` that nothing reads.
pub(super) fn unknown_key<'a>(
    doc: &Doc,
    at: &str,
    key: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> super::ContentProblem {
    let remedy = did_you_mean(key, candidates, "remove it, or see docs/content.md for the keys of this file");
    doc.problem(at, format!("unknown key '{key}'"), remedy)
}

/// Appends the JSON Pointer of a key that was not read.
fn ignored(path: &Path<'_>, at: &mut String) {
    match path {
        Path::Root => {}
        Path::Seq { parent, index } => {
            ignored(parent, at);
            pointer::push(at, &index.to_string());
        }
        Path::Map { parent, key } => {
            ignored(parent, at);
            pointer::push(at, key);
        }
        Path::Some { parent } | Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => {
            ignored(parent, at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Shelf {
        id: String,
        #[serde(default)]
        books: Vec<Book>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Book {
        title: String,
        #[serde(default)]
        price: Option<u32>,
    }

    fn shelf(yaml: &str) -> (Option<Shelf>, Vec<String>) {
        let doc = Doc::read("shelf.yaml", yaml, 0).unwrap();
        let mut report = Report::default();
        let read = doc.value.get("shelf").and_then(|value| read(value, &doc, "/shelf", &mut report));
        // A report is shown in the order of the file; serde meets the keys in the order of the alphabet.
        let mut problems: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
        problems.sort();
        (read, problems)
    }

    #[test]
    fn a_value_of_the_wrong_type_is_reported_on_its_line() {
        let (read, problems) =
            shelf("shelf:\n  id: a\n  books:\n    - title: x\n    - title: y\n      price: much\n");
        assert_eq!(read, None);
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems.iter().all(|p| p.starts_with("shelf.yaml:6: ")), "{problems:?}");
    }

    #[test]
    fn a_missing_key_is_reported_on_the_line_of_what_misses_it() {
        let (_, problems) = shelf("shelf:\n  id: a\n  books:\n    - title: x\n    - price: 3\n");
        assert_eq!(problems, ["shelf.yaml:5: `title` is missing; add it, as described in docs/content.md"]);
    }

    #[test]
    fn unknown_keys_are_all_reported_and_the_rest_is_read() {
        let (read, problems) =
            shelf("shelf:\n  id: a\n  colour: red\n  books:\n    - {title: x, pirce: 4}\n");
        assert!(read.is_some_and(|shelf| shelf.books.len() == 1));
        assert_eq!(
            problems,
            [
                "shelf.yaml:3: unknown key 'colour'; remove it, or see docs/content.md for the keys of this file",
                "shelf.yaml:5: unknown key 'pirce'; did you mean 'price'?",
            ]
        );
    }
}
