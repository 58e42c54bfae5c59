//! What is said about the mistakes of a folder.

use super::super::{fixture::Fixture, load};
use std::path::Path;

/// What is said once `to` stands in the place of `from`.
fn problems_with(file: &str, from: &str, to: &str) -> Vec<String> {
    let fixture = Fixture::small();
    fixture.replace(file, from, to);
    fixture.problems()
}

#[test]
fn each_mistake_is_named_with_its_line_and_remedy() {
    for (file, mistakes) in [
        (
            "company.yaml",
            &[
                ("EUR", "euro", "4: 'euro' is no currency; use the three capital letters"),
                (
                    "calendar: office",
                    "calendar: offcie",
                    "5: there is no calendar 'offcie'; did you mean 'office'?",
                ),
                ("[en, de]", "[en, de, Deutsch]", "3: \"Deutsch\" is no language"),
                ("currency", "curency", "4: unknown key 'curency'"),
            ][..],
        ),
        (
            "priorities.yaml",
            &[
                ("  - [2]", "  - [3]", "9: the matrix uses priority 3"),
                ("  - [2]\n", "", "9: the matrix has 1 rows for 2 impacts; write one row"),
                ("3wd", "3 days", "8: '3 days' is no duration; write a whole number"),
                ("{id: me,", "{id: all,", "3: the id 'all' is there twice, first in line 2"),
            ][..],
        ),
        (
            "locations.yaml",
            &[(
                "field_group: desk",
                "field_group: dask",
                "1: there is no group 'dask'; did you mean 'desk'?",
            )][..],
        ),
        (
            "calendars/office.yaml",
            &[
                ("Europe/Berlin", "Europe/Bärlin", "3: 'Europe/Bärlin' is no time zone"),
                (
                    "Europe/Berlin",
                    "Europe/Berlon",
                    "3: the time zone 'Europe/Berlon' is not in the IANA database",
                ),
                ("[[\"09:00\", \"17:00\"]]", "[[\"9\", \"17:00\"]]", "6: '9' is no time of day; write HH:MM"),
                (
                    "id: office",
                    "id: bureau",
                    "1: the id 'bureau' is not the name of the file; name the file calendars/bureau.yaml",
                ),
            ][..],
        ),
        ("calendars/always.yaml", &[("[[\"00:00\", \"24:00\"]]", "[]", "5: the calendar never opens")][..]),
        (
            "groups.yaml",
            &[
                ("id: readers", "id: desk", "3: the id 'desk' is there twice, first in line 1"),
                ("kind: audience", "kind: assignment", "3: nobody who is active is in the group 'readers'"),
                ("[desk, admin]", "[desk, admim]", "2: 'admim' means nothing here; did you mean 'admin'?"),
                ("id: readers", "id: Readers", "3: 'Readers' is no id"),
            ][..],
        ),
        (
            "people.yaml",
            &[
                ("manager: ada", "manager: eve", "17: there is no person 'eve'"),
                ("  manager: ada\n", "", "11: 'bob' has no manager, and neither has 'ada'"),
                ("  manager: ada\n", "  manager: cleo\n", "17: nobody is at the top of bob -> cleo -> bob"),
                ("[desk]", "[desk, contractors]", "18: \"contractors\" follows from `employment`; remove it"),
                (
                    "cost_centre: \"100\"",
                    "cost_centre: 100",
                    "9: integer `100` does not fit here; put it in quotes",
                ),
                (
                    "employment: intern",
                    "employment: interm",
                    "29: 'interm' means nothing here; did you mean 'intern'?",
                ),
                (
                    "{en: Agent, de: Mitarbeiter}",
                    "{en: Agent}",
                    "14: a language is missing; add the text for 'de'",
                ),
            ][..],
        ),
        (
            "services.yaml",
            &[
                (
                    "status: working",
                    "status: fine",
                    "6: 'fine' means nothing here; write one of working, degraded, down, maintenance",
                ),
                ("  name: VPN\n", "", "1: `name` is missing; add it"),
            ][..],
        ),
        (
            "announcements.yaml",
            &[
                ("[vpn]", "[email]", "5: there is no service 'email'"),
                (
                    "zone: Europe/Berlin",
                    "zone: Berlin",
                    "7: the time zone 'Berlin' is not in the IANA database",
                ),
                ("\"20:00\"", "\"8 pm\"", "6: "),
            ][..],
        ),
        (
            "assets.yaml",
            &[
                (
                    "kind: laptop",
                    "kind: laptpo",
                    "1: `laptpo` is no word of the format here; write one of `laptop`",
                ),
                ("2024-03-11", "11.3.2024", "1: "),
            ][..],
        ),
        (
            "categories.yaml",
            &[("icon: key", "icon: lock", "1: 'lock' means nothing here; write one of laptop, phone")][..],
        ),
        (
            "items/token.yaml",
            &[
                (
                    "de: Kommt per Post.",
                    "de: \"Kommt ![per](post.png) Post.\"",
                    "7: the picture 'post.png' would not be shown",
                ),
                (
                    "category: access",
                    "category: acess",
                    "2: there is no category 'acess'; did you mean 'access'?",
                ),
                (
                    "{group: employees}",
                    "{group: employes}",
                    "16: there is no group 'employes'; did you mean 'employees'?",
                ),
                (
                    "{employment: contractor}",
                    "{employed: contractor}",
                    "16: `employed` is no word of the format here",
                ),
                ("count: 1", "count: 2", "22: 2 have to agree and 1 can be asked; ask for 1 to 1"),
                ("count: 1", "percent: 0", "22: this is no percentage"),
                ("{group: bosses}", "{people: []}", "21: the step names nobody; list at least one person"),
                (
                    "{group: bosses}\n    policy: {count: 1}",
                    "{people: [ada, ada]}\n    policy: {count: 2}",
                    "22: 2 have to agree and 1 can be asked; ask for 1 to 1",
                ),
                (
                    "when: {answers: {eq: [kind, gold]}}",
                    "when: {answers: {eq: [kind, silver]}}",
                    "23: 'kind' has no option 'silver'",
                ),
                (
                    "when: {answers: {eq: [kind, gold]}}",
                    "when: {answers: {eq: [color, gold]}}",
                    "23: the condition names 'color', which is no earlier question",
                ),
                (
                    "when: {answers: {eq: [kind, gold]}}",
                    "when: {answers: {member_of: bossses}}",
                    "23: there is no group 'bossses'; did you mean 'bosses'?",
                ),
                (
                    "visible_when: {ne: [kind, gold]}",
                    "visible_when: {ne: [sort, gold]}",
                    "42: the condition names 'sort', which is no earlier question",
                ),
                (
                    "visible_when: {ne: [kind, gold]}",
                    "visible_when: {and: [{eq: [kind, gold]}, {eq: [kind, plain]}]}",
                    "42: no allowed answers make this condition hold, so that it is never asked; mend the condition",
                ),
                (
                    "visible_when: {ne: [kind, gold]}",
                    "visible_when: {length: [kind, {ge: 2}]}",
                    "42: the answer to 'kind' has no length; name a text",
                ),
                (
                    "visible_when: {ne: [kind, gold]}",
                    "visible_when: {matches: [kind, '(?i)x']}",
                    "42: the pattern uses '(?'",
                ),
                (
                    "when: {answers: {eq: [kind, gold]}}",
                    "when: {answers: {and: [{eq: [kind, gold]}, {not: {present: kind}}]}}",
                    "23: no allowed answers make this condition hold",
                ),
                (
                    "label: {en: Gold, de: Gold},",
                    "label: {en: Gold, de: Gold}, visible_when: {eq: [kind, plain]},",
                    "38: the condition names 'kind', which is no earlier question",
                ),
                (
                    "pattern_message: {en: Enter four digits, de: Geben Sie vier Ziffern ein}",
                    "messages: {pattern: {en: A, de: B}, too_loud: {en: A, de: B}}",
                    "44: there is no problem 'too_loud' to have a message for",
                ),
                (
                    "type: notice\n          text: {en: It takes a week, de: Es dauert eine Woche}",
                    "type: rows\n          label: {en: Who, de: Wer}\n          questions:\n            - {id: a, type: number, label: A, visible_when: {gt: [b, 1]}}",
                    "49: the condition names 'b', which is no earlier question",
                ),
                (
                    "type: notice\n          text: {en: It takes a week, de: Es dauert eine Woche}",
                    "type: computed\n          label: {en: Sum, de: Summe}\n          formula: {answer: code}",
                    "48: 'code' is not answered with a number; name a number",
                ),
                ("default: plain", "default: silver", "35: 'kind' has no option 'silver'"),
                ("default: plain", "default: 3", "35: the default is no answer to this type of question"),
                ("default: plain", "requird: true", "35: unknown key 'requird'; "),
                ("'\\d{4}'", "'(?i)\\d{4}'", "43: the pattern uses '(?'"),
                ("version: 1", "version: 0", "26: the version is 0"),
                ("{one_off: 1000}", "{one_off: -1000}", "14: the price is negative"),
                ("quantity: 2", "quantity: 0", "18: nobody can order 0 of it"),
                (
                    "order_for: reports",
                    "order_for: report",
                    "17: 'report' means nothing here; did you mean 'reports'?",
                ),
                ("de: Kommt per Post.", "de: Kommt <b>sofort</b>.", "7: raw HTML <b>"),
            ][..],
        ),
        (
            "articles/lost-token.en.md",
            &[
                ("article:no-token", "article:none", "12: there is no article 'none'"),
                ("item:token", "item:tokens", "12: there is no catalog item 'tokens'; did you mean 'token'?"),
                ("article:no-token", "no-token.md", "12: the link 'no-token.md' leads nowhere"),
                (
                    "article:no-token",
                    "javascript:alert(1)",
                    "12: the link 'javascript:alert(1)' leads nowhere",
                ),
                (
                    "article:no-token",
                    "https:help",
                    "12: the link 'https:help' leads nowhere; write article:ID",
                ),
                (
                    "or see",
                    "or see\n![it](https://a.example/token.png)",
                    "13: the picture 'https://a.example/token.png' would not be shown: portals fetch",
                ),
                (
                    "or see",
                    "![it](/itsm/v1/attachments/a1)",
                    "12: the picture '/itsm/v1/attachments/a1' would not be shown: it belongs",
                ),
                ("article:no-token", "#lots", "12: the link '#lots' leads to no heading of this text; give"),
                (
                    "Ask for",
                    "## Lost\n\n[Up](#lots). Ask for",
                    "14: the link '#lots' leads to no heading of this text; did you mean '#lost'?",
                ),
                ("or see", "![it](picture:token.png)", "12: there is no picture 'token.png'; add it to"),
                ("or see", "![](picture:token.png)", "12: the picture has no description; write what"),
                ("owner: desk", "owner: dsk", "8: there is no group 'dsk'; did you mean 'desk'?"),
                (
                    "2026-09-14",
                    "2026-09-14\nhistory: [{version: 1, date: 2026-01-01, author: eve}]",
                    "10: there is no person 'eve'",
                ),
                (
                    "2026-09-14",
                    "2026-09-14\nhistory:\n  - {version: 1, date: 2026-01-01}\n  - {version: 1, date: 2026-02-01}",
                    "12: version 1 is there twice; give",
                ),
                (
                    "2026-09-14",
                    "2026-09-14\nhistory: [{version: 0, date: 2026-01-01}]",
                    "10: there is no version 0; count",
                ),
            ][..],
        ),
        (
            "articles/lost-token.de.md",
            &[
                ("Text\n", "One\n\n<div>two</div>\n", "14: raw HTML"),
                ("reviewed: 2026-09-14", "reviewed: lately", "9: "),
                (
                    "owner: desk",
                    "owner: desk\nvisible_to: {group: raeders}",
                    "9: there is no group 'raeders'; did you mean 'readers'?",
                ),
            ][..],
        ),
    ] {
        for (from, to, expected) in mistakes {
            let problems = problems_with(file, from, to);
            let expected = format!("{file}:{expected}");
            assert!(
                problems.iter().any(|p| p.starts_with(&expected)),
                "{to:?}: expected {expected:?}, found {problems:#?}"
            );
            for problem in &problems {
                assert!(problem.contains("; "), "no remedy: {problem}");
            }
        }
    }
}

