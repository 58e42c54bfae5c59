//! `guichet-backend`: serves a service portal from a folder of content.

mod cli;

use clap::Parser;
use std::{error::Error, process::ExitCode};

#[tokio::main]
async fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    cli::log();
    match cli::run(cli).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // To people, not to the log: this is the answer to what they typed.
            eprintln!("guichet-backend: {}", causes(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}

/// An error and what caused it, a line each.
fn causes(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text.push_str("\n  because: ");
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    text
}
