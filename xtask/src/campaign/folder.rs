//! A folder for one campaign.

use crate::process::{command, output, root, say, works};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    path::{Path, PathBuf},
    process,
};

/// A folder below `target/campaign` that no other run has.
pub struct Folder(PathBuf);

impl Folder {
    /// An empty one.
    pub fn new(name: &str) -> Result<Self> {
        let path = root().join("target/campaign").join(format!("{name}-{}", process::id()));
        if path.exists() {
            fs::remove_dir_all(&path)?;
        }
        fs::create_dir_all(&path).with_context(|| format!("{} cannot be made", path.display()))?;
        Ok(Self(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Where the backend has its database.
    pub fn data(&self) -> PathBuf {
        self.0.join("data")
    }

    /// Where the backend writes its log.
    pub fn log(&self) -> PathBuf {
        self.0.join("backend.log")
    }

    /// Lets SQLite look whether the file is whole. Nobody else may have it open.
    pub fn check_database(&self) -> Result<()> {
        if !works(command("sqlite3").arg("--version")) {
            say("the program sqlite3 is not here: PRAGMA integrity_check was left out");
            return Ok(());
        }
        let file = self.data().join("guichet.db");
        let said =
            output(command("sqlite3").arg(&file).arg("PRAGMA integrity_check; PRAGMA foreign_key_check;"))?;
        if said.trim() != "ok" {
            bail!("{} is damaged: {}", file.display(), said.trim());
        }
        Ok(())
    }

    /// Removes it, where all was well. Otherwise it stays, for whoever looks into it.
    pub fn remove(self) -> Result<()> {
        fs::remove_dir_all(&self.0).with_context(|| format!("{} cannot be removed", self.0.display()))
    }
}
