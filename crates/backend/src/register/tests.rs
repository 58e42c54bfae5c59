use super::*;
use crate::spelling::words;
use proptest::prelude::*;

fn entry(id: &str, name: &str, more: &str, under: &[(By, &str)]) -> Entry {
    let under = under.iter().map(|(by, name)| (*by, (*name).to_owned())).collect();
    Entry { id: id.to_owned(), name: name.to_owned(), more: format!("{more} {id}"), under }
}

fn people() -> Register {
    Register::new([
        entry(
            "anna",
            "Anna Berg",
            "Sales Berlin",
            &[(By::Location, "berlin"), (By::Email, "anna@acme.example")],
        ),
        entry("bernd", "Bernd Hahn", "Sales Berlin", &[(By::Location, "berlin")]),
        entry("hanna", "Hanna Önal", "Bergung Tokyo", &[(By::Location, "tokyo"), (By::Group, "divers")]),
        entry("joerg", "Jörg Weiß", "Tokyo", &[(By::Location, "tokyo"), (By::Email, "joerg@acme.example")]),
    ])
}

fn find<'r>(register: &'r Register, query: &str, under: &[(By, &str)], limit: usize) -> Vec<&'r str> {
    register.find(Wanted { words: &words(Some(query)), under, limit }, &|_| true)
}

#[test]
fn names_come_before_words_and_words_before_what_is_inside_them() {
    let all = people();
    for (query, found) in [
        ("", vec!["anna", "bernd", "hanna", "joerg"]),
        ("b", vec!["bernd", "anna", "hanna"]),
        ("ber", vec!["bernd", "anna", "hanna"]),
        ("han", vec!["hanna"]),
        ("ann", vec!["anna", "hanna"]),
        ("an", vec!["anna"]),
        ("anna berg", vec!["anna", "hanna"]),
        ("berg anna", vec!["anna", "hanna"]),
        ("Önal", vec!["hanna"]),
        ("oenal", vec!["hanna"]),
        ("joerg weiss", vec!["joerg"]),
        ("weiß, jörg", vec!["joerg"]),
        ("ales", vec!["anna", "bernd"]),
        ("zzz", vec![]),
        ("anna zzz", vec![]),
    ] {
        assert_eq!(find(&all, query, &[], 9), found, "{query}");
    }
    assert_eq!(find(&all, "ber", &[], 2), ["bernd", "anna"]);
    let not_bernd = |id: &str| id != "bernd";
    let first = all.find(Wanted { words: &words(Some("ber")), under: &[], limit: 1 }, &not_bernd);
    assert_eq!(first, ["anna"], "who may not be given takes nobody's place");
}

#[test]
fn what_is_narrowed_fits_everything_that_narrows_it() {
    let all = people();
    let tokyo = (By::Location, "tokyo");
    assert_eq!(find(&all, "", &[tokyo], 9), ["hanna", "joerg"]);
    assert_eq!(find(&all, "ann", &[tokyo], 9), ["hanna"]);
    assert_eq!(find(&all, "", &[tokyo, (By::Group, "divers")], 9), ["hanna"]);
    assert!(find(&all, "", &[(By::Location, "mars")], 9).is_empty());
    assert!(find(&all, "", &[tokyo, (By::Person, "anna")], 9).is_empty());
}

#[test]
fn one_is_found_by_its_id_and_several_by_their_addresses() {
    let all = people();
    assert!(all.has("joerg", &[]) && all.has("joerg", &words(Some("weiss"))));
    assert!(!all.has("joerg", &words(Some("anna"))) && !all.has("jo", &[]) && !all.has("", &[]));
    let addresses = ["joerg@acme.example", "nobody@acme.example", "anna@acme.example"].map(str::to_owned);
    assert_eq!(all.under_any(By::Email, &addresses), ["anna", "joerg"]);
    assert!(Register::default().find(Wanted { words: &[], under: &[], limit: 9 }, &|_| true).is_empty());
}

/// Few letters, so that words have much in common.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "an", "na", "ber", "berg", "ö", "o", "ü", "ß", "ss", "Ł", "l", "-", "04", "1", "A\u{30a}", "aa", " ",
        " ", "東",
    ]);
    prop::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let row = (text(), text(), 0..3_usize, 0..40_usize);
    prop::collection::vec(row, 0..160).prop_map(|rows| {
        let entry = |(n, (name, more, site, person)): (usize, (String, String, usize, usize))| Entry {
            id: format!("x-{n}"),
            name,
            more,
            under: vec![(By::Location, site.to_string()), (By::Person, person.to_string())],
        };
        rows.into_iter().enumerate().map(entry).collect()
    })
}

proptest! {
    #[test]
    fn the_same_is_found_as_by_looking_at_every_row(
        entries in entries(),
        query in prop::collection::vec(text(), 0..3),
        site in prop::option::of(0..4_usize),
        person in prop::option::of(0..40_usize),
        limit in 1..30_usize,
        hidden in 0..9_usize,
    ) {
        let register = Register::new(entries.clone());
        let words = words(Some(&query.join(" ")));
        let site = site.map(|site| (By::Location, site.to_string()));
        let person = person.map(|person| (By::Person, person.to_string()));
        let narrowing: Vec<(By, String)> = site.into_iter().chain(person).collect();
        let under: Vec<(By, &str)> = narrowing.iter().map(|(by, name)| (*by, name.as_str())).collect();
        let seen = |id: &str| id != format!("x-{hidden}");
        let may = |id: &str| {
            let entry = entries.iter().find(|entry| entry.id == id);
            seen(id) && entry.is_some_and(|entry| narrowing.iter().all(|under| entry.under.contains(under)))
        };
        let found = register.find(Wanted { words: &words, under: &under, limit }, &seen);
        prop_assert_eq!(&found, &register.scan(&words, limit, &may));
        for id in found {
            prop_assert!(register.has(id, &words));
        }
    }
}
