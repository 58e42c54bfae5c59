use crate::{
    backend::{Backend, Person, copy, demo, text},
    large,
};
use guichet_contract::types::Lookup;
use reqwest::StatusCode;
use serde_json::from_value;
use std::{fs, path::Path};

/// People whose names begin as no other does: id, name, site.
const STRANGERS: &[(&str, &str, &str)] = &[
    ("q-1", "Abel Quarin", "berlin"),
    ("q-2", "Quarin Abel", "tokyo"),
    ("q-3", "Marquard Öz", "tokyo"),
    ("q-4", "Jürgen Qweiß", "berlin"),
    ("q-5", "Łucja Qwo\u{301}n-Bach", "tokyo"),
    ("q-6", "Åse Qwist", "new-york"),
    ("q-7", "Quarin Left", "tokyo"),
];

fn add_strangers(folder: &Path) {
    let file = folder.join("people.yaml");
    let mut people = fs::read_to_string(&file).unwrap();
    for (id, name, site) in STRANGERS {
        people.push_str(&format!(
            "- {{id: {id}, name: {name}, email: {id}@acme.example, title: Guest, department: Guests, location: {site}, \
             manager: mara-lindt, employment: contractor, language: en, active: {}}}\n",
            *id != "q-7"
        ));
    }
    fs::write(&file, people).unwrap();
}

/// A backend in whose company there are strangers.
async fn with_strangers() -> Backend {
    let folder = tempfile::tempdir().unwrap();
    copy(&demo(), folder.path());
    add_strangers(folder.path());
    Backend::of(folder.path()).await
}

/// What is found, by id.
async fn ids(person: &Person, path: &str) -> Vec<String> {
    let found: Vec<Lookup> = from_value(person.get(&format!("/lookups/{path}")).await).unwrap();
    found.into_iter().map(|one| one.id).collect()
}

#[tokio::test]
async fn what_begins_so_comes_first_and_what_holds_it_last() {
    let backend = with_strangers().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    // Leon Marquardt is one of the demo company.
    let found = ids(&aylin, "people?q=quar").await;
    assert_eq!(found, ["q-2", "q-1", "leon-marquardt", "q-3"]);
    assert_eq!(ids(&aylin, "people?q=quar&limit=2").await, ["q-2", "q-1"]);
    assert_eq!(ids(&aylin, "people?q=abel%20quarin").await, ["q-1", "q-2"]);
    assert_eq!(ids(&aylin, "people?q=quarin%20abel").await, ["q-2", "q-1"]);
    assert_eq!(ids(&aylin, "people?q=Quarin,%20Abel").await, ["q-2", "q-1"]);
    // Two letters are inside too many words.
    assert_eq!(ids(&aylin, "people?q=rqu").await, ["leon-marquardt", "q-3"]);
    assert!(ids(&aylin, "people?q=rq").await.is_empty());
    assert!(ids(&aylin, "people?q=quarx").await.is_empty());
    assert!(ids(&aylin, "people?q=quarin%20nobody").await.is_empty());
    let reply = aylin.reply("/lookups/people?limit=0").await;
    reply.refused(StatusCode::BAD_REQUEST, "bad_parameter");
}

#[tokio::test]
async fn letters_are_found_with_and_without_their_marks() {
    let backend = with_strangers().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    for (query, found) in [
        ("jürgen qw", "q-4"),
        ("jurgen qw", "q-4"),
        ("JUERGEN QWEISS", "q-4"),
        ("ju\u{308}rgen qweiß", "q-4"),
        ("łucja", "q-5"),
        ("lucja qwon", "q-5"),
        ("qwón-b", "q-5"),
        ("bach lu qw", "q-5"),
        ("aase qw", "q-6"),
        ("ase qwist", "q-6"),
        ("marquard oez", "q-3"),
    ] {
        assert_eq!(ids(&aylin, &format!("people?q={query}")).await, [found], "{query}");
    }
}

