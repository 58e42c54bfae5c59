//! Numbers that look random and are the same on every machine: splitmix64, by Sebastiano Vigna, in the public domain.

/// A generator.
#[derive(Debug, Clone)]
pub(super) struct Rng(u64);

impl Rng {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn step(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`, which is small: the same whether a `usize` has 32 bits or 64.
    pub fn below(&mut self, n: u32) -> u32 {
        // The remainder is below a u32.
        u32::try_from(self.step() % u64::from(n.max(1))).unwrap_or(0)
    }

    /// True in so many of 100 cases.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of `items`.
    pub fn pick<T: Copy + Default>(&mut self, items: &[T]) -> T {
        self.one(items).copied().unwrap_or_default()
    }

    /// One of `items`, none where there are none.
    pub fn one<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let n = self.below(u32::try_from(items.len()).unwrap_or(u32::MAX));
        items.get(usize::try_from(n).ok()?)
    }

    /// Something in so many of 100 cases.
    pub fn maybe<T>(&mut self, percent: u32, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.chance(percent) { Some(make(self)) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_reference() {
        let mut rng = Rng::new(1_234_567);
        let first = [rng.step(), rng.step(), rng.step()];
        assert_eq!(first, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }
}
