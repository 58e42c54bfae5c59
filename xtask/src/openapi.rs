//! docs/openapi.json is made from `crates/contract`, committed, and proved fresh by `test`.

use crate::process::{root, say};
use anyhow::Result;
use std::{fs, path::PathBuf};

fn file() -> PathBuf {
    root().join("docs/openapi.json")
}

fn document() -> Result<String> {
    Ok(serde_json::to_string_pretty(&guichet_contract::openapi::document())? + "\n")
}

/// Writes it.
pub fn write() -> Result<()> {
    fs::write(file(), document()?)?;
    say("wrote docs/openapi.json");
    Ok(())
}

/// Whether the committed one is what the code says.
pub fn is_fresh() -> Result<bool> {
    Ok(fs::read_to_string(file()).unwrap_or_default() == document()?)
}
