//! Two real collections as articles of the demo company: how long an import takes, what it loses, and that the result is
//! content without a mistake.

use super::{line_of, search::corpus};
use crate::process::{build, command, must, output, root, say};
use anyhow::{Context, Result};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

/// 26,000 pages are done before a cup of tea is.
const GOAL: f64 = 60.0;

/// Imports both, each into a company of its own.
pub fn measure() -> Result<()> {
    build(&["--package", "guichet-backend"])?;
    let mut lines = Vec::new();
    for (name, pages) in [("libreoffice", corpus::libreoffice_pages()?), ("awscli", corpus::awscli_pages()?)]
    {
        lines.push(collection(name, &pages)?);
    }
    lines.iter().for_each(|line| println!("{line}"));
    Ok(())
}

fn collection(name: &str, pages: &Path) -> Result<String> {
    let work = root().join("target/import-bench").join(name);
    let (content, report) = (work.join("content"), work.join("report.json"));
    if work.is_dir() {
        fs::remove_dir_all(&work)?;
    }
    fs::create_dir_all(&work)?;
    must(command("cp").arg("-r").args([&root().join("content/demo"), &content]))?;
    say(format!("importing {name}"));
    let program = backend();
    let begun = Instant::now();
    let table = output(
        command(&program)
            .args(["import", "knowledge"])
            .arg(pages)
            .arg("--into")
            .arg(&content)
            .args(["--language", "en", "--category", "software", "--collection", name])
            .arg("--report")
            .arg(&report),
    )?;
    let seconds = begun.elapsed().as_secs_f64();
    println!("{table}");
    must(command(&program).args(["check", "--content"]).arg(&content))?;
    let report: Value = serde_json::from_slice(&fs::read(&report)?)?;
    let number = |key: &str| report.get(key).and_then(Value::as_u64).context("the report has no such number");
    say(format!("{name}: {} of {} pages", number("new")?, number("pages")?));
    Ok(line_of(&format!("import-{name}-seconds"), seconds, 0.0, "under 60", seconds < GOAL, 1))
}

fn backend() -> String {
    let program: PathBuf = root().join("target/release/guichet-backend");
    program.to_string_lossy().into_owned()
}
