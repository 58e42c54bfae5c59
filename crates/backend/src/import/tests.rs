//! Whole imports: from a folder to a content folder that is right.

use super::{Kind, Options, Report, knowledge, shelf::put};
use crate::content::{self, fixture::Fixture};
use chrono::NaiveDate;
use guichet_rules::ids::ArticleId;
use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

/// Pages of our own, as people find them: see the files.
fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/wiki")
}

fn options(from: &Path, into: &Path) -> Options {
    Options {
        from: from.to_owned(),
        into: into.to_owned(),
        collection: Some("wiki".to_owned()),
        language: None,
        category: Some("access".to_owned()),
        owner: Some("desk".to_owned()),
        visible_to: None,
        reviewed: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
        dry_run: false,
    }
}

fn import(options: &Options) -> Report {
    knowledge(options, &mut |_, _| {}).unwrap_or_else(|error| panic!("{error}"))
}

/// A folder with these pages.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = dir.path().join(name);
        put(path.parent().unwrap(), path.file_name().unwrap().to_str().unwrap(), text.as_bytes()).unwrap();
    }
    dir
}

fn article(content: &content::Content, language: &str, id: &str) -> (String, String) {
    let company = content.in_language(language);
    let article = &company.articles[&ArticleId::new(id).unwrap()];
    (article.head.title.clone(), article.body.trim().to_owned())
}

/// What was told, as `file:line kind`.
fn told(report: &Report) -> Vec<String> {
    let line = |line: Option<u64>| line.map(|line| format!(":{line}")).unwrap_or_default();
    report.findings.iter().map(|it| format!("{}{} {}", it.file, line(it.line), it.kind.name())).collect()
}

#[test]
fn a_folder_becomes_articles_that_are_right() {
    let fixture = Fixture::small();
    let report = import(&options(&golden(), fixture.dir()));
    let content = fixture.load();
    let expected =
        |name: &str| fs::read_to_string(golden().join("../expected").join(name)).unwrap().trim().to_owned();
    assert_eq!(
        article(&content, "en", "setup.printer"),
        ("Set up a printer".to_owned(), expected("setup.printer.md"))
    );
    assert_eq!(article(&content, "en", "faq"), ("Questions & answers".to_owned(), expected("faq.md")));
    assert_eq!(
        article(&content, "de", "faq").0,
        "Questions & answers",
        "who reads German gets the English one"
    );
    let company = content.in_language("de");
    let faq = &company.articles[&ArticleId::new("faq").unwrap()];
    assert_eq!(
        (faq.language.as_str(), faq.head.keywords.as_slice()),
        ("en", ["help", "first steps"].map(str::to_owned).as_slice())
    );
    assert_eq!(report.pictures, 1);
    assert_eq!((report.pages, report.new, report.skipped), (4, 3, 1));
    assert_eq!(
        told(&report),
        [
            "empty.html empty",
            "empty.html:1 navigation",
            "faq.md front-matter",
            "faq.md:20 link",
            "faq.md:22 html",
            "setup/printer.html:2 style",
            "setup/printer.html:4 navigation",
            "setup/printer.html:12 picture",
            "setup/printer.html:14 script",
        ]
    );
}

#[test]
fn a_second_time_only_what_changed_is_written() {
    let fixture = Fixture::small();
    let pages = folder(&[
        ("a.html", "<h1>A</h1><p>About <a href=b.html#x>this</a></p>"),
        ("b.html", "<h1>B</h1><h2 id=x>Deep</h2><p>More</p>"),
        ("c.md", "# C\n\nSee [A](a.html).\n"),
    ]);
    let mut options = options(pages.path(), fixture.dir());
    let counts = |report: &Report| (report.new, report.changed, report.unchanged, report.edited);
    options.dry_run = true;
    assert_eq!(counts(&import(&options)), (3, 0, 0, 0));
    assert!(!fixture.dir().join("articles/a.en.md").exists());
    options.dry_run = false;
    assert_eq!(counts(&import(&options)), (3, 0, 0, 0));
    assert_eq!(article(&fixture.load(), "en", "a").1, "About [this](article:b#deep)");
    // On another day nothing has changed.
    options.reviewed = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
    assert_eq!(counts(&import(&options)), (0, 0, 3, 0));
    fixture.replace("articles/c.en.md", "See [A]", "Look at [A]");
    fs::write(pages.path().join("b.html"), "<h1>B</h1><h2 id=x>Deeper</h2><p>More</p>").unwrap();
    let report = import(&options);
    // What leads to a part that has another name now is written anew as well.
    assert_eq!(counts(&report), (0, 2, 0, 1));
    assert_eq!(told(&report), ["c.md edited"]);
    assert_eq!(article(&fixture.load(), "en", "a").1, "About [this](article:b#deeper)");
    assert_eq!(article(&fixture.load(), "en", "c").1, "Look at [A](article:a).");
    fs::remove_file(pages.path().join("b.html")).unwrap();
    assert_eq!(told(&import(&options)), ["a.html:1 link", "b.html gone", "c.md edited"]);
    fixture.load();
}

