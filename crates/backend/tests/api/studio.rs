use crate::backend::{Backend, Person, Reply, headset, text};
use guichet_contract::types::{
    Capabilities, Lookup, Me, PublishedForm, Severity, StudioCheck, StudioForm, StudioFormSummary,
    StudioPersona, StudioSaved,
};
use guichet_rules::person::Right;
use reqwest::{Method, StatusCode};
use serde_json::{Value, from_value, json};
use std::fs;
use uuid::Uuid;

const HEADSET: &str = "/studio/forms/headset";

async fn open(person: &Person, path: &str) -> StudioForm {
    from_value(person.get(path).await).unwrap()
}

async fn check(person: &Person, source: &str) -> StudioCheck {
    let reply = person
        .send(person.ask(Method::POST, &format!("{HEADSET}/check")).json(&json!({ "source": source })))
        .await;
    assert_eq!(reply.status, 200, "{reply:?}");
    from_value(reply.body).unwrap()
}

/// Saves `source` over the text with the number `seen`.
async fn save(person: &Person, source: &str, seen: u64) -> Reply {
    let call = person.write(&format!("{HEADSET}/versions"), &json!({ "source": source }));
    person.send(call.header("if-match", format!("\"{seen}\""))).await
}

#[tokio::test]
async fn there_is_no_studio_for_those_who_write_no_forms() {
    let backend = Backend::start().await;
    let offers: Capabilities = from_value(backend.nobody().get("/capabilities").await).unwrap();
    assert!(offers.features.iter().any(|feature| feature == "studio"));
    backend.nobody().reply("/studio/forms").await.refused(StatusCode::UNAUTHORIZED, "not_signed_in");

    let hana = backend.sign_in("hana-mori").await;
    let me: Me = from_value(hana.get("/me").await).unwrap();
    assert!(me.rights.contains(&Right::Forms));
    let seen = open(&hana, HEADSET).await;

    // Who works on tickets writes no forms yet.
    for person in ["aylin-kaya", "tomasz-sikora"] {
        let person = backend.sign_in(person).await;
        for path in ["/studio/forms", HEADSET, "/studio/personas"] {
            person.reply(path).await.refused(StatusCode::NOT_FOUND, "not_found");
        }
        let body = json!({ "source": seen.source, "requester": "mara-lindt" });
        for path in [format!("{HEADSET}/check").as_str(), "/studio/lookups/people"] {
            let reply = person.send(person.ask(Method::POST, path).json(&body)).await;
            reply.refused(StatusCode::NOT_FOUND, "not_found");
        }
        save(&person, &seen.source, seen.version).await.refused(StatusCode::NOT_FOUND, "not_found");
    }
    assert_eq!(open(&hana, HEADSET).await, seen);
    for none in ["/studio/forms/none", "/studio/forms/..%2Fpeople"] {
        hana.reply(none).await.refused(StatusCode::NOT_FOUND, "not_found");
    }
}

#[tokio::test]
async fn every_form_is_listed_and_can_be_opened() {
    let backend = Backend::start().await;
    let hana = backend.sign_in("hana-mori").await;
    let forms: Vec<StudioFormSummary> = from_value(hana.get("/studio/forms").await).unwrap();
    assert!(
        forms.len() > 40
            && forms.windows(2).all(|two| two[0].title.to_lowercase() <= two[1].title.to_lowercase())
    );
    for form in &forms {
        assert_eq!((form.errors, form.form_version.is_some()), (0, true), "{form:?}");
    }
    let in_german = hana.ask(Method::GET, HEADSET).header("accept-language", "de");
    let reply = hana.send(in_german).await;
    let form: StudioForm = from_value(reply.body.clone()).unwrap();
    assert_eq!((form.file.as_str(), form.published, form.next), ("items/headset.yaml", Some(1), 2));
    assert!(form.source.starts_with("id: headset\n") && form.findings.is_empty());
    assert!(reply.header("etag").starts_with(&format!("\"{}-", form.version)), "{}", reply.header("etag"));
    assert_eq!(form.languages, ["en", "de"]);
}

