//! What an attack on the reader of indexes has at its disposal: the body of the fuzz targets and of the tests that stand in
//! for them.

use crate::{Filters, Index, Query, Scratch, Segments, bundle, format, version};
use alloc::{string::String, vec::Vec};

/// An index of so many documents with something in every section; of twenty, more than one block of terms and records.
#[cfg(feature = "build")]
pub fn sample(documents: usize) -> Result<Vec<u8>, crate::BuildError> {
    use crate::{Builder, Document, Field};
    let documents = (0..documents).map(|n| {
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
    Ok(builder.build()?.bytes().to_vec())
}

/// Reads `data` as an index, as it is and with a checksum that fits. Must neither panic nor go on for long.
pub fn raw(data: &[u8]) {
    everything(data, "laptop e-mail");
    // An error is an answer too.
    drop(Segments::unbundle(data, None));
    let mut sealed = Vec::from(data);
    format::seal(&mut sealed);
    everything(&sealed, "laptpo x");
}

/// Changes `valid`, an index, as `data` says: first how much of the end is missing, then place and byte in turn; and a bundle
/// of it in the same way. Must neither panic nor go on for long.
pub fn mutated(valid: &[u8], data: &[u8]) {
    let Some((head, changes)) = data.split_first_chunk::<2>() else { return };
    let mut bytes = Vec::from(valid);
    let missing = usize::from(u16::from_le_bytes(*head));
    // Mostly nothing is.
    bytes.truncate(bytes.len().saturating_sub(missing.saturating_sub(0xC000)));
    let (changes, query) = changes.split_at(changes.len().min(48));
    let length = bytes.len();
    put(&mut bytes, length, changes);
    format::seal(&mut bytes);
    everything(&bytes, &String::from_utf8_lossy(query));
    bundled(valid, *head, changes);
}

/// Puts bytes into the first `length` of `bytes`: place and byte in turn.
fn put(bytes: &mut [u8], length: usize, changes: &[u8]) {
    for change in changes.as_chunks::<4>().0 {
        let [a, b, c, byte] = *change;
        let at = u32::from_le_bytes([a, b, c, 0]) as usize;
        if let Some(place) = bytes.get_mut(at % length.max(1)) {
            *place = byte;
        }
    }
}

/// In bytes: what a bundle of two files says of them, before the files.
const ABOUT_TWO: usize = 32;

/// Changes a bundle of two files, of which its reader may have one, mostly in what it says of them: the files themselves
/// have checksums.
fn bundled(valid: &[u8], [first, missing]: [u8; 2], changes: &[u8]) {
    let Ok(index) = Index::open(valid) else { return };
    let old = Segments::new(index.clone());
    let mut new = old.clone();
    if new.push(index).is_err() {
        return;
    }
    let since = if first.is_multiple_of(2) { version(&old) } else { String::new() };
    let mut bytes = bundle(&new, &since);
    bytes.truncate(bytes.len().saturating_sub(usize::from(missing.saturating_sub(0xC0))));
    let length = if first.is_multiple_of(8) { bytes.len() } else { ABOUT_TWO };
    put(&mut bytes, length, changes);
    for known in [None, Some(&old)] {
        // An error is an answer too.
        if let Ok(there) = Segments::unbundle(bytes.clone(), known) {
            drop(there.search(&Query::new("laptop e-mail"), &mut Scratch::default()));
        }
    }
}

/// Does with bytes whatever can be done with an index. An error ends it, as it would in earnest.
fn everything(bytes: &[u8], query: &str) {
    let Ok(index) = Index::open(bytes) else { return };
    let mut scratch = Scratch::default();
    let mut segments = Segments::new(index.clone());
    let ask = |segments: &Segments, scratch: &mut Scratch| {
        drop(segments.list(Filters { kinds: &["article"], ..Filters::default() }, 7));
        for text in [query, "druckertreiber", "e", "printr setup", "東京"] {
            for typing in [true, false] {
                let filters =
                    Filters { kinds: &[], categories: &[], languages: &["de", "en"], tags: &["vpn"] };
                for filters in [Filters::default(), filters] {
                    let query =
                        Query { typing, limit: 7, each: typing.then_some(2), filters, ..Query::new(text) };
                    let Ok(answer) = segments.search(&query, scratch) else { continue };
                    for hit in &answer.hits {
                        answer.matcher.highlight(hit.title);
                        answer.matcher.snippet(hit.summary, 20);
                    }
                    answer.by_kind();
                }
            }
        }
    };
    ask(&segments, &mut scratch);
    index.keys().for_each(drop);
    // The same in the midst of other bytes.
    if let Ok(there) = Segments::unbundle(bundle(&segments, ""), None) {
        ask(&there, &mut scratch);
    }
    if segments.push(index).is_ok() {
        ask(&segments, &mut scratch);
    }
}
