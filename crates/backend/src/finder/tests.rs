use super::*;
use crate::content::{Company, End, Overlay, Published, Standing, fixture::Fixture};
use guichet_contract::types::ArticleContent;
use guichet_rules::ids::{CategoryId, GroupId, PersonId};

fn person(company: &Company, id: &str) -> Person {
    company.person(&PersonId::new(id).unwrap()).unwrap().rules_person()
}

fn files(finder: &Finder) -> Vec<u64> {
    finder.segments.indexes().map(|index| index.id()).collect()
}

#[test]
fn keys_are_read_back() {
    assert_eq!(Found::of("item:laptop"), ItemId::new("laptop").ok().map(Found::Item));
    assert_eq!(Found::of("ticket:REQ-1"), TicketId::new("REQ-1").ok().map(Found::Ticket));
    assert_eq!(Found::of("guide:new-employee"), GuideId::new("new-employee").ok().map(Found::Guide));
    assert_eq!(Found::of("else:1"), None);
}

#[test]
fn who_may_not_know_of_something_has_not_a_word_of_it() {
    let fixture = Fixture::small();
    for language in ["en", "de"] {
        let file = format!("articles/no-token.{language}.md");
        fixture.replace(&file, "owner: desk", "owner: desk\nvisible_to: {not: {group: employees}}");
        fixture.replace(&file, "Text", "Zanzibar is confidential.");
    }
    let content = fixture.load();
    let company = content.in_language("en");
    let ada = person(company, "ada");
    assert!(ada.in_group("employees"));
    let finders = Finders::new(&content, None, Arc::default());
    let finder = finders.of(company, &ada);
    assert!(finder.find("zanzibar").is_empty());
    for index in finder.segments.indexes() {
        let text = String::from_utf8_lossy(index.bytes());
        assert!(!text.contains("zanzi") && !text.contains("no-token"), "a word of it is in the file");
    }
    let other = Person { groups: Vec::new(), ..ada };
    assert_eq!(finders.of(company, &other).find("zanzibar").len(), 1);
}

/// Enough articles that one change is no reason to index all of them anew.
fn pages() -> Fixture {
    let fixture = Fixture::small();
    for n in 0..30 {
        for language in ["en", "de"] {
            let text = format!(
                "---\ntitle: Page {n}\nsummary: S\ncategory: access\nowner: desk\nreviewed: 2026-09-14\n---\n\nText\n"
            );
            fixture.write(&format!("articles/page-{n}.{language}.md"), &text);
        }
    }
    fixture
}

#[test]
fn new_content_is_a_small_file_on_top() {
    let fixture = pages();
    let before = fixture.load();
    let first = Finders::new(&before, None, Arc::default());
    let ada = person(before.in_language("en"), "ada");
    let old = first.of(before.in_language("en"), &ada);
    fixture.replace("articles/page-7.en.md", "Text", "Kangaroo");
    let after = fixture.load();
    let second = Finders::new(&after, Some(&first), Arc::default());
    let new = second.of(after.in_language("en"), &ada);
    assert_eq!((files(&new).len(), files(&new)[0]), (2, files(&old)[0]));
    assert_eq!(new.find("kangaroo"), [Found::Article(ArticleId::new("page-7").unwrap())]);
    // The other language stays as it is.
    let german = |finders: &Finders, content: &Content| files(&finders.of(content.in_language("de"), &ada));
    assert_eq!(german(&second, &after), german(&first, &before));
    // Words that mean the same are in every document.
    fixture.write("synonyms.yaml", "- [kangaroo, wallaby]\n");
    let renamed = fixture.load();
    let newest = Finders::new(&renamed, Some(&second), Arc::default()).of(renamed.in_language("en"), &ada);
    assert_eq!(files(&newest).len(), 1);
    assert_eq!(newest.find("wallaby").len(), 1);
}

#[test]
fn what_is_published_is_read_and_the_rest_is_known() {
    let content = pages().load();
    let first = Finders::new(&content, None, Arc::default());
    let ada = person(content.in_language("en"), "ada");
    let over = |files: &Content, overlay: &Overlay, before: &Finders| {
        let there = files.with_articles(overlay);
        let finders = Finders::new(&there, Some(before), Arc::clone(before.learned()));
        let finder = finders.of(there.in_language("en"), &ada);
        (finders, finder)
    };
    let page = |n: u32| ArticleId::new(format!("page-{n}")).unwrap();
    let text = ArticleContent {
        title: "Kangaroo".to_owned(),
        category: CategoryId::new("access").ok(),
        owner: GroupId::new("desk").ok(),
        ..ArticleContent::default()
    };
    let version = Published {
        id: page(7),
        language: "en".to_owned(),
        version: 2,
        content: text,
        author: ada.id.clone(),
        note: None,
        at: Default::default(),
        on: Default::default(),
    };
    let end = End { at: Default::default(), by: ada.id.clone(), comment: None, replaced_by: None };
    let standings = [(page(8), Standing { reviewed: None, end: Some(end) })].into();
    let old = first.of(content.in_language("en"), &ada);
    let all = old.same.len();
    let (second, new) = over(&content, &Overlay { versions: vec![version], standings }, &first);
    assert_eq!(new.find("kangaroo"), [Found::Article(page(7))]);
    let finds = |finder: &Finder, n: u32| finder.find("page").contains(&Found::Article(page(n)));
    assert!(finds(&old, 7) && finds(&old, 8) && finds(&new, 9) && !finds(&new, 7) && !finds(&new, 8));
    assert_eq!((files(&new)[0], new.same.len()), (files(&old)[0], all - 2));
    // Read from the disk once more, it is known by what it says; and what was taken back is as it was.
    let again = pages().load();
    let (third, same) = over(&again, &Overlay::default(), &second);
    assert_eq!((files(&same), same.same.len()), (files(&old), all));
    assert!(same.find("kangaroo").is_empty() && finds(&same, 7) && finds(&same, 8));
    let (_, known) = over(&again, &Overlay::default(), &third);
    assert_eq!((files(&known), known.same.len()), (files(&old), all));
}

#[test]
fn an_article_is_found_by_the_words_that_it_was_said_to_answer() {
    let content = Fixture::small().load();
    let company = content.in_language("en");
    let ada = person(company, "ada");
    let decision = |language: &str, words: &str| crate::store::learning::Decision {
        entry: words.to_owned(),
        language: language.to_owned(),
        words: words.to_owned(),
        choice: guichet_contract::types::LearningChoice::Article,
        reason: None,
        article: ArticleId::new("no-token").ok(),
        by: ada.id.clone(),
        at: Default::default(),
    };
    let before = Finders::new(&content, None, Arc::default());
    assert!(before.of(company, &ada).find("zanzibar").is_empty());
    let learned = Learned::of(vec![decision("en", "zanzibar"), decision("de", "timbuktu")]);
    let after = Finders::new(&content, Some(&before), Arc::new(learned));
    let finder = after.of(company, &ada);
    assert_eq!(finder.find("zanzibar"), [Found::Article(ArticleId::new("no-token").unwrap())]);
    assert!(finder.find("timbuktu").is_empty(), "that is another language");
}
