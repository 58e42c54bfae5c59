//! What a connection saw, and what all of them saw together.

use serde_json::{Value, json};
use std::time::Duration;

/// What was seen during the measured time.
#[derive(Debug, Default)]
pub struct Seen {
    /// How long each call took, in microseconds.
    pub micros: Vec<u32>,
    /// Calls that were refused, or not answered.
    pub errors: u64,
}

impl Seen {
    /// A call that took so long.
    pub fn call(&mut self, took: Duration) {
        // An hour for one call: whoever sees that needs no more precision.
        self.micros.push(u32::try_from(took.as_micros()).unwrap_or(u32::MAX));
    }

    /// Takes what another connection saw.
    pub fn add(&mut self, other: Self) {
        self.micros.extend(other.micros);
        self.errors += other.errors;
    }

    /// The figures, of so many seconds.
    pub fn report(mut self, seconds: f64) -> Value {
        self.micros.sort_unstable();
        let requests = self.micros.len();
        // A count of calls is far below 2^53, where a float is still exact.
        let rps = if seconds > 0.0 { requests as f64 / seconds } else { 0.0 };
        json!({
            "requests": requests,
            "seconds": seconds,
            "rps": rps,
            "p50_us": percentile(&self.micros, 50),
            "p99_us": percentile(&self.micros, 99),
            "errors": self.errors,
        })
    }
}

/// The least value that `percent` of all do not exceed (nearest rank); 0 of none.
fn percentile(sorted: &[u32], percent: usize) -> u32 {
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_were_seen() {
        let hundred: Vec<u32> = (1..=100).collect();
        for (percent, expected) in [(0, 1), (1, 1), (50, 50), (99, 99), (100, 100)] {
            assert_eq!(percentile(&hundred, percent), expected, "{percent}");
        }
        assert_eq!(percentile(&[7], 99), 7);
        assert_eq!(percentile(&[1, 9], 50), 1);
        assert_eq!(percentile(&[], 50), 0);
    }

    #[test]
    fn what_connections_saw_is_added_up() {
        let mut all = Seen::default();
        for micros in [300, 100] {
            let mut one = Seen { errors: 1, ..Seen::default() };
            one.call(Duration::from_micros(micros));
            all.add(one);
        }
        let report = all.report(0.5);
        assert_eq!(report["requests"], 2);
        assert_eq!(report["rps"], 4.0);
        assert_eq!(report["p50_us"], 100);
        assert_eq!(report["p99_us"], 300);
        assert_eq!(report["errors"], 2);
    }
}
