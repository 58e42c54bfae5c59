//! A YAML file as a tree that remembers its lines.

use super::{ContentProblem, pointer};
use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};
use serde_json::{Map, Number, Value};
use std::collections::BTreeMap;

/// A file that could be read as YAML.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Doc {
    /// The file, relative to the content folder.
    pub file: String,
    /// What it holds, in every language.
    pub value: Value,
    /// The line of every JSON Pointer into `value`, counted from 1. An entry of a mapping lies where its key does.
    lines: BTreeMap<String, usize>,
}

impl Doc {
    /// Reads `text`, which begins `skipped` lines below the start of the file.
    pub fn read(file: &str, text: &str, skipped: usize) -> Result<Self, Vec<ContentProblem>> {
        let problem = |line: usize, what: String, remedy: &str| ContentProblem {
            file: file.to_owned(),
            line: Some(line + skipped),
            what,
            remedy: remedy.to_owned(),
        };
        let nodes = MarkedYaml::load_from_str(text).map_err(|error| {
            let (what, remedy) = match error.info() {
                "duplicated key in mapping" => ("this key is there twice".to_owned(), "keep one of the two"),
                info => (
                    format!("this is no YAML: {info}"),
                    "check the indentation, and put values with ': ', '#' or a leading special character in quotes",
                ),
            };
            vec![problem(error.marker().line(), what, remedy)]
        })?;
        if let Some(second) = nodes.get(1) {
            let what = "the file holds more than one document".into();
            return Err(vec![problem(second.span.start.line(), what, "remove the line '---' before it")]);
        }
        let mut reading = Reading { skipped, lines: BTreeMap::new(), problems: Vec::new() };
        let value = nodes.first().map_or(Value::Null, |node| reading.node(node, &mut String::new()));
        if reading.problems.is_empty() {
            Ok(Self { file: file.to_owned(), value, lines: reading.lines })
        } else {
            Err(reading
                .problems
                .into_iter()
                .map(|(line, what, remedy)| problem(line, what, remedy))
                .collect())
        }
    }

    /// The line of `at`, or of the nearest thing around it that has one.
    pub fn line(&self, at: &str) -> Option<usize> {
        let mut at = at;
        loop {
            if let Some(line) = self.lines.get(at) {
                return Some(*line);
            }
            at = at.rsplit_once('/')?.0;
        }
    }

    /// A problem at the JSON Pointer `at`.
    pub fn problem(&self, at: &str, what: impl Into<String>, remedy: impl Into<String>) -> ContentProblem {
        ContentProblem {
            file: self.file.clone(),
            line: self.line(at),
            what: what.into(),
            remedy: remedy.into(),
        }
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
        let at = if self.lines.contains_key(&in_language) { in_language.as_str() } else { at };
        self.problem(at, what, remedy)
    }
}

/// A tree on its way from YAML to JSON.
struct Reading {
    skipped: usize,
    lines: BTreeMap<String, usize>,
    /// Line within the text, what, remedy.
    problems: Vec<(usize, String, &'static str)>,
}

impl Reading {
    fn node(&mut self, node: &MarkedYaml<'_>, at: &mut String) -> Value {
        let line = node.span.start.line();
        self.lines.entry(at.clone()).or_insert(line + self.skipped);
        match &node.data {
            YamlData::Value(Scalar::Null) => Value::Null,
            YamlData::Value(Scalar::Boolean(yes)) => Value::Bool(*yes),
            YamlData::Value(Scalar::Integer(n)) => Value::Number((*n).into()),
            YamlData::Value(Scalar::FloatingPoint(n)) => Number::from_f64(n.0).map_or_else(
                || {
                    self.problems.push((line, "this number has no end".into(), "write a finite number"));
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
                    let key_line = key.span.start.line();
                    let Some(name) = key_text(key) else {
                        self.problems.push((
                            key_line,
                            "this key is no word".into(),
                            "write the key as a word",
                        ));
                        continue;
                    };
                    let end = pointer::push(at, &name);
                    self.lines.insert(at.clone(), key_line + self.skipped);
                    map.insert(name, self.node(value, at));
                    at.truncate(end);
                }
                Value::Object(map)
            }
            YamlData::Tagged(..) => {
                self.problems.push((line, "tags such as !name mean nothing here".into(), "remove the tag"));
                Value::Null
            }
            YamlData::Representation(..) | YamlData::Alias(_) | YamlData::BadValue => {
                self.problems.push((
                    line,
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
