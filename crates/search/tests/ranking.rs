//! What people type, and what they find.

use guichet_search::{Builder, Document, Field, Filters, Heading, Index, Query, Scratch, Segments};

fn document(key: &str, title: &str, body: &str) -> Document {
    Document::new(key).of("article", "").with(Field::Title, title).with(Field::Body, body)
}

fn index() -> Segments {
    let documents = [
        document("email", "Outlook does not open", "Restart E-Mail and try again. The printer is fine."),
        document("laptop", "Laptop", "A notebook for your desk"),
        document("laptop-loan", "Loan laptop", "For a week, when the computer is under repair"),
        document("laptop-slow", "Laptop is slow", "Restart it; then look at the programs that run"),
        document("printer", "Add a printer", "Printers are on every floor"),
        document("driver", "Druckertreiber", "Install a driver"),
        document("tokyo", "東京オフィスのプリンタ", "ネットワーク"),
        document("workplace", "Move to another desk", "Everything comes along: the monitor, the keyboard"),
    ];
    Segments::new(Index::build(documents, "en").unwrap())
}

fn german() -> Segments {
    let documents = [
        document("treiber", "Druckertreiber aktualisieren", "Der Treiber steht im Softwarekatalog."),
        document("drucker", "Drucker einrichten", "So wird ein neues Gerät verbunden."),
        document("geraet", "Gerät zurückgeben", "Bringen Sie den Laptop zur Ausgabe."),
        document("uber", "Über den Service Desk", "Wann wir da sind."),
        document("strasse", "Parken in der Hauptstraße", "Die Schranke öffnet mit dem Ausweis."),
        document("kennwort", "Kennwort ändern", "Alle neunzig Tage."),
    ];
    let synonyms = [
        vec!["Kennwort".to_owned(), "Passwort".to_owned()],
        vec!["Zwei-Faktor-Anmeldung".to_owned(), "MFA".to_owned()],
    ];
    Segments::new(Builder::new("de").documents(documents).synonyms(synonyms).build().unwrap())
}

fn keys(segments: &Segments, query: &Query<'_>) -> Vec<String> {
    let answer = segments.search(query, &mut Scratch::default()).unwrap();
    answer.hits.iter().map(|hit| hit.key.to_owned()).collect()
}

fn typed(segments: &Segments, text: &str) -> Vec<String> {
    keys(segments, &Query::new(text))
}

#[test]
fn what_people_type_finds_what_they_mean() {
    let index = index();
    for (query, expected) in [
        ("laptop", &["laptop", "laptop-loan", "laptop-slow"][..]),
        ("LAPTOPS", &["laptop", "laptop-loan", "laptop-slow"]),
        ("lapt", &["laptop", "laptop-loan", "laptop-slow"]),
        ("slow laptop", &["laptop-slow"]),
        ("laptpo slow", &["laptop-slow"]),
        ("my laptop is slow", &["laptop-slow"]),
        ("email", &["email"]),
        ("e-mail", &["email"]),
        ("treiber", &["driver"]),
        ("プリンタ", &["tokyo"]),
        ("東", &["tokyo"]),
        ("ｎｏｔｅｂｏｏｋ", &["laptop"]),
        ("xyzzy", &[]),
        ("", &[]),
        ("!?", &[]),
    ] {
        assert_eq!(typed(&index, query), expected, "{query}");
    }
}

#[test]
fn typing_errors_are_forgiven() {
    let index = index();
    for (query, first) in [
        ("laptpo ", "laptop"),
        ("lpatop ", "laptop"),
        ("aptop ", "laptop"),
        ("xaptop ", "laptop"),
        ("lapptop ", "laptop"),
        ("montior", "workplace"),
        ("keybaord", "workplace"),
        ("notebok", "laptop"),
        // Two errors in a long word, and half of it typed.
        ("evreythign ", "workplace"),
        ("evreyth", "workplace"),
    ] {
        assert_eq!(typed(&index, query).first().map(String::as_str), Some(first), "{query}");
    }
    assert_eq!(typed(&index, "dsek ")[0], "workplace");
    assert!(typed(&index, "ads ").is_empty(), "three letters have no errors: there is \"add\"");
}

