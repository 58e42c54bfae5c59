//! The command palette: search and places to go to, from anywhere, by `/` or `Ctrl K`.

use super::{SearchBox, chunk};
use crate::{i18n::m, lazy::Overlay, ui::Dialog};
use leptos::prelude::*;

/// The palette, for its dialog.
#[derive(Clone, Copy)]
struct Palette(Overlay);

/// Makes the palette known to its dialog.
pub fn provide_palette() -> Overlay {
    let palette = Overlay::new(chunk::the_palette);
    provide_context(Palette(palette));
    palette
}

/// The dialog.
pub(super) fn palette() -> AnyView {
    let open = expect_context::<Palette>().0.is_open;
    view! {
        <Dialog open=open title=m::search::title() class="dialog--palette" close_label=m::shell::close()>
            <SearchBox in_palette=true on_done=Callback::new(move |()| open.set(false))/>
            <div class="palette__foot" aria-hidden="true">
                <span><kbd class={"kbd"}>"↑"</kbd><kbd class={"kbd"}>"↓"</kbd>" " {m::search::choose()}</span>
                <span><kbd class={"kbd"}>"Esc"</kbd>" " {m::search::close()}</span>
            </div>
        </Dialog>
    }
    .into_any()
}
