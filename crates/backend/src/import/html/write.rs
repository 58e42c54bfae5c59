//! Blocks of CommonMark, one below the other.

use super::{
    Around, Tree,
    escape::longest_run,
    inline::{Inline, Place},
    marks::Mark,
    names,
    tree::{Id, ROOT, one_line},
};
use crate::import::{kind::Kind, notes::Notes};
use std::collections::{BTreeMap, HashSet};

/// Lists and quotes that lie deeper are written beside one another: each level is a column that a phone does not have.
pub(super) const DEEPEST: usize = 8;

/// A page in CommonMark.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub text: String,
    /// The fragments that links may name, and the heading that each belongs to, counted from 1; 0 is the top.
    pub anchors: BTreeMap<String, usize>,
}

/// Writes what lies in the elements `from`, without the blocks in `chrome`. A first heading that says `title` is left out.
pub fn write(
    tree: &Tree,
    from: &[Id],
    chrome: &HashSet<Id>,
    title: &str,
    around: &mut dyn Around,
    notes: &mut Notes,
) -> Written {
    if let Some(line) = tree.too_deep {
        notes.at(Kind::Deep, line, "elements are nested too deeply, and were put beside one another");
    }
    for (line, include) in &tree.includes {
        notes.at(Kind::Include, *line, format!("'{include}' was not put in"));
    }
    // Outside of its own part of the page, and of words in general, there is much that a page has no use for.
    let own_part = from != [ROOT];
    let mut writer = Writer {
        tree,
        around,
        notes,
        chrome,
        own_part,
        title: one_line(title).to_lowercase(),
        headings: 0,
        levels: Vec::new(),
        waiting: Vec::new(),
        anchors: BTreeMap::new(),
        depth: 0,
        in_heading: false,
    };
    if own_part {
        let outside = |id: &Id| !from.iter().any(|part| *part == *id || tree.encloses(*part, *id));
        let around = |id: &Id| matches!(tree.name(*id), "script" | "style" | "link" | "nav" | "footer");
        for id in tree.all().filter(|id| around(id) && outside(id)) {
            writer.is_dropped(id);
        }
        writer.waiting.clear();
    }
    let mut blocks = Vec::new();
    writer.fill(&mut blocks, from.iter().flat_map(|id| tree.children(*id)).copied());
    writer.settle();
    Written { text: joined(&blocks, "\n\n"), anchors: writer.anchors }
}

/// What a block is, as far as the next one has to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Paragraph,
    /// A list that begins its items with this.
    List(char),
    /// Lines of a listing of which each was an element.
    Listing,
    Rule,
    Other,
}

#[derive(Debug)]
pub(super) struct Block {
    pub text: String,
    pub shape: Shape,
}

pub(super) struct Writer<'a> {
    pub tree: &'a Tree,
    pub around: &'a mut dyn Around,
    pub notes: &'a mut Notes,
    chrome: &'a HashSet<Id>,
    /// Whether all of it is the page's own: then a header is that of the text.
    own_part: bool,
    title: String,
    /// How many headings were written.
    headings: usize,
    /// The levels of the headings that the next one may be below.
    levels: Vec<u8>,
    /// Fragments that belong to whatever comes next.
    waiting: Vec<String>,
    anchors: BTreeMap<String, usize>,
    /// How many lists and quotes it lies in.
    pub depth: usize,
    /// Whether it is a heading: its words are its name, whatever can be shown beside them.
    pub in_heading: bool,
}

