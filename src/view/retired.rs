//! What is said of an article that was retired.

use crate::{
    api::{ApiError, read},
    format,
    i18n::m,
};
use guichet_contract::{Code, types::RetiredNotice};

/// What is known of it, where that is why it did not come.
pub fn retired_notice(error: Option<ApiError>) -> Option<RetiredNotice> {
    match error {
        Some(ApiError::Refused(problem)) if problem.code == Code::Retired => {
            read::<RetiredNotice>(&problem.current.to_string())
        }
        _ => None,
    }
}

/// When that was, and why, where somebody said so.
pub fn retired_words(notice: &RetiredNotice) -> (String, Option<String>) {
    let when = format::day_of(notice.retired_at);
    let why = notice.comment.as_deref().filter(|why| !why.is_empty()).map(m::writing::gone_why);
    (m::writing::gone_text(&notice.title, &when), why)
}
