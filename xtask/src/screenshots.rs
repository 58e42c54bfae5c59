//! The README's screenshots, taken of the real thing.

use crate::{
    portal,
    process::{command, must, root},
    run, test,
};
use anyhow::Result;

/// Takes them into docs/screenshots.
pub fn take() -> Result<()> {
    portal::build()?;
    run::backend()?;
    let chromium = test::prepare()?;
    must(
        command("npx")
            .args(["playwright", "test", "--config", "screenshots.config.ts"])
            .current_dir(root().join("tests/e2e"))
            .env("CHROMIUM", chromium),
    )
}
