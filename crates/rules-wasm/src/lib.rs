//! The rules, built for WebAssembly as the portal builds them, to be held against the same rules built natively.
//!
//! A line of JSON goes in, such as the `rules` program takes it, and one comes out. Nothing but numbers crosses the border:
//! whoever calls asks for room, writes the line there, has it answered, and reads the answer where it is told. Regular
//! expressions are the caller's, as they are the browser's in the portal. `tests/forms/agree.mjs` calls it from Node.js.

#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code, reason = "what is called from outside has a name that the compiler cannot vouch for")]
mod exported {
    use guichet_rules::form::{cli, testing};
    use serde_json::{Error, Value, json};
    use std::{
        mem,
        sync::{Mutex, MutexGuard, PoisonError},
    };

    static LINE: Mutex<Vec<u8>> = Mutex::new(Vec::new());
    static ANSWER: Mutex<Vec<u8>> = Mutex::new(Vec::new());

    #[link(wasm_import_module = "caller")]
    unsafe extern "C" {
        /// Whether a text as a whole matches a pattern: not 0. Both as UTF-8, by place and length.
        safe fn matches(
            pattern: *const u8,
            pattern_length: usize,
            text: *const u8,
            text_length: usize,
        ) -> u32;
    }

    fn by_the_caller(pattern: &str, text: &str) -> bool {
        matches(pattern.as_ptr(), pattern.len(), text.as_ptr(), text.len()) != 0
    }

    /// Room for a line of `length` bytes; gives its place.
    #[unsafe(no_mangle)]
    pub extern "C" fn room(length: usize) -> *mut u8 {
        let mut line = locked(&LINE);
        line.clear();
        line.resize(length, 0);
        line.as_mut_ptr()
    }

    /// Answers the line as `rules form` does; gives the length of the answer.
    #[unsafe(no_mangle)]
    pub extern "C" fn form() -> usize {
        answered(|line| cli(line, &by_the_caller))
    }

    /// Answers the line as `rules random-digest` does; gives the length of the answer.
    #[unsafe(no_mangle)]
    pub extern "C" fn random_digest() -> usize {
        answered(|line| testing::cli(line, &by_the_caller))
    }

    /// The place of the last answer.
    #[unsafe(no_mangle)]
    pub extern "C" fn answer() -> *const u8 {
        locked(&ANSWER).as_ptr()
    }

    fn answered(say: impl FnOnce(Value) -> Result<Value, Error>) -> usize {
        let line = mem::take(&mut *locked(&LINE));
        let said = serde_json::from_slice(&line).and_then(say);
        let said = said.unwrap_or_else(|error| json!({ "error": error.to_string() }));
        let mut answer = locked(&ANSWER);
        *answer = said.to_string().into_bytes();
        answer.len()
    }

    fn locked(bytes: &'static Mutex<Vec<u8>>) -> MutexGuard<'static, Vec<u8>> {
        bytes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
