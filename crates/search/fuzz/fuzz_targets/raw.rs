//! Any bytes as an index: `cargo +nightly fuzz run raw`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| guichet_search::hostile::raw(data));
