//! Names of files that can stand in a header, a list and a folder of any system.

use super::kind::FileKind;

/// In characters. Enough to recognise a file, and short enough for every file system.
const LONGEST: usize = 120;

/// A name made of `name` for a file of this kind. It ends as names of that kind do, whatever it ended in.
pub(super) fn safe(name: &str, kind: FileKind) -> String {
    // Some browsers send the whole path.
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|c| !c.is_control() && !is_deceptive(*c)).map(harmless).collect();
    let plain = plain.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let usual = kind.extensions.first().copied().unwrap_or("bin");
    let (stem, extension) = match plain.rsplit_once('.') {
        Some((stem, extension))
            if kind.extensions.iter().any(|usual| usual.eq_ignore_ascii_case(extension)) =>
        {
            (stem, extension)
        }
        _ => (plain, usual),
    };
    let room = LONGEST.saturating_sub(extension.len() + 1);
    let stem: String = stem.chars().take(room).collect();
    let stem = stem.trim_end();
    let stem = if stem.is_empty() { "file" } else { stem };
    format!("{stem}.{extension}")
}

/// What a file system or a header takes for something else.
fn harmless(c: char) -> char {
    if matches!(c, '"' | '<' | '>' | ':' | '|' | '?' | '*' | ';' | '%') { '_' } else { c }
}

/// Characters that are not seen and turn around what is: with one of these, `gnp.exe` reads as `exe.png`.
fn is_deceptive(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: FileKind = FileKind { media_type: "image/png", extensions: &["png"] };

    #[test]
    fn names_are_made_safe() {
        for (name, expected) in [
            ("photo.PNG", "photo.PNG"),
            ("C:\\Users\\ada\\photo.png", "photo.png"),
            ("../../etc/passwd", "passwd.png"),
            ("evil.exe", "evil.exe.png"),
            ("a\u{202e}gnp.exe", "agnp.exe.png"),
            ("a\r\nSet-Cookie: x.png", "aSet-Cookie_ x.png"),
            ("", "file.png"),
            ("...", "file.png"),
            (".png", "png.png"),
            ("Größe.png", "Größe.png"),
        ] {
            assert_eq!(safe(name, PNG), expected, "{name:?}");
        }
        assert_eq!(safe(&"a".repeat(500), PNG).chars().count(), LONGEST);
    }
}
