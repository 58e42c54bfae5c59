//! What a file is, going by its content. Its name and what the browser says of it decide nothing. What is taken are the
//! types of the contract.

use guichet_contract::FILE_TYPES;

/// A type of file that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileKind {
    /// Its media type.
    pub media_type: &'static str,
    /// How names of such files end; the first is added where another is there.
    pub extensions: &'static [&'static str],
}

/// The kind of a file; `None` where it is not taken.
pub(super) fn of(name: &str, data: &[u8]) -> Option<FileKind> {
    let found = infer::get(data).map(|found| found.mime_type());
    if let Some(kind) = found.and_then(known) {
        return Some(kind);
    }
    // A browser would run these, and a shell those, if somebody saved and opened them.
    if found.is_some_and(|found| matches!(found, "text/html" | "text/xml" | "text/x-shellscript")) {
        return None;
    }
    // Some signatures are two letters long, and so is the beginning of some text. A real one is followed by bytes that no
    // text holds.
    if !is_text(data) {
        return None;
    }
    let csv = name.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("csv"));
    known(if csv { "text/csv" } else { "text/plain" })
}

fn known(media_type: &str) -> Option<FileKind> {
    let known = FILE_TYPES.iter().find(|(known, _)| *known == media_type);
    known.map(|&(media_type, extensions)| FileKind { media_type, extensions })
}

fn is_text(data: &[u8]) -> bool {
    let printable = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{1b}');
    !data.is_empty() && std::str::from_utf8(data).is_ok_and(|text| text.chars().all(printable))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_decides_and_not_the_name() {
        let media_type = |name: &str, data: &[u8]| of(name, data).map(|kind| kind.media_type);
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
        assert_eq!(media_type("photo.txt", png), Some("image/png"));
        assert_eq!(media_type("error.log", "Größe: 3\n".as_bytes()), Some("text/plain"));
        assert_eq!(media_type("BM.csv", b"BM,1\n"), Some("text/csv"));
        assert_eq!(media_type("a.pdf", b"%PDF-1.7\n"), Some("application/pdf"));
        assert_eq!(media_type("a.png", b"MZ\x90\0\x03"), None, "a program");
        assert_eq!(media_type("a.txt", b"<!DOCTYPE html><script>alert(1)</script>"), None);
        assert_eq!(media_type("a.txt", b"#!/bin/sh\nrm -rf /\n"), None);
        assert_eq!(media_type("a.txt", b"\0\x01\x02"), None);
        assert_eq!(media_type("a.txt", b""), None);
    }
}
