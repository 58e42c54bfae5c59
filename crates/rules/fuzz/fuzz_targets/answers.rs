//! Answers to a form: `cargo +nightly fuzz run answers`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| guichet_rules::form::testing::hostile::answers(data));
