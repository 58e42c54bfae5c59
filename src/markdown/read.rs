//! From a text to its tree.

use super::{
    target::{Gate, Target},
    tree::{Alert, Code, Footnote, Heading, Link, Node, Part, Picture, Side, Table, Text, words},
};
use guichet_contract::commonmark::{self, Slugs};
use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, LinkType, Parser, Tag};

/// How deep pieces may lie in one another. What lies deeper is shown, at this depth: a text of a hundred thousand `>` would
/// otherwise need more stack than a browser has.
const DEEPEST: usize = 64;

/// The tree of `text`, whose links and pictures go through `gate`.
pub(super) fn read(text: &str, gate: Gate) -> Text {
    let mut reader = Reader {
        events: commonmark::parser(text),
        gate,
        slugs: Slugs::default(),
        cited: Vec::new(),
        notes: Vec::new(),
    };
    let nodes = reader.inside(0);
    Text { nodes, notes: reader.footnotes() }
}

struct Reader<'a> {
    events: Parser<'a>,
    gate: Gate,
    slugs: Slugs,
    /// The footnotes that were referred to so far, by their label, and how often: the first has the number 1.
    cited: Vec<(String, usize)>,
    /// The footnotes that were read so far.
    notes: Vec<(String, Vec<Node>)>,
}

