//! Regular expressions without backtracking: whoever writes a form cannot make it stand still under the hands of those who fill
//! it in. What a character is (`\p{L}`, `[^@\s]`) the browser's own engine says, one at a time, so that no tables are shipped;
//! the backend lets a form use only what its engine reads alike.

mod parse;
mod run;

use js_sys::{Array, Function, Reflect, RegExp};
use parse::{Program, parse};
use run::run;
use std::{cell::RefCell, collections::BTreeMap};
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// Patterns that were met on this page. A form has few; in the studio each key may make another.
    static READY: RefCell<BTreeMap<String, Option<Ready>>> = RefCell::default();
}

/// So many are kept ready.
const MOST: usize = 200;

/// A pattern, taken apart.
struct Ready {
    program: Program,
    /// The tests for its classes, with what they have said.
    classes: Vec<(RegExp, BTreeMap<char, bool>)>,
}

/// Whether `text` as a whole matches `pattern`. A pattern that cannot be read lets everything pass: the backend has the last
/// word, and nobody is stuck with a mistake that is not theirs.
pub(super) fn matches(pattern: &str, text: &str) -> bool {
    READY.with_borrow_mut(|ready| {
        if ready.len() > MOST {
            ready.clear();
        }
        let known = ready.entry(pattern.to_owned()).or_insert_with(|| prepare(pattern));
        let Some(Ready { program, classes }) = known else { return true };
        run(&program.steps, text, |class, c| {
            let Some((test, said)) = classes.get_mut(class) else { return false };
            *said.entry(c).or_insert_with(|| test.test(c.encode_utf8(&mut [0; 4])))
        })
    })
}

fn prepare(pattern: &str) -> Option<Ready> {
    let program = parse(pattern)?;
    let classes = program.classes.iter().map(|class| Some((compile(class)?, BTreeMap::new())));
    let classes = classes.collect::<Option<Vec<_>>>()?;
    Some(Ready { program, classes })
}

/// By `Reflect`, since `RegExp`'s constructor throws where a class is malformed.
fn compile(class: &str) -> Option<RegExp> {
    let constructor: Function =
        Reflect::get(&js_sys::global(), &JsValue::from_str("RegExp")).ok()?.dyn_into().ok()?;
    let arguments = Array::of2(&JsValue::from_str(&format!("^(?:{class})$")), &JsValue::from_str("u"));
    Reflect::construct(&constructor, &arguments).ok()?.dyn_into().ok()
}
