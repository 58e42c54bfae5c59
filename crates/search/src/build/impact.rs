//! BM25F: what a word in a field is worth.
//!
//! It is computed when the index is made, with operations that IEEE 754 defines to the last bit, and kept as one of
//! [`LEVELS`] steps.

use crate::{FIELDS, rank::LEVELS};

/// How often something occurs in each field.
pub(crate) type Counts = [u32; FIELDS];

/// What one occurrence counts, in the order of the fields: a title of three words says more than a body of three hundred.
const WEIGHTS: [f64; FIELDS] = [10.0, 7.0, 4.0, 5.0, 1.0];

/// How much a long field takes away from each of its words. Keywords are a list: one more does not make the others less.
const LENGTHS: [f64; FIELDS] = [0.3, 0.0, 0.5, 0.3, 0.25];

/// How soon more of the same stops to count. High, because the weights above are: with the usual 1.2 a word that is often
/// in the body would equal one in the title.
const SATURATION: f64 = 6.0;

/// How long each field is on average, over the documents that have it, in 256ths of a word.
pub(crate) fn averages(lengths: &[Counts]) -> [u32; FIELDS] {
    let mut averages = [0; FIELDS];
    for (number, average) in averages.iter_mut().enumerate() {
        let all = lengths.iter().filter_map(|length| length.get(number)).filter(|length| **length > 0);
        let (many, sum) =
            all.fold((0_u64, 0_u64), |(many, sum), length| (many + 1, sum + u64::from(*length)));
        *average = u32::try_from(256 * sum / many.max(1)).unwrap_or(u32::MAX);
    }
    averages
}

/// What a document holds of a word: `counts` in its fields, whose `lengths` are compared with the average ones.
pub(crate) fn level(counts: &Counts, lengths: &Counts, averages: &[u32; FIELDS]) -> u8 {
    let fields = counts.iter().zip(lengths).zip(averages).zip(WEIGHTS).zip(LENGTHS);
    let weight: f64 = fields
        .filter(|((((count, _), _), _), _)| **count > 0)
        .map(|((((count, length), average), weight), share)| {
            let long = if *average > 0 { 256.0 * f64::from(*length) / f64::from(*average) } else { 1.0 };
            weight * f64::from(*count) / (1.0 - share + share * long)
        })
        .sum();
    let steps = f64::from(LEVELS);
    // Less than one, so less than all steps.
    (steps * weight / (SATURATION + weight)) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_count_for_more() {
        let averages = [3, 5, 8, 10, 200].map(|average| 256 * average);
        let lengths = [3, 5, 8, 10, 200];
        let in_title = level(&[1, 0, 0, 0, 0], &lengths, &averages);
        assert!(in_title > level(&[0, 0, 0, 0, 8], &lengths, &averages));
        assert!(level(&[1, 0, 0, 0, 0], &[9, 0, 0, 0, 0], &averages) < in_title, "a long title says less");
        assert_eq!(level(&[0; FIELDS], &lengths, &averages), 0);
        assert!(u32::from(level(&[u32::MAX; FIELDS], &lengths, &averages)) < LEVELS);
    }

    #[test]
    fn averages_are_over_what_is_there() {
        let lengths = [[2, 0, 0, 0, 10], [4, 0, 0, 0, 0]];
        assert_eq!(averages(&lengths), [3 * 256, 0, 0, 0, 10 * 256]);
        assert_eq!(averages(&[]), [0; FIELDS]);
    }
}
