//! What is found: the index terms of the LibreOffice help, and whether the page that each leads to comes first.

use super::{
    corpus,
    engines::{Bundles, ENGINES, OURS, SAMPLED},
};
use crate::{
    bench::line_of,
    process::{command, output, say},
};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::{collections::BTreeMap, fmt::Write as _, path::Path};

/// What is done to a term before it is searched for: nothing, a typing error, most of its end cut off.
const WAYS: [&str; 3] = ["full", "typo", "part"];

/// What an engine finds, as `quality.mjs` writes it.
#[derive(Deserialize)]
struct Quality {
    /// The mean reciprocal rank, by part of the terms and what was done to them; only of what the engine was asked.
    ranks: BTreeMap<String, BTreeMap<String, f64>>,
    /// How many terms each part has.
    many: BTreeMap<String, usize>,
}

/// What each engine finds.
type Found = BTreeMap<&'static str, Quality>;

impl Quality {
    fn of(&self, part: &str, way: &str) -> Option<f64> {
        self.ranks.get(part)?.get(way).copied()
    }

    /// The figures of a part, or a dash where it was not asked.
    fn row(&self, part: &str) -> String {
        let figures: Option<Vec<String>> =
            WAYS.iter().map(|way| self.of(part, way).map(|rank| format!("{rank:.3}"))).collect();
        figures.map_or_else(|| "-".to_owned(), |figures| figures.join(" "))
    }

    fn many(&self, part: &str) -> usize {
        self.many.get(part).copied().unwrap_or_default()
    }
}

/// Asks every engine, and says how they do.
pub fn measure(work: &Path, bundles: &Bundles) -> Result<()> {
    let (documents, pairs) = corpus::libreoffice()?;
    let mut found = Found::new();
    for engine in ENGINES {
        let slow = if engine == SAMPLED { " a sample of the terms (some ten minutes)" } else { "" };
        say(format!("asking {engine}{slow}"));
        let folder = work.join("help").join(engine);
        bundles.index(engine, &documents, &folder, &[])?;
        let text = output(command("node").arg(bundles.quality(engine)).args([&folder, &pairs]))?;
        let quality = serde_json::from_str(&text).context("quality.mjs printed no figures")?;
        found.insert(engine, quality);
    }
    println!("\n{}\n{}", table(&found), note(&found));
    goals(&found).iter().for_each(|line| println!("{line}"));
    Ok(())
}

/// What each finds of all terms: of those that nothing was tuned with, and of the others.
fn table(found: &Found) -> String {
    let mut table = String::new();
    let mut line = |engine: &str, rest: &str, tuned: &str| {
        // A string takes whatever is written to it.
        let _ = writeln!(table, "{engine:<12} {rest:>24} {tuned:>24}");
    };
    line("engine", "rest: full, typo, part", "tuned: full, typo, part");
    for engine in ENGINES {
        if let Some(quality) = found.get(engine) {
            line(engine, &quality.row("rest"), &quality.row("tuned"));
        }
    }
    table
}

/// What all of them find of the sample, which the slowest is asked alone: so it is compared with the others by the same terms.
fn note(found: &Found) -> String {
    let (rest, sample) =
        found.get(OURS).map_or((0, 0), |quality| (quality.many("rest"), quality.many("sample")));
    let step = rest.checked_div(sample).unwrap_or_default();
    let mut note = format!(
        "of {sample} of the {rest} terms of the rest (every {step}th in the order of their SHA-256), which {SAMPLED} is \
         asked alone:\n"
    );
    for engine in ENGINES {
        if let Some(quality) = found.get(engine) {
            // A string takes whatever is written to it.
            let _ = writeln!(note, "{engine:<12} {:>24}", quality.row("sample"));
        }
    }
    note
}

/// Each figure beside its goal.
fn goals(found: &Found) -> Vec<String> {
    let mut lines = Vec::new();
    for way in WAYS {
        let of = |engine: &str, part: &str| found.get(engine).and_then(|quality| quality.of(part, way));
        let ours = of(OURS, "rest").unwrap_or_default();
        let peers = ENGINES.iter().filter(|engine| **engine != OURS).filter_map(|engine| of(engine, "rest"));
        let best = peers.fold(0.0, f64::max);
        let name = format!("search-mrr-{way}");
        lines.push(line_of(&name, ours, best, "the best of four", ours >= best, 3));
        let mini = of("minisearch", "rest").unwrap_or_default();
        let name = format!("search-mrr-{way}-minisearch");
        lines.push(line_of(&name, ours, mini, "at least 1.1", ours >= 1.1 * mini, 3));
        let [ours, slow] = [OURS, SAMPLED].map(|engine| of(engine, "sample").unwrap_or_default());
        let name = format!("search-mrr-{way}-{SAMPLED}-sample");
        lines.push(line_of(&name, ours, slow, "the better of two", ours >= slow, 3));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quality(parts: &[(&str, f64)]) -> Quality {
        let ranks = |rank: f64| -> BTreeMap<String, f64> {
            WAYS.iter().map(|way| ((*way).to_owned(), rank)).collect()
        };
        let many = [("tuned", 3_300), ("rest", 3_345), ("sample", 200)];
        Quality {
            ranks: parts.iter().map(|(part, rank)| ((*part).to_owned(), ranks(*rank))).collect(),
            many: many.into_iter().map(|(part, many)| (part.to_owned(), many)).collect(),
        }
    }

    fn found() -> Found {
        [
            (OURS, quality(&[("tuned", 0.67), ("rest", 0.66), ("sample", 0.64)])),
            ("minisearch", quality(&[("tuned", 0.6), ("rest", 0.59), ("sample", 0.58)])),
            (SAMPLED, quality(&[("sample", 0.65)])),
        ]
        .into()
    }

    #[test]
    fn the_slowest_is_compared_by_the_terms_that_it_was_asked() {
        let found = found();
        let table = table(&found);
        let row = |engine: &str| table.lines().find(|line| line.starts_with(engine)).unwrap();
        let figures: Vec<&str> = row(OURS).split_whitespace().skip(1).collect();
        assert_eq!(figures, ["0.660", "0.660", "0.660", "0.670", "0.670", "0.670"]);
        assert_eq!(row(SAMPLED).split_whitespace().skip(1).collect::<Vec<_>>(), ["-", "-"]);
        let note = note(&found);
        assert!(note.starts_with("of 200 of the 3345 terms of the rest (every 16th in"), "{note}");
        for (engine, rank) in [(OURS, "0.640"), ("minisearch", "0.580"), (SAMPLED, "0.650")] {
            let line = note.lines().find(|line| line.starts_with(engine)).unwrap();
            assert!(line.ends_with(&format!("{rank} {rank} {rank}")), "{line}");
        }
        let goals = goals(&found);
        assert_eq!(goals.len(), 9);
        assert!(goals[0].contains("ours 0.660, peer 0.590") && goals[0].ends_with("met"), "{}", goals[0]);
        assert!(goals[2].contains("ours 0.640, peer 0.650") && goals[2].ends_with("short"), "{}", goals[2]);
    }
}
