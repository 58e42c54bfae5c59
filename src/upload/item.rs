//! One file, and how it does.

use super::{begun::Begun, check::Told};
use guichet_contract::types::Attachment;
use guichet_rules::ids::UploadId;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use web_sys::File;

/// How a file does.
#[derive(Debug, Clone, PartialEq)]
pub enum Phase {
    /// Others go first.
    Waiting,
    /// What the backend takes is not known yet.
    Checking,
    /// On its way: so many bytes are there, where that can be told.
    Going(Option<u64>),
    /// There is no connection; it goes on by itself.
    Paused(Option<u64>),
    /// It was not taken.
    Failed {
        /// Why, and what to do.
        words: String,
        /// The same file may be taken if it is sent again.
        again: bool,
    },
    /// The person has thought better of it.
    Cancelled,
    /// Begun before the page was loaded: the browser has to be given the file once more.
    Left,
    /// With the backend.
    There(Attachment),
}

impl Phase {
    /// Whether it will be there without anybody doing anything.
    pub fn is_going(&self) -> bool {
        matches!(self, Self::Waiting | Self::Checking | Self::Going(_) | Self::Paused(_))
    }

    /// Whether it can be sent again.
    pub fn can_be_repeated(&self) -> bool {
        matches!(self, Self::Failed { again: true, .. } | Self::Cancelled)
    }

    /// Whether the person wants it, and it takes them to get it there.
    pub(super) fn is_stuck(&self) -> bool {
        matches!(self, Self::Failed { again: true, .. } | Self::Left)
    }

    /// Whether it will never be there.
    pub(super) fn is_refused(&self) -> bool {
        matches!(self, Self::Failed { again: false, .. })
    }

    /// Whether it takes the place of another.
    pub(super) fn counts(&self) -> bool {
        !self.is_refused() && *self != Self::Cancelled
    }
}

/// One file.
#[derive(Clone)]
pub(super) struct Item {
    /// Tells it from the others of its list.
    pub key: u32,
    /// What the browser tells of it.
    pub told: Told,
    /// When it was last changed, in milliseconds since 1970; 0 where nobody knows.
    pub modified: i64,
    /// Where a picture of it is; absent where there is none.
    pub picture: Option<String>,
    /// The file; absent where it was sent before the page was loaded.
    pub file: Option<SendWrapper<File>>,
    /// How it does.
    pub phase: ArcRwSignal<Phase>,
    /// What the backend has of it, while it is sent in pieces.
    pub upload: ArcRwSignal<Option<UploadId>>,
}

impl Item {
    /// The file, once it is there.
    pub fn attachment(&self) -> Option<Attachment> {
        self.phase.with(|phase| match phase {
            Phase::There(attachment) => Some(attachment.clone()),
            _ => None,
        })
    }

    /// What a draft keeps of it, while it is not.
    pub fn begun(&self) -> Option<Begun> {
        let upload = self.upload.get()?;
        let Told { name, size, .. } = self.told.clone();
        Some(Begun { upload, name, size, modified: self.modified })
    }

    /// Whether it is the same file as one that is chosen now. Of one that was sent earlier only name and size are known.
    pub fn is(&self, told: &Told, modified: i64) -> bool {
        let same_time = self.modified == 0 || self.modified == modified;
        same_time && self.told.name == told.name && self.told.size == told.size
    }
}
