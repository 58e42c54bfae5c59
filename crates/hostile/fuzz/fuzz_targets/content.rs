//! A file of a content folder: `cargo +nightly fuzz run content`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| guichet_hostile::content::attack(data));
