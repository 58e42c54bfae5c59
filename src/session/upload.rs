//! Sending files. What is larger than the backend takes is not sent at all, however early somebody chooses it.

use super::Session;
use crate::api::{self, ApiError};
use guichet_contract::{
    Code, NoPath, NoQuery,
    endpoints::GetCapabilities,
    types::{Attachment, Limits},
};
use leptos::prelude::*;
use web_sys::File;

/// Why a file was not taken.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum UploadError {
    /// It is larger than so many bytes; absent where that number is not known.
    #[error("the file is too large")]
    TooLarge(Option<u64>),
    /// Anything else.
    #[error(transparent)]
    Call(ApiError),
}

impl Session {
    /// What the backend takes at most, once that is known.
    pub fn limits(&self) -> Option<Limits> {
        self.capabilities.with(|c| c.map(|c| c.limits.clone()))
    }

    /// Sends a file of at most `most` bytes, or of fewer where the backend takes no more.
    pub async fn upload(self, file: &File, most: Option<u64>) -> Result<Attachment, UploadError> {
        // A file's size is a whole number of bytes, in a double.
        let size = file.size() as u64;
        let limit = least(most, self.learn_limit().await);
        if limit.is_some_and(|limit| size > limit) {
            return Err(UploadError::TooLarge(limit));
        }
        match api::upload(file).await {
            Err(error) if error.code() == Some(Code::TooLarge) => {
                let limit = least(most, self.learn_limit().await);
                Err(UploadError::TooLarge(exceeded(size, limit)))
            }
            outcome => outcome.map_err(UploadError::Call),
        }
    }

    /// The largest file that the backend takes. Waits for the answer; `None` where there is none.
    async fn learn_limit(self) -> Option<u64> {
        let known = untrack(|| self.limits());
        let limits = match known {
            Some(limits) => limits,
            None => api::fetch_once::<GetCapabilities>(&NoPath {}, &NoQuery {}).await.ok()?.limits,
        };
        Some(limits.attachment_bytes)
    }
}

/// The narrower of two limits.
fn least(one: Option<u64>, other: Option<u64>) -> Option<u64> {
    one.into_iter().chain(other).min()
}

/// The limit that a refused file of `size` is over. What was refused below every limit was refused by somebody on the way,
/// whose limit is another.
fn exceeded(size: u64, limit: Option<u64>) -> Option<u64> {
    limit.filter(|limit| size > *limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_narrower_limit_holds() {
        for (one, other, expected) in [
            (None, None, None),
            (Some(5), None, Some(5)),
            (None, Some(7), Some(7)),
            (Some(5), Some(7), Some(5)),
            (Some(9), Some(7), Some(7)),
        ] {
            assert_eq!(least(one, other), expected, "{one:?} {other:?}");
        }
    }

    #[test]
    fn a_limit_is_named_only_where_the_file_is_over_it() {
        assert_eq!(exceeded(8, Some(7)), Some(7));
        assert_eq!(exceeded(7, Some(7)), None);
        assert_eq!(exceeded(8, None), None);
    }
}
