//! The cart and the wish list of a person, as the browser keeps them: across reloads, and the same in every tab.

use super::{
    super::kept::Kept,
    kept::{Cart, Line, secrets},
};
use crate::{
    api::{Key, read},
    cart::{CartHint, Wish, cart_name, keep_wishes, on_other_tabs, use_cart_hint, wishes},
    prefs::storage,
};
use guichet_contract::types::OrderInput;
use guichet_rules::form::{Answers, Form, migrate};
use leptos::prelude::*;
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

thread_local! {
    /// Sensitive answers by line, for as long as the page lives.
    static SECRETS: RefCell<BTreeMap<String, Answers>> = RefCell::default();
}

/// The sensitive answers of a line, as far as they were not forgotten.
fn secrets_of(line: &str) -> Answers {
    SECRETS.with_borrow(|all| all.get(line).cloned().unwrap_or_default())
}

/// Keeps of the secrets of a line what fits a newer form.
pub fn carry_secrets_over(line: &str, form: &Form) {
    SECRETS.with_borrow_mut(|all| {
        if let Some(known) = all.get_mut(line) {
            *known = migrate(form, known).answers;
        }
    });
}

/// Whether a line has lost secrets that were given: they go with the page.
pub fn misses_secrets(line: &Line) -> bool {
    line.misses(&secrets_of(&line.key))
}

fn kept_cart(person: &str) -> Option<Cart> {
    storage()?.get_item(&cart_name(person)).ok()?.and_then(|text| read(&text))
}

/// What was answered for a line, sensitive answers among it.
pub fn line_kept(person: &str, line: &str) -> Option<Kept> {
    let mut kept = kept_cart(person)?.line(line)?.kept.clone();
    for (question, value) in secrets_of(line) {
        kept.own.insert(question.clone());
        kept.answers.insert(question, value);
    }
    Some(kept)
}

/// The cart of somebody.
#[derive(Clone, Copy)]
pub struct Basket {
    person: StoredValue<String>,
    /// What is in it.
    pub cart: RwSignal<Cart>,
    /// What may be ordered another day.
    pub wishes: RwSignal<Vec<Wish>>,
    /// The browser does not keep it: it is gone with the page.
    pub lost: RwSignal<bool>,
    hint: CartHint,
}

impl Basket {
    /// The cart of `person`.
    pub fn open(person: &str) -> Self {
        let basket = Self {
            person: StoredValue::new(person.to_owned()),
            cart: RwSignal::new(kept_cart(person).unwrap_or_default()),
            wishes: RwSignal::new(wishes(person)),
            lost: RwSignal::new(false),
            hint: use_cart_hint(),
        };
        on_other_tabs(move || basket.look());
        basket
    }

    /// Takes what another tab has kept.
    fn look(self) {
        let Some((cart, wishes)) =
            self.person.try_with_value(|person| (kept_cart(person).unwrap_or_default(), wishes(person)))
        else {
            return;
        };
        if self.cart.with_untracked(|known| *known != cart) {
            self.cart.set(cart);
        }
        if self.wishes.with_untracked(|known| *known != wishes) {
            self.wishes.set(wishes);
        }
    }

    /// Changes what is in it.
    pub fn change(self, change: impl FnOnce(&mut Cart)) {
        let person = self.person.get_value();
        // Another tab may have put something in since.
        let mut cart = kept_cart(&person).unwrap_or_else(|| self.cart.get_untracked());
        change(&mut cart);
        if cart.key.is_empty() {
            cart.key = Key::fresh().to_string();
        }
        let text = serde_json::to_string(&cart).ok();
        let kept = text.and_then(|text| storage()?.set_item(&cart_name(&person), &text).ok());
        self.lost.set(kept.is_none());
        self.hint.keep(&person, cart.lines.len());
        self.cart.set(cart);
    }

    /// Puts a line in, or in the place of the one with its key. What is sensitive in it stays in memory.
    pub fn put(self, mut line: Line, form: &Form) {
        SECRETS.with_borrow_mut(|all| all.insert(line.key.clone(), secrets(form, &line.kept.answers)));
        line.kept = line.kept.without_secrets(form);
        self.put_back(None, line);
    }

    /// Puts a line in at `place`, or at the end; in the place of the one with its key, if that is there.
    pub fn put_back(self, place: Option<usize>, line: Line) {
        self.change(|cart| match cart.lines.iter_mut().find(|known| known.key == line.key) {
            Some(known) => *known = line,
            None => {
                let end = cart.lines.len();
                cart.lines.insert(place.unwrap_or(end).min(end), line);
            }
        });
    }

    /// Keeps what is typed into a line, which stays as unfinished as it was. `unasked` are the keys of what is not asked.
    pub fn rewrite(self, key: &str, kept: Kept, unasked: BTreeSet<String>, form: &Form) {
        if let Some(line) = self.cart.with_untracked(|cart| cart.line(key).cloned()) {
            self.put(Line { kept, unasked, ..line }, form);
        }
    }

    /// Takes a line out; gives it with its place.
    pub fn take(self, key: &str) -> Option<(usize, Line)> {
        let place = self.cart.with_untracked(|cart| cart.lines.iter().position(|line| line.key == key))?;
        let line = self.cart.with_untracked(|cart| cart.lines.get(place).cloned())?;
        self.change(|cart| cart.lines.retain(|line| line.key != key));
        Some((place, line))
    }

    /// What would be sent now.
    pub fn body(self) -> OrderInput {
        self.cart.with(|cart| cart.body(secrets_of))
    }

    /// These lines were ordered.
    pub fn sent(self, lines: &[String]) {
        self.change(|cart| without(cart, lines));
    }

    /// What it takes to note that lines were ordered once the page is gone.
    pub fn leaving(self) -> Leaving {
        Leaving { person: self.person.get_value(), hint: self.hint }
    }

    /// Changes the wish list.
    pub fn wish(self, change: impl FnOnce(&mut Vec<Wish>)) {
        let person = self.person.get_value();
        let mut all = self.wishes.get_untracked();
        change(&mut all);
        self.lost.set(!keep_wishes(&person, &all));
        self.wishes.set(all);
    }
}

/// Whose cart it is, for when the page is gone.
pub struct Leaving {
    person: String,
    hint: CartHint,
}

impl Leaving {
    /// These lines were ordered.
    pub fn sent(&self, lines: &[String]) {
        let Some(mut cart) = kept_cart(&self.person) else { return };
        without(&mut cart, lines);
        if let (Ok(text), Some(storage)) = (serde_json::to_string(&cart), storage()) {
            // Shorter than what was kept before.
            let _ = storage.set_item(&cart_name(&self.person), &text);
        }
        self.hint.keep(&self.person, cart.lines.len());
    }
}

/// Takes out what was ordered. The next order is another; once nothing is left, it is for nobody in particular either.
fn without(cart: &mut Cart, lines: &[String]) {
    cart.lines.retain(|line| !lines.contains(&line.key));
    if cart.lines.is_empty() {
        *cart = Cart::default();
    }
    cart.key = Key::fresh().to_string();
    SECRETS.with_borrow_mut(|all| all.retain(|line, _| !lines.contains(line)));
}
