//! The text of JSON, token by token (RFC 8259). Nothing here is generic, so that it exists once.

use super::{Malformed, Outcome};
use std::borrow::Cow;

/// How deep arrays and objects may lie in one another: far more than any answer needs, far less than the stack holds.
const DEPTH: u8 = 100;

/// What is left of a text.
pub struct Scan<'de> {
    rest: &'de str,
    depth: u8,
}

/// A number, in the smallest kind that holds it.
pub(super) enum Number {
    Natural(u64),
    Negative(i64),
    Fraction(f64),
}

impl<'de> Scan<'de> {
    pub(super) fn new(text: &'de str) -> Self {
        Self { rest: text, depth: 0 }
    }

    /// The first byte of the next token; 0 at the end.
    pub(super) fn peek(&mut self) -> u8 {
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
        self.rest.bytes().next().unwrap_or(0)
    }

    pub(super) fn at_end(&mut self) -> bool {
        self.peek() == 0 && self.rest.is_empty()
    }

    /// Takes `length` bytes away; they end at the border of a character.
    fn take(&mut self, length: usize) -> Outcome<&'de str> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(Malformed)?;
        self.rest = rest;
        Ok(taken)
    }

    fn word(&mut self, word: &str) -> Outcome<()> {
        self.rest = self.rest.strip_prefix(word).ok_or(Malformed)?;
        Ok(())
    }

    pub(super) fn eat(&mut self, byte: u8) -> Outcome<()> {
        if self.peek() != byte {
            return Err(Malformed);
        }
        self.take(1).map(|_| ())
    }

    /// Into an array or an object.
    pub(super) fn enter(&mut self, open: u8) -> Outcome<()> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(Malformed);
        }
        self.eat(open)
    }

    /// Out of it.
    pub(super) fn leave(&mut self, close: u8) -> Outcome<()> {
        self.depth -= 1;
        self.eat(close)
    }

    /// Goes to the next member of an array or object that ends with `end`; false if there is none.
    pub(super) fn member(&mut self, first: bool, end: u8) -> Outcome<bool> {
        if self.peek() == end {
            return Ok(false);
        }
        if !first {
            self.eat(b',')?;
            if self.peek() == end {
                return Err(Malformed);
            }
        }
        Ok(true)
    }

    pub(super) fn null(&mut self) -> Outcome<()> {
        self.peek();
        self.word("null")
    }

    pub(super) fn bool(&mut self) -> Outcome<bool> {
        let yes = self.peek() == b't';
        self.word(if yes { "true" } else { "false" })?;
        Ok(yes)
    }

    pub(super) fn number(&mut self) -> Outcome<Number> {
        self.peek();
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let sign = usize::from(self.rest.starts_with('-'));
        let whole = digits(self.rest.get(sign..).unwrap_or_default());
        let mut end = sign + whole;
        let leading_zero = whole > 1 && self.rest.get(sign..).is_some_and(|t| t.starts_with('0'));
        if whole == 0 || leading_zero {
            return Err(Malformed);
        }
        let mut exact = true;
        if self.rest.get(end..).is_some_and(|t| t.starts_with('.')) {
            let after = digits(self.rest.get(end + 1..).unwrap_or_default());
            if after == 0 {
                return Err(Malformed);
            }
            end += 1 + after;
            exact = false;
        }
        if let Some(exponent) = self.rest.get(end..).filter(|t| t.starts_with(['e', 'E'])) {
            let sign = usize::from(exponent.get(1..).is_some_and(|t| t.starts_with(['+', '-'])));
            let after = digits(exponent.get(1 + sign..).unwrap_or_default());
            if after == 0 {
                return Err(Malformed);
            }
            end += 1 + sign + after;
            exact = false;
        }
        let text = self.take(end)?;
        if exact {
            if sign == 0
                && let Ok(n) = text.parse()
            {
                return Ok(Number::Natural(n));
            }
            // Minus nought is a fraction: no integer is.
            if sign == 1
                && let Ok(n) = text.parse()
                && n < 0
            {
                return Ok(Number::Negative(n));
            }
        }
        let value = parse(text);
        if value.is_finite() { Ok(Number::Fraction(value)) } else { Err(Malformed) }
    }

    pub(super) fn natural(&mut self) -> Outcome<u64> {
        match self.number()? {
            Number::Natural(n) => Ok(n),
            _ => Err(Malformed),
        }
    }

    pub(super) fn integer(&mut self) -> Outcome<i64> {
        match self.number()? {
            Number::Natural(n) => i64::try_from(n).map_err(|_| Malformed),
            Number::Negative(n) => Ok(n),
            Number::Fraction(_) => Err(Malformed),
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "whoever reads a float takes the nearest")]
    pub(super) fn fraction(&mut self) -> Outcome<f64> {
        Ok(match self.number()? {
            Number::Natural(n) => n as f64,
            Number::Negative(n) => n as f64,
            Number::Fraction(n) => n,
        })
    }

    pub(super) fn string(&mut self) -> Outcome<Cow<'de, str>> {
        self.eat(b'"')?;
        let mut text = Cow::Borrowed(self.plain()?);
        while !self.rest.starts_with('"') {
            text.to_mut().push(self.escape()?);
            let more = self.plain()?;
            text.to_mut().push_str(more);
        }
        self.take(1)?;
        Ok(text)
    }

    /// Up to the next quote or backslash.
    fn plain(&mut self) -> Outcome<&'de str> {
        let end = self.rest.bytes().position(|b| matches!(b, b'"' | b'\\' | 0..0x20)).ok_or(Malformed)?;
        self.take(end)
    }

    fn escape(&mut self) -> Outcome<char> {
        self.word("\\")?;
        Ok(match self.take(1)? {
            "n" => '\n',
            "t" => '\t',
            "r" => '\r',
            "b" => '\u{8}',
            "f" => '\u{c}',
            "u" => return self.code_point(),
            other => other.chars().next().filter(|c| matches!(c, '"' | '\\' | '/')).ok_or(Malformed)?,
        })
    }

    fn unit16(&mut self) -> Outcome<u32> {
        let digits = self.take(4)?;
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(Malformed);
        }
        u32::from_str_radix(digits, 16).map_err(|_| Malformed)
    }

    /// After `\u`; a character beyond the first plane is written as two surrogates.
    fn code_point(&mut self) -> Outcome<char> {
        let first = self.unit16()?;
        let code = if (0xD800..0xDC00).contains(&first) {
            self.word("\\u")?;
            let second = self.unit16()?;
            if !(0xDC00..0xE000).contains(&second) {
                return Err(Malformed);
            }
            0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)
        } else {
            first
        };
        char::from_u32(code).ok_or(Malformed)
    }

    /// Passes over a value of any kind.
    pub(super) fn skip(&mut self) -> Outcome<()> {
        let (open, close) = match self.peek() {
            b'"' => return self.string().map(|_| ()),
            b't' | b'f' => return self.bool().map(|_| ()),
            b'n' => return self.null(),
            b'{' => (b'{', b'}'),
            b'[' => (b'[', b']'),
            _ => return self.number().map(|_| ()),
        };
        self.enter(open)?;
        let mut first = true;
        while self.member(first, close)? {
            first = false;
            if open == b'{' {
                self.string()?;
                self.eat(b':')?;
            }
            self.skip()?;
        }
        self.leave(close)
    }
}

/// The browser's own reading of numbers, which costs nothing.
#[cfg(target_arch = "wasm32")]
fn parse(text: &str) -> f64 {
    js_sys::Number::parse_float(text)
}

#[cfg(not(target_arch = "wasm32"))]
fn parse(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}
