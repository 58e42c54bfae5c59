//! BM25F: what a word in a field is worth.

use crate::FIELDS;

/// What one occurrence counts, in the order of the fields: a title of three words says more than a body of three
/// hundred.
const WEIGHTS: [f64; FIELDS] = [10.0, 7.0, 4.0, 3.0, 1.0];

/// How much a long field takes away from each of its words. Keywords are a list: one more does not make the others less.
const LENGTHS: [f64; FIELDS] = [0.6, 0.0, 0.5, 0.3, 0.75];

/// How soon more of the same stops to count. High, because the weights above are: with the usual 1.2 a word that is
/// often in the body would equal one in the title.
const SATURATION: f64 = 6.0;

/// What a document holds of a word: `counts` in its fields, whose `lengths` are compared with the `usual` ones.
pub(crate) fn weight(counts: &[u32; FIELDS], lengths: &[u32; FIELDS], usual: &[f64; FIELDS]) -> f32 {
    let fields = counts.iter().zip(lengths).zip(usual).zip(WEIGHTS).zip(LENGTHS);
    let weight: f64 = fields
        .filter(|((((count, _), _), _), _)| **count > 0)
        .map(|((((count, length), usual), weight), share)| {
            let long = if *usual > 0.0 { f64::from(*length) / usual } else { 1.0 };
            weight * f64::from(*count) / (1.0 - share + share * long)
        })
        .sum();
    // Half the room, and far more precise than a ranking needs.
    weight as f32
}

/// What that is worth in the ranking, between 0 and the word's [`rarity`].
pub(crate) fn worth(weight: f32, rarity: f64) -> f64 {
    let weight = f64::from(weight);
    rarity * weight / (SATURATION + weight)
}

/// How much a word tells that `having` of `all` documents have: the fewer, the more, and never nothing.
pub(crate) fn rarity(having: usize, all: usize) -> f64 {
    let (having, all) = (count(having), count(all));
    ln(1.0 + (all - having + 0.5).max(0.5) / (having + 0.5))
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// The natural logarithm of what is at least 1, from operations that IEEE 754 defines to the last bit: the one of the
/// standard library may differ between the backend's machine and a browser, and so would the order of two hits.
fn ln(x: f64) -> f64 {
    let (mut x, mut twos) = (x, 0.0);
    // At most 32 times: nothing here is greater than the number of documents.
    while x > 1.5 && twos < 64.0 {
        x /= 2.0;
        twos += 1.0;
    }
    let z = (x - 1.0) / (x + 1.0);
    let (mut power, mut sum, mut n) = (z, 0.0, 1.0);
    while n < 30.0 {
        sum += power / n;
        power *= z * z;
        n += 2.0;
    }
    2.0 * sum + twos * core::f64::consts::LN_2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_one() {
        for x in [1.0, 1.2, 1.5, 1.51, 2.0, 10.0, 123.456, 50_000.0, 4e9] {
            assert!((ln(x) - f64::ln(x)).abs() < 1e-12, "{x}");
        }
    }

    #[test]
    fn rare_words_and_titles_count_for_more() {
        assert!(rarity(1, 100) > rarity(50, 100) && rarity(100, 100) > 0.0);
        let usual = [3.0, 5.0, 8.0, 10.0, 200.0];
        let lengths = [3, 5, 8, 10, 200];
        let in_title = weight(&[1, 0, 0, 0, 0], &lengths, &usual);
        let often_in_body = weight(&[0, 0, 0, 0, 8], &lengths, &usual);
        assert!(in_title > often_in_body);
        assert!(weight(&[1, 0, 0, 0, 0], &[9, 0, 0, 0, 0], &usual) < in_title, "a long title says less");
        assert!(worth(in_title, 2.0) < 2.0);
    }
}
