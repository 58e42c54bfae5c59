//! `forms`: the same random forms with the same answers, judged natively, in WebAssembly, by the backend over HTTP, and by two
//! stock validators that know nothing but the schemas.

mod builds;
mod company;
mod lines;
mod schemas;
mod served;

use super::folder::Folder;
use crate::{
    modules,
    process::{must, root},
    run, tools,
};
use anyhow::{Context, Result};
use lines::Lines;
use std::path::{Path, PathBuf};

/// Sets of answers to each form.
const SETS: u64 = 20;
/// Of so many forms one is asked of the backend too: a call over HTTP takes as long as hundreds of evaluations.
const SERVED: u64 = 20;
/// The least number of those. Of random answers few are right: of fewer forms, none may be filed.
const SERVED_LEAST: u64 = 50;

/// The programs that judge.
struct Judges {
    /// `rules`, with the features of all.
    rules: PathBuf,
    /// The rules as a WebAssembly module.
    module: PathBuf,
}

/// Holds `forms` forms against one another, `program` being the backend.
pub fn run(program: &Path, forms: usize, seed: u64) -> Result<()> {
    let forms = u64::try_from(forms)?;
    // Every seed has forms of its own.
    let from = seed.wrapping_mul(10_000_000);
    let judges = Judges::build()?;
    builds::compare(&judges, from, forms)?;
    schemas::compare(&judges, from, forms)?;
    let folder = Folder::new("forms")?;
    served::compare(&judges, program, &folder, from, (forms / SERVED).max(SERVED_LEAST))?;
    folder.remove()
}

impl Judges {
    fn build() -> Result<Self> {
        tools::need_node()?;
        tools::wasm_target()?;
        let rules = run::beside_tests("rules")?;
        must(&mut modules::cargo("guichet-rules-wasm"))?;
        let module = root().join("target/wasm32-unknown-unknown/wasm/guichet_rules_wasm.wasm");
        Ok(Self { rules, module })
    }

    /// The `rules` program with one of its commands.
    fn native(&self, command: &str) -> Result<Lines> {
        let mut program = crate::process::command(&self.rules.to_string_lossy());
        Lines::start("the native rules", program.arg(command))
    }

    /// The module, in Node, with one of its functions.
    fn wasm(&self, function: &str) -> Result<Lines> {
        let mut node = crate::process::command("node");
        node.arg("tests/forms/agree.mjs").arg(&self.module).arg(function);
        Lines::start("the rules in WebAssembly", &mut node).context("Node.js did not start")
    }
}
