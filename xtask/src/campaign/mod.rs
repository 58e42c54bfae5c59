//! `cargo xtask campaign`: what the backend and the rules have to stand, done to ours for as long as one likes. Only on this
//! computer.

pub mod disk;
mod folder;
pub mod forms;
pub mod fuzz;
pub mod kill;
mod rng;
pub mod storm;

use crate::run;
use anyhow::Result;
use clap::{Args, ValueEnum};

/// What `cargo xtask test` runs with.
pub const SEED: u64 = 1;
/// Kills, where nobody says how many.
const KILLS: usize = 50;
/// Calls, where nobody says how many.
const CALLS: usize = 20_000;
/// Forms, where nobody says how many.
const FORMS: usize = 10_000;
/// Inputs for each fuzz target, where nobody says how many.
const INPUTS: usize = 1_000_000;

/// Which campaign, and how long.
#[derive(Debug, Args)]
pub struct Options {
    /// Which
    #[arg(value_enum)]
    name: Name,
    /// How many kills (50 unless told otherwise), calls (20,000), MiB of disk (24), forms (10,000), or inputs for each fuzz
    /// target (1,000,000)
    #[arg(long, value_name = "N")]
    count: Option<usize>,
    /// The same seed chooses the same
    #[arg(long, value_name = "S", default_value_t = SEED)]
    seed: u64,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Name {
    /// Fills the backend's disk: what does not fit is refused whole, the rest can be read, and with room again all goes on
    Disk,
    /// Holds the rules of forms against themselves in WebAssembly and over HTTP, and against stock validators
    Forms,
    /// Gives whatever nobody vouches for to everything that reads it: nothing panics
    Fuzz,
    /// Kills the backend while people file: what was acknowledged is there, once
    Kill,
    /// Sends it what no client would: every refusal is a proper one
    Storm,
}

/// Runs one.
pub fn campaign(options: &Options) -> Result<()> {
    let (count, seed) = (options.count, options.seed);
    match options.name {
        Name::Disk => disk::run(&run::backend()?, count.unwrap_or(disk::MIB), seed).map(drop),
        Name::Forms => forms::run(&run::backend()?, count.unwrap_or(FORMS), seed),
        Name::Fuzz => fuzz::run(count.unwrap_or(INPUTS), seed),
        Name::Kill => kill::run(&run::backend()?, count.unwrap_or(KILLS), seed),
        Name::Storm => storm::run(&run::backend()?, count.unwrap_or(CALLS), seed),
    }
}

/// The example that `document` has of the body of a POST.
fn example(document: &serde_json::Value, path: &str) -> Option<serde_json::Value> {
    let path = path.replace('~', "~0").replace('/', "~1");
    document.pointer(&format!("/paths/{path}/post/requestBody/content/application~1json/example")).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use guichet_contract::{
        Endpoint,
        endpoints::{CreateIncident, CreateRequest, GetMe},
    };

    #[test]
    fn what_the_campaigns_file_is_in_the_document() {
        let document = guichet_contract::openapi::document();
        assert!(example(&document, CreateIncident::PATH).is_some_and(|body| body.get("title").is_some()));
        assert!(example(&document, CreateRequest::PATH).is_some_and(|body| body.get("item").is_some()));
        assert_eq!(example(&document, GetMe::PATH), None);
    }
}
