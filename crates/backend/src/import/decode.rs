//! From bytes to text.

use super::{kind::Kind, notes::Notes};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// A page says in its first bytes how it is written; browsers look no further either.
const LOOKED_AT: usize = 1024;

/// The text of a page: by its byte order mark, by what it declares, as UTF-8 where it is that, and as browsers guess otherwise.
pub fn decode(bytes: &[u8], notes: &mut Notes) -> String {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    if marked.is_none()
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        // Whatever it declares: it cannot be anything else by chance.
        return text.to_owned();
    }
    let declared = marked.or_else(|| declared(bytes));
    if declared.is_none() {
        notes.whole(
            Kind::Encoding,
            "the page is not in UTF-8 and declares nothing; it was read as windows-1252",
        );
    }
    let encoding = declared.unwrap_or(WINDOWS_1252);
    let (text, encoding, was_wrong) = encoding.decode(bytes);
    if was_wrong {
        let what = format!("some characters are not {}; � stands where they were", encoding.name());
        notes.whole(Kind::Encoding, what);
    }
    text.into_owned()
}

/// What `<meta charset>`, `<meta http-equiv>` or `<?xml encoding?>` say.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(bytes.get(..LOOKED_AT).unwrap_or(bytes)).to_lowercase();
    let found = ["charset", "encoding"].into_iter().find_map(|word| {
        let (_, rest) = start.split_once(word)?;
        let rest = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':')));
        Encoding::for_label(rest.get(..end.unwrap_or(rest.len()))?.as_bytes())
    })?;
    // Whoever could write that in UTF-16 would have written UTF-16; and it is no UTF-8.
    let is_wrong = found == UTF_8 || found.name().starts_with("UTF-16");
    (!is_wrong).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Vec<String>) {
        let mut notes = Notes::of("a.html");
        let text = decode(bytes, &mut notes);
        (text, notes.findings().into_iter().map(|finding| finding.what).collect())
    }

    #[test]
    fn a_page_is_read_as_it_was_written() {
        let cases: [(&[u8], &str); 7] = [
            ("ä".as_bytes(), "ä"),
            (b"\xef\xbb\xbf\xc3\xa4", "ä"),
            (b"\xff\xfea\0\xe4\0", "aä"),
            (b"<meta charset=iso-8859-1>\xe4", "<meta charset=iso-8859-1>ä"),
            (
                b"<META HTTP-EQUIV=x CONTENT='text/html; charset=KOI8-R'>\xc1",
                "<META HTTP-EQUIV=x CONTENT='text/html; charset=KOI8-R'>а",
            ),
            (b"<?xml encoding=\"shift_jis\"?>\x83\x41", "<?xml encoding=\"shift_jis\"?>ア"),
            // Saved again by a program that did not change what it declares.
            ("<meta charset=iso-8859-1>ä".as_bytes(), "<meta charset=iso-8859-1>ä"),
        ];
        for (bytes, expected) in cases {
            assert_eq!(read(bytes), (expected.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn a_guess_is_told() {
        let (text, told) = read(b"\x93caf\xe9\x94");
        assert_eq!(text, "“café”");
        assert!(told.len() == 1 && told[0].contains("windows-1252"), "{told:?}");
        let (text, told) = read(b"<meta charset=utf-8>caf\xe9");
        assert_eq!(text, "<meta charset=utf-8>café");
        assert_eq!(told.len(), 1);
        let (text, told) = read(b"<meta charset=shift_jis>\x83\xff");
        assert!(text.contains('�') && told[0].contains("Shift_JIS"), "{text} {told:?}");
    }
}
