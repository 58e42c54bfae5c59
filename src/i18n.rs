//! The portal's words, in the reader's language.
//!
//! `build.rs` makes a function of every message (`m::home::greeting(name)`), so that a misspelt key or a forgotten value
//! does not compile. The texts themselves arrive as two files a language, a line a message: what every page needs at once,
//! the rest with the first page that is not home; see `crates/messages`.

use std::cell::{Cell, RefCell};

/// A function a message.
pub mod m {
    #![allow(missing_docs)]
    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

struct Texts {
    language: String,
    lines: Vec<String>,
    /// Where the rest of the lines is, and then, for each language, its name and where its two files are; a blank between.
    files: String,
}

/// Another language than the reader's, for parts of a page.
#[derive(Clone, Copy)]
pub struct Aside {
    /// The message in a line, where this part of the page is in another language.
    pub text: fn(usize) -> Option<String>,
    /// Which language that is.
    pub language: fn() -> Option<String>,
}

thread_local! {
    static TEXTS: RefCell<Texts> = const { RefCell::new(Texts { language: String::new(), lines: Vec::new(), files: String::new() }) };
    static ASIDE: Cell<Option<Aside>> = const { Cell::new(None) };
}

fn lines_of(file: &str) -> Vec<String> {
    file.split('\n').map(str::to_owned).collect()
}

/// Takes the first messages of `language`, once, before anything is shown; `files` says where the others are, and those of
/// all languages. False if the file belongs to another build.
pub fn load(language: &str, file: &str, files: &str) -> bool {
    let lines = lines_of(file);
    let fits = lines.len() == m::FIRST_LINES;
    TEXTS.with_borrow_mut(|texts| {
        *texts = Texts { language: language.to_owned(), lines, files: files.to_owned() };
    });
    fits
}

/// Fetches the rest of the messages, unless they are there. False if they did not arrive, or belong to another build.
pub async fn load_rest() -> bool {
    let there = || TEXTS.with_borrow(|texts| texts.lines.len() == m::LINES);
    if there() {
        return true;
    }
    let files = TEXTS.with_borrow(|texts| texts.files.clone());
    let Some(file) = crate::api::text(files.split(' ').next().unwrap_or_default()).await else {
        return false;
    };
    let rest = lines_of(&file);
    // Another page may have asked for them at the same time.
    if !there() && rest.len() == m::LINES - m::FIRST_LINES {
        TEXTS.with_borrow_mut(|texts| texts.lines.extend(rest));
    }
    there()
}

/// All lines of `language`, for [`set_aside`]; `None` where there are none of this build.
pub async fn lines_in(language: &str) -> Option<Vec<String>> {
    let files = TEXTS.with_borrow(|texts| texts.files.clone());
    let mut words = files.split(' ').skip(1);
    words.find(|word| *word == language)?;
    let (first, rest) = (words.next()?, words.next()?);
    let (first, rest) = futures::future::join(crate::api::text(first), crate::api::text(rest)).await;
    let mut lines = lines_of(&first?);
    lines.extend(lines_of(&rest?));
    (lines.len() == m::LINES).then_some(lines)
}

/// From now on parts of a page may be in another language.
pub fn set_aside(aside: Aside) {
    ASIDE.set(Some(aside));
}

/// The reader's language, BCP 47; in a part of a page that is in another, that.
pub fn language() -> String {
    if let Some(language) = ASIDE.get().and_then(|aside| (aside.language)()) {
        return language;
    }
    TEXTS.with_borrow(|texts| texts.language.clone())
}

/// `de` of `de-CH`: a reader of one reads the other.
pub fn primary(language: &str) -> String {
    language.split('-').next().unwrap_or_default().to_ascii_lowercase()
}

/// The message in line `index`.
pub fn text(index: usize) -> String {
    if let Some(text) = ASIDE.get().and_then(|aside| (aside.text)(index)) {
        return text;
    }
    TEXTS.with_borrow(|texts| texts.lines.get(index).cloned().unwrap_or_default())
}

/// The message in line `index` with its places filled.
pub fn fill(index: usize, places: &[(&str, &str)]) -> String {
    let mut filled = text(index);
    for (name, value) in places {
        filled = filled.replace(&format!("{{{name}}}"), value);
    }
    filled
}

/// The form of the message in lines `index` (one) and `index + 1` (other) that goes with `count`.
pub fn plural(index: usize, count: u32, places: &[(&str, &str)]) -> String {
    let line = if super::format::is_one(count) { index } else { index + 1 };
    fill(line, places).replace("{count}", &super::format::number(f64::from(count)))
}
