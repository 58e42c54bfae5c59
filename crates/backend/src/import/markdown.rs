//! Pages that are Markdown already. What their authors wrote stays as it is, letter by letter, but for links and pictures that
//! are named differently here, and for what the contract does not have.

mod directives;
mod edits;
#[cfg(test)]
mod tests;

use super::{
    html::{self, Around, Seen, one_line},
    kind::Kind,
    notes::Notes,
};
use directives::without_directives;
use edits::{Edit, edited};
use guichet_contract::commonmark;
use pulldown_cmark::{Event, HeadingLevel, LinkType, Tag, TagEnd};
use std::{
    collections::{BTreeMap, HashSet},
    ops::Range,
};

/// A link or a picture that has begun.
struct Begun {
    range: Range<usize>,
    url: String,
    is_picture: bool,
    is_bare: bool,
    /// Where what it says ends.
    end: usize,
    says_something: bool,
}

/// The first heading of a text, if it is one of the page.
pub fn title(text: &str) -> Option<String> {
    let first = commonmark::headings(text).into_iter().next()?;
    (first.level == 1 && !first.text.trim().is_empty()).then_some(first.text)
}

/// Writes `text` anew. A first heading that says `title` is left out.
pub fn write(text: &str, title: &str, around: &mut dyn Around, notes: &mut Notes) -> html::Written {
    let text = without_directives(text, notes);
    let mut writer = Writer {
        text: &text,
        title: one_line(title).to_lowercase(),
        around,
        notes,
        edits: Vec::new(),
        begun: Vec::new(),
        headings: 0,
        nested: 0,
        in_heading: false,
        anchors: BTreeMap::new(),
        line: 1,
        counted: 0,
    };
    let events: Vec<_> = commonmark::parser(&text).into_offset_iter().collect();
    for (place, (event, range)) in events.iter().enumerate() {
        let following = events.get(place + 1..).unwrap_or_default();
        writer.event(event, range.clone(), following);
    }
    let Writer { edits, anchors, .. } = writer;
    let written = edited(&text, edits);
    html::Written { text: written.trim().to_owned(), anchors }
}

struct Writer<'a> {
    text: &'a str,
    title: String,
    around: &'a mut dyn Around,
    notes: &'a mut Notes,
    edits: Vec<Edit>,
    begun: Vec<Begun>,
    /// How many headings there were that stay.
    headings: usize,
    /// In how many lists and quotes it is.
    nested: usize,
    in_heading: bool,
    anchors: BTreeMap<String, usize>,
    /// The line that `counted` is on.
    line: u64,
    counted: usize,
}

