//! Why a file was not taken, and what to do. The same words whether it was seen here or by the backend.

use super::{
    check::{Bounds, Refusal, Told},
    kinds,
};
use crate::{api::ApiError, format, i18n::m};
use guichet_contract::Code;

/// Why it is not taken.
pub(super) fn refused(name: &str, refusal: Refusal, bounds: &Bounds) -> String {
    match refusal {
        Refusal::NotOffered => m::files::not_offered(),
        Refusal::Empty => m::files::empty(name),
        Refusal::TooLarge(Some(most)) => m::files::too_large(name, &format::size(most)),
        Refusal::TooLarge(None) => m::files::too_large_unknown(name),
        Refusal::Type => match kinds::called(&bounds.types) {
            Some(kinds) => m::files::other_type_of(&kinds, name),
            None => m::files::other_type(name),
        },
        Refusal::Content => match kinds::called(&bounds.types) {
            Some(kinds) => m::files::other_content_of(&kinds, name),
            None => m::files::other_content(name),
        },
        Refusal::TooMany(most) => m::files::too_many(most),
        Refusal::Twice => m::files::twice(name),
    }
}

/// Why it did not arrive.
pub(super) fn failed(file: &Told, error: &ApiError, bounds: &Bounds) -> String {
    match error.code() {
        Some(Code::TooLarge) => refused(&file.name, bounds.exceeded(file.size), bounds),
        Some(Code::FileType) => refused(&file.name, Refusal::Content, bounds),
        _ => m::files::failed(&file.name, &error.words()),
    }
}