#[tokio::test]
async fn an_earlier_answer_narrows_and_who_left_is_never_found() {
    let backend = with_strangers().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let contact = "question=static-address@2/contact";
    for (path, found) in [
        (format!("people?{contact}&given=site:tokyo&q=quarin"), vec!["q-2"]),
        (format!("people?{contact}&given=site:berlin&q=quarin"), vec!["q-1"]),
        (format!("people?{contact}&q=quarin"), vec![]),
        (format!("people?{contact}&given=site:mars&q=quarin"), vec![]),
        (format!("people?{contact}&given=site:tokyo&id=q-2"), vec!["q-2"]),
        (format!("people?{contact}&given=site:berlin&id=q-2"), vec![]),
        (format!("people?{contact}&given=site:tokyo&id=q-2&q=abel"), vec!["q-2"]),
        (format!("people?{contact}&given=site:tokyo&id=q-2&q=mara"), vec![]),
        ("people?id=q-7".to_owned(), vec![]),
        ("people?q=quarin%20left".to_owned(), vec![]),
        ("people?emails=q-7@acme.example,Q-1@acme.example,none@acme.example".to_owned(), vec!["q-1"]),
        ("people?emails=q-2@acme.example,q-1@acme.example&id=q-2".to_owned(), vec!["q-2"]),
    ] {
        assert_eq!(ids(&aylin, &path).await, found, "{path}");
    }
    let device = "assets?question=static-address@2/instrument&q=raman";
    assert_eq!(ids(&aylin, &format!("{device}&given=site:berlin")).await, ["in-00207"]);
    assert!(ids(&aylin, &format!("{device}&given=site:tokyo")).await.is_empty());
    // Without a question that allows it, the devices of others are nobody's business.
    assert!(ids(&aylin, "assets?q=raman").await.is_empty());
    assert!(ids(&aylin, "assets?id=in-00207").await.is_empty());
}

#[tokio::test]
async fn among_a_hundred_thousand_the_right_ones_are_found() {
    const PEOPLE: usize = 100_000;
    let folder = tempfile::tempdir().unwrap();
    copy(&demo(), folder.path());
    large::add(folder.path(), PEOPLE, 2_000).unwrap();
    let backend = Backend::of(folder.path()).await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let rare = large::person_id(large::RARE.0);
    for query in ["zsofia", "quaerkm", "QUÄRKMÜLLER, zs", "arkmul", rare.as_str()] {
        assert_eq!(ids(&aylin, &format!("people?q={query}")).await, [rare.as_str()], "{query}");
    }
    assert!(ids(&aylin, "people?q=xyzzy").await.is_empty());

    // Whoever is called so from the beginning, without those who left, by name and then by id.
    let all = || (0..PEOPLE).filter(|n| large::is_active(*n));
    let named =
        |wanted: &str| all().filter(|n| large::name(*n) == wanted).map(large::person_id).collect::<Vec<_>>();
    let some = large::name(4_321);
    assert_eq!(ids(&aylin, &format!("people?q={some}&limit=100")).await, named(&some));
    let first = ids(&aylin, "people?q=zo&limit=100").await;
    assert_eq!(first.len(), 100);
    for id in &first {
        let n: usize = id.trim_start_matches("p-").parse().unwrap();
        assert!(large::name(n).starts_with("Zoë") && large::is_active(n), "{id}");
    }

    // Narrowed to a site, and to somebody's devices.
    let at = large::site(large::RARE.0);
    for site in ["berlin", "new-york", "tokyo"] {
        let path = format!("people?question=static-address@2/contact&given=site:{site}&q=zsofia");
        assert_eq!(ids(&aylin, &path).await.len(), usize::from(site == at), "{site}");
    }
    let path = "people?question=static-address@2/contact&given=site:tokyo&q=bj&limit=100";
    let found = ids(&aylin, path).await;
    assert_eq!(found.len(), 100);
    assert!(found.iter().all(|id| large::site(id.trim_start_matches("p-").parse().unwrap()) == "tokyo"));
    let owner = backend.sign_in(&large::person_id(17)).await;
    assert_eq!(ids(&owner, "assets").await, [large::asset_id(17)]);
    let one = owner.get(&format!("/lookups/assets?id={}", large::asset_id(17))).await;
    assert_eq!(text(&one[0]["hint"]), "NI-WB-000017");
    assert!(ids(&owner, &format!("assets?id={}", large::asset_id(18))).await.is_empty());
}
