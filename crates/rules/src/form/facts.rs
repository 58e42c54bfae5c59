//! What a condition or formula can look at while a form is evaluated.

use super::{Answer, Context, QuestionState, RowState};

/// Where in the form a question stands, as seen from whatever names it. Found once, when the form is made ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// An earlier question, by its position in the form.
    Question(usize),
    /// A question of the same row, by its position in the row.
    Column(usize),
    /// The question itself.
    Own,
    /// It does not exist, or comes later: as if it were unanswered.
    Nowhere,
}

/// What is known so far.
#[derive(Clone, Copy)]
pub(super) struct Facts<'a> {
    /// The questions before, by position.
    pub done: &'a [QuestionState],
    /// The questions before in the same row.
    pub row: &'a [QuestionState],
    /// The question itself, where something may look at it.
    pub own: Option<&'a QuestionState>,
    /// What there is to know beside the form and the answers.
    pub context: &'a Context<'a>,
}

impl<'a> Facts<'a> {
    fn state(&self, place: Place) -> Option<&'a QuestionState> {
        match place {
            Place::Question(n) => self.done.get(n),
            Place::Column(n) => self.row.get(n),
            Place::Own => self.own,
            Place::Nowhere => None,
        }
    }

    /// The answer that counts.
    pub fn answer(&self, place: Place) -> Option<&'a Answer> {
        self.state(place)?.answer.as_ref()
    }

    /// The rows in which something is answered, each as what else is known within it. None where there are none.
    pub fn rows(&self, place: Place) -> Option<impl Iterator<Item = Self> + use<'a>> {
        let state = self.state(place).filter(|state| matches!(state.answer, Some(Answer::Rows(_))))?;
        let outside = *self;
        Some(
            state
                .rows
                .iter()
                .filter(|row: &&RowState| row.counts)
                .map(move |row| Self { row: &row.cells, ..outside }),
        )
    }
}
