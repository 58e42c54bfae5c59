//! What stands in a line: words, links, pictures, code.

use super::{
    Seen, Way,
    inline::Inline,
    marks::Mark,
    names,
    tree::{Id, one_line},
    write::Writer,
};
use crate::import::kind::Kind;

impl Writer<'_> {
    /// Writes everything in `id` into `line`.
    pub fn phrases(&mut self, id: Id, line: &mut Inline) {
        let tree = self.tree;
        for child in tree.children(id) {
            if !self.is_dropped(*child) {
                self.phrase(*child, line);
            }
        }
    }

    /// Writes `id` into `line`. A block that lies in a line is set apart by spaces.
    pub fn phrase(&mut self, id: Id, line: &mut Inline) {
        let tree = self.tree;
        if let Some(words) = tree.words(id) {
            if !words.trim().is_empty() {
                self.settle();
            }
            return line.words(words);
        }
        self.remember(id);
        let name = tree.name(id);
        let meaning = tree.classes(id).find_map(names::phrase).filter(|_| name == "span");
        match meaning.unwrap_or(name) {
            "br" => line.line_break(),
            "wbr" => {}
            "b" | "strong" => self.marked(id, Mark::Strong, line),
            "i" | "em" | "cite" | "dfn" | "var" => self.marked(id, Mark::Emphasis, line),
            "s" | "strike" | "del" => self.marked(id, Mark::Struck, line),
            "code" | "kbd" | "samp" | "tt" => self.code_phrase(id, line),
            "a" => self.link(id, line),
            "img" => self.picture(id, line),
            "q" => self.between(id, ("“", "”"), line),
            "rt" => self.between(id, (" (", ")"), line),
            "rp" => {}
            "sup" => self.raised(id, line, superscript),
            "sub" => self.raised(id, line, subscript),
            "svg" => self.lost(id, Kind::Drawing, "a drawing (svg)", line),
            "canvas" => self.lost(id, Kind::Drawing, "a drawing (canvas)", line),
            "math" => self.formula(id, line),
            "video" | "audio" => self.elsewhere(id, Kind::Media, line),
            "iframe" | "frame" | "object" | "embed" | "applet" | "portal" => {
                self.elsewhere(id, Kind::Frame, line)
            }
            "input" | "select" | "textarea" | "button" | "progress" | "meter" | "keygen" => {
                self.control(id, line)
            }
            other => {
                let apart = names::is_block(other);
                if apart {
                    line.gap();
                }
                if self.is_alternative(id) {
                    line.words(" / ");
                }
                self.phrases(id, line);
                if apart {
                    line.gap();
                }
            }
        }
    }

    /// Whether it is hidden, as what is beside it: a script would show one of them.
    fn is_alternative(&mut self, id: Id) -> bool {
        let tree = self.tree;
        if tree.attribute(id, "hidden").is_none() {
            return false;
        }
        self.notes.at(Kind::Hidden, tree.line(id), "what only a script would show was shown");
        let said = |other: Id| !tree.line_of_text(other).is_empty();
        // They are in the order of the page.
        let siblings = tree.children(tree.parent(id));
        let before = siblings.partition_point(|other| *other < id);
        let last = siblings.iter().take(before).rev().copied().find(|other| said(*other));
        said(id) && last.is_some_and(|last| tree.attribute(last, "hidden").is_some())
    }

    fn marked(&mut self, id: Id, mark: Mark, line: &mut Inline) {
        let begun = line.begin(mark);
        self.phrases(id, line);
        if begun {
            line.end(mark);
        }
    }

    fn between(&mut self, id: Id, (before, after): (&str, &str), line: &mut Inline) {
        line.words(before);
        self.phrases(id, line);
        line.words(after);
    }

    /// Words that are shown as they are typed, with the link that all of them are.
    fn code_phrase(&mut self, id: Id, line: &mut Inline) {
        let tree = self.tree;
        let words = tree.line_of_text(id);
        self.remember_all(id);
        if words.is_empty() {
            return;
        }
        self.settle();
        let link = self.only_link(id, &words);
        let begun = link.is_some() && line.begin_link();
        line.code(&words);
        if let Some(to) = link.filter(|_| begun) {
            line.end_link(&to);
        }
    }

    /// Where the one link in `id` leads that says all of its words.
    fn only_link(&mut self, id: Id, words: &str) -> Option<String> {
        let tree = self.tree;
        let inside = |child: &&Id| tree.name(**child) == "a" && tree.line_of_text(**child) == words;
        let link = tree.children(id).iter().find(inside)?;
        self.way(*link)
    }

    fn link(&mut self, id: Id, line: &mut Inline) {
        let tree = self.tree;
        // The sign beside a heading that leads to it.
        let words = tree.line_of_text(id);
        if matches!(words.as_str(), "#" | "¶" | "§" | "🔗")
            || tree.classes(id).any(|class| class == "headerlink")
        {
            return;
        }
        // A block inside is set apart from what is before it, and the link begins after that.
        if tree.holds_block(id) {
            line.gap();
        }
        let to = self.way(id);
        let begun = to.is_some() && line.begin_link();
        self.phrases(id, line);
        if let Some(to) = to.filter(|_| begun) {
            line.end_link(&to);
        }
    }

    /// Where the link `id` leads; notes what does not lead where it should.
    fn way(&mut self, id: Id) -> Option<String> {
        let (tree, line) = (self.tree, self.tree.line(id));
        let url = tree.attribute(id, "href")?.trim();
        if url.is_empty() || url == "#" || url == "#top" {
            return None;
        }
        self.around.link(url).noted(url, line, self.notes)
    }

    fn picture(&mut self, id: Id, line: &mut Inline) {
        let (tree, at) = (self.tree, self.tree.line(id));
        let url =
            tree.attribute(id, "src").or_else(|| tree.attribute(id, "data-src")).unwrap_or_default().trim();
        let words = tree.attribute(id, "alt").map(one_line);
        // Whoever wrote the page says that it says nothing.
        let decorates = words.as_deref() == Some("");
        let title = tree.attribute(id, "title").map(one_line);
        let words = words
            .filter(|words| !names::is_generic(words))
            .or(title)
            .filter(|words| !names::is_generic(words));
        if url.is_empty() {
            return line.words(words.as_deref().unwrap_or_default());
        }
        if words.is_none() && (decorates || self.in_heading) {
            return;
        }
        self.settle();
        match self.around.picture(url) {
            Seen::Own(own) => {
                let words = words.unwrap_or_else(|| {
                    self.notes.at(Kind::Description, at, format!("nobody says what is seen on '{url}'"));
                    file_words(url)
                });
                line.raw(&format!("![{}]({own})", escaped(&words)));
            }
            Seen::Linked(to, why) => {
                self.notes.at(Kind::Picture, at, format!("'{url}': {why}"));
                let begun = line.begin_link();
                line.words(&words.unwrap_or_else(|| file_words(url)));
                if begun {
                    line.end_link(&to);
                }
            }
            Seen::Lost(why) => {
                self.notes.at(Kind::Picture, at, format!("'{url}': {why}"));
                line.words(words.as_deref().unwrap_or_default());
            }
        }
    }

    /// What cannot be shown, and may have a title.
    fn lost(&mut self, id: Id, kind: Kind, what: &str, line: &mut Inline) {
        let tree = self.tree;
        self.notes.at(kind, tree.line(id), what);
        let title = tree.children(id).iter().find(|child| tree.name(**child) == "title");
        let words = title.map(|title| tree.line_of_text(*title));
        let words = words.or_else(|| tree.attribute(id, "aria-label").map(one_line)).unwrap_or_default();
        if !words.is_empty() {
            self.settle();
            line.words(&words);
        }
    }

    fn formula(&mut self, id: Id, line: &mut Inline) {
        let tree = self.tree;
        self.notes.at(Kind::Formula, tree.line(id), "a formula");
        self.settle();
        match tree.attribute(id, "alttext") {
            Some(words) => line.code(words),
            None => line.words(&tree.line_of_text(id)),
        }
    }

    /// What is shown in a frame or played, as a link to it.
    fn elsewhere(&mut self, id: Id, kind: Kind, line: &mut Inline) {
        let (tree, at) = (self.tree, self.tree.line(id));
        let name = tree.name(id);
        let source = tree.children(id).iter().copied().find(|child| tree.name(*child) == "source");
        let own = tree.attribute(id, "src").or_else(|| tree.attribute(id, "data"));
        let url = own
            .or_else(|| source.and_then(|source| tree.attribute(source, "src")))
            .unwrap_or_default()
            .trim();
        let way = if url.is_empty() { Way::NoPart } else { self.around.link(url) };
        let to = if let Way::To(to) = way { Some(to) } else { None };
        let to = to.filter(|_| !self.in_heading);
        let left = if to.is_some() { "a link is left" } else { "nothing is left" };
        self.notes.at(kind, at, format!("<{name}> of '{url}': {left}"));
        let begun = to.is_some() && line.begin_link();
        if let Some(to) = to.filter(|_| begun) {
            self.settle();
            let title = tree.attribute(id, "title").map(one_line).filter(|title| !title.is_empty());
            line.words(&title.unwrap_or_else(|| url.to_owned()));
            line.end_link(&to);
        }
    }

    /// A control of a form. Checked boxes at the beginning of an item are those of a list of things to do.
    fn control(&mut self, id: Id, line: &mut Inline) {
        let tree = self.tree;
        let kind = tree.attribute(id, "type").unwrap_or_default();
        if kind == "checkbox" && line.is_empty() && tree.lies_in(id, |name| name == "li") {
            let checked = tree.attribute(id, "checked").is_some();
            line.raw(if checked { "[x]" } else { "[ ]" });
            return line.gap();
        }
        let name = tree.name(id);
        // In a sentence it is what people look for on their screen.
        if name == "button" && tree.lies_in(id, |name| matches!(name, "p" | "li" | "td" | "dd")) {
            return self.marked(id, Mark::Strong, line);
        }
        if kind != "hidden" {
            self.notes.at(Kind::Form, tree.line(id), format!("<{name}>"));
        }
    }

    /// Digits have signs of their own.
    fn raised(&mut self, id: Id, line: &mut Inline, sign: fn(char) -> Option<char>) {
        let tree = self.tree;
        let words = tree.line_of_text(id);
        let plain = tree.children(id).iter().all(|child| tree.words(*child).is_some());
        match words.chars().map(sign).collect::<Option<String>>() {
            Some(signs) if plain => {
                self.settle();
                line.words(&signs);
            }
            _ => self.phrases(id, line),
        }
    }
}

fn superscript(c: char) -> Option<char> {
    Some(match c {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '0' | '4'..='9' => char::from_u32(0x2070 + c.to_digit(10)?)?,
        '+' => '⁺',
        '-' | '−' => '⁻',
        'n' => 'ⁿ',
        _ => return None,
    })
}

fn subscript(c: char) -> Option<char> {
    Some(match c {
        '0'..='9' => char::from_u32(0x2080 + c.to_digit(10)?)?,
        '+' => '₊',
        '-' | '−' => '₋',
        _ => return None,
    })
}

/// The name of a file as words.
pub fn file_words(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let words = one_line(&stem.replace(['-', '_', '.'], " ").replace("%20", " "));
    if words.is_empty() { "picture".to_owned() } else { words }
}

/// A description of a picture.
fn escaped(words: &str) -> String {
    let mut line = Inline::default();
    line.words(words);
    line.finish_line()
}
