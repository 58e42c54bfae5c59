//! Lists that change while somebody looks at them.
//!
//! A row stays the same element for as long as it is about the same thing: it keeps the focus, and whoever is about to
//! press it does not press another that has just taken its place. What changed in it changes in place. The framework's own
//! keyed lists make rows once and never again, so that each needs effects of its own to follow; for the first visit that is
//! eight times the code.

use leptos::{
    attr::{Attribute, any_attribute::AnyAttribute},
    prelude::*,
    tachys::{
        hydration::Cursor,
        renderer::{Rndr, types},
        view::{Mountable, Position, PositionState, Render, any_view::AnyViewState},
    },
};

/// A row, by what it is about: the number of a ticket, say. It is one element.
pub type Row = (String, AnyView);

/// The rows of a list, which holds nothing else.
pub fn rows(rows: impl Iterator<Item = Row>) -> AnyView {
    Rows(rows.collect()).into_any()
}

struct Rows(Vec<Row>);

/// What is on the page.
pub struct RowsState {
    rows: Vec<(String, AnyViewState)>,
    /// Behind the last row.
    end: types::Placeholder,
}

impl Render for Rows {
    type State = RowsState;

    fn build(self) -> RowsState {
        let rows = self.0.into_iter().map(|(key, view)| (key, view.build())).collect();
        RowsState { rows, end: Rndr::create_placeholder() }
    }

    fn rebuild(self, state: &mut RowsState) {
        let mut old = std::mem::take(&mut state.rows);
        for (key, view) in self.0 {
            let known = old.iter().position(|(k, _)| *k == key);
            let row = match known.map(|at| old.swap_remove(at)) {
                Some((_, mut row)) => {
                    view.rebuild(&mut row);
                    row
                }
                None => view.build(),
            };
            state.rows.push((key, row));
        }
        for (_, row) in &mut old {
            row.unmount();
        }
        state.order();
    }
}

impl RowsState {
    /// Puts every row where it belongs. Moving takes the focus away, so from the front on a row that is where it belongs is
    /// left alone: what rises, as whatever changed last does, is all that moves.
    fn order(&mut self) {
        let end: &types::Node = self.end.as_ref();
        let Some(list) = end.parent_element() else { return };
        let mut here = list.first_child();
        for (_, row) in &mut self.rows {
            let element = row.elements().into_iter().next();
            match element.filter(|element| here.as_ref().is_some_and(|here| element.is_same_node(Some(here))))
            {
                Some(element) => here = element.next_sibling(),
                None => row.mount(&list, here.as_ref()),
            }
        }
    }
}

impl Mountable for RowsState {
    fn unmount(&mut self) {
        for (_, row) in &mut self.rows {
            row.unmount();
        }
        self.end.unmount();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        for (_, row) in &mut self.rows {
            row.mount(parent, marker);
        }
        self.end.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.rows.first() {
            Some((_, row)) => row.insert_before_this(child),
            None => self.end.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<types::Element> {
        self.rows.iter().flat_map(|(_, row)| row.elements()).collect()
    }
}

impl AddAnyAttr for Rows {
    type Output<A: Attribute> = Self;

    /// Rows have all their attributes when they are made.
    fn add_any_attr<A: Attribute>(self, _: A) -> Self {
        self
    }
}

/// Asked for by the framework's types; the portal runs in the browser alone.
impl RenderHtml for Rows {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        let views: Vec<AnyView> = self.0.into_iter().map(|(_, view)| view).collect();
        views.to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> RowsState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
