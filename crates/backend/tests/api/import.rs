//! Imported articles, as readers get them.

use crate::backend::{Backend, copy, demo};
use chrono::NaiveDate;
use guichet_backend::import::{self, Options};
use guichet_contract::types::{Article, HitKind, SearchReply};
use reqwest::{Method, StatusCode};
use serde_json::from_value;
use std::path::Path;
use tempfile::TempDir;

/// The demo company with the pages of tests/import.
fn company(visible_to: Option<&str>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&demo(), folder.path());
    let options = Options {
        from: Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/wiki"),
        into: folder.path().to_owned(),
        collection: None,
        language: Some("en".to_owned()),
        category: Some("workplace".to_owned()),
        owner: None,
        visible_to: visible_to.map(str::to_owned),
        reviewed: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
        dry_run: false,
    };
    let report = import::knowledge(&options, &mut |_, _| {}).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(report.new, 3);
    folder
}

#[tokio::test]
async fn an_imported_page_is_read_and_found_in_every_language() {
    let folder = company(None);
    let backend = Backend::of(folder.path()).await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let path = "/knowledge/articles/setup.printer";
    for asked in [path.to_owned(), format!("{path}?language=de")] {
        let article: Article = from_value(aylin.get(&asked).await).unwrap();
        assert_eq!(
            (article.language.as_str(), article.languages.as_slice()),
            ("en", &["en".to_owned()][..]),
            "{asked}"
        );
        assert_eq!(article.summary.title, "Set up a printer");
        assert!(
            article.body.contains("article:faq#paper-jam") && !article.body.contains('<'),
            "{}",
            article.body
        );
    }
    let reply: SearchReply = from_value(aylin.get("/search?q=set%20up%20a%20printer").await).unwrap();
    assert!(
        reply.hits.iter().any(|hit| hit.kind == HitKind::Article && hit.id == "setup.printer"),
        "{reply:?}"
    );
}

#[tokio::test]
async fn whoever_may_not_read_it_knows_of_none() {
    let folder = company(Some("managers"));
    let backend = Backend::of(folder.path()).await;
    let path = "/knowledge/articles/setup.printer";
    let aylin = backend.sign_in("aylin-kaya").await;
    assert_eq!(aylin.reply(path).await.status, 404);
    let mara = backend.sign_in("mara-lindt").await;
    let article: Article = from_value(mara.get(path).await).unwrap();
    let picture =
        article.body.split("(picture:").nth(1).and_then(|rest| rest.split(')').next()).unwrap().to_owned();
    let picture = format!("/knowledge/pictures/{picture}");
    let found = mara.ask(Method::GET, &picture).send().await.unwrap();
    assert_eq!(found.status(), StatusCode::OK);
    assert_eq!(aylin.reply(&picture).await.status, 404);
}
