//! What things are worth in the ranking. Whole numbers only, so that the order of two hits is the same on every machine;
//! shares are in 256ths.
//!
//! The numbers were found with the index terms of the LibreOffice help, on those whose SHA-256 begins with 0 to 7.

/// How many steps an impact has. Twenty rank as well as a hundred, and cost a byte that compresses to three bits.
pub(crate) const LEVELS: u32 = 20;

/// What another form of the word counts, beside [`SAME`] for the word itself.
pub(crate) const FORM: u32 = 192;
/// The word itself, or another spelling of it.
pub(crate) const SAME: u32 = 256;
/// A word that means the same.
pub(crate) const SYNONYM: u32 = 180;
/// A longer word that holds it: "Druckertreiber" for "Treiber".
pub(crate) const INSIDE: u32 = 115;

/// What a word counts that goes on after what was typed: the more, the less there is to type.
pub(crate) fn beginning(typed: usize, whole: usize) -> u32 {
    let whole = whole.max(1);
    112 + u32::try_from(72 * typed.min(whole) / whole).unwrap_or_default()
}

/// What a word with typing errors counts. Where the word as it was typed is there too, that is probably what is meant.
pub(crate) fn typo(errors: usize, is_known: bool) -> u32 {
    let one = if is_known { 64 } else { 192 };
    if errors <= 1 { one } else { one / 2 }
}

/// What another form of a word with typing errors counts, beside what that word does.
pub(crate) fn form_of_typo(typo: u32) -> u32 {
    (typo * FORM) >> 8
}

/// How much a word tells that `having` of `all` documents have: the fewer, the more, and never nothing. It is the inverse
/// document frequency of BM25, ln(1 + (all - having + ½) / (having + ½)), in binary digits, plus one and a half.
pub(crate) fn rarity(having: u32, all: u32) -> u32 {
    let (having, all) = (u64::from(having.min(all)), u64::from(all));
    log2(2 * all + 2).saturating_sub(log2(2 * having + 1)) + 384
}

/// The binary logarithm in 256ths: squaring a number doubles its logarithm, so each squaring brings one digit to light.
fn log2(x: u64) -> u32 {
    let Some(whole) = x.checked_ilog2() else { return 0 };
    // Between 1 and 2, where 1 is 2^31.
    let mut mantissa = (x << (63 - whole)) >> 32;
    let mut log = whole;
    for _ in 0..8 {
        mantissa = (mantissa * mantissa) >> 31;
        log <<= 1;
        if mantissa >= 1 << 32 {
            mantissa >>= 1;
            log |= 1;
        }
    }
    log
}

/// What a term that counts `factor` holds of a word, in a document where its impact is `level` of [`LEVELS`].
pub(crate) fn holds(factor: u32, level: u8) -> u16 {
    // At most 256 · 255, with a level that no index of ours has.
    u16::try_from(factor * (2 * u32::from(level) + 1)).unwrap_or(u16::MAX)
}

/// What several forms of a word in one document hold together: half of what the `best` does and half of their `sum`, and
/// never more than the word itself can. Who writes of installing and what was installed writes more of it than who says
/// "installing" alone, but not twice as much.
pub(crate) fn together(best: u16, sum: u16) -> u32 {
    ((u32::from(best) + u32::from(sum.max(best))) / 2).min(SAME * (2 * LEVELS - 1))
}

/// What a document has of the query.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Held {
    /// The sum of what its words hold, see [`together`], times their rarity.
    pub(crate) worth: u32,
    /// How many words it has in its title, and how many there are.
    pub(crate) in_title: u32,
    pub(crate) all: u32,
    /// How many words its title has that say something.
    pub(crate) title: u32,
    /// What share of the query it has, by the rarity of the words.
    pub(crate) share: u32,
}

/// What share of the query counts as all of it. With 154 (60 %) the ranking of the LibreOffice help gets a little better,
/// but people who add a word expect less, not other things.
const ALL: u32 = 256;

/// With less than this share of the query, a document is no answer where another has all of it.
const MOST: u32 = 160;

/// Scores of documents that have all words begin here, and of those that have most at half of it.
const TIER: u32 = 1 << 30;
const HALF: u32 = TIER / 2;

/// How much of a query the `words` are that a document has, as bits, by their rarity.
pub(crate) fn share(words: u16, rarities: impl Iterator<Item = u32>) -> u32 {
    let (mut has, mut whole, mut has_all) = (0, 0, true);
    for (word, rarity) in rarities.enumerate() {
        let here = (words >> word) & 1 == 1;
        has += if here { rarity } else { 0 };
        whole += rarity;
        has_all &= here;
    }
    if has_all { ALL } else { ALL * has / whole.max(1) }
}

