//! `cargo xtask bench`: figures, each beside its goal.

mod backend;
mod forms;
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
}

/// Measures.
pub fn bench(bench: &Bench) -> Result<()> {
    match bench {
        Bench::Size => size::measure(),
        Bench::Backend(options) => backend::measure(options),
        Bench::Forms => forms::measure(),
    }
}

/// The line that each figure ends with.
pub fn line(name: &str, ours: f64, peer: f64, goal: &str, met: bool) -> String {
    let ratio = if peer == 0.0 { "–".to_owned() } else { format!("{:.2}", ours / peer) };
    let verdict = if met { "met" } else { "short" };
    format!("bench/{name}: ours {ours:.1}, peer {peer:.1}, ratio {ratio}, goal {goal}, {verdict}")
}
