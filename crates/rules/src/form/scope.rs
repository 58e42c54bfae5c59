//! Names and places: which question something means from where it stands.

use super::{Form, facts::Place};
use crate::ids::QuestionId;
use std::collections::BTreeMap;

/// Where each question and column is, by its id. Of several with the same id, which the lint refuses, the first.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Index {
    pub questions: BTreeMap<QuestionId, usize>,
    columns: BTreeMap<QuestionId, (usize, usize)>,
}

impl Index {
    pub fn of(form: &Form) -> Self {
        let mut index = Self::default();
        for (n, question) in form.questions().enumerate() {
            index.questions.entry(question.id.clone()).or_insert(n);
            for (c, column) in question.kind.columns().iter().enumerate() {
                index.columns.entry(column.id.clone()).or_insert((n, c));
            }
        }
        index
    }
}

/// Which questions something can name from where it stands.
#[derive(Clone, Copy)]
pub(super) struct Scope<'i> {
    index: &'i Index,
    /// Questions before this position.
    before: usize,
    /// Columns of the rows question at the first position, those before the second.
    row: Option<(usize, usize)>,
    /// The question itself, where it may be named.
    own: Option<&'i str>,
}

impl<'i> Scope<'i> {
    /// Behind the last question.
    pub fn after(index: &'i Index) -> Self {
        Self { index, before: usize::MAX, row: None, own: None }
    }

    /// At the question at position `n`.
    pub fn at(index: &'i Index, n: usize) -> Self {
        Self { index, before: n, row: None, own: None }
    }

    /// At the column at position `column` of the rows question at position `rows`.
    pub fn at_column(self, rows: usize, column: usize) -> Self {
        Self { row: Some((rows, column)), ..self }
    }

    /// Where the question itself may be named.
    pub fn with_own(self, own: &'i QuestionId) -> Self {
        Self { own: Some(own.as_str()), ..self }
    }

    /// Where `id` leads.
    pub fn resolve(&self, id: &QuestionId) -> Place {
        if self.own == Some(id.as_str()) {
            return Place::Own;
        }
        if let (Some((rows, before)), Some((of, column))) = (self.row, self.index.columns.get(id))
            && *of == rows
            && *column < before
        {
            return Place::Column(*column);
        }
        match self.index.questions.get(id) {
            Some(n) if *n < self.before => Place::Question(*n),
            _ => Place::Nowhere,
        }
    }

    /// Within each row of `rows`: all of its columns can be named.
    pub fn in_each_row_of(self, rows: &QuestionId) -> Self {
        let n = match self.resolve(rows) {
            Place::Question(n) => Some(n),
            Place::Own => self.index.questions.get(rows).copied(),
            Place::Column(_) | Place::Nowhere => None,
        };
        Self { row: n.map(|n| (n, usize::MAX)), own: None, ..self }
    }
}
