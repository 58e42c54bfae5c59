//! What holds for any content and any query.

use guichet_search::{Builder, Document, Field, Index, Query, Scratch, Segments, changes, fingerprints};
use proptest::prelude::*;

/// Words of several scripts, so that some documents share some, and texts of anything.
fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-cäöüß]{1,6}",
        "[α-γа-в]{1,4}",
        "[東京ア-オ가-각]{1,5}",
        "[a-c]{1,3}-[a-c]{1,3}",
        prop::sample::select(vec![
            "laptops".to_owned(),
            "how".to_owned(),
            "der".to_owned(),
            "E-Mail".to_owned()
        ]),
        any::<String>(),
    ];
    prop::collection::vec(word, 0..5).prop_map(|words| words.join(" "))
}

fn documents() -> impl Strategy<Value = Vec<Document>> {
    let document = [text(), text(), text(), text(), text()];
    prop::collection::vec(document, 0..12).prop_map(|all| {
        let keyed = all.into_iter().enumerate();
        keyed.map(|(n, texts)| with_texts(&format!("doc-{n:02}"), &texts)).collect()
    })
}

fn with_texts(key: &str, texts: &[String; 5]) -> Document {
    let fields = Field::ALL.into_iter().zip(texts);
    fields.fold(Document::new(key), |document, (field, text)| document.with(field, text))
}

fn language() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["en", "de", "ja", ""])
}

/// What is found: keys and scores.
fn search(segments: &Segments, query: &str, limit: usize) -> Vec<(String, u32)> {
    let query = Query { limit, ..Query::new(query) };
    let answer = segments.search(&query, &mut Scratch::default()).unwrap();
    answer.hits.iter().map(|hit| (hit.key.to_owned(), hit.score)).collect()
}

fn index(documents: Vec<Document>, language: &str) -> Segments {
    Segments::new(Index::build(documents, language).unwrap())
}

proptest! {
    #[test]
    fn nothing_that_is_typed_makes_it_fail(documents in documents(), language in language(), query in text(), limit in 0_usize..20) {
        let many = documents.len();
        let segments = index(documents, language);
        let query = Query { limit, ..Query::new(&query) };
        let answer = segments.search(&query, &mut Scratch::default()).unwrap();
        prop_assert!(answer.hits.len() <= limit.min(many));
        prop_assert!(answer.hits.len() <= answer.total && answer.total <= many);
        for pair in answer.hits.windows(2) {
            prop_assert!(pair[0].score >= pair[1].score);
        }
        for hit in &answer.hits {
            prop_assert!(hit.score > 0);
            // Slices panic where a range is not at characters.
            let ranges = answer.matcher.highlight(hit.title);
            prop_assert!(ranges.iter().all(|range| !hit.title[range.clone()].is_empty()));
            prop_assert!(ranges.windows(2).all(|pair| pair[0].end <= pair[1].start));
            prop_assert!(hit.summary[answer.matcher.snippet(hit.summary, 9)].len() <= hit.summary.len());
        }
    }

    #[test]
    fn a_document_is_found_by_its_title(documents in documents(), language in language()) {
        let segments = index(documents.clone(), language);
        for document in &documents {
            // Letters of other scripts may be ones that are no part of any word.
            if !document.title.chars().any(|c| c.is_ascii_alphanumeric()) {
                continue;
            }
            let hits = search(&segments, &document.title, usize::MAX);
            prop_assert!(hits.iter().any(|(key, _)| *key == document.key), "{:?}", document.title);
        }
    }

    #[test]
    fn the_order_depends_on_nothing_but_the_content(documents in documents(), language in language(), query in text()) {
        let forward = index(documents.clone(), language);
        let backward = index(documents.into_iter().rev().collect(), language);
        let hits = search(&forward, &query, usize::MAX);
        prop_assert_eq!(&hits, &search(&backward, &query, usize::MAX));
        // Nothing of one search is left for the next.
        let mut scratch = Scratch::default();
        for text in [query.as_str(), "laptops der", query.as_str()] {
            forward.search(&Query::new(text), &mut scratch).unwrap();
        }
        let again = forward.search(&Query { limit: usize::MAX, ..Query::new(&query) }, &mut scratch).unwrap();
        let again: Vec<_> = again.hits.iter().map(|hit| (hit.key.to_owned(), hit.score)).collect();
        prop_assert_eq!(hits, again);
    }

    #[test]
    fn one_content_makes_one_file(documents in documents(), language in language()) {
        let bytes = |documents: Vec<Document>| Index::build(documents, language).unwrap().bytes().to_vec();
        let backward: Vec<Document> = documents.iter().rev().cloned().collect();
        prop_assert_eq!(bytes(documents), bytes(backward));
    }

    #[test]
    fn a_shorter_list_is_the_beginning_of_a_longer_one(documents in documents(), query in text(), limit in 0_usize..6) {
        let segments = index(documents, "en");
        let mut all = search(&segments, &query, usize::MAX);
        all.truncate(limit);
        prop_assert_eq!(search(&segments, &query, limit), all);
    }

    #[test]
    fn an_index_and_what_changed_find_what_a_new_one_finds(before in documents(), after in documents(), query in text()) {
        let base = Index::build(before.clone(), "en").unwrap();
        let difference = changes(&fingerprints(&before), &after);
        let changed = Builder::new("en").documents(difference.changed.into_iter().cloned()).gone(difference.gone);
        let changed = changed.beside(&base).build().unwrap();
        let mut segments = Segments::new(base);
        segments.push(changed).unwrap();
        let whole = index(after.clone(), "en");
        prop_assert_eq!(segments.len(), whole.len());
        // How rare words are differs a little by those that are gone, and so may the order; what is there does not.
        for (key, _) in search(&segments, &query, usize::MAX) {
            prop_assert!(whole.keys().any(|one| one.unwrap() == key), "{} is gone", key);
        }
        for document in after.iter().filter(|document| document.title.chars().any(|c| c.is_ascii_alphanumeric())) {
            let hits = search(&segments, &document.title, usize::MAX);
            prop_assert!(hits.iter().any(|(key, _)| *key == document.key), "{:?}", document.title);
        }
    }
}

#[test]
fn what_changed_replaces_what_was() {
    let document = |key: &str, title: &str| Document::new(key).with(Field::Title, title);
    let base =
        Index::build([document("a", "Printer"), document("b", "Printer"), document("c", "Printer")], "en");
    let base = base.unwrap();
    let changed = Builder::new("en")
        .documents([document("b", "Scanner"), document("d", "Printer")])
        .gone(["c".to_owned(), "never was".to_owned()])
        .beside(&base)
        .build()
        .unwrap();
    let mut segments = Segments::new(base);
    assert!(!segments.is_worn());
    segments.push(changed).unwrap();
    let keys = |segments: &Segments, query: &str| -> Vec<String> {
        search(segments, query, 10).into_iter().map(|(key, _)| key).collect()
    };
    assert_eq!(keys(&segments, "printer"), ["a", "d"]);
    assert_eq!(keys(&segments, "scanner"), ["b"]);
    assert_eq!(segments.len(), 3);
    assert!(segments.is_worn(), "two of three changed");
    let again =
        Builder::new("en").documents([document("c", "Printer")]).gone(["a".to_owned()]).build().unwrap();
    segments.push(again).unwrap();
    assert_eq!(keys(&segments, "printer"), ["d", "c"]);
}
