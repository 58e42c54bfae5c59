//! One paragraph, heading or cell on its way into CommonMark: words, with what stands out among them.
//!
//! HTML says where emphasis begins and ends; CommonMark guesses by what is around the asterisks. So nothing is written until
//! all of it is known: a mark that would be read as something else is left out, and its words stay.

#[cfg(test)]
mod tests;

use super::{
    escape::{at_start, destination, escape, longest_run},
    marks::{Mark, Piece, kept},
};
use std::mem;

/// What was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Begun {
    Mark(Mark),
    /// One that is not written, because it would touch the end of another.
    Silent(Mark),
    Link,
}

impl Begun {
    fn is(self, mark: Mark) -> bool {
        self == Self::Mark(mark) || self == Self::Silent(mark)
    }
}

/// Where it stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Place {
    /// Where lines and paragraphs can end.
    #[default]
    Text,
    /// In a line of its own: a heading, a term.
    Line,
    /// In a cell of a table.
    Cell,
}

/// A paragraph in the making.
#[derive(Debug, Default)]
pub struct Inline {
    place: Place,
    pieces: Vec<Piece>,
    /// Whether there is a space before the next word.
    space: bool,
    /// How many line breaks there are before it.
    breaks: usize,
    /// Whether something stands on this line already.
    begun_line: bool,
    /// What begins with the next word: spaces belong before it.
    waiting: Vec<Begun>,
    open: Vec<Begun>,
}

impl Inline {
    pub fn new(place: Place) -> Self {
        Self { place, ..Self::default() }
    }

