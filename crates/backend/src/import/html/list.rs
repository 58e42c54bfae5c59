//! Lists, and lists of terms.

use super::{
    tree::Id,
    write::{Block, DEEPEST, Shape, Writer, indented, joined, push},
};

/// One more does not fit into CommonMark.
const MOST: u32 = 999_999_999;

impl Writer<'_> {
    pub fn list(&mut self, id: Id, blocks: &mut Vec<Block>) {
        let tree = self.tree;
        let start = tree.attribute(id, "start").and_then(|start| start.trim().parse::<u32>().ok());
        let first = (tree.name(id) == "ol").then(|| start.unwrap_or(1));
        self.items(tree.children(id), first, blocks);
    }

    /// Items of a list; numbered where they have a `first` number.
    pub fn items(&mut self, ids: &[Id], first: Option<u32>, blocks: &mut Vec<Block>) {
        let tree = self.tree;
        let mut items: Vec<Vec<Block>> = Vec::new();
        self.depth += 1;
        for id in ids {
            let name = tree.name(*id);
            if self.is_dropped(*id) {
                continue;
            }
            if name == "li" {
                self.remember(*id);
                let inside = self.blocks_in(*id);
                items.push(inside);
                continue;
            }
            // A list right in a list belongs to the item before it.
            let inside = self.blocks_of(*id);
            match items.last_mut() {
                Some(last) => last.extend(inside),
                None => items.push(inside),
            }
        }
        self.depth -= 1;
        items.retain(|item| !item.is_empty());
        self.write_items(items, first, blocks);
    }

    fn write_items(&mut self, items: Vec<Vec<Block>>, first: Option<u32>, blocks: &mut Vec<Block>) {
        if items.is_empty() {
            return;
        }
        if self.depth >= DEEPEST {
            blocks.extend(items.into_iter().flatten());
            return;
        }
        // Beside a list that begins its items alike it would be more of that one.
        let signs = if first.is_some() { ['.', ')'] } else { ['-', '*'] };
        let before = blocks.last().map(|last| last.shape);
        let sign = if before == Some(Shape::List(signs[0])) { signs[1] } else { signs[0] };
        let tight = items.iter().all(|item| is_tight(item));
        let between = if tight { "\n" } else { "\n\n" };
        let lines = items.iter().enumerate().map(|(n, item)| {
            let mark = match first {
                Some(first) => {
                    let number = first.saturating_add(u32::try_from(n).unwrap_or(MOST)).min(MOST);
                    format!("{number}{sign} ")
                }
                None => format!("{sign} "),
            };
            format!("{mark}{}", indented(&joined(item, between), mark.len()))
        });
        let text = lines.collect::<Vec<_>>().join(between);
        push(blocks, text, Shape::List(sign));
    }

    /// Terms and what they mean: CommonMark has no such lists, so it is one of terms that stand out.
    pub fn terms(&mut self, id: Id, blocks: &mut Vec<Block>) {
        let mut items: Vec<Vec<Block>> = Vec::new();
        self.depth += 1;
        self.terms_in(id, &mut items, &mut false);
        self.depth -= 1;
        items.retain(|item| !item.is_empty());
        self.write_items(items, None, blocks);
    }

    /// `open` says whether the last item has terms only, so that another one is one of them.
    fn terms_in(&mut self, id: Id, items: &mut Vec<Vec<Block>>, open: &mut bool) {
        let tree = self.tree;
        for child in tree.children(id) {
            if self.is_dropped(*child) {
                continue;
            }
            match tree.name(*child) {
                "dt" => {
                    self.remember(*child);
                    let term = self.strong_line(*child);
                    if term.is_empty() {
                        continue;
                    }
                    match items.last_mut().and_then(|item| item.first_mut()).filter(|_| *open) {
                        Some(before) => before.text = format!("{}, {term}", before.text),
                        None => {
                            *open = true;
                            items.push(vec![Block { text: term, shape: Shape::Paragraph }]);
                        }
                    }
                }
                // Groups of a term and its meaning may be divided by these.
                "div" => self.terms_in(*child, items, open),
                "dd" => {
                    self.remember(*child);
                    let inside = self.blocks_in(*child);
                    add(items, inside, open);
                }
                _ => {
                    let inside = self.blocks_of(*child);
                    add(items, inside, open);
                }
            }
        }
    }
}

fn add(items: &mut Vec<Vec<Block>>, inside: Vec<Block>, open: &mut bool) {
    if inside.is_empty() {
        return;
    }
    *open = false;
    match items.last_mut() {
        Some(item) => item.extend(inside),
        None => items.push(inside),
    }
}

/// Whether it is a line, with lists below it at most.
fn is_tight(item: &[Block]) -> bool {
    item.iter().enumerate().all(|(n, block)| match block.shape {
        Shape::Paragraph => n == 0,
        Shape::List(_) => true,
        Shape::Listing | Shape::Rule | Shape::Other => false,
    })
}
