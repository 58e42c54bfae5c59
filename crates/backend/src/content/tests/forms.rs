//! What is said about the mistakes of a form: each with its file, line, column and remedy.

use super::super::fixture::Fixture;

/// The last question of the fixture's form, below its id. The id is in line 45.
const LAST: &str = "  type: notice\n          text: {en: It takes a week, de: Es dauert eine Woche}";

/// What is said of a form whose last question is like this, written as if the form's questions began at the margin.
fn said(question: &str) -> Vec<String> {
    let fixture = Fixture::small();
    fixture.replace("items/token.yaml", LAST, &question.replace('\n', "\n        "));
    match crate::content::load(fixture.dir()) {
        Ok(content) => content.warnings.iter().map(|problem| format!("{problem:#}")).collect(),
        Err(report) => report.problems.iter().map(|problem| format!("{problem:#}")).collect(),
    }
}

#[test]
fn what_a_form_can_never_do_is_found_where_it_is() {
    for (question, expected) in [
        (
            "  type: email\n  label: L\n  visible_when: {and: [{eq: [kind, gold]}, {eq: [kind, plain]}]}",
            "48:11: no allowed answers make this condition hold, so that it is never asked; mend the condition",
        ),
        (
            "  type: email\n  label: L\n  required: true\n  visible_when: {and: [{present: kind}, {not: {present: kind}}]}",
            "49:11: the question is required, and no allowed answers make this condition hold, so that it can never be shown; mend",
        ),
        (
            "  type: email\n  label: L\n  required_when: {and: [{eq: [kind, gold]}, {ne: [kind, gold]}]}",
            "48:11: no allowed answers make this condition hold; mend the condition, or remove it",
        ),
        // It is only asked for gold, and then it is never plain.
        (
            "  type: email\n  label: L\n  visible_when: {eq: [kind, gold]}\n  read_only_when: {eq: [kind, plain]}",
            "49:11: no allowed answers make this condition hold; mend",
        ),
        (
            "  type: single_choice\n  label: L\n  options:\n    - {id: a, label: A}\n    - id: b\n      label: B\n      visible_when: {and: [{eq: [kind, gold]}, {eq: [kind, plain]}]}",
            "52:15: no allowed answers put the option 'b' on offer; mend its condition, or remove the option",
        ),
        (
            "  type: number\n  label: L\n  min: 5\n  max: 3",
            "48:11: `min` is beyond `max`; make it smaller, or that greater",
        ),
        (
            "  type: email\n  label: L\n  visible_when: {length: [code, {between: [3, 2]}]}",
            "48:11: no number of things is like this; use 0 or more, the smaller number first",
        ),
    ] {
        expect(question, expected);
    }
}

#[test]
fn names_that_lead_nowhere_are_found_where_they_are() {
    for (question, expected) in [
        (
            "  type: email\n  label: L\n  visible_when: {eq: [sort, gold]}",
            "48:11: the condition names 'sort', which is no earlier question; name a question that is asked before",
        ),
        (
            "  type: email\n  label: L\n  visible_when: {present: last}\n- id: last\n  type: email\n  label: M",
            "48:11: the condition names 'last', which is no earlier question; name a question that is asked before",
        ),
        (
            "  type: email\n  label: L\n  visible_when: {present: last}\n- id: last\n  type: email\n  label: M\n  visible_when: {present: hurry}",
            "48:11: the questions go round in a circle: hurry -> last -> hurry; let the question",
        ),
        (
            "  type: notice\n  text: T\n- id: last\n  type: email\n  label: M\n  visible_when: {present: hurry}",
            "51:11: the condition names 'hurry', which is only shown and has no answer; name a question that is answered",
        ),
        (
            "  type: rows\n  label: L\n  questions: [{id: name, type: email, label: N}]\n- id: last\n  type: email\n  label: M\n  visible_when: {present: name}",
            "52:11: the condition names 'name', of which there is one in each row of 'hurry'; ask with `any`",
        ),
        (
            "  type: email\n  label: L\n  visible_when: {eq: [kind, silver]}",
            "48:11: 'kind' has no option 'silver'; compare with a value that the question can have",
        ),
        (
            "  type: email\n- id: kind\n  type: email\n  label: M",
            "47:11: the id 'kind' is there twice; give each question",
        ),
    ] {
        expect(question, expected);
    }
}

