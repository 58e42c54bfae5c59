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
    form::{Condition, Constraint, DefaultFrom, FormOption, Formula, Narrowing, OptionsSource, Question},
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
    "messages",
    "required_when",
    "read_only_when",
    "constraints",
    "default",
    "default_from",
    "autocomplete",
    "sensitive",
];

/// Types that nobody answers: texts and pictures between questions.
const NOT_ASKED: &[&str] = &["heading", "paragraph", "image", "notice", "computed"];

/// What each type of question has of its own.
pub(super) const TYPES: &[(&str, &[&str])] = &[
    ("short_text", &["min_length", "max_length", "pattern", "pattern_message", "width"]),
    ("long_text", &["min_length", "max_length"]),
    ("rich_text", &["min_length", "max_length"]),
    ("number", &["min", "max", "integer", "unit", "price"]),
    ("currency", &["min", "max"]),
    ("yes_no", &["price"]),
    ("single_choice", &["options", "options_source", "display"]),
    ("many_choice", &["options", "options_source", "min_choices", "max_choices", "display"]),
    ("tree", &["options", "any_level", "levels"]),
    ("date", &["earliest", "latest"]),
    ("time", &["earliest", "latest"]),
    ("date_time", &["earliest", "latest"]),
    ("date_range", &["earliest", "latest", "min_days", "max_days"]),
    ("duration", &["min", "max"]),
    ("email", &[]),
    ("phone", &[]),
    ("url", &[]),
    ("ip_address", &["version", "network"]),
    ("rating", &["max", "low_label", "high_label"]),
    ("person", &["within", "narrowed_by"]),
    ("group", &[]),
    ("service", &[]),
    ("asset", &["within", "narrowed_by"]),
    ("location", &[]),
    ("file", &["max_files", "max_bytes", "accept"]),
    ("masked", &["min_length", "max_length", "pattern", "pattern_message"]),
    ("rows", &["questions", "min_rows", "max_rows", "row_label"]),
    ("computed", &["formula", "unit", "digits", "money", "hint"]),
    ("heading", &[]),
    ("paragraph", &["text"]),
    ("image", &["src", "alt"]),
    ("notice", &["text"]),
];

/// Words that the wire type would take for "a newer release knows".
const WORDS: &[(&str, &str, &[&str])] = &[
    ("short_text", "width", &["short", "full"]),
    ("single_choice", "display", &["radio", "select"]),
    ("many_choice", "display", &["checkboxes", "list"]),
    ("ip_address", "version", &["v4", "v6", "any"]),
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
    let asked: &[&str] = if NOT_ASKED.contains(&kind) { &[] } else { ASKED };
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
            "formula" => reads::<Formula>(value, doc, &at, report),
            "default_from" => reads::<DefaultFrom>(value, doc, &at, report),
            "options_source" => reads::<OptionsSource>(value, doc, &at, report),
            "narrowed_by" => reads::<Narrowing>(value, doc, &at, report),
            "options" => each(value, doc, &at, report, reads::<FormOption>),
            "constraints" => each(value, doc, &at, report, reads::<Constraint>),
            "questions" => each(value, doc, &at, report, |value, doc, at, report| {
                question(value, doc, at, report).is_some()
            }),
            _ => true,
        };
    }
    well
}

/// Reads each entry of a list, for the sake of exact places.
fn each(
    value: &Value,
    doc: &Doc,
    at: &str,
    report: &mut Report,
    read: fn(&Value, &Doc, &str, &mut Report) -> bool,
) -> bool {
    match value {
        Value::Array(entries) => entries
            .iter()
            .enumerate()
            .fold(true, |well, (n, entry)| read(entry, doc, &join(at, &n.to_string()), report) && well),
        _ => reads::<Vec<Value>>(value, doc, at, report),
    }
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
            (_, "required" | "sensitive" | "integer" | "any_level" | "network" | "money") => json!(true),
            ("number", "min" | "max") | (_, "default") => json!(1.5),
            (_, "min" | "max" | "digits" | "min_days" | "max_days" | "min_rows" | "max_rows") => json!(3),
            (_, "min_length" | "max_length" | "min_choices" | "max_choices" | "max_files" | "max_bytes") => {
                json!(3)
            }
            ("time", "earliest" | "latest") => json!("09:30"),
            (_, "earliest" | "latest") => json!(-3),
            (_, "messages") => json!({"too_long": "text"}),
            (_, "constraints") => json!([{"must": {"present": "p"}, "message": "text"}]),
            (_, "default_from") => json!({"person": "email"}),
            (_, "options_source") => json!({"list": "people", "narrowed_by": {"group": "p"}}),
            (_, "narrowed_by") => json!({"location": "p"}),
            (_, "formula") => json!({"sum": [{"number": 1.5}, {"answer": "p"}]}),
            (_, "questions") => json!([{"id": "c", "type": "location", "label": "C"}]),
            (_, "levels") => json!(["text"]),
            (_, "version") => json!("v4"),
            ("many_choice", "display") => json!("list"),
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
            // What nobody answers has fewer keys, and none of them would be lost.
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
            (
                "id: q\ntype: rows\nlabel: Who?\nquestions:\n  - {id: a, type: short_text, label: A}\n  - {id: b, type: nmuber, label: B}\n",
                "q.yaml:6: there is no type of question 'nmuber'; did you mean 'number'?",
            ),
            (
                "id: q\ntype: computed\nlabel: Sum\nformula:\n  sum:\n    - {answer: a}\n    - {anwser: b}\n",
                "q.yaml:7: `anwser` is no word of the format here",
            ),
            (
                "id: q\ntype: computed\nlabel: Sum\nformula: {number: 1}\nrequired: true\n",
                "q.yaml:5: unknown key 'required'",
            ),
            (
                "id: q\ntype: number\nlabel: N\nconstraints:\n  - {must: {gtt: [q, 1]}, message: No}\n",
                "q.yaml:5: `gtt` is no word of the format here",
            ),
            (
                "id: q\ntype: time\nlabel: When?\nearliest: 9:30\n",
                "q.yaml:4: '9:30' is no time of day; write HH:MM",
            ),
            (
                "id: q\ntype: tree\nlabel: Where?\noptions:\n  - id: de\n    label: DE\n    children:\n      - {id: berlin, label: 5}\n",
                "q.yaml:8: integer `5` does not fit here",
            ),
            ("id: q\ntype: ip_address\nlabel: IP\nversion: v5\n", "q.yaml:4: 'v5' is no version; "),
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
