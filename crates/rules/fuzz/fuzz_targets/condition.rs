//! A condition of a form: `cargo +nightly fuzz run condition`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| guichet_rules::form::testing::hostile::condition(data));
