//! What may never reach the browser.

use crate::process::{command, output};
use anyhow::{Result, bail};

/// A server's crates: one of them in the portal's tree means that a dependency points the wrong way.
const FORBIDDEN: [&str; 7] = ["tokio", "axum", "sqlx", "hyper", "guichet-backend", "notify", "chrono-tz"];

/// Checks the dependency tree of the portal as it is built for the browser.
pub fn check() -> Result<()> {
    let tree = output(command("cargo").args([
        "tree",
        "--package",
        "guichet",
        "--target",
        "wasm32-unknown-unknown",
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]))?;
    let found: Vec<&str> =
        FORBIDDEN.into_iter().filter(|bad| tree.lines().any(|l| l.split(' ').next() == Some(bad))).collect();
    if !found.is_empty() {
        bail!("the portal depends on {}, which belong to a server", found.join(", "));
    }
    Ok(())
}
