//! The one shape of every refusal: `application/problem+json`, RFC 9457.

use serde::{Deserialize, Serialize};
use serde_json::Value;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal, $status:literal, $title:literal;)*) => {
        /// Why a call was refused. Clients branch on the code, never on the prose.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
        pub enum Code {
            $($(#[doc = $doc])+ #[serde(rename = $code)] $name,)*
            /// A code that this release does not know; go by the status.
            #[serde(other, rename = "other")]
            Other,
        }

        impl Code {
            /// Every code of this release.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// As on the wire.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* Self::Other => "other" }
            }

            /// The HTTP status that goes with it.
            pub fn status(self) -> u16 {
                match self { $(Self::$name => $status,)* Self::Other => 500 }
            }

            /// A short English title, the same for every occurrence.
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* Self::Other => "Error" }
            }

            /// What it means and what to do, for the contract's documentation.
            pub fn doc(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc),+).trim_ascii(),)* Self::Other => "" }
            }
        }
    };
}

codes! {
    /// The body is no JSON, or not the JSON that this endpoint takes; `errors` point at what does not fit.
    Malformed = "malformed", 400, "The request cannot be read";
    /// A query parameter has a value that it cannot have.
    BadParameter = "bad_parameter", 400, "A parameter is wrong";
    /// The call needs an `Idempotency-Key` with a UUID.
    IdempotencyKeyMissing = "idempotency_key_missing", 400, "Idempotency-Key is missing";
    /// Nobody is signed in, or the session has ended: sign in again; what was typed is still there.
    NotSignedIn = "not_signed_in", 401, "Sign in first";
    /// The call came from a page of another origin.
    ForeignOrigin = "foreign_origin", 403, "Not allowed from there";
    /// The person may see this but not do that; `detail` says why.
    NotAllowed = "not_allowed", 403, "Not allowed";
    /// There is no such thing, or this person may not see it.
    NotFound = "not_found", 404, "Not found";
    /// The path exists, but not with this method.
    MethodNotAllowed = "method_not_allowed", 405, "Method not allowed";
    /// The body was announced and stopped arriving: send the same call again.
    RequestTimeout = "request_timeout", 408, "The request did not arrive";
    /// A call with the same `Idempotency-Key` is still running: wait, then repeat it.
    StillRunning = "still_running", 409, "Still running";
    /// The rules do not allow the action in this state; `reason` says why.
    Refused = "refused", 409, "Not possible now";
    /// A piece of a file begins where another is expected: ask how much has arrived, and go on from there.
    WrongOffset = "wrong_offset", 409, "Another part of the file is expected";
    /// Too many files are on their way at once: finish or end some of them.
    TooManyUploads = "too_many_uploads", 409, "Too many unfinished files";
    /// It was there and was deleted for good, or can no longer be opened; `reason` says which.
    Gone = "gone", 410, "Not there any more";
    /// It was there and was retired; `current` says when, and what replaces it.
    Retired = "retired", 410, "Retired";
    /// Somebody changed it meanwhile; `current` holds it as it is now.
    Stale = "stale", 412, "Changed meanwhile";
    /// The call does not say that it speaks tus 1.0.0.
    TusVersion = "tus_version", 412, "Tus-Resumable is missing";
    /// The body, or one of the files, is larger than `/capabilities` says.
    TooLarge = "too_large", 413, "Too large";
    /// The body is not of a media type that this endpoint takes.
    UnsupportedMediaType = "unsupported_media_type", 415, "Unsupported media type";
    /// The file's content is of a type that is not taken, whatever its name says.
    FileType = "file_type", 415, "This type of file is not taken";
    /// The answers are not right; `errors` point at each.
    Invalid = "invalid", 422, "Some answers are not right";
    /// The `Idempotency-Key` was used for another call.
    KeyReused = "key_reused", 422, "Idempotency-Key was used for something else";
    /// A newer version of the form is out; `current` holds its version and the answers that still fit.
    FormChanged = "form_changed", 422, "The form has changed";
    /// The call needs an `If-Match` with the version that it acts on.
    VersionMissing = "version_missing", 428, "If-Match is missing";
    /// Too many calls; wait as long as `Retry-After` says.
    TooManyCalls = "too_many_calls", 429, "Too many calls";
    /// Something went wrong here; it was logged under `request_id`.
    Internal = "internal", 500, "Something went wrong";
    /// The backend cannot answer now; wait as long as `Retry-After` says.
    Unavailable = "unavailable", 503, "Not available now";
    /// There is no room left to store this; nothing was stored.
    NoSpace = "no_space", 507, "No space left";
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One thing that is wrong in the body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct FieldError {
    /// A JSON Pointer into the body, such as `/answers/model`.
    pub pointer: String,
    /// What is wrong, such as `required` or `too_long`.
    pub code: String,
    /// In words, in the language of the reply.
    pub detail: String,
    /// What the words are made of, such as `{"max": 200}`.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub params: Value,
    /// Of an answer, what its question is called, for whoever shows the words away from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

/// A refusal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Problem {
    /// A URI reference that names the kind of problem: `urn:guichet:problem:` and the code, or `about:blank`.
    #[serde(rename = "type", default = "about_blank")]
    pub kind: String,
    /// A short English title.
    #[serde(default)]
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened and what to do, in the language of the reply.
    #[serde(default)]
    pub detail: String,
    /// What a client branches on.
    #[serde(default = "other")]
    pub code: Code,
    /// Under which the backend logged the call.
    #[serde(default)]
    pub request_id: String,
    /// What is wrong in the body, one by one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// Why the rules refuse an action, where the code is `refused`, `not_allowed` or `gone`.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub reason: Value,
    /// The resource as it is now, where the code is `stale` or `form_changed`; what is left of it where it is `retired`.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub current: Value,
}

fn about_blank() -> String {
    "about:blank".to_owned()
}

fn other() -> Code {
    Code::Other
}

impl Problem {
    /// A problem with the status and title that go with `code`.
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self {
            kind: format!("urn:guichet:problem:{code}"),
            title: code.title().to_owned(),
            status: code.status(),
            detail: detail.into(),
            code,
            request_id: String::new(),
            errors: Vec::new(),
            reason: Value::Null,
            current: Value::Null,
        }
    }
}
