//! What people write, and what is said about it where it does not fit.

use super::{Ctx, Failure};
use crate::words::Words;
use guichet_contract::FieldError;
use serde_json::{Value, json};

/// A text without the blanks around it; nothing where that leaves nothing.
pub(super) fn trimmed(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// The same, to keep.
pub(super) fn text(text: Option<&str>) -> Option<String> {
    trimmed(text).map(str::to_owned)
}

/// Whether a text has more than `max` characters.
pub(super) fn is_longer(text: &str, max: u32) -> bool {
    u32::try_from(text.chars().count()).map_or(true, |length| length > max)
}

/// What is wrong at `pointer` of the body.
pub(super) fn wrong(ctx: &Ctx, pointer: &str, code: &str, words: Words<'_>) -> FieldError {
    let (pointer, code) = (pointer.to_owned(), code.to_owned());
    FieldError { pointer, code, detail: ctx.say(words), params: Value::Null, label: None }
}

/// The text at `pointer` of the body has more than `max` characters.
pub(super) fn too_long(ctx: &Ctx, pointer: &str, max: u32) -> FieldError {
    FieldError { params: json!({ "max": max }), ..wrong(ctx, pointer, "too_long", Words::TooLong(max)) }
}

/// A refusal for one thing that is [`wrong`].
pub(super) fn invalid(ctx: &Ctx, pointer: &str, code: &str, words: Words<'_>) -> Failure {
    Failure::Invalid(vec![wrong(ctx, pointer, code, words)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_count_and_not_bytes() {
        assert!(!is_longer("äöü", 3) && is_longer("äöüß", 3));
    }

    #[test]
    fn blanks_alone_are_no_text() {
        assert_eq!(trimmed(Some(" a b\n")), Some("a b"));
        assert_eq!((trimmed(Some(" \n")), trimmed(None)), (None, None));
    }
}