#[tokio::test]
async fn a_text_is_tried_in_every_language_without_being_kept() {
    let backend = Backend::start().await;
    let hana = backend.sign_in("hana-mori").await;
    let seen = open(&hana, HEADSET).await;
    let other =
        seen.source.replace("Which headset?", "Which of them?").replace("Welches Headset?", "Welches davon?");
    let tried = check(&hana, &other).await;
    assert_eq!((tried.findings.len(), tried.elsewhere), (0, 0));
    let labels: Vec<(&str, &str)> = tried
        .previews
        .iter()
        .map(|preview| (preview.language.as_str(), preview.form.question("model").unwrap().label.as_str()))
        .collect();
    assert_eq!(labels, [("en", "Which of them?"), ("de", "Welches davon?")]);
    let german = &tried.previews[1];
    assert_eq!(
        (german.item.verb.as_str(), german.item.summary.name.as_str()),
        ("Headset anfordern", "Headset")
    );
    assert_eq!(german.schema.schema["properties"]["model"]["title"], json!("Welches davon?"));

    assert_eq!(open(&hana, HEADSET).await, seen);
    let form: PublishedForm = from_value(hana.get("/forms/headset@1").await).unwrap();
    assert_eq!(form.form.question("model").unwrap().label, "Which headset?");
}

#[tokio::test]
async fn mistakes_are_named_with_line_column_and_remedy() {
    let backend = Backend::start().await;
    let hana = backend.sign_in("hana-mori").await;
    let seen = open(&hana, HEADSET).await;
    let line = |words: &str| {
        let found = seen.source.lines().position(|line| line.contains(words)).unwrap();
        u32::try_from(found + 1).unwrap()
    };
    for (from, to, severity, at, column, what, remedy) in [
        (
            "{eq: [handover, desk]}",
            "{eq: [handovr, desk]}",
            Severity::Error,
            "{eq: [handover, desk]}",
            11,
            "names 'handovr', which is no earlier question",
            "name a question that is asked before this one",
        ),
        (
            "group: client-services",
            "group: client-service",
            Severity::Error,
            "group: client-services",
            1,
            "there is no group 'client-service'",
            "did you mean 'client-services'?",
        ),
        (
            "label: {en: \"Which plug?\", de: \"Welcher Stecker?\"}",
            "label: {en: \"Which plug?\"}",
            Severity::Error,
            "Which plug?",
            11,
            "a language is missing",
            "add the text for 'de'",
        ),
        (
            "default: usb-c",
            "because: {en: \"It fits\", de: \"Er passt\"}",
            Severity::Warning,
            "default: usb-c",
            11,
            "`because` is never shown",
            "remove it, or add `visible_when`",
        ),
    ] {
        assert!(seen.source.contains(from), "{from}");
        let tried = check(&hana, &seen.source.replacen(from, to, 1)).await;
        let found = tried.findings.iter().find(|finding| finding.what.contains(what));
        let found = found.unwrap_or_else(|| panic!("{what}: {:?}", tried.findings));
        assert_eq!(
            (found.line, found.column, found.severity),
            (Some(line(at)), Some(column), severity),
            "{to}"
        );
        assert!(found.remedy.contains(remedy), "{found:?}");
        assert_eq!(tried.previews.is_empty(), severity == Severity::Error, "{to}");
    }
    let no_yaml = check(&hana, &format!("{}\n  - [", seen.source)).await;
    assert!(
        no_yaml.findings.iter().any(|finding| finding.line.is_some() && finding.severity == Severity::Error)
    );
}