#[test]
fn what_a_question_lacks_is_found_where_it_is() {
    for (question, expected) in [
        ("  type: email", "45:11: the question has no label; add a `label`: what is asked"),
        ("  type: email\n  label: {de: L}", "47:11: a language is missing; add the text for 'en'"),
        (
            "  type: single_choice\n  label: L",
            "45:11: the choice has no options; add at least one option, or name an `options_source`",
        ),
        (
            "  type: many_choice\n  label: L\n  options: [{id: a, label: A}]\n  options_source: {list: people}",
            "49:11: the choice has `options` and `options_source`; keep one of the two",
        ),
        (
            "  type: rows\n  label: L\n  questions: []",
            "48:11: the rows have no questions; add at least one question",
        ),
        (
            "  type: short_text\n  label: L\n  pattern: '[a-z]'",
            "48:11: a pattern without `pattern_message`; say in `pattern_message` what to enter",
        ),
        (
            "  type: masked\n  label: L\n  default: hush",
            "48:11: a secret with an answer that is there at first",
        ),
        (
            "  type: rating\n  label: L\n  max: 12",
            "48:11: the scale has fewer than 2 or more than 10 steps; use 2 to 10",
        ),
        (
            "  type: image\n  src: https://a.example/a.png\n  alt: {en: A, de: B}",
            "47:11: the picture is on another server, which a portal's policy does not allow; use a path",
        ),
    ] {
        expect(question, expected);
    }
}

#[test]
fn prices_below_nothing_are_found_where_they_are() {
    for (question, expected) in [
        (
            "  type: yes_no\n  label: L\n  price: {monthly: -5}",
            "48:11: the price is negative; use 0 or more, in minor units",
        ),
        (
            "  type: number\n  label: L\n  integer: true\n  price: {one_off: -1}",
            "49:11: the price is negative; use 0 or more",
        ),
        (
            "  type: many_choice\n  label: L\n  options:\n    - id: a\n      label: A\n      price: {yearly: -1}",
            "51:15: the price is negative; use 0 or more",
        ),
        (
            "  type: number\n  label: L\n  price: {one_off: 5}",
            "48:11: each is charged, and the number may have a fraction; add `integer: true`",
        ),
        (
            "  type: number\n  label: L\n  integer: true\n  min: -2\n  price: {one_off: 5}",
            "49:11: warning: each is charged, and fewer than none can be asked for; set `min` to 0 or more",
        ),
    ] {
        expect(question, expected);
    }
}

#[test]
fn what_could_be_better_keeps_no_folder_from_being_read() {
    let fixture = Fixture::small();
    fixture.replace("items/token.yaml", "required: true", "because: {en: A, de: B}");
    let content = fixture.load();
    let said: Vec<String> = content.warnings.iter().map(|problem| format!("{problem:#}")).collect();
    assert_eq!(said.len(), 1, "{said:?}");
    let expected =
        "items/token.yaml:34:11: warning: `because` is never shown: the question is always asked; remove it";
    assert!(said[0].starts_with(expected), "{said:?}");
    assert!(Fixture::small().load().warnings.is_empty());
}

#[test]
fn a_step_that_asks_those_alone_who_left_is_told_of() {
    let fixture = Fixture::small();
    fixture.replace("people.yaml", "- id: cleo\n", "- id: cleo\n  active: false\n");
    fixture.replace("items/token.yaml", "{group: bosses}", "{people: [cleo]}");
    let said: Vec<String> = fixture.load().warnings.iter().map(|problem| format!("{problem:#}")).collect();
    let told = "warning: nobody whom the step names is active; name somebody who is active";
    assert!(
        said.len() == 1 && said[0].starts_with("items/token.yaml:21:") && said[0].contains(told),
        "{said:?}"
    );
}

fn expect(question: &str, expected: &str) {
    let said = said(question);
    let expected = format!("items/token.yaml:{expected}");
    assert!(said.iter().any(|problem| problem.starts_with(&expected)), "{question}\n{expected}\n{said:#?}");
}
