//! `cargo xtask test`: every check and test, with one line at the end that counts them.

use crate::{
    campaign, openapi, portal,
    process::{command, must, root, say},
    run, server, tools, tree,
};
use anyhow::{Context, Result, bail};
use clap::Args;
use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{self, Command, Stdio},
    time::Instant,
};

/// Tickets that are there for the walk of the contract, some of them its person's.
const TICKETS: &str = "300";
/// Where the tests look for the text of the specification of CommonMark.
const SPECIFICATION: &str = "COMMONMARK_SPEC";
/// Who walks it: an employee, who sees what any backend shows to somebody.
const PERSON: &str = "aylin-kaya";

/// Random forms that are held against other builds and validators.
const FORMS: usize = 300;
/// Hostile inputs for each of those who read some.
const INPUTS: usize = 1_000;

/// What to test.
#[derive(Debug, Args, Default)]
pub struct Options {
    /// Only what needs no browser.
    #[arg(long)]
    native: bool,
    /// Only the browser tests whose file or title holds this.
    #[arg(long)]
    browser: Option<String>,
}

/// How many passed and failed.
#[derive(Debug, Default)]
struct Tally {
    passed: u32,
    failed: u32,
}

impl Tally {
    /// Runs a check that passes or fails as a whole.
    fn check(&mut self, what: &str, check: impl FnOnce() -> Result<()>) {
        self.try_check(what, || check().map(|()| true));
    }

    /// The same for what cannot be done everywhere: false is neither passed nor failed.
    fn try_check(&mut self, what: &str, check: impl FnOnce() -> Result<bool>) {
        say(what);
        let began = Instant::now();
        match check() {
            Ok(true) => self.passed += 1,
            Ok(false) => {}
            Err(error) => {
                self.failed += 1;
                println!("FAILED: {what}: {error:#}");
            }
        }
        println!("    {what}: {} s", began.elapsed().as_secs());
    }

    /// Runs a program, shows what it prints, and counts by `read`; a program that fails without a failed test is one.
    fn count(
        &mut self,
        what: &str,
        command: &mut Command,
        read: fn(&str) -> Option<(u32, u32)>,
    ) -> Result<()> {
        say(what);
        let began = Instant::now();
        let mut child =
            command.stdout(Stdio::piped()).spawn().with_context(|| format!("{what} could not be started"))?;
        let mut failed = 0;
        for line in BufReader::new(child.stdout.take().context("no output")?).lines() {
            let line = line?;
            println!("{line}");
            if let Some((good, bad)) = read(&line) {
                self.passed += good;
                failed += bad;
            }
        }
        let ended_well = child.wait()?.success();
        self.failed += if !ended_well && failed == 0 { 1 } else { failed };
        println!("    {what}: {} s", began.elapsed().as_secs());
        Ok(())
    }
}

