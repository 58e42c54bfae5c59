//! Why something could not be done, and the problem document that says so.

use crate::{
    finder::MineError,
    store::StoreError,
    words::{Tongue, Words},
};
use guichet_contract::{Code, FieldError, Problem};
use guichet_rules::{
    approval::{ConfigProblem, DecisionRefusal, DelegationRefusal},
    article::WritingRefusal,
    entitlement, secret, ticket,
};
use serde::Serialize;
use serde_json::Value;
use std::error::Error;

/// Why something could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Nobody is signed in.
    #[error("nobody is signed in")]
    NotSignedIn,
    /// The call came from a page of another origin.
    #[error("the call came from another origin")]
    ForeignOrigin,
    /// There is no such thing, or not for this person.
    #[error("there is no such thing, or not for this person")]
    NotFound,
    /// It was there, and was retired; what is left of it.
    #[error("it was retired")]
    Retired(Value),
    /// The path is there, the method is not.
    #[error("the path does not take this method")]
    MethodNotAllowed,
    /// The person may see it and not do that.
    #[error("the person may not do that")]
    NotAllowed(Denial),
    /// The rules stand against it.
    #[error("the rules stand against it")]
    Refused(Objection),
    /// The secret is not for this person, not yet there to be read, or no longer.
    #[error("the secret cannot be read")]
    Secret(secret::Refusal),
    /// The body cannot be read.
    #[error("the body cannot be read")]
    Malformed(Vec<FieldError>),
    /// The body stopped arriving.
    #[error("the body stopped arriving")]
    RequestTimeout,
    /// A parameter has a value that it cannot have.
    #[error("the parameter '{0}' has a value that it cannot have")]
    BadParameter(String),
    /// No `Idempotency-Key`, or one that is no UUID.
    #[error("there is no Idempotency-Key with a UUID")]
    KeyMissing,
    /// The key was used for another call.
    #[error("the Idempotency-Key was used for another call")]
    KeyReused,
    /// A call with the same key still runs.
    #[error("a call with the same Idempotency-Key is still running")]
    StillRunning,
    /// No `If-Match`.
    #[error("there is no If-Match")]
    VersionMissing,
    /// Somebody changed it meanwhile; this is how it is now.
    #[error("somebody changed it meanwhile")]
    Stale(Value),
    /// The body or file is too large.
    #[error("larger than {0} bytes")]
    TooLarge(u64),
    /// The body is not of this media type.
    #[error("the body is no {0}")]
    MediaType(&'static str),
    /// The file's content is of a type that is not taken.
    #[error("the file is of a type that is not taken")]
    FileType,
    /// Another part of the file is expected.
    #[error("another part of the file is expected")]
    WrongOffset,
    /// The person has so many unfinished files already.
    #[error("there are {0} unfinished files already")]
    TooManyUploads(u32),
    /// The call does not speak the protocol of files in pieces, or another version of it.
    #[error("the call does not speak tus 1.0.0")]
    TusVersion,
    /// Some answers are not right.
    #[error("some answers are not right")]
    Invalid(Vec<FieldError>),
    /// A newer form is out; its version, and the answers that still fit.
    #[error("the form has changed")]
    FormChanged(Value),
    /// The store could not do it.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// Something that should not happen.
    #[error("something went wrong")]
    Internal(#[source] Box<dyn Error + Send + Sync>),
}

/// Why a person may not do something.
#[derive(Debug, Clone, PartialEq)]
pub enum Denial {
    /// It is for people who work on tickets.
    DeskOnly,
    /// It is for people who are shown mistakes of the configuration.
    AdminOnly,
    /// The table of tickets has it for another role.
    Ticket(ticket::Refusal),
    /// The item is for others; with the item's own words, where it has some.
    Order(entitlement::Refusal, Option<String>),
    /// The files of the content cannot be written by the backend.
    ContentReadOnly,
    /// The table of articles has it for somebody else.
    Writing(WritingRefusal),
}

/// Which rule stands against it.
#[derive(Debug, Clone, PartialEq)]
pub enum Objection {
    /// One of tickets.
    Ticket(ticket::Refusal),
    /// One of approvals.
    Decision(DecisionRefusal),
    /// One of delegations.
    Delegation(DelegationRefusal),
    /// An approval would find nobody to ask; in words for people.
    Unaskable(ConfigProblem, String),
    /// One of articles.
    Writing(WritingRefusal),
}

impl Failure {
    /// Something that should not happen.
    pub fn internal(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Internal(source.into())
    }

    /// What a client branches on.
    pub fn code(&self) -> Code {
        match self {
            Self::NotSignedIn => Code::NotSignedIn,
            Self::ForeignOrigin => Code::ForeignOrigin,
            Self::NotFound => Code::NotFound,
            Self::Retired(_) => Code::Retired,
            Self::MethodNotAllowed => Code::MethodNotAllowed,
            Self::NotAllowed(_) => Code::NotAllowed,
            Self::Refused(_) => Code::Refused,
            Self::Secret(secret::Refusal::AwaitingApproval) => Code::Refused,
            Self::Secret(secret::Refusal::Deleted | secret::Refusal::Sealed) => Code::Gone,
            Self::Secret(secret::Refusal::NotWorkingOnIt | secret::Refusal::Unknown) => Code::NotAllowed,
            Self::Malformed(_) => Code::Malformed,
            Self::RequestTimeout => Code::RequestTimeout,
            Self::BadParameter(_) => Code::BadParameter,
            Self::KeyMissing => Code::IdempotencyKeyMissing,
            Self::KeyReused => Code::KeyReused,
            Self::StillRunning => Code::StillRunning,
            Self::VersionMissing => Code::VersionMissing,
            Self::Stale(_) => Code::Stale,
            Self::TooLarge(_) => Code::TooLarge,
            Self::MediaType(_) => Code::UnsupportedMediaType,
            Self::FileType => Code::FileType,
            Self::WrongOffset => Code::WrongOffset,
            Self::TooManyUploads(_) => Code::TooManyUploads,
            Self::TusVersion => Code::TusVersion,
            Self::Invalid(_) => Code::Invalid,
            Self::FormChanged(_) => Code::FormChanged,
            Self::Store(StoreError::Full(_)) => Code::NoSpace,
            Self::Store(StoreError::Busy(_)) => Code::Unavailable,
            Self::Store(_) | Self::Internal(_) => Code::Internal,
        }
    }

    /// Whether it is the backend's fault, and somebody should look into it.
    pub fn is_ours(&self) -> bool {
        matches!(self, Self::Store(_) | Self::Internal(_))
    }

    fn detail(&self, tongue: Tongue) -> String {
        let words = match self {
            Self::NotSignedIn => Words::NotSignedIn,
            Self::ForeignOrigin => Words::ForeignOrigin,
            Self::NotFound => Words::NotFound,
            Self::Retired(_) => Words::Retired,
            Self::MethodNotAllowed => Words::MethodNotAllowed,
            Self::NotAllowed(Denial::DeskOnly) => Words::DeskOnly,
            Self::NotAllowed(Denial::AdminOnly) => Words::AdminOnly,
            Self::NotAllowed(Denial::ContentReadOnly) => Words::ContentReadOnly,
            Self::NotAllowed(Denial::Ticket(refusal)) | Self::Refused(Objection::Ticket(refusal)) => {
                Words::Ticket(*refusal)
            }
            Self::NotAllowed(Denial::Order(_, Some(reason))) => return reason.clone(),
            Self::NotAllowed(Denial::Order(refusal, None)) => Words::Order(*refusal),
            Self::Refused(Objection::Decision(refusal)) => Words::Decision(*refusal),
            Self::Refused(Objection::Delegation(_)) => Words::DelegationOver,
            Self::Refused(Objection::Unaskable(_, words)) => return words.clone(),
            Self::Secret(refusal) => Words::Secret(*refusal),
            Self::NotAllowed(Denial::Writing(refusal)) | Self::Refused(Objection::Writing(refusal)) => {
                Words::Writing(*refusal)
            }
            Self::Malformed(_) => Words::Malformed,
            Self::RequestTimeout => Words::RequestTimeout,
            Self::BadParameter(name) => Words::BadParameter(name),
            Self::KeyMissing => Words::KeyMissing,
            Self::KeyReused => Words::KeyReused,
            Self::StillRunning => Words::StillRunning,
            Self::VersionMissing => Words::VersionMissing,
            Self::Stale(_) => Words::Stale,
            Self::TooLarge(limit) => Words::TooLarge(*limit),
            Self::MediaType(expected) => Words::MediaType(expected),
            Self::FileType => Words::FileType,
            Self::WrongOffset => Words::WrongOffset,
            Self::TooManyUploads(most) => Words::TooManyUploads(*most),
            Self::TusVersion => Words::TusVersion,
            Self::Invalid(_) => Words::Invalid,
            Self::FormChanged(_) => Words::FormChanged,
            Self::Store(StoreError::Full(_)) => Words::NoSpace,
            Self::Store(StoreError::Busy(_)) => Words::Unavailable,
            Self::Store(_) | Self::Internal(_) => Words::Internal,
        };
        words.say(tongue)
    }

    /// The problem document. It never says what went wrong inside; that is in the log, under `request_id`.
    pub fn problem(self, tongue: Tongue, request_id: &str) -> Problem {
        let mut problem = Problem::new(self.code(), self.detail(tongue));
        request_id.clone_into(&mut problem.request_id);
        match self {
            Self::Malformed(errors) | Self::Invalid(errors) => problem.errors = errors,
            Self::Stale(current) | Self::FormChanged(current) | Self::Retired(current) => {
                problem.current = current;
            }
            Self::NotAllowed(Denial::Ticket(refusal)) | Self::Refused(Objection::Ticket(refusal)) => {
                problem.reason = json(&refusal);
            }
            Self::Secret(refusal) => problem.reason = json(&refusal),
            Self::NotAllowed(Denial::Order(refusal, _)) => problem.reason = json(&refusal),
            Self::Refused(Objection::Decision(refusal)) => problem.reason = json(&refusal),
            Self::Refused(Objection::Delegation(refusal)) => problem.reason = json(&refusal),
            Self::Refused(Objection::Unaskable(reason, _)) => problem.reason = json(&reason),
            Self::NotAllowed(Denial::Writing(refusal)) | Self::Refused(Objection::Writing(refusal)) => {
                problem.reason = json(&refusal);
            }
            _ => {}
        }
        problem
    }
}

/// A reason is an enum of plain values, which always becomes JSON.
fn json(reason: &impl Serialize) -> Value {
    serde_json::to_value(reason).unwrap_or_default()
}

impl From<ticket::Refusal> for Failure {
    fn from(refusal: ticket::Refusal) -> Self {
        match refusal {
            ticket::Refusal::NotPermitted => Self::NotAllowed(Denial::Ticket(refusal)),
            other => Self::Refused(Objection::Ticket(other)),
        }
    }
}

impl From<WritingRefusal> for Failure {
    fn from(refusal: WritingRefusal) -> Self {
        match refusal {
            WritingRefusal::NotYours | WritingRefusal::NotReviewer => {
                Self::NotAllowed(Denial::Writing(refusal))
            }
            other => Self::Refused(Objection::Writing(other)),
        }
    }
}

impl From<DecisionRefusal> for Failure {
    fn from(refusal: DecisionRefusal) -> Self {
        Self::Refused(Objection::Decision(refusal))
    }
}

impl From<DelegationRefusal> for Failure {
    fn from(refusal: DelegationRefusal) -> Self {
        Self::Refused(Objection::Delegation(refusal))
    }
}

impl From<secret::Refusal> for Failure {
    fn from(refusal: secret::Refusal) -> Self {
        Self::Secret(refusal)
    }
}

impl From<MineError> for Failure {
    fn from(error: MineError) -> Self {
        match error {
            MineError::Store(error) => Self::Store(error),
            error @ (MineError::Build(_) | MineError::Index(_)) => Self::internal(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    #[test]
    fn what_the_store_says_of_a_search_is_told_as_it_is() {
        let full = MineError::from(StoreError::no_room(io::ErrorKind::StorageFull.into()));
        assert_eq!(Failure::from(full).code(), Code::NoSpace);
        let unreadable = MineError::from(guichet_search::Error::Length);
        assert_eq!(Failure::from(unreadable).code(), Code::Internal);
    }
}
