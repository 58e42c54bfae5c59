//! `guichet-bench`: what a backend is measured with, and against. `cargo xtask bench backend` runs both.

mod constant;
mod load;
mod plan;
mod seen;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use std::{fs, net::SocketAddr, path::PathBuf, process::ExitCode};

#[derive(Debug, Parser)]
#[command(name = "guichet-bench", version, about = "Measures how many calls a backend answers")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Answer every call with the same bytes: the most that any backend on this stack could do
    Constant(Constant),
    /// Call as fast as answers come, and print what was seen as JSON
    Load(load::Options),
}

#[derive(Debug, clap::Args)]
struct Constant {
    /// Where to listen; port 0 is any that is free
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// What to answer
    #[arg(long, value_name = "FILE")]
    body: PathBuf,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Cli::parse().command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("guichet-bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<()> {
    match command {
        Command::Constant(Constant { listen, body }) => {
            let bytes = fs::read(&body).with_context(|| format!("{} cannot be read", body.display()))?;
            constant::serve(listen, bytes.into()).await
        }
        Command::Load(options) => {
            println!("{}", load::run(&options).await?);
            Ok(())
        }
    }
}
