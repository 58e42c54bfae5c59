//! The portal's WebAssembly: one main module with home, one module a page, shared chunks in packs.
//!
//! Trunk knows no step between cargo and wasm-bindgen, and that is where the module is split; so its `pre_build` hook
//! calls this, and `index.html` copies the result.

use crate::{
    names, packs,
    process::{command, must, quietly, root, say},
    search_worker, tools,
};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Where the modules, styles and messages are put together.
pub fn assets() -> PathBuf {
    root().join("target/portal/assets")
}

/// The features that rustc's WebAssembly uses. `--all-features` would make a module that Chromium refuses.
pub const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Builds everything that `index.html` copies.
pub fn build() -> Result<()> {
    let (assets, split) = (assets(), root().join("target/portal/split"));
    for directory in [&assets, &split] {
        if directory.exists() {
            fs::remove_dir_all(directory)?;
        }
        fs::create_dir_all(directory)?;
    }
    compile()?;
    let module = root().join("target/wasm32-unknown-unknown/wasm/guichet.wasm");
    must(command("wasm-split-cli").arg(&module).arg(&split).args([
        "--target",
        "web",
        "--out-name",
        "guichet",
    ]))?;
    must(
        command("wasm-bindgen")
            .args([
                "--target",
                "web",
                "--no-typescript",
                "--keep-lld-exports",
                "--out-name",
                "guichet",
                "--out-dir",
            ])
            .arg(&assets)
            .arg(split.join("guichet.wasm")),
    )?;
    names::shorten(&assets.join("guichet_bg.wasm"), &assets.join("guichet.js"))?;
    refuse_html(&split)?;
    optimise(&assets, &split)?;
    fs::copy(split.join(packs::SCRIPT), assets.join(packs::SCRIPT)).context("the link module is missing")?;
    packs::pack(&assets)?;
    for sheet in ["main.css", "pages.css"] {
        fs::write(assets.join(sheet), styles(&root().join("style").join(sheet))?)?;
    }
    fs::copy(root().join("public/boot.js"), assets.join("boot.js"))?;
    messages(&assets)?;
    minify(&assets, &["guichet.js", packs::SCRIPT, "boot.js", "main.css", "pages.css"])?;
    search_worker::build(&assets)
}

/// Scripts and styles without what only people read.
pub fn minify(assets: &Path, names: &[&str]) -> Result<()> {
    for name in names {
        let file = assets.join(name);
        must(
            command("esbuild")
                .arg(&file)
                .args(["--minify", "--log-level=warning", "--allow-overwrite"])
                .arg(format!("--outfile={}", file.display())),
        )?;
    }
    Ok(())
}

fn compile() -> Result<()> {
    must(&mut cargo("guichet"))
}

/// The command that builds `package` to WebAssembly, as the portal is built.
pub fn cargo(package: &str) -> Command {
    let mut cargo = command("cargo");
    cargo.args(["build", "--package", package, "--profile", "wasm", "--target", TARGET]);
    let mut flags = flags();
    // Trunk says for what it builds; `run --dev` is for people who want to read what a panic says.
    let developing = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug");
    if !developing && can_be_small() {
        say(format!("compiling {package} and a small standard library to WebAssembly"));
        flags.extend(SMALL.map(str::to_owned));
        cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
        cargo.env("RUSTC_BOOTSTRAP", "1");
    } else {
        say(format!("compiling {package} to WebAssembly, with words for panics"));
        flags.push("--cfg=explain_panics".to_owned());
    }
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
    cargo
}

/// What browsers run.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What makes the module a fifth smaller: a panic is a trap without words, and nothing is written for debugging. The
/// compiler has these flags, and does not promise to keep them (ADR 0013).
const SMALL: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// Whether this compiler takes the flags, and the sources of its standard library are there.
fn can_be_small() -> bool {
    let probe = command("rustc")
        .args(SMALL)
        .args(["--target", TARGET, "--print", "cfg"])
        .env("RUSTC_BOOTSTRAP", "1")
        .output();
    let takes_flags = probe.is_ok_and(|output| output.status.success());
    if !takes_flags {
        say("this compiler does not know the flags of small modules; the portal will be a fifth larger");
    }
    takes_flags && tools::std_sources()
}

fn flags() -> Vec<String> {
    let mut flags = vec![
        // The splitter follows relocations to see which page needs what.
        "-Clink-args=--emit-relocs".to_owned(),
        // Views of one type instead of a type each: a third less code.
        "--cfg=erase_components".to_owned(),
    ];
    flags.extend(without_directories());
    flags
}

