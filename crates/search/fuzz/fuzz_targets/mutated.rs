//! An index with some bytes changed, and a bundle of it: `cargo +nightly fuzz run mutated`.
#![no_main]

use guichet_search::hostile;
use std::sync::LazyLock;

static VALID: LazyLock<Vec<u8>> = LazyLock::new(|| hostile::sample(40).unwrap_or_default());

libfuzzer_sys::fuzz_target!(|data: &[u8]| hostile::mutated(&VALID, data));
