//! Articles that are written in the portal, from a draft to their end.

use crate::backend::{Backend, Person, Reply, incident, text};
use chrono::TimeDelta;
use guichet_contract::types::{
    Article, ArticleSource, ArticleStanding, ArticleVersion, Capabilities, KeptArticle, KnowledgeWork, Page,
    PictureSize, Proposal, RetiredNotice, RetiredText, WritingOptions, WritingPermission,
};
use guichet_rules::article::{ProposalState, WritingAction, WritingRefusal};
use reqwest::{
    Method, StatusCode,
    multipart::{Form, Part},
};
use serde_json::{Value, from_value, json};
use std::fs;
use uuid::Uuid;

const VPN: &str = "/knowledge/articles/vpn-does-not-connect";

fn content(title: &str) -> Value {
    json!({
        "title": title,
        "summary": "How to get in when the door stays shut",
        "keywords": ["door", " zanzibar ", "Door"],
        "category": "network",
        "owner": "network",
        "body": "## First\n\nHold the card to the reader.\n",
    })
}

async fn begin(person: &Person, input: Value) -> Proposal {
    from_value(person.post("/knowledge/proposals", input).await).unwrap()
}

async fn new(person: &Person, title: &str) -> Proposal {
    begin(person, json!({ "language": "en", "content": content(title) })).await
}

/// A change to the article about the VPN, as it is now.
async fn change(person: &Person, body: &str) -> Proposal {
    let source: ArticleSource = from_value(person.get(&format!("{VPN}/source?language=en")).await).unwrap();
    let mut content = serde_json::to_value(&source.content).unwrap();
    content["body"] = json!(body);
    let input = json!({
        "article": "vpn-does-not-connect", "language": "en", "base": source.version, "content": content,
    });
    begin(person, input).await
}

async fn act(person: &Person, proposal: &Proposal, action: &str, comment: Option<&str>) -> Reply {
    let path = format!("/knowledge/proposals/{}/actions/{action}", proposal.summary.id);
    let call = person.write(&path, &json!({ "comment": comment }));
    person.send(call.header("if-match", format!("\"{}\"", proposal.version))).await
}

/// The same, which has to succeed.
async fn done(person: &Person, proposal: &Proposal, action: &str, comment: Option<&str>) -> Proposal {
    let reply = act(person, proposal, action, comment).await;
    assert_eq!(reply.status, 200, "{action}: {reply:?}");
    from_value(reply.body).unwrap()
}

async fn save(person: &Person, proposal: &Proposal, body: &Value) -> Reply {
    let path = format!("/knowledge/proposals/{}", proposal.summary.id);
    let call = person.ask(Method::PATCH, &path).header("idempotency-key", Uuid::new_v4().to_string());
    person.send(call.header("if-match", format!("\"{}\"", proposal.version)).json(body)).await
}

async fn on_article(person: &Person, article: &str, action: &str, body: Value) -> Reply {
    let path = format!("/knowledge/articles/{article}");
    let seen = person.reply(&format!("{path}/standing")).await;
    let call = person.write(&format!("{path}/actions/{action}"), &body);
    person.send(call.header("if-match", seen.header("etag"))).await
}

async fn work(person: &Person) -> KnowledgeWork {
    from_value(person.get("/knowledge/work").await).unwrap()
}

async fn found(person: &Person, words: &str) -> Vec<String> {
    let reply = person.get(&format!("/search?q={words}")).await;
    reply["hits"].as_array().unwrap().iter().map(|hit| text(&hit["id"])).collect()
}

#[tokio::test]
async fn who_writes_nothing_finds_nothing_to_write() {
    let backend = Backend::start().await;
    let offers: Capabilities = from_value(backend.nobody().get("/capabilities").await).unwrap();
    assert!(offers.features.iter().any(|feature| feature == "writing"));
    let aylin = backend.sign_in("aylin-kaya").await;
    for path in
        ["/knowledge/work", "/knowledge/writing", &format!("{VPN}/source"), &format!("{VPN}/standing")]
    {
        aylin.reply(path).await.refused(StatusCode::NOT_FOUND, "not_found");
        backend.nobody().reply(path).await.refused(StatusCode::UNAUTHORIZED, "not_signed_in");
    }
    let input = json!({ "language": "en", "content": content("Door") });
    let reply = aylin.send(aylin.write("/knowledge/proposals", &input)).await;
    reply.refused(StatusCode::NOT_FOUND, "not_found");
    let article: Article = from_value(aylin.get(VPN).await).unwrap();
    assert!(!article.editable);

    let tomasz = backend.sign_in("tomasz-sikora").await;
    let article: Article = from_value(tomasz.get(VPN).await).unwrap();
    assert!(article.editable && article.keeper);
    // What people look for is for those who keep an answer right.
    assert!(work(&tomasz).await.keeps);
    tomasz.get("/knowledge/learning").await;
    let options: WritingOptions = from_value(tomasz.get("/knowledge/writing").await).unwrap();
    assert_eq!(options.languages, ["en", "de"]);
    assert!(options.owners.iter().any(|group| group.id.as_str() == "network"));
    assert!(options.readers.iter().any(|group| group.id.as_str() == "managers"));
    assert!(options.readers.iter().all(|group| group.id.as_str() != "network"));
}

