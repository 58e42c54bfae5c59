//! Two files at a time, of all that are on the page: more would take one another's line, and each would look as if it stood
//! still.

use std::{cell::RefCell, collections::VecDeque};

const AT_ONCE: u32 = 2;

#[derive(Default)]
struct Turns {
    taken: u32,
    waiting: VecDeque<Box<dyn FnOnce()>>,
}

thread_local! {
    static TURNS: RefCell<Turns> = RefCell::default();
}

/// Calls `begin` now, or when a turn is over. Whatever it begins calls [`over`] at its end.
pub(super) fn take(begin: Box<dyn FnOnce()>) {
    let begin = TURNS.with_borrow_mut(|turns| {
        if turns.taken < AT_ONCE {
            turns.taken += 1;
            Some(begin)
        } else {
            turns.waiting.push_back(begin);
            None
        }
    });
    // Outside, as it may take another turn.
    if let Some(begin) = begin {
        begin();
    }
}

/// A turn is over: the next one may begin.
pub(super) fn over() {
    let next = TURNS.with_borrow_mut(|turns| {
        let next = turns.waiting.pop_front();
        if next.is_none() {
            turns.taken = turns.taken.saturating_sub(1);
        }
        next
    });
    if let Some(next) = next {
        next();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{cell::Cell, rc::Rc};

    #[test]
    fn the_third_begins_when_one_of_two_is_over() {
        let begun = Rc::new(Cell::new(0));
        for _ in 0..3 {
            let begun = Rc::clone(&begun);
            take(Box::new(move || begun.set(begun.get() + 1)));
        }
        assert_eq!(begun.get(), 2);
        over();
        assert_eq!(begun.get(), 3);
        over();
        over();
        assert_eq!(TURNS.with_borrow(|turns| turns.taken), 0);
    }
}
