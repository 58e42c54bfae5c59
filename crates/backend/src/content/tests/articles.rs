//! Articles with what belongs to them: earlier versions, pictures, known errors.

use super::super::fixture::Fixture;
use guichet_rules::ids::{ArticleId, PersonId, PictureId};
use std::fs;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

fn lost() -> ArticleId {
    ArticleId::new("lost-token").unwrap()
}

fn with_history() -> Fixture {
    let fixture = Fixture::small();
    let history = "2026-09-14\nreview_months: 6\nhistory:\n  - {version: 1, date: 2026-01-02, author: bob}\n  \
                   - {version: 3, date: 2026-09-14, note: Shorter}\n  - {version: 2, date: 2026-05-02}";
    fixture.replace("articles/lost-token.en.md", "2026-09-14", history);
    let earlier = "---\ntitle: Gone token\nsummary: What we did\n---\n\nSee [what is gone](article:gone).\n";
    fixture.write("versions/lost-token.1.en.md", earlier);
    fixture
}

#[test]
fn an_article_remembers_its_versions() {
    let content = with_history().load();
    let article = &content.in_language("en").articles[&lost()];
    let versions: Vec<u32> = article.versions().iter().map(|revision| revision.version).collect();
    assert_eq!((versions, article.version(), article.head.review_months), (vec![3, 2, 1], 3, 6));
    assert_eq!(article.before.len(), 1);
    assert_eq!(article.before[&1].title, "Gone token");
    assert!(article.before[&1].body.contains("what is gone"));
    // Nobody wrote down those of the other language.
    let german = &content.in_language("de").articles[&lost()];
    assert_eq!((german.version(), german.head.review_months), (1, 12));
    assert_eq!(german.versions()[0].date, german.head.reviewed);
    assert!(german.before.is_empty());
}

#[test]
fn a_text_belongs_to_an_earlier_version_of_an_article() {
    for (file, expected) in [
        (
            "versions/lost-token.2.de.md",
            "versions/lost-token.2.de.md: the history of articles/lost-token.de.md has",
        ),
        ("versions/lost-token.3.en.md", "versions/lost-token.3.en.md: version 3 is the newest one"),
        ("versions/nothing.1.en.md", "versions/nothing.1.en.md: there is no articles/nothing.en.md"),
        ("versions/lost-token.en.md", "versions/lost-token.en.md: the name of the file does not say which"),
        ("versions/notes.txt", "versions/notes.txt: this file is not read"),
    ] {
        let fixture = with_history();
        fixture.write(file, "---\ntitle: A\nsummary: B\n---\n\nText\n");
        let problems = fixture.problems();
        assert!(problems.len() == 1 && problems[0].starts_with(expected), "{file}: {problems:#?}");
        assert!(problems[0].contains("; "), "no remedy: {problems:#?}");
    }
    let fixture = with_history();
    fixture.write("versions/lost-token.2.en.md", "---\ntitle: A\n---\nText\n");
    let problems = fixture.problems();
    assert!(problems.len() == 1 && problems[0].contains("`summary` is missing"), "{problems:#?}");
}

#[test]
fn pictures_are_there_for_articles() {
    let fixture = Fixture::small();
    fs::create_dir_all(fixture.dir().join("pictures")).unwrap();
    fs::write(fixture.dir().join("pictures/token.png"), PNG).unwrap();
    fixture.replace("articles/lost-token.en.md", "or see", "![A token](picture:token.png) or see");
    let content = fixture.load();
    let picture = &content.pictures[&PictureId::new("token.png").unwrap()];
    assert_eq!((picture.media_type, &picture.bytes[..]), ("image/png", PNG));
    let digest = content.digest;
    fs::write(fixture.dir().join("pictures/token.png"), [PNG, b"more"].concat()).unwrap();
    assert_ne!(fixture.load().digest, digest);
    fs::write(fixture.dir().join("pictures/token.png"), "<svg onload='alert(1)'/>").unwrap();
    let problems = fixture.problems();
    assert!(
        problems.len() == 1 && problems[0].starts_with("pictures/token.png: the file is no picture"),
        "{problems:#?}"
    );
}