#[tokio::test]
async fn a_new_version_is_published_and_the_old_one_can_still_be_read() {
    let backend = Backend::with_own_files().await;
    let hana = backend.sign_in("hana-mori").await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let ticket = aylin.headset().await;
    let asked = |ticket: &Value| {
        let answers = ticket["answers"].as_array().unwrap();
        answers.iter().map(|answer| text(&answer["label"])).collect::<Vec<_>>()
    };
    let path = format!("/tickets/{ticket}");
    let before = asked(&aylin.get(&path).await);
    assert!(before.contains(&"Which plug?".to_owned()), "{before:?}");

    let seen = open(&hana, HEADSET).await;
    // Another question in the place of the plug, and a number that nobody published.
    let source = seen.source.replace("version: 1", "version: 7");
    let source = source.replace("- id: plug", "- id: connector").replace("Which plug?", "Which connector?");
    let reply = save(&hana, &source, seen.version).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    let saved: StudioSaved = from_value(reply.body).unwrap();
    assert!(saved.live);
    assert_eq!((saved.form.published, saved.form.next), (Some(2), 3));
    assert!(saved.form.source.contains("\n  version: 2\n") && saved.form.source.contains("connector"));
    let file = backend.content().join("items/headset.yaml");
    assert_eq!(fs::read_to_string(file).unwrap(), saved.form.source);

    // At once, and for everyone.
    let item = aylin.get("/catalog/items/headset").await;
    assert_eq!(item["form"]["version"], json!(2));
    let newest: PublishedForm = from_value(aylin.get("/forms/headset@2").await).unwrap();
    assert!(newest.form.question("connector").is_some());
    let older: PublishedForm = from_value(aylin.get("/forms/headset@1").await).unwrap();
    assert_eq!((older.newest, older.form.version), (2, 1));
    assert_eq!(older.form.question("plug").unwrap().label, "Which plug?");
    let in_german = aylin.ask(Method::GET, "/forms/headset@1").header("accept-language", "de");
    let in_german: PublishedForm = from_value(aylin.send(in_german).await.body).unwrap();
    assert_eq!(in_german.form.question("plug").unwrap().label, "Welcher Stecker?");
    assert_eq!(
        aylin.get("/forms/headset@1/schema").await["schema"]["$id"],
        json!("urn:guichet:form:headset@1")
    );
    assert_eq!(asked(&aylin.get(&path).await), before, "what was answered is read as it was asked");

    // Who is half-way through the old version is told.
    let reply = aylin.send(aylin.write("/requests", &headset("wired"))).await;
    reply.refused(StatusCode::UNPROCESSABLE_ENTITY, "form_changed");
    assert_eq!(reply.body["current"]["form"]["version"], json!(2));
}

#[tokio::test]
async fn the_form_of_a_guide_is_tried_and_saved_as_well() {
    let backend = Backend::with_own_files().await;
    let hana = backend.sign_in("hana-mori").await;
    let path = "/studio/forms/guide.new-employee";
    let forms: Vec<StudioFormSummary> = from_value(hana.get("/studio/forms").await).unwrap();
    let listed = forms.iter().find(|form| form.item.as_str() == "guide.new-employee").unwrap();
    assert_eq!((listed.title.as_str(), listed.file.as_str()), ("New employee", "guides/new-employee.yaml"));
    let seen = open(&hana, path).await;
    assert_eq!((seen.title.as_str(), seen.published, seen.next), ("New employee", Some(1), 2));
    assert!(seen.findings.is_empty(), "{:?}", seen.findings);

    let tried = async |source: &str| -> StudioCheck {
        let call = hana.ask(Method::POST, &format!("{path}/check")).json(&json!({ "source": source }));
        from_value(hana.send(call).await.body).unwrap()
    };
    let source = seen.source.replace("At which site?", "Where?");
    let found = tried(&source).await;
    assert!(found.findings.is_empty(), "{:?}", found.findings);
    let preview = &found.previews[0];
    assert_eq!(preview.form.question("site").unwrap().label, "Where?");
    assert_eq!(preview.item.summary.id.as_str(), "guide.new-employee");
    // What it fills in has to fit the items.
    let unfit = tried(&source.replace("id: developer-14", "id: developer-15")).await;
    assert!(unfit.previews.is_empty(), "{:?}", unfit.findings);
    assert!(unfit.findings.iter().any(|found| found.what.contains("developer-15")), "{:?}", unfit.findings);

    let call = hana.write(&format!("{path}/versions"), &json!({ "source": source }));
    let reply = hana.send(call.header("if-match", format!("\"{}\"", seen.version))).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    let saved: StudioSaved = from_value(reply.body).unwrap();
    assert_eq!((saved.live, saved.form.published, saved.form.next), (true, Some(2), 3));
    let file = backend.content().join("guides/new-employee.yaml");
    assert_eq!(fs::read_to_string(file).unwrap(), saved.form.source);
    let guide = hana.get("/catalog/guides/new-employee").await;
    assert_eq!(guide["form"]["version"], json!(2));
}

