//! A regular expression of a form, as the backend reads it: `cargo +nightly fuzz run pattern`.
#![no_main]

use guichet_backend::content::pattern::compile;

libfuzzer_sys::fuzz_target!(|data: &str| {
    if let Ok(regex) = compile(data) {
        regex.is_match("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        regex.is_match(data);
    }
});
