//! What holds for any content and any query.

use guichet_search::{Document, Field, Index};
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
        keyed.map(|(n, fields)| Document { key: format!("doc-{n}"), fields }).collect()
    })
}

fn language() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["en", "de", "ja", ""])
}

proptest! {
    #[test]
    fn nothing_that_is_typed_makes_it_fail(documents in documents(), language in language(), query in text(), limit in 0_usize..20) {
        let hits = Index::build(&documents, language).search(&query, limit);
        prop_assert!(hits.len() <= limit.min(documents.len()));
        for pair in hits.windows(2) {
            prop_assert!(pair[0].score >= pair[1].score);
        }
        for hit in hits {
            prop_assert!(hit.score > 0.0 && hit.score.is_finite());
        }
    }

    #[test]
    fn a_document_is_found_by_its_title(documents in documents(), language in language()) {
        let index = Index::build(&documents, language);
        for document in &documents {
            let title = &document.fields[Field::Title as usize];
            // Letters of other scripts may be ones that are no part of any word.
            if !title.chars().any(|c| c.is_ascii_alphanumeric()) {
                continue;
            }
            let hits = index.search(title, usize::MAX);
            prop_assert!(hits.iter().any(|hit| hit.key == document.key), "{title:?}");
        }
    }

    #[test]
    fn the_order_depends_on_nothing_but_the_content(documents in documents(), language in language(), query in text()) {
        let forward = Index::build(&documents, language).search(&query, usize::MAX);
        let again = Index::build(documents.clone(), language).search(&query, usize::MAX);
        prop_assert_eq!(&forward, &again);
        let backward = Index::build(documents.iter().rev(), language).search(&query, usize::MAX);
        let keys = |hits: &[guichet_search::Hit]| hits.iter().map(|hit| hit.key.clone()).collect::<Vec<_>>();
        prop_assert_eq!(keys(&forward), keys(&backward));
    }

    #[test]
    fn a_shorter_list_is_the_beginning_of_a_longer_one(documents in documents(), query in text(), limit in 0_usize..6) {
        let index = Index::build(&documents, "en");
        let mut all = index.search(&query, usize::MAX);
        all.truncate(limit);
        prop_assert_eq!(index.search(&query, limit), all);
    }
}
