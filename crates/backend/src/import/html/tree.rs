//! HTML as a tree, however it is written.
//!
//! html5ever finds tags, attributes, entities and the ends of scripts. What lies in what is decided here: it knows which line
//! an element is on, nests only so deep, and makes no element that nobody wrote, so that no page takes more time or memory
//! than its length allows. See docs/adr/0025-import-of-html.md.

use super::names;
use html5ever::{
    LocalName,
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::RawKind,
    },
};
use std::cell::RefCell;

/// A node, by its place in the tree. Whatever lies in it comes after it.
pub type Id = usize;

/// What everything lies in.
pub const ROOT: Id = 0;

/// What lies deeper is put beside one another: browsers do the same at 512, and nothing is read that deep.
const DEEPEST: usize = 200;

#[derive(Debug)]
enum Data {
    Element { name: LocalName, attributes: Vec<(LocalName, String)> },
    Text(String),
}

#[derive(Debug)]
struct Node {
    data: Data,
    parent: Id,
    children: Vec<Id>,
    line: u64,
    /// Whether a block lies in it.
    holds_block: bool,
}

/// A page.
#[derive(Debug)]
pub struct Tree {
    nodes: Vec<Node>,
    /// Comments that a server would have put a file in the place of: their lines, and what they say.
    pub includes: Vec<(u64, String)>,
    /// The line on which it got too deep.
    pub too_deep: Option<u64>,
}

/// Reads `html`.
pub fn parse(html: &str) -> Tree {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Sink(RefCell::new(Builder::new())), TokenizerOpts::default());
    // It stops for scripts and encodings only if the sink asks it to.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner().finish()
}

impl Tree {
    /// The name of an element; empty for words and for the root.
    pub fn name(&self, id: Id) -> &str {
        match &self.nodes[id].data {
            Data::Element { name, .. } => name,
            Data::Text(_) => "",
        }
    }

    /// The words of a node that is words.
    pub fn words(&self, id: Id) -> Option<&str> {
        match &self.nodes[id].data {
            Data::Text(words) => Some(words),
            Data::Element { .. } => None,
        }
    }

    pub fn attribute(&self, id: Id, wanted: &str) -> Option<&str> {
        let Data::Element { attributes, .. } = &self.nodes[id].data else { return None };
        attributes.iter().find(|(name, _)| &**name == wanted).map(|(_, value)| value.as_str())
    }

    /// The words of its `class`.
    pub fn classes(&self, id: Id) -> impl Iterator<Item = &str> {
        self.attribute(id, "class").unwrap_or_default().split_ascii_whitespace()
    }

    pub fn children(&self, id: Id) -> &[Id] {
        &self.nodes[id].children
    }

    pub fn parent(&self, id: Id) -> Id {
        self.nodes[id].parent
    }

    /// The line on which its tag ends.
    pub fn line(&self, id: Id) -> u64 {
        self.nodes[id].line
    }

    /// Whether a block lies in it.
    pub fn holds_block(&self, id: Id) -> bool {
        self.nodes[id].holds_block
    }

    /// Every node, in the order of the page.
    pub fn all(&self) -> std::ops::Range<Id> {
        0..self.nodes.len()
    }

    /// The elements called `name`, in the order of the page.
    pub fn called<'t>(&'t self, name: &'t str) -> impl Iterator<Item = Id> + 't {
        self.all().filter(move |id| self.name(*id) == name)
    }

    /// Whether `test` holds for something that `id` lies in.
    pub fn lies_in(&self, id: Id, test: impl Fn(&str) -> bool) -> bool {
        let mut at = id;
        while at != ROOT {
            at = self.parent(at);
            if test(self.name(at)) {
                return true;
            }
        }
        false
    }

    /// Whether `id` lies in `outer`.
    pub fn encloses(&self, outer: Id, id: Id) -> bool {
        let mut at = id;
        while at > outer {
            at = self.parent(at);
        }
        at == outer
    }

    /// All words in `id`, as they are written; a line break is one.
    pub fn text(&self, id: Id) -> String {
        let mut text = String::new();
        self.collect(id, &mut text);
        text
    }

    fn collect(&self, id: Id, text: &mut String) {
        match &self.nodes[id].data {
            Data::Text(words) => text.push_str(words),
            Data::Element { name, .. } if &**name == "br" => text.push('\n'),
            Data::Element { .. } => self.children(id).iter().for_each(|child| self.collect(*child, text)),
        }
    }