impl Reader<'_> {
    /// Everything up to the end of what is open, which lies `depth` deep.
    fn inside(&mut self, depth: usize) -> Vec<Node> {
        let mut nodes = Vec::new();
        // How much is open that lies too deep to be a piece of its own.
        let mut flat = 0_usize;
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(_) if depth >= DEEPEST => flat += 1,
                Event::Start(tag) => nodes.extend(self.piece(tag, depth + 1)),
                Event::End(_) if flat > 0 => flat -= 1,
                Event::End(_) => break,
                Event::Text(text) => say(&mut nodes, &text),
                Event::SoftBreak => say(&mut nodes, "\n"),
                Event::Code(text) => nodes.push(Node::Code(text.into_string())),
                Event::HardBreak => nodes.push(Node::Break),
                Event::Rule => nodes.push(Node::Rule),
                Event::TaskListMarker(done) => nodes.push(Node::Task(done)),
                Event::FootnoteReference(label) => nodes.push(self.cite(&label)),
                // Dropped, here and nowhere else: no other event holds HTML.
                Event::Html(_) | Event::InlineHtml(_) => {}
                // Not switched on.
                Event::InlineMath(_) | Event::DisplayMath(_) => {}
            }
        }
        nodes
    }

    /// The pieces of an element that has just begun.
    fn piece(&mut self, tag: Tag<'_>, depth: usize) -> Vec<Node> {
        let node = match tag {
            Tag::Paragraph => self.part(Part::Paragraph, depth),
            Tag::BlockQuote(None) => self.part(Part::Quote, depth),
            Tag::BlockQuote(Some(kind)) => Node::Alert(alert(kind), self.inside(depth)),
            Tag::List(None) => self.part(Part::Bullets, depth),
            Tag::List(Some(first)) => Node::Numbers(first, self.inside(depth)),
            Tag::Item => self.part(Part::Item, depth),
            Tag::Emphasis => self.part(Part::Emphasis, depth),
            Tag::Strong => self.part(Part::Strong, depth),
            Tag::Strikethrough => self.part(Part::Deleted, depth),
            Tag::Heading { level, .. } => {
                let nodes = self.inside(depth);
                let words = words(&nodes);
                Node::Heading(Heading { level: level as u8, id: self.slugs.give(&words), words, nodes })
            }
            Tag::CodeBlock(kind) => {
                let text = words_of_code(&self.inside(depth));
                Node::CodeBlock(Code { language: language(&kind), text })
            }
            Tag::Table(sides) => Node::Table(self.table(&sides, depth)),
            Tag::Link { link_type, dest_url, title, .. } => {
                return self.link(link_type, &dest_url, title, depth);
            }
            Tag::Image { dest_url, title, .. } => {
                let alt = words(&self.inside(depth));
                match (self.gate.picture)(&dest_url) {
                    Some(src) => Node::Picture(Picture { src, alt, title: title.into_string() }),
                    None => Node::Text(alt),
                }
            }
            Tag::FootnoteDefinition(label) => {
                let nodes = self.inside(depth);
                self.notes.push((label.to_lowercase(), nodes));
                return Vec::new();
            }
            Tag::HtmlBlock => {
                // Its indentation comes as text.
                self.inside(depth);
                return Vec::new();
            }
            // Parts of tables are read with their table; the rest is not switched on.
            _ => return self.inside(depth),
        };
        vec![node]
    }

    fn part(&mut self, part: Part, depth: usize) -> Node {
        Node::Part(part, self.inside(depth))
    }

    fn link(&mut self, kind: LinkType, url: &str, title: CowStr<'_>, depth: usize) -> Vec<Node> {
        let nodes = self.inside(depth);
        let target: Option<Target> = if kind == LinkType::Email {
            (self.gate.link)(&format!("mailto:{url}"))
        } else {
            (self.gate.link)(url)
        };
        match target {
            Some(target) => vec![Node::Link(Link { target, title: title.into_string(), nodes })],
            None => nodes,
        }
    }

    /// The table that has just begun: its head, which is always there, then its rows, each of cells.
    fn table(&mut self, sides: &[Alignment], depth: usize) -> Table {
        let sides = sides.iter().map(|side| match side {
            Alignment::None | Alignment::Left => Side::Start,
            Alignment::Center => Side::Middle,
            Alignment::Right => Side::End,
        });
        let mut table = Table { sides: sides.collect(), ..Table::default() };
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => table.head = self.cells(depth),
                Event::Start(Tag::TableRow) => table.rows.push(self.cells(depth)),
                Event::End(_) => break,
                _ => {}
            }
        }
        table
    }

    fn cells(&mut self, depth: usize) -> Vec<Vec<Node>> {
        let mut cells = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(_) => cells.push(self.inside(depth)),
                Event::End(_) => break,
                _ => {}
            }
        }
        cells
    }

    fn cite(&mut self, label: &str) -> Node {
        let label = label.to_lowercase();
        let known = self.cited.iter().position(|(known, _)| *known == label);
        let at = known.unwrap_or_else(|| {
            self.cited.push((label, 0));
            self.cited.len() - 1
        });
        let often = self.cited.get_mut(at).map_or(1, |(_, often)| {
            *often += 1;
            *often
        });
        Node::Cite(at + 1, often)
    }

    /// The footnotes that something refers to, by their numbers.
    fn footnotes(self) -> Vec<Footnote> {
        let Self { cited, mut notes, .. } = self;
        let note = |(label, cited): (String, usize)| {
            let known = notes.iter_mut().find(|(known, _)| *known == label);
            Footnote { cited, nodes: known.map(|(_, nodes)| std::mem::take(nodes)).unwrap_or_default() }
        };
        cited.into_iter().map(note).collect()
    }
}

/// Adds words, to those before them where there are some: fewer pieces, fewer nodes on the page.
fn say(nodes: &mut Vec<Node>, words: &str) {
    if let Some(Node::Text(before)) = nodes.last_mut() {
        before.push_str(words);
    } else {
        nodes.push(Node::Text(words.to_owned()));
    }
}

fn words_of_code(nodes: &[Node]) -> String {
    let text = |node: &Node| if let Node::Text(text) = node { text.clone() } else { String::new() };
    nodes.iter().map(text).collect()
}

fn language(kind: &CodeBlockKind<'_>) -> String {
    match kind {
        CodeBlockKind::Indented => String::new(),
        CodeBlockKind::Fenced(info) => info.split([' ', '\t']).next().unwrap_or_default().to_owned(),
    }
}

fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}
