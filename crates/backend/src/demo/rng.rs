//! Numbers that look like chance and are the same for the same seed, in every release.
//!
//! Written out here because a crate for it may change its sequence from one version to the next, and with it every demo
//! ticket: screenshots, tests and measurements would no longer be about the same company.

/// xoshiro256**, by Blackman and Vigna.
#[derive(Debug, Clone)]
pub(super) struct Rng([u64; 4]);

/// SplitMix64: makes a good state out of any seed, 0 among them.
fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

impl Rng {
    pub(super) fn new(seed: u64) -> Self {
        let mut state = seed;
        Self(std::array::from_fn(|_| split_mix(&mut state)))
    }

    /// Another sequence for each `stream` of one seed: what happens to one ticket never changes another.
    pub(super) fn stream(seed: u64, stream: u64) -> Self {
        let mut state = stream;
        Self::new(seed ^ split_mix(&mut state))
    }

    fn next(&mut self) -> u64 {
        let [a, b, c, d] = &mut self.0;
        let result = b.wrapping_mul(5).rotate_left(7).wrapping_mul(9);
        let shifted = *b << 17;
        *c ^= *a;
        *d ^= *b;
        *b ^= *c;
        *a ^= *d;
        *c ^= shifted;
        *d = d.rotate_left(45);
        result
    }

    /// 0 to `end` - 1; 0 where `end` is 0.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let scaled = (u128::from(self.next()) * end as u128) >> 64;
        // Less than `end`, which is a usize.
        usize::try_from(scaled).unwrap_or(0)
    }

    /// `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = high.saturating_sub(low).saturating_add(1).max(1);
        let offset = self.below(usize::try_from(span).unwrap_or(usize::MAX));
        low.saturating_add(i64::try_from(offset).unwrap_or(0))
    }

    /// True `percent` times in a hundred.
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of them.
    pub(super) fn pick<'a, T>(&mut self, some: &'a [T]) -> Option<&'a T> {
        some.get(self.below(some.len()))
    }

    /// One of these texts; empty where there is none.
    pub(super) fn say(&mut self, texts: &[&'static str]) -> &'static str {
        self.pick(texts).copied().unwrap_or_default()
    }

    /// One of them, each as often as its weight says.
    pub(super) fn weighted<'a, T>(&mut self, some: &'a [(usize, T)]) -> Option<&'a T> {
        let mut left = self.below(some.iter().map(|(weight, _)| weight).sum());
        some.iter().find_map(|(weight, one)| match left.checked_sub(*weight) {
            Some(rest) => {
                left = rest;
                None
            }
            None => Some(one),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sequence_is_that_of_the_published_algorithm() {
        // The first values of SplitMix64 for the seed 1234567, as in its reference implementation.
        let mut state = 1_234_567;
        let first: Vec<u64> = (0..3).map(|_| split_mix(&mut state)).collect();
        assert_eq!(first, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
        // Those of xoshiro256** for the state 1, 2, 3, 4.
        let mut rng = Rng([1, 2, 3, 4]);
        let first: Vec<u64> = (0..4).map(|_| rng.next()).collect();
        assert_eq!(first, [11_520, 0, 1_509_978_240, 1_215_971_899_390_074_240]);
    }

    #[test]
    fn what_is_picked_is_one_of_them_and_all_come_up() {
        let mut rng = Rng::new(7);
        let mut seen = [0_usize; 5];
        for _ in 0..1000 {
            seen[rng.below(5)] += 1;
        }
        assert!(seen.iter().all(|n| (120..280).contains(n)), "{seen:?}");
        assert_eq!(rng.below(0), 0);
        assert_eq!(rng.pick::<u8>(&[]), None);
        assert!((-3..=3).contains(&rng.between(-3, 3)));
        let heavy = (0..1000).filter(|_| rng.weighted(&[(9, true), (1, false)]) == Some(&true)).count();
        assert!((850..950).contains(&heavy), "{heavy}");
        assert_eq!(rng.weighted::<u8>(&[]), None);
    }
}
