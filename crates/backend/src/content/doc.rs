//! A YAML file as a tree that remembers its lines.

use super::{ContentProblem, Severity, guard, pointer};
use saphyr::{LoadableYamlNode, MarkedYaml, Marker, Scalar, YamlData};
use serde_json::{Map, Number, Value};
use std::collections::BTreeMap;

/// A file that could be read as YAML.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Doc {
    /// The file, relative to the content folder.
    pub file: String,
    /// What it holds, in every language.
    pub value: Value,
    /// Where every JSON Pointer into `value` lies. An entry of a mapping lies where its key does.
    places: BTreeMap<String, Place>,
}

/// Line and column, both counted from 1; a column is a character.
pub(super) type Place = (usize, usize);

/// Where a marker of the reader is, in a text that begins `skipped` lines below the start of its file.
fn place(marker: &Marker, skipped: usize) -> Place {
    // It counts lines from 1 and columns from 0.
    (marker.line().max(1) + skipped, marker.col() + 1)
}

impl Doc {
    /// Reads `text`, which begins `skipped` lines below the start of the file.
    pub fn read(file: &str, text: &str, skipped: usize) -> Result<Self, Vec<ContentProblem>> {
        let problem = |(line, column): Place, what: String, remedy: &str| ContentProblem {
            file: file.to_owned(),
            line: Some(line),
            column: Some(column),
            severity: Severity::Error,
            what,
            remedy: remedy.to_owned(),
        };
        // Some editors put a mark before everything else.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        guard::check(text).map_err(|((line, column), what, remedy)| {
            vec![problem((line + skipped, column), what, remedy)]
        })?;
        let nodes = MarkedYaml::load_from_str(text).map_err(|error| {
            let (what, remedy) = match error.info() {
                "duplicated key in mapping" => ("this key is there twice".to_owned(), "keep one of the two"),
                "recursion limit exceeded" => {
                    ("this lies in too many brackets".to_owned(), "close those before it")
                }
                info => (
                    format!("this is no YAML: {info}"),
                    "check the indentation, and put values with ': ', '#' or a leading special character in quotes",
                ),
            };
            vec![problem(place(error.marker(), skipped), what, remedy)]
        })?;
        if let Some(second) = nodes.get(1) {
            let what = "the file holds more than one document".into();
            let at = place(&second.span.start, skipped);
            return Err(vec![problem(at, what, "remove the line '---' before it")]);
        }
        let mut reading = Reading { skipped, places: BTreeMap::new(), problems: Vec::new() };
        let value = nodes.first().map_or(Value::Null, |node| reading.node(node, &mut String::new()));
        if reading.problems.is_empty() {
            Ok(Self { file: file.to_owned(), value, places: reading.places })
        } else {
            Err(reading.problems.into_iter().map(|(at, what, remedy)| problem(at, what, remedy)).collect())
        }
    }

    /// Line and column of `at`, or of the nearest thing around it that has them; both count from 1.
    pub fn place(&self, at: &str) -> Option<(usize, usize)> {
        let mut at = at;
        loop {
            if let Some(place) = self.places.get(at) {
                return Some(*place);
            }
            at = at.rsplit_once('/')?.0;
        }
    }

    /// The line of `at`, or of the nearest thing around it that has one.
    pub fn line(&self, at: &str) -> Option<usize> {
        self.place(at).map(|(line, _)| line)
    }

    /// A problem at the JSON Pointer `at`.
    pub fn problem(&self, at: &str, what: impl Into<String>, remedy: impl Into<String>) -> ContentProblem {
        let (line, column) = self.place(at).unzip();
        ContentProblem {
            file: self.file.clone(),
            line,
            column,
            severity: Severity::Error,
            what: what.into(),
            remedy: remedy.into(),
        }
    }

    /// Something at the JSON Pointer `at` that is not wrong, and could be better.
    pub fn advice(&self, at: &str, what: impl Into<String>, remedy: impl Into<String>) -> ContentProblem {
        ContentProblem { severity: Severity::Warning, ..self.problem(at, what, remedy) }
    }

    /// A problem with the text at `at` in one language.
    pub fn text_problem(
        &self,
        at: &str,
        language: &str,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) -> ContentProblem {
        let in_language = pointer::join(at, language);
        let at = if self.places.contains_key(&in_language) { in_language.as_str() } else { at };
        self.problem(at, what, remedy)
    }
}

