//! What the load prints.

use serde::Deserialize;

/// The figures of a run, or the medians of several.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct Figures {
    /// Calls that were answered.
    pub requests: u64,
    /// Calls that were not, or with a refusal.
    pub errors: u64,
    /// Answers a second.
    pub rps: f64,
    /// How long the slowest call of a hundred takes, in microseconds.
    pub p99_us: f64,
}

impl Figures {
    /// The median of each figure that is compared.
    pub fn median(runs: Vec<Self>) -> Self {
        let middle = |figure: fn(&Self) -> f64| {
            let mut all: Vec<f64> = runs.iter().map(figure).collect();
            all.sort_unstable_by(f64::total_cmp);
            all.get(all.len() / 2).copied().unwrap_or_default()
        };
        Self {
            requests: runs.iter().map(|run| run.requests).sum(),
            errors: runs.iter().map(|run| run.errors).sum(),
            rps: middle(|run| run.rps),
            p99_us: middle(|run| run.p99_us),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_figure_has_its_own_median() {
        let run = |rps, p99_us| Figures { requests: 10, errors: 0, rps, p99_us };
        let median = Figures::median(vec![run(100.0, 9.0), run(300.0, 7.0), run(200.0, 8.0)]);
        assert_eq!(median, Figures { requests: 30, errors: 0, rps: 200.0, p99_us: 8.0 });
        assert_eq!(Figures::median(Vec::new()), Figures::default());
    }

    #[test]
    fn what_the_load_prints_is_read() {
        let printed =
            r#"{"errors":0,"p50_us":310,"p99_us":900,"requests":50000,"rps":10000.0,"seconds":5.0}"#;
        let figures: Figures = serde_json::from_str(printed).unwrap();
        assert_eq!(figures, Figures { requests: 50_000, errors: 0, rps: 10_000.0, p99_us: 900.0 });
    }
}
