//! The answer that is there at first, where it comes from somewhere else than the form.

use super::{
    Answer, Question,
    facts::{Facts, Place},
    scope::Scope,
};
use crate::ids::QuestionId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Where an answer that is there at first comes from, as JSON: `{"person": "email"}`, `{"asset": ["device", "serial"]}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DefaultFrom {
    /// From what is known of the person it is for.
    Person(PersonFact),
    /// From a parameter of the link that led to the form. Secrets take nothing from a link.
    Link(String),
    /// From the device that was chosen in an earlier question.
    Asset(QuestionId, AssetFact),
    /// From the answer to an earlier question.
    Answer(QuestionId),
}

/// Declares a kind of facts and the words that they have on the wire.
macro_rules! facts {
    ($(#[$doc:meta])* $name:ident { $($(#[$fact_doc:meta])* $fact:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$fact_doc])* #[serde(rename = $word)] $fact,)*
            /// A fact that this release does not know; nobody has it.
            #[serde(other, rename = "other")]
            Other,
        }

        impl $name {
            /// Every fact that this release knows.
            pub const ALL: &'static [Self] = &[$(Self::$fact),*];

            /// Its word.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$fact => $word,)*
                    Self::Other => "other",
                }
            }
        }
    };
}

facts! {
    /// Something that a form may know of a person.
    PersonFact {
        /// Their id.
        Id = "id",
        /// Their name.
        Name = "name",
        /// Their address for mail.
        Email = "email",
        /// What they do.
        Title = "title",
        /// Where they do it.
        Department = "department",
        /// The id of their site.
        Location = "location",
        /// The id of the person whom they report to.
        Manager = "manager",
        /// The id of the cost centre that pays for what they order.
        CostCentre = "cost_centre",
        /// The language that they prefer.
        Language = "language",
    }
}

facts! {
    /// Something that a form may know of a device.
    AssetFact {
        /// Its id.
        Id = "id",
        /// What it is called.
        Name = "name",
        /// The number that its maker gave it.
        Serial = "serial",
        /// What it is: `laptop`, `monitor`.
        Kind = "kind",
        /// The id of whoever has it.
        Owner = "owner",
        /// The id of the site where it is.
        Location = "location",
    }
}

/// What defaults may come from, by the words of [`PersonFact`] and [`AssetFact`]. What is not in here is not known, and
/// nothing is filled in from it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prefill {
    /// Of the person it is for.
    pub person: BTreeMap<String, String>,
    /// Parameters of the link that led to the form.
    pub link: BTreeMap<String, String>,
    /// Of devices, by their id.
    pub assets: BTreeMap<String, BTreeMap<String, String>>,
}

static NOTHING: Prefill = Prefill { person: BTreeMap::new(), link: BTreeMap::new(), assets: BTreeMap::new() };

impl Prefill {
    /// Nothing is known.
    pub fn nothing() -> &'static Self {
        &NOTHING
    }
}

/// Where in the form a default looks.
pub(super) fn place(from: &DefaultFrom, scope: Scope<'_>) -> Place {
    match from {
        DefaultFrom::Asset(question, _) | DefaultFrom::Answer(question) => scope.resolve(question),
        DefaultFrom::Person(_) | DefaultFrom::Link(_) => Place::Nowhere,
    }
}

/// The answer that `question` begins with, given the answers before it. Whatever could not answer it is none.
pub(super) fn default(question: &Question, place: Place, facts: &Facts<'_>) -> Option<Value> {
    let found = question.default_from.as_ref().and_then(|from| found(question, from, place, facts));
    found.filter(|value| could_answer(question, value)).or_else(|| question.default.clone())
}

fn found(question: &Question, from: &DefaultFrom, place: Place, facts: &Facts<'_>) -> Option<Value> {
    let prefill = facts.context.prefill;
    let text = match from {
        DefaultFrom::Person(fact) => prefill.person.get(fact.word())?,
        DefaultFrom::Link(_) if question.is_secret() => return None,
        DefaultFrom::Link(parameter) => prefill.link.get(parameter)?,
        DefaultFrom::Asset(_, fact) => {
            let asset = facts.answer(place)?.as_str()?;
            prefill.assets.get(asset)?.get(fact.word())?
        }
        DefaultFrom::Answer(_) => {
            let answer = facts.answer(place)?;
            return (!matches!(answer, Answer::Rows(_))).then(|| answer.to_sent(None));
        }
    };
    Answer::from_text(question, text)
}

/// Whether `value` is an answer of the type that is asked for, and among the options where the form lists some.
fn could_answer(question: &Question, value: &Value) -> bool {
    matches!(Answer::read(question, value), Ok(Some(answer)) if answer.is_listed(question))
}
