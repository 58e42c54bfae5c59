//! What the fuzz targets do, without libFuzzer and on any toolchain: as many random inputs as one likes, one after the other
//! on one thread, and the same for the same seed. `cargo xtask campaign fuzz` runs it.

use clap::{Parser, ValueEnum};
use guichet_hostile::{content, index, pattern, reply};
use guichet_rules::form::testing::hostile;
use std::{panic, process::ExitCode, time::Instant};

/// How many cases go by between two lines that say so.
const OFTEN: u64 = 100_000;

/// Attacks everything that reads what nobody vouches for. Ends with exit code 1 at the first panic.
#[derive(Debug, Parser)]
#[command(version)]
struct Options {
    /// What to attack; everything where none is named
    #[arg(value_enum)]
    targets: Vec<Target>,
    /// Inputs for each
    #[arg(long, default_value_t = 1_000_000)]
    cases: u64,
    /// The first of them
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// The same seed gives the same inputs
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Target {
    /// A form with answers: read, judged, made ready, evaluated
    Form,
    /// Answers to a form
    Answers,
    /// A condition of a form
    Condition,
    /// A formula of a form
    Formula,
    /// A regular expression of a form
    Pattern,
    /// The index that searches are answered from
    Index,
    /// A file of a content folder
    Content,
    /// A reply, as the portal reads it
    Reply,
}

impl Target {
    fn attack(self, data: &[u8]) {
        match self {
            Self::Form => hostile::form(data),
            Self::Answers => hostile::answers(data),
            Self::Condition => hostile::condition(data),
            Self::Formula => hostile::formula(data),
            Self::Pattern => pattern::attack(data),
            Self::Index => index::attack(data),
            Self::Content => content::attack(data),
            Self::Reply => reply::attack(data),
        }
    }
}

fn main() -> ExitCode {
    let options = Options::parse();
    let named = options.targets.as_slice();
    for target in if named.is_empty() { Target::value_variants() } else { named } {
        let name = format!("{target:?}").to_lowercase();
        let began = Instant::now();
        for case in options.from..options.from.saturating_add(options.cases) {
            let data = hostile::data(options.seed, case);
            if panic::catch_unwind(|| target.attack(&data)).is_err() {
                println!("{name}: case {case} with seed {} panicked", options.seed);
                println!("once more: guichet-hostile {name} --seed {} --from {case} --cases 1", options.seed);
                return ExitCode::FAILURE;
            }
            let done = case - options.from + 1;
            if done.is_multiple_of(OFTEN) {
                println!("{name}: {done} cases in {} s", began.elapsed().as_secs());
            }
        }
        println!("{name}: {} cases, no panic, {} s", options.cases, began.elapsed().as_secs());
    }
    ExitCode::SUCCESS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_survives_the_first_cases() {
        for target in Target::value_variants() {
            for case in 0..40 {
                target.attack(&hostile::data(3, case));
            }
        }
    }
}
