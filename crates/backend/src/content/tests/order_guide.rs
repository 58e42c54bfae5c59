//! Order guides: the example of the documentation, those of the demo company, and what is said about their mistakes.

use super::super::{
    fixture::{Fixture, text_of},
    load,
};
use guichet_rules::{
    form::{Answers, Condition, Context, Prefill},
    guide::Include,
    ids::{GuideId, ItemId},
};
use std::{fs, path::Path};

/// A guide to the items of the small company.
const STARTER: &str = "\
id: starter
category: access
name: {en: Starter, de: Anfang}
summary: {en: All at once, de: Alles auf einmal}
description: {en: All of it., de: Alles.}
icon: key
items:
  - item: token
    quantity: 2
    when: {eq: [away, true]}
    because: {en: because of away, de: wegen auswärts}
    fills: {kind: kind, code: code}
form:
  version: 1
  pages:
    - id: all
      title: {en: All, de: Alles}
      questions:
        - {id: away, type: yes_no, label: {en: Away?, de: Auswärts?}}
        - id: kind
          type: single_choice
          label: {en: Which?, de: Welcher?}
          options: [{id: gold, label: Gold}]
        - {id: code, type: long_text, label: {en: Code, de: Code}}
        - {id: day, type: date, label: {en: Day, de: Tag}}
        - {id: pin, type: masked, label: PIN}
";

fn starter() -> Fixture {
    let fixture = Fixture::small();
    fixture.write("guides/starter.yaml", STARTER);
    fixture
}

#[test]
fn a_guide_is_read_in_each_language() {
    let content = starter().load();
    let guide = |language: &str| {
        let company = content.in_language(language);
        company.guides.get(&GuideId::new("starter").unwrap()).unwrap().clone()
    };
    assert_eq!((guide("en").name.as_str(), guide("de").name.as_str()), ("Starter", "Anfang"));
    let line = guide("de").items[0].clone();
    assert_eq!((line.include, line.quantity), (Include::Always, 2));
    assert_eq!(line.because.as_deref(), Some("wegen auswärts"));
    assert!(matches!(line.when, Some(Condition::Eq(..))));
    let form = content.in_language("de").newest_form(&guide("de").form.id).cloned();
    assert_eq!(form.map(|form| form.version), Some(1), "look-ups find its questions");
}

#[test]
fn each_mistake_is_named_with_its_line_and_remedy() {
    for (from, to, expected) in [
        ("item: token", "item: tokn", "8: there is no catalog item 'tokn'; did you mean 'token'?"),
        ("quantity: 2", "quantity: 3", "9: 3 cannot be ordered at once; write 1 to 2"),
        ("quantity: 2", "include: somtimes", "9: 'somtimes' means nothing here; write one of always"),
        ("eq: [away, true]", "eq: [awy, true]", "10: "),
        ("{kind: kind,", "{kynd: kind,", "12: the item 'token' has no question 'kynd'; did you mean 'kind'?"),
        ("{kind: kind,", "{kind: kynd,", "12: the guide has no question 'kynd'; did you mean 'kind'?"),
        (
            "code: code}",
            "code: day}",
            "12: 'day' is answered with date, 'code' with short_text; ask for short_text",
        ),
        ("code: code}", "code: pin}", "12: 'pin' is answered with masked"),
        (
            "code: code}",
            "hurry: code}",
            "12: 'code' is answered with long_text, 'hurry' with notice; leave it",
        ),
        (
            "{id: gold, label: Gold}",
            "{id: silver, label: S}",
            "12: 'kind' has no option 'silver', which 'kind' offers",
        ),
        (
            "name: {en: Starter, de: Anfang}",
            "name: {en: Starter}",
            "3: a language is missing; add the text for 'de'",
        ),
        ("id: starter", "id: begin", "1: the id 'begin' is not the name of the file"),
        ("icon: key", "icon: lock", "6: 'lock' means nothing here"),
        ("category: access", "category: acess", "2: there is no category 'acess'; did you mean 'access'?"),
        ("because: {en", "becuase: {en", "11: unknown key 'becuase'; did you mean 'because'?"),
        ("de: Alles.}", "de: '<b>Alles</b>'}", "5: raw HTML <b>"),
    ] {
        let fixture = starter();
        fixture.replace("guides/starter.yaml", from, to);
        let problems = fixture.problems();
        let expected = format!("guides/starter.yaml:{expected}");
        assert!(problems.iter().any(|problem| problem.starts_with(&expected)), "{expected}: {problems:#?}");
    }
}

