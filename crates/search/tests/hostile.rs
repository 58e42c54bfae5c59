//! Bytes that nobody vouches for. `fuzz/` looks for more of them.

use guichet_search::{Error, Index, hostile};
use proptest::prelude::*;
use std::sync::LazyLock;

/// An index with something in every section, and more than one block of terms and records.
static VALID: LazyLock<Vec<u8>> = LazyLock::new(|| hostile::sample(20).unwrap());

proptest! {
    #[test]
    fn any_bytes_are_survived(data in prop::collection::vec(any::<u8>(), 0..400)) {
        hostile::raw(&data);
    }

    #[test]
    fn any_sections_are_survived(data in prop::collection::vec(any::<u8>(), 0..400)) {
        // With the right head, so that more than the magic is looked at.
        let mut bytes = VALID.get(..16).unwrap().to_vec();
        bytes.extend(data);
        hostile::raw(&bytes);
    }

    #[test]
    fn any_change_is_survived(data in prop::collection::vec(any::<u8>(), 2..80)) {
        hostile::mutated(&VALID, &data);
    }

    #[test]
    fn any_end_is_survived(length in 0_usize..10_000) {
        let length = length.min(VALID.len());
        hostile::raw(VALID.get(..length).unwrap());
    }

    #[test]
    fn a_changed_byte_is_noticed(at in 0_usize..100_000, bit in 0_u32..8) {
        let mut bytes = VALID.clone();
        let at = at % bytes.len();
        bytes[at] ^= 1 << bit;
        prop_assert!(Index::open(bytes).is_err());
    }
}

#[test]
fn every_number_may_be_the_greatest() {
    // Places of lengths and offsets are among them.
    for at in (16..VALID.len()).step_by(3).take(500) {
        let [low, middle, high, _] = u32::try_from(at).unwrap().to_le_bytes();
        let mut data = vec![0, 0];
        for byte in 0..4 {
            data.extend([low.wrapping_add(byte), middle, high, 0xFF]);
        }
        hostile::mutated(&VALID, &data);
    }
}

#[test]
fn what_is_wrong_is_said() {
    assert_eq!(Index::open(b"".as_slice()).err(), Some(Error::Magic));
    assert_eq!(Index::open(b"{\"index\":[]}".as_slice()).err(), Some(Error::Magic));
    let mut newer = VALID.clone();
    newer[4] = 2;
    assert_eq!(Index::open(newer).err(), Some(Error::Version(2)));
    assert_eq!(Index::open(&VALID[..VALID.len() - 1]).err(), Some(Error::Checksum));
    assert!(Index::open(VALID.as_slice()).is_ok());
}
