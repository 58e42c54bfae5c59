//! What the search adds to the chunk of the frame: results and the palette.

use super::{palette::palette, results::results as results_view};
use crate::lazy::{ChunkError, Coming, Page};

#[derive(Clone, Copy)]
enum Part {
    Results,
    Palette,
}

#[leptos::wasm_split::wasm_split(frame, wasm_split_path = leptos::wasm_split, fallible)]
fn search_chunk(part: Part) -> Result<Page, ChunkError> {
    Ok(match part {
        Part::Results => results_view,
        Part::Palette => palette,
    })
}

/// What is found, below a field.
pub fn results() -> Coming {
    Box::pin(search_chunk(Part::Results))
}

/// The palette.
pub fn the_palette() -> Coming {
    Box::pin(search_chunk(Part::Palette))
}