#[tokio::test]
async fn a_new_article_goes_from_a_draft_to_its_readers() {
    let backend = Backend::start().await;
    let (tomasz, gregor) = (backend.sign_in("tomasz-sikora").await, backend.sign_in("gregor-hansen").await);
    let aylin = backend.sign_in("aylin-kaya").await;
    let draft = new(&tomasz, "The door stays shut").await;
    assert_eq!((draft.summary.article.as_str(), draft.published), ("the-door-stays-shut", 0));
    assert_eq!(draft.content.keywords, ["door", "zanzibar"]);
    let path = format!("/knowledge/proposals/{}", draft.summary.id);
    gregor.reply(&path).await.refused(StatusCode::NOT_FOUND, "not_found");
    // Another draft with the same title is another article.
    assert_eq!(new(&tomasz, "The door stays shut").await.summary.article.as_str(), "the-door-stays-shut-2");

    let proposed = done(&tomasz, &draft, "propose", Some("Asked three times this week")).await;
    assert_eq!(proposed.summary.state, ProposalState::Proposed);
    assert!(!WritingPermission::allows(&proposed.actions, WritingAction::Publish));
    act(&tomasz, &proposed, "publish", None).await.refused(StatusCode::CONFLICT, "refused");
    let waiting = work(&gregor).await.to_review;
    assert!(waiting.iter().any(|waiting| waiting.id == draft.summary.id));
    assert!(work(&tomasz).await.to_review.iter().all(|waiting| waiting.id != draft.summary.id));
    assert!(found(&aylin, "zanzibar").await.is_empty());
    aylin.reply(&path).await.refused(StatusCode::NOT_FOUND, "not_found");

    act(&gregor, &proposed, "ask_changes", None).await.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    let returned = done(&gregor, &proposed, "ask_changes", Some("Which reader?")).await;
    assert_eq!(returned.summary.state, ProposalState::Returned);
    let mine: Proposal = from_value(tomasz.get(&path).await).unwrap();
    assert_eq!(mine.remarks.last().unwrap().comment.as_deref(), Some("Which reader?"));
    let mut better = content("The door stays shut");
    better["body"] = json!("Hold the card to the grey reader.\n");
    let saved = save(&tomasz, &mine, &json!({ "content": better })).await;
    assert_eq!(saved.status, 200, "{saved:?}");
    let proposed = done(&tomasz, &from_value(saved.body).unwrap(), "propose", None).await;
    let published = done(&gregor, &proposed, "publish", Some("Thank you")).await;
    assert_eq!(published.summary.state, ProposalState::Published);

    let article = "/knowledge/articles/the-door-stays-shut";
    let read: Article = from_value(aylin.get(article).await).unwrap();
    assert!(read.body.contains("grey") && read.version == Some(1) && read.owner.id.as_str() == "network");
    assert_eq!(read.languages, ["en"]);
    let german: Article = from_value(aylin.get(&format!("{article}?language=de")).await).unwrap();
    assert_eq!(german.language, "en", "what there is stands in");
    assert_eq!(found(&aylin, "zanzibar").await, ["the-door-stays-shut"]);
    let versions: Page<ArticleVersion> = from_value(aylin.get(&format!("{article}/versions")).await).unwrap();
    assert_eq!(versions.items[0].by.as_ref().unwrap().id.as_str(), "tomasz-sikora");
    // What its author said changed, and not what was said to them.
    assert_eq!(versions.items[0].note.as_deref(), Some("Asked three times this week"));
}

