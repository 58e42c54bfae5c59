//! When to ask while somebody types.

/// The first letter is asked for at once, and what comes soon after it when there is a pause: fewer calls, and no wait that
/// is felt.
#[derive(Debug, Default)]
pub(super) struct Pace {
    resting: bool,
    late: bool,
}

impl Pace {
    /// Something was typed: whether to ask at once. A rest begins, anew if there is one.
    pub fn typed(&mut self) -> bool {
        let at_once = !self.resting;
        self.resting = true;
        self.late = !at_once;
        at_once
    }

    /// The rest is over: whether to ask now, and to rest once more.
    pub fn rested(&mut self) -> bool {
        self.resting = std::mem::take(&mut self.late);
        self.resting
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_is_not_waited_for_and_the_last_not_forgotten() {
        let mut pace = Pace::default();
        assert!(pace.typed(), "the first letter");
        assert!(!pace.typed() && !pace.typed(), "a fast typist");
        assert!(pace.rested(), "what was typed last");
        assert!(!pace.typed(), "the next letter comes at once");
        assert!(pace.rested());
        assert!(!pace.rested(), "nothing came");
        assert!(pace.typed(), "after a pause it is as it was at first");
        assert!(!pace.rested());
    }
}
