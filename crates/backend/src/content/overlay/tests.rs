use super::*;
use crate::content::{Picture, Showing, fixture::Fixture};
use guichet_rules::{
    entitlement::Audience,
    ids::{CategoryId, GroupId, ItemId, PictureId},
    person::Person,
};

fn id(text: &str) -> ArticleId {
    ArticleId::new(text).unwrap()
}

fn content(title: &str) -> ArticleContent {
    ArticleContent {
        title: title.to_owned(),
        summary: "S".to_owned(),
        category: CategoryId::new("access").ok(),
        owner: GroupId::new("bosses").ok(),
        body: format!("{title} says so"),
        ..ArticleContent::default()
    }
}

fn published(article: &str, language: &str, version: u32, content: ArticleContent) -> Published {
    Published {
        id: id(article),
        language: language.to_owned(),
        version,
        content,
        author: PersonId::new("bob").unwrap(),
        note: Some("Better".to_owned()),
        at: DateTime::UNIX_EPOCH + chrono::TimeDelta::days(i64::from(version)),
        on: "2026-11-20".parse().unwrap(),
    }
}

fn overlay(versions: Vec<Published>) -> Overlay {
    Overlay { versions, ..Overlay::default() }
}

#[test]
fn what_is_published_shows_and_what_was_there_can_be_read() {
    let files = Fixture::small().load();
    let audience = Some(Audience::Group(GroupId::new("readers").unwrap()));
    let new = ArticleContent { visible_to: audience.clone(), ..content("Found token") };
    let there = files.with_articles(&overlay(vec![published("lost-token", "en", 2, new)]));
    let (was, article) = (
        &files.in_language("en").articles[&id("lost-token")],
        &there.in_language("en").articles[&id("lost-token")],
    );
    assert_eq!((article.head.title.as_str(), article.version()), ("Found token", 2));
    assert_eq!((&article.head.services, &article.head.items), (&was.head.services, &was.head.items));
    assert!(!was.head.services.is_empty() && !was.head.items.is_empty());
    assert_eq!(article.before[&1].body, was.body);
    let listed: Vec<u32> = article.versions().iter().map(|revision| revision.version).collect();
    assert_eq!(listed, [2, 1]);
    // The other language keeps its text, and is for the same people.
    let german = &there.in_language("de").articles[&id("lost-token")];
    let before = &files.in_language("de").articles[&id("lost-token")];
    assert_eq!((&german.body, german.version()), (&before.body, 1));
    assert_eq!((&german.head.visible_to, german.head.owner.as_str()), (&audience, "bosses"));
}

#[test]
fn what_is_known_of_all_articles_follows_what_is_published() {
    let files = Fixture::small().load();
    let (company, article) = (files.in_language("en"), id("door-code"));
    let reader = company.people.values().next().unwrap().rules_person();
    let lost = &company.articles[&id("lost-token")];
    let related = |company: &Company| {
        let found = company.related(lost, &reader, 9);
        found.iter().map(|article| article.id.clone()).collect::<Vec<_>>()
    };
    assert!(!related(company).contains(&article) && company.articles_hidden_from(&reader).count() == 0);
    let new = ArticleContent { services: Some(lost.head.services.clone()), ..content("Door code") };
    let there = files.with_articles(&overlay(vec![published("door-code", "en", 1, new.clone())]));
    assert!(related(there.in_language("en")).contains(&article));
    let hidden = ArticleContent { visible_to: Some(Audience::Any(Vec::new())), ..new };
    let there = files.with_articles(&overlay(vec![published("door-code", "en", 1, hidden)]));
    assert!(!related(there.in_language("en")).contains(&article));
    assert_eq!(there.in_language("en").articles_hidden_from(&reader).count(), 1);
}

