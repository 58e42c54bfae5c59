//! Who is signed in, and what a backend offers.

use super::{GroupRef, PersonRef};
use guichet_rules::{
    ids::{LocationId, PersonId},
    person::Right,
};
use std::collections::BTreeMap;

wire! {
    /// Who is signed in.
    pub struct Me {
        /// Who.
        pub person: PersonRef,
        /// What to call them.
        pub given_name: String,
        /// The language they prefer, BCP 47.
        pub language: String,
        /// Where they work.
        pub location: LocationId,
        /// The time zone of that site.
        pub zone: String,
        /// The groups they belong to.
        pub groups: Vec<GroupRef>,
        /// What their groups let them do.
        pub rights: Vec<Right>,
        /// How many approvals wait for them.
        pub approvals_waiting: u32,
        /// What a form may fill in of them, by the words of `PersonFact`: `email`, `cost_centre`.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub facts: BTreeMap<String, String>,
    }

    /// Whether somebody is signed in, and who.
    pub struct SessionState {
        /// Who is signed in; absent: nobody.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub me: Option<Me>,
    }

    /// What this backend offers.
    pub struct Capabilities {
        /// The version of the contract, such as `1.0`.
        pub contract: String,
        /// The name of the company.
        pub company: String,
        /// The languages it answers in; the first is the fallback.
        pub languages: Vec<String>,
        /// How people sign in: `demo` offers a list of people.
        pub sign_in: Vec<SignIn>,
        /// Optional parts that it has, such as `knowledge`, `search`, `events`. A portal hides the rest.
        pub features: Vec<String>,
        /// What it takes at most.
        pub limits: Limits,
        /// The least portal release that works with it.
        pub least_client: String,
    }

    /// What a backend takes at most.
    pub struct Limits {
        /// Of a JSON body, in bytes.
        pub body_bytes: u64,
        /// Of a file, in bytes.
        pub attachment_bytes: u64,
        /// Media types that may be uploaded, `image/*` style ranges among them.
        pub attachment_types: Vec<String>,
        /// Of files with one ticket or comment; absent: nobody counts them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub attachments: Option<u32>,
        /// The size of a piece, in bytes, in which a file is best sent; only where `features` holds `uploads`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub chunk_bytes: Option<u64>,
        /// Of items on one part of a list.
        pub page_size: u32,
    }

    /// Someone to be, on a demo.
    pub struct Persona {
        /// Who.
        pub person: PersonRef,
        /// What to try as them.
        pub about: String,
    }

    /// A demo sign-in.
    pub struct SignInInput {
        /// Who to be.
        pub person: PersonId,
    }
}

words! {
    /// A way to sign in.
    SignIn {
        /// Choose a person from a list. For trying out; a backend offers it on loopback alone.
        Demo = "demo",
    }
}
