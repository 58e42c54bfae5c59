//! The tools that the portal is built and tested with, kept in the user's cache directory: the next clone finds them.

use crate::process::{command, must, output, say, works};
use anyhow::{Context, Result, bail};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// wasm-bindgen's program and library must be of the same version; Cargo.toml pins the library.
const WASM_BINDGEN: &str = "0.2.130";
/// The newest that builds with the toolchain that Cargo.toml names.
const TRUNK: &str = "0.21.14";
/// Splits the module at `#[lazy_route]`; the version that leptos 0.8 writes for.
const WASM_SPLIT: &str = "0.2.4";
/// `wasm-opt`, as an npm package: Debian's is too old for the features that rustc uses.
const BINARYEN: &str = "132.0.0";
/// Minifies scripts and styles: one program of a few megabytes, of the same version as in `tests/e2e`.
const ESBUILD: &str = "0.28.2";
/// The JSON Schema validator of JavaScript, with the formats that it leaves to a package of their own.
const AJV: [(&str, &str); 2] = [("ajv", "8.20.0"), ("ajv-formats", "3.0.1")];
/// Forms made of JSON Schema in React, of the same version as in `tests/e2e`: what ours are measured beside.
const RJSF: [(&str, &str); 5] = [
    ("@rjsf/core", "6.11.1"),
    ("@rjsf/utils", "6.11.1"),
    ("@rjsf/validator-ajv8", "6.11.1"),
    ("react", "19.3.1"),
    ("react-dom", "19.3.1"),
];

/// Where the tools are: `$XDG_CACHE_HOME/guichet` or `~/.cache/guichet`.
pub fn cache() -> PathBuf {
    let base = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let base = base.or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cache")));
    base.unwrap_or_else(|| crate::process::root().join("target")).join("guichet")
}

/// The specification of CommonMark with its examples, as an npm package. It is under CC BY-SA 4.0 and no part of the repository.
const COMMONMARK_SPEC: &str = "0.31.2";

/// The text of the specification of CommonMark, whose examples are tests.
pub fn commonmark_spec() -> Result<PathBuf> {
    let (package, file) = ("commonmark-spec", "node_modules/commonmark-spec/spec.txt");
    node_package(package, COMMONMARK_SPEC, file)?;
    Ok(node_home(package).join(file))
}

/// The directories that hold the tools' programs.
pub fn paths() -> Vec<PathBuf> {
    let node = |package: &str| node_home(package).join("node_modules/.bin");
    vec![cache().join("tools/bin"), node("binaryen"), node("esbuild")]
}

/// Makes sure that the portal can be built.
pub fn for_portal() -> Result<()> {
    wasm_target()?;
    cargo_tool("wasm-bindgen", "wasm-bindgen-cli", WASM_BINDGEN, &[])?;
    // Its program does not tell its version, so a file beside it does.
    cargo_tool_marked("wasm_split_cli_support", WASM_SPLIT, &["--features", "build-binary"])?;
    cargo_tool("trunk", "trunk", TRUNK, &["--locked"])?;
    node_package("binaryen", BINARYEN, "node_modules/.bin/wasm-opt")?;
    node_package("esbuild", ESBUILD, "node_modules/.bin/esbuild")
}

/// Makes sure that Rust can be compiled to WebAssembly.
pub fn wasm_target() -> Result<()> {
    let libdir =
        output(command("rustc").args(["--print", "target-libdir", "--target", "wasm32-unknown-unknown"]))?;
    if Path::new(libdir.trim()).is_dir() {
        return Ok(());
    }
    say("installing the Rust target wasm32-unknown-unknown (seconds)");
    must(command("rustup").args(["target", "add", "wasm32-unknown-unknown"])).context(
        "the target is missing and rustup could not add it; add `wasm32-unknown-unknown` to your toolchain, then run this again",
    )
}

/// Whether the sources of the standard library are there; fetches them where rustup can.
pub fn std_sources() -> bool {
    let there = || {
        let sysroot = output(command("rustc").args(["--print", "sysroot"])).unwrap_or_default();
        Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").is_file()
    };
    if there() {
        return true;
    }
    say("installing the sources of Rust's standard library (seconds, once)");
    let fetched = command("rustup").args(["component", "add", "rust-src"]).status();
    let there = fetched.is_ok_and(|status| status.success()) && there();
    if !there {
        say("they cannot be had here; the portal will be a fifth larger");
    }
    there
}

fn cargo_tool(program: &str, package: &str, version: &str, extra: &[&str]) -> Result<()> {
    let there = Command::new(cache().join("tools/bin").join(program)).arg("--version").output();
    if there.is_ok_and(|o| String::from_utf8_lossy(&o.stdout).contains(version)) {
        return Ok(());
    }
    cargo_install(package, version, extra)
}

