//! `guichet-conformance --base-url URL --person ID`.

use clap::Parser;
use guichet_conformance::{Options, run};
use guichet_rules::ids::PersonId;
use std::process::ExitCode;

/// Says whether a backend keeps the ITSM HTTP contract, convention by convention.
#[derive(Debug, Parser)]
#[command(
    name = "guichet-conformance",
    version,
    after_help = "\
It files a few tickets and cancels them: point it at a test system.

Examples:
  The reference backend on this computer
    guichet-conformance --base-url http://127.0.0.1:8480 --person aylin-kaya

  A backend with a sign-in of its own, without filing anything
    guichet-conformance --base-url https://itsm.example.com --cookie '__Host-session=…' --read-only"
)]
struct Cli {
    /// Origin of the backend, with or without /itsm/v1 behind it
    #[arg(long, value_name = "URL")]
    base_url: String,
    /// Who to be, where the backend offers the demo sign-in
    #[arg(long, value_name = "ID", required_unless_present = "cookie")]
    person: Option<PersonId>,
    /// A session that you made, in the place of the demo sign-in
    #[arg(long, value_name = "NAME=VALUE")]
    cookie: Option<String>,
    /// Leave out everything that files something
    #[arg(long)]
    read_only: bool,
}

fn main() -> ExitCode {
    let Cli { base_url, person, cookie, read_only } = Cli::parse();
    match run(&Options { base_url, person, cookie, read_only }) {
        Ok(report) => {
            print!("{report}");
            if report.is_kept() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(error) => {
            eprintln!("{error}");
            // Another code than for a backend that answers and does not keep the contract.
            ExitCode::from(2)
        }
    }
}