/// A tree on its way from YAML to JSON.
struct Reading {
    skipped: usize,
    places: BTreeMap<String, Place>,
    /// Where, what, remedy.
    problems: Vec<(Place, String, &'static str)>,
}

impl Reading {
    fn node(&mut self, node: &MarkedYaml<'_>, at: &mut String) -> Value {
        let here = place(&node.span.start, self.skipped);
        self.places.entry(at.clone()).or_insert(here);
        match &node.data {
            YamlData::Value(Scalar::Null) => Value::Null,
            YamlData::Value(Scalar::Boolean(yes)) => Value::Bool(*yes),
            YamlData::Value(Scalar::Integer(n)) => Value::Number((*n).into()),
            YamlData::Value(Scalar::FloatingPoint(n)) => Number::from_f64(n.0).map_or_else(
                || {
                    self.problems.push((here, "this number has no end".into(), "write a finite number"));
                    Value::Null
                },
                Value::Number,
            ),
            YamlData::Value(Scalar::String(text)) => Value::String(text.to_string()),
            YamlData::Sequence(items) => {
                let mut list = Vec::with_capacity(items.len());
                for (n, item) in items.iter().enumerate() {
                    let end = pointer::push(at, &n.to_string());
                    list.push(self.node(item, at));
                    at.truncate(end);
                }
                Value::Array(list)
            }
            YamlData::Mapping(entries) => {
                let mut map = Map::new();
                for (key, value) in entries.iter() {
                    let key_place = place(&key.span.start, self.skipped);
                    let Some(name) = key_text(key) else {
                        self.problems.push((
                            key_place,
                            "this key is no word".into(),
                            "write the key as a word",
                        ));
                        continue;
                    };
                    let end = pointer::push(at, &name);
                    self.places.insert(at.clone(), key_place);
                    map.insert(name, self.node(value, at));
                    at.truncate(end);
                }
                Value::Object(map)
            }
            YamlData::Tagged(..) => {
                self.problems.push((here, "tags such as !name mean nothing here".into(), "remove the tag"));
                Value::Null
            }
            YamlData::Representation(..) | YamlData::Alias(_) | YamlData::BadValue => {
                self.problems.push((
                    here,
                    "this value cannot be read".into(),
                    "write it out, without tag or alias",
                ));
                Value::Null
            }
        }
    }
}

fn key_text(key: &MarkedYaml<'_>) -> Option<String> {
    match &key.data {
        YamlData::Value(Scalar::String(text)) => Some(text.to_string()),
        YamlData::Value(Scalar::Integer(n)) => Some(n.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn doc(text: &str) -> Doc {
        Doc::read("a.yaml", text, 0).unwrap()
    }

    #[test]
    fn every_value_knows_its_line() {
        let doc = doc("# people\n- id: a\n  groups: [x,\n    y]\n- {id: b, title: {en: B, de: C}}\n");
        assert_eq!(
            doc.value,
            json!([{"id": "a", "groups": ["x", "y"]}, {"id": "b", "title": {"en": "B", "de": "C"}}])
        );
        for (at, line) in [
            ("/0/id", 2),
            ("/0/groups", 3),
            ("/0/groups/0", 3),
            ("/0/groups/1", 4),
            ("/1", 5),
            ("/1/title/de", 5),
        ] {
            assert_eq!(doc.line(at), Some(line), "{at}");
        }
        assert_eq!(doc.line("/0/groups/7/none"), Some(3), "the nearest thing around it");
    }

    #[test]
    fn a_key_lies_on_its_own_line_and_not_on_that_of_its_value() {
        let doc = doc("text:\n  en: |\n    one\n    two\n");
        assert_eq!(doc.line("/text"), Some(1));
        assert_eq!(doc.line("/text/en"), Some(2));
        assert_eq!(doc.text_problem("/text", "en", "w", "r").line, Some(2));
        assert_eq!(doc.text_problem("/text", "de", "w", "r").line, Some(1));
    }

    #[test]
    fn a_key_knows_its_column() {
        let doc = doc("a: 1\nb:\n  - id: x\n    größe: {de: y, tief: [1, 2]}\n");
        for (at, place) in [
            ("/a", (1, 1)),
            ("/b/0/id", (3, 5)),
            ("/b/0/größe", (4, 5)),
            ("/b/0/größe/de", (4, 13)),
            ("/b/0/größe/tief", (4, 20)),
            ("/b/0/größe/tief/1", (4, 30)),
            ("/b/0/größe/none", (4, 5)),
        ] {
            assert_eq!(doc.place(at), Some(place), "{at}");
        }
    }

    #[test]
    fn scalars_keep_their_types() {
        let doc = doc("a: 1\nb: 1.5\nc: true\nd: \"1\"\ne: 2026-11-21\nf: no\ng:\nh: '\\d{4}'\n");
        let expected = json!({"a": 1, "b": 1.5, "c": true, "d": "1", "e": "2026-11-21", "f": "no", "g": null, "h": "\\d{4}"});
        assert_eq!(doc.value, expected);
        assert_eq!(Doc::read("a.yaml", "# nothing\n", 0).unwrap().value, Value::Null);
    }

    #[test]
    fn what_is_no_tree_is_refused_with_its_line() {
        for (text, line, word) in [
            ("a: 1\nb: 2\na: 3\n", 3, "twice"),
            ("a: 1\nb: [1, 2\n", 3, "no YAML"),
            ("a: 1\n---\nb: 2\n", 3, "more than one"),
            ("a: 1\nb: !secret 2\nc: .inf\n", 3, "no end"),
        ] {
            let problems = Doc::read("a.yaml", text, 10).unwrap_err();
            assert!(problems.iter().any(|p| p.what.contains(word)), "{problems:?}");
            let found = problems.iter().find(|p| p.what.contains(word)).and_then(|p| p.line);
            assert!(found.is_some_and(|found| found.abs_diff(line + 10) <= 1), "{problems:?}");
        }
    }
}
