//! Files in pieces.

use super::{Attachment, Instant, instant};
use guichet_rules::ids::UploadId;

wire! {
    /// A file that is sent in pieces.
    pub struct Upload {
        /// Which.
        pub id: UploadId,
        /// How many bytes of it are kept, from the first on.
        pub offset: u64,
        /// How many bytes it will have.
        pub length: u64,
        /// When it is forgotten, unless more of it arrives before.
        #[serde(deserialize_with = "instant::read")]
        pub expires_at: Instant,
        /// The file, once all of it is there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub attachment: Option<Attachment>,
    }
}
