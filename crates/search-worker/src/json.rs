//! Writing JSON, as little of it as a reply needs: a library for all of it would be a fifth of the module.

use std::fmt::Write;

/// JSON in the making.
#[derive(Debug, Default)]
pub(crate) struct Json(String);

impl Json {
    /// `{…}` of the members that `members` writes.
    pub(crate) fn object(&mut self, members: impl FnOnce(&mut Self)) {
        self.0.push('{');
        members(self);
        self.close('}');
    }

    /// `[…]` of `items`, each as `item` writes it.
    pub(crate) fn list<T>(&mut self, items: impl IntoIterator<Item = T>, mut item: impl FnMut(&mut Self, T)) {
        self.0.push('[');
        for one in items {
            item(self, one);
            self.0.push(',');
        }
        self.close(']');
    }

    /// The name of a member, whose value follows.
    pub(crate) fn key(&mut self, name: &str) -> &mut Self {
        self.string(name);
        self.0.push(':');
        self
    }

    /// A member with a text.
    pub(crate) fn text(&mut self, name: &str, value: &str) {
        self.key(name).string(value);
        self.0.push(',');
    }

    /// Ends the value of a member.
    pub(crate) fn end(&mut self) {
        self.0.push(',');
    }

    /// A number.
    pub(crate) fn number(&mut self, value: u32) {
        // A string takes whatever is written to it.
        let _ = write!(self.0, "{value}");
    }

    fn string(&mut self, value: &str) {
        self.0.push('"');
        for c in value.chars() {
            match c {
                '"' | '\\' => self.0.extend(['\\', c]),
                '\0'..='\u{1F}' => {
                    let _ = write!(self.0, "\\u{:04x}", u32::from(c));
                }
                c => self.0.push(c),
            }
        }
        self.0.push('"');
    }

    /// Ends an object or a list, whose last member has a comma behind it.
    fn close(&mut self, end: char) {
        if self.0.ends_with(',') {
            self.0.pop();
        }
        self.0.push(end);
    }

    /// What was written.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}