    /// All words in `id`, with one space between them.
    pub fn line_of_text(&self, id: Id) -> String {
        one_line(&self.text(id))
    }
}

/// `text` with one space wherever there is any.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

struct Sink(RefCell<Builder>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut builder = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => match tag.kind {
                TagKind::StartTag => return builder.start(tag, line),
                TagKind::EndTag => builder.end(&tag.name, line),
            },
            Token::CharacterTokens(words) => builder.words(&words, line),
            Token::CommentToken(comment) => builder.comment(&comment, line),
            Token::DoctypeToken(_) | Token::NullCharacterToken | Token::EOFToken | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

struct Builder {
    tree: Tree,
    /// Elements that have not ended, the outermost first.
    open: Vec<Id>,
    /// Names of those that were put beside one another, and have not ended either.
    beside: Vec<LocalName>,
}

impl Builder {
    fn new() -> Self {
        let data = Data::Element { name: LocalName::from(""), attributes: Vec::new() };
        let root = Node { data, parent: ROOT, children: Vec::new(), line: 1, holds_block: false };
        let tree = Tree { nodes: vec![root], includes: Vec::new(), too_deep: None };
        Self { tree, open: vec![ROOT], beside: Vec::new() }
    }

    fn start(&mut self, tag: Tag, line: u64) -> TokenSinkResult<()> {
        let Tag { name, attrs, self_closing, .. } = tag;
        for (ended, within) in names::ended_by(&name) {
            self.close(ended, within);
        }
        let attributes =
            attrs.into_iter().map(|one| (one.name.local, one.value.to_string())).collect::<Vec<_>>();
        let id = self.add(Data::Element { name: name.clone(), attributes }, line);
        // `<a name="x"/>` ends at once in XHTML, and whoever writes it in HTML means that too.
        if self_closing || names::is_void(&name) {
            return TokenSinkResult::Continue;
        }
        if self.open.len() < DEEPEST {
            self.open.push(id);
        } else {
            self.tree.too_deep.get_or_insert(line);
            if !names::may_stay_open(&name) {
                self.beside.push(name.clone());
            }
        }
        match &*name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            "plaintext" => TokenSinkResult::Plaintext,
            _ => TokenSinkResult::Continue,
        }
    }

    fn end(&mut self, name: &LocalName, line: u64) {
        if let Some(last) = self.beside.last() {
            if last == name {
                self.beside.pop();
            }
            return;
        }
        if &**name == "br" {
            self.add(Data::Element { name: name.clone(), attributes: Vec::new() }, line);
            return;
        }
        self.close(&[&**name], names::kept_open_by_end_of(name));
    }

    /// Ends the innermost of `names` and all in it, looking no further out than the first of `within`.
    fn close(&mut self, names: &[&str], within: &[&str]) {
        for (place, id) in self.open.iter().enumerate().skip(1).rev() {
            let name = self.tree.name(*id);
            if names.contains(&name) {
                self.open.truncate(place);
                return;
            }
            if within.contains(&name) {
                return;
            }
        }
    }

    fn words(&mut self, words: &str, line: u64) {
        let inside = self.inside();
        if let Some(last) = self.tree.nodes[inside].children.last().copied()
            && let Data::Text(before) = &mut self.tree.nodes[last].data
        {
            before.push_str(words);
            return;
        }
        self.add(Data::Text(words.to_owned()), line);
    }

    fn comment(&mut self, comment: &str, line: u64) {
        let comment = comment.trim();
        if comment.starts_with("#include") || comment.starts_with("#exec") {
            self.tree.includes.push((line, one_line(comment)));
        }
    }

    fn inside(&self) -> Id {
        self.open.last().copied().unwrap_or(ROOT)
    }

    fn add(&mut self, data: Data, line: u64) -> Id {
        let (id, parent) = (self.tree.nodes.len(), self.inside());
        self.tree.nodes.push(Node { data, parent, children: Vec::new(), line, holds_block: false });
        self.tree.nodes[parent].children.push(id);
        id
    }

    fn finish(self) -> Tree {
        let mut tree = self.tree;
        // From the last to the first: what lies in a node comes after it.
        for id in (1..tree.nodes.len()).rev() {
            if tree.holds_block(id) || names::is_block(tree.name(id)) {
                let parent = tree.parent(id);
                tree.nodes[parent].holds_block = true;
            }
        }
        tree
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write;

    /// The tree in brackets: `p(a b(c))`.
    fn shape(html: &str) -> String {
        let tree = parse(html);
        let mut text = String::new();
        shape_of(&tree, ROOT, &mut text);
        text
    }

    fn shape_of(tree: &Tree, id: Id, text: &mut String) {
        for (n, child) in tree.children(id).iter().enumerate() {
            if n > 0 {
                text.push(' ');
            }
            if let Some(words) = tree.words(*child) {
                text.push_str(words.trim());
            } else {
                let _ = write!(text, "{}(", tree.name(*child));
                shape_of(tree, *child, text);
                text.push(')');
            }
        }
    }

    #[test]
    fn tags_that_were_left_out_are_understood() {
        for (html, expected) in [
            ("<p>a<p>b", "p(a) p(b)"),
            ("<p>a<div>b</div>c", "p(a) div(b) c"),
            ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "ul(li(a) li(b ul(li(c))) li(d))"),
            ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "dl(dt(a) dd(b) dt(c) dd(d))"),
            ("<table><tr><td>a<td>b<tr><td>c</table>", "table(tr(td(a) td(b)) tr(td(c)))"),
            ("<table><tr><td>a</div></p></span>b</table>", "table(tr(td(ab)))"),
            ("<table><tr><td><table><tr><td>a</table>b</table>", "table(tr(td(table(tr(td(a))) b)))"),
            ("<b>a<p>b</b>c</p>d", "b(a p(bc) d)"),
            ("<a name='x'/>a<br/>b</br>c", "a() a br() b br() c"),
            ("<a href=1>a<a href=2>b</a>", "a(a) a(b)"),
            ("<h2>a<h3>b</h3>", "h2(a) h3(b)"),
            ("a</p></x></table>b", "ab"),
        ] {
            assert_eq!(shape(html), expected, "{html}");
        }
    }

    #[test]
    fn what_is_no_markup_is_words() {
        for (html, expected) in [
            ("<title>a <b> c</title>d", "title(a <b> c) d"),
            ("<script>if (a < b) { '<p>' }</script>c", "script(if (a < b) { '<p>' }) c"),
            ("<textarea><p></textarea>", "textarea(<p>)"),
            ("a &lt;b&gt; &amp;amp; &#x41; &nosuch; &copy", "a <b> &amp; A &nosuch; ©"),
            ("a\0b", "ab"),
            ("<!-- <p> -->a<!--#include virtual='x'-->", "a"),
        ] {
            assert_eq!(shape(html), expected, "{html}");
        }
        assert_eq!(
            parse("a\n<!--#include virtual='x'-->").includes,
            [(2, "#include virtual='x'".to_owned())]
        );
    }

    #[test]
    fn an_element_knows_its_line_and_its_attributes() {
        let tree = parse("<p>\n<img SRC='a.png'\nalt='a &amp; b'>\n</p>");
        let img = tree.called("img").next().unwrap();
        assert_eq!((tree.line(img), tree.attribute(img, "src")), (3, Some("a.png")));
        assert_eq!((tree.attribute(img, "alt"), tree.attribute(img, "title")), (Some("a & b"), None));
        assert!(tree.lies_in(img, |name| name == "p") && !tree.lies_in(img, |name| name == "div"));
    }

    #[test]
    fn nothing_is_too_deep_or_too_long() {
        let deep = format!("{}a{}b<p>c</p>", "<div>".repeat(100_000), "</div>".repeat(100_000));
        let tree = parse(&deep);
        assert_eq!(tree.too_deep, Some(1));
        assert_eq!(one_line(&tree.text(ROOT)), "abc");
        let last = tree.called("p").next().unwrap();
        assert_eq!(tree.parent(last), ROOT, "all that was opened was closed");
        let long = format!("<p title='{}'>a", "x".repeat(1 << 20));
        assert_eq!(parse(&long).text(ROOT), "a");
        // Every end tag looks for what it ends.
        parse(&format!("{}{}", "<div>".repeat(50_000), "</p>".repeat(50_000)));
    }
}
