//! Tables: as tables where they are some, in words where a cell holds what no cell can.

use super::{
    inline::Place,
    tree::Id,
    write::{Block, Shape, Writer, push},
};
use crate::import::kind::Kind;

/// What no cell of a table can hold.
const TOO_MUCH: &[&str] =
    &["pre", "ul", "ol", "dl", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"];

/// A table with more columns is none, and a cell that says it goes on over more does not mean it.
const MOST_COLUMNS: usize = 64;

struct Row {
    cells: Vec<Id>,
    /// Whether it says what the columns are.
    is_head: bool,
}

impl Writer<'_> {
    pub fn table(&mut self, id: Id, blocks: &mut Vec<Block>) {
        let tree = self.tree;
        let (mut rows, mut before) = (Vec::new(), Vec::new());
        self.rows(id, false, &mut rows, &mut before);
        for id in before {
            if tree.name(id) == "caption" {
                let text = self.strong_line(id);
                push(blocks, text, Shape::Paragraph);
            } else {
                let inside = self.blocks_of(id);
                blocks.extend(inside);
            }
        }
        let columns = rows.iter().map(|row: &Row| row.cells.len()).max().unwrap_or(0);
        let is_layout = matches!(tree.attribute(id, "role"), Some("presentation" | "none"));
        let cells = || rows.iter().flat_map(|row| row.cells.iter().copied());
        if columns <= 1 || rows.len() <= 1 || is_layout {
            // It only puts things beside one another.
            let cells: Vec<Id> = cells().collect();
            cells.into_iter().for_each(|cell| self.fill_from(cell, blocks));
            return;
        }
        if columns > MOST_COLUMNS || cells().any(|cell| self.holds_too_much(cell)) {
            let mut what =
                "a table with lists, code or tables in its cells, or too many of them, became a text"
                    .to_owned();
            if rows.first().is_some_and(|row| row.is_head && row.cells.len() == columns) {
                what.push_str("; not all that its head says is in it");
            }
            self.notes.at(Kind::Table, tree.line(id), what);
            return self.rows_as_text(&rows, columns, blocks);
        }
        let spans = |cell: Id, name: &str| tree.attribute(cell, name).is_some_and(|span| span.trim() != "1");
        if cells().any(|cell| spans(cell, "colspan") || spans(cell, "rowspan")) {
            self.notes.at(
                Kind::Table,
                tree.line(id),
                "cells of a table that reach over several are in the first of them",
            );
        }
        let text = self.rows_as_table(&rows);
        push(blocks, text, Shape::Other);
    }

    /// Its rows, wherever they lie in it, and what belongs before it: its caption, and what no table may hold.
    fn rows(&mut self, id: Id, in_head: bool, rows: &mut Vec<Row>, before: &mut Vec<Id>) {
        let tree = self.tree;
        for child in tree.children(id).iter().copied() {
            if self.is_dropped(child) {
                continue;
            }
            self.remember(child);
            match tree.name(child) {
                "caption" => before.push(child),
                "tr" => {
                    let cells = tree.children(child).iter().copied();
                    let cells: Vec<Id> =
                        cells.filter(|cell| matches!(tree.name(*cell), "td" | "th")).collect();
                    let all_heads = cells.iter().all(|cell| tree.name(*cell) == "th");
                    if !cells.is_empty() {
                        rows.push(Row { is_head: in_head || all_heads, cells });
                    }
                }
                "thead" => self.rows(child, true, rows, before),
                "colgroup" | "col" => {}
                name => {
                    let has_rows = |id: &Id| matches!(tree.name(*id), "tr" | "tbody" | "thead");
                    if matches!(name, "tbody" | "tfoot") || tree.children(child).iter().any(has_rows) {
                        self.rows(child, in_head, rows, before);
                    } else if tree.words(child).is_none_or(|words| !words.trim().is_empty()) {
                        before.push(child);
                    }
                }
            }
        }
    }

    fn holds_too_much(&self, cell: Id) -> bool {
        let tree = self.tree;
        let children = || tree.children(cell).iter().copied();
        tree.holds_block(cell)
            && children().any(|id| TOO_MUCH.contains(&tree.name(id)) || self.holds_too_much(id))
    }

    fn rows_as_table(&mut self, rows: &[Row]) -> String {
        let mut lines: Vec<Vec<String>> = Vec::new();
        // The first row says what the columns are, unless the first column says what the rows are.
        let first_is_head = rows.first().is_some_and(|row| row.is_head || !self.begins_with_head(row));
        if !first_is_head {
            lines.push(Vec::new());
        }
        // Cells of rows above that reach down: their columns, and how many more rows.
        let mut taken: Vec<usize> = Vec::new();
        for row in rows {
            lines.push(self.cells(row, &mut taken));
        }
        let columns = lines.iter().map(Vec::len).max().unwrap_or(0);
        let mut text: Vec<String> = Vec::new();
        for (n, mut cells) in lines.into_iter().enumerate() {
            cells.resize(columns, String::new());
            text.push(format!("| {} |", cells.join(" | ")));
            if n == 0 {
                text.push(format!("|{}", " --- |".repeat(columns)));
            }
        }
        text.join("\n")
    }

    fn begins_with_head(&self, row: &Row) -> bool {
        row.cells.first().is_some_and(|cell| self.tree.name(*cell) == "th")
    }

    fn cells(&mut self, row: &Row, taken: &mut Vec<usize>) -> Vec<String> {
        let tree = self.tree;
        let number = |cell: Id, name: &str, most: usize| {
            let number = tree.attribute(cell, name).and_then(|number| number.trim().parse::<usize>().ok());
            number.unwrap_or(1).clamp(1, most)
        };
        let mut cells: Vec<String> = Vec::new();
        for cell in &row.cells {
            skip_taken(&mut cells, taken);
            let text = self.line_of(*cell, Place::Cell);
            let (wide, high) = (number(*cell, "colspan", MOST_COLUMNS), number(*cell, "rowspan", 1000));
            for n in 0..wide {
                if n > 0 && cells.len() >= MOST_COLUMNS {
                    break;
                }
                cells.push(if n == 0 { text.clone() } else { String::new() });
                taken.resize(taken.len().max(cells.len()), 0);
                if let Some(column) = taken.get_mut(cells.len() - 1) {
                    *column = high - 1;
                }
            }
        }
        skip_taken(&mut cells, taken);
        cells
    }

    /// A paragraph of the first cell, and what the others hold below it.
    fn rows_as_text(&mut self, rows: &[Row], columns: usize, blocks: &mut Vec<Block>) {
        let (mut heads, others) = match rows.split_first() {
            Some((first, others)) if first.is_head => (first.cells.clone(), others),
            _ => (Vec::new(), rows),
        };
        if heads.len() < columns {
            // It says what the table is, and not what each of its columns is.
            for head in heads.drain(..) {
                let text = self.strong_line(head);
                push(blocks, text, Shape::Paragraph);
            }
        }
        for row in others {
            for (n, cell) in row.cells.iter().enumerate() {
                let text = match heads.get(n) {
                    // What the second of two columns is need not be said at every row.
                    Some(head) if n > 0 && heads.len() > 2 => self.strong_line(*head),
                    _ => String::new(),
                };
                if n == 0 && !self.holds_too_much(*cell) {
                    let first = self.strong_line(*cell);
                    push(blocks, first, Shape::Paragraph);
                    continue;
                }
                push(blocks, text, Shape::Paragraph);
                self.fill_from(*cell, blocks);
            }
        }
    }
}

/// Leaves empty what a cell above reaches down into.
fn skip_taken(cells: &mut Vec<String>, taken: &mut [usize]) {
    while let Some(rows) = taken.get_mut(cells.len()).filter(|rows| **rows > 0) {
        *rows -= 1;
        cells.push(String::new());
    }
}
