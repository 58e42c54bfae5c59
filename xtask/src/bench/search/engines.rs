//! The engines: ours as the portal has it, the others from npm, each bundled with what measures it.

use crate::{
    finish::brotli,
    process::{build, command, must, root, say},
    search_worker, tools,
};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The one that is measured.
pub const OURS: &str = "guichet";

/// All of them.
pub const ENGINES: [&str; 5] = [OURS, "minisearch", "flexsearch", "lunr", "fuse"];

/// The one that needs a second for a term, so that it is asked a sample of them: it says so in its script.
pub const SAMPLED: &str = "fuse";

/// Where the others come from.
const PEERS: [&str; 4] = ["minisearch@7.2.0", "flexsearch@0.8.212", "lunr@2.3.9", "fuse.js@7.5.0"];

/// Installs the peers; gives the folder that their names are looked up in.
pub fn install() -> Result<PathBuf> {
    let home = tools::cache().join("npm/search-peers");
    let mark = home.join(PEERS.join(" ").replace(['@', '.'], "-"));
    if !mark.is_file() {
        fs::create_dir_all(&home)?;
        say("installing the other engines from npm (seconds, once)");
        must(
            command("npm")
                .args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"])
                .arg(&home)
                .args(PEERS),
        )?;
        fs::write(&mark, "")?;
    }
    Ok(home.join("node_modules"))
}

/// What each engine was bundled into.
pub struct Bundles {
    scripts: PathBuf,
    /// Holds `search.wasm`.
    assets: PathBuf,
}

/// Bundles every engine for the browser and for Node.js.
pub fn bundle(work: &Path, peers: &Path) -> Result<Bundles> {
    let (scripts, assets) = (work.join("scripts"), work.join("assets"));
    fs::create_dir_all(&scripts)?;
    fs::create_dir_all(&assets)?;
    search_worker::build(&assets)?;
    let glue = root().join("target/portal/search/search_engine.js");
    let sources = root().join("tests/search");
    for engine in ENGINES {
        let own = sources.join("engines").join(format!("{engine}.mjs"));
        for (script, platform) in [("worker", "browser"), ("build", "node"), ("quality", "node")] {
            // Ours is made by a program of its own.
            if script == "build" && engine == OURS {
                continue;
            }
            must(
                command("esbuild")
                    .arg(sources.join(format!("{script}.mjs")))
                    .args(["--bundle", "--format=esm", "--minify", "--log-level=warning"])
                    .arg(format!("--platform={platform}"))
                    .arg(format!("--alias:engine={}", own.display()))
                    .arg(format!("--alias:search_engine={}", glue.display()))
                    .arg(format!("--outfile={}", scripts.join(format!("{engine}-{script}.mjs")).display()))
                    .env("NODE_PATH", peers),
            )?;
        }
    }
    build(&["--package", "guichet-search", "--example", "search"])?;
    Ok(Bundles { scripts, assets })
}

impl Bundles {
    /// Its worker.
    pub fn worker(&self, engine: &str) -> PathBuf {
        self.scripts.join(format!("{engine}-worker.mjs"))
    }

    /// What judges what it finds.
    pub fn quality(&self, engine: &str) -> PathBuf {
        self.scripts.join(format!("{engine}-quality.mjs"))
    }

    /// Makes its index of `documents` in `folder`. `options` are those of our own program.
    pub fn index(&self, engine: &str, documents: &Path, folder: &Path, options: &[&str]) -> Result<()> {
        fs::create_dir_all(folder)?;
        if engine != OURS {
            let script = self.scripts.join(format!("{engine}-build.mjs"));
            // The indexes of 24,000 pages take some of them more than Node.js gives by itself.
            return must(
                command("node").arg("--max-old-space-size=8192").arg(script).args([documents, folder]),
            );
        }
        let program = root().join("target/release/examples/search");
        let (index, lines) = (folder.join("index.gsix"), fs::File::open(documents)?);
        must(
            command(&program.to_string_lossy()).arg("build").arg(&index).arg("en").args(options).stdin(lines),
        )?;
        must(command(&program.to_string_lossy()).arg("bundle").arg(&index).arg(folder.join("index.gsib")))?;
        fs::remove_file(index)?;
        fs::copy(self.assets.join("search.wasm"), folder.join("search.wasm"))?;
        Ok(())
    }

    /// What its index weighs with brotli 11. That takes a while, so it is remembered.
    pub fn weight(&self, engine: &str, folder: &Path) -> Result<usize> {
        let index = folder.join(if engine == OURS { "index.gsib" } else { "index.json" });
        let known = index.with_extension("weight");
        let bytes = fs::read(&index).with_context(|| format!("{} cannot be read", index.display()))?;
        let remembered = fs::read_to_string(&known).ok().and_then(|text| {
            let (length, weight) = text.split_once(' ')?;
            (length.parse::<usize>().ok()? == bytes.len()).then_some(weight.parse::<usize>().ok()?)
        });
        if let Some(weight) = remembered {
            return Ok(weight);
        }
        let weight = brotli(&bytes)?.len();
        fs::write(known, format!("{} {weight}", bytes.len()))?;
        Ok(weight)
    }
}
