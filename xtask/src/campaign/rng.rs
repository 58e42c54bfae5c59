//! Randomness that a seed repeats.

/// SplitMix64: enough to be surprised by, and of no use to anybody who guesses.
#[derive(Debug, Clone)]
pub struct Rng(u64);

impl Rng {
    /// One of many sequences of a seed, which do not resemble one another.
    pub fn stream(seed: u64, number: u64) -> Self {
        let start = Self(seed).bits();
        Self(Self(start ^ number).bits())
    }

    /// 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// One of `0..n`; 0 of nothing.
    pub fn below(&mut self, n: usize) -> usize {
        let bits = u128::from(self.bits());
        // The high half of the product is below n.
        u128::try_from(n).ok().and_then(|n| usize::try_from((bits * n) >> 64).ok()).unwrap_or(0)
    }

    /// True `percent` times of a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of `all`; none of nothing.
    pub fn one<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }

    /// One of `words`; nothing of none.
    pub fn word<'a>(&mut self, words: &[&'a str]) -> &'a str {
        self.one(words).copied().unwrap_or_default()
    }

    /// A UUID, version 4.
    pub fn uuid(&mut self) -> String {
        let (high, low) = (self.bits(), self.bits());
        let (first, second, third) = (high >> 32, (high >> 16) & 0xffff, high & 0xfff);
        let (fourth, fifth) = (((low >> 48) & 0x3fff) | 0x8000, low & 0xffff_ffff_ffff);
        format!("{first:08x}-{second:04x}-4{third:03x}-{fourth:04x}-{fifth:012x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_repeats_and_its_streams_differ() {
        let first = |seed, number| Rng::stream(seed, number).bits();
        assert_eq!(first(1, 2), first(1, 2));
        assert_ne!(first(1, 2), first(1, 3));
        assert_ne!(first(1, 2), first(2, 2));
    }

    #[test]
    fn numbers_stay_below_and_reach_everything() {
        let mut rng = Rng::stream(1, 1);
        let mut seen = [false; 7];
        for _ in 0..1000 {
            seen[rng.below(7)] = true;
        }
        assert_eq!(seen, [true; 7]);
        assert_eq!(rng.below(0), 0);
        assert_eq!(rng.one::<u8>(&[]), None);
        assert_eq!(rng.word(&[]), "");
    }

    #[test]
    fn uuids_are_of_version_4() {
        let mut rng = Rng::stream(1, 1);
        for _ in 0..1000 {
            let uuid = rng.uuid();
            let lengths: Vec<usize> = uuid.split('-').map(str::len).collect();
            assert_eq!(lengths, [8, 4, 4, 4, 12], "{uuid}");
            assert_eq!(&uuid[14..15], "4", "{uuid}");
            assert!("89ab".contains(&uuid[19..20]), "{uuid}");
        }
    }
}
