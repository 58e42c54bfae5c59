//! Texts in several languages: `{en: Laptop, de: Laptop}` becomes `Laptop`.
//!
//! A mapping whose keys are languages of the company, and nothing else, is a text. One pass a language turns all of them
//! into plain strings, so that whatever reads the tree afterwards knows nothing about languages.

use super::{Doc, Report, pointer};
use serde_json::{Map, Value};

/// Keys under which a mapping is never a text. A condition such as `{ne: [a, b]}` would be one in a company that
/// speaks Nepali, `{lt: [a, 1]}` in one that speaks Lithuanian.
fn holds_no_text(key: &str) -> bool {
    let structures = [
        "when",
        "orderable_by",
        "visible_to",
        "must",
        "formula",
        "default_from",
        "narrowed_by",
        "options_source",
        "fills",
    ];
    structures.contains(&key) || key.ends_with("_when")
}

fn is_text(map: &Map<String, Value>, languages: &[String]) -> bool {
    !map.is_empty() && map.keys().all(|key| languages.contains(key))
}

/// `value` with each text in the `wanted` language, or in the first that there is where [`check`] found none.
pub(super) fn localise(value: &Value, languages: &[String], wanted: &str) -> Value {
    match value {
        Value::Object(map) if is_text(map, languages) => {
            let there = map.get(wanted).or_else(|| languages.iter().find_map(|language| map.get(language)));
            there.cloned().unwrap_or(Value::Null)
        }
        Value::Object(map) => {
            let inner = |(key, value): (&String, &Value)| {
                let value =
                    if holds_no_text(key) { value.clone() } else { localise(value, languages, wanted) };
                (key.clone(), value)
            };
            Value::Object(map.iter().map(inner).collect())
        }
        Value::Array(items) => {
            Value::Array(items.iter().map(|item| localise(item, languages, wanted)).collect())
        }
        other => other.clone(),
    }
}

/// Reports texts that are not there in every language.
pub(super) fn check(doc: &Doc, languages: &[String], report: &mut Report) {
    Checker { doc, languages, report }.value(&doc.value, &mut String::new());
}

struct Checker<'a> {
    doc: &'a Doc,
    languages: &'a [String],
    report: &'a mut Report,
}

impl Checker<'_> {
    fn value(&mut self, value: &Value, at: &mut String) {
        match value {
            Value::Object(map) if is_text(map, self.languages) => self.text(map, at),
            Value::Object(map) => {
                self.foreign(map, at);
                for (key, value) in map.iter().filter(|(key, _)| !holds_no_text(key)) {
                    let end = pointer::push(at, key);
                    self.value(value, at);
                    at.truncate(end);
                }
            }
            Value::Array(items) => {
                for (n, item) in items.iter().enumerate() {
                    let end = pointer::push(at, &n.to_string());
                    self.value(item, at);
                    at.truncate(end);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, map: &Map<String, Value>, at: &str) {
        for language in self.languages {
            let Some(text) = map.get(language) else {
                let remedy = format!("add the text for '{language}'");
                self.report.add(self.doc.problem(at, "a language is missing", remedy));
                continue;
            };
            let (what, remedy) = match text {
                Value::String(text) if !text.trim().is_empty() => continue,
                Value::Array(items) if items.iter().all(Value::is_string) => continue,
                Value::String(_) | Value::Null => ("is empty", "write it"),
                Value::Object(_) => {
                    ("is a mapping", "write plain text; put it in quotes if it holds a colon")
                }
                _ => ("is no text", "put it in quotes"),
            };
            let what = format!("the text for '{language}' {what}");
            self.report.add(self.doc.text_problem(at, language, what, remedy));
        }
        let mut lists = map.values().map(Value::is_array);
        if let Some(first) = lists.next()
            && lists.any(|list| list != first)
        {
            let what = "the text is a list in one language and a single text in another";
            self.report.add(self.doc.problem(at, what, "write a list in each language, or in none"));
        }
    }

    /// A text with a language too many: without this, it would be reported as "expected a string".
    fn foreign(&mut self, map: &Map<String, Value>, at: &str) {
        let languages = self.languages;
        let known = map.keys().any(|key| languages.contains(key));
        if !known || !map.keys().all(|key| is_language_tag(key)) {
            return;
        }
        for key in map.keys().filter(|key| !languages.contains(key)) {
            let what = format!("'{key}' is no language of company.yaml");
            let remedy = format!("remove the text, or add '{key}' to `languages`");
            self.report.add(self.doc.problem(&pointer::join(at, key), what, remedy));
        }
    }
}

/// Whether `text` looks like a BCP 47 tag: `de`, `gsw`, `pt-BR`.
pub(super) fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let primary = parts.next().unwrap_or_default();
    matches!(primary.len(), 2 | 3)
        && primary.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| matches!(part.len(), 1..=8) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn languages() -> Vec<String> {
        vec!["en".into(), "de".into()]
    }

    fn problems(yaml: &str) -> Vec<String> {
        let doc = Doc::read("a.yaml", yaml, 0).unwrap();
        let mut report = Report::default();
        check(&doc, &languages(), &mut report);
        report.problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn texts_become_strings_of_one_language() {
        let tree = json!({
            "name": {"en": "Door", "de": "Tür"},
            "keywords": {"en": ["a"], "de": ["b", "c"]},
            "plain": "VPN",
            "options": [{"label": {"en": "yes"}}],
            "visible_when": {"de": ["x", 1]},
            "empty": {},
        });
        let expected = json!({
            "name": "Tür",
            "keywords": ["b", "c"],
            "plain": "VPN",
            "options": [{"label": "yes"}],
            "visible_when": {"de": ["x", 1]},
            "empty": {},
        });
        assert_eq!(localise(&tree, &languages(), "de"), expected);
        assert_eq!(localise(&tree, &languages(), "en")["name"], json!("Door"));
    }

    #[test]
    fn a_missing_language_is_reported_where_it_is_missing() {
        assert_eq!(
            problems("- name: {en: A, de: B}\n- name:\n    en: A\n"),
            ["a.yaml:2: a language is missing; add the text for 'de'"]
        );
    }

    #[test]
    fn what_is_no_text_is_reported() {
        for (yaml, expected) in [
            ("n: {en: A, de: 14}", "a.yaml:1: the text for 'de' is no text; put it in quotes"),
            ("n:\n  en: A\n  de: ''", "a.yaml:3: the text for 'de' is empty; write it"),
            ("n: {en: [A], de: B}", "a list in one language"),
            ("n: {en: A, de: B, fr: C}", "'fr' is no language of company.yaml"),
            ("n: {en: A, de: {b: c}}", "the text for 'de' is a mapping"),
        ] {
            let found = problems(yaml);
            assert!(found.len() == 1 && found.iter().all(|p| p.contains(expected)), "{found:?}");
        }
        for fine in [
            "visible_when: {de: 1}",
            "formula: {de: 1}",
            "constraints: [{must: {en: 1}, message: {en: A, de: B}}]",
            "n: {}",
            "n: {en: A, de: B}",
            "n: {id: x, title: y}",
        ] {
            assert_eq!(problems(fine), Vec::<String>::new(), "{fine}");
        }
    }
}