#[tokio::test]
async fn what_was_rejected_is_begun_again_by_who_wrote_it() {
    let backend = Backend::start().await;
    let (writer, keeper) = (backend.sign_in("tomasz-sikora").await, backend.sign_in("gregor-hansen").await);
    let first = new(&writer, "Zanzibar door").await;
    let first = done(&writer, &first, "propose", None).await;
    let rejected = done(&keeper, &first, "reject", Some("Too short.")).await;
    assert_eq!(rejected.summary.state, ProposalState::Rejected);
    // It stays as it is, and its text goes on under the same id.
    let again = json!({
        "article": rejected.summary.article, "language": "en", "base": 0, "content": rejected.content,
    });
    let second = begin(&writer, again).await;
    assert_ne!(second.summary.id, rejected.summary.id);
    assert_eq!((&second.summary.article, second.base), (&rejected.summary.article, 0));
    assert_eq!((second.summary.state, &second.content), (ProposalState::Draft, &rejected.content));
    assert!(second.remarks.is_empty());
    let second = done(&writer, &second, "propose", Some("Longer.")).await;
    done(&keeper, &second, "publish", None).await;
    let article = format!("/knowledge/articles/{}", rejected.summary.article);
    let read: Article = from_value(keeper.get(&article).await).unwrap();
    assert_eq!(read.summary.title, "Zanzibar door");
    let old: Proposal =
        from_value(writer.get(&format!("/knowledge/proposals/{}", rejected.summary.id)).await).unwrap();
    assert_eq!((old.summary.state, old.remarks.len()), (ProposalState::Rejected, 2));

    // An id that somebody else wrote about and nobody published is no id for others.
    let other = new(&writer, "Zanzibar gate").await;
    let taken = json!({ "article": other.summary.article, "language": "en", "content": content("Mine") });
    let reply = keeper.send(keeper.write("/knowledge/proposals", &taken)).await;
    reply.refused(StatusCode::NOT_FOUND, "not_found");
}

#[tokio::test]
async fn a_change_is_a_new_version_and_outlives_the_files_being_read_again() {
    let backend = Backend::with_own_files().await;
    let (tomasz, gregor) = (backend.sign_in("tomasz-sikora").await, backend.sign_in("gregor-hansen").await);
    let was: Article = from_value(gregor.get(VPN).await).unwrap();
    let draft = change(&tomasz, "Zanzibar.\n").await;
    assert_eq!(draft.before.as_ref().unwrap().body, was.body);
    let source: ArticleSource = from_value(tomasz.get(&format!("{VPN}/source?language=en")).await).unwrap();
    assert_eq!(source.proposal, Some(draft.summary.id.clone()));
    let proposed = done(&tomasz, &draft, "propose", Some("Shorter")).await;
    done(&gregor, &proposed, "publish", None).await;
    backend.reload().await;
    let now: Article = from_value(gregor.get(VPN).await).unwrap();
    assert_eq!((now.version, now.body.as_str()), (Some(4), "Zanzibar.\n"));
    assert_eq!((&now.services, &now.items), (&was.services, &was.items));
    let versions: Page<ArticleVersion> = from_value(gregor.get(&format!("{VPN}/versions")).await).unwrap();
    assert_eq!(
        versions.items.iter().map(|v| (v.version, v.readable)).take(3).collect::<Vec<_>>(),
        [(4, true), (3, true), (2, true),]
    );
    assert_eq!(versions.items[0].note.as_deref(), Some("Shorter"));
    assert_eq!(text(&gregor.get(&format!("{VPN}/versions/3")).await["body"]), was.body);
    // The other language is as it was.
    let german: Article = from_value(gregor.get(&format!("{VPN}?language=de")).await).unwrap();
    assert_eq!(german.language, "de");
}

