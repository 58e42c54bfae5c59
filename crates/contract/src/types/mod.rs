//! What travels: JSON bodies and replies.

/// Derives what every wire type needs.
macro_rules! wire {
    ($($item:item)*) => {$(
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
        $item
    )*};
}

/// Declares an enum whose values are snake_case words, with room for those of later releases.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)*
            /// A word that this release does not know.
            #[serde(other, rename = "other")]
            Other,
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(match self { $(Self::$variant => $word,)* Self::Other => "other" })
            }
        }
    };
}

mod action;
mod approval;
mod catalog;
mod clock;
mod common;
mod delegation;
mod event;
mod guide;
mod incident;
pub mod instant;
mod knowledge;
mod learning;
mod order;
mod portal;
mod request;
mod search;
mod session;
mod studio;
mod ticket;
mod tickets;
mod timeline;
mod upload;
mod writing;

pub use action::*;
pub use approval::*;
pub use catalog::*;
pub use clock::*;
pub use common::*;
pub use delegation::*;
pub use event::*;
pub use guide::*;
pub use incident::*;
pub use instant::Instant;
pub use knowledge::*;
pub use learning::*;
pub use order::*;
pub use portal::*;
pub use request::*;
pub use search::*;
pub use session::*;
pub use studio::*;
pub use ticket::*;
pub use tickets::*;
pub use timeline::*;
pub use upload::*;
pub use writing::*;
