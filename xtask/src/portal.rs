//! The portal, built by Trunk: `dist/` holds static files that any server can serve.

use crate::{
    process::{command, must, say},
    tools,
};
use anyhow::Result;

/// Builds dist/.
pub fn build() -> Result<()> {
    tools::for_portal()?;
    say("building the portal (two minutes the first time)");
    must(command("trunk").args(["build", "--release", "--offline"]).env_remove("NO_COLOR"))
}
