//! `cargo xtask run`: everything built, served, and an address to open.

use crate::{
    portal,
    process::{Running, command, must, root, say},
    tools,
};
use anyhow::{Context, Result};
use clap::Args;
use std::path::{Path, PathBuf};

/// How to run.
#[derive(Debug, Args)]
pub struct Options {
    /// Build anew whenever a file changes, and reload the page.
    #[arg(long)]
    dev: bool,
    /// Where to listen. The demo sign-in is refused anywhere but on loopback.
    #[arg(long, default_value = "127.0.0.1:8480")]
    listen: String,
    /// The folder of the database.
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// How many tickets of the past year to make up when the database is new.
    #[arg(long, default_value_t = 2000)]
    tickets: u32,
}

/// Builds and serves until Ctrl C.
pub fn run(options: &Options) -> Result<()> {
    if options.dev {
        return develop(options);
    }
    portal::build()?;
    let program = backend()?;
    say(format!("open http://{} in a browser; Ctrl C stops", options.listen));
    must(serve(&program, options).arg("--portal").arg(root().join("dist")))
}

/// Builds the backend; gives its program.
pub fn backend() -> Result<PathBuf> {
    say("building the backend (a few minutes the first time)");
    must(command("cargo").args(["build", "--package", "guichet-backend"]))?;
    Ok(root().join("target/debug/guichet-backend"))
}

/// The same program, built as the tests of the workspace were.
pub fn backend_beside_tests() -> Result<PathBuf> {
    beside_tests("guichet-backend")
}

/// A program, built as the tests of the workspace were: with the features of all, so that nothing is compiled twice.
pub fn beside_tests(program: &str) -> Result<PathBuf> {
    say(format!("building {program}"));
    must(command("cargo").args(["build", "--workspace", "--features", TEST_FEATURES, "--bin", program]))?;
    Ok(root().join("target/debug").join(program))
}

/// What the tests of the workspace are built with.
pub const TEST_FEATURES: &str = "guichet-rules/cli";

fn serve(program: &Path, options: &Options) -> std::process::Command {
    let mut serve = command(&program.to_string_lossy());
    serve.args(["serve", "--content", "content/demo", "--sign-in", "demo"]);
    serve.arg("--data").arg(root().join(&options.data));
    serve.args(["--listen", &options.listen, "--demo-tickets", &options.tickets.to_string()]);
    serve
}

/// The backend beside Trunk, which watches, builds, reloads and passes calls on.
fn develop(options: &Options) -> Result<()> {
    tools::for_portal()?;
    let program = backend()?;
    // Trunk serves the page and passes its calls on: to the backend they come from Trunk's origin.
    let mut serve = serve(&program, options);
    let running = serve
        .args(["--allow-origin", "http://127.0.0.1:8481"])
        .spawn()
        .context("the backend could not be started")?;
    let _backend = Running(running);
    say("open http://127.0.0.1:8481 in a browser; Ctrl C stops");
    must(command("trunk").args(["serve", "--offline"]).env_remove("NO_COLOR"))
}
