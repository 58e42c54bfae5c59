//! From the dialect of the browser to that of the crate `regex`.

mod class;

use super::PatternError;

/// General categories, the part of `\p{…}` that both dialects spell alike.
const CATEGORIES: &[&str] = &[
    "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps",
    "Pe", "Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp",
];

/// White space of ECMA-262, as the inside of a class.
const SPACE: &str =
    r"\t\n\x0B\x0C\r \u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}";

fn not_portable<T>(construct: impl Into<String>, remedy: &'static str) -> Result<T, PatternError> {
    Err(PatternError::NotPortable { construct: construct.into(), remedy })
}

/// `pattern` in the dialect of the crate `regex`, where it means what ECMA-262 means by it.
pub(super) fn translate(pattern: &str) -> Result<String, PatternError> {
    Translation { rest: pattern, out: String::with_capacity(pattern.len()), open: 0 }.pattern()
}

/// What came just before, and so whether a quantifier may follow.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    /// Something that can be repeated.
    Atom,
    /// A quantifier.
    Quantifier,
    /// An anchor, an opening bracket, a bar, or nothing.
    Other,
}

struct Translation<'a> {
    rest: &'a str,
    out: String,
    /// How many groups are open. A pattern is wrapped in a group, and must not close that one.
    open: u32,
}

impl Translation<'_> {
    fn bump(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let next = chars.next()?;
        self.rest = chars.as_str();
        Some(next)
    }

    fn take(&mut self, prefix: &str) -> bool {
        match self.rest.strip_prefix(prefix) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn pattern(mut self) -> Result<String, PatternError> {
        let mut last = Last::Other;
        while let Some(c) = self.bump() {
            last = match c {
                '\\' => self.escape()?,
                '[' => {
                    self.class()?;
                    Last::Atom
                }
                '(' => {
                    self.open += 1;
                    self.out.push('(');
                    if self.take("?:") {
                        self.out.push_str("?:");
                    } else if self.rest.starts_with('?') {
                        return not_portable("'(?'", "use a plain group, or (?:…)");
                    }
                    Last::Other
                }
                ')' => {
                    let Some(open) = self.open.checked_sub(1) else {
                        return Err(PatternError::NotRegular("a ')' without its '('".into()));
                    };
                    self.open = open;
                    self.out.push(')');
                    Last::Atom
                }
                '*' | '+' | '?' | '{' => {
                    self.quantifier(c, last)?;
                    Last::Quantifier
                }
                '}' | ']' => return not_portable(format!("a single '{c}'"), "write a backslash before it"),
                '.' => {
                    self.out.push_str(r"[^\n\r\u{2028}\u{2029}]");
                    Last::Atom
                }
                '^' | '$' | '|' => {
                    self.out.push(c);
                    Last::Other
                }
                _ => {
                    self.out.push(c);
                    Last::Atom
                }
            };
        }
        if self.open > 0 {
            return Err(PatternError::NotRegular("a '(' without its ')'".into()));
        }
        Ok(self.out)
    }

    fn quantifier(&mut self, first: char, last: Last) -> Result<(), PatternError> {
        if last != Last::Atom {
            return not_portable(
                format!("'{first}' after nothing that it could repeat"),
                "put it behind a letter, class or group",
            );
        }
        self.out.push(first);
        if first == '{' {
            let Some((counts, rest)) = self.rest.split_once('}') else {
                return not_portable("a single '{'", "write a backslash before it");
            };
            let (least, most) = counts.split_once(',').unwrap_or((counts, ""));
            let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
            if least.is_empty() || !digits(least) || !digits(most) {
                return not_portable(format!("'{{{counts}}}'"), "write a count such as {2}, {2,} or {2,5}");
            }
            self.out.push_str(counts);
            self.out.push('}');
            self.rest = rest;
        }
        if self.take("?") {
            self.out.push('?');
        }
        Ok(())
    }

    /// An escape outside a class.
    fn escape(&mut self) -> Result<Last, PatternError> {
        let translated = match self.bump() {
            Some('d') => "[0-9]",
            Some('D') => "[^0-9]",
            Some('w') => "[0-9A-Za-z_]",
            Some('W') => "[^0-9A-Za-z_]",
            Some(c @ ('s' | 'S')) => {
                self.out.push_str(if c == 's' { "[" } else { "[^" });
                self.out.push_str(SPACE);
                "]"
            }
            Some('b') => {
                self.out.push_str(r"(?-u:\b)");
                return Ok(Last::Other);
            }
            other => {
                self.common_escape(other)?;
                ""
            }
        };
        self.out.push_str(translated);
        Ok(Last::Atom)
    }

    /// An escape that is the same inside a class and outside.
    fn common_escape(&mut self, c: Option<char>) -> Result<(), PatternError> {
        let Some(c) = c else { return not_portable("a backslash at its end", "write \\\\ for a backslash") };
        match c {
            '^' | '$' | '\\' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '/'
            | 't' | 'n' | 'r' => {
                self.out.push('\\');
                self.out.push(c);
                Ok(())
            }
            'p' | 'P' => {
                let name = self.rest.strip_prefix('{').and_then(|rest| rest.split_once('}'));
                match name {
                    Some((name, rest)) if CATEGORIES.contains(&name) => {
                        self.out.push_str(&format!("\\{c}{{{name}}}"));
                        self.rest = rest;
                        Ok(())
                    }
                    _ => not_portable(
                        format!("this '\\{c}'"),
                        "use a general category such as \\p{L} for letters or \\p{Nd} for digits",
                    ),
                }
            }
            '-' => not_portable("'\\-' outside brackets", "write - alone"),
            _ => not_portable(
                format!("'\\{c}'"),
                "use \\d, \\w, \\s, \\b, \\p{…} or a backslash before a special character",
            ),
        }
    }
}
