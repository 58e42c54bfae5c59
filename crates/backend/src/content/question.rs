//! One question of a form, read strictly.
//!
//! The wire type of a question tolerates whatever a newer release may send. In content, a word that nobody knows is a slip
//! of the finger: `requird: true` would publish a form that asks for nothing. So the keys and words of each type of question
//! are written down here, and a test keeps them equal to what the rules read.

use super::{
    ContentProblem, Doc, Report,
    explain::explain,
    keys::did_you_mean,
    pointer::join,
    read::{read, unknown_key},
};
use guichet_rules::{
    form::{Condition, FormOption, Question},
    money::Amounts,
};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Keys of everything on a page, whether it is answered or only shown.
const SHOWN: &[&str] = &["id", "type", "label", "visible_when", "because"];

/// Keys of every question that is answered.
const ASKED: &[&str] = &[
    "hint",
    "required",
    "required_message",
    "required_when",
    "read_only_when",
    "default",
    "autocomplete",
    "sensitive",
];

/// What each type of question has of its own.
const TYPES: &[(&str, &[&str])] = &[
    ("short_text", &["min_length", "max_length", "pattern", "pattern_message", "width"]),
    ("long_text", &["min_length", "max_length"]),
    ("number", &["min", "max", "integer", "unit"]),
    ("yes_no", &["price"]),
    ("single_choice", &["options", "display"]),
    ("many_choice", &["options", "min_choices", "max_choices"]),
    ("date", &["earliest", "latest"]),
    ("person", &["within"]),
    ("service", &[]),
    ("asset", &["within"]),
    ("location", &[]),
    ("file", &["max_files", "max_bytes", "accept"]),
    ("heading", &[]),
    ("paragraph", &["text"]),
    ("notice", &["text"]),
];

/// Words that the wire type would take for "a newer release knows".
const WORDS: &[(&str, &str, &[&str])] = &[
    ("short_text", "width", &["short", "full"]),
    ("single_choice", "display", &["radio", "select"]),
    ("person", "within", &["everyone", "reports"]),
    ("asset", "within", &["mine", "everyone"]),
];

/// Reads the question at `at`.
pub(super) fn question(value: &Value, doc: &Doc, at: &str, report: &mut Report) -> Option<Question> {
    let Value::Object(map) = value else {
        report.add(doc.problem(at, "this is no question", "write a mapping with `id`, `type` and `label`"));
        return None;
    };
    let kind = map.get("type").and_then(Value::as_str).unwrap_or_default();
    let Some((_, own)) = TYPES.iter().find(|(name, _)| *name == kind) else {
        report.add(no_such_type(map, kind, doc, at));
        return None;
    };
    let display = ["heading", "paragraph", "notice"].contains(&kind);
    let asked: &[&str] = if display { &[] } else { ASKED };
    let known = || SHOWN.iter().chain(asked).chain(*own).copied();
    for key in map.keys().filter(|key| !known().any(|known| known == key.as_str())) {
        report.add(unknown_key(doc, &join(at, key), key, known().filter(|known| !map.contains_key(*known))));
    }
    for (_, key, words) in WORDS.iter().filter(|(of, ..)| *of == kind) {
        if let Some(word) = map.get(*key).and_then(Value::as_str).filter(|word| !words.contains(word)) {
            let remedy = did_you_mean(word, words.iter().copied(), &format!("write {}", words.join(" or ")));
            report.add(doc.problem(&join(at, key), format!("'{word}' is no {key}"), remedy));
        }
    }
    if !parts_are_well(map, doc, at, report) {
        return None;
    }
    match serde_json::from_value(value.clone()) {
        Ok(question) => Some(question),
        Err(error) => {
            let place = culprit(map).map_or_else(|| at.to_owned(), |key| join(at, key));
            let (what, remedy) = explain(&error.to_string());
            report.add(doc.problem(&place, what, remedy));
            None
        }
    }
}

fn no_such_type(map: &Map<String, Value>, kind: &str, doc: &Doc, at: &str) -> ContentProblem {
    let names = || TYPES.iter().map(|(name, _)| *name);
    let listed = names().collect::<Vec<_>>().join(", ");
    if map.contains_key("type") {
        let remedy = did_you_mean(kind, names(), &format!("use one of {listed}"));
        doc.problem(&join(at, "type"), format!("there is no type of question '{kind}'"), remedy)
    } else {
        doc.problem(at, "`type` is missing", format!("add it: one of {listed}"))
    }
}

/// Reads the parts that have a structure of their own, for the sake of exact places: a question as a whole is read in one
/// piece, and an error in it names the question only.
fn parts_are_well(map: &Map<String, Value>, doc: &Doc, at: &str, report: &mut Report) -> bool {
    let mut well = true;
    for (key, value) in map.iter().filter(|(_, value)| !value.is_null()) {
        let at = join(at, key);
        well &= match key.as_str() {
            "visible_when" | "required_when" | "read_only_when" => {
                reads::<Condition>(value, doc, &at, report)
            }
            "price" => reads::<Amounts>(value, doc, &at, report),
            "options" => match value {
                Value::Array(options) => options.iter().enumerate().fold(true, |well, (n, option)| {
                    reads::<FormOption>(option, doc, &join(&at, &n.to_string()), report) && well
                }),
                _ => reads::<Vec<FormOption>>(value, doc, &at, report),
            },
            _ => true,
        };
    }
    well
}

