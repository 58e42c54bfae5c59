//! What an endpoint is, and the macros that declare one.

use crate::Code;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// The methods that the contract uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads; safe and cacheable.
    Get,
    /// Creates or acts.
    Post,
    /// Changes part of something.
    Patch,
    /// Ends or removes.
    Delete,
}

impl Method {
    /// As in the request line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// Which conditions a call must bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// None: a read, a dry run, a call that does the same however often it comes, or one whose answer nobody may keep.
    None,
    /// `Idempotency-Key`: the call creates something.
    Idempotent,
    /// `Idempotency-Key` and `If-Match`: the call acts on a version of something.
    Versioned,
}

/// One endpoint of the contract.
pub trait Endpoint: 'static {
    /// The OpenAPI operation id.
    const ID: &'static str;
    /// The method.
    const METHOD: Method;
    /// The path below [`crate::BASE_PATH`], with `{name}` for each parameter.
    const PATH: &'static str;
    /// What it does, in one sentence.
    const SUMMARY: &'static str;
    /// The status of success.
    const SUCCESS: u16;
    /// Whether the caller must be signed in.
    const SIGNED_IN: bool;
    /// Which conditions it needs.
    const GUARD: Guard;
    /// Whether the reply carries an `ETag` and `If-None-Match` may answer 304.
    const CACHED: bool;
    /// Refusals of its own, beside those that every endpoint has.
    const REFUSALS: &'static [Code];
    /// Parameters in the path.
    type Path: PathParams + DeserializeOwned + Schema;
    /// Parameters in the query.
    type Query: QueryParams + DeserializeOwned + Schema;
    /// The JSON body.
    type Body: Serialize + DeserializeOwned + Schema;
    /// The JSON reply.
    type Reply: Serialize + DeserializeOwned + Schema;
}

/// What has a JSON Schema, where the document is made; everything elsewhere.
#[cfg(feature = "openapi")]
pub trait Schema: schemars::JsonSchema {}
#[cfg(feature = "openapi")]
impl<T: schemars::JsonSchema> Schema for T {}
/// What has a JSON Schema, where the document is made; everything elsewhere.
#[cfg(not(feature = "openapi"))]
pub trait Schema {}
#[cfg(not(feature = "openapi"))]
impl<T> Schema for T {}

/// Parameters that fill the `{name}` places of a path.
pub trait PathParams {
    /// Name and value of each.
    fn values(&self) -> Vec<(&'static str, &str)>;
}

/// Parameters behind the `?`.
pub trait QueryParams {
    /// Name and value of each that is set.
    fn pairs(&self) -> Vec<(&'static str, String)>;
}

macro_rules! nothing {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
        pub struct $name {}
    )*};
}

nothing! {
    /// A path without parameters.
    NoPath;
    /// No query parameters.
    NoQuery;
    /// No body.
    NoBody;
    /// No reply: the status says it all.
    NoReply;
}

impl PathParams for NoPath {
    fn values(&self) -> Vec<(&'static str, &str)> {
        Vec::new()
    }
}

impl QueryParams for NoQuery {
    fn pairs(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

/// Declares query parameters; each is optional.
macro_rules! query {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
        pub struct $name { $(
            $(#[$field_doc])*
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub $field: Option<$type>,
        )* }

        impl $crate::QueryParams for $name {
            fn pairs(&self) -> Vec<(&'static str, String)> {
                let mut pairs = Vec::new();
                $(if let Some(value) = &self.$field {
                    pairs.push((stringify!($field), value.to_string()));
                })*
                pairs
            }
        }
    };
}

/// Declares an endpoint. The doc comment's first line is its summary.
macro_rules! endpoint {
    (
        #[doc = $summary:literal] $(#[$doc:meta])*
        $name:ident($id:literal): $method:ident $path:literal
        $(, path: $path_type:ident { $($(#[$param_doc:meta])* $param:ident: $param_type:ty),+ $(,)? })?
        $(, query: $query:ty)?
        $(, body: $body:ty)?
        , reply: $reply:ty
        , status: $success:literal
        $(, guard: $guard:ident)?
        $(, cached: $cached:literal)?
        $(, signed_in: $signed_in:literal)?
        $(, refusals: [$($refusal:ident),*])?
        $(,)?
    ) => {
        #[doc = $summary]
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        $(
            #[doc = concat!("Path parameters of [`", stringify!($name), "`].")]
            #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
            #[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
            pub struct $path_type { $($(#[$param_doc])* pub $param: $param_type,)+ }

            impl $crate::PathParams for $path_type {
                fn values(&self) -> Vec<(&'static str, &str)> {
                    vec![$((stringify!($param), self.$param.as_ref())),+]
                }
            }
        )?

        impl $crate::Endpoint for $name {
            const ID: &'static str = $id;
            const METHOD: $crate::Method = $crate::Method::$method;
            const PATH: &'static str = $path;
            const SUMMARY: &'static str = $summary.trim_ascii();
            const SUCCESS: u16 = $success;
            const SIGNED_IN: bool = endpoint!(@or true $($signed_in)?);
            const GUARD: $crate::Guard = endpoint!(@guard $($guard)?);
            const CACHED: bool = endpoint!(@or false $($cached)?);
            const REFUSALS: &'static [$crate::Code] = &[$($($crate::Code::$refusal),*)?];
            type Path = endpoint!(@type $crate::NoPath $(, $path_type)?);
            type Query = endpoint!(@type $crate::NoQuery $(, $query)?);
            type Body = endpoint!(@type $crate::NoBody $(, $body)?);
            type Reply = $reply;
        }
    };
    (@or $default:literal) => { $default };
    (@or $default:literal $value:literal) => { $value };
    (@type $default:ty) => { $default };
    (@type $default:ty, $given:ty) => { $given };
    (@guard) => { $crate::Guard::None };
    (@guard $guard:ident) => { $crate::Guard::$guard };
}
