//! What many replies hold: parts of lists, names beside ids, files; and what may be chosen.

use guichet_rules::ids::{AttachmentId, GroupId, ItemId, PersonId, ServiceId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema), schemars(rename = "{T}Page"))]
pub struct Page<T> {
    /// The items, in the order asked for.
    pub items: Vec<T>,
    /// What to give as `cursor` for the next part; absent at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// How many there are in all; only where `count=true` was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<u64>,
}

wire! {
    /// A person, as others see them.
    pub struct PersonRef {
        /// Who.
        pub id: PersonId,
        /// Their name.
        pub name: String,
        /// What tells them from another of the same name: title, department, site.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub about: Option<String>,
    }

    /// A group, as others see it.
    pub struct GroupRef {
        /// Which.
        pub id: GroupId,
        /// Its name.
        pub name: String,
    }

    /// A service, by name.
    pub struct ServiceRef {
        /// Which.
        pub id: ServiceId,
        /// Its name.
        pub name: String,
    }

    /// A catalog item, by name.
    pub struct ItemRef {
        /// Which.
        pub id: ItemId,
        /// Its name.
        pub name: String,
    }

    /// An uploaded file.
    pub struct Attachment {
        /// Which.
        pub id: AttachmentId,
        /// The name that it was uploaded under, made safe.
        pub name: String,
        /// The media type, decided by the content.
        pub media_type: String,
        /// In bytes.
        pub size: u64,
    }

    /// Something found by `/lookups`.
    pub struct Lookup {
        /// Its id.
        pub id: String,
        /// Its name.
        pub label: String,
        /// What tells it from others of that name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub hint: Option<String>,
        /// What a form may fill in from it, by the words of `PersonFact` and `AssetFact`: `serial`, `location`. Only where
        /// they were asked for.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub facts: BTreeMap<String, String>,
    }
}

query! {
    /// What to look up.
    LookupQuery {
        /// What was typed so far; empty gives the first of all.
        q: String,
        /// A question of a form narrows the list to what may answer it: `laptop@3/asset`.
        question: String,
        /// The person it is for, where the list depends on them.
        requested_for: PersonId,
        /// The earlier answers that narrow the list, as the question says: `site:berlin,boss:mara-lindt`.
        given: String,
        /// Only what has this id: to show what was chosen elsewhere by its name.
        id: String,
        /// Of `people`, only those with one of these e-mail addresses, with commas between them.
        emails: String,
        /// With the facts that forms may fill in.
        facts: bool,
        /// At most so many.
        limit: u32,
    }
}
