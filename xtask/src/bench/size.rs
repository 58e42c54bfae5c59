//! What a first visit to home downloads, byte by byte, as a browser sees it.

use super::line;
use crate::{
    portal,
    process::{command, must, output, root},
    run, test,
};
use anyhow::{Context, Result};
use serde::Deserialize;

/// What the browser fetched, as `tests/e2e/size.mjs` writes it.
#[derive(Deserialize)]
struct Visit {
    page: String,
    files: Vec<Fetched>,
}

#[derive(Deserialize)]
struct Fetched {
    name: String,
    /// With brotli 11, whatever was sent.
    bytes: usize,
}

/// Goal of the first visit, in KB of 1000 bytes.
const GOAL_KB: f64 = 150.0;

/// Builds, visits, weighs.
pub fn measure() -> Result<()> {
    portal::build()?;
    run::backend()?;
    let chromium = test::prepare()?;
    let e2e = root().join("tests/e2e");
    must(command("npm").args(["run", "--silent", "react-hello"]).current_dir(&e2e))?;
    let text = output(command("node").arg("size.mjs").current_dir(&e2e).env("CHROMIUM", chromium))?;
    let visits: Vec<Visit> = serde_json::from_str(&text).context("size.mjs printed no list of visits")?;
    let kb = |visit: &Visit| visit.files.iter().map(|f| f.bytes).sum::<usize>() as f64 / 1000.0;
    for visit in &visits {
        println!("\n{} ({} files)", visit.page, visit.files.len());
        for file in &visit.files {
            println!("  {:>8}  {}", file.bytes, file.name);
        }
        println!("  total {:.1} KB", kb(visit));
    }
    let find = |page: &str| visits.iter().find(|v| v.page == page).map(kb).unwrap_or_default();
    let (ours, peer) = (find("home"), find("react-hello"));
    println!("\ntotal {ours:.1} KB");
    println!("{}", line("size", ours, peer, "at most 150 KB", ours <= GOAL_KB));
    Ok(())
}