#[test]
fn a_new_article_is_there_in_every_language_until_it_is_written_in_it() {
    let files = Fixture::small().load();
    let one = published("door-code", "de", 1, content("Türcode"));
    let there = files.with_articles(&overlay(vec![one.clone()]));
    for language in ["en", "de"] {
        let article = &there.in_language(language).articles[&id("door-code")];
        assert_eq!((article.head.title.as_str(), article.language.as_str()), ("Türcode", "de"));
    }
    let two = published("door-code", "en", 1, content("Door code"));
    let there = files.with_articles(&overlay(vec![one, two]));
    assert_eq!(there.in_language("en").articles[&id("door-code")].head.title, "Door code");
    assert_eq!(there.in_language("de").articles[&id("door-code")].head.title, "Türcode");
}

#[test]
fn what_an_article_names_is_what_was_said_last_as_far_as_it_is_there() {
    let files = Fixture::small().load();
    let new = ArticleContent {
        services: Some(Vec::new()),
        items: Some(["token", "gone"].into_iter().filter_map(|id| ItemId::new(id).ok()).collect()),
        ..content("Found token")
    };
    let there = files.with_articles(&overlay(vec![published("lost-token", "de", 2, new)]));
    for language in ["en", "de"] {
        let head = &there.in_language(language).articles[&id("lost-token")].head;
        assert!(head.services.is_empty());
        assert_eq!(head.items.iter().map(ItemId::as_str).collect::<Vec<_>>(), ["token"]);
    }
}

#[test]
fn a_file_with_a_greater_number_is_newer() {
    let fixture = Fixture::small();
    let history =
        "2026-09-14\nhistory:\n  - {version: 1, date: 2026-01-02}\n  - {version: 3, date: 2026-09-14}";
    fixture.replace("articles/lost-token.en.md", "2026-09-14", history);
    let files = fixture.load();
    let article = |version: u32| {
        let there =
            files.with_articles(&overlay(vec![published("lost-token", "en", version, content("Mine"))]));
        there.in_language("en").articles[&id("lost-token")].clone()
    };
    let (older, newer) = (article(2), article(4));
    assert_eq!(older.head.title, files.in_language("en").articles[&id("lost-token")].head.title);
    assert_eq!((older.version(), older.before[&2].title.as_str()), (3, "Mine"));
    assert_eq!((newer.version(), newer.head.title.as_str()), (4, "Mine"));
    assert!(newer.before.contains_key(&3));
}

#[test]
fn a_retired_article_is_nowhere_and_a_confirmed_one_is_fresh() {
    let files = Fixture::small().load();
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let end = End {
        at: DateTime::UNIX_EPOCH,
        by: PersonId::new("ada").unwrap(),
        comment: None,
        replaced_by: Some(id("no-token")),
    };
    let mut overlay = overlay(vec![]);
    overlay.standings.insert(id("lost-token"), Standing { reviewed: None, end: Some(end) });
    let confirmed = Standing { reviewed: Some(day("2027-01-05")), end: None };
    overlay.standings.insert(id("no-token"), confirmed);
    let there = files.with_articles(&overlay);
    for language in ["en", "de"] {
        let company = there.in_language(language);
        assert!(!company.articles.contains_key(&id("lost-token")));
        assert_eq!(company.retired[&id("lost-token")].replaced_by, Some(id("no-token")));
        assert_eq!(company.articles[&id("no-token")].review_due(), day("2028-01-05"));
    }
    assert!(files.in_language("en").retired.is_empty());
}

