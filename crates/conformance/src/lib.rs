//! Walks the ITSM HTTP contract over HTTP, as one person, and says for each convention whether a backend keeps it.
//!
//! It reads every reply with the types that the portal reads it with, so what passes here the portal understands. See
//! `docs/contract.md` for what is checked, and why.

mod checks;
mod client;
mod key;
mod report;
mod walk;

pub use client::{Client, Unreachable};
pub use report::{Finding, Report, Verdict};

use guichet_rules::ids::PersonId;

/// What to walk.
#[derive(Debug, Clone)]
pub struct Options {
    /// The origin of the backend, with or without `/itsm/v1` behind it.
    pub base_url: String,
    /// Who to be, where the backend offers the demo sign-in.
    pub person: Option<PersonId>,
    /// A session that somebody made: `name=value`.
    pub cookie: Option<String>,
    /// Leaves out everything that files something.
    pub read_only: bool,
}

/// Walks the whole contract. Fails only where there is nobody at the other end.
pub fn run(options: &Options) -> Result<Report, Unreachable> {
    let client = Client::new(&options.base_url);
    // Anything at all, to tell a wrong address from a wrong backend.
    client.get("/itsm/v1/capabilities").send()?;
    let mut walk = walk::Walk::new(client);
    checks::all(&mut walk, options);
    Ok(walk.report)
}
