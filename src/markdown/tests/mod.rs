//! What becomes of texts: of those of the specification, of hostile ones, and of each piece.

mod hostile;
mod html;
mod pieces;
mod specification;
mod tokens;