fn reads<T: DeserializeOwned>(value: &Value, doc: &Doc, at: &str, report: &mut Report) -> bool {
    read::<T>(value, doc, at, report).is_some()
}

/// The key without which the question could be read.
fn culprit(map: &Map<String, Value>) -> Option<&str> {
    map.keys().map(String::as_str).find(|key| {
        let mut without = map.clone();
        without.remove(*key);
        serde_json::from_value::<Question>(Value::Object(without)).is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A value for each key, other than its default, so that it survives being written again.
    fn sample(kind: &str, key: &str) -> Value {
        match (kind, key) {
            (_, "id") => json!("q"),
            (_, "type") => json!(kind),
            (_, "visible_when" | "required_when" | "read_only_when") => json!({"present": "p"}),
            (_, "required" | "sensitive" | "integer") => json!(true),
            (_, "default" | "min" | "max") => json!(1.5),
            (_, "min_length" | "max_length" | "min_choices" | "max_choices" | "max_files" | "max_bytes") => {
                json!(3)
            }
            (_, "earliest" | "latest") => json!(-3),
            (_, "price") => json!({"monthly": 5}),
            (_, "options") => json!([{"id": "o", "label": "O"}]),
            (_, "accept") => json!(["image/*"]),
            (_, "width") => json!("short"),
            (_, "display") => json!("select"),
            ("person", "within") => json!("reports"),
            ("asset", "within") => json!("mine"),
            _ => json!("text"),
        }
    }

    #[test]
    fn every_key_written_down_here_is_one_that_the_rules_read() {
        for (kind, own) in TYPES {
            let keys = SHOWN.iter().chain(ASKED).chain(*own);
            let whole: Map<String, Value> = keys.map(|key| ((*key).to_owned(), sample(kind, key))).collect();
            let question: Question = serde_json::from_value(Value::Object(whole.clone())).unwrap();
            assert_eq!(serde_json::to_value(question).unwrap(), Value::Object(whole), "{kind}");
        }
    }

    fn problems(yaml: &str) -> Vec<String> {
        let doc = Doc::read("q.yaml", yaml, 0).unwrap();
        let mut report = Report::default();
        let read = question(&doc.value, &doc, "", &mut report);
        assert!(read.is_some() || !report.problems.is_empty());
        report.problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn slips_are_found_where_they_are() {
        for (yaml, expected) in [
            (
                "id: q\ntype: short_text\nlable: What?\n",
                "q.yaml:3: unknown key 'lable'; did you mean 'label'?",
            ),
            (
                "id: q\ntype: short_txt\nlabel: What?\n",
                "q.yaml:2: there is no type of question 'short_txt'; did you mean 'short_text'?",
            ),
            ("id: q\nlabel: What?\n", "q.yaml:1: `type` is missing"),
            ("id: q\ntype: short_text\nlabel: What?\nmax_length: many\n", "q.yaml:4: "),
            (
                "id: q\ntype: short_text\nlabel: What?\nwidth: shrot\n",
                "q.yaml:4: 'shrot' is no width; did you mean 'short'?",
            ),
            (
                "id: q\ntype: person\nlabel: Who?\nwithin: mine\n",
                "q.yaml:4: 'mine' is no within; write everyone or reports",
            ),
            ("id: q\ntype: notice\ntext: Look\nrequired: true\n", "q.yaml:4: unknown key 'required'"),
            ("id: q\ntype: notice\n", "q.yaml:1: `text` is missing"),
            (
                "id: q\ntype: yes_no\nlabel: Yes?\nprice: {montly: 3}\n",
                "q.yaml:4: unknown key 'montly'; did you mean 'monthly'?",
            ),
            (
                "id: q\ntype: single_choice\nlabel: Which?\noptions:\n  - {id: a, label: A}\n  - id: b\n    label: 14\n",
                "q.yaml:7: integer `14` does not fit here; put it in quotes",
            ),
            (
                "id: q\ntype: yes_no\nlabel: Yes?\nvisible_when: {equals: [a, b]}\n",
                "q.yaml:4: `equals` is no word of the format here",
            ),
            ("- id: q\n", "q.yaml:1: this is no question"),
        ] {
            let found = problems(yaml);
            assert!(
                found.len() == 1 && found.iter().all(|p| p.starts_with(expected)),
                "{expected}: {found:?}"
            );
        }
        assert_eq!(problems("id: q\ntype: location\nlabel: Where?\nrequired: true\n"), Vec::<String>::new());
    }
}
