use crate::backend::Backend;
use guichet_contract::types::{Article, ArticleText, ArticleVersion, Page, PictureSize};
use reqwest::{Method, StatusCode};
use serde_json::from_value;
use std::fs;

const VPN: &str = "/knowledge/articles/vpn-does-not-connect";

#[tokio::test]
async fn an_article_comes_in_the_language_that_is_asked_for() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let own: Article = from_value(aylin.get(VPN).await).unwrap();
    assert_eq!(
        (own.language.as_str(), own.languages.as_slice()),
        ("en", &["en".to_owned(), "de".to_owned()][..])
    );
    let german: Article = from_value(aylin.get(&format!("{VPN}?language=de-AT")).await).unwrap();
    assert_eq!((german.language.as_str(), german.summary.title.as_str()), ("de", "VPN verbindet sich nicht"));
    // What stands around it stays in the reader's own language.
    assert_eq!(german.owner.name, own.owner.name);
    assert_eq!(german.related, own.related);
    assert_eq!(german.known_errors, own.known_errors);
    let none: Article = from_value(aylin.get(&format!("{VPN}?language=ja")).await).unwrap();
    assert_eq!(none.language, "en", "the company's first");
}

#[tokio::test]
async fn an_article_says_what_is_known_to_be_wrong_and_who_keeps_it_right() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let tomasz = backend.sign_in("tomasz-sikora").await;
    let read: Article = from_value(aylin.get(VPN).await).unwrap();
    let kept: Article = from_value(tomasz.get(VPN).await).unwrap();
    assert_eq!((read.keeper, kept.keeper), (false, true));
    assert_eq!(read.review_due.unwrap().to_string(), "2027-09-14");
    let known: Vec<&str> = read.known_errors.iter().map(|error| error.id.as_str()).collect();
    assert_eq!(known, ["vpn-berlin-drops"]);
    assert!(read.known_errors[0].workaround.contains("Hamburg") && read.known_errors[0].fix.is_some());
    let wifi: Article = from_value(aylin.get("/knowledge/articles/wifi-connect").await).unwrap();
    assert!(wifi.known_errors.is_empty());
}

#[tokio::test]
async fn versions_can_be_listed_and_read_as_far_as_they_were_kept() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let versions: Page<ArticleVersion> = from_value(aylin.get(&format!("{VPN}/versions")).await).unwrap();
    let listed: Vec<_> = versions.items.iter().map(|v| (v.version, v.readable, v.by.is_some())).collect();
    assert_eq!(listed, [(3, true, true), (2, true, true), (1, false, true)]);
    assert_eq!(versions.items[0].published_at.to_rfc3339(), "2026-09-14T12:00:00+00:00");
    let article: Article = from_value(aylin.get(VPN).await).unwrap();
    assert_eq!(article.version, Some(3));
    let newest: ArticleText = from_value(aylin.get(&format!("{VPN}/versions/3")).await).unwrap();
    assert_eq!((&newest.body, &newest.title), (&article.body, &article.summary.title));
    let before: ArticleText = from_value(aylin.get(&format!("{VPN}/versions/2")).await).unwrap();
    assert!(before.body != newest.body && before.of.version == 2);
    let german: ArticleText = from_value(aylin.get(&format!("{VPN}/versions/2?language=de")).await).unwrap();
    assert!(german.language == "de" && german.body.contains("Gateway `Berlin`"));
    for gone in ["versions/1", "versions/4", "versions/0", "versions/x", "versions/02"] {
        aylin.reply(&format!("{VPN}/{gone}")).await.refused(StatusCode::NOT_FOUND, "not_found");
    }
    let none = "/knowledge/articles/none/versions";
    aylin.reply(none).await.refused(StatusCode::NOT_FOUND, "not_found");
    // An article whose versions nobody wrote down has one.
    let one = aylin.get("/knowledge/articles/wifi-connect/versions").await;
    let one: Page<ArticleVersion> = from_value(one).unwrap();
    assert_eq!(one.items.iter().map(|v| (v.version, v.readable)).collect::<Vec<_>>(), [(1, true)]);
    backend
        .nobody()
        .reply(&format!("{VPN}/versions"))
        .await
        .refused(StatusCode::UNAUTHORIZED, "not_signed_in");
}

