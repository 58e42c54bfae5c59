//! A formula of a form: `cargo +nightly fuzz run formula`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| guichet_rules::form::testing::hostile::formula(data));
