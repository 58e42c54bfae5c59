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
use std::sync::Arc;

/// A row, by what it is about: the number of a ticket, say. It is one element.
pub type Row = (String, AnyView);

/// The rows of a list, which holds nothing else.
pub fn rows(rows: impl Iterator<Item = Row>) -> AnyView {
    Rows(rows.map(|(key, view)| (key, Content::Now(view))).collect()).into_any()
}

/// The same with rows in which people type: each is made once, and follows by itself what it is about. What a row makes is
/// gone with it.
pub fn lasting_rows(
    keys: impl Fn() -> Vec<String> + Send + 'static,
    row: impl Fn(String) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let (owner, row) = (Owner::current(), Arc::new(row));
    let each = move |key: String| {
        let (owner, row, about) = (owner.clone(), row.clone(), key.clone());
        let make = move || {
            let own = owner.as_ref().map_or_else(Owner::new, Owner::child);
            let state = own.with(|| row(about).build());
            (own, state)
        };
        (key, Content::Once(Box::new(make)))
    };
    (move || Rows(keys().into_iter().map(&each).collect()).into_any()).into_any()
}

struct Rows(Vec<(String, Content)>);

enum Content {
    /// As it is now.
    Now(AnyView),
    /// As it is made, unless it is there, with whatever belongs to what is made.
    Once(Box<dyn FnOnce() -> (Owner, AnyViewState) + Send>),
}

impl Content {
    fn build(self) -> Built {
        match self {
            Self::Now(view) => (None, view.build()),
            Self::Once(make) => {
                let (owner, state) = make();
                (Some(owner), state)
            }
        }
    }

    fn rebuild(self, (_, state): &mut Built) {
        match self {
            Self::Now(view) => view.rebuild(state),
            Self::Once(_) => (),
        }
    }
}

/// What is on the page, and what its effects and signals belong to where they outlive the list's own.
type Built = (Option<Owner>, AnyViewState);

/// What is on the page.
pub struct RowsState {
    rows: Vec<(String, Built)>,
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
        for (_, (_, row)) in &mut old {
            row.unmount();
        }
        state.order();
    }
}

impl RowsState {
    /// Puts every row where it belongs. Moving takes the focus away, so from the front on a row that is where it belongs is
    /// left alone: what rises, as whatever changed last does, is all that moves. The row that has the focus never does: the
    /// others move around it.
    fn order(&mut self) {
        let end: &types::Node = self.end.as_ref();
        let Some(list) = end.parent_element() else { return };
        let focused = document().active_element();
        let mut here = list.first_child();
        for (_, (_, row)) in &mut self.rows {
            let stays = |element: &types::Element| {
                here.as_ref().is_some_and(|here| element.is_same_node(Some(here)))
                    || focused.as_ref().is_some_and(|focused| element.contains(Some(focused)))
            };
            match row.elements().into_iter().next().filter(stays) {
                Some(element) => here = element.next_sibling(),
                None => row.mount(&list, here.as_ref()),
            }
        }
    }
}

impl Mountable for RowsState {
    fn unmount(&mut self) {
        for (_, (_, row)) in &mut self.rows {
            row.unmount();
        }
        self.end.unmount();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        for (_, (_, row)) in &mut self.rows {
            row.mount(parent, marker);
        }
        self.end.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.rows.first() {
            Some((_, (_, row))) => row.insert_before_this(child),
            None => self.end.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<types::Element> {
        self.rows.iter().flat_map(|(_, (_, row))| row.elements()).collect()
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
        let now = |content| match content {
            Content::Now(view) => Some(view),
            Content::Once(_) => None,
        };
        let views: Vec<AnyView> = self.0.into_iter().filter_map(|(_, content)| now(content)).collect();
        views.to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> RowsState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