#[tokio::test]
async fn what_an_article_names_changes_with_it_and_what_its_writer_may_not_see_stays() {
    let backend = Backend::with_own_files().await;
    let replace = |file: &str, from: &str, to: &str| {
        let file = backend.content().join(file);
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(from), "{file:?}");
        fs::write(&file, text.replacen(from, to, 1)).unwrap();
    };
    let hidden = "id: static-address\nvisible_to: {group: managers}\n";
    replace("items/static-address.yaml", "id: static-address\n", hidden);
    for language in ["en", "de"] {
        let file = format!("articles/vpn-does-not-connect.{language}.md");
        replace(&file, "items: [vpn-access]", "items: [vpn-access, static-address]");
    }
    backend.reload().await;
    let (tomasz, gregor) = (backend.sign_in("tomasz-sikora").await, backend.sign_in("gregor-hansen").await);
    let options: WritingOptions = from_value(tomasz.get("/knowledge/writing").await).unwrap();
    assert!(options.services.iter().any(|service| service.id.as_str() == "vpn"));
    assert!(options.items.iter().any(|item| item.id.as_str() == "esim-data"));
    assert!(options.items.iter().all(|item| item.id.as_str() != "static-address"));

    let source: ArticleSource = from_value(tomasz.get(&format!("{VPN}/source?language=en")).await).unwrap();
    assert_eq!(source.content.items.as_ref().unwrap().len(), 1);
    let mut content = serde_json::to_value(&source.content).unwrap();
    content["services"] = json!(["vpn", "vpn", "no-such-service"]);
    content["items"] = json!(["esim-data", "static-address", "no-such-item"]);
    let input = json!({
        "article": "vpn-does-not-connect", "language": "en", "base": source.version, "content": content,
    });
    let draft = begin(&tomasz, input).await;
    assert_eq!(serde_json::to_value(&draft.content.services).unwrap(), json!(["vpn"]));
    assert_eq!(serde_json::to_value(&draft.content.items).unwrap(), json!(["esim-data"]));
    // Who says nothing of them changes nothing.
    content.as_object_mut().unwrap().remove("items");
    let same = save(&tomasz, &draft, &json!({ "content": content })).await;
    let same: Proposal = from_value(same.body).unwrap();
    assert_eq!(serde_json::to_value(&same.content.items).unwrap(), json!(["vpn-access"]));
    content["items"] = json!(["esim-data"]);
    let saved = save(&tomasz, &same, &json!({ "content": content })).await;
    let proposed = done(&tomasz, &from_value(saved.body).unwrap(), "propose", None).await;
    done(&gregor, &proposed, "publish", None).await;

    let named = |article: &Article| article.items.iter().map(|item| item.id.to_string()).collect::<Vec<_>>();
    let read: Article = from_value(tomasz.get(VPN).await).unwrap();
    assert_eq!(named(&read), ["esim-data"]);
    // Gregor is one of the managers.
    let read: Article = from_value(gregor.get(VPN).await).unwrap();
    assert_eq!(named(&read), ["esim-data", "static-address"]);
    let german: Article = from_value(gregor.get(&format!("{VPN}?language=de")).await).unwrap();
    assert_eq!(named(&german), named(&read), "it is the same in every language");
}

#[tokio::test]
async fn who_did_not_see_what_is_published_goes_on_only_once_they_have() {
    let backend = Backend::start().await;
    let (tomasz, gregor) = (backend.sign_in("tomasz-sikora").await, backend.sign_in("gregor-hansen").await);
    let hana = backend.sign_in("hana-mori").await;
    let (mine, theirs) = (change(&tomasz, "Mine.\n").await, change(&gregor, "Theirs.\n").await);
    let proposed = done(&gregor, &theirs, "propose", None).await;
    done(&tomasz, &proposed, "publish", None).await;

    let reply = act(&tomasz, &mine, "propose", None).await;
    reply.refused(StatusCode::PRECONDITION_FAILED, "stale");
    let current: Proposal = from_value(reply.body["current"].clone()).unwrap();
    assert_eq!((current.base, current.published), (3, 4));
    assert_eq!(
        (current.content.body.as_str(), current.before.as_ref().unwrap().body.as_str()),
        ("Mine.\n", "Theirs.\n")
    );
    // A version of the draft that nobody has seen is no other case.
    save(&tomasz, &Proposal { version: 9, ..mine.clone() }, &json!({ "content": mine.content }))
        .await
        .refused(StatusCode::PRECONDITION_FAILED, "stale");
    let saved = save(&tomasz, &mine, &json!({ "base": 4, "content": mine.content })).await;
    let rebased: Proposal = from_value(saved.body).unwrap();
    let proposed = done(&tomasz, &rebased, "propose", None).await;
    done(&hana, &proposed, "publish", None).await;
    let now: Article = from_value(hana.get(VPN).await).unwrap();
    assert_eq!((now.version, now.body.as_str()), (Some(5), "Mine.\n"));
}

