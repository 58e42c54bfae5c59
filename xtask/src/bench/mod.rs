//! `cargo xtask bench`: figures, each beside its goal.

mod backend;
mod forms;
mod import;
mod lookups;
mod search;
mod size;

use anyhow::Result;
use clap::Subcommand;

/// What to measure.
#[derive(Debug, Subcommand)]
pub enum Bench {
    /// Every byte of the first visit to home, and what each further page adds.
    Size,
    /// Calls a second of the backend with 50,000 tickets, beside a peer that answers constant bytes.
    Backend(backend::Options),
    /// From a key to its paint in a form of 200 questions with 400 conditions, beside the same form in React JSON Schema Form.
    Forms,
    /// The help of LibreOffice and the pages of the AWS command line as articles: how long it takes, and what is lost.
    Import,
    /// Looking somebody or something up among 100,000 people and 100,000 devices, beside a scan of the same list.
    Lookups,
    /// The search in a worker beside four others: keys, first answer, weight, memory, and what comes first.
    Search(search::Options),
}

/// Measures.
pub fn bench(bench: &Bench) -> Result<()> {
    match bench {
        Bench::Size => size::measure(),
        Bench::Backend(options) => backend::measure(options),
        Bench::Forms => forms::measure(),
        Bench::Import => import::measure(),
        Bench::Lookups => lookups::measure(),
        Bench::Search(options) => search::measure(options),
    }
}

/// The line that each figure ends with.
pub fn line(name: &str, ours: f64, peer: f64, goal: &str, met: bool) -> String {
    line_of(name, ours, peer, goal, met, 1)
}

/// The same with more decimals, for small figures.
pub fn line_of(name: &str, ours: f64, peer: f64, goal: &str, met: bool, decimals: usize) -> String {
    let ratio = if peer == 0.0 { "–".to_owned() } else { format!("{:.1$}", ours / peer, decimals.max(2)) };
    let verdict = if met { "met" } else { "short" };
    format!(
        "bench/{name}: ours {ours:.decimals$}, peer {peer:.decimals$}, ratio {ratio}, goal {goal}, {verdict}"
    )
}