#[tokio::test]
async fn a_picture_of_an_article_is_shown_and_never_run() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let path = "/knowledge/pictures/vpn-connected.png";
    let reply = aylin.ask(Method::GET, path).send().await.unwrap();
    assert_eq!(reply.status(), StatusCode::OK);
    let header = |name: &str| reply.headers().get(name).unwrap().to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "image/png");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("content-security-policy"), "default-src 'none'; sandbox");
    let etag = header("etag");
    assert!(reply.bytes().await.unwrap().starts_with(b"\x89PNG"));
    let again = aylin.ask(Method::GET, path).header("if-none-match", etag).send().await.unwrap();
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    for none in ["none.png", "..%2F..%2Fcompany.yaml", "%00"] {
        let reply = aylin.reply(&format!("/knowledge/pictures/{none}")).await;
        reply.refused(StatusCode::NOT_FOUND, "not_found");
    }
    backend.nobody().reply(path).await.refused(StatusCode::UNAUTHORIZED, "not_signed_in");
}

#[tokio::test]
async fn an_article_says_how_large_its_pictures_are() {
    let backend = Backend::with_own_files().await;
    let pictures = backend.content().join("pictures");
    // A picture that claims more than any is, and one that is nothing but a beginning.
    let head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    fs::write(pictures.join("huge.png"), [head.as_slice(), &[0xFF; 8]].concat()).unwrap();
    fs::write(pictures.join("cut.png"), head).unwrap();
    let file = backend.content().join("articles/vpn-does-not-connect.en.md");
    let more = "![Huge](picture:huge.png) ![Cut](picture:cut.png) ![Again](picture:vpn-connected.png)";
    fs::write(&file, format!("{}\n{more}\n", fs::read_to_string(&file).unwrap())).unwrap();
    backend.reload().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let article: Article = from_value(aylin.get(VPN).await).unwrap();
    let known = PictureSize { picture: "picture:vpn-connected.png".to_owned(), width: 720, height: 400 };
    assert_eq!(article.pictures, [known]);
    let without: Article = from_value(aylin.get("/knowledge/articles/wifi-connect").await).unwrap();
    assert!(without.pictures.is_empty());
}

#[tokio::test]
async fn a_picture_is_for_those_who_may_know_of_what_shows_it() {
    let backend = Backend::with_own_files().await;
    let (aylin, mara) = (backend.sign_in("aylin-kaya").await, backend.sign_in("mara-lindt").await);
    let pictures = backend.content().join("pictures");
    fs::copy(pictures.join("vpn-connected.png"), pictures.join("handover.png")).unwrap();
    let path = "/knowledge/pictures/handover.png";
    backend.reload().await;
    mara.reply(path).await.refused(StatusCode::NOT_FOUND, "not_found");
    // An article for managers alone.
    let file = backend.content().join("articles/before-somebody-leaves-your-team.de.md");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{text}\n![Ein leerer Tisch](picture:handover.png)\n")).unwrap();
    backend.reload().await;
    let (headers, bytes) = mara.bytes(mara.ask(Method::GET, path)).await;
    assert!(bytes.starts_with(b"\x89PNG"));
    aylin.reply(path).await.refused(StatusCode::NOT_FOUND, "not_found");
    let known = aylin.ask(Method::GET, path).header("if-none-match", headers["etag"].clone());
    aylin.send(known).await.refused(StatusCode::NOT_FOUND, "not_found");
}

#[tokio::test]
async fn an_opinion_does_not_change_what_is_being_read() {
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    aylin.post(&format!("{VPN}/feedback"), serde_json::json!({ "helpful": true })).await;
    let german: Article = from_value(aylin.get(&format!("{VPN}?language=de")).await).unwrap();
    assert_eq!((german.my_feedback, german.helped), (Some(true), 1));
}
