//! The portal, built by Trunk: `dist/` holds static files that any server can serve.

use crate::{
    modules,
    process::{command, must, say},
    tools,
};
use anyhow::Result;
use std::fs;

/// Builds dist/.
pub fn build() -> Result<()> {
    tools::for_portal()?;
    // Trunk looks for what it copies before its hooks have made it.
    fs::create_dir_all(modules::assets())?;
    say("building the portal (two minutes the first time)");
    must(command("trunk").args(["build", "--release", "--offline"]).env_remove("NO_COLOR"))
}