#[test]
fn articles_of_ones_own_are_left_alone() {
    let fixture = Fixture::small();
    let pages = folder(&[
        ("lost-token.md", "# Lost\n\nSomething else.\n"),
        ("x/lost-token.md", "# Lost\n\nA third.\n"),
    ]);
    let before = fs::read_to_string(fixture.dir().join("articles/lost-token.en.md")).unwrap();
    let report = import(&options(pages.path(), fixture.dir()));
    assert_eq!(told(&report), ["lost-token.md id", "x/lost-token.md title"]);
    assert_eq!(fs::read_to_string(fixture.dir().join("articles/lost-token.en.md")).unwrap(), before);
    assert_eq!(article(&fixture.load(), "en", "lost-token-2").1, "Something else.");
}

#[test]
fn translations_share_an_id() {
    let fixture = Fixture::small();
    let english = folder(&[("vpn.html", "<h1>VPN</h1><p>Connect</p>")]);
    let german = folder(&[("vpn.html", "<html lang=de><h1>VPN</h1><p>Verbinden</p>")]);
    import(&options(english.path(), fixture.dir()));
    let german = Options { language: Some("de".to_owned()), ..options(german.path(), fixture.dir()) };
    assert!(told(&import(&german)).is_empty());
    let content = fixture.load();
    assert_eq!(
        (article(&content, "en", "vpn").1, article(&content, "de", "vpn").1),
        ("Connect".into(), "Verbinden".into())
    );
}

#[test]
fn who_may_read_is_who_may_read() {
    let fixture = Fixture::small();
    let pages = folder(&[("a.md", "# A\n\nSecret.\n")]);
    import(&Options { visible_to: Some("readers".to_owned()), ..options(pages.path(), fixture.dir()) });
    let content = fixture.load();
    let company = content.in_language("en");
    let article = &company.articles[&ArticleId::new("a").unwrap()];
    assert!(company.people.values().all(|person| !article.is_visible_to(&person.rules_person())));
}

#[test]
fn what_cannot_be_done_is_said_before_anything_is() {
    let fixture = Fixture::small();
    let pages = folder(&[("a.md", "# A\n\nText.\n")]);
    let good = options(pages.path(), fixture.dir());
    let refused = |options: Options| knowledge(&options, &mut |_, _| {}).unwrap_err().to_string();
    let named = |name: &str| Some(name.to_owned());
    for (options, expected) in [
        (
            Options { category: named("acess"), ..good.clone() },
            "there is no category 'acess' in the content folder; name one of access, books",
        ),
        (
            Options { owner: None, ..good.clone() },
            "nobody keeps the articles right; name a group with --owner, one of bosses, desk, readers",
        ),
        (
            Options { language: named("fr"), ..good.clone() },
            "there is no language 'fr' in the content folder; name one of de, en",
        ),
        (Options { visible_to: named("x"), ..good.clone() }, "there is no group 'x'"),
        (Options { from: fixture.dir().join("articles"), ..good.clone() }, "lie in one another"),
        (Options { from: pages.path().join("none"), ..good.clone() }, "cannot be read"),
        (Options { into: pages.path().to_owned(), ..good.clone() }, "is no content folder"),
    ] {
        let told = refused(options);
        assert!(told.contains(expected), "{told}");
    }
    let report = import(&Options { category: None, ..good });
    assert_eq!((report.carried(), told(&report)), (0, vec!["a.md category".to_owned()]));
}

#[test]
fn pictures_come_along() {
    let fixture = Fixture::small();
    let pages = folder(&[(
        "a/b.html",
        "<h1>A</h1><p>See <img src='../img/The%20Gateway.png' alt='The gateway'></p>",
    )]);
    put(&pages.path().join("img"), "The Gateway.png", PNG).unwrap();
    let report = import(&options(pages.path(), fixture.dir()));
    assert_eq!((report.pictures, told(&report)), (1, Vec::new()));
    let (_, body) = article(&fixture.load(), "en", "a.b");
    assert!(body.starts_with("See ![The gateway](picture:the-gateway-") && body.ends_with(".png)"), "{body}");
}

#[test]
fn what_every_page_has_is_left_out() {
    let fixture = Fixture::small();
    let pages: Vec<(String, String)> = (0..12)
        .map(|n| {
            let text = format!(
                "<div>Acme help</div><h1>Page {n}</h1><p>Text {n}</p><div><a href=p0.html>First</a></div>"
            );
            (format!("p{n}.html"), text)
        })
        .collect();
    let pages: Vec<(&str, &str)> = pages.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let report = import(&options(folder(&pages).path(), fixture.dir()));
    assert_eq!(article(&fixture.load(), "en", "p7").1, "Text 7");
    let sums: Vec<_> = report.kinds.iter().map(|sum| (sum.kind, sum.pages)).collect();
    assert_eq!(sums, [(Kind::Navigation, 12)]);
}
