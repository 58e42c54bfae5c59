//! Makes an index, and answers queries from one, with times.
//!
//! ```text
//! search build INDEX [LANGUAGE] [--titles-only] < documents.jsonl
//! search bundle INDEX BUNDLE
//! search query INDEX WORDS...
//! search keys INDEX < queries.txt
//! ```
//!
//! A document is a line of JSON: `{"key", "group", "category", "language", "title", "keywords", "summary", "headings",
//! "body", "tags"}`, of which only `key` is needed; headings may be a list or a text with one a line. `bundle` writes an index
//! as it is sent to a browser. `query` asks for each argument, and `keys` for each line of its input, letter by letter, and
//! says what the slowest keystrokes took.

use guichet_search::{Builder, Document, Field, Index, Query, Scratch, Segments, bundle};
use serde::Deserialize;
use std::{
    env,
    error::Error,
    fs,
    io::{self, BufRead},
    time::{Duration, Instant},
};

#[derive(Deserialize)]
struct Line {
    key: String,
    #[serde(default)]
    group: String,
    #[serde(default)]
    category: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    keywords: Lines,
    #[serde(default)]
    summary: String,
    #[serde(default)]
    headings: Lines,
    #[serde(default)]
    body: String,
    #[serde(default)]
    tags: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Lines {
    One(String),
    Many(Vec<String>),
}

impl Default for Lines {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl Lines {
    fn text(self) -> String {
        match self {
            Self::One(text) => text,
            Self::Many(lines) => lines.join("\n"),
        }
    }
}

impl From<Line> for Document {
    fn from(line: Line) -> Self {
        let mut document = Self::new(line.key)
            .of(&line.group, &line.category)
            .with(Field::Title, &line.title)
            .with(Field::Keywords, &line.keywords.text())
            .with(Field::Summary, &line.summary)
            .with(Field::Headings, &line.headings.text())
            .with(Field::Body, &line.body);
        document.language = line.language;
        document.tags = line.tags;
        document
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["build", path, rest @ ..] => build(path, rest),
        ["bundle", path, to] => Ok(fs::write(to, bundle(&open(path)?, ""))?),
        ["query", path, queries @ ..] => {
            let (segments, mut scratch) = (open(path)?, Scratch::default());
            queries.iter().try_for_each(|query| ask(&segments, query, &mut scratch))
        }
        ["keys", path] => keystrokes(&open(path)?),
        _ => Err("search build INDEX [LANGUAGE] [--titles-only] | bundle INDEX BUNDLE | query INDEX WORDS... | keys INDEX"
            .into()),
    }
}

fn build(path: &str, rest: &[&str]) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let mut documents = Vec::new();
    for line in io::stdin().lock().lines() {
        documents.push(Document::from(serde_json::from_str::<Line>(&line?)?));
    }
    let language = rest.iter().find(|word| !word.starts_with("--")).copied().unwrap_or("en");
    println!("{} documents read in {:.1?}", documents.len(), start.elapsed());
    let start = Instant::now();
    let mut builder = Builder::new(language).documents(documents);
    if rest.contains(&"--titles-only") {
        builder = builder.titles_only();
    }
    let index = builder.build()?;
    println!("{} bytes made in {:.1?}", index.bytes().len(), start.elapsed());
    Ok(fs::write(path, index.bytes())?)
}

fn open(path: &str) -> Result<Segments, Box<dyn Error>> {
    let bytes = fs::read(path)?;
    let start = Instant::now();
    let segments = Segments::new(Index::open(bytes)?);
    println!("{} documents opened in {:.1?}", segments.len(), start.elapsed());
    Ok(segments)
}

fn ask(segments: &Segments, query: &str, scratch: &mut Scratch) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let answer = segments.search(&Query { limit: 10, ..Query::new(query) }, scratch)?;
    println!("\n{query}: {} in {:.1?}", answer.total, start.elapsed());
    if let Some(suggestion) = &answer.suggestion {
        println!("  did you mean: {suggestion}");
    }
    for hit in &answer.hits {
        let heading = hit.heading.map(|heading| format!(" # {}", heading.text)).unwrap_or_default();
        println!("  {:>10}  {}  {}{heading}", hit.score, hit.key, hit.title);
    }
    Ok(())
}

fn keystrokes(segments: &Segments) -> Result<(), Box<dyn Error>> {
    let mut scratch = Scratch::default();
    let mut times: Vec<(Duration, String)> = Vec::new();
    for line in io::stdin().lock().lines() {
        let line = line?;
        for end in (1..=line.len()).filter(|end| line.is_char_boundary(*end)) {
            let typed = line.get(..end).unwrap_or_default();
            let start = Instant::now();
            segments.search(&Query { limit: 10, ..Query::new(typed) }, &mut scratch)?;
            times.push((start.elapsed(), typed.to_owned()));
        }
    }
    times.sort();
    for (name, share) in [("p50", 50), ("p95", 95), ("p99", 99), ("max", 100)] {
        if let Some((time, typed)) = times.get((times.len() * share / 100).min(times.len().saturating_sub(1)))
        {
            println!("{name} {time:.1?} {typed:?}");
        }
    }
    Ok(())
}
