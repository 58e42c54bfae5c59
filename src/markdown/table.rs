//! A table. It scrolls in a box of its own, and on a phone each row is a card whose cells say their column.

use super::{
    tree::{Node, Side, Table, words},
    view::Writer,
};
use crate::i18n::m;
use leptos::prelude::*;

/// A table, its cells written by `writer`.
pub(super) fn table(writer: Writer<'_>, table: Table) -> AnyView {
    let Table { sides, head, rows } = table;
    let labels: Vec<String> = head.iter().map(|cell| words(cell)).collect();
    let class = |column: usize| match sides.get(column) {
        Some(Side::End) => "num",
        Some(Side::Middle) => "table__middle",
        Some(Side::Start) | None => "",
    };
    let heading = |(column, cell): (usize, Vec<Node>)| {
        let inside = writer.all(cell);
        view! { <th scope="col" class=class(column)>{inside}</th> }.into_any()
    };
    let cell = |(column, cell): (usize, Vec<Node>)| {
        let (inside, label) = (writer.all(cell), labels.get(column).cloned().unwrap_or_default());
        // As a card on a phone, a cell lays out its label and one thing.
        view! { <td data-label=label class=class(column)><div>{inside}</div></td> }.into_any()
    };
    let row = |cells: Vec<Vec<Node>>| {
        let cells: Vec<AnyView> = cells.into_iter().enumerate().map(cell).collect();
        view! { <tr>{cells}</tr> }.into_any()
    };
    let head: Vec<AnyView> = head.into_iter().enumerate().map(heading).collect();
    let rows: Vec<AnyView> = rows.into_iter().map(row).collect();
    // What scrolls must be within reach of the keyboard, and what the keyboard reaches has a name.
    view! {
        <div class="table-wrap" tabindex="0" role="group" aria-label=m::knowledge::table()>
            <table class="table">
                <thead><tr>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
