//! What stands on every page and belongs to none: menus, headers and footers of sites that do not say what is one.
//!
//! Elements that say it are left out without further ado. Of the others, a block of words is taken for such a thing where
//! the same words stand on more than four of five pages of a sample, and it is either mostly links and buttons, or before the
//! first or after the last block that is the page's own. A heading such as "Options", which every page has between its
//! own texts, is none of it.

use super::{
    names,
    tree::{Id, ROOT, Tree, one_line},
};
use std::{
    collections::{HashMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
};

/// With fewer pages nothing can be said.
pub const FEWEST: usize = 10;
/// So many pages tell as much as all of them.
pub const SAMPLE: usize = 200;

/// On how many pages of a sample words stand.
#[derive(Debug, Default)]
pub struct Common {
    pages: usize,
    /// By a hash of the words.
    times: HashMap<u64, usize>,
}

/// A block of words without one in it.
struct Leaf {
    id: Id,
    words: u64,
    is_menu: bool,
}

impl Common {
    /// Looks at one page of the sample.
    pub fn look_at(&mut self, tree: &Tree) {
        self.pages += 1;
        let words: HashSet<u64> = leaves(tree).into_iter().map(|leaf| leaf.words).collect();
        for hash in words {
            *self.times.entry(hash).or_default() += 1;
        }
    }

    /// The blocks of a page that belong to none.
    pub fn on(&self, tree: &Tree) -> HashSet<Id> {
        if self.pages < FEWEST {
            return HashSet::new();
        }
        let leaves = leaves(tree);
        let own = |leaf: &Leaf| !self.is_common(leaf.words);
        let first = leaves.iter().position(own).unwrap_or(leaves.len());
        let last = leaves.iter().rposition(own).unwrap_or(0);
        let around = |place: usize| place < first || place > last;
        let chrome = leaves
            .iter()
            .enumerate()
            .filter(|(place, leaf)| self.is_common(leaf.words) && (leaf.is_menu || around(*place)));
        chrome.map(|(_, leaf)| leaf.id).collect()
    }

    fn is_common(&self, words: u64) -> bool {
        self.times.get(&words).is_some_and(|times| times * 5 > self.pages * 4)
    }
}

fn leaves(tree: &Tree) -> Vec<Leaf> {
    let is_leaf = |id: &Id| *id != ROOT && names::is_block(tree.name(*id)) && !tree.holds_block(*id);
    let leaves = tree.all().filter(is_leaf).filter_map(|id| {
        let words = tree.line_of_text(id);
        if words.is_empty() {
            return None;
        }
        let is_menu = pressed(tree, id) * 2 > words.len();
        let mut hash = DefaultHasher::new();
        words.hash(&mut hash);
        Some(Leaf { id, words: hash.finish(), is_menu })
    });
    leaves.collect()
}

/// How much of what `id` says is in links and buttons.
fn pressed(tree: &Tree, id: Id) -> usize {
    let in_child = |child: &Id| match tree.name(*child) {
        "a" | "button" | "label" | "option" => one_line(&tree.text(*child)).len(),
        _ => pressed(tree, *child),
    };
    tree.children(id).iter().map(in_child).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::html::parse;

    fn page(own: &str) -> Tree {
        parse(&format!(
            "<div>The help of Acme</div><div><a href=a>Start</a> <a href=b>All</a></div>\
             <h1>{own}</h1><h2>Options</h2><p>Of {own}</p><div><a href=c>Print</a></div><p>More of {own}</p><p>© Acme</p>"
        ))
    }

    fn left(tree: &Tree, chrome: &HashSet<Id>) -> Vec<String> {
        leaves(tree).iter().filter(|leaf| !chrome.contains(&leaf.id)).map(|leaf| tree.text(leaf.id)).collect()
    }

    #[test]
    fn what_is_around_every_page_belongs_to_none() {
        let mut common = Common::default();
        for n in 0..10 {
            common.look_at(&page(&format!("Page {n}")));
        }
        let tree = page("Another");
        let expected = ["Another", "Options", "Of Another", "More of Another"];
        assert_eq!(left(&tree, &common.on(&tree)), expected);
    }

    #[test]
    fn few_pages_say_nothing() {
        let mut common = Common::default();
        for _ in 0..9 {
            common.look_at(&page("The same"));
        }
        assert!(common.on(&page("The same")).is_empty());
    }

    #[test]
    fn four_of_five_are_not_more_than_four_of_five() {
        let mut common = Common::default();
        for n in 0..10 {
            let end = if n < 8 { "<p>End</p>" } else { "" };
            common.look_at(&parse(&format!("<p>{n}</p>{end}")));
        }
        assert!(common.on(&parse("<p>x</p><p>End</p>")).is_empty());
    }
}
