//! What stands out among words, and whether CommonMark would read it as what it is.

/// What stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Strong,
    Emphasis,
    Struck,
}

impl Mark {
    /// What is written before and after it.
    pub fn signs(self) -> &'static str {
        match self {
            Self::Strong => "**",
            Self::Emphasis => "*",
            Self::Struck => "~~",
        }
    }
}

/// A part of a paragraph in the making.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// As it will stand there.
    Text(String),
    Open(Mark),
    Close(Mark),
    Break,
    Paragraph,
}

/// Which marks CommonMark would read as what they are: by the characters beside the asterisks, whichever asterisks those are
/// part of.
pub fn kept(pieces: &[Piece]) -> Vec<bool> {
    let mut kept = vec![true; pieces.len()];
    let mut open: Vec<(usize, Mark)> = Vec::new();
    for (place, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Open(mark) => open.push((place, *mark)),
            Piece::Close(mark) => {
                let Some(at) = open.iter().rposition(|(_, begun)| begun == mark) else {
                    kept[place] = false;
                    continue;
                };
                let (begin, _) = open.remove(at);
                let read = opens(before(pieces, begin), after(pieces, begin))
                    && closes(before(pieces, place), after(pieces, place));
                (kept[begin], kept[place]) = (read, read);
            }
            Piece::Text(_) | Piece::Break | Piece::Paragraph => {}
        }
    }
    for (begin, _) in open {
        kept[begin] = false;
    }
    kept
}

/// The last character before the marks that end at `place`; none at the start of a line.
fn before(pieces: &[Piece], place: usize) -> Option<char> {
    let before = pieces.get(..place)?.iter().rev().find(|piece| !is_mark(piece));
    match before? {
        Piece::Text(text) => text.chars().next_back(),
        _ => None,
    }
}

/// The first character after the marks that begin at `place`; none at the end of a line.
fn after(pieces: &[Piece], place: usize) -> Option<char> {
    let after = pieces.get(place..)?.iter().find(|piece| !is_mark(piece));
    match after? {
        Piece::Text(text) => text.chars().next(),
        _ => None,
    }
}

fn is_mark(piece: &Piece) -> bool {
    matches!(piece, Piece::Open(_) | Piece::Close(_))
}

fn opens(before: Option<char>, after: Option<char>) -> bool {
    after.is_some_and(|c| !c.is_whitespace() && (!is_sign(c) || before.is_none_or(is_apart)))
}

fn closes(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(|c| !c.is_whitespace() && (!is_sign(c) || after.is_none_or(is_apart)))
}

fn is_apart(c: char) -> bool {
    c.is_whitespace() || is_sign(c)
}

fn is_sign(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace()
}
