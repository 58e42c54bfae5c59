//! How urgent an incident is: a matrix of impact and urgency, kept as data and never as a formula.
//!
//! Two companies rarely agree on one: ServiceNow's usual 3x3 happens to be `impact + urgency - 1`, iTop's 3x4 is no
//! formula at all. So the matrix is written out, and [`Matrix`] cannot be built with a hole in it.

use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, fmt};

/// How soon an incident deserves attention; 1 is the most severe, so that `a < b` means that `a` comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Priority(u8);

/// A number that is no priority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no priority: use 1 (most severe) to 9")]
pub struct OutOfRange(pub u8);

impl Priority {
    /// The most severe.
    pub const HIGHEST: Self = Self(1);
    /// The least severe: one digit on a badge, and no tool in use has more than seven.
    pub const LOWEST: Self = Self(9);

    /// Checks that `level` is 1 to 9.
    pub fn new(level: u8) -> Result<Self, OutOfRange> {
        if (Self::HIGHEST.0..=Self::LOWEST.0).contains(&level) {
            Ok(Self(level))
        } else {
            Err(OutOfRange(level))
        }
    }

    /// 1 to 9.
    pub fn level(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Priority {
    type Error = OutOfRange;
    fn try_from(level: u8) -> Result<Self, OutOfRange> {
        Self::new(level)
    }
}

impl From<Priority> for u8 {
    fn from(priority: Priority) -> Self {
        priority.0
    }
}

impl fmt::Display for Priority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Priority {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Priority".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "integer",
            "minimum": 1,
            "maximum": 9,
            "description": "1 is the most severe.",
        })
    }
}

/// A priority for every impact and urgency: rows as in `impacts`, columns as in `urgencies`, most severe first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Unchecked")]
pub struct Matrix {
    impacts: Vec<String>,
    urgencies: Vec<String>,
    matrix: Vec<Vec<Priority>>,
}

/// A matrix as it was read, before anyone looked at it.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Unchecked {
    impacts: Vec<String>,
    urgencies: Vec<String>,
    matrix: Vec<Vec<Priority>>,
}

/// Why something is no matrix, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MatrixError {
    /// There is nothing to choose from.
    #[error("there are no {axis}: list at least one, most severe first")]
    NoLevels {
        /// `impacts` or `urgencies`.
        axis: &'static str,
    },
    /// One level stands twice.
    #[error("'{level}' stands twice in {axis}: give each level an id of its own")]
    Duplicate {
        /// `impacts` or `urgencies`.
        axis: &'static str,
        /// Which.
        level: String,
    },
    /// Rows are missing, or there are too many.
    #[error("the matrix has {found} rows for {expected} impacts: write one row per impact, in their order")]
    Rows {
        /// How many impacts there are.
        expected: usize,
        /// How many rows there are.
        found: usize,
    },
    /// A row is too short or too long.
    #[error(
        "the row of impact '{impact}' has {found} priorities for {expected} urgencies: \
         write one priority per urgency, in their order"
    )]
    Columns {
        /// The impact whose row it is.
        impact: String,
        /// How many urgencies there are.
        expected: usize,
        /// How long the row is.
        found: usize,
    },
}

/// Why there is no priority for what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PriorityError {
    /// The matrix has no such impact.
    #[error("there is no impact '{given}': use one of {}", .known.join(", "))]
    UnknownImpact {
        /// What was asked for.
        given: String,
        /// Those that the matrix has.
        known: Vec<String>,
    },
    /// The matrix has no such urgency.
    #[error("there is no urgency '{given}': use one of {}", .known.join(", "))]
    UnknownUrgency {
        /// What was asked for.
        given: String,
        /// Those that the matrix has.
        known: Vec<String>,
    },
}

impl Matrix {
    /// Checks that there is exactly one priority for every impact and urgency.
    pub fn new(
        impacts: Vec<String>,
        urgencies: Vec<String>,
        matrix: Vec<Vec<Priority>>,
    ) -> Result<Self, MatrixError> {
        check_levels("impacts", &impacts)?;
        check_levels("urgencies", &urgencies)?;
        if matrix.len() != impacts.len() {
            return Err(MatrixError::Rows { expected: impacts.len(), found: matrix.len() });
        }
        for (impact, row) in impacts.iter().zip(&matrix) {
            if row.len() != urgencies.len() {
                return Err(MatrixError::Columns {
                    impact: impact.clone(),
                    expected: urgencies.len(),
                    found: row.len(),
                });
            }
        }
        Ok(Self { impacts, urgencies, matrix })
    }

    /// The priority of an incident of this impact and urgency.
    pub fn priority(&self, impact: &str, urgency: &str) -> Result<Priority, PriorityError> {
        let row = self.impacts.iter().position(|i| i == impact).and_then(|row| self.matrix.get(row));
        let row = row.ok_or_else(|| PriorityError::UnknownImpact {
            given: impact.to_owned(),
            known: self.impacts.clone(),
        })?;
        let cell = self.urgencies.iter().position(|u| u == urgency).and_then(|column| row.get(column));
        cell.copied().ok_or_else(|| PriorityError::UnknownUrgency {
            given: urgency.to_owned(),
            known: self.urgencies.clone(),
        })
    }

    /// The impacts, most severe first.
    pub fn impacts(&self) -> &[String] {
        &self.impacts
    }

    /// The urgencies, most severe first.
    pub fn urgencies(&self) -> &[String] {
        &self.urgencies
    }

    /// The rows, as in [`impacts`](Self::impacts).
    pub fn rows(&self) -> &[Vec<Priority>] {
        &self.matrix
    }

    /// Every priority that comes up: each needs a label and targets.
    pub fn used(&self) -> BTreeSet<Priority> {
        self.matrix.iter().flatten().copied().collect()
    }
}

fn check_levels(axis: &'static str, levels: &[String]) -> Result<(), MatrixError> {
    if levels.is_empty() {
        return Err(MatrixError::NoLevels { axis });
    }
    let mut seen = BTreeSet::new();
    match levels.iter().find(|level| !seen.insert(*level)) {
        Some(level) => Err(MatrixError::Duplicate { axis, level: level.clone() }),
        None => Ok(()),
    }
}

impl TryFrom<Unchecked> for Matrix {
    type Error = MatrixError;
    fn try_from(read: Unchecked) -> Result<Self, MatrixError> {
        Self::new(read.impacts, read.urgencies, read.matrix)
    }
}

#[cfg(test)]
mod tests;