#[tokio::test]
async fn mistakes_are_not_saved_and_what_could_be_better_is() {
    let backend = Backend::with_own_files().await;
    let hana = backend.sign_in("hana-mori").await;
    let seen = open(&hana, HEADSET).await;
    let reply =
        save(&hana, &seen.source.replace("group: client-services", "group: nobody"), seen.version).await;
    reply.refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    let error = &reply.body["errors"][0];
    assert_eq!((&error["pointer"], &error["params"]["line"]), (&json!("/source"), &json!(14)), "{error}");
    assert!(text(&error["params"]["remedy"]).contains("add it to groups.yaml"), "{error}");
    assert_eq!(open(&hana, HEADSET).await, seen, "nothing was kept");

    let advised = seen.source.replace("default: usb-c", "because: {en: \"It fits\", de: \"Er passt\"}");
    let saved: StudioSaved = from_value(save(&hana, &advised, seen.version).await.body).unwrap();
    assert_eq!((saved.form.published, saved.form.findings.len()), (Some(2), 1));
    let forms: Vec<StudioFormSummary> = from_value(hana.get("/studio/forms").await).unwrap();
    let headset = forms.iter().find(|form| form.item.as_str() == "headset").unwrap();
    assert_eq!((headset.errors, headset.warnings, headset.form_version), (0, 1, Some(2)));
}

#[tokio::test]
async fn whoever_saw_an_older_text_is_shown_the_present_one() {
    let backend = Backend::with_own_files().await;
    let hana = backend.sign_in("hana-mori").await;
    let path = format!("{HEADSET}/versions");
    let seen = open(&hana, HEADSET).await;
    let mine = seen.source.replace("Which headset?", "Which one?");
    let blind = hana.send(hana.write(&path, &json!({ "source": mine }))).await;
    blind.refused(StatusCode::PRECONDITION_REQUIRED, "version_missing");

    // Somebody with an editor was faster.
    let file = backend.content().join("items/headset.yaml");
    fs::write(&file, seen.source.replace("Headset anfordern", "Headset bestellen")).unwrap();
    let stale = save(&hana, &mine, seen.version).await;
    stale.refused(StatusCode::PRECONDITION_FAILED, "stale");
    let current: StudioForm = from_value(stale.body["current"].clone()).unwrap();
    assert!(current.source.contains("Headset bestellen") && current.version != seen.version);
    assert_eq!(open(&hana, HEADSET).await.source, current.source);
    assert!(fs::read_to_string(&file).unwrap().contains("bestellen"), "the file is as it was");

    let saved = save(&hana, &mine, current.version).await;
    assert_eq!(saved.status, 201, "{saved:?}");
    // A repetition is answered and not done again.
    let key = Uuid::new_v4().to_string();
    let now = open(&hana, HEADSET).await;
    let again = |version: u64| {
        let call = hana.ask(Method::POST, &path).header("idempotency-key", &key);
        call.header("if-match", format!("\"{version}\"")).json(&json!({ "source": now.source }))
    };
    let first = hana.send(again(now.version)).await;
    let second = hana.send(again(now.version)).await;
    assert_eq!((first.status, second.status), (201, 201));
    assert_eq!((&first.body, second.header("idempotency-replayed").as_str()), (&second.body, "true"));
    assert_eq!(open(&hana, HEADSET).await.published, Some(3));
}

#[tokio::test]
async fn numbers_of_versions_are_never_given_out_twice() {
    let backend = Backend::with_own_files().await;
    let hana = backend.sign_in("hana-mori").await;
    let first = open(&hana, HEADSET).await;
    save(&hana, &first.source.replace("Which headset?", "Which one?"), first.version).await;
    // The folder is put back to an earlier state.
    fs::write(backend.content().join("items/headset.yaml"), &first.source).unwrap();
    backend.reload().await;
    let back = open(&hana, HEADSET).await;
    assert_eq!((back.published, back.next, &back.source), (Some(1), 3, &first.source));
    let form: PublishedForm = from_value(hana.get("/forms/headset@2").await).unwrap();
    assert_eq!(form.form.question("model").unwrap().label, "Which one?");
}

#[tokio::test]
async fn what_cannot_be_written_leaves_everything_as_it_was() {
    let backend = Backend::with_own_files().await;
    let hana = backend.sign_in("hana-mori").await;
    let seen = open(&hana, HEADSET).await;
    let items = backend.content().join("items");
    // A folder in the place of the file that is written first.
    fs::create_dir(items.join(".headset.new")).unwrap();
    let refused = save(&hana, &seen.source.replace("Which headset?", "Which one?"), seen.version).await;
    assert!(refused.status >= 400, "{refused:?}");
    assert_eq!(open(&hana, HEADSET).await, seen);
    hana.reply("/forms/headset@2").await.refused(StatusCode::NOT_FOUND, "not_found");
    fs::remove_dir(items.join(".headset.new")).unwrap();
    let saved = save(&hana, &seen.source.replace("Which headset?", "Which one?"), seen.version).await;
    assert_eq!(saved.status, 201, "{saved:?}");
    let left = fs::read_dir(&items).unwrap().filter(|entry| {
        entry.as_ref().is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with('.'))
    });
    assert_eq!(left.count(), 0);
}

