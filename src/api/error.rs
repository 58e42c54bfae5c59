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
    /// The backend, or a proxy in front of it, has had enough calls. In seconds, when to come back, where it says so.
    #[error("there were too many calls")]
    TooMany(Option<u32>),
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
            Self::TooMany(_) => Some(Code::TooManyCalls),
            _ => None,
        }
    }

    /// Whether trying the same call again can help.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Offline | Self::Slow | Self::Nonsense | Self::TooMany(_) => true,
            Self::Refused(problem) => {
                problem.status >= 500 || problem.code == Code::StillRunning || problem.status == 408
            }
        }
    }

    /// Whether what is sent next is another call, with a key of its own. A refusal is an answer; whoever cannot know whether it
    /// arrived keeps the key, and so does who only has to sign in again.
    pub fn is_answer(&self) -> bool {
        !self.is_passing() && self.code() != Some(Code::NotSignedIn)
    }

    /// Whether the portal may try the same call again by itself. Who had enough calls is not sent more of them.
    pub fn may_repeat(&self) -> bool {
        self.is_passing() && !matches!(self, Self::TooMany(_))
    }

    /// What happened and what to do, in the reader's words.
    pub fn words(&self) -> String {
        match self {
            Self::Offline => m::common::failed_offline(),
            Self::Slow => m::common::failed_slow(),
            Self::TooMany(None) => m::common::failed_busy(),
            Self::TooMany(Some(seconds)) => m::common::failed_busy_wait(&wait(*seconds)),
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

/// How long, in the unit that people would say it in, rounded up: who comes too early is sent away again.
fn wait(seconds: u32) -> String {
    match seconds {
        0..=90 => m::common::seconds(seconds.max(1)),
        91..=5_400 => m::common::minutes(seconds.div_ceil(60)),
        _ => m::common::hours(seconds.div_ceil(3_600)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_repeated_where_that_can_help() {
        let refused = |code| ApiError::Refused(Box::new(Problem::new(code, "")));
        for (error, passing, repeated) in [
            (ApiError::Offline, true, true),
            (refused(Code::Unavailable), true, true),
            (refused(Code::StillRunning), true, true),
            (refused(Code::RequestTimeout), true, true),
            (ApiError::TooMany(Some(30)), true, false),
            (refused(Code::Invalid), false, false),
            (refused(Code::NotSignedIn), false, false),
        ] {
            assert_eq!((error.is_passing(), error.may_repeat()), (passing, repeated), "{error:?}");
        }
    }

    #[test]
    fn who_signs_in_again_goes_on_with_the_same_call() {
        let refused = |code| ApiError::Refused(Box::new(Problem::new(code, "")));
        for (error, answer) in [
            (refused(Code::Invalid), true),
            (refused(Code::Stale), true),
            (refused(Code::NotSignedIn), false),
            (refused(Code::Unavailable), false),
            (ApiError::Slow, false),
        ] {
            assert_eq!(error.is_answer(), answer, "{error:?}");
        }
    }
}
