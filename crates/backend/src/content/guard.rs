//! What is refused before a text is read as YAML: what the reader would pass over without a word, or not survive.

use super::doc::Place;
use saphyr_parser::{Event, Parser};

/// How deep lists and mappings may lie in one another. A condition in a form of a file lies at about 20; a tree that is
/// walked through is far from the end of the stack.
const DEPTH: usize = 64;

/// Why a text is refused: where, what, remedy.
pub(super) type Refused = (Place, String, &'static str);

/// Whether `text` may be read.
pub(super) fn check(text: &str) -> Result<(), Refused> {
    characters(text)?;
    let mut depth = 0_usize;
    // What is no YAML is said by whoever reads it.
    for (event, span) in Parser::new_from_str(text).map_while(Result::ok) {
        let here = (span.start.line().max(1), span.start.col() + 1);
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
            Event::SequenceEnd | Event::MappingEnd => depth = depth.saturating_sub(1),
            Event::Alias(_) => {
                let what = "this stands for another part of the file";
                return Err((here, what.to_owned(), "write it out, without alias"));
            }
            _ => {}
        }
        if depth > DEPTH {
            let what = format!("this lies in more than {DEPTH} lists and mappings");
            return Err((here, what, "close those before it, or check the indentation"));
        }
    }
    Ok(())
}

/// Refuses what YAML has no place for. At a NUL the reader would take the text to be over.
fn characters(text: &str) -> Result<(), Refused> {
    let strange = |c: &char| c.is_control() && !matches!(c, '\t' | '\r' | '\u{85}');
    for (n, line) in text.split('\n').enumerate() {
        if let Some((column, found)) = line.chars().enumerate().find(|(_, c)| strange(c)) {
            let what = format!("there is a control character here (U+{:04X})", u32::from(found));
            return Err(((n + 1, column + 1), what, "remove it, and save the file as UTF-8"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::Doc;
    use proptest::prelude::*;
    use serde_json::json;
    use std::time::{Duration, Instant};

    /// Where and how a text is refused.
    fn refused(text: &str) -> (usize, String) {
        let began = Instant::now();
        let problems = Doc::read("a.yaml", text, 0).unwrap_err();
        assert!(began.elapsed() < Duration::from_secs(5), "it took {:?}", began.elapsed());
        let first = problems.first().unwrap();
        assert!(!first.remedy.is_empty());
        (first.line.unwrap(), first.what.clone())
    }

    #[test]
    fn what_lies_too_deep_is_refused_with_its_line() {
        let indented: String = (0..2000).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
        for (text, line, word) in [
            (format!("a: 1\nb: {}", "[".repeat(100_000)), 2, "brackets"),
            (format!("a: 1\nb: {}", "{a: ".repeat(100_000)), 2, ""),
            (format!("a: 1\nb: {}{}", "[".repeat(100), "]".repeat(100)), 2, "more than 64"),
            (format!("a: 1\nb:\n  {}x", "- ".repeat(100_000)), 3, "more than 64"),
            (format!("{}x", "? ".repeat(100_000)), 1, ""),
            (indented, 65, "more than 64"),
        ] {
            let (found, what) = refused(&text);
            assert!(what.contains(word), "{what}");
            assert!(found.abs_diff(line) <= 1, "{found} and not {line}: {what}");
        }
        let deep = format!("{}1{}", "[".repeat(60), "]".repeat(60));
        assert!(Doc::read("a.yaml", &deep, 0).is_ok());
    }

    #[test]
    fn nothing_is_laughed_up_to_a_billion() {
        let mut text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
        for n in 1..12 {
            let all = vec![format!("*a{}", n - 1); 9].join(", ");
            text.push_str(&format!("a{n}: &a{n} [{all}]\n"));
        }
        assert_eq!(refused(&text), (2, "this stands for another part of the file".to_owned()));
        assert_eq!(refused("a: &x {b: 1}\nc: {<<: *x}\n").0, 2);
    }

    #[test]
    fn what_no_text_holds_is_refused_and_not_passed_over() {
        assert_eq!(
            refused("a: 1\nb: x\0\nc: 2\n"),
            (2, "there is a control character here (U+0000)".to_owned())
        );
        assert_eq!(refused("\u{1b}[31m: 1\n").0, 1);
        assert!(refused("a: 1\nb: 2\na: 2\n").1.contains("twice"));
    }

    #[test]
    fn editors_of_every_system_are_understood() {
        let value = |text: &str| Doc::read("a.yaml", text, 0).unwrap().value;
        let expected = json!({ "a": 1, "b": ["x", "y"] });
        assert_eq!(value("a: 1\nb:\n  - x\n  - y\n"), expected);
        assert_eq!(value("a: 1\r\nb:\r\n  - x\r\n  - y\r\n"), expected);
        assert_eq!(value("\u{feff}a: 1\nb: [x, y]"), expected);
    }

    #[test]
    fn numbers_beyond_all_measure_are_no_other_numbers() {
        for text in
            ["99999999999999999999999999", "-99999999999999999999999999", "1e999", "0x8000000000000000"]
        {
            match Doc::read("a.yaml", &format!("a: {text}\n"), 0) {
                Ok(doc) => {
                    let found = doc.value.pointer("/a").unwrap();
                    assert!(found.is_string() || found.is_f64(), "{text} was read as {found}");
                }
                Err(problems) => {
                    assert_eq!(problems.first().and_then(|problem| problem.line), Some(1), "{text}")
                }
            }
        }
    }

    proptest! {
        #[test]
        fn any_text_gives_a_value_or_an_error_with_a_line(text in "([a-c]|[:\\-?,#&*!|>'\"%@`~{}\\[\\]]|\\PC|[ \\t\\r\\n]){0,80}") {
            if let Err(problems) = Doc::read("a.yaml", &text, 0) {
                prop_assert!(!problems.is_empty());
                prop_assert!(problems.iter().all(|problem| problem.line.is_some_and(|line| line > 0)));
            }
        }
    }
}
