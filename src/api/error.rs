//! What can go wrong with a call.

use crate::i18n::m;
use guichet_contract::{Code, Problem};

/// Why a call gave no answer that can be used.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ApiError {
    /// The backend could not be reached.
    #[error("the backend could not be reached")]
    Offline,
    /// No answer came in time.
    #[error("no answer came in time")]
    Slow,
    /// The answer was not what the contract says.
    #[error("the answer makes no sense")]
    Nonsense,
    /// The backend refused, and said why.
    #[error("{}", .0.title)]
    Refused(Box<Problem>),
}

impl ApiError {
    /// The code of a refusal.
    pub fn code(&self) -> Option<Code> {
        match self {
            Self::Refused(problem) => Some(problem.code),
            _ => None,
        }
    }

    /// Whether trying the same call again can help.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Offline | Self::Slow | Self::Nonsense => true,
            Self::Refused(problem) => {
                problem.status >= 500
                    || problem.code == Code::StillRunning
                    || matches!(problem.status, 408 | 429)
            }
        }
    }

    /// What happened and what to do, in the reader's words.
    pub fn words(&self) -> String {
        match self {
            Self::Offline => m::common::failed_offline(),
            Self::Slow => m::common::failed_slow(),
            Self::Nonsense => m::common::failed_nonsense(),
            Self::Refused(problem) => match problem.code {
                Code::NotSignedIn => m::common::failed_session(),
                Code::NotFound => m::common::failed_not_found(),
                Code::Stale => m::common::failed_stale(),
                Code::NoSpace => m::common::failed_no_space(),
                _ if problem.status >= 500 => m::common::failed_server(&problem.request_id),
                _ if problem.detail.is_empty() => problem.title.clone(),
                _ => problem.detail.clone(),
            },
        }
    }
}
