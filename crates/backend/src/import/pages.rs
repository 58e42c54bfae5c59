//! One page: from its file to the head and the text of an article.

use super::{
    Settled,
    decode::decode,
    files::{self, File, Format},
    head::{Head, shortened},
    html::{self, Around, Written, chrome},
    kind::Kind,
    markdown,
    notes::Notes,
};
use crate::content::{Outline, head_of};
use guichet_contract::commonmark;
use pulldown_cmark::{Event, Tag, TagEnd};
use serde_json::Value;
use std::path::Path;

/// Fewer words are a heading or the remark that there is nothing.
const FEWEST_LETTERS: usize = 3;
/// As much of a text as tells what it is about, in characters.
const SUMMARY: usize = 200;

/// The pages of a folder.
pub struct Pages<'a> {
    pub root: &'a Path,
    outline: &'a Outline,
    pub settled: &'a Settled,
    pub files: &'a [File],
    common: chrome::Common,
}

/// What becomes of a page.
#[derive(Debug)]
pub struct Page {
    pub head: Head,
    pub written: Written,
}

/// Why a page becomes no article.
#[derive(Debug)]
pub struct Skipped {
    pub kind: Kind,
    pub what: String,
}

/// What a file says.
struct Source<'t> {
    file: &'t File,
    /// Its front matter.
    front: Value,
    /// What follows that.
    body: &'t str,
}

impl<'a> Pages<'a> {
    pub fn new(root: &'a Path, outline: &'a Outline, settled: &'a Settled, files: &'a [File]) -> Self {
        let mut common = chrome::Common::default();
        let html: Vec<&File> = files.iter().filter(|file| file.format == Format::Html).collect();
        // Evenly, since the pages of one folder are more alike than others.
        let step = html.len().div_ceil(chrome::SAMPLE).max(1);
        for file in html.into_iter().step_by(step) {
            if let Ok(bytes) = files::read(root, &file.path) {
                common.look_at(&html::parse(&decode(&bytes, &mut Notes::default())));
            }
        }
        Self { root, outline, settled, files, common }
    }

    /// Reads a page, with its links as `around` has them.
    pub fn read(&self, file: &File, around: &mut dyn AroundPage, notes: &mut Notes) -> Result<Page, Skipped> {
        let bytes = files::read(self.root, &file.path).map_err(|(kind, what)| Skipped { kind, what })?;
        let text = decode(&bytes, notes);
        let (front, body, above) = front_matter(&text, notes);
        notes.begin_below(above);
        let source = Source { file, front, body };
        let (mut head, written) = match file.format {
            Format::Html => self.html(&source, around, notes),
            Format::Markdown => self.markdown(&source, around, notes),
        };
        let words = plain(&written.text);
        if words.chars().filter(|c| c.is_alphanumeric()).take(FEWEST_LETTERS).count() < FEWEST_LETTERS {
            return Err(Skipped { kind: Kind::Empty, what: "the page says nothing of its own".to_owned() });
        }
        if head.category.is_none() && self.settled.alike.category.is_none() {
            return Err(Skipped { kind: Kind::Category, what: "the page names no shelf".to_owned() });
        }
        if head.summary.is_empty() {
            head.summary = summary(&written.text).unwrap_or_else(|| shortened(&words, SUMMARY));
        }
        head.tidy();
        Ok(Page { head, written })
    }

    fn html(&self, source: &Source<'_>, around: &mut dyn AroundPage, notes: &mut Notes) -> (Head, Written) {
        let tree = html::parse(source.body);
        let page = html::page::read(&tree);
        around.set_base(page.base.clone());
        if let Some(language) =
            page.language.as_deref().filter(|tag| !same_language(tag, &self.settled.language))
        {
            notes.whole(Kind::Language, format!("the page says that it is in '{language}'"));
        }
        let mut head = Head {
            title: page.title.unwrap_or_else(|| file_title(source.file, notes)),
            summary: page.summary.unwrap_or_default(),
            keywords: page.keywords,
            reviewed: page.date,
            ..Head::default()
        };
        head.take(&source.front, self.outline, notes);
        let chrome = self.common.on(&tree);
        let own = html::page::own_part(&tree);
        let written = html::write(&tree, &own, &chrome, &head.title, around.as_around(), notes);
        (head, written)
    }

    fn markdown(
        &self,
        source: &Source<'_>,
        around: &mut dyn AroundPage,
        notes: &mut Notes,
    ) -> (Head, Written) {
        let mut head = Head::default();
        head.take(&source.front, self.outline, notes);
        if head.title.is_empty() {
            head.title = markdown::title(source.body).unwrap_or_else(|| file_title(source.file, notes));
        }
        // A heading of the page that its front matter calls otherwise is its title all the same, and stays.
        let written = markdown::write(source.body, &head.title, around.as_around(), notes);
        (head, written)
    }
}

/// What is around one page.
pub trait AroundPage: Around {
    /// What its links are relative to.
    fn set_base(&mut self, base: Option<String>);
    /// The same as what texts ask.
    fn as_around(&mut self) -> &mut dyn Around;
}

/// The front matter of a page, what follows it, and how many lines are above that.
fn front_matter<'t>(text: &'t str, notes: &mut Notes) -> (Value, &'t str, u64) {
    if let Some((front, body, line)) = head_of("", text) {
        // A rule at the beginning of a text, and another below, are none.
        match front {
            Ok(front @ (Value::Object(_) | Value::Null)) => return (front, body, line as u64 - 1),
            Ok(_) => {}
            Err(problems) => {
                let why = problems.first().map(|problem| problem.what.clone()).unwrap_or_default();
                notes.whole(Kind::FrontMatter, format!("it cannot be read: {why}"));
                return (Value::Null, body, line as u64 - 1);
            }
        }
    }
    if let Some(rest) = text.strip_prefix("+++\n")
        && let Some((front, body)) = rest.split_once("\n+++\n")
    {
        notes.whole(Kind::FrontMatter, "TOML is not read here; write YAML between lines '---'");
        return (Value::Null, body, front.matches('\n').count() as u64 + 3);
    }
    (Value::Null, text, 0)
}

/// The name of a file as a title, where there is no better one.
fn file_title(file: &File, notes: &mut Notes) -> String {
    let name = html::file_words(&file.path);
    notes.whole(Kind::Title, format!("the page has no title; it is called '{name}' by its file"));
    name
}

/// `en` and `en-US` are one to who reads them.
fn same_language(a: &str, b: &str) -> bool {
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    primary(a) == primary(b)
}

/// The words of a text.
fn plain(markdown: &str) -> String {
    let mut words = String::new();
    for event in commonmark::parser(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => words.push(' '),
            _ => {}
        }
    }
    html::one_line(&words)
}

/// The first paragraph that is a sentence and stands by itself.
fn summary(markdown: &str) -> Option<String> {
    let (mut words, mut depth) = (String::new(), 0_usize);
    for event in commonmark::parser(markdown) {
        match event {
            Event::Start(Tag::Paragraph) if depth == 0 => {
                words.clear();
                depth += 1;
            }
            Event::End(TagEnd::Paragraph) if depth == 1 => {
                depth = 0;
                let text = html::one_line(&words);
                if text.chars().count() > 20 {
                    return Some(shortened(&text, SUMMARY));
                }
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    None
}