#[tokio::test]
async fn what_readers_would_miss_is_named_field_by_field() {
    let backend = Backend::start().await;
    let tomasz = backend.sign_in("tomasz-sikora").await;
    let input = json!({ "language": "en", "content": { "title": " " } });
    let reply = tomasz.send(tomasz.write("/knowledge/proposals", &input)).await;
    reply.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    assert_eq!(reply.body["errors"][0]["pointer"], json!("/content/title"));
    let unknown = json!({ "language": "fr", "content": { "title": "Porte" } });
    let reply = tomasz.send(tomasz.write("/knowledge/proposals", &unknown)).await;
    assert_eq!(reply.body["errors"][0]["pointer"], json!("/language"));

    let poor = json!({ "title": "Door", "owner": "managers", "review_by": "2020-01-01" });
    let draft = begin(&tomasz, json!({ "language": "en", "content": poor })).await;
    let reply = act(&tomasz, &draft, "propose", None).await;
    reply.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    let errors = reply.body["errors"].as_array().unwrap();
    let pointers: Vec<_> = errors.iter().map(|error| text(&error["pointer"])).collect();
    assert_eq!(
        pointers,
        ["/content/summary", "/content/category", "/content/owner", "/content/review_by", "/content/body"]
    );
    // Above the editor they stand without their fields, so each says what it is about.
    let mut details: Vec<_> = errors.iter().map(|error| text(&error["detail"])).collect();
    details.sort();
    details.dedup();
    assert!(details.len() == 5 && !details.contains(&String::new()), "{details:?}");
    // It can be thrown away, and is gone then.
    done(&tomasz, &draft, "discard", None).await;
    let path = format!("/knowledge/proposals/{}", draft.summary.id);
    tomasz.reply(&path).await.refused(StatusCode::NOT_FOUND, "not_found");
}

#[tokio::test]
async fn links_lead_to_what_is_there_for_who_proposes_them() {
    let backend = Backend::start().await;
    let (tomasz, gregor) = (backend.sign_in("tomasz-sikora").await, backend.sign_in("gregor-hansen").await);
    let with = |body: &str| {
        let mut content = content("Where to go");
        content["body"] = json!(body);
        json!({ "language": "en", "content": content })
    };
    let lost = "[a](article:no-such-one) [b](item:no-such-one) ![c](picture:no-such-one.png)";
    let fine = "[d](article:vpn-does-not-connect) [e](item:vpn-access) ![f](picture:vpn-connected.png)";
    let outside = "[g](https://example.com) [h](#there) [i](article:where-to-go)";
    let draft = begin(&tomasz, with(&format!("{lost} {fine} {outside}"))).await;
    let reply = act(&tomasz, &draft, "propose", None).await;
    reply.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    assert_eq!(reply.body["errors"][0]["pointer"], json!("/content/body"));
    let detail = text(&reply.body["errors"][0]["detail"]);
    let named = "article:no-such-one, item:no-such-one, picture:no-such-one.png";
    assert!(detail.contains(named) && !detail.contains("vpn"), "{detail}");
    let saved =
        save(&tomasz, &draft, &json!({ "content": with(&format!("{fine} {outside}"))["content"] })).await;
    let proposed = done(&tomasz, &from_value(saved.body).unwrap(), "propose", None).await;
    done(&gregor, &proposed, "publish", None).await;

    // What the text leads to may go later: who corrects a word need not care.
    on_article(&gregor, "vpn-does-not-connect", "retire", json!({})).await;
    let mut input = with(&format!("Now {fine} {outside}"));
    (input["article"], input["base"]) = (json!("where-to-go"), json!(1));
    let again = begin(&tomasz, input).await;
    done(&tomasz, &again, "propose", None).await;
    let other = begin(&tomasz, with(fine)).await;
    let reply = act(&tomasz, &other, "propose", None).await;
    reply.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
}

#[tokio::test]
async fn what_somebody_reads_is_what_they_change_until_they_ask_for_another_language() {
    let backend = Backend::start().await;
    let (tomasz, gregor) = (backend.sign_in("tomasz-sikora").await, backend.sign_in("gregor-hansen").await);
    let proposed = done(&tomasz, &new(&tomasz, "The green door").await, "propose", None).await;
    done(&gregor, &proposed, "publish", None).await;
    let path = "/knowledge/articles/the-green-door/source";
    let source = async |path: &str, own: &str| {
        let reply = tomasz.send(tomasz.ask(Method::GET, path).header("accept-language", own)).await;
        from_value::<ArticleSource>(reply.body).unwrap()
    };
    let german = source(path, "de").await;
    assert_eq!((german.language.as_str(), german.version), ("en", 1), "it is there in English alone");
    let translation = source(&format!("{path}?language=de"), "en").await;
    assert_eq!((translation.language.as_str(), translation.version), ("de", 0));
    assert_eq!(translation.content.title, "The green door", "what there is stands in");
    let both = source(&format!("{VPN}/source"), "de").await;
    assert_eq!((both.language.as_str(), both.version > 0), ("de", true));
    // What is begun of the one is not gone on with in the other.
    let input = json!({
        "article": "the-green-door", "language": "de", "base": 0, "content": content("Die grüne Tür"),
    });
    let draft = begin(&tomasz, input).await;
    assert_eq!(source(path, "de").await.proposal, None);
    assert_eq!(source(&format!("{path}?language=de"), "de").await.proposal, Some(draft.summary.id));
}

