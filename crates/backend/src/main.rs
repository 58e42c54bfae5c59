//! `guichet-backend`: serves a service portal from a folder of content.

mod cli;

use clap::Parser;
use guichet_backend::causes;
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    cli::log();
    match cli::run(cli).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // To people, not to the log: this is the answer to what they typed.
            eprintln!("guichet-backend: {}", causes(error.as_ref(), "\n  because: "));
            ExitCode::FAILURE
        }
    }
}