/// Runs everything.
pub fn test(options: &Options) -> Result<()> {
    let mut tally = Tally::default();
    if let Some(filter) = &options.browser {
        browser(&mut tally, Some(filter))?;
    } else {
        native(&mut tally)?;
        if !options.native {
            browser(&mut tally, None)?;
        }
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed > 0 {
        bail!("{} failed", tally.failed);
    }
    Ok(())
}

fn native(tally: &mut Tally) -> Result<()> {
    tools::for_portal()?;
    tally.check("formatting", || must(command("cargo").args(["fmt", "--all", "--check"])));
    tally.check("the portal depends on nothing of a server", tree::check);
    let workspace =
        ["--workspace", "--exclude", "guichet", "--all-targets", "--features", run::TEST_FEATURES];
    tally.check("clippy, native", || clippy(&workspace));
    tally.check("clippy, portal", || clippy(&["--package", "guichet", "--target", "wasm32-unknown-unknown"]));
    tally.check("docs/openapi.json is fresh", || match openapi::is_fresh()? {
        true => Ok(()),
        false => {
            bail!("it is not what crates/contract says; run `cargo xtask openapi` and commit the result")
        }
    });
    let mut tests = command("cargo");
    tests.args(["test", "--workspace", "--features", run::TEST_FEATURES, "--no-fail-fast"]);
    tally.count("tests, native", &mut tests, cargo_line)?;
    // The same build as above, for the tests that need what the repository may not hold.
    let mut examples = command("cargo");
    examples
        .args(["test", "--workspace", "--features", run::TEST_FEATURES, "--bin", "guichet"])
        .args(["specification", "--", "--ignored"])
        .env(SPECIFICATION, tools::commonmark_spec()?);
    tally.count("the examples of CommonMark", &mut examples, cargo_line)?;
    let program = run::backend_beside_tests()?;
    tally.check("the demo content", || {
        must(command(&program.to_string_lossy()).args(["check", "--content", "content/demo"]))
    });
    conformance(tally, &program)?;
    tally.try_check("campaign disk", || campaign::disk::run(&program, campaign::disk::MIB, campaign::SEED));
    tally.check("campaign kill, a small one", || campaign::kill::run(&program, 2, campaign::SEED));
    tally.check("campaign storm, a small one", || campaign::storm::run(&program, 500, campaign::SEED));
    tally.check("campaign forms, a small one", || campaign::forms::run(&program, FORMS, campaign::SEED));
    tally.check("campaign fuzz, a small one", || {
        campaign::fuzz::attack(&run::beside_tests("guichet-hostile")?, INPUTS, campaign::SEED)
    });
    Ok(())
}

/// What clippy says to some packages; a warning is a failure.
fn clippy(packages: &[&str]) -> Result<()> {
    must(command("cargo").args(["clippy", "--quiet"]).args(packages).args(["--", "-D", "warnings"]))
}

/// `test result: ok. 41 passed; 0 failed; …`
fn cargo_line(line: &str) -> Option<(u32, u32)> {
    let counts = line.strip_prefix("test result: ")?.split_once(". ")?.1;
    let number =
        |word: &str| counts.split("; ").find_map(|part| part.strip_suffix(word)?.trim().parse().ok());
    Some((number("passed")?, number("failed")?))
}

/// Walks the contract over our own backend, `backend`, on a database of its own.
fn conformance(tally: &mut Tally, backend: &Path) -> Result<()> {
    let program = run::beside_tests("guichet-conformance")?;
    let folder = env::temp_dir().join(format!("guichet-conformance-{}", process::id()));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let mut serve = server::backend(backend, &folder.join("data"));
    let server = server::start(serve.args(["--demo-tickets", TICKETS]), &folder.join("backend.log"))?;
    let mut walk = command(&program.to_string_lossy());
    walk.args(["--base-url", server.origin(), "--person", PERSON]);
    let failed = tally.failed;
    tally.count("the backend keeps the contract", &mut walk, conformance_line)?;
    drop(server);
    if tally.failed > failed {
        // For whoever looks into it.
        say(format!("the database and the log are in {}", folder.display()));
        return Ok(());
    }
    fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be removed", folder.display()))
}

/// `61 kept, 0 broken, 2 left out`
fn conformance_line(line: &str) -> Option<(u32, u32)> {
    let mut counts = line.split(", ");
    let mut number = |word: &str| counts.next()?.strip_suffix(word)?.trim().parse().ok();
    Some((number("kept")?, number("broken")?))
}

fn browser(tally: &mut Tally, filter: Option<&str>) -> Result<()> {
    portal::build()?;
    run::backend_beside_tests()?;
    let chromium = prepare()?;
    let mut tests = command("npx");
    tests
        .args(["playwright", "test"])
        .args(filter.into_iter().flat_map(|filter| ["-g", filter]))
        .current_dir(root().join("tests/e2e"))
        .env("CHROMIUM", chromium)
        .env(SPECIFICATION, tools::commonmark_spec()?);
    tally.count("journeys in Chromium", &mut tests, playwright_line)
}

/// Chromium and the Node packages of the browser tests.
pub fn prepare() -> Result<std::path::PathBuf> {
    tools::need_node()?;
    let chromium = tools::chromium()?;
    let e2e = root().join("tests/e2e");
    say("installing the Node packages of the browser tests");
    must(
        command("npm")
            .args(["ci", "--no-audit", "--no-fund", "--prefer-offline"])
            .current_dir(e2e)
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
    )?;
    Ok(chromium)
}

/// `  12 passed (1.2m)` and `  1 failed`.
fn playwright_line(line: &str) -> Option<(u32, u32)> {
    let mut words = line.trim().split(' ');
    let n = words.next()?.parse().ok()?;
    match words.next()? {
        "passed" => Some((n, 0)),
        "failed" | "flaky" => Some((0, n)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_runners_lines_are_read() {
        let line = "test result: FAILED. 41 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(cargo_line(line), Some((41, 2)));
        assert_eq!(conformance_line("61 kept, 1 broken, 2 left out"), Some((61, 1)));
        assert_eq!(conformance_line("  kept      a limit beyond page_size gives that many"), None);
        assert_eq!(playwright_line("  12 passed (1.2m)"), Some((12, 0)));
        assert_eq!(playwright_line("  3 failed"), Some((0, 3)));
        assert_eq!(playwright_line("Running 3 tests using 1 worker"), None);
    }
}
