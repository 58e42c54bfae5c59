//! The priorities and their matrix.

use super::Builder;
use crate::content::{
    explain::explain,
    model::{Level, PriorityLevel},
};
use guichet_rules::priority::{Matrix, MatrixError, Priority};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct PrioritiesFile {
    pub impacts: Vec<Level>,
    pub urgencies: Vec<Level>,
    pub priorities: Vec<PriorityLevel>,
    matrix: Vec<Vec<Priority>>,
}

impl Builder<'_> {
    pub(super) fn priorities(&mut self) -> Option<(PrioritiesFile, Matrix)> {
        let mut file: PrioritiesFile = self.file("priorities.yaml")?;
        let doc = self.folder.docs.get("priorities.yaml")?;
        let ids = |levels: &[Level]| levels.iter().map(|level| level.id.clone()).collect();
        match Matrix::new(ids(&file.impacts), ids(&file.urgencies), std::mem::take(&mut file.matrix)) {
            Ok(matrix) => {
                for used in matrix.used() {
                    if !file.priorities.iter().any(|level| level.id == used) {
                        let what =
                            format!("the matrix uses priority {used}, which `priorities` does not have");
                        self.report.add(doc.problem("/matrix", what, "add the priority, or use another"));
                    }
                }
                Some((file, matrix))
            }
            // Reported with its line by the check of ids.
            Err(MatrixError::Duplicate { .. }) => None,
            Err(error) => {
                let at = match &error {
                    MatrixError::NoLevels { axis } => format!("/{axis}"),
                    _ => "/matrix".to_owned(),
                };
                let (what, remedy) = explain(&error.to_string());
                self.report.add(doc.problem(&at, what, remedy));
                None
            }
        }
    }
}
