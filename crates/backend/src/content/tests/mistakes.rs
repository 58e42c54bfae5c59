//! What is said about the mistakes of a folder.

use super::super::{fixture::Fixture, load};
use std::path::Path;

#[test]
fn each_mistake_is_named_with_its_line_and_remedy() {
    for (file, from, to, expected) in [
        (
            "company.yaml",
            "EUR",
            "euro",
            "company.yaml:4: 'euro' is no currency; use the three capital letters",
        ),
        (
            "company.yaml",
            "calendar: office",
            "calendar: offcie",
            "company.yaml:5: there is no calendar 'offcie'; did you mean 'office'?",
        ),
        ("company.yaml", "[en, de]", "[en, de, Deutsch]", "company.yaml:3: \"Deutsch\" is no language"),
        ("company.yaml", "currency", "curency", "company.yaml:4: unknown key 'curency'"),
        ("priorities.yaml", "  - [2]", "  - [3]", "priorities.yaml:9: the matrix uses priority 3"),
        (
            "priorities.yaml",
            "  - [2]\n",
            "",
            "priorities.yaml:9: the matrix has 1 rows for 2 impacts; write one row",
        ),
        (
            "priorities.yaml",
            "3wd",
            "3 days",
            "priorities.yaml:8: '3 days' is no duration; write a whole number",
        ),
        (
            "priorities.yaml",
            "{id: me,",
            "{id: all,",
            "priorities.yaml:3: the id 'all' is there twice, first in line 2",
        ),
        (
            "locations.yaml",
            "field_group: desk",
            "field_group: dask",
            "locations.yaml:1: there is no group 'dask'; did you mean 'desk'?",
        ),
        (
            "calendars/office.yaml",
            "Europe/Berlin",
            "Europe/Bärlin",
            "calendars/office.yaml:3: 'Europe/Bärlin' is no time zone",
        ),
        (
            "calendars/office.yaml",
            "Europe/Berlin",
            "Europe/Berlon",
            "calendars/office.yaml:3: the time zone 'Europe/Berlon' is not in the IANA database",
        ),
        (
            "calendars/office.yaml",
            "[[\"09:00\", \"17:00\"]]",
            "[[\"9\", \"17:00\"]]",
            "calendars/office.yaml:6: '9' is no time of day; write HH:MM",
        ),
        (
            "calendars/office.yaml",
            "id: office",
            "id: bureau",
            "calendars/office.yaml:1: the id 'bureau' is not the name of the file; name the file calendars/bureau.yaml",
        ),
        (
            "calendars/always.yaml",
            "[[\"00:00\", \"24:00\"]]",
            "[]",
            "calendars/always.yaml:5: the calendar never opens",
        ),
        (
            "groups.yaml",
            "id: readers",
            "id: desk",
            "groups.yaml:3: the id 'desk' is there twice, first in line 1",
        ),
        (
            "groups.yaml",
            "kind: audience",
            "kind: assignment",
            "groups.yaml:3: nobody who is active is in the group 'readers'",
        ),
        (
            "groups.yaml",
            "[desk, admin]",
            "[desk, admim]",
            "groups.yaml:2: 'admim' means nothing here; did you mean 'admin'?",
        ),
        ("groups.yaml", "id: readers", "id: Readers", "groups.yaml:3: 'Readers' is no id"),
        ("people.yaml", "manager: ada", "manager: eve", "people.yaml:17: there is no person 'eve'"),
        (
            "people.yaml",
            "  manager: ada\n",
            "",
            "people.yaml:11: 'bob' has no manager, and neither has 'ada'",
        ),
        (
            "people.yaml",
            "  manager: ada\n",
            "  manager: cleo\n",
            "people.yaml:17: nobody is at the top of bob -> cleo -> bob",
        ),
        (
            "people.yaml",
            "[desk]",
            "[desk, contractors]",
            "people.yaml:18: \"contractors\" follows from `employment`; remove it",
        ),
        (
            "people.yaml",
            "cost_centre: \"100\"",
            "cost_centre: 100",
            "people.yaml:9: integer `100` does not fit here; put it in quotes",
        ),
        (
            "people.yaml",
            "employment: intern",
            "employment: interm",
            "people.yaml:29: 'interm' means nothing here; did you mean 'intern'?",
        ),
        (
            "people.yaml",
            "{en: Agent, de: Mitarbeiter}",
            "{en: Agent}",
            "people.yaml:14: a language is missing; add the text for 'de'",
        ),
        (
            "services.yaml",
            "status: working",
            "status: fine",
            "services.yaml:6: 'fine' means nothing here; write one of working, degraded, down, maintenance",
        ),
        ("services.yaml", "  name: VPN\n", "", "services.yaml:1: `name` is missing; add it"),
        ("announcements.yaml", "[vpn]", "[email]", "announcements.yaml:5: there is no service 'email'"),
        (
            "announcements.yaml",
            "zone: Europe/Berlin",
            "zone: Berlin",
            "announcements.yaml:7: the time zone 'Berlin' is not in the IANA database",
        ),
        ("announcements.yaml", "\"20:00\"", "\"8 pm\"", "announcements.yaml:6: "),
        (
            "assets.yaml",
            "kind: laptop",
            "kind: laptpo",
            "assets.yaml:1: `laptpo` is no word of the format here; write one of `laptop`",
        ),
        ("assets.yaml", "2024-03-11", "11.3.2024", "assets.yaml:1: "),
        (
            "categories.yaml",
            "icon: key",
            "icon: lock",
            "categories.yaml:1: 'lock' means nothing here; write one of laptop, phone",
        ),
        (
            "items/token.yaml",
            "category: access",
            "category: acess",
            "items/token.yaml:2: there is no category 'acess'; did you mean 'access'?",
        ),
        (
            "items/token.yaml",
            "{group: employees}",
            "{group: employes}",
            "items/token.yaml:16: there is no group 'employes'; did you mean 'employees'?",
        ),
        (
            "items/token.yaml",
            "{employment: contractor}",
            "{employed: contractor}",
            "items/token.yaml:16: `employed` is no word of the format here",
        ),
        (
            "items/token.yaml",
            "count: 1",
            "count: 2",
            "items/token.yaml:22: 2 have to agree and 1 can be asked; ask for 1 to 1",
        ),
        ("items/token.yaml", "count: 1", "percent: 0", "items/token.yaml:22: this is no percentage"),
        (
            "items/token.yaml",
            "when: {answers: {eq: [kind, gold]}}",
            "when: {answers: {eq: [kind, silver]}}",
            "items/token.yaml:23: 'kind' has no option 'silver'",
        ),
        (
            "items/token.yaml",
            "when: {answers: {eq: [kind, gold]}}",
            "when: {answers: {eq: [color, gold]}}",
            "items/token.yaml:23: the condition names 'color', which is no earlier question",
        ),
        (
            "items/token.yaml",
            "when: {answers: {eq: [kind, gold]}}",
            "when: {answers: {member_of: bossses}}",
            "items/token.yaml:23: there is no group 'bossses'; did you mean 'bosses'?",
        ),
        (
            "items/token.yaml",
            "visible_when: {ne: [kind, gold]}",
            "visible_when: {ne: [sort, gold]}",
            "items/token.yaml:42: the condition names 'sort', which is no earlier question",
        ),
        (
            "items/token.yaml",
            "default: plain",
            "default: silver",
            "items/token.yaml:35: 'kind' has no option 'silver'",
        ),
        (
            "items/token.yaml",
            "default: plain",
            "default: 3",
            "items/token.yaml:35: the default is no answer to this type of question",
        ),
        (
            "items/token.yaml",
            "default: plain",
            "requird: true",
            "items/token.yaml:35: unknown key 'requird'; ",
        ),
        ("items/token.yaml", "'\\d{4}'", "'(?i)\\d{4}'", "items/token.yaml:43: the pattern uses '(?'"),
        ("items/token.yaml", "version: 1", "version: 0", "items/token.yaml:26: the version is 0"),
        (
            "items/token.yaml",
            "{one_off: 1000}",
            "{one_off: -1000}",
            "items/token.yaml:14: the price is negative",
        ),
        ("items/token.yaml", "quantity: 2", "quantity: 0", "items/token.yaml:18: nobody can order 0 of it"),
        (
            "items/token.yaml",
            "order_for: reports",
            "order_for: report",
            "items/token.yaml:17: 'report' means nothing here; did you mean 'reports'?",
        ),
        (
            "items/token.yaml",
            "de: Kommt per Post.",
            "de: Kommt <b>sofort</b>.",
            "items/token.yaml:7: raw HTML <b>",
        ),
        (
            "articles/lost-token.en.md",
            "article:no-token",
            "article:none",
            "articles/lost-token.en.md:12: there is no article 'none'",
        ),
        (
            "articles/lost-token.en.md",
            "item:token",
            "item:tokens",
            "articles/lost-token.en.md:12: there is no catalog item 'tokens'; did you mean 'token'?",
        ),
        (
            "articles/lost-token.en.md",
            "article:no-token",
            "no-token.md",
            "articles/lost-token.en.md:12: the link 'no-token.md' leads nowhere",
        ),
        (
            "articles/lost-token.en.md",
            "article:no-token",
            "javascript:alert(1)",
            "articles/lost-token.en.md:12: the link 'javascript:alert(1)' leads nowhere",
        ),
        (
            "articles/lost-token.en.md",
            "article:no-token",
            "https:help",
            "articles/lost-token.en.md:12: the link 'https:help' leads nowhere; write article:ID",
        ),
        (
            "articles/lost-token.en.md",
            "or see",
            "or see\n![it](https://a.example/token.png)",
            "articles/lost-token.en.md:13: the picture 'https://a.example/token.png' would not be shown: portals fetch",
        ),
        (
            "articles/lost-token.en.md",
            "or see",
            "![it](/itsm/v1/attachments/a1)",
            "articles/lost-token.en.md:12: the picture '/itsm/v1/attachments/a1' would not be shown: it belongs",
        ),
        (
            "items/token.yaml",
            "de: Kommt per Post.",
            "de: \"Kommt ![per](post.png) Post.\"",
            "items/token.yaml:7: the picture 'post.png' would not be shown",
        ),
        (
            "articles/lost-token.en.md",
            "owner: desk",
            "owner: dsk",
            "articles/lost-token.en.md:8: there is no group 'dsk'; did you mean 'desk'?",
        ),
        (
            "articles/lost-token.de.md",
            "Text\n",
            "One\n\n<div>two</div>\n",
            "articles/lost-token.de.md:14: raw HTML",
        ),
        (
            "articles/lost-token.de.md",
            "reviewed: 2026-09-14",
            "reviewed: lately",
            "articles/lost-token.de.md:9: ",
        ),
    ] {
        let fixture = Fixture::small();
        fixture.replace(file, from, to);
        let problems = fixture.problems();
        assert!(
            problems.iter().any(|p| p.starts_with(expected)),
            "{file}, {to:?}: expected {expected:?}, found {problems:#?}"
        );
        for problem in &problems {
            assert!(problem.contains("; "), "no remedy: {problem}");
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
        "Article:no-token",
    ] {
        let fixture = Fixture::small();
        fixture.replace("articles/lost-token.en.md", "article:no-token", link);
        assert_eq!(fixture.problems(), Vec::<String>::new(), "{link}");
    }
}

#[test]
fn one_mistake_is_one_problem_unless_it_has_consequences() {
    for (file, from, to) in [
        ("people.yaml", "manager: ada", "manager: eve"),
        ("items/token.yaml", "category: access", "category: acess"),
        ("items/token.yaml", "'\\d{4}'", "'(?i)\\d{4}'"),
        ("articles/lost-token.en.md", "article:no-token", "article:none"),
        ("calendars/office.yaml", "Europe/Berlin", "Europe/Berlon"),
        ("services.yaml", "- id: vpn", "- id: vpn\n  id: mail"),
    ] {
        let fixture = Fixture::small();
        fixture.replace(file, from, to);
        let problems = fixture.problems();
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
        "articles/no-token.de.md: the file is missing; add the article in 'de', as it is there in 'en'",
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