#[test]
fn links_that_a_portal_shows_are_right() {
    for link in [
        "https://a.example/help",
        "HTTP://a.example",
        "mailto:help@a.example",
        "tel:+49-30-1234",
        "#lost",
        "https://vimeo.com/1",
        "Article:no-token",
    ] {
        let fixture = Fixture::small();
        fixture.replace("articles/lost-token.en.md", "Ask for", "## Lost\n\nAsk for");
        fixture.replace("articles/lost-token.en.md", "article:no-token", link);
        assert_eq!(fixture.problems(), Vec::<String>::new(), "{link}");
    }
}

#[test]
fn an_article_is_for_the_same_people_in_every_language() {
    let fixture = Fixture::small();
    let readers = "owner: desk\nvisible_to: {group: readers}";
    fixture.replace("articles/no-token.de.md", "owner: desk", readers);
    let problems = fixture.problems();
    let what = "`visible_to` is not the same as in articles/no-token.de.md; write the same in every language";
    assert!(problems.len() == 1 && problems[0].ends_with(what), "{problems:#?}");
    fixture.replace("articles/no-token.en.md", "owner: desk", readers);
    assert_eq!(fixture.problems(), Vec::<String>::new());
}

#[test]
fn words_that_mean_the_same_are_read() {
    let fixture = Fixture::small();
    fixture.write("synonyms.yaml", "- {en: [token, key fob], de: [Schlüssel, Token]}\n- [VPN, tunnel]\n");
    let content = fixture.load();
    assert_eq!(content.in_language("de").synonyms, [["Schlüssel", "Token"], ["VPN", "tunnel"]]);
    fixture.write("synonyms.yaml", "- {en: token, de: Schlüssel}\n");
    assert!(!fixture.problems().is_empty(), "one word has nothing to mean the same as");
}