#[test]
fn what_was_retired_is_read_by_who_kept_it_right_and_by_who_writes_and_could_read_it() {
    let files = Fixture::small().load();
    let by = PersonId::new("ada").unwrap();
    let end = End { at: DateTime::UNIX_EPOCH, by, comment: None, replaced_by: None };
    let readers = Some(Audience::Group(GroupId::new("readers").unwrap()));
    for (audience, groups, rights, reads) in [
        (None, vec![], vec![], false),
        (None, vec![], vec!["desk"], true),
        (None, vec!["bosses"], vec![], true),
        (readers.clone(), vec!["readers"], vec![], false),
        (readers.clone(), vec!["readers"], vec!["desk"], true),
        // Who could not read it before does not read it now.
        (readers.clone(), vec![], vec!["desk"], false),
        // Who keeps it right reads whatever they decide on.
        (readers.clone(), vec!["bosses"], vec![], true),
        (readers, vec![], vec!["knowledge"], true),
    ] {
        let new = ArticleContent { visible_to: audience, ..content("Found token") };
        let mut overlay = overlay(vec![published("lost-token", "en", 2, new)]);
        overlay.standings.insert(id("lost-token"), Standing { reviewed: None, end: Some(end.clone()) });
        let there = files.with_articles(&overlay);
        let person = serde_json::json!({
            "id": "ada", "groups": groups, "location": "berlin", "employment": "employee", "rights": rights,
        });
        let person: Person = serde_json::from_value(person).unwrap();
        for language in ["en", "de"] {
            let company = there.in_language(language);
            assert_eq!(company.retired_for(&id("lost-token"), &person).is_some(), reads, "{person:?}");
            assert!(company.retired_for(&id("no-token"), &person).is_none(), "it is not retired");
        }
    }
}

#[test]
fn what_nothing_was_done_with_is_shared() {
    let files = Fixture::small().load();
    let there = files.with_articles(&overlay(vec![published("lost-token", "en", 2, content("Found token"))]));
    for language in ["en", "de"] {
        let (was, is) = (files.in_language(language), there.in_language(language));
        assert!(std::ptr::eq(&was.people, &is.people), "people are copied");
        let shares = |article: &str| Arc::ptr_eq(&was.articles[&id(article)], &is.articles[&id(article)]);
        assert!(shares("no-token") && !shares("lost-token"), "{language}");
    }
    // What is shared is not changed for those who have it.
    let mut confirmed = Overlay::default();
    let day = "2027-01-05".parse().ok();
    confirmed.standings.insert(id("no-token"), Standing { reviewed: day, end: None });
    let reviewed = |content: &Content| content.in_language("en").articles[&id("no-token")].head.reviewed;
    let before = reviewed(&files);
    assert_eq!(Some(reviewed(&files.with_articles(&confirmed))), day);
    assert_eq!(reviewed(&files), before);
}

#[test]
fn pictures_follow_the_texts_that_changed_and_stay_with_the_others() {
    let (picture, showing) =
        (PictureId::new("gateway.png").unwrap(), |article: &str| Showing::Article(id(article)));
    let mut files = Fixture::small().load();
    let shown_by = [showing("lost-token"), showing("no-token")].into();
    let known = Picture { media_type: "image/png", bytes: Default::default(), dimensions: None, shown_by };
    files.pictures.insert(picture.clone(), known);
    let shown = |versions: Vec<Published>| {
        files.with_articles(&overlay(versions)).pictures[&picture]
            .shown_by
            .iter()
            .cloned()
            .collect::<Vec<_>>()
    };
    let says = |article: &str, body: &str| {
        published(article, "en", 2, ArticleContent { body: body.to_owned(), ..content("Found") })
    };
    // The text of the file stays readable, and shows none.
    assert_eq!(shown(vec![says("lost-token", "No picture")]), [showing("no-token")]);
    let new = says("door-code", "![The gateway](picture:gateway.png)");
    assert_eq!(shown(vec![new]), [showing("door-code"), showing("lost-token"), showing("no-token")]);
    // Who writes reads it after it was retired too.
    let mut retired = overlay(vec![says("lost-token", "![The gateway](picture:gateway.png)")]);
    let by = PersonId::new("ada").unwrap();
    let end = End { at: DateTime::UNIX_EPOCH, by, comment: None, replaced_by: None };
    retired.standings.insert(id("lost-token"), Standing { reviewed: None, end: Some(end) });
    assert!(files.with_articles(&retired).pictures[&picture].shown_by.contains(&showing("lost-token")));
}