#[test]
fn a_text_of_an_item_that_fits_a_guide_no_longer_is_told_so() {
    let sources = starter().load().sources;
    let (token, text) = (ItemId::new("token").unwrap(), text_of("items/token.yaml"));
    let said = |from: &str, to: &str| -> Vec<String> {
        assert!(text.contains(from), "{from}");
        let draft = sources.draft(&token, &text.replacen(from, to, 1));
        draft.problems.iter().map(ToString::to_string).collect()
    };
    assert!(said("Which?", "Which one?").is_empty());
    for (from, to, expected) in [
        ("id: code\n", "id: kode\n", "guides/starter.yaml:12: the item 'token' has no question 'code'"),
        ("quantity: 2", "quantity: 1", "guides/starter.yaml:9: 2 cannot be ordered at once"),
    ] {
        let expected = format!("items/token.yaml: it no longer fits {expected}");
        let found = said(from, to);
        assert_eq!(found.len(), 1, "in both languages the same: {found:#?}");
        assert!(found[0].starts_with(&expected), "{expected}: {found:#?}");
    }
}

#[test]
fn an_item_is_in_a_guide_once() {
    let fixture = starter();
    fixture.replace("guides/starter.yaml", "form:\n", "  - {item: token}\nform:\n");
    let problems = fixture.problems();
    assert!(
        problems.iter().any(|problem| problem.contains("the item 'token' is there twice")),
        "{problems:?}"
    );
}

/// The YAML of the section about guides.
fn example() -> String {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/content.md");
    let guide = fs::read_to_string(guide).unwrap();
    let section = guide.split("## guides/<id>.yaml").nth(1).unwrap();
    section.split("```yaml\n").nth(1).unwrap().split("```").next().unwrap().to_owned()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (entry, name) = (entry.as_ref().unwrap().path(), entry.as_ref().unwrap().file_name());
        if entry.is_dir() {
            copy(&entry, &to.join(name));
        } else {
            fs::copy(&entry, to.join(name)).unwrap();
        }
    }
}

#[test]
fn the_example_of_the_documentation_is_well() {
    let folder = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/demo"), folder.path());
    fs::write(folder.path().join("guides/new-employee.yaml"), example()).unwrap();
    let content = load(folder.path()).unwrap_or_else(|report| panic!("{report}"));
    let company = content.in_language("en");
    let guide = company.guides.get(&GuideId::new("new-employee").unwrap()).unwrap();
    let matches = |pattern: &str, text: &str| company.matches(pattern, text);
    let today = "2026-11-21".parse().unwrap();
    let context = Context { today, groups: &[], matches: &matches, prefill: Prefill::nothing() };
    for (remote, offered) in [(true, 3), (false, 2)] {
        let given = serde_json::json!({"model": "developer-14", "remote": remote, "cost-centre": "4200"});
        let answers: Answers = serde_json::from_value(given).unwrap();
        let evaluation = guide.form.evaluate(&answers, &context);
        assert_eq!(evaluation.problems().count(), 0);
        let holds = |condition: &Condition| evaluation.holds(condition, &context);
        let count = guide.items.iter().filter(|line| line.standing(&holds, None).offered).count();
        assert_eq!(count, offered);
        let laptop = company.item(&ItemId::new("laptop").unwrap()).unwrap();
        let filled = guide.items[0].filled(&evaluation.submitted(&answers), &laptop.form);
        assert_eq!(serde_json::to_value(filled).unwrap()["model"], "developer-14");
    }
}
