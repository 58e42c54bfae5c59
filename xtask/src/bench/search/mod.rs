//! The search in the browser beside four others, with the same documents: how long a key takes, how long the first answer,
//! what the index weighs and what it takes to hold it; and whether what is looked for comes first.

pub mod corpus;
mod engines;
mod quality;

use super::line_of;
use crate::{
    process::{command, output, root, say},
    test, tools,
};
use anyhow::{Context, Result};
use engines::{ENGINES, OURS};
use serde::Deserialize;
use std::{collections::BTreeMap, fs, path::Path};

/// What to measure.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Only what is found, not how fast.
    #[arg(long)]
    quality: bool,
    /// Ours keeps summaries and headings too, as the portal has them; the others keep titles alone.
    #[arg(long)]
    whole: bool,
}

/// How an engine does in a worker, as `speed.mjs` writes it.
#[derive(Deserialize)]
struct Speed {
    engine: String,
    /// From the beginning of its worker to its first answer, in milliseconds.
    cold: f64,
    /// A key each, in milliseconds.
    times: Vec<f64>,
    /// What its worker holds, in bytes.
    heap: f64,
}

/// Builds everything, and measures.
pub fn measure(options: &Options) -> Result<()> {
    tools::for_portal()?;
    let peers = engines::install()?;
    let work = root().join("target/search-bench");
    fs::create_dir_all(&work)?;
    let bundles = engines::bundle(&work, &peers)?;
    if !options.quality {
        speed(&work, &bundles, options.whole)?;
    }
    quality::measure(&work, &bundles)
}

fn speed(work: &Path, bundles: &engines::Bundles, whole: bool) -> Result<()> {
    let documents = corpus::awscli()?;
    let site = work.join("site");
    for engine in ENGINES {
        say(format!("making the index of {engine}"));
        let folder = site.join(engine);
        let kept: &[&str] = if whole { &[] } else { &["--titles-only"] };
        bundles.index(engine, &documents, &folder, kept)?;
        fs::copy(bundles.worker(engine), folder.join("worker.js"))?;
    }
    let queries = work.join("queries.json");
    fs::write(&queries, serde_json::to_vec(&corpus::keystrokes(&documents)?)?)?;
    let chromium = test::prepare()?;
    say("asking every engine in Chromium (some minutes: the slowest are given one each)");
    let text = output(
        command("node")
            .arg(root().join("tests/search/speed.mjs"))
            .args([&site, &queries])
            .args(ENGINES)
            .env("CHROMIUM", chromium),
    )?;
    let speeds: Vec<Speed> = serde_json::from_str(&text).context("speed.mjs printed no list of engines")?;
    say("weighing our index and that of MiniSearch with brotli 11 (seconds; others would take many minutes)");
    let mut figures = BTreeMap::new();
    println!(
        "\n{:<12} {:>8} {:>10} {:>10} {:>10} {:>10} {:>10} {:>10}",
        "engine", "keys", "p50 µs", "p95 µs", "p99 µs", "cold ms", "index KB", "heap KB"
    );
    for speed in speeds {
        let weighed = [OURS, "minisearch"].contains(&speed.engine.as_str());
        let bytes = if weighed { bundles.weight(&speed.engine, &site.join(&speed.engine))? } else { 0 };
        let figure = Figure::of(&speed, bytes);
        let Figure { p50, p95, p99, cold, bytes, heap } = figure;
        let bytes = if weighed { format!("{bytes:.1}") } else { "-".to_owned() };
        println!(
            "{:<12} {:>8} {p50:>10.0} {p95:>10.0} {p99:>10.0} {cold:>10.1} {bytes:>10} {heap:>10.0}",
            speed.engine,
            speed.times.len()
        );
        figures.insert(speed.engine, figure);
    }
    goals(&figures)
}

/// What is compared: microseconds, milliseconds, KB of 1000 bytes.
#[derive(Clone, Copy)]
struct Figure {
    p50: f64,
    p95: f64,
    p99: f64,
    cold: f64,
    bytes: f64,
    heap: f64,
}

impl Figure {
    fn of(speed: &Speed, bytes: usize) -> Self {
        let mut times = speed.times.clone();
        times.sort_by(f64::total_cmp);
        let at = |share: usize| {
            let place = (times.len() * share / 100).min(times.len().saturating_sub(1));
            1000.0 * times.get(place).copied().unwrap_or_default()
        };
        let kb = |bytes: f64| bytes / 1000.0;
        Self {
            p50: at(50),
            p95: at(95),
            p99: at(99),
            cold: speed.cold,
            bytes: kb(bytes as f64),
            heap: kb(speed.heap),
        }
    }
}

/// Each figure beside its goal: at most so much of a peer's.
fn goals(figures: &BTreeMap<String, Figure>) -> Result<()> {
    let find = |engine: &str| figures.get(engine).copied().with_context(|| format!("{engine} is missing"));
    let (ours, mini, flex) = (find(OURS)?, find("minisearch")?, find("flexsearch")?);
    println!();
    for (name, ours, peer, share, goal) in [
        ("search-key-p99-minisearch", ours.p99, mini.p99, 0.01, "at most 1/100"),
        ("search-key-p99-flexsearch", ours.p99, flex.p99, 0.25, "at most 1/4"),
        ("search-cold", ours.cold, mini.cold, 0.2, "at most 1/5"),
        ("search-bytes", ours.bytes, mini.bytes, 0.65, "at most 0.65"),
        ("search-heap", ours.heap, mini.heap, 0.125, "at most 1/8"),
    ] {
        println!("{}", line_of(name, ours, peer, goal, ours <= share * peer, 3));
    }
    Ok(())
}
