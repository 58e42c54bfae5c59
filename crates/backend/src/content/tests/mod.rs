//! Whole folders: what is read from one.

mod articles;
mod forms;
mod guide;
mod mistakes;
mod order_guide;

use super::{fixture::Fixture, load};
use chrono::{DateTime, Utc};
use guichet_rules::{
    approval::Directory,
    form::Condition,
    ids::{FormId, GroupId, ItemId, PersonId},
    money::Amounts,
    person::{Employment, Right},
    priority::Priority,
};
use std::{path::Path, sync::Arc};

fn person(id: &str) -> PersonId {
    PersonId::new(id).unwrap()
}

#[test]
fn each_language_has_its_own_words() {
    let content = Fixture::small().load();
    assert_eq!(content.languages, ["en", "de"]);
    for (wanted, name) in [
        ("de", "Schlüssel"),
        ("de-AT", "Schlüssel"),
        ("DE", "Schlüssel"),
        ("en-GB", "Token"),
        ("fr", "Token"),
        ("", "Token"),
    ] {
        let company = content.in_language(wanted);
        let item = company.item(&ItemId::new("token").unwrap()).unwrap();
        assert_eq!(item.name, name, "{wanted}");
    }
    let company = content.in_language("de");
    let article = company.articles.values().next().unwrap();
    assert_eq!((article.language.as_str(), article.head.title.as_str()), ("de", "Schlüssel verloren"));
    let reader = company.people.values().next().unwrap().rules_person();
    assert_eq!(
        company.related(article, &reader, 3).iter().map(|a| a.id.as_str()).collect::<Vec<_>>(),
        ["no-token"]
    );
    let item = company.items.values().next().unwrap();
    let about = company.articles_about(item, &reader, 3);
    assert_eq!(about.iter().map(|a| a.id.as_str()).collect::<Vec<_>>(), ["lost-token", "no-token"]);
    assert_eq!(company.articles_about(item, &reader, 1).len(), 1);
}

#[test]
fn a_variant_answers_for_its_language() {
    let mut content = Fixture::small().load();
    let english = content.companies.remove("en").unwrap();
    content.companies.insert("en-GB".to_owned(), Arc::clone(&english));
    content.languages = vec!["de".to_owned(), "en-GB".to_owned()];
    content.fallback = Arc::clone(content.in_language("de"));
    for wanted in ["en", "en-US", "EN-gb"] {
        assert!(Arc::ptr_eq(content.in_language(wanted), &english), "{wanted}");
    }
    assert!(!Arc::ptr_eq(content.in_language("ja"), &english));
}

#[test]
fn people_have_what_follows_from_their_groups_and_employment() {
    let content = Fixture::small().load();
    let company = content.in_language("en");
    let bob = company.person(&person("bob")).unwrap().rules_person();
    assert!(
        bob.in_group("desk") && bob.in_group("contractors") && bob.has(Right::Desk) && !bob.has(Right::Admin)
    );
    assert_eq!((bob.employment, bob.manager.as_ref()), (Employment::Contractor, Some(&person("ada"))));
    for (who, manager, expected) in [
        ("cleo", "bob", true),
        ("cleo", "ada", true),
        ("bob", "ada", true),
        ("ada", "bob", false),
        ("bob", "bob", false),
    ] {
        assert_eq!(company.reports_to(&person(who), &person(manager)), expected, "{who} {manager}");
    }
    let ids = |people: Vec<&super::Person>| people.iter().map(|p| p.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(company.reports_of(&person("ada"))), ["bob", "cleo"]);
    assert_eq!(ids(company.personas()), ["bob"]);
    assert_eq!(ids(company.members(&GroupId::new("bosses").unwrap())), ["ada"]);

    let directory: &dyn Directory = &**company;
    assert_eq!(directory.members(&GroupId::new("interns").unwrap()), [person("cleo")]);
    assert!(directory.members(&GroupId::new("nobody").unwrap()).is_empty());
    assert_eq!(directory.person(&person("bob")), Some(bob));
    let payer = company.cost_centres.keys().next().unwrap();
    assert_eq!(directory.cost_centre_owner(payer), Some(person("ada")));
    assert_eq!(directory.delegation(&person("ada"), DateTime::<Utc>::MIN_UTC), None);
}

#[test]
fn items_carry_their_price_form_and_hours() {
    let content = Fixture::small().load();
    let company = content.in_language("en");
    let item = company.item(&ItemId::new("token").unwrap()).unwrap();
    // 10.00 for the token, 5.00 for the cheaper of two kinds.
    assert_eq!(item.starting_price.amounts, Amounts { one_off: 1500, ..Amounts::default() });
    assert!(item.starting_price.from);
    let form = FormId::new("token").unwrap();
    assert!(company.form(&form, 1).is_some_and(|form| form.question("kind").is_some()));
    assert!(company.form(&form, 2).is_none());
    assert!(company.matches(r"\d{4}", "0420") && !company.matches(r"\d{4}", "42"));

    let names = |calendar: &guichet_rules::schedule::Calendar| calendar.name.clone();
    assert_eq!(names(company.calendar_for_person(&person("bob"))), "Office hours");
    assert_eq!(names(company.calendar_for_person(&person("nobody"))), "Office hours");
    assert_eq!(names(company.calendar_for_item(item, &person("bob"))), "Office hours");
    assert_eq!(names(company.calendar_for_priority(Priority::HIGHEST, &person("bob"))), "Always");
    let shelves: Vec<_> = company.categories_in_order().iter().map(|c| c.name.as_str()).collect();
    assert_eq!(shelves, ["Access", "Books"]);
    assert_eq!(company.services_in_order().len(), 1);
}

#[test]
fn conditions_are_read_and_not_taken_for_texts() {
    let content = Fixture::small().load();
    let form = &content.in_language("de").items.values().next().unwrap().form;
    let condition = form.question("code").and_then(|q| q.visible_when.as_ref());
    assert!(matches!(condition, Some(Condition::Ne(..))));
}

#[test]
fn the_demo_company_is_well() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/demo");
    let content = load(&dir).unwrap_or_else(|report| panic!("{report}"));
    assert_eq!(content.languages, ["en", "de"]);
    let company = content.in_language("de");
    assert!(company.items.len() >= 10 && company.articles.len() >= 10 && company.people.len() >= 20);
    assert!(!company.personas().is_empty());
}
