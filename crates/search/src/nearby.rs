//! Words of the query that stand next to each other, in texts that are kept to be shown.
//!
//! Positions are not in the index: for the bodies of documents they would make it half as large again, and titles,
//! summaries and headings are there in full. So the best documents are looked at once more. What stands together in a body
//! only is not seen; with the index terms of the LibreOffice help that made no difference that could be measured.

use crate::{
    Error, Heading, Segments,
    best::{NEAR, Place},
    bytes::wide,
    matcher::Matcher,
    rank,
    records::Record,
};
use core::cmp::Reverse;

/// How many headings of a document are looked at. Nobody sees more of them, and a damaged index may have any number.
const HEADINGS: usize = 64;

/// Moves documents up that have words of the query next to each other.
pub(crate) fn improve(
    segments: &Segments,
    matcher: &Matcher,
    words: usize,
    places: &mut [Place],
) -> Result<(), Error> {
    if words < 2 {
        return Ok(());
    }
    let many = places.len().min(NEAR);
    let Some(near) = places.get_mut(..many) else { return Ok(()) };
    for (score, Reverse((segment, document))) in &mut *near {
        let Some(segment) = segments.segments.get(wide(*segment)) else { continue };
        let record = segment.index.records().get(*document)?;
        let headings = record.headings().take(HEADINGS).map(|heading| heading.text);
        let texts = [record.title, record.summary].into_iter().chain(headings);
        let pairs = texts.map(|text| matcher.pairs(text).count_ones()).max().unwrap_or_default();
        *score = rank::nearer(*score, pairs, u32::try_from(words).unwrap_or(u32::MAX));
    }
    near.sort_unstable_by_key(|place| Reverse(*place));
    Ok(())
}

/// The heading with most of the words, if it has more of them than the title; the first of several.
pub(crate) fn heading<'s>(matcher: &Matcher, record: &Record<'s>) -> Option<Heading<'s>> {
    let mut most = matcher.within(record.title).count_ones();
    let mut best = None;
    for heading in record.headings().take(HEADINGS) {
        let words = matcher.within(heading.text).count_ones();
        if words > most {
            most = words;
            best = Some(heading);
        }
    }
    best
}
