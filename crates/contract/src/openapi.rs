//! The OpenAPI 3.1 document, made from the same items that make the calls and the routes.
//!
//! Everything that a machine checks (paths, parameters, bodies, statuses, codes) comes from [`Endpoint`](crate::Endpoint);
//! only prose and examples are written here, and a test reads every example back into its type.

mod example;
mod extra;
mod operation;
mod parameter;
mod response;
mod schema;
mod text;
mod uploads;

use crate::endpoints::*;
use operation::Builder;
use serde_json::{Value, json};

/// The version of the contract: the first number changes when a client of the old one could break, which is not
/// planned; the second with every addition.
pub const VERSION: &str = "1.0";

/// The whole document, the same for the same release whatever else is compiled with it.
pub fn document() -> Value {
    let mut builder = Builder::new();
    macro_rules! add {
        ($($endpoint:ident),* $(,)?) => { $(builder.endpoint::<$endpoint>();)* };
    }
    crate::for_each_endpoint!(add);
    extra::attachments(&mut builder);
    uploads::all(&mut builder);
    extra::picture(&mut builder);
    extra::search_index(&mut builder);
    let (paths, components) = builder.finish();
    let mut document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "ITSM HTTP contract",
            "version": VERSION,
            "summary": "What a self-service portal and an ITSM backend say to each other.",
            "description": text::INTRODUCTION,
            "contact": { "name": "Guichet", "url": "https://github.com/guichet/guichet" },
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{
            "url": crate::BASE_PATH,
            "description": "Below the origin of the backend. A portal is told another one in its `config.json`.",
        }],
        "tags": text::tags(),
        "security": [{ "session": [] }],
        "paths": paths,
        "components": components,
    });
    // The order of keys must not depend on which features other crates turn on in `serde_json`.
    document.sort_all_objects();
    document
}