/// Of how much of the worth at most is added for what is in the title.
const COVER: u64 = 192;

/// Where a document stands: greater is better. Those with all words are before those with most, and these before others.
pub(crate) fn score(held: &Held) -> u32 {
    let Held { worth, in_title, all, title, share } = *held;
    // How much of the query is in the title times how much of the title is in the query, so that "laptop" finds "Laptop"
    // before "Loan laptop": at most three quarters more.
    let in_title = u64::from(in_title);
    let whole = u64::from(all.max(1)) * u64::from(title).max(in_title).max(1);
    stand(worth, COVER * in_title * in_title / whole, share)
}

/// The best that a document may stand which has so much, whatever its title.
pub(crate) fn most(worth: u32, share: u32) -> u32 {
    stand(worth, COVER, share)
}

fn stand(worth: u32, cover: u64, share: u32) -> u32 {
    let worth = (u64::from(worth) * (256 + cover)) >> 12;
    let (tier, worth) =
        if share >= ALL { (2, worth) } else { (u32::from(share >= MOST), (worth * u64::from(share)) >> 8) };
    // Sixteen words hold less than 2^31 together, so no index of ours comes near to this.
    tier * (HALF) + u32::try_from(worth).unwrap_or(u32::MAX).min(TIER / 4)
}

/// A score with `pairs` of the `all` words next to each other in one text: at most a quarter more.
pub(crate) fn nearer(score: u32, pairs: u32, all: u32) -> u32 {
    let (tier, worth) = (score / (HALF), u64::from(score % (HALF)));
    let more = worth * u64::from(pairs) / (4 * u64::from(all.max(2) - 1));
    tier * (HALF) + u32::try_from(worth + more).unwrap_or(u32::MAX).min(HALF - 1)
}

/// Whether a document with this score has some of the words (0), most (1) or all (2).
pub(crate) fn tier(score: u32) -> usize {
    match score {
        TIER.. => 2,
        HALF.. => 1,
        _ => 0,
    }
}

/// Whether a document with this score has a place in a list that begins with one of `best`.
pub(crate) fn belongs(score: u32, best: u32) -> bool {
    tier(best) < 2 || tier(score) > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_one() {
        for x in [1_u64, 2, 3, 10, 1000, 123_456, 1 << 33] {
            let exact = (x as f64).log2() * 256.0;
            assert!((f64::from(log2(x)) - exact).abs() <= 1.0, "{x}");
        }
        assert_eq!(log2(0), 0);
    }

    #[test]
    fn rare_words_count_for_more_and_none_for_nothing() {
        assert!(rarity(1, 100) > rarity(50, 100));
        assert!(rarity(100, 100) >= 384);
        assert_eq!(rarity(7, 5), rarity(5, 5));
    }

    #[test]
    fn several_forms_hold_more_than_one_and_less_than_their_sum() {
        let alone = |factor, level| together(holds(factor, level), holds(factor, level));
        assert!(alone(SAME, 0) > 0);
        assert!(alone(SAME, 9) > alone(FORM, 9));
        let (one, other) = (holds(SAME, 4), holds(FORM, 4));
        let both = together(one.max(other), one + other);
        assert!(both > alone(SAME, 4) && both < alone(SAME, 4) + alone(FORM, 4));
        // The worst that an index may say.
        let most = alone(SAME, 127);
        assert_eq!(most, alone(SAME, 19));
        assert!(u64::from(rarity(0, u32::MAX)) * u64::from(most) * 16 < 1 << 31);
    }

    fn held(worth: u32, words: u32, in_title: u32, title: u32) -> Held {
        Held { worth, in_title, all: 2, title, share: 256 * words / 2 }
    }

    #[test]
    fn all_words_come_before_many_and_titles_before_bodies() {
        let full = score(&held(10, 2, 0, 5));
        assert!(full > score(&held(1 << 30, 1, 1, 1)));
        assert!(score(&held(16_000, 2, 2, 2)) > score(&held(16_000, 2, 2, 3)));
        assert!(score(&held(16_000, 2, 1, 3)) > score(&held(16_000, 2, 0, 1)));
        assert!(nearer(full, 1, 2) >= full && nearer(full, 1, 2) < 2 * TIER);
        assert_eq!(nearer(score(&held(16_000, 2, 0, 1)), 1, 2), score(&held(20_000, 2, 0, 1)));
    }

    #[test]
    fn half_an_answer_is_none_beside_a_whole_one() {
        let (full, half) = (score(&held(10, 2, 0, 5)), score(&held(10, 1, 0, 5)));
        assert!(!belongs(half, full));
        assert!(belongs(half, half));
        assert!(belongs(full, full));
    }
}
