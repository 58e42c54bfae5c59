//! What the layout adds to the chunk of the frame: the panel of the account menu, the keyboard help.

use super::{account_panel::panel, help::help};
use crate::lazy::{ChunkError, Coming, Page};

#[derive(Clone, Copy)]
enum Part {
    Account,
    Help,
}

#[leptos::wasm_split::wasm_split(frame, wasm_split_path = leptos::wasm_split, fallible)]
fn layout_chunk(part: Part) -> Result<Page, ChunkError> {
    Ok(match part {
        Part::Account => panel,
        Part::Help => help,
    })
}

/// The panel of the account menu.
pub fn account() -> Coming {
    Box::pin(layout_chunk(Part::Account))
}

/// The keyboard help.
pub fn the_help() -> Coming {
    Box::pin(layout_chunk(Part::Help))
}
