//! What an attack on the reader of indexes has at its disposal: the body of the fuzz targets and of the tests that stand in
//! for them.

use crate::{Filters, Index, Query, Scratch, Segments, format};
use alloc::{string::String, vec::Vec};

/// Reads `data` as an index, as it is and with a checksum that fits. Must neither panic nor go on for long.
pub fn raw(data: &[u8]) {
    everything(data, "laptop e-mail");
    let mut sealed = Vec::from(data);
    format::seal(&mut sealed);
    everything(&sealed, "laptpo x");
}

/// Changes `valid`, an index, as `data` says: first how much of the end is missing, then place and byte in turn. Must
/// neither panic nor go on for long.
pub fn mutated(valid: &[u8], data: &[u8]) {
    let Some((head, changes)) = data.split_first_chunk::<2>() else { return };
    let mut bytes = Vec::from(valid);
    let missing = usize::from(u16::from_le_bytes(*head));
    // Mostly nothing is.
    bytes.truncate(bytes.len().saturating_sub(missing.saturating_sub(0xC000)));
    let (changes, query) = changes.split_at(changes.len().min(48));
    for change in changes.as_chunks::<4>().0 {
        let [a, b, c, byte] = *change;
        let at = u32::from_le_bytes([a, b, c, 0]) as usize;
        let length = bytes.len().max(1);
        if let Some(place) = bytes.get_mut(at % length) {
            *place = byte;
        }
    }
    format::seal(&mut bytes);
    everything(&bytes, &String::from_utf8_lossy(query));
}

/// Does with bytes whatever can be done with an index. An error ends it, as it would in earnest.
fn everything(bytes: &[u8], query: &str) {
    let Ok(index) = Index::open(bytes) else { return };
    let mut scratch = Scratch::default();
    let mut segments = Segments::new(index.clone());
    let ask = |segments: &Segments, scratch: &mut Scratch| {
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
    if segments.push(index).is_ok() {
        ask(&segments, &mut scratch);
    }
}
