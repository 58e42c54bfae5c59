//! The command palette: search and places to go to, from anywhere, by `/` or `Ctrl K`.

use super::SearchBox;
use crate::{
    i18n::m,
    lazy::{ChunkError, Overlay, Page},
    ui::Dialog,
};
use leptos::prelude::*;

/// The palette, for its dialog.
#[derive(Clone, Copy)]
struct Palette(Overlay);

/// Makes the palette known to its dialog.
pub fn provide_palette() -> Overlay {
    let palette = Overlay::new(|| Box::pin(palette_chunk()));
    provide_context(Palette(palette));
    palette
}

#[leptos::wasm_split::wasm_split(frame, wasm_split_path = leptos::wasm_split, fallible)]
fn palette_chunk() -> Result<Page, ChunkError> {
    Ok(palette)
}

/// The dialog.
fn palette() -> AnyView {
    let palette = expect_context::<Palette>().0;
    let open = palette.is_open;
    view! {
        <Dialog open=open title=m::search::title() class="dialog--palette" close_label=m::shell::close()>
            <SearchBox in_palette=true early=Callback::new(move |()| palette.early()) on_done=Callback::new(move |()| open.set(false))/>
            <div class="palette__foot" aria-hidden="true">
                <span><kbd class={"kbd"}>"↑"</kbd><kbd class={"kbd"}>"↓"</kbd>" " {m::search::choose()}</span>
                <span><kbd class={"kbd"}>"Esc"</kbd>" " {m::search::close()}</span>
            </div>
        </Dialog>
    }
    .into_any()
}
