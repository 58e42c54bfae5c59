//! What a text can be made of.

use super::target::Target;

/// A text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Text {
    /// Its pieces.
    pub nodes: Vec<Node>,
    /// Its footnotes, in the order of their numbers.
    pub notes: Vec<Footnote>,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Footnote {
    /// How often the text refers to it.
    pub cited: usize,
    /// What it says.
    pub nodes: Vec<Node>,
}

/// A piece of a text. What has no piece here cannot be shown, raw HTML above all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// Words; a line break among them is a blank.
    Text(String),
    /// `code` among words.
    Code(String),
    /// A line break that counts.
    Break,
    /// A line across.
    Rule,
    /// Something to do, and whether it is done.
    Task(bool),
    /// A reference to the footnote of that number, and the how manieth.
    Cite(usize, usize),
    /// A picture.
    Picture(Picture),
    /// A block of code.
    CodeBlock(Code),
    /// A heading.
    Heading(Heading),
    /// A link.
    Link(Link),
    /// A table.
    Table(Table),
    /// A numbered list and its first number.
    Numbers(u64, Vec<Node>),
    /// A block that is set apart.
    Alert(Alert, Vec<Node>),
    /// Anything else that holds pieces.
    Part(Part, Vec<Node>),
}

/// What holds pieces and says no more than what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Paragraph,
    Quote,
    Bullets,
    Item,
    Emphasis,
    Strong,
    Deleted,
}

/// Why a block is set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Alert {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Picture {
    /// Where it is fetched from.
    pub src: String,
    /// What is seen on it.
    pub alt: String,
    /// More about it; may be empty.
    pub title: String,
}

/// A block of code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Code {
    /// Its language, as it was written; may be empty.
    pub language: String,
    /// What it says.
    pub text: String,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// 1 to 6, as it was written.
    pub level: u8,
    /// Unique in its text.
    pub id: String,
    /// What it says, without markup.
    pub words: String,
    /// What it says.
    pub nodes: Vec<Node>,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    /// Where it leads.
    pub target: Target,
    /// More about it; may be empty.
    pub title: String,
    /// Its words.
    pub nodes: Vec<Node>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Table {
    /// On which side the words of a column stand.
    pub sides: Vec<Side>,
    /// The headings of its columns.
    pub head: Vec<Vec<Node>>,
    /// Its rows.
    pub rows: Vec<Vec<Vec<Node>>>,
}

/// On which side words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Side {
    #[default]
    Start,
    Middle,
    End,
}

/// The words of `nodes` without markup: for labels, descriptions and ids.
pub(super) fn words(nodes: &[Node]) -> String {
    let mut all = String::new();
    gather(nodes, &mut all);
    all
}

fn gather(nodes: &[Node], all: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => all.extend(text.chars().map(|c| if c == '\n' { ' ' } else { c })),
            Node::Code(text) => all.push_str(text),
            Node::Break => all.push(' '),
            Node::Picture(picture) => all.push_str(&picture.alt),
            Node::Link(Link { nodes, .. }) | Node::Part(_, nodes) => gather(nodes, all),
            _ => {}
        }
    }
}