fn cargo_tool_marked(package: &str, version: &str, extra: &[&str]) -> Result<()> {
    let mark = cache().join("tools").join(format!("{package}-{version}"));
    if mark.is_file() {
        return Ok(());
    }
    cargo_install(package, version, extra)?;
    fs::write(&mark, "").with_context(|| format!("{} cannot be written", mark.display()))
}

fn cargo_install(package: &str, version: &str, extra: &[&str]) -> Result<()> {
    say(format!(
        "installing {package} {version} into {} (a few minutes, once)",
        cache().join("tools").display()
    ));
    let mut install = command("cargo");
    install
        .args(["install", package, "--version", version, "--force", "--root"])
        .arg(cache().join("tools"))
        .args(extra);
    // A tool of this machine is no part of the project: neither its flags nor its target directory.
    install.current_dir(env::temp_dir()).env_remove("RUSTFLAGS").env_remove("CARGO_TARGET_DIR");
    must(&mut install)
}

/// Each package has a place of its own: npm removes what it did not install itself.
fn node_home(package: &str) -> PathBuf {
    cache().join("npm").join(package)
}

fn node_package(package: &str, version: &str, proof: &str) -> Result<()> {
    let home = node_home(package);
    // What is there and lacks its program was not installed to the end.
    if !home.join(proof).exists() && home.exists() {
        fs::remove_dir_all(&home).with_context(|| format!("{} cannot be removed", home.display()))?;
    }
    node_packages(package, &[(package, version)]).map(drop)
}

/// ajv; gives the directory that its packages are in.
pub fn ajv() -> Result<PathBuf> {
    node_packages("ajv", &AJV)
}

/// React JSON Schema Form; gives the directory that its packages are in.
pub fn rjsf() -> Result<PathBuf> {
    node_packages("rjsf", &RJSF)
}

/// Packages that belong together, in the place `name`; gives the directory that they are in.
fn node_packages(name: &str, packages: &[(&str, &str)]) -> Result<PathBuf> {
    need_node()?;
    let home = node_home(name);
    let modules = home.join("node_modules");
    let there = |(package, version): &(&str, &str)| {
        let manifest = fs::read_to_string(modules.join(package).join("package.json"));
        manifest.is_ok_and(|text| text.contains(&format!("\"version\": \"{version}\"")))
    };
    if packages.iter().all(there) {
        return Ok(modules);
    }
    fs::create_dir_all(&home)?;
    let wanted: Vec<String> =
        packages.iter().map(|(package, version)| format!("{package}@{version}")).collect();
    say(format!("installing the npm packages {} (seconds, once)", wanted.join(" ")));
    must(
        command("npm")
            .args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"])
            .arg(&home)
            .args(&wanted),
    )?;
    Ok(modules)
}

/// Node.js, for wasm-opt and the browser tests.
pub fn need_node() -> Result<()> {
    if node_is_new_enough() {
        return Ok(());
    }
    system_package("nodejs", &["nodejs", "npm"])?;
    if node_is_new_enough() {
        return Ok(());
    }
    bail!(
        "Node.js 20 or newer with npm is needed and could not be installed; install it from https://nodejs.org and run this again"
    )
}

/// The least major version of Node.js that Playwright runs on.
const NODE: u32 = 20;

fn node_is_new_enough() -> bool {
    let version = Command::new("node")
        .arg("--version")
        .output()
        .map(|o| String::from_utf8_lossy(&o.stdout).into_owned());
    let major =
        version.ok().and_then(|v| v.trim().trim_start_matches('v').split('.').next()?.parse::<u32>().ok());
    major.is_some_and(|major| major >= NODE) && works(command("npm").arg("--version"))
}

/// Chromium, for the browser tests: the system's, or one that its package manager can install.
pub fn chromium() -> Result<PathBuf> {
    if let Some(path) = find_chromium() {
        return Ok(path);
    }
    system_package("Chromium", &["chromium"])?;
    find_chromium().context("Chromium is needed for the browser tests and could not be installed; install it, or name it in CHROMIUM, and run this again")
}

fn find_chromium() -> Option<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return Some(PathBuf::from(named));
    }
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let directories: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    names.iter().flat_map(|n| directories.iter().map(move |d| d.join(n))).find(|p| p.is_file())
}

fn system_package(what: &str, packages: &[&str]) -> Result<()> {
    if !works(Command::new("apt-get").arg("--version")) {
        return Ok(());
    }
    say(format!("installing {what} with apt-get (a minute, once)"));
    let root = output(Command::new("id").arg("-u"))?.trim() == "0";
    for arguments in [
        vec!["update", "-qq"],
        [vec!["install", "-y", "-qq", "--no-install-recommends"], packages.to_vec()].concat(),
    ] {
        let mut apt = if root { Command::new("apt-get") } else { Command::new("sudo") };
        if !root {
            apt.args(["-n", "apt-get"]);
        }
        must(apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    Ok(())
}