#[tokio::test]
async fn a_broken_folder_is_told_to_those_who_write_forms_alone() {
    let backend = Backend::with_own_files().await;
    let (hana, aylin) = (backend.sign_in("hana-mori").await, backend.sign_in("aylin-kaya").await);
    let start = text(&hana.get("/events").await["next"]);
    let file = backend.content().join("services.yaml");
    let services = fs::read_to_string(&file).unwrap();
    fs::write(&file, services.replacen("owner: ", "owner: nobody-", 1)).unwrap();
    backend.reload().await;
    let news = hana.get(&format!("/events?since={start}")).await;
    assert_eq!(news["items"][0]["type"], json!("content"), "{news}");
    assert_eq!(aylin.get(&format!("/events?since={start}")).await["items"], json!([]));

    // A form can be saved all the same, and is asked once the other file is mended.
    let seen = open(&hana, HEADSET).await;
    assert_eq!((seen.elsewhere, seen.findings.len()), (1, 0));
    let reply = save(&hana, &seen.source.replace("Which headset?", "Which one?"), seen.version).await;
    let saved: StudioSaved = from_value(reply.body).unwrap();
    assert_eq!((saved.live, saved.form.published, saved.form.next), (false, Some(1), 3));
    assert_eq!(aylin.get("/catalog/items/headset").await["form"]["version"], json!(1));
    fs::write(&file, services).unwrap();
    backend.reload().await;
    assert_eq!(aylin.get("/catalog/items/headset").await["form"]["version"], json!(2));
    let news = aylin.get(&format!("/events?since={start}")).await;
    assert_eq!(news["items"][0]["type"], json!("content"));
}

#[tokio::test]
async fn a_form_is_tried_as_anyone_with_what_they_are_offered() {
    let backend = Backend::start().await;
    let hana = backend.sign_in("hana-mori").await;
    let personas = async |query: &str| -> Vec<StudioPersona> {
        from_value(hana.get(&format!("/studio/personas?{query}")).await).unwrap()
    };
    let first = personas("limit=3").await;
    assert_eq!(
        first.iter().map(|one| one.person.id.as_str()).collect::<Vec<_>>(),
        ["aylin-kaya", "mara-lindt", "tomasz-sikora"]
    );
    let mara = personas("q=mara%20li").await.remove(0);
    assert_eq!(mara.person.name, "Mara Lindt");
    assert!(mara.groups.iter().any(|group| group.id.as_str() == "managers"));
    // Who pays for somebody else is part of what their form is filled in with.
    assert!(mara.facts.contains_key("cost_centre") && mara.facts.contains_key("email"));
    hana.reply("/studio/personas?limit=0").await.refused(StatusCode::BAD_REQUEST, "bad_parameter");

    let offered = async |body: Value| -> Vec<Lookup> {
        let call = hana.ask(Method::POST, "/studio/lookups/people").json(&body);
        from_value(hana.send(call).await.body).unwrap()
    };
    let question = json!({ "id": "who", "type": "person", "label": "Who?", "within": "reports" });
    let of_mara = offered(json!({ "requester": "mara-lindt", "question": question, "limit": 100 })).await;
    assert!(
        of_mara.iter().any(|one| one.id == "aylin-kaya") && !of_mara.iter().any(|one| one.id == "hana-mori")
    );
    let of_aylin = offered(json!({ "requester": "aylin-kaya", "question": question })).await;
    assert!(of_aylin.is_empty(), "nobody reports to her: {of_aylin:?}");
    let devices = json!({ "requester": "aylin-kaya", "q": "thinkb" });
    let devices = hana.send(hana.ask(Method::POST, "/studio/lookups/assets").json(&devices)).await;
    assert_eq!(devices.body[0]["id"], json!("lt-04417"));
    let nobody = hana.ask(Method::POST, "/studio/lookups/people").json(&json!({ "requester": "nobody" }));
    hana.send(nobody).await.refused(StatusCode::NOT_FOUND, "not_found");
}