#[tokio::test]
async fn a_retired_article_is_found_nowhere_and_says_what_replaces_it() {
    let backend = Backend::start().await;
    let (tomasz, aylin) = (backend.sign_in("tomasz-sikora").await, backend.sign_in("aylin-kaya").await);
    let vpn = "vpn-does-not-connect";
    let read: Article = from_value(aylin.get("/knowledge/articles/wifi-connect").await).unwrap();
    let linked = read.related.iter().any(|other| other.id.as_str() == vpn);
    let itself = on_article(&tomasz, vpn, "retire", json!({ "replaced_by": vpn })).await;
    itself.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    let say = json!({ "comment": "The old VPN is switched off", "replaced_by": "wifi-connect" });
    on_article(&aylin, vpn, "retire", say.clone()).await.refused(StatusCode::NOT_FOUND, "not_found");
    let reply = on_article(&tomasz, vpn, "retire", say).await;
    let standing: ArticleStanding = from_value(reply.body).unwrap();
    assert_eq!(standing.state, ProposalState::Retired);

    for path in [VPN.to_owned(), format!("{VPN}?language=de"), format!("{VPN}/versions")] {
        let gone = aylin.reply(&path).await;
        gone.refused(StatusCode::GONE, "retired");
        let notice: RetiredNotice = from_value(gone.body["current"].clone()).unwrap();
        assert_eq!(notice.replaced_by.unwrap().id.as_str(), "wifi-connect");
        assert!(!notice.readable);
    }
    let solved = aylin.send(aylin.write(&format!("{VPN}/solved"), &json!({ "form": "report" }))).await;
    solved.refused(StatusCode::GONE, "retired");
    assert!(found(&aylin, "vpn").await.iter().all(|id| id != vpn));
    let listed = aylin.get("/knowledge/articles?q=vpn").await.to_string();
    assert!(!listed.contains(vpn));
    let read: Article = from_value(aylin.get("/knowledge/articles/wifi-connect").await).unwrap();
    assert!(read.related.iter().all(|other| other.id.as_str() != vpn), "it was there: {linked}");
    let retired = work(&tomasz).await.retired;
    assert_eq!(retired[0].comment.as_deref(), Some("The old VPN is switched off"));

    // Who saw it before it was retired is told.
    let stale = tomasz.write(&format!("{VPN}/actions/retire"), &json!({})).header("if-match", "\"0\"");
    tomasz.send(stale).await.refused(StatusCode::PRECONDITION_FAILED, "stale");
    let back = on_article(&tomasz, vpn, "put_back", json!({})).await;
    assert_eq!(back.status, 200, "{back:?}");
    assert_eq!(aylin.get(VPN).await["id"], json!(vpn));
}