impl Writer<'_> {
    fn event(&mut self, event: &Event<'_>, range: Range<usize>, following: &[(Event<'_>, Range<usize>)]) {
        // The end of one to a mailbox is that of none which was begun here.
        let ends = matches!(event, Event::End(TagEnd::Link | TagEnd::Image));
        if ends && self.begun.last().is_some_and(|begun| begun.range == range) {
            return self.end();
        }
        if let Some(begun) = self.begun.last_mut() {
            begun.end = begun.end.max(range.end);
            begun.says_something |= matches!(event, Event::Text(_) | Event::Code(_));
        }
        match event {
            Event::Start(Tag::Heading { level, .. }) => self.heading(*level, range, following),
            Event::End(TagEnd::Heading(_)) => self.in_heading = false,
            Event::Start(Tag::Item | Tag::BlockQuote(_)) => self.nested += 1,
            Event::End(TagEnd::Item | TagEnd::BlockQuote(_)) => self.nested -= 1,
            Event::Start(Tag::Link { link_type, dest_url, .. }) if *link_type != LinkType::Email => {
                let is_bare = *link_type == LinkType::Autolink;
                self.begin(range, dest_url, false, is_bare);
            }
            Event::Start(Tag::Image { dest_url, .. }) => self.begin(range, dest_url, true, false),
            Event::Start(Tag::HtmlBlock) => self.html_block(range),
            Event::InlineHtml(tag) => self.tag(tag, range),
            _ => {}
        }
    }

    /// The line of a place; places come in the order of the text.
    fn line_of(&mut self, place: usize) -> u64 {
        let between = self.text.get(self.counted..place).unwrap_or_default();
        self.line += between.matches('\n').count() as u64;
        self.counted = self.counted.max(place);
        self.line
    }

    fn heading(&mut self, level: HeadingLevel, range: Range<usize>, following: &[(Event<'_>, Range<usize>)]) {
        self.in_heading = true;
        let mut words = String::new();
        for (event, _) in following {
            match event {
                Event::Text(text) | Event::Code(text) => words.push_str(text),
                Event::SoftBreak | Event::HardBreak => words.push(' '),
                Event::End(TagEnd::Heading(_)) => break,
                _ => {}
            }
        }
        let is_title = level == HeadingLevel::H1
            && self.headings == 0
            && one_line(&words).to_lowercase() == self.title
            && self.text.get(..range.start).is_some_and(|before| before.trim().is_empty());
        if is_title {
            self.edits.push(Edit { range, with: String::new() });
        } else {
            self.headings += 1;
        }
    }

    fn begin(&mut self, range: Range<usize>, url: &str, is_picture: bool, is_bare: bool) {
        let end = range.start + if is_picture { 2 } else { 1 };
        let url = url.trim().to_owned();
        self.begun.push(Begun { range, url, is_picture, is_bare, end, says_something: false });
    }

    fn end(&mut self) {
        let Some(begun) = self.begun.pop() else { return };
        // What it lies in says what it says.
        if let Some(outer) = self.begun.last_mut() {
            outer.end = outer.end.max(begun.range.end);
            outer.says_something = true;
        }
        if begun.is_picture { self.picture(begun) } else { self.link(begun) }
    }

    fn link(&mut self, begun: Begun) {
        let line = self.line_of(begun.range.start);
        let Begun { url, range, is_bare, end, .. } = begun;
        let to = self.around.link(&url).noted(&url, line, self.notes);
        match to {
            // As it was: what is behind its address is a title that nobody has to lose.
            Some(to) if to == url => {}
            Some(_) if is_bare => {}
            Some(to) => self
                .edits
                .push(Edit { range: end..range.end, with: format!("]({})", html::destination(&to)) }),
            None if is_bare => self.edits.push(Edit { range, with: format!("`{}`", url.replace('`', "")) }),
            None => {
                self.edits.push(Edit { range: range.start..range.start + 1, with: String::new() });
                self.edits.push(Edit { range: end..range.end, with: String::new() });
            }
        }
    }

    fn picture(&mut self, begun: Begun) {
        let line = self.line_of(begun.range.start);
        let Begun { url, range, end, says_something, .. } = begun;
        let named = || if says_something { String::new() } else { html::file_words(&url) };
        let start = range.start..range.start + 2;
        // The name of a heading is its words, whatever can be shown beside them.
        if self.in_heading && !says_something {
            self.edits.push(Edit { range, with: String::new() });
            return;
        }
        match self.around.picture(&url) {
            Seen::Own(own) => {
                if !says_something {
                    self.notes.at(Kind::Description, line, format!("nobody says what is seen on '{url}'"));
                }
                self.edits.push(Edit { range: end..range.end, with: format!("{}]({own})", named()) });
            }
            Seen::Linked(to, why) => {
                self.notes.at(Kind::Picture, line, format!("'{url}': {why}"));
                // In a link it cannot be one.
                let (open, close) = if self.begun.is_empty() {
                    ("[", format!("]({})", html::destination(&to)))
                } else {
                    ("", String::new())
                };
                self.edits.push(Edit { range: start, with: open.to_owned() });
                self.edits.push(Edit { range: end..range.end, with: format!("{}{close}", named()) });
            }
            Seen::Lost(why) => {
                self.notes.at(Kind::Picture, line, format!("'{url}': {why}"));
                self.edits.push(Edit { range: start, with: String::new() });
                self.edits.push(Edit { range: end..range.end, with: String::new() });
            }
        }
    }

    /// A block of HTML becomes what the same would become on a page of HTML.
    fn html_block(&mut self, range: Range<usize>) {
        let line = self.line_of(range.start);
        let markup = self.text.get(range.clone()).unwrap_or_default();
        let mut written = self.written_html(markup, line);
        if self.nested > 0 {
            // Lines of a list or a quote begin with its sign.
            written = one_line(&written);
        }
        let end = if markup.ends_with('\n') { "\n" } else { "" };
        self.edits.push(Edit { range, with: format!("{written}{end}") });
    }

    /// A tag among words. Pictures and line breaks have signs; of all others the words stay.
    fn tag(&mut self, tag: &str, range: Range<usize>) {
        let line = self.line_of(range.start);
        let name: String =
            tag.trim_start_matches(['<', '/']).chars().take_while(char::is_ascii_alphanumeric).collect();
        let with = match name.to_ascii_lowercase().as_str() {
            "br" => " ".to_owned(),
            // A comment.
            "" => String::new(),
            "img" => self.written_html(tag, line),
            "a" => {
                // An anchor says nothing.
                self.remember(tag);
                if tag.contains("href") {
                    self.notes.at(Kind::Html, line, "<a> was left out, its words stay");
                }
                String::new()
            }
            name => {
                self.notes.at(Kind::Html, line, format!("<{name}> was left out, its words stay"));
                String::new()
            }
        };
        self.edits.push(Edit { range, with });
    }

    fn written_html(&mut self, markup: &str, line: u64) -> String {
        self.remember(markup);
        let tree = html::parse(markup);
        let above = self.notes.begin_further_below(line - 1);
        let written = html::write(&tree, &[html::tree::ROOT], &HashSet::new(), "", self.around, self.notes);
        self.notes.begin_below(above);
        self.headings += commonmark::headings(&written.text).len();
        written.text
    }

    /// Notes the fragments in a piece of HTML: they belong to the last heading.
    fn remember(&mut self, markup: &str) {
        let tree = html::parse(markup);
        for id in tree.all() {
            for name in ["id", "name"] {
                if let Some(fragment) = tree.attribute(id, name) {
                    self.anchors.entry(fragment.to_owned()).or_insert(self.headings);
                }
            }
        }
    }
}
