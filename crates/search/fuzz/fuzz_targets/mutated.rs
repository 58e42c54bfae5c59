//! An index with some bytes changed: `cargo +nightly fuzz run mutated`.
#![no_main]

use guichet_search::{Builder, Document, Field, hostile};
use std::sync::LazyLock;

static VALID: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let documents = (0..40).map(|n| {
        let mut document = Document::new(format!("doc-{n:02}"))
            .of(if n % 2 == 0 { "article" } else { "item" }, "computers")
            .with(Field::Title, &format!("Laptop {n} drucker"))
            .with(Field::Summary, "E-Mail on a laptop; Geräte, 東京都")
            .with(Field::Body, &format!("setup of the printer number{n} with Druckertreiber{n}"))
            .with_heading("Printer setup", "printer-setup");
        document.tags.push("vpn".to_owned());
        document
    });
    let synonyms = [vec!["laptop".to_owned(), "notebook computer".to_owned()]];
    let builder = Builder::new("de").documents(documents).synonyms(synonyms).gone(["doc-x".to_owned()]);
    builder.build().map(|index| index.bytes().to_vec()).unwrap_or_default()
});

libfuzzer_sys::fuzz_target!(|data: &[u8]| hostile::mutated(&VALID, data));
