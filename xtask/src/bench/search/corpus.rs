//! What is searched in: pages of the AWS command line, and the help of LibreOffice. Fetched once, with the programs that
//! people fetch them with, into the user's cache directory.

use crate::{
    process::{command, must, output, root, say, works},
    tools,
};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// botocore, with what each service can do, is part of it: a page for each operation and each example.
const AWSCLI: &str = "1.46.3";

/// A book of 2,500 pages with 6,700 index terms, each of which leads to one.
const HELP: &str = "libreoffice-help-en-us";

/// Where its pages are in it.
const HELP_PAGES: &str = "usr/share/libreoffice/help/en-US";

/// How many queries are typed.
const QUERIES: usize = 80;

/// The pages of the AWS command line: the file of their lines.
pub fn awscli() -> Result<PathBuf> {
    let home = tools::cache().join("bench").join(format!("awscli-{AWSCLI}"));
    let documents = home.join("documents.jsonl");
    if documents.is_file() {
        return Ok(documents);
    }
    let site = site(&home)?;
    convert("awscli", &[&site, &documents])?;
    fs::remove_dir_all(&site)?;
    Ok(documents)
}

/// The same as a folder of HTML and Markdown.
pub fn awscli_pages() -> Result<PathBuf> {
    let home = tools::cache().join("bench").join(format!("awscli-{AWSCLI}"));
    let pages = home.join("pages");
    if pages.is_dir() {
        return Ok(pages);
    }
    let (site, unfinished) = (site(&home)?, home.join("pages.new"));
    convert("awscli-pages", &[&site, &unfinished])?;
    fs::rename(&unfinished, &pages)?;
    fs::remove_dir_all(&site)?;
    Ok(pages)
}

/// The packages, in a folder in `home`.
fn site(home: &Path) -> Result<PathBuf> {
    let site = home.join("site");
    fs::create_dir_all(&site)?;
    need_pip()?;
    say(format!("fetching awscli {AWSCLI} with pip (a minute, once)"));
    must(
        Command::new("python3")
            .args(["-m", "pip", "install", "--quiet", "--no-compile", "--disable-pip-version-check"])
            .args(["--no-warn-script-location", "--target"])
            .arg(&site)
            .arg(format!("awscli=={AWSCLI}")),
    )?;
    Ok(site)
}

/// The pages of the help, and its index terms.
pub fn libreoffice() -> Result<(PathBuf, PathBuf)> {
    let home = tools::cache().join("bench/libreoffice");
    let (documents, pairs) = (home.join("documents.jsonl"), home.join("pairs.json"));
    if documents.is_file() && pairs.is_file() {
        return Ok((documents, pairs));
    }
    let unpacked = help(&home)?;
    convert("libreoffice", &[&unpacked.join(HELP_PAGES), &documents, &pairs])?;
    fs::remove_dir_all(&unpacked)?;
    Ok((documents, pairs))
}

/// The same as the folder of HTML that it is.
pub fn libreoffice_pages() -> Result<PathBuf> {
    let home = tools::cache().join("bench/libreoffice");
    let pages = home.join("pages");
    if !pages.is_dir() {
        let unpacked = help(&home)?;
        fs::rename(unpacked.join(HELP_PAGES), &pages)?;
        fs::remove_dir_all(&unpacked)?;
    }
    Ok(pages)
}

/// The package, unpacked in a folder in `home`.
fn help(home: &Path) -> Result<PathBuf> {
    fs::create_dir_all(home)?;
    if !works(Command::new("apt-get").arg("--version")) {
        bail!("the help of LibreOffice comes as a Debian package: run this where there is apt-get");
    }
    say(format!("fetching {HELP} with apt-get (seconds, once)"));
    must(Command::new("apt-get").args(["download", HELP]).current_dir(home))
        .context("if it is not known, run `apt-get update` first")?;
    let package = fs::read_dir(home)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .find(|path| path.extension().is_some_and(|ending| ending == "deb"))
        .context("apt-get download left no package")?;
    let unpacked = home.join("unpacked");
    must(Command::new("dpkg-deb").arg("-x").args([&package, &unpacked]))?;
    fs::remove_file(&package)?;
    Ok(unpacked)
}

fn need_pip() -> Result<()> {
    if works(Command::new("python3").args(["-m", "pip", "--version"])) {
        return Ok(());
    }
    bail!("Python 3 with pip is needed to fetch the documents; install it (python3-pip), and run this again")
}

fn convert(what: &str, paths: &[&Path]) -> Result<()> {
    let script = root().join("tests/search/corpus.mjs");
    let many = output(command("node").arg(script).arg(what).args(paths))?;
    say(format!("{} documents", many.trim()));
    Ok(())
}

/// Titles from all over `documents`, typed letter by letter; in every third one two letters are swapped. In an order that
/// puts long and short beginnings beside each other, so that whoever is asked fewer of them is asked the same kind.
pub fn keystrokes(documents: &Path) -> Result<Vec<String>> {
    let text = fs::read_to_string(documents)?;
    let lines: Vec<&str> = text.lines().collect();
    let step = (lines.len() / QUERIES).max(1);
    let mut keys = Vec::new();
    for (n, line) in lines.iter().step_by(step).enumerate() {
        let document: Value = serde_json::from_str(line)?;
        let title = document.get("title").and_then(Value::as_str).unwrap_or_default();
        let mut letters: Vec<char> = title.chars().collect();
        if n.is_multiple_of(3) && letters.len() > 6 {
            let at = letters.len() / 2;
            letters.swap(at, at + 1);
        }
        keys.extend((1..=letters.len()).map(|end| letters.iter().take(end).collect::<String>()));
    }
    Ok(shuffled(keys))
}

/// The same order on every machine: a step that shares no factor with how many there are goes through all of them.
fn shuffled(keys: Vec<String>) -> Vec<String> {
    let many = keys.len();
    let mut step = many * 2 / 5 + 1;
    while many > 1 && common(step, many) > 1 {
        step += 1;
    }
    (0..many).filter_map(|n| keys.get(n * step % many).cloned()).collect()
}

/// The greatest common divisor.
fn common(a: usize, b: usize) -> usize {
    if b == 0 { a } else { common(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_is_there_once() {
        for many in [0, 1, 2, 10, 1600] {
            let keys: Vec<String> = (0..many).map(|n| n.to_string()).collect();
            let mut mixed = shuffled(keys.clone());
            assert!(many < 10 || mixed != keys);
            mixed.sort_by_key(|key| key.parse::<usize>().unwrap());
            assert_eq!(mixed, keys);
        }
    }
}
