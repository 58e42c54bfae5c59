//! A form with answers, read, judged, made ready and evaluated: `cargo +nightly fuzz run form`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| guichet_rules::form::testing::hostile::form(data));
