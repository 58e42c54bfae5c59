//! `fuzz`: hostile input for everything that reads what nobody vouches for: forms, answers, conditions, formulas, patterns, the
//! index that searches are answered from, files of content, and replies as the portal reads them.
//!
//! The program `guichet-hostile` does so on any toolchain, one input after the other. Where there are a nightly toolchain and
//! cargo-fuzz, libFuzzer looks for more with the same functions.

use crate::process::{build, command, must, root, say, works};
use anyhow::Result;
use std::path::Path;

/// The crates with fuzz targets, and these.
const TARGETS: [(&str, &[&str]); 3] = [
    ("crates/rules", &["form", "answers", "condition", "formula", "pattern"]),
    ("crates/search", &["raw", "mutated"]),
    ("crates/hostile", &["content", "reply"]),
];
/// In bytes, the longest input: what is longer says no more, and takes longer.
const LONGEST: &str = "512";

/// Builds everything for speed, and attacks each target `cases` times.
pub fn run(cases: usize, seed: u64) -> Result<()> {
    build(&["--package", "guichet-hostile"])?;
    attack(&root().join("target/release/guichet-hostile"), cases, seed)?;
    match missing() {
        Some(what) => {
            say(format!("without libFuzzer: {what}"));
            Ok(())
        }
        None => libfuzzer(cases, seed),
    }
}

/// Attacks each target `cases` times; `program` is `guichet-hostile`.
pub fn attack(program: &Path, cases: usize, seed: u64) -> Result<()> {
    let mut attack = command(&program.to_string_lossy());
    must(attack.args(["--cases", &cases.to_string(), "--seed", &seed.to_string()]))
}

/// What libFuzzer lacks here, and how to get it.
fn missing() -> Option<&'static str> {
    if !works(command("cargo").args(["+nightly", "--version"])) {
        return Some("there is no nightly toolchain; `rustup toolchain install nightly` gets one");
    }
    if !works(command("cargo").args(["+nightly", "fuzz", "--version"])) {
        return Some("cargo-fuzz is missing; `cargo install cargo-fuzz` gets it");
    }
    None
}

fn libfuzzer(cases: usize, seed: u64) -> Result<()> {
    for (package, targets) in TARGETS {
        for target in targets.iter().copied() {
            say(format!("libFuzzer: {package}, {target}"));
            let mut fuzz = command("cargo");
            fuzz.current_dir(root().join(package)).args(["+nightly", "fuzz", "run", target, "--"]);
            fuzz.args([format!("-runs={cases}"), format!("-seed={seed}"), format!("-max_len={LONGEST}")]);
            must(&mut fuzz)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn every_target_is_there_and_named() {
        for (package, targets) in TARGETS {
            let folder = root().join(package).join("fuzz/fuzz_targets");
            let mut there: Vec<String> = fs::read_dir(folder)
                .unwrap()
                .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
                .collect();
            let mut named = targets.to_vec();
            there.sort();
            named.sort_unstable();
            assert_eq!(there, named);
        }
    }
}
