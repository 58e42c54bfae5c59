//! Everything that is done with this repository, as commands: `cargo xtask run`, `cargo xtask test`, …
//!
//! On a machine with nothing but a Rust toolchain each command installs what it needs into the user's cache directory,
//! says so, and does it once.

mod bench;
mod campaign;
mod finish;
mod http;
mod modules;
mod names;
mod openapi;
mod packs;
mod portal;
mod process;
mod run;
mod screenshots;
mod search_worker;
mod server;
mod test;
mod tools;
mod tree;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Runs, tests and measures Guichet", version)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Builds the portal and the backend, and serves both with the demo company.
    Run(run::Options),
    /// Runs every check and test; ends with `N passed, N failed`.
    Test(test::Options),
    /// What continuous integration runs: `test`, with nothing left to chance.
    Ci,
    /// Measures, and says whether each goal is met.
    #[command(subcommand)]
    Bench(bench::Bench),
    /// Does to the backend and the rules what they have to stand: kills it while people file, fills its disk, sends it what
    /// no client would; holds forms against other builds and validators, and gives hostile input to whatever reads some.
    Campaign(campaign::Options),
    /// Writes docs/openapi.json anew.
    Openapi,
    /// Builds the portal into dist/.
    Portal,
    /// Takes the README's screenshots.
    Screenshots,
    /// Builds the portal's WebAssembly modules into target/portal (called by Trunk).
    #[command(hide = true)]
    Modules,
    /// Hashes and compresses what Trunk has staged (called by Trunk).
    #[command(hide = true)]
    Finish,
}

fn main() -> ExitCode {
    match perform(Cli::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // In words: where in xtask it happened helps nobody.
            eprintln!("\x1b[1mxtask:\x1b[0m {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<()> {
    match task {
        Task::Run(options) => run::run(&options),
        Task::Test(options) => test::test(&options),
        Task::Ci => test::test(&test::Options::default()),
        Task::Bench(bench) => bench::bench(&bench),
        Task::Campaign(options) => campaign::campaign(&options),
        Task::Openapi => openapi::write(),
        Task::Portal => portal::build(),
        Task::Screenshots => screenshots::take(),
        Task::Modules => modules::build(),
        Task::Finish => finish::finish(),
    }
}