    /// Whether nothing was said yet.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Words as people read them.
    pub fn words(&mut self, words: &str) {
        let mut before = None;
        let mut rest = words.chars().peekable();
        while let Some(c) = rest.next() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                self.space = true;
                before = Some(' ');
                continue;
            }
            // Neither is read, and both would keep words from being found.
            if c.is_control() || matches!(c, '\u{feff}' | '\u{200b}') {
                continue;
            }
            self.settle();
            let next = rest.peek().copied();
            escape(c, before, next, self.text());
            before = Some(c);
        }
    }

    /// Something that is CommonMark already.
    pub fn raw(&mut self, text: &str) {
        if !text.is_empty() {
            self.settle();
            // A piece of its own: what is before and after it was escaped without knowing of it.
            self.pieces.push(Piece::Text(text.to_owned()));
            self.begun_line = true;
        }
    }

    /// Words that are shown as they are typed.
    pub fn code(&mut self, text: &str) {
        let clean: String = text.chars().filter(|c| c.is_whitespace() || !c.is_control()).collect();
        let text = super::one_line(&clean);
        if text.is_empty() {
            return;
        }
        // A backslash before '|' would be one too many, or one too few.
        if self.place == Place::Cell && text.contains("\\|") {
            return self.words(&text);
        }
        let text = if self.place == Place::Cell { text.replace('|', "\\|") } else { text };
        let fence = "`".repeat(longest_run(&text, '`') + 1);
        let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
        self.raw(&format!("{fence}{pad}{text}{pad}{fence}"));
    }

    /// A space, unless one is there.
    pub fn gap(&mut self) {
        self.space = true;
    }

    pub fn line_break(&mut self) {
        self.breaks += 1;
    }

    /// Begins `mark`; says whether it has to be ended. In itself it is not begun again.
    pub fn begin(&mut self, mark: Mark) -> bool {
        let there = self.open.iter().chain(&self.waiting).any(|begun| begun.is(mark));
        if !there {
            self.waiting.push(Begun::Mark(mark));
        }
        !there
    }

    pub fn end(&mut self, mark: Mark) {
        // Nothing was said in it.
        if self.waiting.last().is_some_and(|begun| begun.is(mark)) {
            self.waiting.pop();
            return;
        }
        match self.open.iter().rposition(|begun| begun.is(mark)).map(|place| self.open.remove(place)) {
            Some(Begun::Mark(mark)) => self.pieces.push(Piece::Close(mark)),
            Some(Begun::Silent(_) | Begun::Link) | None => {}
        }
    }

    /// Begins a link; says whether it has to be ended. There is none in another.
    pub fn begin_link(&mut self) -> bool {
        let there = self.open.iter().chain(&self.waiting).any(|begun| *begun == Begun::Link);
        if !there {
            self.waiting.push(Begun::Link);
        }
        !there
    }

    pub fn end_link(&mut self, to: &str) {
        if self.waiting.last() == Some(&Begun::Link) {
            self.waiting.pop();
        } else if let Some(place) = self.open.iter().rposition(|begun| *begun == Begun::Link) {
            self.open.remove(place);
            self.pieces.push(Piece::Text(format!("]({})", destination(to))));
        }
    }

    /// Writes what belongs before the next word.
    fn settle(&mut self) {
        let (breaks, space) = (mem::take(&mut self.breaks), mem::take(&mut self.space));
        if self.begun_line {
            if breaks > 1 && self.open.is_empty() && self.place == Place::Text {
                self.pieces.push(Piece::Paragraph);
                self.begun_line = false;
            } else if breaks > 0 && self.place == Place::Text {
                self.pieces.push(Piece::Break);
                self.begun_line = false;
            } else if breaks > 0 || space {
                self.text().push(' ');
            }
        }
        for begun in mem::take(&mut self.waiting) {
            self.open_now(begun);
        }
        self.begun_line = true;
    }

    fn open_now(&mut self, begun: Begun) {
        match (begun, self.pieces.last()) {
            (Begun::Link, _) => {
                self.pieces.push(Piece::Text("[".to_owned()));
                self.open.push(Begun::Link);
            }
            // The same goes on.
            (Begun::Mark(mark), Some(Piece::Close(ended))) if *ended == mark => {
                self.pieces.pop();
                self.open.push(begun);
            }
            (Begun::Mark(mark), Some(Piece::Close(_))) => self.open.push(Begun::Silent(mark)),
            (Begun::Mark(mark), _) => {
                self.pieces.push(Piece::Open(mark));
                self.open.push(begun);
            }
            (Begun::Silent(_), _) => self.open.push(begun),
        }
    }

    /// The words that are being written.
    fn text(&mut self) -> &mut String {
        if !matches!(self.pieces.last(), Some(Piece::Text(_))) {
            self.pieces.push(Piece::Text(String::new()));
        }
        match self.pieces.last_mut() {
            Some(Piece::Text(text)) => text,
            _ => unreachable!("it was pushed just now"),
        }
    }

    /// Its paragraphs; none where nothing was said.
    pub fn finish(self) -> Vec<String> {
        let kept = kept(&self.pieces);
        let mut paragraphs = vec![vec![String::new()]];
        for (piece, keep) in self.pieces.iter().zip(kept) {
            match piece {
                Piece::Paragraph => paragraphs.push(vec![String::new()]),
                Piece::Break => paragraphs.last_mut().map_or((), |lines| lines.push(String::new())),
                Piece::Text(text) => append(&mut paragraphs, text),
                Piece::Open(mark) | Piece::Close(mark) if keep => append(&mut paragraphs, mark.signs()),
                Piece::Open(_) | Piece::Close(_) => {}
            }
        }
        let place = self.place;
        let paragraphs = paragraphs.into_iter().map(|lines| {
            let lines = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
            let lines: Vec<String> = match place {
                Place::Text => lines.map(at_start).collect(),
                Place::Line | Place::Cell => lines.map(str::to_owned).collect(),
            };
            lines.join("\\\n")
        });
        paragraphs.filter(|text| !text.is_empty()).collect()
    }

    /// The same where there is one paragraph at most.
    pub fn finish_line(self) -> String {
        self.finish().join(" ")
    }
}

fn append(paragraphs: &mut [Vec<String>], text: &str) {
    if let Some(line) = paragraphs.last_mut().and_then(|lines| lines.last_mut()) {
        // Words that end with '!' would make a picture of a link.
        if text.starts_with('[')
            && let Some(before) = line.strip_suffix('!')
            // A backslash of two is one of the words'.
            && (before.len() - before.trim_end_matches('\\').len()).is_multiple_of(2)
        {
            let at = before.len();
            line.insert(at, '\\');
        }
        line.push_str(text);
    }
}
