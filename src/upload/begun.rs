//! What is kept in a draft of a file that is on its way: enough to know it again when it is chosen once more, since a page
//! that was loaded anew cannot read it by itself.

use guichet_rules::ids::UploadId;
use serde::{Deserialize, Serialize};

/// A file that is not all there yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// What the backend has of it.
    pub upload: UploadId,
    /// What it is called.
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// When it was last changed, in milliseconds since 1970: with name and size that tells it from another.
    pub modified: i64,
}
