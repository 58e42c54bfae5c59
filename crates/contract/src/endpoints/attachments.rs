//! Files, as far as they are asked about in JSON; how they are sent is in [`tus`](crate::tus).

use crate::types::Upload;
use guichet_rules::ids::UploadId;

endpoint! {
    /// How much of a file is there, and the file once all of it is.
    GetUpload("getUpload"): Get "/uploads/{upload}",
    path: UploadPath {
        /// Which.
        upload: UploadId,
    },
    reply: Upload, status: 200, refusals: [NotFound],
}
