//! Texts, put together from pieces.

/// How often a piece is repeated where it is: beyond any depth that a reader should follow.
const OFTEN: usize = 3_000;

/// The text that `data` stands for: every fifth as the bytes say, the others of `pieces`, so that most of it can be read. A
/// byte from 250 on says that the next piece comes very often.
pub fn text(data: &[u8], pieces: &[&str]) -> String {
    let Some((first, rest)) = data.split_first() else { return String::new() };
    if first.is_multiple_of(5) {
        return String::from_utf8_lossy(rest).into_owned();
    }
    let mut text = String::new();
    let mut times = 1;
    for byte in rest {
        if *byte >= 250 {
            times = OFTEN;
            continue;
        }
        let piece = pieces.get(usize::from(*byte) % pieces.len().max(1)).copied().unwrap_or_default();
        text.push_str(&piece.repeat(times));
        times = 1;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn bytes_are_pieces_and_repetitions() {
        assert_eq!(text(&[1, 0, 1, 2], &["a", "b"]), "aba");
        assert_eq!(text(&[1, 255, 1, 0], &["a", "b"]), "b".repeat(3_000) + "a");
        assert_eq!(text(&[5, b'x', 0xff], &["a"]), "x\u{fffd}");
        assert_eq!(text(&[], &["a"]), "");
    }
}
