//! What languages are called, by the browser's own `Intl`.

use crate::i18n::{self, primary};
use js_sys::{Array, Intl, Object, Reflect};

/// What a language is called in the reader's own.
pub fn name_here(language: &str) -> String {
    name(language, &i18n::language())
}

/// What a language is called in the language `of`.
pub fn name(language: &str, of: &str) -> String {
    let code = primary(language);
    // For anything else the browser raises an error.
    let is_code = |code: &str| matches!(code.len(), 2 | 3) && code.bytes().all(|b| b.is_ascii_lowercase());
    if !is_code(&code) || !is_code(&primary(of)) {
        return language.to_owned();
    }
    let options = Object::new();
    // Setting a property of a fresh plain object cannot fail.
    let _ = Reflect::set(&options, &"type".into(), &"language".into());
    let names = Intl::DisplayNames::new(&Array::of1(&primary(of).into()), &options);
    names.of(&code).map_or(code, String::from)
}