impl Writer<'_> {
    /// Adds what `ids` say.
    fn fill(&mut self, blocks: &mut Vec<Block>, ids: impl IntoIterator<Item = Id>) {
        let mut line = Inline::default();
        for id in ids {
            if self.is_dropped(id) {
                continue;
            }
            if self.is_phrase(id) {
                self.phrase(id, &mut line);
            } else {
                paragraphs(&mut line, blocks);
                self.block(id, blocks);
            }
        }
        paragraphs(&mut line, blocks);
    }

    /// Adds what lies in an element that is none here.
    pub fn fill_from(&mut self, id: Id, blocks: &mut Vec<Block>) {
        let tree = self.tree;
        self.fill(blocks, tree.children(id).iter().copied());
    }

    pub fn blocks_in(&mut self, id: Id) -> Vec<Block> {
        let mut blocks = Vec::new();
        self.fill_from(id, &mut blocks);
        blocks
    }

    /// What an element says that lies in something else than it should.
    pub fn blocks_of(&mut self, id: Id) -> Vec<Block> {
        let mut blocks = Vec::new();
        self.fill(&mut blocks, [id]);
        blocks
    }

    /// Whether it stands in a line with what is beside it. A link may hold blocks, and stays one link.
    fn is_phrase(&self, id: Id) -> bool {
        let name = self.tree.name(id);
        name == "a" || !(names::is_block(name) || self.tree.holds_block(id))
    }

    /// Whether it is no part of the text; notes what somebody may miss.
    pub fn is_dropped(&mut self, id: Id) -> bool {
        let (tree, line) = (self.tree, self.tree.line(id));
        let name = tree.name(id);
        let what = match name {
            "" => return false,
            "head" | "html" | "body" => return false,
            "script" => Some((Kind::Script, "a script")),
            "style" => Some((Kind::Style, "a style sheet")),
            "link" if tree.attribute(id, "rel").is_some_and(|rel| rel.eq_ignore_ascii_case("stylesheet")) => {
                Some((Kind::Style, "a style sheet"))
            }
            "title" | "meta" | "base" | "link" | "noscript" | "template" | "noframes" | "noembed"
            | "datalist" => None,
            _ if self.is_navigation(id) || self.chrome.contains(&id) => {
                Some((Kind::Navigation, "what stands around every page"))
            }
            _ => return false,
        };
        if let Some((kind, what)) = what {
            self.notes.at(kind, line, what);
        }
        // Links may lead there all the same.
        self.remember(id);
        true
    }

    fn is_navigation(&self, id: Id) -> bool {
        let role = self.tree.attribute(id, "role").unwrap_or_default();
        match self.tree.name(id) {
            "nav" | "footer" | "search" => true,
            "header" | "aside" => {
                let in_text = |name: &str| matches!(name, "main" | "article" | "section");
                !self.own_part && !self.tree.lies_in(id, in_text)
            }
            _ => matches!(role, "navigation" | "banner" | "contentinfo" | "search"),
        }
    }

    fn block(&mut self, id: Id, blocks: &mut Vec<Block>) {
        let tree = self.tree;
        let name = tree.name(id);
        if let Some(level) = names::heading(name) {
            return self.heading(id, level, blocks);
        }
        self.remember(id);
        match name {
            "p" if tree.classes(id).any(|class| matches!(class, "code" | "codeintable")) => {
                self.listing(id, blocks)
            }
            "pre" | "listing" | "xmp" | "plaintext" => self.code(id, blocks),
            "ul" | "ol" | "menu" | "dir" => self.list(id, blocks),
            "li" => self.items(&[id], None, blocks),
            "dl" => self.terms(id, blocks),
            "table" => self.table(id, blocks),
            "blockquote" => self.quote(id, None, blocks),
            "aside" => self.quote(id, callout(tree, id), blocks),
            "hr" => push(blocks, "---".to_owned(), Shape::Rule),
            "summary" | "legend" | "dt" => {
                let text = self.strong_line(id);
                push(blocks, text, Shape::Paragraph);
            }
            _ => {
                if name == "form" {
                    self.notes.at(Kind::Form, tree.line(id), "a form");
                }
                match callout(tree, id) {
                    Some(kind) => self.quote(id, Some(kind), blocks),
                    None => self.fill_from(id, blocks),
                }
            }
        }
    }

    fn heading(&mut self, id: Id, level: u8, blocks: &mut Vec<Block>) {
        let words = self.tree.line_of_text(id);
        self.remember(id);
        if self.headings == 0 && blocks.is_empty() && words.to_lowercase() == self.title {
            for child in self.tree.children(id) {
                self.remember_all(*child);
            }
            return;
        }
        // Whatever waits belongs to it.
        self.headings += 1;
        self.in_heading = true;
        let text = self.line_of(id, Place::Line);
        self.in_heading = false;
        if text.is_empty() {
            self.headings -= 1;
            return;
        }
        self.settle();
        // Below the title of the page, and without a gap, whatever the levels were chosen for.
        while self.levels.last().is_some_and(|above| *above >= level) {
            self.levels.pop();
        }
        self.levels.push(level);
        let signs = "#".repeat((self.levels.len() + 1).min(6));
        push(blocks, format!("{signs} {}", escaped_end(&text)), Shape::Other);
    }

    fn code(&mut self, id: Id, blocks: &mut Vec<Block>) {
        let text = self.tree.text(id);
        let text = text.strip_prefix('\n').unwrap_or(&text).trim_end();
        if text.trim().is_empty() {
            return;
        }
        self.remember_all(id);
        self.settle();
        let text: String = text.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect();
        let fence = "`".repeat(longest_run(&text, '`').max(2) + 1);
        let language = language(self.tree, id).unwrap_or_default();
        push(blocks, format!("{fence}{language}\n{text}\n{fence}"), Shape::Other);
    }

    /// A paragraph that is a line of a listing, as help compilers write them.
    fn listing(&mut self, id: Id, blocks: &mut Vec<Block>) {
        let text = self.tree.text(id);
        let text = text.trim_matches('\n').trim_end();
        if text.is_empty() || text.contains("```") {
            return self.fill_from(id, blocks);
        }
        self.settle();
        match blocks.last_mut() {
            Some(Block { text: before, shape: Shape::Listing }) => {
                before.truncate(before.len().saturating_sub(3));
                before.push_str(text);
                before.push_str("\n```");
            }
            _ => push(blocks, format!("```\n{text}\n```"), Shape::Listing),
        }
    }

    fn quote(&mut self, id: Id, kind: Option<&str>, blocks: &mut Vec<Block>) {
        if self.depth >= DEEPEST {
            return self.fill_from(id, blocks);
        }
        self.depth += 1;
        let mut inside = self.blocks_in(id);
        self.depth -= 1;
        // 'Note' as its title: readers are told that by what it is.
        let title = inside.first().map(|first| first.text.trim_matches(['*', ':']));
        if kind.is_some() && title.is_some_and(names::is_generic) {
            inside.remove(0);
        }
        let text = joined(&inside, "\n\n");
        if text.is_empty() {
            return;
        }
        let head = kind.map(|kind| format!("> [!{kind}]\n")).unwrap_or_default();
        let lines: Vec<String> = text
            .lines()
            .map(|line| if line.is_empty() { ">".to_owned() } else { format!("> {line}") })
            .collect();
        push(blocks, format!("{head}{}", lines.join("\n")), Shape::Other);
    }

    /// Everything in `id` in one line.
    pub fn line_of(&mut self, id: Id, place: Place) -> String {
        let mut line = Inline::new(place);
        self.phrases(id, &mut line);
        line.finish_line()
    }

    /// The same, standing out.
    pub fn strong_line(&mut self, id: Id) -> String {
        let mut line = Inline::new(Place::Line);
        line.begin(Mark::Strong);
        self.phrases(id, &mut line);
        line.end(Mark::Strong);
        line.finish_line()
    }

    /// Notes the fragments that lead to `id`.
    pub fn remember(&mut self, id: Id) {
        let named = if self.tree.name(id) == "a" { self.tree.attribute(id, "name") } else { None };
        for fragment in [self.tree.attribute(id, "id"), named].into_iter().flatten() {
            self.waiting.push(fragment.to_owned());
        }
    }

    /// And those that lead to what lies in it.
    pub fn remember_all(&mut self, id: Id) {
        self.remember(id);
        let tree = self.tree;
        tree.children(id).iter().for_each(|child| self.remember_all(*child));
    }

    /// What was waiting belongs to the last heading: words follow.
    pub fn settle(&mut self) {
        for fragment in self.waiting.drain(..) {
            self.anchors.entry(fragment).or_insert(self.headings);
        }
    }
}