#[test]
fn german_finds_german() {
    let index = german();
    for (query, expected) in [
        ("treiber", &["treiber"][..]),
        ("gerät ", &["geraet", "drucker"]),
        ("geraet ", &["geraet", "drucker"]),
        ("gerat ", &["geraet", "drucker"]),
        ("geräte ", &["geraet", "drucker"]),
        ("uber ", &["uber"]),
        ("Über ", &["uber"]),
        ("ueber ", &["uber"]),
        ("hauptstrasse", &["strasse"]),
        ("straße ", &["strasse"]),
        ("katalog", &["treiber"]),
        ("passwort ", &["kennwort"]),
        ("passwörter", &["kennwort"]),
    ] {
        assert_eq!(typed(&index, query), expected, "{query}");
    }
    // "Drucker" itself comes before a longer word that begins like it.
    assert_eq!(typed(&index, "drucker")[0], "drucker");
}

#[test]
fn a_word_in_the_title_comes_before_one_in_the_body() {
    assert_eq!(typed(&index(), "printer"), ["printer", "email"]);
}

#[test]
fn where_nothing_has_all_the_most_wins() {
    let keys = typed(&index(), "slow laptop unobtainium");
    assert_eq!(keys.first().map(String::as_str), Some("laptop-slow"), "{keys:?}");
    assert!(keys.len() > 1);
}

#[test]
fn words_that_stand_together_come_first() {
    let documents = [
        document("a", "Network and access to the printer", ""),
        document("b", "Printer with access and network", ""),
        document("c", "The network printer has access", ""),
    ];
    let index = Segments::new(Index::build(documents, "en").unwrap());
    assert_eq!(typed(&index, "network printer")[0], "c");
}

#[test]
fn phrases_are_synonyms_too() {
    let documents = [
        document("mfa", "Set up two-factor authentication", ""),
        document("one", "Authentication with one factor", ""),
        document("lost", "Lost phone", "Your MFA codes are gone"),
    ];
    let synonyms = [vec!["two-factor authentication".to_owned(), "MFA".to_owned(), "2FA".to_owned()]];
    let index = Builder::new("en").documents(documents).synonyms(synonyms).build().unwrap();
    let index = Segments::new(index);
    assert_eq!(typed(&index, "mfa "), ["mfa", "lost"]);
    assert_eq!(typed(&index, "2fa "), ["mfa", "lost"]);
    assert_eq!(typed(&index, "two factor authentication "), ["mfa", "lost"]);
}

#[test]
fn the_limits_hold() {
    let index = index();
    let restart = Query::new("restart");
    assert_eq!(keys(&index, &Query { limit: 1, ..restart }).len(), 1);
    assert!(keys(&index, &Query { limit: 0, ..restart }).is_empty());
    let answer = index.search(&Query { limit: 1, ..restart }, &mut Scratch::default()).unwrap().total;
    assert_eq!(answer, 2);
}

fn mixed() -> Segments {
    let one = |key: &str, kind: &str, category: &str, language: &str, tag: &str| {
        let mut document = Document::new(key).of(kind, category).with(Field::Title, "Laptop");
        document.language = language.to_owned();
        document.tags.push(tag.to_owned());
        document
    };
    let documents = [
        one("a", "article", "computers", "en", "laptops"),
        one("b", "article", "access", "de-AT", "vpn"),
        one("c", "item", "computers", "en", "laptops"),
        one("d", "item", "phones", "de", "vpn"),
        one("e", "item", "phones", "en", ""),
    ];
    Segments::new(Index::build(documents, "en").unwrap())
}

#[test]
fn filters_narrow() {
    let index = mixed();
    let none = Filters::default();
    for (filters, expected) in [
        (none, &["a", "b", "c", "d", "e"][..]),
        (Filters { kinds: &["item"], ..none }, &["c", "d", "e"]),
        (Filters { kinds: &["item", "article"], ..none }, &["a", "b", "c", "d", "e"]),
        (Filters { categories: &["computers"], ..none }, &["a", "c"]),
        (Filters { languages: &["de"], ..none }, &["b", "d"]),
        (Filters { languages: &["de-AT"], ..none }, &["b"]),
        (Filters { tags: &["vpn"], ..none }, &["b", "d"]),
        (Filters { tags: &["vpn", "laptops"], kinds: &["item"], ..none }, &["c", "d"]),
        (Filters { kinds: &["ticket"], ..none }, &[]),
    ] {
        assert_eq!(keys(&index, &Query { filters, ..Query::new("laptop") }), expected, "{filters:?}");
    }
}

