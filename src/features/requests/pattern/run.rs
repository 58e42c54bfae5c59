//! Follows all ways through a pattern at once: each character is looked at once, whatever the pattern.

use super::parse::Step;

/// Places in the steps, each once.
struct Places {
    all: Vec<usize>,
    there: Vec<bool>,
}

impl Places {
    fn new(steps: usize) -> Self {
        // The place behind the last is that of a match.
        Self { all: Vec::new(), there: vec![false; steps + 1] }
    }

    fn insert(&mut self, place: usize) -> bool {
        let new = self.there.get_mut(place).is_some_and(|there| !std::mem::replace(there, true));
        if new {
            self.all.push(place);
        }
        new
    }

    fn clear(&mut self) {
        for place in self.all.drain(..) {
            if let Some(there) = self.there.get_mut(place) {
                *there = false;
            }
        }
    }
}

/// Whether `text` as a whole matches; `is_in` says whether a character is in a class.
pub fn run(steps: &[Step], text: &str, mut is_in: impl FnMut(usize, char) -> bool) -> bool {
    let (mut now, mut next) = (Places::new(steps.len()), Places::new(steps.len()));
    let mut chars = text.chars();
    let mut coming = chars.next();
    reach(steps, 0, &mut now, (None, coming));
    while let Some(c) = coming {
        coming = chars.next();
        for place in &now.all {
            let fits = match steps.get(*place) {
                Some(Step::Char(wanted)) => *wanted == c,
                Some(Step::Class(class)) => is_in(*class, c),
                _ => false,
            };
            if fits {
                reach(steps, place + 1, &mut next, (Some(c), coming));
            }
        }
        std::mem::swap(&mut now, &mut next);
        next.clear();
        if now.all.is_empty() {
            return false;
        }
    }
    now.there.last() == Some(&true)
}

/// Adds `from`, and all that is reached from there between two characters.
fn reach(steps: &[Step], from: usize, places: &mut Places, (before, after): (Option<char>, Option<char>)) {
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
    let mut open = vec![from];
    while let Some(place) = open.pop() {
        if !places.insert(place) {
            continue;
        }
        match steps.get(place) {
            Some(Step::Jump(to)) => open.push(*to),
            Some(Step::Split(one, other)) => open.extend([*one, *other]),
            Some(Step::Start) if before.is_none() => open.push(place + 1),
            Some(Step::End) if after.is_none() => open.push(place + 1),
            Some(Step::Edge) if is_word(before) != is_word(after) => open.push(place + 1),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::parse::parse, *};
    use proptest::prelude::*;

    /// What the browser says of the classes below.
    fn is_in(class: &str, c: char) -> bool {
        match class {
            r"\d" | "[0-9]" => c.is_ascii_digit(),
            r"\w" | r"[\w-]" => c.is_ascii_alphanumeric() || c == '_' || (c == '-' && class.len() > 2),
            r"\p{L}" => c.is_alphabetic(),
            "[A-Z]" => c.is_ascii_uppercase(),
            "[a-z]" => c.is_ascii_lowercase(),
            "[a-z0-9-]" => c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-',
            r"[^@\s]" => c != '@' && !c.is_whitespace(),
            "." => !"\n\r\u{2028}\u{2029}".contains(c),
            r"[\]a]" => "]a".contains(c),
            _ => panic!("{class}"),
        }
    }

    /// Whether it matches, and how often a class was asked.
    fn matches(pattern: &str, text: &str) -> (bool, usize) {
        let program = parse(pattern).unwrap_or_else(|| panic!("{pattern}"));
        let mut asked = 0;
        let matched = run(&program.steps, text, |class, c| {
            asked += 1;
            is_in(&program.classes[class], c)
        });
        (matched, asked)
    }

    #[test]
    fn whole_texts_match_as_in_the_backend() {
        for (pattern, yes, no) in [
            (r"\d{4}", &["4410"][..], &["441", "44100", "a4410", ""][..]),
            (r"[A-Z]-\d{4}", &["B-1234"], &["B1234"]),
            (r"[^@\s]+@[^@\s]+\.[^@\s]{2,}", &["a@b.de"], &["a b@c.de", "a@b.d", "a@b"]),
            (r"a|bc", &["a", "bc"], &["abc", "ac", ""]),
            (r"(a|b|)c", &["ac", "bc", "c"], &["abc", "a"]),
            (r"[\w-]+", &["a-b_9"], &["ä", "a b", ""]),
            (r"\p{L}+", &["Müller"], &["R2D2"]),
            (r"\bx\b.?", &["x", "x ", "xé"], &["xy", "x\u{2028}"]),
            (r"[a-z][a-z0-9-]{1,3}[a-z]", &["ab-c"], &["-abc", "ac", "abcdef"]),
            (r"(CHG|INC)-\d{2}?", &["CHG-12"], &["CHG-1"]),
            (r"\d{1,3}(?:\.\d{1,3}){3}", &["10.0.0.1"], &["10.0.0", "1000.0.0.1"]),
            (r"^a$|^$", &["a", ""], &["b"]),
            (r"[\]a]\\\t", &["]\\\t"], &["a"]),
            (r"(a*)*(b?)+", &["", "aab", "b", "abb"], &["ba"]),
        ] {
            yes.iter().for_each(|text| assert!(matches(pattern, text).0, "{pattern} {text:?}"));
            no.iter().for_each(|text| assert!(!matches(pattern, text).0, "{pattern} {text:?}"));
        }
    }

    #[test]
    fn what_no_form_may_use_is_not_read() {
        for pattern in ["(?=a)b", r"(a)\1", "(a", "a)", "[a", "*a", "a{3,2}", "a{x}", r"\u{41}", "a{99999}"] {
            assert!(parse(pattern).is_none(), "{pattern}");
        }
        assert!(parse("(((){9999}){9999}){9999}").is_none());
        assert!(parse(&"(".repeat(100_000)).is_none());
    }

    /// Patterns as bad as they come: repetitions within repetitions, and alternatives that overlap.
    fn hostile() -> impl Strategy<Value = String> {
        let leaf = prop::sample::select(vec!["a", "[a-z]", ".", r"\w", "b"]).prop_map(str::to_owned);
        leaf.prop_recursive(4, 24, 3, |inner| {
            let quantifier = prop::sample::select(vec!["*", "+", "?", "{2,}", "{1,3}"]);
            prop_oneof![
                (inner.clone(), quantifier).prop_map(|(inner, q)| format!("({inner}){q}")),
                (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}|{b})")),
                (inner.clone(), inner).prop_map(|(a, b)| format!("{a}{b}")),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn no_text_is_looked_at_twice(pattern in hostile()) {
            let (program, text) = (parse(&pattern), format!("{}!", "a".repeat(10_000)));
            let steps = program.map_or(0, |program| program.steps.len());
            let (_, asked) = if steps > 0 { matches(&pattern, &text) } else { (false, 0) };
            prop_assert!(asked <= steps * (text.len() + 1), "{pattern}: {asked} of {steps}");
        }
    }

    #[test]
    fn repetitions_within_repetitions_take_no_longer() {
        let text = format!("{}!", "a".repeat(10_000));
        for pattern in [r"(\w+)+b", r"(\w|a)*b", r"(\w*)*\w*\w*b"] {
            let (matched, asked) = matches(pattern, &text);
            assert!(!matched && asked < 10 * text.len(), "{pattern}: {asked}");
        }
    }
}
