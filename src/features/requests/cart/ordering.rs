//! The order that is being made of the cart: what stands against it, and where it stands.

use super::{
    super::submit::Failure,
    basket::Basket,
    kept::{Line, Whom},
    preview::Previewed,
    removed::{Taken, of_a_form},
};
use crate::{answered::answered, i18n::m, ui::FocusMap};
use guichet_contract::{
    FieldError,
    types::{OrderLinePreview, PersonRef},
};
use leptos::prelude::*;

/// The key of the button that takes a line out.
pub fn taking_out(line: &str) -> String {
    format!("{line}/remove")
}

/// The key of how many there are of a line.
pub fn how_many(line: &str) -> String {
    format!("{line}/quantity")
}

/// The key of whom it is for.
pub const WHOM: &str = "/requested_for";
/// The key of who pays.
pub const PAYER: &str = "/cost_centre";
/// The key of the note.
pub const NOTE: &str = "/note";

/// Something to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Where: one of the keys above, or that of a line.
    pub key: String,
    /// What to do, in words.
    pub words: String,
}

/// The order, for every part of the page.
#[derive(Clone, Copy)]
pub struct Ordering {
    /// The cart.
    pub basket: Basket,
    /// Who orders.
    pub me: StoredValue<PersonRef>,
    /// What would come of it.
    pub previewed: RwSignal<Previewed>,
    /// Whether mistakes that are not those of a line are shown.
    pub shown: RwSignal<bool>,
    /// Counts how often the mistakes were pointed at, so that their summary takes the focus each time.
    pub pointed: RwSignal<u32>,
    /// Where the fields and the lines are.
    pub focus: FocusMap,
    /// Whether it is on its way.
    pub sending: RwSignal<bool>,
    /// Why it was not sent.
    pub failure: RwSignal<Option<Failure>>,
    /// The line that was taken out last.
    pub removed: RwSignal<Option<Taken>>,
    /// Opens an address; in place of this one, if true.
    pub open: Callback<(String, bool)>,
}

impl Ordering {
    /// Of the cart of `me`.
    pub fn new(me: PersonRef, open: Callback<(String, bool)>) -> Self {
        let removed = of_a_form(me.id.as_str());
        Self {
            basket: Basket::open(me.id.as_str()),
            me: StoredValue::new(me),
            previewed: RwSignal::new(Previewed::default()),
            shown: RwSignal::new(false),
            pointed: RwSignal::new(0),
            focus: FocusMap::new(),
            sending: RwSignal::new(false),
            failure: RwSignal::new(None),
            removed: RwSignal::new(removed),
            open,
        }
    }

    /// What the backend says of a line.
    pub fn of_line(self, key: &str) -> Option<OrderLinePreview> {
        self.previewed.with(|previewed| {
            let place = previewed.lines.iter().position(|line| line == key)?;
            previewed.preview.as_ref()?.items.get(place).cloned()
        })
    }

    /// What a line is called: by the backend, or as it was put in where the backend knows nothing of it but its id.
    pub fn name(self, key: &str) -> String {
        let told = self.of_line(key).map(|told| told.item).filter(|item| item.name != item.id.as_str());
        told.map(|item| item.name).unwrap_or_else(|| {
            self.basket.cart.with(|cart| cart.line(key).map(|line| line.name.clone()).unwrap_or_default())
        })
    }

    /// Whether what a line is about is no longer on offer: then there is nothing to change in it.
    pub fn is_gone(self, key: &str) -> bool {
        self.previewed.with(|previewed| {
            let errors = previewed.preview.as_ref().map(|p| p.errors.as_slice()).unwrap_or_default();
            errors.iter().any(|error| is_gone(error) && key_of(error, &previewed.lines) == key)
        })
    }

    /// The words of a mistake where all of them stand together: with the name of its line, if it is that of one.
    pub fn in_summary(self, mistake: Mistake) -> String {
        let line = line_of(&mistake.key);
        if self.basket.cart.with(|cart| cart.line(line).is_some()) {
            m::cart::of_item(&self.name(line), &mistake.words)
        } else {
            mistake.words
        }
    }

    /// Everything that stands against sending it, in the order of the page.
    pub fn mistakes(self) -> Vec<Mistake> {
        let (whom, nobody) = self.basket.cart.with(|cart| (cart.whom, cart.beneficiaries().is_empty()));
        let mut all =
            self.basket.cart.with(|cart| cart.lines.iter().filter_map(unfinished).collect::<Vec<_>>());
        if whom != Whom::Me && nobody {
            let words =
                if whom == Whom::Other { m::requests::whom_required() } else { m::cart::people_required() };
            all.push(Mistake { key: WHOM.to_owned(), words });
        }
        self.previewed.with(|previewed| {
            let errors = previewed.preview.as_ref().map(|p| p.errors.as_slice()).unwrap_or_default();
            all.extend(
                errors
                    .iter()
                    .map(|error| Mistake { key: key_of(error, &previewed.lines), words: words_of(error) }),
            );
        });
        all.sort_by_key(|mistake| [WHOM, PAYER, NOTE].contains(&mistake.key.as_str()));
        all
    }