#[tokio::test]
async fn who_writes_reads_what_was_retired_before_it_is_put_back() {
    let backend = Backend::with_own_files().await;
    let pictures = backend.content().join("pictures");
    fs::copy(pictures.join("vpn-connected.png"), pictures.join("gateway.png")).unwrap();
    let file = backend.content().join("articles/vpn-does-not-connect.en.md");
    let said = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{said}\n![The gateway](picture:gateway.png)\n")).unwrap();
    backend.reload().await;
    let (tomasz, aylin) = (backend.sign_in("tomasz-sikora").await, backend.sign_in("aylin-kaya").await);
    // She works at the desk, and is in none of the groups that keep it right.
    let wanda = backend.sign_in("wanda-kessler").await;
    let (path, picture) = ("/knowledge/retired/vpn-does-not-connect", "/knowledge/pictures/gateway.png");
    assert!(sees(&aylin, picture).await);
    tomasz.reply(path).await.refused(StatusCode::NOT_FOUND, "not_found");
    let was: Article = from_value(tomasz.get(VPN).await).unwrap();
    let say = json!({ "comment": "The old VPN is switched off", "replaced_by": "wifi-connect" });
    on_article(&tomasz, "vpn-does-not-connect", "retire", say).await;

    // Readers get nothing of it, and neither does anybody where it used to be.
    assert!(!sees(&aylin, picture).await);
    aylin.reply(path).await.refused(StatusCode::NOT_FOUND, "not_found");
    backend.nobody().reply(path).await.refused(StatusCode::UNAUTHORIZED, "not_signed_in");
    for person in [&tomasz, &wanda] {
        let gone = person.reply(VPN).await;
        gone.refused(StatusCode::GONE, "retired");
        let notice: RetiredNotice = from_value(gone.body["current"].clone()).unwrap();
        assert!(notice.readable);
        let text: RetiredText = from_value(person.get(path).await).unwrap();
        assert_eq!((&text.of.title, &text.body), (&was.summary.title, &was.body));
        assert_eq!(text.of.retired_by.id.as_str(), "tomasz-sikora");
        assert_eq!(text.of.comment.as_deref(), Some("The old VPN is switched off"));
        assert_eq!(text.of.replaced_by.unwrap().id.as_str(), "wifi-connect");
        assert!(sees(person, picture).await, "a text is read with its pictures");
        assert_eq!((&text.pictures, text.pictures.len()), (&was.pictures, 2));
    }
    let german: RetiredText = from_value(tomasz.get(&format!("{path}?language=de")).await).unwrap();
    assert_eq!((german.language.as_str(), german.of.title.as_str()), ("de", "VPN verbindet sich nicht"));

    // Who does not keep it right reads why they do not put it back.
    let text: RetiredText = from_value(wanda.get(path).await).unwrap();
    let back = text.actions.iter().find(|permission| permission.action == WritingAction::PutBack);
    let reason = back.and_then(|permission| permission.reason);
    assert_eq!(reason, Some(WritingRefusal::NotReviewer));
    let text: RetiredText = from_value(tomasz.get(path).await).unwrap();
    assert!(WritingPermission::allows(&text.actions, WritingAction::PutBack));
    let call = tomasz.write(&format!("{VPN}/actions/put_back"), &json!({}));
    let back = tomasz.send(call.header("if-match", format!("\"{}\"", text.of.version))).await;
    assert_eq!(back.status, 200, "{back:?}");
    tomasz.reply(path).await.refused(StatusCode::NOT_FOUND, "not_found");
    assert_eq!(aylin.get(VPN).await["id"], json!("vpn-does-not-connect"));
}

