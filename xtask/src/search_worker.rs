//! The search that runs in the browser: a WebAssembly module of its own, the worker that holds it, and the script that
//! starts the worker. Nothing of it is in the portal's modules, and none of it is fetched before somebody searches.

use crate::{
    modules::{FEATURES, TARGET, minify, without_directories},
    process::{command, must, quietly, root, say},
};
use anyhow::{Context, Result};
use std::{fs, path::Path};

/// As Cargo.toml has it.
const PROFILE: &str = "search";

/// A page of stack in the place of the usual megabyte, which the worker would hold for as long as it lives. Nothing in the
/// engine recurses, and what is long is on its heap.
const STACK: &str = "-Clink-arg=-zstack-size=65536";

/// Puts `search.js`, `search-worker.js` and `search.wasm` into `assets`.
pub fn build(assets: &Path) -> Result<()> {
    say("compiling the search to WebAssembly");
    let mut flags = without_directories().to_vec();
    flags.push(STACK.to_owned());
    must(
        command("cargo")
            .args(["build", "--package", "guichet-search-worker", "--profile", PROFILE, "--target", TARGET])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" ")),
    )?;
    let made = root().join("target/portal/search");
    if made.exists() {
        fs::remove_dir_all(&made)?;
    }
    fs::create_dir_all(&made)?;
    let module = root().join("target").join(TARGET).join(PROFILE).join("guichet_search_worker.wasm");
    must(
        command("wasm-bindgen")
            .args(["--target", "web", "--no-typescript", "--out-name", "search_engine", "--out-dir"])
            .arg(&made)
            .arg(&module),
    )?;
    // Fast rather than small: it is fetched once, and asked at every key.
    quietly(
        command("wasm-opt")
            .arg("-O3")
            .args(FEATURES)
            .arg(made.join("search_engine_bg.wasm"))
            .arg("-o")
            .arg(assets.join("search.wasm")),
    )?;
    let scripts = root().join("crates/search-worker/js");
    // Beside what it imports.
    fs::copy(scripts.join("worker.js"), made.join("worker.js")).context("the worker is missing")?;
    must(
        command("esbuild")
            .arg(made.join("worker.js"))
            .args(["--bundle", "--format=esm", "--minify", "--log-level=warning"])
            .arg(format!("--outfile={}", assets.join("search-worker.js").display())),
    )?;
    fs::copy(scripts.join("search.js"), assets.join("search.js")).context("its script is missing")?;
    minify(assets, &["search.js"])
}