fn paragraphs(line: &mut Inline, blocks: &mut Vec<Block>) {
    for text in std::mem::take(line).finish() {
        push(blocks, text, Shape::Paragraph);
    }
}

/// Adds a block that says something.
pub(super) fn push(blocks: &mut Vec<Block>, text: String, shape: Shape) {
    // Rules at an end, and one after another, divide nothing.
    let divides_nothing = shape == Shape::Rule && blocks.last().is_none_or(|last| last.shape == Shape::Rule);
    if !text.is_empty() && !divides_nothing {
        blocks.push(Block { text, shape });
    }
}

pub(super) fn joined(blocks: &[Block], between: &str) -> String {
    let end = blocks.iter().rposition(|block| block.shape != Shape::Rule).map_or(0, |last| last + 1);
    let texts: Vec<&str> = blocks.iter().take(end).map(|block| block.text.as_str()).collect();
    texts.join(between)
}

/// `text` below the first line of something that is `width` wide.
pub(super) fn indented(text: &str, width: usize) -> String {
    let space = " ".repeat(width);
    let lines = text
        .lines()
        .enumerate()
        .map(|(n, line)| if n == 0 || line.is_empty() { line.to_owned() } else { format!("{space}{line}") });
    lines.collect::<Vec<_>>().join("\n")
}

/// A heading that ends with '#' would lose it.
fn escaped_end(text: &str) -> String {
    let words = text.trim_end_matches('#');
    let signs = text.get(words.len()..).unwrap_or_default();
    format!("{words}{}", signs.replace('#', "\\#"))
}

/// By its class, or by its name, as in DocBook and DITA.
fn callout(tree: &Tree, id: Id) -> Option<&'static str> {
    tree.classes(id).find_map(names::callout).or_else(|| names::callout(tree.name(id)))
}

/// The language of a listing, by the class of it or of what it is in.
fn language(tree: &Tree, id: Id) -> Option<String> {
    let inner = tree.children(id).iter().copied().filter(|child| tree.name(*child) == "code");
    let around = [tree.parent(id), tree.parent(tree.parent(id))];
    inner.chain([id]).chain(around).find_map(|id| {
        tree.classes(id).find_map(|class| {
            let name = ["language-", "lang-", "highlight-", "sourceCode-"]
                .into_iter()
                .find_map(|prefix| class.strip_prefix(prefix))?;
            let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+' | '.');
            let is_name = !name.is_empty() && name.len() <= 30 && name.chars().all(fits);
            (is_name && !matches!(name, "none" | "default" | "plaintext")).then(|| name.to_owned())
        })
    })
}
