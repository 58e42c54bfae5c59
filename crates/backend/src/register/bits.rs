//! Which rows of a list are meant, a bit each.

/// How many rows share a number.
const BLOCK: usize = 64;

/// Some of the rows of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// None of so many rows.
    pub fn none(count: usize) -> Self {
        Self(vec![0; count.div_ceil(BLOCK)])
    }

    /// All of so many rows.
    pub fn all(count: usize) -> Self {
        let mut all = Self(vec![u64::MAX; count.div_ceil(BLOCK)]);
        let beyond = all.0.len() * BLOCK - count;
        if let Some(last) = all.0.last_mut() {
            *last >>= beyond;
        }
        all
    }

    /// These of so many rows.
    pub fn of(count: usize, rows: impl IntoIterator<Item = u32>) -> Self {
        let mut some = Self::none(count);
        some.add(rows);
        some
    }

    /// These too.
    pub fn add(&mut self, rows: impl IntoIterator<Item = u32>) {
        for row in rows {
            if let Some(block) = self.0.get_mut(row as usize / BLOCK) {
                *block |= bit(row);
            }
        }
    }

    /// Not this one.
    pub fn remove(&mut self, row: u32) {
        if let Some(block) = self.0.get_mut(row as usize / BLOCK) {
            *block &= !bit(row);
        }
    }

    /// Only those that are among the others too.
    pub fn keep(&mut self, others: &Self) {
        for (block, other) in self.0.iter_mut().zip(&others.0) {
            *block &= *other;
        }
    }

    /// How many.
    pub fn count(&self) -> usize {
        self.0.iter().map(|block| block.count_ones() as usize).sum()
    }

    /// Which, in their order.
    pub fn rows(&self) -> impl Iterator<Item = u32> {
        (0_u32..).step_by(BLOCK).zip(&self.0).flat_map(|(first, block)| {
            let mut rest = *block;
            std::iter::from_fn(move || {
                let next = (rest != 0).then(|| first + rest.trailing_zeros())?;
                rest &= rest - 1;
                Some(next)
            })
        })
    }
}

fn bit(row: u32) -> u64 {
    1_u64 << (row as usize % BLOCK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_kept_added_and_taken_away() {
        for count in [0, 1, 63, 64, 65, 200] {
            let all = Bits::all(count);
            assert_eq!(all.count(), count);
            assert_eq!(
                all.rows().map(|row| row as usize).collect::<Vec<_>>(),
                (0..count).collect::<Vec<_>>()
            );
        }
        let mut some = Bits::of(200, [0, 63, 64, 199, 63]);
        assert_eq!(some.rows().collect::<Vec<_>>(), [0, 63, 64, 199]);
        some.remove(63);
        some.add([7]);
        some.keep(&Bits::of(200, [7, 63, 199]));
        assert_eq!(some.rows().collect::<Vec<_>>(), [7, 199]);
        assert_eq!((some.count(), Bits::none(200).count()), (2, 0));
    }
}
