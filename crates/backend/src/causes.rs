//! Errors, told with what caused them.

use std::{error::Error, iter::successors};

/// What an error says, and everything that caused it, with `between` before each cause.
pub fn causes(error: &dyn Error, between: &str) -> String {
    let mut text = error.to_string();
    for cause in successors(error.source(), |cause| (*cause).source()) {
        text.push_str(between);
        text.push_str(&cause.to_string());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt;

    #[derive(Debug)]
    struct Told(&'static str, Option<Box<Told>>);

    impl fmt::Display for Told {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0)
        }
    }

    impl Error for Told {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            self.1.as_deref().map(|cause| cause as &(dyn Error + 'static))
        }
    }

    #[test]
    fn every_cause_is_told_once() {
        let root = Told("the disk is full", None);
        let middle = Told("the file cannot be written", Some(Box::new(root)));
        let error = Told("nothing was saved", Some(Box::new(middle)));
        let told = causes(&error, ": ");
        assert_eq!(told, "nothing was saved: the file cannot be written: the disk is full");
    }
}
