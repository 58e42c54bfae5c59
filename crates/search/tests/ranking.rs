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
fn a_typing_error_leads_to_all_forms_of_a_word() {
    let documents = [
        document("bars", "Charts with bars", ""),
        document("bar", "A chart with one bar", ""),
        document("other", "A chair", ""),
    ];
    let index = Segments::new(Index::build(documents, "en").unwrap());
    assert_eq!(typed(&index, "chrts "), ["bars", "bar"]);
}

#[test]
fn a_word_that_is_there_is_no_typing_error() {
    let documents = [
        document("one", "Tools for tests", "We test with Karma"),
        document("other", "Parma", "The office in Parma"),
        document("third", "Parma by train", "How to get to Parma"),
    ];
    let index = Segments::new(Index::build(documents, "en").unwrap());
    assert_eq!(typed(&index, "karma "), ["one", "other", "third"]);
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
fn what_a_text_begins_with_says_what_it_is_about() {
    let filler = "Nothing here has to do with what is looked for in this test. ".repeat(3);
    let documents = [
        document("a", "One page", &format!("{filler} The scanner is the last.")),
        document("b", "Other page", &format!("The scanner is the first. {filler}")),
    ];
    let index = Segments::new(Index::build(documents.clone(), "en").unwrap());
    assert_eq!(typed(&index, "scanner "), ["b", "a"]);
    // A summary says it better.
    let summed = documents.map(|document| document.with(Field::Summary, "Something else"));
    let index = Segments::new(Index::build(summed, "en").unwrap());
    assert_eq!(typed(&index, "scanner "), ["a", "b"]);
}

#[test]
fn a_text_with_several_forms_of_a_word_says_more_of_it() {
    let documents = [
        document("a", "One page", "Slow printing it was"),
        document("b", "Other page", "Slow printing it prints"),
    ];
    let index = Segments::new(Index::build(documents, "en").unwrap());
    assert_eq!(typed(&index, "print "), ["b", "a"]);
}

#[test]
fn what_a_word_may_become_does_not_add_up() {
    let documents = [
        document("a", "Laptopreparatur", "Der Laptop wird abgeholt"),
        document("b", "Laptop", "Ein Rechner zum Mitnehmen"),
    ];
    let index = Segments::new(Index::build(documents, "de").unwrap());
    assert_eq!(typed(&index, "lapt"), ["b", "a"]);
}

#[test]
fn two_of_three_words_come_after_all_of_them() {
    let documents = [
        document("two", "Monitor with a cable", "A monitor, a cable, a monitor, a cable"),
        document(
            "all",
            "Everything for the desk",
            "Chairs, lamps, and a cable, a monitor or a dock among much else",
        ),
        document("one", "Dock", ""),
    ];
    let index = Segments::new(Index::build(documents, "en").unwrap());
    assert_eq!(typed(&index, "monitor cable dock "), ["all", "two"]);
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
    // Where nothing is found it is the beginning.
    assert_eq!(matcher.snippet(&format!("{} end", "x".repeat(300)), 80), 301..304);
    assert_eq!(matcher.snippet(&format!("printer{}", "x".repeat(300)), 80), 0..0);
    let often = "restart ".repeat(20_000) + "printer";
    assert_eq!(often.get(matcher.snippet(&often, 80)).map(|part| part.ends_with("printer")), Some(true));
}

#[test]
fn the_words_of_a_query_are_told_apart() {
    let matcher = index().search(&Query::new("restart printer"), &mut Scratch::default()).unwrap().matcher;
    let words =
        ["Restart it", "the printer", "Printers: restart", "nothing"].map(|text| matcher.within(text));
    assert_eq!(words.map(u16::count_ones), [1, 1, 2, 0]);
    assert_eq!((words[0] | words[1], words[2]), (matcher.asked(), matcher.asked()));
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

#[test]
fn marks_count_characters() {
    let segments = german();
    let answer = segments.search(&Query::new("drucker"), &mut Scratch::default()).unwrap();
    assert_eq!(answer.matcher.marks("Über Drucker, 東京: Drucker"), [(5, 12), (18, 25)]);
    assert!(answer.matcher.marks("nichts").is_empty());
}

#[test]
fn a_search_box_gets_the_best_of_each_kind() {
    let documents = (0..9).map(|n| {
        let kind = if n < 6 { "article" } else { "item" };
        Document::new(format!("{n}")).of(kind, "").with(Field::Title, "Printer")
    });
    let segments = Segments::new(Index::build(documents, "en").unwrap());
    let query = Query::of_each("  printer ", 2, Filters::default());
    assert_eq!(keys(&segments, &query), ["0", "1", "6", "7"]);
    let only = Filters { kinds: &["item"], ..Filters::default() };
    assert_eq!(keys(&segments, &Query::of_each("prin", 5, only)), ["6", "7", "8"]);
}