/// Panics name their file: without the machine's directories the names are shorter, and the same everywhere.
pub fn without_directories() -> [String; 2] {
    let home =
        std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")));
    [
        format!("--remap-path-prefix={}=", home.unwrap_or_default()),
        format!("--remap-path-prefix={}=", root().display()),
    ]
}

/// Under Trusted Types nothing may set HTML from a string, and `view!` does so for an element whose attributes and
/// children are all literal. Such an element must have one attribute in braces: `class={"menu__line"}`.
fn refuse_html(split: &Path) -> Result<()> {
    let mut found = Vec::new();
    for entry in fs::read_dir(split)? {
        let module = fs::read(entry?.path())?;
        let text = String::from_utf8_lossy(&module);
        found.extend(text.match_indices("</").filter_map(|(end, _)| {
            let start = text.get(..end)?.rfind('<')?;
            let html = text.get(start..end)?;
            // Markdown's parser knows the names of some closing tags; those are no elements, and numbers in a module that
            // happen to read like one are none either.
            let is_element = html.len() < 300
                && html.contains('>')
                && html[1..].starts_with(|first: char| first.is_ascii_alphabetic())
                && !html.contains(|c: char| c.is_control() || c == char::REPLACEMENT_CHARACTER);
            is_element.then(|| html.to_owned())
        }));
    }
    if found.is_empty() {
        return Ok(());
    }
    bail!("`view!` would set innerHTML; put an attribute of these elements in braces:\n{}", found.join("\n"))
}

fn optimise(assets: &Path, split: &Path) -> Result<()> {
    say("optimising the modules");
    let mut modules = vec![(assets.join("guichet_bg.wasm"), assets.join("guichet_bg.wasm"))];
    for entry in fs::read_dir(split)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_owned();
        if name.ends_with(".wasm") && name != "guichet.wasm" {
            modules.push((path, assets.join(name)));
        }
    }
    for (from, to) in modules {
        // It warns of every part of the names that it does not know, and drops them all.
        quietly(command("wasm-opt").arg("-Oz").args(FEATURES).arg(&from).arg("-o").arg(&to))?;
    }
    Ok(())
}

/// A sheet with its imports in their place: one file, one request.
fn styles(main: &Path) -> Result<String> {
    let text = fs::read_to_string(main).with_context(|| format!("{} cannot be read", main.display()))?;
    let directory = main.parent().unwrap_or(main);
    let mut joined = String::new();
    for line in text.lines() {
        match import(line) {
            Some((file, layer)) => {
                let inner = styles(&directory.join(file))?;
                match layer {
                    Some(layer) => joined.push_str(&format!("@layer {layer} {{\n{inner}\n}}\n")),
                    None => joined.push_str(&inner),
                }
            }
            None => joined.push_str(&format!("{line}\n")),
        }
    }
    Ok(without_comments(&joined))
}

/// The file and layer of `@import "file" layer(name);`.
fn import(line: &str) -> Option<(&str, Option<&str>)> {
    let rest = line.trim().strip_prefix("@import")?.trim().trim_end_matches(';').trim();
    let rest = rest.strip_prefix("url(").unwrap_or(rest);
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (file, after) = rest.get(1..)?.split_once(quote)?;
    let layer = after.split_once("layer(").and_then(|(_, l)| l.split_once(')')).map(|(name, _)| name);
    Some((file, layer))
}

fn without_comments(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, tail)| tail);
    }
    kept.push_str(rest);
    kept.lines().map(str::trim).filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n")
}

fn messages(assets: &Path) -> Result<()> {
    let catalog = guichet_messages::read(&root().join("src/messages"), &["en", "de"])?;
    for language in &catalog.languages {
        let [first, rest] = guichet_messages::files(&catalog, language).unwrap_or_default();
        fs::write(assets.join(format!("messages-{language}.txt")), first)?;
        fs::write(assets.join(format!("pages-{language}.txt")), rest)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_read_as_browsers_read_them() {
        assert_eq!(import("@import \"a.css\" layer(base);"), Some(("a.css", Some("base"))));
        assert_eq!(import("@import url('ui/b.css');"), Some(("ui/b.css", None)));
        assert_eq!(import("@layer a, b;"), None);
    }

    #[test]
    fn comments_leave_no_trace() {
        assert_eq!(without_comments("a{}/* x\ny */\n\n  b{}"), "a{}\nb{}");
    }
}