#[test]
fn a_picture_is_for_those_who_may_know_of_what_shows_it() {
    let fixture = with_history();
    fs::create_dir_all(fixture.dir().join("pictures")).unwrap();
    for name in ["text", "before", "error", "item", "form", "nothing"] {
        fs::write(fixture.dir().join(format!("pictures/{name}.png")), PNG).unwrap();
    }
    for language in ["en", "de"] {
        let (lost, other) =
            (format!("articles/lost-token.{language}.md"), format!("articles/no-token.{language}.md"));
        fixture.replace(&lost, "owner: desk", "owner: desk\nvisible_to: {group: desk}");
        fixture.replace(&other, "services: [vpn]\n", "");
    }
    fixture.replace("articles/lost-token.de.md", "Text", "![Ein Schlüssel](picture:text.png)");
    fixture.replace("versions/lost-token.1.en.md", "See", "![A token](picture:before.png) See");
    fixture.write(
        "problems.yaml",
        "- id: a\n  title: A\n  workaround: \"![It](picture:error.png)\"\n  services: [vpn]\n  since: 2026-10-02\n",
    );
    let item = "items/token.yaml";
    fixture.replace(item, "order_for:", "visible_to: {group: bosses}\norder_for:");
    fixture.replace(item, "Sent by mail.", "Sent by mail. ![A token](picture:item.png)");
    fixture.replace(item, "It takes a week", "\"![A calendar](picture:form.png)\"");
    let content = fixture.load();
    let company = content.in_language("en");
    let see = |id: &str| {
        let person = company.person(&PersonId::new(id).unwrap()).unwrap().rules_person();
        let seen = content.pictures.iter().filter(|(_, picture)| company.shows(picture, &person));
        seen.map(|(id, _)| id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(see("bob"), ["before.png", "error.png", "text.png"]);
    assert_eq!(see("ada"), ["form.png", "item.png"]);
    assert_eq!(see("cleo"), Vec::<String>::new());
    // Whoever writes forms knows of every item, and of no article that is for others.
    fixture.replace("groups.yaml", "kind: audience", "kind: audience, rights: [forms]");
    fixture.replace("people.yaml", "employment: intern", "employment: intern\n  groups: [readers]");
    let content = fixture.load();
    let company = content.in_language("en");
    let cleo = company.person(&PersonId::new("cleo").unwrap()).unwrap().rules_person();
    let seen = content.pictures.iter().filter(|(_, picture)| company.shows(picture, &cleo));
    let seen: Vec<_> = seen.map(|(id, _)| id.to_string()).collect();
    assert_eq!(seen, ["form.png", "item.png", "nothing.png"]);
}

#[test]
fn what_is_known_to_be_wrong_is_told_where_it_helps() {
    let fixture = Fixture::small();
    fixture.write(
        "problems.yaml",
        "\
- id: old-tokens
  title: {en: Old tokens fail, de: Alte Schlüssel versagen}
  workaround: {en: \"Ask for [another](item:token)\", de: Einen anderen anfordern}
  services: [vpn]
  since: 2026-10-02
",
    );
    let content = fixture.load();
    let company = content.in_language("de");
    let titles = |id: &str| {
        let article = &company.articles[&ArticleId::new(id).unwrap()];
        company.known_errors(article).iter().map(|error| error.title.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(titles("lost-token"), ["Alte Schlüssel versagen"]);
    fixture.replace("articles/no-token.de.md", "services: [vpn]\n", "");
    fixture.replace("articles/no-token.en.md", "services: [vpn]\n", "");
    let content = fixture.load();
    let company = content.in_language("de");
    assert!(company.known_errors(&company.articles[&ArticleId::new("no-token").unwrap()]).is_empty());
    for (from, to, expected) in [
        ("item:token", "item:none", "problems.yaml:3: there is no catalog item 'none'"),
        ("[vpn]", "[vpm]", "problems.yaml:4: there is no service 'vpm'; did you mean 'vpn'?"),
        ("another", "<b>another</b>", "problems.yaml:3: raw HTML <b>"),
    ] {
        let fixture = Fixture::small();
        let text = "- id: a\n  title: A\n  workaround: \"Ask for [another](item:token)\"\n  services: [vpn]\n  since: 2026-10-02\n";
        fixture.write("problems.yaml", text);
        fixture.replace("problems.yaml", from, to);
        let problems = fixture.problems();
        assert!(problems.iter().any(|problem| problem.starts_with(expected)), "{to}: {problems:#?}");
    }
}