    /// What stands against a line.
    pub fn of(self, key: &str) -> Vec<String> {
        self.mistakes()
            .into_iter()
            .filter(|mistake| mistake.key == key)
            .map(|mistake| mistake.words)
            .collect()
    }

    /// What is shown at a field beside the lines.
    pub fn at_field(self, key: &'static str) -> Option<String> {
        let shown = self.shown.get();
        shown.then(|| self.of(key)).filter(|words| !words.is_empty()).map(|words| words.join(" "))
    }

    /// Shows what stands against sending it. True where something does.
    pub fn point_out(self) -> bool {
        let wrong = !untrack(|| self.mistakes()).is_empty();
        if wrong {
            self.shown.set(true);
            self.pointed.update(|n| *n = n.wrapping_add(1));
        }
        wrong
    }
}

/// A line whose files are not all there.
fn unfinished(line: &Line) -> Option<Mistake> {
    let file = line.unfinished()?;
    Some(Mistake { key: line.key.clone(), words: m::files::unfinished(&file.name) })
}

/// What is to be done about an error of the body, and to what: the cart shows no question. Nothing else can be chosen in the place
/// of an item, so one that is gone is taken out.
fn words_of(error: &FieldError) -> String {
    if is_gone(error) {
        return m::cart::not_offered();
    }
    let quantity = || is_quantity(error).then(m::requests::quantity);
    match error.label.clone().or_else(quantity) {
        Some(label) => answered(&label, &error.detail),
        None => error.detail.clone(),
    }
}

/// Whether there is no such item: `/items/2/item`, and not an answer of that name.
fn is_gone(error: &FieldError) -> bool {
    let mut parts = error.pointer.split('/').skip(1);
    error.code == "not_found" && parts.next() == Some("items") && parts.nth(1) == Some("item")
}

/// Whether it is about how many there are of a line: `/items/2/quantity`, and not an answer of that name.
fn is_quantity(error: &FieldError) -> bool {
    let mut parts = error.pointer.split('/').skip(1);
    parts.next() == Some("items") && parts.nth(1) == Some("quantity")
}

/// The line that a key is of, whichever part of it; the key itself where it is of none.
pub fn line_of(key: &str) -> &str {
    key.split('/').next().filter(|line| !line.is_empty()).unwrap_or(key)
}

/// Where an error of the body belongs: the cart shows how many there are of a line, and no question of `/items/2/answers/model`.
pub fn key_of(error: &FieldError, lines: &[String]) -> String {
    let mut parts = error.pointer.split('/').skip(1);
    match (parts.next(), parts.next().and_then(|place| place.parse::<usize>().ok())) {
        (Some("items"), Some(place)) => match lines.get(place) {
            Some(line) if is_quantity(error) => how_many(line),
            line => line.cloned().unwrap_or_default(),
        },
        (Some("requested_for"), _) => WHOM.to_owned(),
        (Some("cost_centre"), _) => PAYER.to_owned(),
        (Some("note"), _) => NOTE.to_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_shown_where_they_can_be_mended() {
        let lines = ["a".to_owned(), "b".to_owned()];
        for (pointer, key) in [
            ("/items/1/answers/model", "b"),
            ("/items/1/answers/quantity", "b"),
            ("/items/0/quantity", "a/quantity"),
            ("/items/7/quantity", ""),
            ("/items/7/item", ""),
            ("/items", ""),
            ("/requested_for/7", WHOM),
            ("/cost_centre", PAYER),
            ("/note", NOTE),
        ] {
            assert_eq!(key_of(&error(pointer, ""), &lines), key, "{pointer}");
        }
    }

    #[test]
    fn a_part_of_a_line_is_of_that_line() {
        for (key, line) in [("a", "a"), (how_many("a").as_str(), "a"), (WHOM, WHOM), ("", "")] {
            assert_eq!(line_of(key), line, "{key}");
        }
    }

    #[test]
    fn an_item_that_is_gone_is_told_from_an_answer() {
        for (pointer, code, gone) in [
            ("/items/1/item", "not_found", true),
            ("/items/1/item", "not_in_audience", false),
            ("/items/1/answers/item", "not_found", false),
            ("/items/1/requested_for", "not_found", false),
            ("/requested_for/1", "not_found", false),
        ] {
            assert_eq!(is_gone(&error(pointer, code)), gone, "{pointer} {code}");
        }
    }

    fn error(pointer: &str, code: &str) -> FieldError {
        FieldError {
            pointer: pointer.to_owned(),
            code: code.to_owned(),
            detail: String::new(),
            params: serde_json::Value::Null,
            label: None,
        }
    }
}
