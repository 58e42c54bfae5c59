//! What some generator of sites would have replaced by something.

use crate::import::{html::one_line, kind::Kind, notes::Notes};

/// What such a line begins with.
const DIRECTIVES: &[(&str, Kind)] = &[
    ("{% include", Kind::Include),
    ("{%include", Kind::Include),
    ("--8<--", Kind::Include),
    ("[!INCLUDE", Kind::Include),
    ("!INCLUDE", Kind::Include),
    ("!!!include", Kind::Include),
    ("{%", Kind::Markup),
    ("{{<", Kind::Markup),
    ("{{%", Kind::Markup),
    ("{:", Kind::Markup),
    (":::", Kind::Markup),
    ("[TOC]", Kind::Markup),
    ("[[_TOC_]]", Kind::Markup),
    ("\\newpage", Kind::Markup),
];

/// What begins and ends such a thing within a line; of those that begin alike the longest first.
const WITHIN: &[(&str, &str, Kind)] = &[
    ("{% include", "%}", Kind::Include),
    ("{%include", "%}", Kind::Include),
    ("{%", "%}", Kind::Markup),
    ("{{<", ">}}", Kind::Markup),
    ("{{%", "%}}", Kind::Markup),
];

/// The text with lines left empty that only a generator of sites understands.
pub fn without_directives(text: &str, notes: &mut Notes) -> String {
    let mut lines = Vec::new();
    let mut fence: Option<&str> = None;
    for (n, line) in text.lines().enumerate() {
        let start = line.trim_start();
        let run = |sign: char| start.len() - start.trim_start_matches(sign).len();
        let is_fence = run('`') >= 3 || run('~') >= 3;
        match fence {
            Some(open) if is_fence && start.starts_with(open) => fence = None,
            None if is_fence => fence = start.get(..3),
            _ => {}
        }
        let directive =
            DIRECTIVES.iter().find(|(sign, _)| start.starts_with(sign)).filter(|_| fence.is_none());
        match directive {
            Some((_, kind)) => {
                notes.at(*kind, n as u64 + 1, format!("'{}' was left out", one_line(line)));
                lines.push("");
            }
            None => {
                if fence.is_none() {
                    note_within(line, n as u64 + 1, notes);
                }
                lines.push(line);
            }
        }
    }
    lines.join("\n")
}

/// Notes what stands between other words. It stays, for it may be what they are about; in code it surely is.
fn note_within(line: &str, at: u64, notes: &mut Notes) {
    let (mut rest, mut is_code) = (line, false);
    while let Some(start) = rest.find('{') {
        let (before, from) = rest.split_at(start);
        is_code ^= before.matches('`').count() % 2 == 1;
        let Some((_, close, kind)) = WITHIN.iter().find(|(open, ..)| from.starts_with(open)) else {
            rest = from.split_at(1).1;
            continue;
        };
        // A line may be very long: it is gone through once.
        let Some(end) = from.find(close).map(|end| end + close.len()) else { return };
        let (directive, after) = from.split_at(end);
        if !is_code {
            notes.at(*kind, at, format!("'{}' was left as it is", one_line(directive)));
        }
        rest = after;
    }
}
