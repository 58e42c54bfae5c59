//! Writing knowledge articles: from a draft over a proposal to what everybody reads, and to its end.
//!
//! Somebody writes a draft and proposes it; somebody who keeps the article right publishes it, asks for changes, or rejects
//! it. What is published is confirmed from time to time, and retired once it is of no use. Nobody publishes their own
//! proposal, unless nobody else could: [`Actor::alone`].

mod id;
mod table;
mod words;

pub use id::id_of;
pub use table::{Actor, next, permit};
pub use words::{ProposalState, WritingAction, WritingRefusal};

use crate::{
    ids::GroupId,
    person::{Person, Right},
};

/// Whether `person` may write and propose. `owner` keeps the article right; absent for articles that are only to be written.
pub fn may_write(person: &Person, owner: Option<&GroupId>) -> bool {
    person.has(Right::Desk) || may_review(person, owner)
}

/// Whether `person` decides on proposals to an article that `owner` keeps right, confirms and retires it.
pub fn may_review(person: &Person, owner: Option<&GroupId>) -> bool {
    person.active
        && (person.has(Right::Knowledge) || owner.is_some_and(|owner| person.in_group(owner.as_str())))
}

#[cfg(test)]
mod tests;
