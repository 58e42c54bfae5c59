//! What keys do in a combobox.

use super::state::Combo;
use leptos::{ev, prelude::*};

impl Combo {
    /// Takes a key.
    pub fn key(self, ev: &ev::KeyboardEvent) {
        match ev.key().as_str() {
            "ArrowDown" => self.step(ev, false),
            "ArrowUp" => self.step(ev, true),
            // Without a row they move within what is typed.
            end @ ("Home" | "End") if self.open.get_untracked() && self.active.get_untracked().is_some() => {
                ev.prevent_default();
                self.active.set(Some(if end == "Home" { 0 } else { self.count().saturating_sub(1) }));
            }
            "Enter" if self.open.get_untracked() => self.enter(ev),
            "Escape" if self.open.get_untracked() => {
                // Or the dialog around it would close.
                ev.prevent_default();
                ev.stop_propagation();
                self.settle();
            }
            _ => {}
        }
    }

    fn count(self) -> usize {
        self.options.with_untracked(Vec::len)
    }

    /// Goes to the next row or the one before, around the end.
    fn step(self, ev: &ev::KeyboardEvent, back: bool) {
        ev.prevent_default();
        let count = self.count();
        if !self.open.get_untracked() || self.failed() {
            self.again();
        } else if count > 0 {
            let last = count - 1;
            self.active.update(|a| {
                *a = Some(match (*a, back) {
                    (Some(i), false) if i < last => i + 1,
                    (None | Some(0), true) => last,
                    (Some(i), true) => i - 1,
                    _ => 0,
                });
            });
        }
    }

    /// Chooses the row that is meant, or the only one.
    fn enter(self, ev: &ev::KeyboardEvent) {
        let waiting = self.busy.get_untracked();
        let one = self.active.get_untracked().or((self.count() == 1 && !waiting).then_some(0));
        if let Some(choice) = one.and_then(|i| self.options.with_untracked(|o| o.get(i).cloned())) {
            ev.prevent_default();
            self.choose(choice);
        } else if self.failed() {
            ev.prevent_default();
            self.again();
        } else if waiting {
            // What is typed would be lost with the form.
            ev.prevent_default();
        }
    }
}
