//! Indexes with some bytes changed, and such as never were one.

use guichet_search::{Builder, Document, Field, hostile};
use std::sync::LazyLock;

/// An index with something in every section, and more than one block of terms and records.
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

/// In bytes: what an index begins with. Whatever does not is refused at once.
const HEAD: usize = 16;

/// Reads what `data` makes of it.
pub fn attack(data: &[u8]) {
    match data.split_first() {
        Some((first, rest)) if first.is_multiple_of(8) => {
            let head = VALID.get(..HEAD).unwrap_or_default();
            hostile::raw(&[head, rest].concat());
        }
        Some((_, rest)) => hostile::mutated(&VALID, rest),
        None => hostile::raw(data),
    }
}
