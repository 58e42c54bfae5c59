//! The guide to forms: all of its examples, read as one form.

use super::super::{fixture::Fixture, question::TYPES};
use guichet_rules::{
    form::{Answers, Context, OPERATORS, Prefill},
    ids::ItemId,
};
use std::{collections::BTreeSet, fs, path::Path};

/// The YAML between the fences of the guide.
fn examples() -> Vec<String> {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/forms.md");
    let guide = fs::read_to_string(guide).unwrap();
    let mut examples = Vec::new();
    for rest in guide.split("```yaml\n").skip(1) {
        examples.push(rest.split("```").next().unwrap().to_owned());
    }
    examples
}

/// An item with the first form of the guide, every other question of it behind that one's, and its approvals.
fn item() -> String {
    let head = "\
id: token
category: access
name: Token
summary: Token
description: Token
verb: Token
icon: key
service: vpn
group: desk
delivery: 3wd
";
    let (mut form, mut questions, mut approvals) = (String::new(), String::new(), String::new());
    for example in examples() {
        if example.starts_with("form:") {
            form = example;
        } else if example.starts_with("approvals:") {
            approvals = example;
        } else {
            assert!(example.starts_with("- id:"), "{example}");
            // As deep as the questions of the first form.
            example.lines().for_each(|line| questions.push_str(&format!("        {line}\n")));
        }
    }
    format!("{head}{approvals}{form}{questions}")
}

fn fixture() -> Fixture {
    let fixture = Fixture::small();
    fixture.write("items/token.yaml", &item());
    for group in ["designers, name: Designers, kind: audience", "data-protection, name: DP, kind: audience"] {
        let from = "- {id: readers,";
        fixture.replace("groups.yaml", from, &format!("- {{id: {group}}}\n{from}"));
    }
    fixture
}

#[test]
fn the_examples_are_well() {
    assert_eq!(fixture().problems(), Vec::<String>::new());
}

#[test]
fn every_type_and_every_operator_has_an_example() {
    let content = fixture().load();
    let item = content.in_language("en").item(&ItemId::new("token").unwrap()).unwrap();
    let shown: BTreeSet<&str> =
        item.form.questions_and_columns().map(|question| question.kind.name()).collect();
    let types: BTreeSet<&str> = TYPES.iter().map(|(name, _)| *name).collect();
    assert_eq!(shown, types);

    let text = serde_json::to_string(item.form.form()).unwrap();
    for operator in OPERATORS {
        assert!(text.contains(&format!("{{\"{operator}\":")), "{operator} has no example");
    }
    for key in ["messages", "constraints", "options_source", "narrowed_by", "default_from", "required_when"] {
        assert!(text.contains(&format!("\"{key}\":")), "{key} has no example");
    }
}

#[test]
fn the_guide_names_every_problem_that_can_have_words_of_its_own() {
    let guide =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/forms.md")).unwrap();
    for code in guichet_rules::form::ProblemCode::WITH_MESSAGES {
        assert!(guide.contains(&format!("`{code}`")), "{code}");
    }
}

#[test]
fn the_form_of_the_guide_can_be_asked() {
    let content = fixture().load();
    let company = content.in_language("de");
    let item = company.item(&ItemId::new("token").unwrap()).unwrap();
    let matches = |pattern: &str, text: &str| company.matches(pattern, text);
    let today = "2026-11-21".parse().unwrap();
    let context = Context { today, groups: &[], matches: &matches, prefill: Prefill::nothing() };
    let given = serde_json::json!({
        "model": "design-16",
        "contact": "ada@elsewhere.example",
        "topic": "cad",
        "guests": [
            {"guest-name": "A", "guest-laptop": true, "guest-days": 2},
            {"guest-name": "B", "guest-laptop": true, "guest-days": 3},
        ],
    });
    let answers: Answers = serde_json::from_value(given).unwrap();
    let evaluation = item.form.evaluate(&answers, &context);
    for (question, asked) in [
        ("use", true),
        ("outside", true),
        ("engineering-project", true),
        ("reception", true),
        ("training-room", true),
        ("second-host", false),
        ("licence", false),
        ("rush", false),
    ] {
        assert_eq!(evaluation.question(question).map(|state| state.visible), Some(asked), "{question}");
    }
    let sent = serde_json::to_value(evaluation.submitted(&answers)).unwrap();
    assert_eq!((&sent["laptop-days"], &sent["rental"]), (&5.into(), &2250.into()));
    let missing: BTreeSet<&str> = evaluation.problems().map(|problem| problem.question.as_str()).collect();
    assert_eq!(missing, BTreeSet::from(["use", "cost-centre"]));
}
