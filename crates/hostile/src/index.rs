//! Indexes with some bytes changed, bundles of them, and such as never were one.

use guichet_search::hostile;
use std::sync::LazyLock;

/// An index with something in every section, and more than one block of terms and records.
static VALID: LazyLock<Vec<u8>> = LazyLock::new(|| hostile::sample(40).unwrap_or_default());

/// In bytes: what an index begins with. Whatever does not is refused at once.
const HEAD: usize = 16;

/// Reads what `data` makes of it.
pub fn attack(data: &[u8]) {
    match data.split_first() {
        Some((first, rest)) if first.is_multiple_of(8) => {
            let head = VALID.get(..HEAD).unwrap_or_default();
            hostile::raw(&[head, rest].concat());
        }
        Some((_, rest)) => hostile::mutated(&VALID, rest),
        None => hostile::raw(data),
    }
}