#[tokio::test]
async fn what_is_still_right_is_due_later() {
    let backend = Backend::start().await;
    backend.wait(TimeDelta::days(700));
    let tomasz = backend.sign_in("tomasz-sikora").await;
    let due = work(&tomasz).await.due;
    let vpn = "vpn-does-not-connect";
    assert!(due.iter().any(|article| article.id.as_str() == vpn));
    assert!(due.windows(2).all(|two| two[0].review_due <= two[1].review_due));
    // The same comes in parts.
    let (mut parts, mut cursor): (Vec<KeptArticle>, _) = (Vec::new(), String::new());
    loop {
        let path = format!("/knowledge/due?limit=2{cursor}");
        let page: Page<KeptArticle> = from_value(tomasz.get(&path).await).unwrap();
        assert!(page.items.len() <= 2);
        parts.extend(page.items);
        let Some(next) = page.next else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(parts, due);
    let retired = tomasz.get("/knowledge/retired?limit=1").await;
    assert_eq!(retired["items"], json!([]));
    let aylin = backend.sign_in("aylin-kaya").await;
    for path in ["/knowledge/due", "/knowledge/retired"] {
        aylin.reply(path).await.refused(StatusCode::NOT_FOUND, "not_found");
        tomasz.reply(&format!("{path}?limit=0")).await.refused(StatusCode::BAD_REQUEST, "bad_parameter");
    }
    // Only what his teams keep right.
    assert!(due.iter().all(|article| ["network", "service-desk"].contains(&article.owner.id.as_str())));
    let reply = on_article(&tomasz, vpn, "confirm", json!({})).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    assert!(work(&tomasz).await.due.iter().all(|article| article.id.as_str() != vpn));
    let read: Article = from_value(tomasz.get(VPN).await).unwrap();
    assert_eq!(read.summary.reviewed.to_string(), backend.day(0));
}

/// A picture that `person` uploads; gives its path.
async fn picture(person: &Person) -> String {
    let part =
        Part::bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x02".as_slice()).file_name("door.png");
    let call = person.ask(Method::POST, "/attachments").header("idempotency-key", Uuid::new_v4().to_string());
    let reply = person.send(call.multipart(Form::new().part("file", part))).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    format!("/attachments/{}", text(&reply.body["id"]))
}

/// A draft that shows it.
async fn showing(person: &Person, title: &str, path: &str) -> Proposal {
    let mut content = content(title);
    content["body"] = json!(format!("![The grey reader](/itsm/v1{path})\n"));
    begin(person, json!({ "language": "en", "content": content })).await
}

async fn sees(person: &Person, path: &str) -> bool {
    let status = person.ask(Method::GET, path).send().await.unwrap().status();
    assert!(status == StatusCode::OK || status == StatusCode::NOT_FOUND, "{status}");
    status == StatusCode::OK
}

#[tokio::test]
async fn a_picture_is_seen_by_those_who_see_the_text() {
    let backend = Backend::start().await;
    let (tomasz, gregor) = (backend.sign_in("tomasz-sikora").await, backend.sign_in("gregor-hansen").await);
    let aylin = backend.sign_in("aylin-kaya").await;
    let path = picture(&tomasz).await;
    let draft = showing(&tomasz, "The grey reader", &path).await;
    assert!(sees(&tomasz, &path).await && !sees(&gregor, &path).await && !sees(&aylin, &path).await);
    // Naming it in a text of one's own is no way to it.
    let stolen = showing(&gregor, "Not mine", &path).await;
    assert!(!sees(&gregor, &path).await);
    act(&gregor, &stolen, "propose", None).await.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");

    let proposed = done(&tomasz, &draft, "propose", None).await;
    assert!(sees(&gregor, &path).await && !sees(&aylin, &path).await);
    done(&gregor, &proposed, "publish", None).await;
    assert!(sees(&aylin, &path).await);
    // Whoever reads the text is told how much room it takes.
    let read: Article = from_value(aylin.get("/knowledge/articles/the-grey-reader").await).unwrap();
    let size = PictureSize { picture: format!("/itsm/v1{path}"), width: 1, height: 2 };
    assert_eq!(read.pictures, [size]);
    backend.nobody().reply(&path).await.refused(StatusCode::UNAUTHORIZED, "not_signed_in");
    // It is the article's from now on, and no ticket takes it away.
    let mut report = incident("Door");
    report["attachments"] = json!([path.trim_start_matches("/attachments/")]);
    let claimed = tomasz.send(tomasz.write("/incidents", &report)).await;
    claimed.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");

    // Whoever may not know of the article any more does not get its pictures either.
    on_article(&gregor, "the-grey-reader", "retire", json!({})).await;
    assert!(!sees(&aylin, &path).await && sees(&tomasz, &path).await && sees(&gregor, &path).await);
    on_article(&gregor, "the-grey-reader", "put_back", json!({})).await;
    assert!(sees(&aylin, &path).await);
}

#[tokio::test]
async fn a_picture_goes_when_nothing_shows_it() {
    let backend = Backend::start().await;
    let (tomasz, gregor) = (backend.sign_in("tomasz-sikora").await, backend.sign_in("gregor-hansen").await);
    let (kept, let_go, unused) = (picture(&tomasz).await, picture(&tomasz).await, picture(&tomasz).await);
    let draft = showing(&tomasz, "The grey reader", &kept).await;
    let proposed = done(&tomasz, &draft, "propose", None).await;
    done(&gregor, &proposed, "publish", None).await;
    let draft = showing(&tomasz, "The blue reader", &let_go).await;
    backend.wait(TimeDelta::days(3));
    backend.sweep().await;
    // A session is for a working day.
    let tomasz = backend.sign_in("tomasz-sikora").await;
    assert!(sees(&tomasz, &kept).await && sees(&tomasz, &let_go).await && !sees(&tomasz, &unused).await);
    done(&tomasz, &draft, "discard", None).await;
    backend.sweep().await;
    assert!(sees(&tomasz, &let_go).await, "there is time to put it into another text");
    backend.wait(TimeDelta::days(3));
    backend.sweep().await;
    let tomasz = backend.sign_in("tomasz-sikora").await;
    assert!(sees(&tomasz, &kept).await && !sees(&tomasz, &let_go).await);
}
