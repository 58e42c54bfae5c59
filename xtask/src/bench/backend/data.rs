//! The tickets that it is measured with: made once, used as a copy.

use crate::process::{command, must, say};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Some years of a company of a few thousand people.
const TICKETS: &str = "50000";
/// Any; the same makes the same tickets.
const SEED: &str = "7";

/// A copy of the tickets below `folder`, which are made first if they are not there.
pub fn copy(program: &Path, folder: &Path) -> Result<PathBuf> {
    let original = folder.join(format!("data-{TICKETS}"));
    if !original.is_dir() {
        make(program, folder, &original)?;
    }
    let copy = folder.join("data-copy");
    remove(&copy)?;
    fs::create_dir_all(&copy)?;
    for entry in fs::read_dir(&original)? {
        let entry = entry?;
        fs::copy(entry.path(), copy.join(entry.file_name()))
            .with_context(|| format!("{} cannot be copied", entry.path().display()))?;
    }
    Ok(copy)
}

fn make(program: &Path, folder: &Path, original: &Path) -> Result<()> {
    say(format!("making {TICKETS} tickets (once; remove {} to make them anew)", original.display()));
    // Under another name until it is whole: what was interrupted is not taken for it.
    let part = folder.join("data-part");
    remove(&part)?;
    fs::create_dir_all(&part)?;
    let mut demo = command(&program.to_string_lossy());
    demo.args(["demo", "--content", "content/demo", "--tickets", TICKETS, "--seed", SEED, "--data"]);
    must(demo.arg(&part))?;
    fs::rename(&part, original)
        .with_context(|| format!("{} cannot be renamed to {}", part.display(), original.display()))
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    Ok(())
}
