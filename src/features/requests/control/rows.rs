//! The same questions for each of several things.

use super::{
    super::{asking::Asking, at::At, kept::Kept, question::question as cell, words},
    Asked,
};
use crate::{
    i18n::m,
    ui::{Button, Field, FieldText, IconName, use_ids},
};
use guichet_rules::form::{Question, ROWS_MAX};
use leptos::{html, prelude::*};
use serde_json::{Map, Value};

/// The rows, and a button that adds one.
pub fn rows(
    asked: Asked<'_>,
    field: FieldText,
    columns: &[Question],
    row_label: Option<&str>,
    max_rows: Option<u32>,
) -> AnyView {
    let rows = Rows::new(asked);
    let columns = StoredValue::new(columns.to_vec());
    let most = max_rows.unwrap_or(ROWS_MAX);
    let full = Signal::derive(move || {
        let full = u32::try_from(rows.count.get()).is_ok_and(|count| count >= most);
        full.then(|| m::requests::rows_full(most))
    });
    let add = row_label.map_or_else(m::requests::add_row, m::requests::add_row_of);
    let button = NodeRef::<html::Button>::new();
    field.reach(button);
    Effect::new(move |_| rows.open());
    let press = Callback::new(move |()| {
        rows.push(rows.fresh());
        let key = columns.with_value(|columns| {
            let first = columns.iter().find(|column| column.kind.is_asked())?;
            Some(rows.at.get_value().cell(rows.now().checked_sub(1)?, &first.id).key())
        });
        // Once the row is there.
        request_animation_frame(move || {
            if let Some(key) = &key {
                rows.asking.focus.focus(key);
            }
        });
    });
    let row = move |(_, n): (u32, usize)| untrack(|| columns.with_value(|columns| rows.row(columns, n)));
    view! {
        <Field field=field group=true>
            <div class="rows">
                <For each=move || rows.keys() key=|key: &(u32, usize)| *key children=row/>
            </div>
            <Button small=true icon=IconName::Plus node_ref=button disabled_reason=full on_press=press>
                {add}
            </Button>
        </Field>
    }
    .into_any()
}

fn edit(kept: &mut Kept, at: &At, change: impl FnOnce(&mut Vec<Value>)) {
    let rows = at.value(&kept.answers).and_then(Value::as_array);
    let mut rows = rows.cloned().unwrap_or_default();
    change(&mut rows);
    kept.answer(at, (!rows.is_empty()).then_some(Value::Array(rows)));
}

#[derive(Clone, Copy)]
struct Rows {
    asking: Asking,
    question: StoredValue<Question>,
    at: StoredValue<At>,
    count: Memo<usize>,
    /// Counts how often a row was taken away: those behind it have other numbers then, and are built anew.
    generation: RwSignal<u32>,
}

impl Rows {
    fn new(asked: Asked<'_>) -> Self {
        let value = asked.value();
        Self {
            asking: asked.asking,
            question: StoredValue::new(asked.question.clone()),
            at: StoredValue::new(asked.at.clone()),
            count: Memo::new(move |_| {
                value.with(|v| v.as_ref().and_then(Value::as_array).map_or(0, Vec::len))
            }),
            generation: RwSignal::new(0),
        }
    }

    fn keys(self) -> Vec<(u32, usize)> {
        let generation = self.generation.get();
        (0..self.count.get()).map(|n| (generation, n)).collect()
    }

    /// How many there are, right after a change too.
    fn now(self) -> usize {
        let rows = |at: &At| {
            self.asking
                .kept
                .with_untracked(|kept| at.value(&kept.answers).and_then(Value::as_array).map_or(0, Vec::len))
        };
        self.at.with_value(rows)
    }

    /// Changes the list of rows.
    fn change(self, change: impl FnOnce(&mut Vec<Value>)) {
        let at = self.at.get_value();
        self.asking.change(|kept| edit(kept, &at, change));
    }

    /// A row with what the form begins with.
    fn fresh(self) -> Value {
        let Asking { known, form, evaluation, .. } = self.asking;
        let id = self.at.with_value(|at| at.question.to_string());
        untrack(|| {
            known.with(|context| evaluation.with(|e| form.with_value(|form| form.new_row(&id, e, context))))
        })
    }

    fn push(self, row: Value) {
        self.change(|rows| rows.push(row));
    }

    /// One row is open from the start, unless that would be an answer that nobody gave.
    fn open(self) {
        let row = self.fresh();
        let blank = row.as_object().is_some_and(Map::is_empty);
        if self.now() == 0 && blank {
            // Nobody has changed anything by that.
            let at = self.at.get_value();
            self.asking.kept.update(|kept| edit(kept, &at, |rows| rows.push(row)));
        }
    }

    fn remove(self, n: usize) {
        self.change(|rows| {
            if n < rows.len() {
                rows.remove(n);
            }
        });
        self.generation.update(|generation| *generation = generation.wrapping_add(1));
        // What was said of rows by their number no longer holds.
        let key = self.at.with_value(At::key);
        let below = format!("{key}/");
        self.asking.shown.update(|shown| shown.retain(|key| !key.starts_with(&below)));
        self.asking.objections.update(|all| all.retain(|key, _| !key.starts_with(&below)));
        self.asking.focus.focus(&key);
    }

    fn row(self, columns: &[Question], n: usize) -> AnyView {
        let title = self.question.with_value(|question| words::row_title(question, n));
        let at = self.at.get_value();
        let cells = columns
            .iter()
            .map(|column| cell(self.asking, column.clone(), at.cell(n, &column.id)))
            .collect_view();
        let id = use_ids("row");
        let of = format!(" {title}");
        view! {
            <div class="rows__item" role="group" aria-labelledby=id.get_value()>
                <p class="rows__title" id=id.get_value()>{title}</p>
                {cells}
                <button class="link-button" type="button" on:click=move |_| self.remove(n)>
                    {m::requests::remove()}
                    <span class="visually-hidden">{of}</span>
                </button>
            </div>
        }
        .into_any()
    }
}
