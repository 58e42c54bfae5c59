//! A reply, read by the portal's own reader: `cargo +nightly fuzz run reply`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| guichet_hostile::reply::attack(data));
