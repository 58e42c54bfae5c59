//! The portal's words, in the reader's language.
//!
//! `build.rs` makes a function of every message (`m::home::greeting(name)`), so that a misspelt key or a forgotten value
//! does not compile. The texts themselves arrive as two files a language, a line a message: what every page needs at once,
//! the rest with the first page that is not home; see `crates/messages`.

use std::cell::RefCell;

/// A function a message.
pub mod m {
    #![allow(missing_docs)]
    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

struct Texts {
    language: String,
    lines: Vec<String>,
    /// Where the rest of the lines is.
    rest: String,
}

thread_local! {
    static TEXTS: RefCell<Texts> = const { RefCell::new(Texts { language: String::new(), lines: Vec::new(), rest: String::new() }) };
}

fn lines_of(file: &str) -> Vec<String> {
    file.split('\n').map(str::to_owned).collect()
}

/// Takes the first messages of `language`, once, before anything is shown; the others are at the URL `rest`. False if the
/// file belongs to another build.
pub fn load(language: &str, file: &str, rest: &str) -> bool {
    let lines = lines_of(file);
    let fits = lines.len() == m::FIRST_LINES;
    TEXTS.with_borrow_mut(|texts| {
        *texts = Texts { language: language.to_owned(), lines, rest: rest.to_owned() };
    });
    fits
}

/// Fetches the rest of the messages, unless they are there. False if they did not arrive, or belong to another build.
pub async fn load_rest() -> bool {
    let there = || TEXTS.with_borrow(|texts| texts.lines.len() == m::LINES);
    if there() {
        return true;
    }
    let url = TEXTS.with_borrow(|texts| texts.rest.clone());
    let Some(file) = crate::api::text(&url).await else { return false };
    let rest = lines_of(&file);
    // Another page may have asked for them at the same time.
    if !there() && rest.len() == m::LINES - m::FIRST_LINES {
        TEXTS.with_borrow_mut(|texts| texts.lines.extend(rest));
    }
    there()
}

/// The reader's language, BCP 47.
pub fn language() -> String {
    TEXTS.with_borrow(|texts| texts.language.clone())
}

/// The message in line `index`.
pub fn text(index: usize) -> String {
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
