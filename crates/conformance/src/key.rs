//! Idempotency keys.

use std::hash::{BuildHasher, RandomState};

/// A new UUID, version 4. From the randomness that the standard library seeds its maps with: a key has to be new, and
/// need not be hard to guess.
pub(crate) fn key() -> String {
    let bits = |salt: u64| RandomState::new().hash_one(salt);
    let (high, low) = (bits(1), bits(2));
    let high = (high & 0xffff_ffff_ffff_0fff) | 0x4000;
    let low = (low & 0x3fff_ffff_ffff_ffff) | 0x8000_0000_0000_0000;
    let (time, node) = (high >> 32, low & 0xffff_ffff_ffff);
    let (middle, version, variant) = ((high >> 16) & 0xffff, high & 0xffff, low >> 48);
    format!("{time:08x}-{middle:04x}-{version:04x}-{variant:04x}-{node:012x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn keys_are_uuids_and_never_the_same() {
        let keys: BTreeSet<String> = (0..1000).map(|_| key()).collect();
        assert_eq!(keys.len(), 1000);
        for key in keys {
            let parts: Vec<&str> = key.split('-').collect();
            let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
            assert_eq!(lengths, [8, 4, 4, 4, 12], "{key}");
            assert!(parts[2].starts_with('4') && parts[3].starts_with(['8', '9', 'a', 'b']), "{key}");
            assert!(key.chars().all(|c| c == '-' || c.is_ascii_hexdigit()), "{key}");
        }
    }
}
