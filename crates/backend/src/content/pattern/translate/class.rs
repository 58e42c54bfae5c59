//! What stands in brackets.

use super::{SPACE, Translation, not_portable};
use crate::content::pattern::PatternError;

impl Translation<'_> {
    /// A class, from behind its opening bracket.
    pub(super) fn class(&mut self) -> Result<(), PatternError> {
        self.out.push('[');
        if self.take("^") {
            self.out.push('^');
        }
        if self.rest.starts_with(']') {
            return not_portable("empty brackets", "put a character in them, or a backslash before ']'");
        }
        // Whether what came last stands for several characters, and so cannot begin a range.
        let mut several = false;
        while let Some(c) = self.bump() {
            match c {
                ']' => {
                    self.out.push(']');
                    return Ok(());
                }
                '[' => return not_portable("'[' inside brackets", "write \\["),
                '&' | '~' | '-' if self.rest.starts_with(c) => {
                    return not_portable(
                        format!("'{c}{c}' inside brackets"),
                        "write a backslash before each",
                    );
                }
                '-' if several && !self.rest.starts_with(']') => {
                    return not_portable("a range from a class", "put '-' last in the brackets");
                }
                '-' if ["\\d", "\\w", "\\s", "\\p", "\\P"]
                    .iter()
                    .any(|class| self.rest.starts_with(class)) =>
                {
                    return not_portable("a range to a class", "put '-' last in the brackets");
                }
                '\\' => several = self.class_escape()?,
                // Some versions of the crate read these as operators between classes.
                '&' | '~' => {
                    several = false;
                    self.out.push('\\');
                    self.out.push(c);
                }
                _ => {
                    several = false;
                    self.out.push(c);
                }
            }
        }
        Err(PatternError::NotRegular("a '[' without its ']'".into()))
    }

    /// An escape inside a class; gives whether it stands for several characters.
    fn class_escape(&mut self) -> Result<bool, PatternError> {
        let several = match self.bump() {
            Some('d') => "0-9",
            Some('w') => "0-9A-Za-z_",
            Some('s') => SPACE,
            Some('-') => {
                self.out.push_str("\\-");
                return Ok(false);
            }
            Some('b') => return not_portable("'\\b' inside brackets", "leave it out"),
            other => {
                self.common_escape(other)?;
                return Ok(matches!(other, Some('p' | 'P')));
            }
        };
        self.out.push_str(several);
        Ok(true)
    }
}