#[test]
fn one_mistake_is_one_problem_unless_it_has_consequences() {
    for (file, from, to) in [
        ("company.yaml", "EUR", "euro"),
        ("people.yaml", "manager: ada", "manager: eve"),
        ("items/token.yaml", "category: access", "category: acess"),
        ("items/token.yaml", "'\\d{4}'", "'(?i)\\d{4}'"),
        ("articles/lost-token.en.md", "article:no-token", "article:none"),
        ("calendars/office.yaml", "Europe/Berlin", "Europe/Berlon"),
        ("services.yaml", "- id: vpn", "- id: vpn\n  id: mail"),
    ] {
        let problems = problems_with(file, from, to);
        assert_eq!(problems.len(), 1, "{file}, {to:?}: {problems:#?}");
    }
}

#[test]
fn all_mistakes_are_reported_at_once() {
    let fixture = Fixture::small();
    fixture.replace("people.yaml", "manager: ada", "manager: eve");
    fixture.replace("services.yaml", "owner: ada", "owner: [ada");
    fixture.replace("items/token.yaml", "icon: key", "icon: lock");
    fixture.remove("articles/no-token.de.md");
    let problems = fixture.problems();
    for expected in [
        "articles/no-token.de.md: the file is missing; add the article in 'de', as it is there in 'en', or write `untranslated: true` into its head",
        "items/token.yaml:9: 'lock' means nothing here",
        "people.yaml:17: there is no person 'eve'",
        "services.yaml:",
    ] {
        assert_eq!(
            problems.iter().filter(|p| p.starts_with(expected)).count(),
            1,
            "{expected}: {problems:#?}"
        );
    }
    // The service that nobody could read is not also called unknown wherever it is named.
    assert_eq!(problems.len(), 4, "{problems:#?}");
}

#[test]
fn what_a_company_can_do_without_may_be_missing() {
    let fixture = Fixture::small();
    for file in [
        "announcements.yaml",
        "assets.yaml",
        "items/token.yaml",
        "articles/no-token.en.md",
        "articles/no-token.de.md",
    ] {
        fixture.remove(file);
    }
    for file in ["articles/lost-token.en.md", "articles/lost-token.de.md"] {
        fixture.replace(file, "items: [token]\n", "");
    }
    fixture.replace(
        "articles/lost-token.en.md",
        "Ask for [another](item:token), or see [no token](article:no-token).",
        "Ask.",
    );
    assert_eq!(fixture.problems(), Vec::<String>::new());
    fixture.remove("groups.yaml");
    assert!(
        fixture
            .problems()
            .contains(&"groups.yaml: the file is missing; add it, see docs/content.md".to_owned())
    );
}

#[test]
fn a_folder_that_is_none_is_a_problem() {
    let report = load(Path::new("/nonexistent")).unwrap_err();
    assert_eq!(report.problems.len(), 1, "{report}");
}
