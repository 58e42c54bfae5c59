//! The states of what is written, what can be done with it, and why not.

use serde::{Deserialize, Serialize};

/// Where a text stands between a draft and its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProposalState {
    /// Its author writes it; nobody else sees it.
    Draft,
    /// It waits for those who keep the article right.
    Proposed,
    /// They want it otherwise: its author goes on.
    Returned,
    /// Everybody who may reads it.
    Published,
    /// It is not wanted.
    Rejected,
    /// It was published, and is of no use any more.
    Retired,
    /// A state that this release does not know.
    #[serde(other)]
    Other,
}

impl ProposalState {
    /// Every state of this release.
    pub const ALL: [Self; 6] =
        [Self::Draft, Self::Proposed, Self::Returned, Self::Published, Self::Rejected, Self::Retired];

    /// As it is kept and as it travels.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposed => "proposed",
            Self::Returned => "returned",
            Self::Published => "published",
            Self::Rejected => "rejected",
            Self::Retired => "retired",
            Self::Other => "other",
        }
    }

    /// Whether its author still writes.
    pub fn is_open_to_author(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }
}

/// What can be done with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WritingAction {
    /// Keeps what was typed.
    Save,
    /// Hands it to those who keep the article right.
    Propose,
    /// Takes it back, to go on writing.
    Withdraw,
    /// Throws it away.
    Discard,
    /// Lets everybody read it.
    Publish,
    /// Gives it back with what should be otherwise.
    AskChanges,
    /// Says that it is not wanted, and why.
    Reject,
    /// Says that what is published is still right.
    Confirm,
    /// Takes what is published away from everybody.
    Retire,
    /// Publishes again what was retired.
    PutBack,
    /// An action that this release does not know.
    #[serde(other)]
    Other,
}

impl WritingAction {
    /// Every action of this release.
    pub const ALL: [Self; 10] = [
        Self::Save,
        Self::Propose,
        Self::Withdraw,
        Self::Discard,
        Self::Publish,
        Self::AskChanges,
        Self::Reject,
        Self::Confirm,
        Self::Retire,
        Self::PutBack,
    ];

    /// As it travels.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Save => "save",
            Self::Propose => "propose",
            Self::Withdraw => "withdraw",
            Self::Discard => "discard",
            Self::Publish => "publish",
            Self::AskChanges => "ask_changes",
            Self::Reject => "reject",
            Self::Confirm => "confirm",
            Self::Retire => "retire",
            Self::PutBack => "put_back",
            Self::Other => "other",
        }
    }

    /// The action of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.as_str() == name)
    }

    /// Whether whoever does it has to say why.
    pub fn needs_comment(self) -> bool {
        matches!(self, Self::AskChanges | Self::Reject)
    }
}

/// Why something cannot be done with a text. The portal says it in the reader's language; the texts here are for logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum WritingRefusal {
    /// It makes no sense where the text stands.
    #[error("the action makes no sense in this state")]
    NotOffered,
    /// It is for whoever wrote the text.
    #[error("the action is for the author")]
    NotYours,
    /// It is for those who keep the article right.
    #[error("the action is for those who keep the article right")]
    NotReviewer,
    /// Somebody else has to look at it.
    #[error("nobody publishes their own proposal while somebody else could")]
    OwnProposal,
    /// The article was retired meanwhile.
    #[error("the article was retired")]
    Retired,
    /// A reason that this release does not know.
    #[error("not possible")]
    #[serde(other)]
    Unknown,
}