#[test]
fn each_kind_has_its_best() {
    let index = mixed();
    let query = Query { each: Some(2), ..Query::new("laptop") };
    assert_eq!(keys(&index, &query), ["a", "b", "c", "d"]);
    let mut scratch = Scratch::default();
    let answer = index.search(&query, &mut scratch).unwrap();
    let kinds: Vec<_> = answer.by_kind().into_iter().map(|(kind, hits)| (kind, hits.len())).collect();
    assert_eq!(kinds, [("article", 2), ("item", 2)]);
    assert_eq!(answer.total, 5);
    assert_eq!((answer.hits[1].category, answer.hits[1].language), ("access", "de-AT"));
}

#[test]
fn what_was_found_is_highlighted() {
    let index = german();
    for (query, text, expected) in [
        ("uber", "Alles Über uns", &["Über"][..]),
        ("ÜBER", "uber u\u{308}ber", &["uber", "u\u{308}ber"]),
        ("drukcer", "Ein Drucker, zwei Drucker", &["Drucker", "Drucker"]),
        ("treiber", "Der Druckertreiber", &["Druckertreiber"]),
        ("gerät", "Messgeräte sind andere", &[]),
        ("gerät", "Geräte und Geraete", &["Geräte", "Geraete"]),
        ("strasse", "in der Straße 5", &["Straße"]),
        ("e-mail", "Die E-Mail", &["E-Mail"]),
        ("xyz", "nichts", &[]),
        ("", "nichts", &[]),
    ] {
        let answer = index.search(&Query::new(query), &mut Scratch::default()).unwrap().matcher;
        let found: Vec<&str> = answer.highlight(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{query} in {text}");
    }
}

#[test]
fn a_snippet_shows_the_words() {
    let index = index();
    let matcher = index.search(&Query::new("restart printer"), &mut Scratch::default()).unwrap().matcher;
    let text =
        format!("{} Restart the printer, dann geht es wieder. {}", "Größe ".repeat(40), "Ende ".repeat(40));
    let snippet = &text[matcher.snippet(&text, 80)];
    assert!(snippet.contains("Restart the printer") && snippet.len() <= 80, "{snippet:?}");
    assert!(snippet.starts_with("Größe"), "{snippet:?}");
    assert_eq!(matcher.snippet("short", 80), 0..5);
}

#[test]
fn the_heading_that_has_the_words_is_told() {
    let documents = [
        document("vpn", "Work from home", "")
            .with_heading("Set up the VPN", "vpn")
            .with_heading("When the connection breaks", "breaks"),
        document("breaks", "When the connection breaks", "").with_heading("Connection", "connection"),
    ];
    let index = Segments::new(Index::build(documents, "en").unwrap());
    let heading = |query: &str| {
        let answer = index.search(&Query::new(query), &mut Scratch::default()).unwrap();
        answer.hits.iter().find(|hit| hit.key == "vpn").and_then(|hit| hit.heading)
    };
    assert_eq!(heading("vpn"), Some(Heading { text: "Set up the VPN", anchor: "vpn" }));
    assert_eq!(heading("connection breaks").map(|heading| heading.anchor), Some("breaks"));
    assert_eq!(heading("work from home"), None);
    let answer = index.search(&Query::new("connection"), &mut Scratch::default()).unwrap();
    assert_eq!(answer.hits[0].key, "breaks");
    assert_eq!(answer.hits[0].heading, None, "the title says as much");
}

#[test]
fn what_was_probably_meant_is_suggested() {
    let index = index();
    for (query, expected) in [
        ("my laptpo is slow", Some("my Laptop is slow")),
        ("Outlok opne", Some("Outlook open")),
        ("laptop", None),
        ("xyzzy", None),
        ("lapt", None),
    ] {
        let suggestion = index.search(&Query::new(query), &mut Scratch::default()).unwrap().suggestion;
        assert_eq!(suggestion.as_deref(), expected, "{query}");
    }
}

#[test]
fn a_blank_ends_a_word() {
    let index = index();
    assert_eq!(typed(&index, "key"), ["workplace"]);
    assert!(keys(&index, &Query { typing: false, ..Query::new("key") }).is_empty());
    assert!(typed(&index, "key ").is_empty());
}
